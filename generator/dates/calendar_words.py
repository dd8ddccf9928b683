"""The words of the calendar and the rules that find dates, from data/dates.yml, ready to use.

Nothing here looks at a text: reading.py does. Every rule is one pattern with named groups; the words that a group
caught become the canonical parts of an expression here (`Sept.` is `09`, `three` is `3`, `last` is `-1`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import data
from generator.data.calendar import MONTHS, WEEKDAYS

_DATA = data.load("dates")

WEEKDAY_ORDER = tuple(_DATA["weekdays"])
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the northern, meteorological ones
_COUNTS = {word: n for kind in ("ones", "tens") for word, n in data.load("numbers")[kind].items() if n}
_NUMBERS: dict[str, int] = {"a": 1, "an": 1, **_COUNTS}
_ORDINALS: dict[str, int] = _DATA["ordinals"]
_DECADES: dict[str, int] = _DATA["decades"]
_SHIFTS: dict[str, int] = _DATA["shifts"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of temporal expression. `gives` is a template of an expression; `refers` means that the date is told by
    another one before it."""

    name: str
    pattern: re.Pattern[str]
    gives: str
    refers: bool
    or_else: str
    is_year: bool
    unless_before: frozenset[str]
    example: dict[str, Any]


@lru_cache(maxsize=32)
def words(key: str) -> frozenset[str]:
    """One of the word lists of the data file, in lower case."""
    return frozenset(str(word).lower() for word in _DATA[key])


def _any_of(items: list[str]) -> str:
    return f"(?:{data.one_of(items)})"


def _full_or_short(names: dict[str, list[str]]) -> str:
    """Either the full word or a short form with or without its full stop."""
    full = _any_of([words[0] for words in names.values()])
    short = _any_of([word for words in names.values() for word in words[1:]])
    return rf"(?:{full}\b|{short}\b\.?)"


def _macros() -> dict[str, str]:
    return {
        "month": _full_or_short(_DATA["months"]),
        "weekday": _full_or_short(_DATA["weekdays"]),
        "dayname": _any_of([names[0] for names in _DATA["weekdays"].values()]),
        "day": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?",
        "year4": r"(?:1[5-9]|20)\d\d",
        "season": _any_of(_DATA["seasons"]),
        "number": r"(?:\d{1,3}|" + _any_of(list(_NUMBERS)) + ")",
        "ordinal": _any_of(list(_ORDINALS)),
        "decadeword": _any_of(list(_DECADES)),
        "unit": "(?:day|week|weekend|month|year|decade)",
        "part": r"(?:(?:early|mid|late|earlier|later)(?:\s+in\s+|[\s-]\s?))?",
        "clock": r",?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?(?:[ap]m\b|[ap]\.m\.))?",
    }


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """The rules in their order: the first that matches a stretch of text keeps it."""
    macros = _macros()

    def expand(pattern: str, is_open: bool) -> re.Pattern[str]:
        body = re.sub(r"\{([a-z]+4?)\}", lambda m: macros[m[1]], pattern)
        if not is_open:
            body = rf"(?<![\w$€£¥#.,/-])(?:{body})(?![\w]|[.,/-]\d)"
        return re.compile(body, re.IGNORECASE)

    return tuple(
        Rule(
            name=rule["name"],
            pattern=expand(rule["pattern"], rule.get("open", False)),
            gives=rule["gives"],
            refers=rule.get("refers", False),
            or_else=rule.get("or_else", ""),
            is_year=rule.get("year", False),
            unless_before=frozenset(rule.get("unless_before", ())),
            example=rule["example"],
        )
        for rule in _DATA["rules"]
    )


def read_parts(groups: dict[str, str | None]) -> dict[str, str]:
    """The named groups of a match as canonical parts of an expression; a group that caught nothing is left out."""
    return {key: _canonical(key.rstrip("2"), value) for key, value in groups.items() if value}


def _canonical(key: str, value: str) -> str:
    word = value.lower().rstrip(".")
    match key:
        case "mark":
            return value
        case "month":
            return str(MONTHS[word])
        case "weekday":
            return str(WEEKDAYS[word])
        case "day":
            return f"{int(re.sub(r'[a-z]', '', word)):02d}"
        case "n":
            return str(int(word) if word.isdigit() else _NUMBERS[word])
        case "ordinal":
            return str(_ORDINALS[word])
        case "decadeword":
            return str(_DECADES[word])
        case "shift":
            return str(_SHIFTS[word.removeprefix("this ") if " " in word else word])
        case "season":
            return "autumn" if word == "fall" else word
        case _:
            return word
