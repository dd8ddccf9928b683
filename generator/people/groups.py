"""Who is who by what the texts say: freed, still held, government, opposition, analyst, family.

The rules are data/groups.yml. Nothing is known of anybody but what stands beside the name; where nothing does, the
group is `other`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import data
from generator.briefing import PersonMention
from generator.model import Citation, Mention, Reading, Span

_MAX_WHY = 5  # citations shown beside a group


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the example it has to fit; `of` is what it is held against: a role or a sentence."""

    of: str
    regex: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class GroupRule:
    """One group and the patterns any of which puts somebody in it."""

    key: str
    label: str
    kin: bool
    patterns: tuple[Pattern, ...]
    unless: re.Pattern[str] | None = None  # what stands before a match, in its clause, and takes it back


@dataclass(frozen=True, slots=True)
class Grouping:
    """A person's group, how it is called, and where that can be seen."""

    key: str
    label: str
    why: tuple[Citation, ...]


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    return data.load("groups")


@lru_cache(maxsize=1)
def rules() -> tuple[GroupRule, ...]:
    """data/groups.yml, compiled, in its order."""
    gap = _file()["gap"]
    return tuple(
        GroupRule(
            row["key"],
            row["label"],
            bool(row.get("kin")),
            tuple(
                Pattern(of, re.compile(_guard(p["pattern"].replace("{gap}", gap))), p["example"])
                for of in ("role", "text")
                for p in row.get(of, ())
            ),
            re.compile(f"(?:{row['unless']})[^.;:]{{0,80}}$") if "unless" in row else None,
        )
        for row in _file()["groups"]
    )


def _guard(pattern: str) -> str:
    """A pattern that begins with the name fails where a preposition leads to it (`against …, and * were`)."""
    words = ("against", "by", "with", "for", "under", "to", "from", "of", "after", "via", "behind", "than")
    return "".join(f"(?<!\\b{w} )" for w in words) + pattern if re.match("…(?!'s)", pattern) else pattern


def group_of(mentions: Sequence[PersonMention], readings: Mapping[str, Reading]) -> Grouping:
    """The first group that a role, a title or a sentence of any mention speaks for, with the paragraphs that do."""
    cited = [m for m in mentions if m.mention.ref]
    sentences = {id(m): sentence_around(m.mention, readings[m.article]) for m in cited}
    for rule in rules():
        why = [Citation(m.article, m.mention.ref) for m in cited if _speaks_for(rule, m.mention, sentences[id(m)])]
        if why:
            return Grouping(rule.key, label_of(rule, cited), tuple(dict.fromkeys(why))[:_MAX_WHY])
    last = rules()[-1]
    return Grouping(last.key, last.label, tuple(dict.fromkeys(Citation(m.article, m.mention.ref) for m in cited))[:1])


def _speaks_for(rule: GroupRule, mention: Mention, sentence: str) -> bool:
    if rule.kin and mention.kin:
        return True
    role = role_text(mention)
    if rule.key == "government" and re.search(_file()["not_government"], role):
        return False
    return any(_holds(rule, p, role if p.of == "role" else sentence) for p in rule.patterns)


def _holds(rule: GroupRule, pattern: Pattern, text: str) -> bool:
    """Whether a pattern fits somewhere where nothing before it makes an aim or a condition of it."""
    found = pattern.regex.finditer(text)
    return any(rule.unless is None or not rule.unless.search(text[: m.start()]) for m in found)


def role_text(mention: Mention) -> str:
    """Role and title in lower case, as the patterns want them."""
    return f"{mention.role} {mention.title}".replace("’", "'").casefold().strip()


def label_of(rule: GroupRule, mentions: Sequence[PersonMention]) -> str:
    """The label, with the country that most roles name; without one, plainly `Government`."""
    if "{country}" not in rule.label:
        return rule.label
    counts: dict[str, int] = {}
    for m in mentions:
        found = country_in(m.mention.role)
        if found:
            counts[found] = counts.get(found, 0) + 1
    best = max(counts, key=lambda c: (counts[c], c)) if counts else ""
    return rule.label.replace("{country}", best) if best else "Government"


def country_in(role: str) -> str:
    """The country whose name comes first in a role, as a label writes it; empty where there is none."""
    low = role.replace("’", "'").casefold()
    found = [
        (match.start(), label)
        for label, words in _file()["countries"].items()
        for word in words
        if (match := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low))
    ]
    return min(found)[1] if found else ""


def sentence_around(mention: Mention, reading: Reading) -> str:
    """The mention's sentence in lower case, the name with title and role as `…`, other people's as `*`."""
    home = next((s.span for s in reading.sentences if mention.span.within(s.span)), None)
    if home is None:
        block = reading.article.block_at(mention.span.start)
        home = block.span if block else mention.span
    text, at = "", home.start
    for other in (m for m in reading.mentions if m.span.within(home)):
        start = max(at, min(_lead(other, home), other.span.start))
        text += reading.article.text[at:start] + ("…" if other.span == mention.span else "*")
        at = other.span.end
    text += reading.article.text[at : home.end]
    return re.sub(r"\s+", " ", text.replace("’", "'")).casefold()


def _lead(mention: Mention, home: Span) -> int:
    """Where a name begins together with its title and a role right before it."""
    start = mention.span.start - (len(mention.title) + 1 if mention.title else 0)
    role = mention.role_span
    if role and role.end <= mention.span.start and mention.span.start - role.end <= len(mention.title) + 2:
        start = min(start, role.start)
    return max(start, home.start)
