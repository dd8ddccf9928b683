"""Where things stand in the drawings: pure geometry, in the units of the drawing's own view box.

Templates draw it. Every drawing repeats what the page says in words beside it, so it can be left unseen.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.briefing import Event, Row
from generator.phrases import number

WIDTH = 320  # of every drawing; narrow enough to be read unscaled on a phone
_MARGIN = 16
_DOT = 9  # distance between stacked dots
_LABEL = 6.4  # width of a character of a label at its font size of 11, measured in DejaVu Sans, the widest in use


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot or bar from `x1` to `x2`; `kind` says how it is drawn, `colour` is the number of its origin (1 first)."""

    x1: float
    x2: float
    y: float
    kind: str  # dot, bar, up (at least), down (at most), about
    colour: int


@dataclass(frozen=True, slots=True)
class Label:
    """A word below an axis, centred on `x`; `y` is its baseline."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a template needs to draw: size, the height of the axis, marks and labels."""

    width: int
    height: float
    axis: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]

    @property
    def axis_end(self) -> float:
        """The lower end of a tick."""
        return round(self.axis + 4, 1)

    @property
    def inner(self) -> int:
        """The right end of an axis that stops short of the edge, as far as it starts from the left one."""
        return self.width - 8


def values(row: Row, colours: dict[str, int]) -> Drawing | None:
    """The values of a row on a common line, one mark an entry; None where all of them are the same single number.

    `colours` gives each origin's number. The line runs from the least to the greatest value, not from nought.
    """
    figures = [e.figure for e in row.entries]
    if len({(f.low, f.high, f.bound) for f in figures}) < 2:
        return None
    least, most = min(f.low for f in figures), max(f.high for f in figures)
    place = _Scale(least, most)
    stack: dict[float, int] = {}
    marks: list[Mark] = []
    for entry in row.entries:
        x1, x2 = place(entry.figure.low), place(entry.figure.high)
        level = stack[x1] = stack.get(x1, 0) + 1
        marks.append(Mark(x1, x2, level * _DOT, _KINDS.get(entry.figure.bound, "dot"), colours.get(entry.origin, 0)))
    axis = round((max(stack.values()) + 0.6) * _DOT, 1)
    labels = _labels(axis, {place(v): number(v) for f in figures for v in (f.low, f.high)})
    return Drawing(WIDTH, _height(labels), axis, _upwards(marks, axis), labels)


_KINDS = {
    "range": "bar", "at least": "up", "more than": "up", "at most": "down", "fewer than": "down",
    "about": "about", "nearly": "about",
}  # fmt: skip


def timeline(events: tuple[Event, ...]) -> Drawing | None:
    """The events over the years, a dot for a day and a bar for anything longer; None for fewer than three."""
    if len(events) < 3:
        return None
    first, last = min(e.when.start for e in events), max(e.when.end for e in events)
    start, end = dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)
    place = _Scale(start.toordinal(), end.toordinal())
    free: list[float] = []  # the right end of the last mark on each level
    marks = []
    for event in sorted(events, key=lambda e: (e.when.start, e.when.end)):
        x1, x2 = place(event.when.start.toordinal()), place(event.when.end.toordinal())
        level = next((i for i, right in enumerate(free) if right + 8 <= x1), len(free))
        free[level : level + 1] = [x2]
        marks.append(Mark(x1, x2, (level + 1) * _DOT, "dot" if x2 - x1 < 8 else "bar", 1))
    axis = round((len(free) + 0.6) * _DOT, 1)
    years = range(start.year, end.year + 1)
    step = max(1, -(-len(years) // 8))
    ticks = {place(dt.date(y, 1, 1).toordinal()): str(y) for y in years if (y - start.year) % step == 0}
    labels = _labels(axis, ticks)
    return Drawing(WIDTH, _height(labels), axis, _upwards(marks, axis), labels)


class _Scale:
    """A value's place on the line between the margins; in the middle where there is but one value."""

    def __init__(self, least: float, most: float) -> None:
        self.least, self.span = least, most - least

    def __call__(self, value: float) -> float:
        part = (value - self.least) / self.span if self.span else 0.5
        return round(_MARGIN + part * (WIDTH - 2 * _MARGIN), 1)


def _upwards(marks: list[Mark], axis: float) -> tuple[Mark, ...]:
    return tuple(Mark(m.x1, m.x2, round(axis - m.y, 1), m.kind, m.colour) for m in marks)


def _labels(axis: float, texts: dict[float, str]) -> tuple[Label, ...]:
    """Labels from left to right, moved to the second line where the first has no room, left out where neither has."""
    right: list[float] = [-_MARGIN, -_MARGIN]
    out = []
    for x, text in sorted(texts.items()):
        half = len(text) * _LABEL / 2
        centre = round(min(max(x, half), WIDTH - half), 1)
        line = next((i for i in (0, 1) if centre - half >= right[i] + 4), None)
        if line is not None:
            right[line] = centre + half
            out.append(Label(centre, round(axis + 15 + 13 * line, 1), text))
    return tuple(out)


def _height(labels: tuple[Label, ...]) -> float:
    return round(max(label.y for label in labels) + 4, 1)
