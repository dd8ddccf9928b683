"""Votes and chances as they are written: 19-15 is a majority of four, one in four is a quarter.

Neither is a figure that counts anything by itself, so that the reader of numbers leaves both alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.claims.reading import Told
from generator.figures.numbers import Number
from generator.figures.numerals import number_words
from generator.model import Span

_PAIR = re.compile(r"(?<![\w.,:/-])(\d{1,3})(?:\s?[-–]\s?|\s+(?:votes?\s+)?to\s+)(\d{1,3})(?![\w%:/-]|[.,]\d)")
_VOTED = re.compile(
    r"\b(?:votes?|voted|voting|ballots?|favou?r|ruled|ruling|decision|majority|split|margin|approved|passed|rejected|adopted"
    r"|endorsed|defeated|committee|panel|court|council|senate|parliament|assembly|house)\b",
    re.I,
)
_MARGIN = re.compile(r"\b(?:majority|margin|lead) of\s+(?:just |only )?$|\bby\s+(?:just |only )?$", re.I)


def voted(claim: Told, number: Number, passages: Sequence[Told]) -> str | None:
    """By which vote of a passage a figure follows: one of its sides, or the majority of one over the other."""
    if number.bound != "exactly" or number.unit:
        return None
    before = claim.text[: number.start]
    for ayes, noes in (pair for told in passages for pair in _pairs(told)):
        if number.low == abs(ayes - noes) and _MARGIN.search(before):
            return f"{ayes:g} − {noes:g} = {number.low:g}"
        if number.low in (ayes, noes) and _VOTED.search(claim.text):
            return f"{ayes:g} to {noes:g}"
    return None


def _pairs(told: Told) -> Iterator[tuple[float, float]]:
    for sentence in told.doc.sents:
        if _VOTED.search(sentence.text):
            yield from ((float(m[1]), float(m[2])) for m in _PAIR.finditer(sentence.text))


@dataclass(frozen=True, slots=True)
class Chance:
    """So many in so many, with where it stands: one resident in four, as 25 percent."""

    span: Span
    percent: float


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    return {**number_words()["ones"], **number_words()["tens"], "hundred": 100}


@lru_cache(maxsize=1)
def _chance() -> re.Pattern[str]:
    count = rf"(\d{{1,3}}|{'|'.join(_counts())})"
    spans = r"(?!\s+(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)\b)"  # two accidents in three years
    return re.compile(rf"\b{count}\s+(?:[a-z-]+\s+){{0,3}}(?:in|out of)\s+(?:every\s+)?{count}\b{spans}", re.I)


@lru_cache(maxsize=4096)
def find_chances(text: str) -> tuple[Chance, ...]:
    """Every chance of a text, in its order."""
    found = []
    for match in _chance().finditer(text):
        part, whole = (float(w) if w.isdigit() else float(_counts()[w.lower()]) for w in match.groups())
        if 0 < part < whole <= 100:
            found.append(Chance(Span(*match.span()), round(100 * part / whole, 6)))
    return tuple(found)


def chance_carried(chance: Chance, passages: Sequence[Told]) -> bool:
    """Whether a passage tells the same share, as a chance or in percent."""
    if any(chance.percent == c.percent for told in passages for c in find_chances(told.text)):
        return True
    return any(n.unit == "percent" and n.low == n.high == chance.percent for told in passages for n in told.numbers)


def is_chance(number: Number, passages: Sequence[Told]) -> bool:
    """A percentage that a passage gives as so many in so many."""
    shares = {c.percent for told in passages for c in find_chances(told.text)}
    return number.unit == "percent" and number.bound == "exactly" and round(number.low, 6) in shares
