"""Shares told as fractions: almost a fifth for 18 percent, more than two fifths for 41.54."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import data
from generator.claims.reading import Told
from generator.claims.votes import find_chances
from generator.figures.numerals import number_words, part_words
from generator.model import Span

# What follows a share; before another noun "a third" is a rank (a third visit).
_AFTER = r"(?=\s*(?:[,.;:)]|$|(?:of|fewer|less|more|higher|lower|below|above|as|since|from|in|to|within|and|or|by)\b))"
# How far a share with a bound may lie from the percentage, as part of the share: 18 is almost a fifth, 16 is not.
_NEAR, _BESIDE, _EXACT = 0.07, 0.15, 0.5


@dataclass(frozen=True, slots=True)
class Fraction:
    """A share as a fraction, in percent, with its bound and where it stands."""

    span: Span
    percent: float
    bound: str


@lru_cache(maxsize=4096)
def find_fractions(text: str) -> tuple[Fraction, ...]:
    """Every share that a text tells as a fraction, in its order."""
    found = []
    for match in _pattern().finditer(text):
        count = _counts()[match["count"].lower()] if match["count"] else 1
        part = part_words()[(match["part"] or "half").lower()]
        bound = _bounds().get((match["bound"] or "").lower(), "")
        if count < part:
            found.append(Fraction(Span(*match.span()), 100 * count / part, bound))
    return tuple(found)


@lru_cache(maxsize=1)
def _bounds() -> dict[str, str]:
    return {word: rule["bound"] for rule in number_words()["bounds_before"] for word in rule["words"]}


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    return {"a": 1, "an": 1, **{word: count for word, count in number_words()["ones"].items() if 0 < count < 10}}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    told = rf"(?P<count>{data.one_of(_counts())})[ -](?P<part>{data.one_of(part_words())})\b{_AFTER}"
    half = r"half\b(?=\s+(?:of|its|their|his|her|the|all)\b|\s*[,.;)]|$)"
    return re.compile(rf"\b(?:(?P<bound>{data.one_of(_bounds())})\s+)?(?:{told}|{half})", re.I)


def fraction_carried(mine: Fraction, passages: Sequence[Told]) -> bool:
    """Whether a passage tells the share in percent, or as so many in so many, or as the same fraction."""
    for told in passages:
        if any((f.percent, f.bound) == (mine.percent, mine.bound) for f in find_fractions(told.text)):
            return True
        values = [n.low for n in told.numbers if n.unit == "percent" and n.bound == "exactly"]
        if any(_is_near(mine, value) for value in (*values, *(c.percent for c in find_chances(told.text)))):
            return True
    return False


def _is_near(mine: Fraction, value: float) -> bool:
    share = mine.percent
    match mine.bound:
        case "about":
            return abs(value - share) <= _NEAR * share
        case "nearly" | "fewer than" | "at most":
            return share * (1 - _BESIDE) <= value < share
        case "more than" | "at least":
            return share < value <= share * (1 + _BESIDE)
    return abs(value - share) <= _EXACT


def carried_spans(claim: Told, passages: Sequence[Told]) -> list[Span]:
    """Where the statement has a fraction that a passage tells in figures."""
    return [f.span for f in find_fractions(claim.text) if fraction_carried(f, passages)]
