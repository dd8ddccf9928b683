"""Dates as a page prints them beside an article, and nothing else: which day was this published?

A line is a timestamp only where nothing but a date and time stands on it. Dates inside sentences are not read here.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re

from generator.data.calendar import MONTH_FORM, MONTHS

_MONTH = rf"(?P<month>{MONTH_FORM})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}\b",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<!\d)(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d\d)(?![\d.])",
        r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d\d)(?![\d/])",
    )
)
_CLOCK = r"\d{1,2}(?:[:.]\d\d){0,2}\s*(?:[ap]\.?\s?m\.?)?(?:Z|[+-]\d\d:?\d\d)?"
_ZONE = r"(?:GMT|UTC|E[SD]?T|C[SE]?[SD]?T|M[SD]T|P[SD]?T|BST|IST|SGT|HKT|JST|MSK|EET|WIB|local time)(?:[+-]\d{1,2})?"
_AROUND = re.compile(
    rf"""(?:\b(?:first|originally|last|date|published|posted|updated|modified|created|issued|release[d]?|on|at|by|as\ of
    |(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|yesterday|logo
    |(?:\d+|an?)\s*(?:m|h|d|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago|just\s+now|\d+\s?[hmd]|(?:\d+\s+)?min(?:ute)?s?\s+read)\b
    |{_CLOCK}|\b{_ZONE}\b|[\s,.:;|·•–—/()@-])*""",
    re.I | re.X,
)
_TIME_ONLY = re.compile(rf"(?:{_CLOCK}\s*(?:{_ZONE})?|(?:\d+\s*|an?\s+)[a-z]+\s+ago)\.?", re.I)
_RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(?=\d{1,2}\s[A-Z][a-z]{2})")
"""What a page prints twice, once for the eye and once for reading aloud: 5 Apr 20315 Apr 2031."""
_TELLS_TIME = re.compile(r"\d[:.]\d\d|\d\s*[ap]\.?\s?m\b|\bago\b", re.I)
_SAYS_WHAT_OF = re.compile(r"\W*(?:(?:first|last)\s+)?(?:published|posted|updated|modified|created|issued)\b", re.I)


def read_date(text: str) -> dt.date | None:
    """The first full date written out in figures or with a month's name. 3/4/2025 is two dates, so it is none."""
    days = possible_dates(text)
    return days[0] if len(days) == 1 else None


def possible_dates(text: str) -> tuple[dt.date, ...]:
    """The days that the first full date of the text may mean: one, or two where day and month cannot be told apart."""
    text = _RUN_TOGETHER.sub(r"\1 ", text)
    found = [(m.start(), i, m) for i, form in enumerate(_FORMS) for m in form.finditer(text)]
    for _, _, match in sorted(found, key=lambda entry: entry[:2]):
        if days := _days_of(match.groupdict()):
            return days
    return ()


def _days_of(parts: dict[str, str | None]) -> tuple[dt.date, ...]:
    year = int(parts["year"] or 0)
    year += 2000 * (year < 100)
    if parts.get("a"):
        a, b = int(parts["a"] or 0), int(parts["b"] or 0)
        pairs = [(a, b), (b, a)]
    else:
        name = (parts["month"] or "").lower().rstrip(".")
        pairs = [(int(MONTHS.get(name, name)), int(parts["day"] or 0))]
    days = []
    for month, day in pairs:
        with contextlib.suppress(ValueError):
            days.append(dt.date(year, month, day))
    return tuple(dict.fromkeys(days))


def cut_dates(text: str) -> str:
    """The text with a bar in the place of every full date."""
    text = _RUN_TOGETHER.sub(r"\1 ", text)
    for form in _FORMS:
        text = form.sub(" | ", text)
    return text


def is_around_date(part: str) -> bool:
    """True for what stands beside a date and says nothing more: a clock, a zone, a weekday, `Updated`."""
    return bool(_AROUND.fullmatch(part))


def is_timestamp(line: str) -> bool:
    """True where a line holds a date, a time or both, with words such as `Updated` and nothing else."""
    text = line.strip()
    if len(text) > 120 or not re.search(r"\d|\bago\b", text):
        return False
    rest = cut_dates(text)
    if rest == text:
        is_time = _TIME_ONLY.fullmatch(text) or (_SAYS_WHAT_OF.match(text) and _AROUND.fullmatch(text))
        return bool(is_time and _TELLS_TIME.search(text))
    return bool(_AROUND.fullmatch(rest))
