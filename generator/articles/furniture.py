"""Which lines of a copied web page are no part of the article, and why: the rules of data/furniture.yml.

A rule speaks of one line alone; what follows a heading such as `10 Comments` or `Related` goes with it. Nothing is set
aside on suspicion: a long match stays, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from generator import data
from generator.articles import marks
from generator.articles.lines import Unit
from generator.articles.timestamps import is_timestamp
from generator.model import Finding, SetAside

LONGEST = 40
"""Words. A longer line stays, with a finding: no notice in the raw pages we had (5 articles, 84 news texts) has more
than 12, and a paragraph that begins like one must not be lost."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of furniture.yml."""

    reason: str
    patterns: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    heads: Literal["", "links", "comments"]
    is_around_only: bool
    is_long: bool  # its wording is so much a page's own that a match of any length goes
    examples: tuple[str, ...]
    stays: tuple[str, ...]

    def matches(self, line: str, *, is_beside: bool = False) -> bool:
        """True where the whole line is what the rule describes. `is_beside`: right below a line of the same rule, where
        it need not hold what the rule `needs`."""
        text = line.replace("’", "'").strip()
        if (self.never and self.never.search(text)) or (self.needs and not is_beside and not self.needs.search(text)):
            return False
        return any(p.fullmatch(text) for p in self.patterns)


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file: the first that matches gives the reason."""
    return tuple(_rule(entry) for entry in data.load_list("furniture"))


def find_rule(line: str) -> Rule | None:
    """The first rule that matches the line, or None."""
    return next((rule for rule in load_rules() if rule.matches(line)), None)


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        reason=entry["reason"],
        patterns=tuple(re.compile(rf"\W*(?:{p})\W*", re.I) for p in entry["lines"].splitlines()),
        never=re.compile(entry["not"], re.I) if "not" in entry else None,
        needs=re.compile(entry["needs"], re.I) if "needs" in entry else None,
        heads=entry.get("heads", ""),
        is_around_only=entry.get("only") == "around",
        is_long=bool(entry.get("long")),
        examples=tuple(entry["examples"]),
        stays=tuple(entry["stays"]),
    )


# ---------------------------------------------------------------- a whole text


def set_furniture_aside(units: Sequence[Unit], file: str) -> tuple[list[Unit], list[SetAside], list[Finding]]:
    """What is left of a text, the lines set aside with their reasons, and findings for what may be furniture."""
    kept: list[Unit] = []
    aside: list[SetAside] = []
    findings: list[Finding] = []
    under, before = "", None
    for i, unit in enumerate(units):
        has_body = any(marks.is_paragraph(u.text) for u in kept)
        rule = _rule_of(unit, before, has_body)
        before = None
        if rule and len(unit.text.split()) > LONGEST and not rule.is_long:
            advice = "It was kept because it is long; delete it if it is no part of the article."
            findings.append(Finding(file, f"line {unit.line}", f"This may be page furniture ({rule.reason}).", advice))
        elif rule and not _is_subheading(rule, units, i, has_body):
            aside += lines_of(unit, rule.reason)
            if rule.heads == "comments" and has_body:
                rest = units[i + 1 :]
                aside += [a for u in rest for a in lines_of(u, "a reader's comment, or below the comments")]
                findings += _too_much_below(file, unit, kept, rest)
                break
            under = unit.text.strip(" :#*") if rule.heads == "links" else under
            before = rule
            continue
        elif under and (_is_link(unit.text) or (has_body and _is_links_date(unit.text, aside[-1], under))):
            aside += lines_of(unit, _listed(under))
            continue
        kept.append(unit)
        under = ""
    return kept, aside, findings


def _rule_of(unit: Unit, before: Rule | None, has_body: bool) -> Rule | None:
    """The rule that a line falls under; below the article a heading of links before the name of a section."""
    if before and before.needs and before.matches(unit.text, is_beside=True):
        return before
    if has_body and (heading := next((r for r in load_rules() if r.heads and r.matches(unit.text)), None)):
        return heading
    return find_rule(unit.text)


def _is_links_date(text: str, above: SetAside, heading: str) -> bool:
    """True for the date that a list of links prints below each of them."""
    return above.reason == _listed(heading) and is_timestamp(text)


def _listed(heading: str) -> str:
    return f"listed under “{heading}”"


def _is_subheading(rule: Rule, units: Sequence[Unit], i: int, has_body: bool) -> bool:
    """True where the rule holds at the edges only and a paragraph follows inside the article."""
    return rule.is_around_only and has_body and i + 1 < len(units) and marks.is_paragraph(units[i + 1].text)


def _is_link(text: str) -> bool:
    """True for what stands under `Related`: a headline or a row of tags, no sentence and no credit."""
    if marks.is_credit(text) or is_timestamp(text):
        return False
    return len(text.split()) <= 25 and not re.search(r"[.!…:][\"”’)]*$", text)


def lines_of(unit: Unit, reason: str) -> list[SetAside]:
    """Every line of a unit, set aside for one reason."""
    return [SetAside(line.number, line.text.strip(), reason) for line in unit.lines]


def _too_much_below(file: str, heading: Unit, kept: Sequence[Unit], rest: Sequence[Unit]) -> list[Finding]:
    above = sum(len(u.text.split()) for u in kept)
    below = sum(len(u.text.split()) for u in rest)
    if below <= above:
        return []
    found = f"Below “{heading.text}” stand {below} words, more than the {above} above it."
    advice = "All of it was set aside as comments; see that no article is among it."
    return [Finding(file, f"line {heading.line}", found, advice)]
