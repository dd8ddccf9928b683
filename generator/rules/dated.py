"""Dates of a statement: each, resolved, is one of the passages', or a less exact one that holds it.

How one is carried is a short text; None where it is not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.claims.authorship import is_own_words
from generator.claims.lengths import When
from generator.claims.reading import Told
from generator.claims.wording import stem, words_of
from generator.dates.reading import resolve
from generator.model import Interval, Span
from generator.rules.holding import Case, Fault


def hold_dates(case: Case) -> Fault | None:
    """Every date, resolved, is one of the passages', or a less exact one that holds it."""
    there = [d for t in case.passages for d in (*t.dates, *_own_day(case, t))]
    years = {d.interval.start.year for d in case.claim.dates if d.interval and re.match(r"\d{4}", d.expression)}
    days = {case.library.days.get(t.cite.article) for t in case.passages if t.cite}
    for date in case.claim.dates:
        if re.fullmatch(r"the (?:day|week|month|year)", date.text, re.I):
            continue  # ended the day lower: it dates nothing
        if len(days) == 1 and date.text.lower() in {d.text.lower() for d in there} and not re.search(r"\d", date.text):
            continue  # later in the day, in the words of the one article that is cited
        if not any(date_carried(d, there) for d in readings_of(date, years, days)):
            known = ", ".join(f"“{d.text}”" for d in there) or "no date"
            return Fault(f"{date.text} is not there; the passage has {known}")
    return None


def _own_day(case: Case, told: Told) -> list[When]:
    """The day of the article itself: that on which somebody's own words were given out, and where a report of today's
    happenings dates nothing in the paragraph, the day that it reports."""
    day = case.library.days.get(told.cite.article) if told.cite else None
    if told.cite is None or day is None:
        return []
    reading = case.library.readings[told.cite.article]
    has_saying = not {stem(t.lemma_) for t in case.claim.doc}.isdisjoint(
        stem(w) for key in ("saying", "documents") for w in words_of(key)
    )
    is_todays = not told.dates and any(d.expression == "(day 0)" for d in reading.dates)
    is_given_out = has_saying and is_own_words(reading.article)
    return [When(Span(0, 0), "the day of the text", Interval(day, day))] if is_given_out or is_todays else []


def readings_of(date: When, years: Collection[int], days: Collection[dt.date | None]) -> list[When]:
    """What a date of a statement can mean: a day without a year is in one that the statement names, where it names
    any; and a weekday is near the day of any cited article."""
    found = [date]
    if match := re.match(r"\((?:month-day|month-name) ([\d-]+) ", date.expression):
        found += [replace(date, interval=resolve(f"{year}-{match[1]}", None)) for year in sorted(years)]
    if date.expression.startswith("("):
        known = sorted(day for day in days if day)
        found += [replace(date, interval=resolve(date.expression, day)) for day in known]
    return found


def date_carried(date: When, told: Sequence[When]) -> str | None:
    """How a date is carried: the same, or a less exact one that holds a date of the passages; None where it is not."""
    if date.interval is None:
        return "the same words" if any(date.text.lower() == w.text.lower() for w in told) else None
    if any((date.text.lower(), date.expression) == (w.text.lower(), w.expression) for w in told):
        return "the same words"
    if date.expression.startswith("(month-day") and any(_is_same_day(date, w) for w in told):
        return "the same day of the year"
    known = [w for w in told if w.interval]
    if date.expression.startswith("(range ") and _is_cut_otherwise(date.interval, known):
        return None
    for other in known:
        if other.interval and date.interval.start <= other.interval.start and other.interval.end <= date.interval.end:
            return f"“{other.text}” is {say_interval(other.interval)}"
    starts = [w for w in known if w.interval and w.interval.start == date.interval.start]
    ends = [w for w in known if w.interval and w.interval.end == date.interval.end]
    if starts and ends:
        return f"“{starts[0].text}” and “{ends[0].text}”"
    return None


def _is_cut_otherwise(interval: Interval, known: Sequence[When]) -> bool:
    """The passages give a stretch that begins or ends with the statement's, and then ends or begins otherwise: head of
    the agency from 2016 until 2022, where 2020 is the year of something else."""
    ranges = [w.interval for w in known if w.interval and w.expression.startswith("(range ")]
    return any((r.start == interval.start) != (r.end == interval.end) for r in ranges)


def _is_same_day(date: When, other: When) -> bool:
    """Two days without a year, which only their verbs put into one year or another."""
    if date.interval is None or other.interval is None or re.search(r"\d{4}", other.text):
        return False
    one, two = date.interval, other.interval
    return one.start == one.end and two.start == two.end and f"{one.start:%m%d}" == f"{two.start:%m%d}"


def say_interval(interval: Interval) -> str:
    """A date as short as its precision allows."""
    match interval.precision:
        case "day":
            return _day(interval.start)
        case "month":
            return f"{interval.start:%B} {interval.start.year}"
        case "year":
            return str(interval.start.year)
    return f"{_day(interval.start)} to {_day(interval.end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
