"""A number by itself, in digits or in words, and the words for a part of a whole: data/numbers.yml.

What stands around it (a bound, a unit, the other end of a range) is read in numbers.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator import data

# What a whole number may have besides: three and a half; but two and a half of them are two, and half of them.
_ODD = r"(?:[-\s]+and[-\s]+(?:a|one|three)[-\s]+(?:half|quarters?)\b(?!-final|\s+of\b))"
_COUNTS = {"a": 1, "one": 1, "three": 3}


def number_words() -> dict[str, Any]:
    """data/numbers.yml."""
    return data.load("numbers")


@lru_cache(maxsize=1)
def part_words() -> dict[str, int]:
    """The words for a part of a whole, one and several, and how many such parts make it: third and thirds → 3."""
    parts: dict[str, int] = number_words()["parts"]
    return {**parts, **{_several(word): count for word, count in parts.items()}}


def _several(part: str) -> str:
    return "halves" if part == "half" else part + "s"


def either(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first, with any run of blanks between words."""
    return data.one_of(words).replace(r"\ ", r"\s+")


def find_numerals(text: str) -> tuple[re.Match[str], ...]:
    """Every number of a text by itself, in its order."""
    return tuple(m for m in _numeral().finditer(text) if not _is_glued(text, m.start(), m.end()))


@lru_cache(maxsize=1)
def _numeral() -> re.Pattern[str]:
    """One number by itself: 1,613 / 9.5 million / $15bn's 15bn / two hundred and six / dozens / half a million."""
    words = number_words()
    scales = either(words["scales"])
    suffixes = either((*words["suffixes"], *words["money_suffixes"]))
    ones, tens = either(words["ones"]), either(words["tens"])
    below = rf"(?:(?:{tens})(?:-(?:{ones}))?|{ones})\b"
    whole = rf"(?:{below}|a(?=\s+(?:{scales})\b))(?:[-\s]+(?:{scales})\b(?:\s+(?:and\s+)?{below})?)*"
    spelled = rf"{below}{_ODD}(?:[-\s]+(?:{scales})\b)?|{whole}"
    return re.compile(
        rf"\b(?P<vague>{either(words['vague'])})\b|\b(?P<fixed>{either(words['fixed'])})(?!\w)"
        rf"|(?<![\w.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<odd>{_ODD})?"
        rf"(?:\s?(?P<suffix>{suffixes})\b|[-\s]*(?P<scale>{scales})\b)?|\b(?P<spelled>{spelled}|(?:{scales})\b)",
        re.I,
    )


def _is_glued(text: str, start: int, end: int) -> bool:
    """Part of something longer: A380, COVID-19, 12:05, 4.2.1, 24/7, a phone number, the 21st, two-thirds."""
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    if re.search(r"[\w:/#@_]$|[^\W\d]-$|\d[.,]$|\d-\d+-$", before):
        return True
    if _part().match(after):
        return True
    return bool(re.match(r"[:/]\d|(?:st|nd|rd|th)\b|[.]\d|['’]?s\b|[A-Za-z]{1,2}\d|-\d+-\d", after))


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """After a number, what makes it a fraction: one-third, two and a half; but five fourth-graders are five."""
    parts = data.one_of(part_words())
    return re.compile(rf"(?:-|\s(?:and a )?(?!(?:{parts})-))(?:{parts})\b", re.I)


def value_of(match: re.Match[str]) -> tuple[float, float]:
    """Low and high of one number as it is written: 30 is both, dozens are 24 to 250."""
    words = number_words()
    text = re.sub(r"\s+", " ", match.group()).lower()
    if match["vague"]:
        low, high = words["vague"][text]
        return float(low), float(high)
    if match["fixed"]:
        return (float(words["fixed"][text]),) * 2
    if match["digits"]:
        number = Decimal(match["digits"].replace(",", "")) + Decimal(_odd(match["odd"] or ""))
        return (float(number * factors().get(scale_of(match), 1)),) * 2
    return (_spelled(text),) * 2


@lru_cache(maxsize=1)
def factors() -> dict[str, int]:
    """By how much the word or the letters behind digits multiply them."""
    words = number_words()
    return {**words["suffixes"], **words["money_suffixes"], **words["scales"]}


def scale_of(match: re.Match[str]) -> str:
    """The word or the letters behind digits that multiply them; empty where none stands there."""
    return (match["scale"] or match["suffix"] or "").lower()


def _spelled(text: str) -> float:
    """The value of a number in words; "two hundred and six" → 206, "two and a half million" → 2,500,000."""
    words = number_words()
    text = re.sub(_ODD, lambda odd: f" +{_odd(odd.group())}", text)
    total = group = 0.0
    for word in re.split(r"[\s-]+", text):
        if word in words["scales"]:
            scale = words["scales"][word]
            if scale == 100:
                group = (group or 1) * 100
            else:
                total, group = total + (group or 1) * scale, 0
        elif word.startswith("+"):
            group += float(word)
        else:
            group += words["ones"].get(word, words["tens"].get(word, 0))
    return total + group


def _odd(text: str) -> float:
    """What stands after a whole number as parts of one: "and three quarters" → 0.75; 0 where nothing does."""
    if not text:
        return 0.0
    _, count, part = re.split(r"[-\s]+", text.lower().strip(" -"))
    return _COUNTS[count] / part_words()[part]
