"""Expressions of time and the intervals they stand for, once the day an article counts from is known.

An expression is a calendar date (`2019`, `2019-03`, `2019-03-07`) or `(operation argument …)`, where an argument may
be an expression itself: `(shift 1 year 1911)`, `(range 2024-07 (month -1))`. An expression that cannot be known gives
None, never a guess: a wrong date is worse than none.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

from generator.dates.intervals import span_months
from generator.dates.operations import OPERATIONS, Argument, Unit
from generator.model import Interval


def resolve(expression: str, anchor: dt.date | None) -> Interval | None:
    """What an expression stands for, counted from `anchor`, the article's date. None where that cannot be known: an
    expression that needs an anchor without one, or a day that the calendar does not have."""
    tokens = re.findall(r"[()]|[^\s()]+", expression)
    try:
        value = _evaluate(tokens, anchor)
    except (ValueError, OverflowError, IndexError):
        return None
    return value if isinstance(value, Interval) else None


def resolve_past(expression: str, anchor: dt.date | None) -> Interval | None:
    """What an expression stands for where it tells of something that has happened: "this week" ends with the article's
    day. That has to be known for it: an inferred one may be early. A week may have begun on its Sunday, so that on a
    Monday it is two days long."""
    when = resolve(expression, anchor)
    if when is None or anchor is None or expression != "(week 0)":
        return when
    return Interval(min(when.start, anchor - dt.timedelta(days=1)), anchor)


def unit_of(expression: str) -> Unit:
    """How long the interval is that an expression gives, by its form alone."""
    if match := re.fullmatch(r"\d{4}(-\d\d)?(-\d\d)?", expression):
        return "day" if match[2] else "month" if match[1] else "year"
    operation, *rest = re.findall(r"[^\s()]+", expression)
    if operation in ("shift", "ago"):
        return cast(Unit, rest[1])  # the grammar puts a unit there
    if operation == "in":
        return "day" if re.search(r"\d\d-\d\d\)$|[a-z]{3}\)$", expression) else "month"
    return _UNITS.get(operation, "year")


_UNITS: dict[str, Unit] = {
    "weekday": "day", "month-day": "day", "figures": "day", "day": "day", "day-of": "day", "week": "week",
    "week-of": "week", "weekend": "weekend", "weekend-of": "weekend", "month": "month", "month-name": "month",
    "month-of": "month", "quarter": "quarter", "season": "quarter", "decade": "decade", "decade-of": "decade",
    "century": "century",
}  # fmt: skip


def _evaluate(tokens: list[str], anchor: dt.date | None) -> Argument:
    token = tokens.pop(0)
    if token != "(":
        return _literal(token)
    operation = tokens.pop(0)
    arguments: list[Argument] = []
    while tokens[0] != ")":
        arguments.append(_evaluate(tokens, anchor))
    tokens.pop(0)
    function = OPERATIONS.get(operation)
    if function is None or any(argument is None for argument in arguments):
        return None
    return function(arguments, anchor)


def _literal(token: str) -> Argument:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", token):
        day = dt.date.fromisoformat(token)
        return Interval(day, day)
    if re.fullmatch(r"\d{4}-\d\d", token):
        return span_months(int(token[:4]), int(token[5:]), 1)
    if re.fullmatch(r"\d{4}", token):
        return span_months(int(token), 1, 12)
    return token
