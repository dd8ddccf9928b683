"""Times of day: half past eight in the evening is 8:30 p.m., and noon is 12 p.m.

A statement's time has to be one that a passage tells, to the minute unless the statement says about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import data
from generator.figures.numerals import number_words
from generator.model import Span

_DAY = 24 * 60
_ABOUT = 10  # minutes that "about" may stand for, where the passage is to the minute


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: the minutes since midnight that it may be (two where the half of the day is open), and whether it
    is told as about."""

    span: Span
    minutes: frozenset[int]
    is_loose: bool


@lru_cache(maxsize=4096)
def find_clocks(text: str) -> tuple[Clock, ...]:
    """Every time of day of a text, in its order."""
    return tuple(_read(text, match) for match in _pattern().finditer(text) if _is_time(text, match))


def clock_carried(mine: Clock, there: Iterable[Clock]) -> bool:
    """Whether some passage's time is this one; one told to the minute does not follow from one told as about."""
    for other in there:
        if mine.minutes & other.minutes and (mine.is_loose or not other.is_loose):
            return True
        if mine.is_loose and any(_apart(a, b) <= _ABOUT for a in mine.minutes for b in other.minutes):
            return True
    return False


def _apart(one: int, other: int) -> int:
    return min((one - other) % _DAY, (other - one) % _DAY)


def _words() -> dict[str, Any]:
    return data.load("clocks")


@lru_cache(maxsize=1)
def _spelled() -> dict[str, int]:
    """The hours of the clock in words."""
    return {word: hour for word, hour in number_words()["ones"].items() if 1 <= hour <= 12}


@lru_cache(maxsize=1)
def _loose() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{data.one_of(_words()['loose'])})\s+$", re.I)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = _words()
    hour = rf"\d{{1,2}}|{data.one_of(_spelled())}"
    half = r"\s*(?P<half>[ap])\.?m\b\.?"
    part = rf"(?:\s+(?:in|at|on)?\s*(?:the\s+|that\s+|this\s+)?(?P<part>{data.one_of(words['parts'])})\b)?"
    way = data.one_of((*words["past"], *words["to"]))
    told = rf"(?P<step>{data.one_of(words['minutes'])})\s+(?P<way>{way})\s+(?P<hour>{hour})\b"
    digits = rf"(?P<h>\d{{1,2}})(?::(?P<m>[0-5]\d)|\.(?P<d>[0-5]\d)(?={half.replace('?P<half>', '?:')}))(?![\d:])"
    parts = data.one_of(words["parts"])
    whole = rf"(?P<o>{hour})(?=\s*(?:o'clock\b|[ap]\.?m\b|\s+in\s+the\s+(?:{parts})\b))(?:\s*o'clock\b)?"
    fixed = rf"(?P<fixed>{data.one_of(words['fixed'])})"
    return re.compile(rf"(?<![\w:.,$€£-])(?:{told}|{digits}|{whole}|{fixed})(?:{half})?(?!\w){part}", re.I)


def _is_time(text: str, match: re.Match[str]) -> bool:
    """A number of minutes to an hour needs a word before it that leads to a time; no hour is over 24."""
    if match["h"] and int(match["h"]) > 24:
        return False
    if not match["step"]:
        return True
    if _hour(match["hour"]) > 12:
        return False
    if match["way"].lower() == "past" and match["step"].lower() in ("half", "quarter", "a quarter"):
        return True
    before = re.search(r"([a-z]+)\s+$", text[: match.start()], re.I)
    ends = re.match(r"\s*(?:$|[,.;:)]|(?:on|that|this|when|and|while|as|in)\b)", text[match.end() :], re.I)
    return before is not None and before[1].lower() in _words()["led_by"] and ends is not None  # ten to twelve boats


def _read(text: str, match: re.Match[str]) -> Clock:
    words = _words()
    is_loose = _loose().search(text[: match.start()]) is not None
    span = Span(*match.span())
    if match["fixed"]:
        return Clock(span, frozenset({words["fixed"][match["fixed"].lower()]}), is_loose)
    hour = _hour(match["hour"] or match["h"] or match["o"])
    minute = int(match["m"] or match["d"] or 0)
    if match["step"]:
        step = words["minutes"][match["step"].lower()]
        minute = step if match["way"].lower() in words["past"] else -step
    half = {"a": "am", "p": "pm"}.get((match["half"] or "").lower(), "")
    half = half or words["parts"].get((match["part"] or "").lower(), "")
    is_full = bool(match["h"]) and (hour > 12 or match["h"].startswith("0")) and not half
    return Clock(span, frozenset((h * 60 + minute) % _DAY for h in _hours(hour, half, is_full)), is_loose)


def _hour(text: str) -> int:
    return int(text) if text.isdigit() else _spelled()[text.lower()]


def _hours(hour: int, half: str, is_full: bool) -> tuple[int, ...]:
    """The hours of the day that an hour as written may be."""
    if is_full or hour > 12:
        return (hour % 24,)
    morning, evening = hour % 12, hour % 12 + 12
    match half:
        case "am":
            return (morning,)
        case "pm":
            return (evening,)
        case "night":
            return (evening,) if 5 < hour < 12 else (morning,)
    return morning, evening
