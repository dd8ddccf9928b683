"""The operations of an expression of time: each makes an interval of its arguments and of the day that the article has.

None stands for what cannot be known, as an interval that needs the article's day where that is not known.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from generator.dates.calendar_words import SEASON_STARTS, WEEKDAY_ORDER
from generator.dates.intervals import choose, distance, find_unit, span_months, stretch, years_around
from generator.model import Interval

Unit = Literal["day", "weekend", "week", "month", "quarter", "year", "decade", "century"]
Argument = str | Interval | None
Operation = Callable[[list[Argument], dt.date | None], Interval | None]


def _unit(unit: Unit) -> Operation:
    def at_distance(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
        if anchor is None:
            return None
        if unit == "weekend" and not _is_number(arguments[0]):
            return choose([find_unit(unit, anchor, n) for n in (-1, 0, 1)], str(arguments[0]), anchor)
        return find_unit(unit, anchor, _number(arguments[0]))

    return at_distance


def _unit_of(unit: Unit) -> Operation:
    def whole(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
        start, end = (find_unit(unit, day) for day in (_interval(arguments[0]).start, _interval(arguments[0]).end))
        return start if start == end else None

    return whole


def _weekday(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    name, side = str(arguments[0]), str(arguments[1])
    if anchor is None:
        return None
    back = (anchor.weekday() - WEEKDAY_ORDER.index(name)) % 7
    match side:
        case "-1":
            back = back or 7
        case "1":
            back = back - 7
        case "future" | "present":  # "the hearing is on Monday"
            back = back - 7 if back else 0
    return find_unit("day", anchor - dt.timedelta(days=back))


def _month_day(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    month, day = map(int, str(arguments[0]).split("-"))
    if anchor is None:
        return None
    days = [dt.date(y, month, day) for y in range(anchor.year - 4, anchor.year + 5)
            if day <= calendar.monthrange(y, month)[1]]  # fmt: skip
    candidates = [Interval(d, d) for d in days]
    if len(arguments) > 2:  # a weekday settles the year, where one of the nearest two fits it
        fitting = [c for c in candidates if WEEKDAY_ORDER[c.start.weekday()] == arguments[2]]
        near = [c for c in fitting if distance(c, anchor) < 400]
        candidates = near or candidates
    return choose(candidates, str(arguments[1]), anchor)


def _month_name(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    month, side = int(str(arguments[0])), str(arguments[1])
    if anchor is None:
        return None
    candidates = years_around(anchor, month, 1)
    if _is_number(side):
        before = [c for c in candidates if c.end < anchor]
        after = [c for c in candidates if c.start > anchor]
        return {"-1": before[-1], "0": span_months(anchor.year, month, 1), "1": after[0]}[side]
    return choose(candidates, side, anchor)


def _quarter(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    if len(arguments) == 1:
        return _unit("quarter")(arguments, anchor)
    number, which = int(str(arguments[0])), arguments[1]
    if isinstance(which, Interval):
        return span_months(_interval(which).start.year, number * 3 - 2, 3)
    return None if anchor is None else choose(years_around(anchor, number * 3 - 2, 3), str(which), anchor)


def _season(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    month, which = SEASON_STARTS[str(arguments[0])], arguments[1]
    if isinstance(which, Interval):
        return span_months(which.start.year, month, 3)
    if anchor is None:
        return None
    candidates = years_around(anchor, month, 3)
    if which == "-1":
        return [c for c in candidates if c.end < anchor][-1]
    if which == "1":
        return next(c for c in candidates if c.start > anchor)
    return choose(candidates, "near", anchor)


def _figures(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    """A date in figures. A dot puts the day first; with a slash both orders are tried, and where both are dates the one
    in the two months before the article is taken, if only one is."""
    first, mark, second = int(str(arguments[0])), str(arguments[1]), int(str(arguments[2]))
    year = arguments[3].start.year if isinstance(arguments[3], Interval) else 2000 + _number(arguments[3])
    orders = [(second, first)] if mark == "." else [(first, second), (second, first)]
    days = sorted({dt.date(year, m, d) for m, d in orders if m <= 12 and d <= calendar.monthrange(year, m)[1]})
    near = [d for d in days if anchor and 0 <= (anchor - d).days <= 62]
    only = days if len(days) == 1 else near if len(near) == 1 else []
    return Interval(only[0], only[0]) if only else None


def _in(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    whole, part = _interval(arguments[0]), str(arguments[1])
    if part in WEEKDAY_ORDER:
        return find_unit("day", whole.start + dt.timedelta(days=WEEKDAY_ORDER.index(part)))
    if "-" in part:
        day = dt.date(whole.start.year, *map(int, part.split("-")))
        return Interval(day, day)
    return span_months(whole.start.year, int(part), 1)


def _ago(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    return None if anchor is None else find_unit(str(arguments[1]), anchor, -_number(arguments[0]))


def _back(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    if anchor is None:
        return None
    return find_unit("day", stretch(str(arguments[1]), anchor, -_number(arguments[0])).start)


def _from_now(sign: int) -> Operation:
    def from_now(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
        return None if anchor is None else stretch(str(arguments[1]), anchor, sign * _number(arguments[0]))

    return from_now


def _shift(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    base = _interval(arguments[2])
    unit = str(arguments[1])
    start, end = (find_unit(unit, day, _number(arguments[0])) for day in (base.start, base.end))
    return start if start == end else None


def _year_before(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    base = _interval(arguments[0])
    if base.precision == "day":
        day = stretch("year", base.start, -1).start
        return Interval(day, day)
    months = (base.end.year - base.start.year) * 12 + base.end.month - base.start.month + 1
    return span_months(base.start.year - 1, base.start.month, months)


def _range(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    start, end = _interval(arguments[0]).start, _interval(arguments[1]).end
    return Interval(start, end) if start <= end else None


def _decade_of(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    return find_unit("decade", _interval(arguments[0]).start)


def _century(arguments: list[Argument], anchor: dt.date | None) -> Interval | None:
    if len(arguments) == 1 and not str(arguments[0]).startswith("-") and len(str(arguments[0])) == 2:
        return span_months((int(str(arguments[0])) - 1) * 100, 1, 1200)
    return _unit("century")(arguments, anchor)


def _is_number(argument: Argument) -> bool:
    return isinstance(argument, str) and bool(re.fullmatch(r"-?\d+", argument))


def _number(argument: Argument) -> int:
    return int(str(argument))


def _interval(argument: Argument) -> Interval:
    if not isinstance(argument, Interval):
        raise ValueError(f"not a date: {argument}")
    return argument


OPERATIONS: dict[str, Operation] = {
    **{unit: _unit(unit) for unit in ("day", "weekend", "week", "month", "year", "decade")},
    **{f"{unit}-of": _unit_of(unit) for unit in ("day", "weekend", "week", "month", "year")},
    "weekday": _weekday, "month-day": _month_day, "month-name": _month_name, "quarter": _quarter, "season": _season,
    "figures": _figures, "in": _in, "ago": _ago, "back": _back, "last": _from_now(-1), "next": _from_now(1),
    "shift": _shift, "year-before": _year_before, "range": _range, "decade-of": _decade_of, "century": _century,
}  # fmt: skip
