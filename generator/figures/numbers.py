"""Numbers as they are written: digits and words, bounds, ranges and units, in plain text.

Knows no grammar: whether a number counts anything is asked in counting.py. Words, bounds and units are data
(data/numbers.yml, data/units.yml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from generator import data
from generator.figures.numerals import either, factors, find_numerals, number_words, scale_of, value_of
from generator.model import Bound

_WIDEST = 10  # times its lower end: a wider "31 points to 1,200 points" is a change and where it ended, no range


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, in characters of it. `start` and `end` take in bound and unit, `core` the number alone."""

    start: int
    end: int
    core: tuple[int, int]
    low: float
    high: float
    bound: Bound
    unit: str  # a unit of data/units.yml or empty
    hyphened: bool = False  # the unit is joined to it: a 12-year sentence
    ordinal: bool = False  # at least the fourth


def unit_words() -> dict[str, Any]:
    """data/units.yml."""
    return data.load("units")


@lru_cache(maxsize=1)
def unit_kinds() -> dict[str, str]:
    """Unit → kind: percent → share, days → time, USD → money."""
    money = {c["unit"]: "money" for c in unit_words()["currencies"]}
    return {**money, **{u["unit"]: u["kind"] for u in unit_words()["units"]}}


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number in the text, in its order; a range is one number. A falling pair (a vote of 52-35) is none."""
    cores = find_numerals(text)
    found: list[Number] = []
    i = 0
    while i < len(cores):
        first, last = cores[i], cores[i]
        if i + 1 < len(cores) and _is_range(text, cores[i], cores[i + 1]):
            last = cores[i + 1]
        i += 1 if last is first else 2
        number = _read(text, first, last)
        if number:
            found.append(number)
    found.extend((*_ordinals(text), *_halves(text)))
    return tuple(sorted(found, key=lambda n: n.core))


@lru_cache(maxsize=1)
def _ties() -> dict[str, re.Pattern[str]]:
    """What stands before a first number, and after it up to a second one."""
    units = either(w for u in unit_words()["units"] for w in u["words"])
    signs = either(c["sign"] for c in unit_words()["currencies"])
    patterns = {
        "between": rf"\bbetween\s+(?:{signs})?$",
        "from": rf"\bfrom\s+(?:{signs})?$",
        "and": rf"\s*(?:{units})?\s+and\s+(?:{signs})?",
        "to": rf"\s*(?P<unit>{units})?(?:\s+or\s+|-?\s+to\s+|\s?[-–]\s?)(?:{signs})?",
    }
    return {key: re.compile(pattern, re.I) for key, pattern in patterns.items()}


def _is_range(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Between these two stands what makes them one: or, to, a dash, or between … and."""
    before, gap = text[: first.start()], text[first.end() : second.start()]
    if _ties()["between"].search(before):
        return bool(_ties()["and"].fullmatch(gap))
    if re.fullmatch(r"1[5-9]\d\d|20\d\d", first.group()) and re.search(r"\bin\s+$", before, re.I):
        return False  # from 300 in 2019 to 170: a year
    if _ties()["from"].search(before):
        return False  # from 6 to 60 is a change; each end is a figure of its own
    match = _ties()["to"].fullmatch(gap)
    if match is None or match["unit"] is None:
        return match is not None
    if value_of(second)[1] > _WIDEST * value_of(first)[0] and "to" in gap:
        return False  # fell 31 points to 1,200 points
    return _unit(text, first.end(), "")[1] == _unit(text, second.end(), "")[1]  # not "1.7% or 25 points"


def _read(text: str, first: re.Match[str], last: re.Match[str]) -> Number | None:
    """The number with its sign, bound and unit; None for a falling pair."""
    (low, high), start, end = value_of(first), first.start(), last.end()
    bound: Bound = "range" if first["vague"] else "exactly"
    if last is not first:
        top = value_of(last)[1]
        if scale_of(last) and not scale_of(first) and first["digits"]:
            low *= factors()[scale_of(last)]
        high, bound = top, "range"
        if low >= high:
            return None
        if before := re.search(r"\bbetween\s+$", text[:start], re.I):
            start = before.start()
    core = (first.start(), last.end())
    start, unit = _sign(text, start)
    if unit == "" and (first["suffix"] or "").lower() in number_words()["money_suffixes"]:
        return None
    end, unit, hyphened = _unit(text, end, unit)
    start, end, said = _bound(text, start, end)
    end, unit, hyphened = (end, unit, hyphened) if unit else _unit(text, end, unit)
    return Number(start, end, core, low, high, said or bound, unit, hyphened)


def _sign(text: str, start: int) -> tuple[int, str]:
    """The currency sign before a number, as (where it begins, unit)."""
    for sign, unit in _signs():
        if text.endswith(sign, 0, start):
            return start - len(sign), unit
    return start, ""


@lru_cache(maxsize=1)
def _signs() -> tuple[tuple[str, str], ...]:
    """Each currency's sign and unit, the longest sign first: US$ before $."""
    pairs = ((c["sign"], c["unit"]) for c in unit_words()["currencies"])
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@lru_cache(maxsize=1)
def _units() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {w.lower(): u["unit"] for u in unit_words()["units"] for w in u["words"]}
    return re.compile(rf"(?P<join>\s*-?\s*)(?P<unit>{either(names)})(?!\w)", re.I), names


def _unit(text: str, end: int, unit: str) -> tuple[int, str, bool]:
    """The unit right after a number, as (where it ends, unit, joined by a hyphen). Money keeps its sign's unit."""
    pattern, names = _units()
    match = pattern.match(text, end)
    if not match:
        return end, unit, False
    name = names[re.sub(r"\s+", " ", match["unit"]).lower()]
    if unit and unit_kinds()[name] != "money":
        return end, unit, False
    return match.end(), unit or name, "-" in match["join"]


def _bound(text: str, start: int, end: int) -> tuple[int, int, Bound | None]:
    """Words that bound the number, before it or after it, as (start, end, bound)."""
    before, after, particled = _bounds()
    for pattern, bound in before:
        match = pattern.search(text[:start])
        if match and not particled.search(text[: match.start()]):
            return match.start(), end, bound
    for pattern, bound in after:
        if match := pattern.match(text, end):
            return start, match.end(), bound
    return start, end, None


_Bounds = tuple[tuple[re.Pattern[str], Bound], ...]


@lru_cache(maxsize=1)
def _bounds() -> tuple[_Bounds, _Bounds, re.Pattern[str]]:
    """The words of each bound before a number and after it, and the verbs whose "over" is none."""
    words = number_words()

    def compiled(key: str, form: str) -> _Bounds:
        return tuple((re.compile(form % either(r["words"]), re.I), cast(Bound, r["bound"])) for r in words[key])

    particled = re.compile(rf"\b(?:{either(words['particled'])})\s+$", re.I)
    return compiled("bounds_before", r"(?<![\w-])(?:%s)\s+$"), compiled("bounds_after", r"\s*(?:%s)(?!\w)"), particled


def _ordinals(text: str) -> Iterable[Number]:
    """An ordinal that counts because something bounds it: "at least the third visit" is at least three visits."""
    ordinals = number_words()["ordinals"]
    for match in _ordinal().finditer(text):
        start, end, bound = _bound(text, match.start(), match.end())
        if bound in ("at least", "about", "nearly", "more than") and start < match.start():
            value = float(ordinals[match["word"].lower()])
            yield Number(start, end, match.span("word"), value, value, bound, "", ordinal=True)


def _halves(text: str) -> Iterable[Number]:
    """A year and a half, in which no number stands."""
    for match in re.finditer(r"\ban?(?P<unit>\s+\w+)\s+and\s+a\s+half\b(?!-|\s+of\b)", text, re.I):
        end, unit, _ = _unit(text, match.start("unit"), "")
        if unit and end == match.end("unit"):
            start, _, bound = _bound(text, match.start(), match.end())
            yield Number(start, match.end(), match.span(), 1.5, 1.5, bound or "exactly", unit)


@lru_cache(maxsize=1)
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the|his|her|its|their)\s+(?P<word>{either(number_words()['ordinals'])})\b", re.I)
