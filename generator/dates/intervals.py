"""Whole days, weeks, months and years around a day, and which of several a writer means.

All intervals include both ends; a week begins on Monday.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence

from generator.model import Interval

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
# A writer in another time zone tells of "tomorrow" in the past tense; two days cover the line and a late edition.
_SLACK = dt.timedelta(days=2)


def span_months(year: int, month: int, length: int) -> Interval:
    """`length` whole months from this one on; `month` may lie beyond 1 to 12."""
    first, last = year * 12 + month - 1, year * 12 + month - 2 + length
    end_year, end_month = last // 12, last % 12 + 1
    end = dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return Interval(dt.date(first // 12, first % 12 + 1, 1), end)


def find_unit(unit: str, day: dt.date, shift: int = 0) -> Interval:
    """The whole unit that holds `day`, or one that lies `shift` units later."""
    if unit in _DAYS_IN:
        day += dt.timedelta(days=shift * _DAYS_IN[unit])
        if unit == "day":
            return Interval(day, day)
        monday = day - dt.timedelta(days=day.weekday())
        return Interval(monday + dt.timedelta(days=5 if unit == "weekend" else 0), monday + dt.timedelta(days=6))
    length = _MONTHS_IN[unit]
    if unit == "century":  # the 20th is commonly 1900 to 1999
        return span_months((day.year // 100 + shift) * 100, 1, length)
    index = (day.year * 12 + day.month - 1) // length + shift
    return span_months(index * length // 12, index * length % 12 + 1, length)


def stretch(unit: str, day: dt.date, count: int) -> Interval:
    """The days from `day` on to the same day `count` units later (or earlier)."""
    if unit in _DAYS_IN:
        other = day + dt.timedelta(days=count * _DAYS_IN[unit])
    else:
        index = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
        year, month = index // 12, index % 12 + 1
        other = dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return Interval(min(day, other), max(day, other))


def choose(candidates: Sequence[Interval], tense: str, anchor: dt.date) -> Interval | None:
    """Of several years or weeks the one that the tense points to: the last before, the first after, or the nearest.
    The nearest too where the tense would reach ten months away past one that is close at hand: a parser's tense is
    wrong more often than a writer leaves out the year of so distant a day."""
    nearest = min(candidates, key=lambda c: (distance(c, anchor), c.start), default=None)
    if tense == "past":
        chosen = max((c for c in candidates if c.start <= anchor + _SLACK), key=lambda c: c.start, default=None)
    elif tense == "future":
        chosen = min((c for c in candidates if c.end >= anchor), key=lambda c: c.start, default=None)
    else:
        chosen = nearest
    is_far = chosen and nearest and distance(chosen, anchor) > 300 and distance(nearest, anchor) <= 62
    return nearest if is_far else chosen


def distance(interval: Interval, day: dt.date) -> int:
    """Days between a day and an interval; 0 inside."""
    return max((interval.start - day).days, (day - interval.end).days, 0)


def years_around(anchor: dt.date, month: int, length: int) -> list[Interval]:
    """`length` months from `month` on, in each of the five years about the anchor."""
    return [span_months(year, month, length) for year in range(anchor.year - 2, anchor.year + 3)]
