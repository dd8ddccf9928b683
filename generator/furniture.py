"""Which lines of a copied web page are no part of the article, and why: the rules of data/furniture.yml.

A rule speaks of one line alone. What follows a heading such as `10 Comments` is decided where the lines are in order,
in blocks.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

LONGEST = 40
"""Words. A longer line stays, with a finding: no notice in the raw pages we had (5 articles, 84 news texts) has more
than 12, and a paragraph that begins like one must not be lost."""

_RULES = Path(__file__).parent / "data" / "furniture.yml"


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of furniture.yml."""

    reason: str
    patterns: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    heads: Literal["", "links", "comments"]
    is_around_only: bool
    examples: tuple[str, ...]
    stays: tuple[str, ...]

    def matches(self, line: str) -> bool:
        """True where the whole line is what the rule describes."""
        text = line.replace("’", "'").strip()
        if (self.never and self.never.search(text)) or (self.needs and not self.needs.search(text)):
            return False
        return any(p.fullmatch(text) for p in self.patterns)


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file: the first that matches gives the reason."""
    return tuple(_rule(entry) for entry in yaml.safe_load(_RULES.read_text("utf-8")))


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
        examples=tuple(entry["examples"]),
        stays=tuple(entry["stays"]),
    )
