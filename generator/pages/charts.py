"""Where things stand in the drawings: pure geometry, in the units of the drawing's own view box.

Templates draw it. Every drawing repeats what the page says in words beside it, so it can be left unseen.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from generator.briefing import Event, Row
from generator.model import Figure
from generator.pages.phrases import number

WIDTH = 320  # of every drawing; narrow enough to be read unscaled on a phone
_MARGIN = 16
_DOT = 9  # distance between stacked dots
_TAIL = 14  # length of the arrow of a bound, as templates/charts/values.svg.j2 draws it
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
    tally: tuple[tuple[str, int], ...] = ()  # of a timeline: how many events begin in each year

    @property
    def axis_end(self) -> float:
        """The lower end of a tick."""
        return round(self.axis + 4, 1)

    @property
    def inner(self) -> int:
        """The right end of an axis that stops short of the edge, as far as it starts from the left one."""
        return self.width - 8


def values(row: Row, colours: dict[str, int]) -> Drawing | None:
    """The values of a row on a common line, one mark an entry; None where all of them are the same.

    `colours` gives each origin's number. The line runs from the least to the greatest value, not from nought.
    """
    entries = [e for e in row.entries if not _is_vague(e.figure)]
    if len({(e.figure.low, e.figure.high, e.figure.bound) for e in entries}) < 2:
        return None
    numbers = sorted({v for e in entries for v in (e.figure.low, e.figure.high)})
    place = _Scale(numbers[0], numbers[-1])
    spans = sorted(
        (place(e.figure.low), place(e.figure.high), _KINDS.get(e.figure.bound, "dot"), colours.get(e.origin, 0))
        for e in entries
    )
    return _draw(spans, {place(v): number(v) for v in numbers})


def _is_vague(figure: Figure) -> bool:
    """True for "dozens" and the like: drawn, their ends would be numbers that nobody gave."""
    return figure.high > 2 * figure.low and not any(character.isdigit() for character in figure.text)


_KINDS = {
    "range": "bar", "at least": "up", "more than": "up", "at most": "down", "fewer than": "down",
    "about": "about", "nearly": "about",
}  # fmt: skip


def timeline(events: tuple[Event, ...]) -> Drawing | None:
    """When something happened, over the years: a dot for a day, a bar for anything longer, each time once however many
    events it has. None for fewer than three different times."""
    times = sorted({(e.when.start, e.when.end) for e in events})
    if len(times) < 3:
        return None
    start, end = dt.date(times[0][0].year, 1, 1), dt.date(max(last for _, last in times).year, 12, 31)
    place = _Scale(start.toordinal(), end.toordinal())
    ends = [(place(first.toordinal()), place(last.toordinal())) for first, last in times]
    years = range(start.year, end.year + 1)
    step = max(1, -(-len(years) // 8))
    ticks = {place(dt.date(y, 1, 1).toordinal()): str(y) for y in years if (y - start.year) % step == 0}
    drawing = _draw([(x1, x2, "bar" if x2 - x1 >= _DOT else "dot", 1) for x1, x2 in ends], ticks)
    begun = Counter(str(event.when.start.year) for event in events)
    return replace(drawing, tally=tuple(sorted(begun.items())))


def _draw(spans: list[tuple[float, float, str, int]], ticks: dict[float, str]) -> Drawing:
    """The marks above a line, each on the lowest level that has room for it, and the labels below."""
    free: list[float] = []  # where the last mark on each level ends
    levels = []
    for x1, x2, kind, _ in spans:
        level = next((i for i, end in enumerate(free) if end + _DOT <= x1), len(free))
        free[level : level + 1] = [max(x2, x1 + _TAIL) if kind == "up" else x2]
        levels.append(level)
    axis = round((len(free) + 0.6) * _DOT, 1)
    labels = _labels(axis, ticks)
    marks = (
        Mark(x1, x2, round(axis - (level + 1) * _DOT, 1), kind, colour)
        for (x1, x2, kind, colour), level in zip(spans, levels, strict=True)
    )
    return Drawing(WIDTH, round(max(label.y for label in labels) + 4, 1), axis, tuple(marks), labels)


class _Scale:
    """A value's place on the line between the margins; in the middle where there is but one value."""

    def __init__(self, least: float, most: float) -> None:
        self.least, self.span = least, most - least

    def __call__(self, value: float) -> float:
        part = (value - self.least) / self.span if self.span else 0.5
        return round(_MARGIN + part * (WIDTH - 2 * _MARGIN), 1)


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
