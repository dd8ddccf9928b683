"""Where the dated events stand on a line of time, by how precisely they are dated.

A bar is as long as what is known of the day: a year where a source gives a year. Templates draw it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.briefing import Event
from generator.model import Interval
from generator.pages.charts import LETTER, WIDTH, Scale
from generator.pages.phrases import short_month

_LEFT = 54  # the names of the lanes
_LANE = 22
_LIFT = 11  # more for a lane where numbers stand above the marks
_ROOMY = 18  # a bar that long holds its number
_CLOSE = 17  # units between two dots whose numbers can still be told apart
_MOST_TICKS = 7
_NEAR = dt.timedelta(days=10)  # around the day that it is about: a second line shows these day by day
_PRECISIONS = (("day", "Day"), ("month", "Month"), ("year", "Year"), ("interval", "Longer"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A time from `x1` to `x2` at the height `y`; `count` events have it. `kind` is dot or bar."""

    x1: float
    x2: float
    y: float
    kind: str
    count: int

    @property
    def wide(self) -> float:
        """How long the bar is."""
        return round(self.x2 - self.x1, 1)

    @property
    def middle(self) -> float:
        """Where the number of its events is centred."""
        return round((self.x1 + self.x2) / 2, 1)

    @property
    def base(self) -> float:
        """The baseline of that number: in a bar that has room for it, else above the mark."""
        return self.y + 4.5 if self.wide >= _ROOMY else self.y - 8


@dataclass(frozen=True, slots=True)
class Tick:
    """A label below a line."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """One line of time: its lanes with their names, its marks and its ticks; `top` and `base` are its two ends."""

    top: float
    base: float
    lanes: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events over the years and, where several lie around one day, those day by day. `from_to` is the stretch of
    the first line that the second shows."""

    width: int
    left: int
    height: float
    axes: tuple[Axis, ...]
    from_to: tuple[float, float] | None
    tally: tuple[tuple[str, int], ...]  # how many events begin in each year


def timeline(events: Sequence[Event], about: Interval | None = None) -> Timeline | None:
    """When something happened; None for fewer than three different times. `about` is the day that it is all about."""
    counted = Counter((e.when.start, e.when.end) for e in events)
    if len(counted) < 3:
        return None
    whens = {Interval(*ends): count for ends, count in sorted(counted.items())}
    first, last = min(w.start for w in whens).year, max(w.end for w in whens).year
    start, end = dt.date(first, 1, 1), dt.date(last, 12, 31)
    years = _axis(whens, start, end, year_ticks(first, last), 4)
    axes, from_to = [years], None
    near = {w: n for w, n in whens.items() if about and about.start - _NEAR <= w.start and w.end <= about.end + _NEAR}
    if len(near) > 2 and last > first:
        days = min(w.start for w in near) - dt.timedelta(1), max(w.end for w in near) + dt.timedelta(1)
        axes.append(_axis(near, *days, _days(*days), years.base + 46))
        place = _place(start, end)
        from_to = place(days[0].toordinal()), place(days[1].toordinal() + 1)
    tally = tuple(sorted(Counter(str(event.when.start.year) for event in events).items()))
    return Timeline(WIDTH, _LEFT, axes[-1].base + 20, tuple(axes), from_to, tally)


def _place(start: dt.date, end: dt.date) -> Scale:
    return Scale(start.toordinal(), end.toordinal() + 1, _LEFT + 6, WIDTH - 16)


def _axis(
    whens: dict[Interval, int], start: dt.date, end: dt.date, ticks: Iterable[tuple[dt.date, str]], top: float
) -> Axis:
    place = _place(start, end)
    lanes: list[tuple[float, str]] = []
    marks: list[Mark] = []
    y = top + _LANE / 2
    for precision, name in _PRECISIONS:
        found = {when: count for when, count in whens.items() if when.precision == precision}
        if not found:
            continue
        lanes.append((y, name))
        rows = _days_merged(found, place) if precision == "day" else _stacked(found, place)
        y += _LIFT * any(count > 1 and x2 - x1 < _ROOMY for x1, x2, _, _, count in rows)
        lanes[-1] = (y, name)
        marks += [Mark(x1, x2, y + row * 16, kind, count) for x1, x2, row, kind, count in rows]
        y += _LANE + 16 * max(row for _, _, row, _, _ in rows)
    return Axis(top, y - 4, tuple(lanes), tuple(marks), place_labels(ticks, place))


def place_labels(ticks: Iterable[tuple[dt.date, str]], place: Scale) -> tuple[Tick, ...]:
    """What has room to the right of its line."""
    found = (Tick(place(day.toordinal()), text) for day, text in ticks)
    return tuple(tick for tick in found if tick.x + 2 + len(tick.text) * LETTER <= WIDTH)


_Rows = list[tuple[float, float, int, str, int]]  # from, to, row, kind, events


def _days_merged(found: dict[Interval, int], place: Scale) -> _Rows:
    """Days in one row; those too close to be told apart as one dot with all their events."""
    rows: _Rows = []
    for when, count in found.items():
        x = round((place(when.start.toordinal()) + place(when.start.toordinal() + 1)) / 2, 1)
        if rows and x - rows[-1][1] < _CLOSE:
            count += rows.pop()[4]
        rows.append((x, x, 0, "dot", count))
    return rows


def _stacked(found: dict[Interval, int], place: Scale) -> _Rows:
    """Longer times as bars, each in the first row that has room for it and its number."""
    free: list[float] = []
    rows: _Rows = []
    for when, count in found.items():
        x1, x2 = place(when.start.toordinal()), place(when.end.toordinal() + 1)
        x2 = max(x2, x1 + 4)
        row = next((n for n, end in enumerate(free) if end <= x1 + 0.5), len(free))
        free[row : row + 1] = [x2]
        rows.append((x1, x2, row, "bar", count))
    return rows


def year_ticks(first: int, last: int) -> list[tuple[dt.date, str]]:
    """The beginnings of years, all of them or every second, third …"""
    step = max(1, -(-(last - first + 1) // _MOST_TICKS))
    return [(dt.date(year, 1, 1), str(year)) for year in range(first, last + 1, step)]


def _days(start: dt.date, end: dt.date) -> list[tuple[dt.date, str]]:
    count = (end - start).days + 1
    step = max(1, -(-count // 5))
    days = [start + dt.timedelta(n) for n in range(0, count, step)]
    return [(day, f"{day.day} {short_month(day)}") for day in days]
