"""Months and days of the week as they are written, full or short: data/dates.yml."""

from __future__ import annotations

from generator import data

_NAMES: dict[str, list[str]] = data.load("dates")["months"]
_DAYS: dict[str, list[str]] = data.load("dates")["weekdays"]

MONTHS = {word.lower(): number for number, words in _NAMES.items() for word in words}
"""Every way to write a month in small letters, and its number in two digits: sept → 09."""
MONTH_NAMES = tuple(words[0] for words in _NAMES.values())
"""January to December."""
MONTH_FORM = rf"(?:{data.one_of(word for words in _NAMES.values() for word in words)})\b\.?"
"""A pattern of a month, full or short and then with a full stop or without."""
WEEKDAYS = {word.lower(): key for key, words in _DAYS.items() for word in words}
"""Every way to write a day of the week in small letters, and its key: tues → tue."""
WEEKDAY_NAMES = tuple(words[0] for words in _DAYS.values())
"""Monday to Sunday."""
