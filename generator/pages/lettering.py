"""Writes names into a map: each place's beside it, each country's inside it, none over another or over a way."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.pages.charts import LETTER
from generator.pages.projection import Frame, Point, area, is_inside, rounded

_LINE = 15  # height of a label


@dataclass(frozen=True, slots=True)
class Label:
    """A name, its baseline at `y`, beginning, centred or ending at `x` as `anchor` says."""

    text: str
    x: float
    y: float
    anchor: str  # start, middle, end: as SVG names them
    kind: str  # place, named, other


def _width(text: str) -> float:
    return len(text) * LETTER


def name_places(places: Sequence[tuple[str, Point]], taken: list[Frame], view: Frame) -> Iterator[Label]:
    """Each place's name on the first side that is free; above it where none is."""
    for name, (x, y) in places:
        wide = _width(name)
        sides = (
            ("start", x + 8, y + 4, Frame(x + 8, y - 8, x + 8 + wide, y + 7)),
            ("end", x - 8, y + 4, Frame(x - 8 - wide, y - 8, x - 8, y + 7)),
            ("middle", x, y + 19, Frame(x - wide / 2, y + 7, x + wide / 2, y + 22)),
            ("middle", x, y - 9, Frame(x - wide / 2, y - 22, x + wide / 2, y - 7)),
        )
        free = (side for side in sides if _is_free(side[3], taken, view))
        anchor, at, line, box = next(free, sides[-1])
        taken.append(box)
        yield Label(name, *rounded((at, line)), anchor, "place")


def _is_free(box: Frame, taken: Iterable[Frame], view: Frame) -> bool:
    inside = view.holds((box.left - 2, box.top)) and view.holds((box.right + 2, box.bottom))
    return inside and not any(box.meets(other) for other in taken)


def name_countries(
    seen: dict[str, list[list[Point]]], named: Collection[str], taken: list[Frame], view: Frame
) -> Iterator[Label]:
    """Names of countries where they fit inside them: first those that the articles speak of, the largest first."""
    order = sorted(seen, key=lambda name: (name not in named, -max(map(area, seen[name])), name))
    for name in order:
        ring = max(seen[name], key=area)
        if (box := _room(ring, _width(name), taken, view)) is not None:
            taken.append(box)
            kind = "named" if name in named else "other"
            yield Label(name, *rounded(((box.left + box.right) / 2, box.bottom - 4)), "middle", kind)


def _room(ring: list[Point], wide: float, taken: list[Frame], view: Frame) -> Frame | None:
    """The box for a name whose middle is farthest from the outline; None where it fits nowhere."""
    bounds = Frame.of(ring)
    best, most = None, 0.0
    for x in _steps(bounds.left + wide / 2, bounds.right - wide / 2):
        for y in _steps(bounds.top + _LINE / 2, bounds.bottom - _LINE / 2):
            box = Frame(x - wide / 2, y - _LINE / 2, x + wide / 2, y + _LINE / 2)
            corners = ((box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom))
            if not _is_free(box, taken, view) or not all(is_inside(corner, ring) for corner in corners):
                continue
            room = min(math.dist((x, y), point) for point in ring)
            if room > most:
                best, most = box, room
    return best


def _steps(first: float, last: float) -> Iterator[float]:
    """From first to last, 6 units apart at most."""
    count = max(1, math.ceil((last - first) / 6)) if last >= first else -1
    yield from (first + (last - first) * n / count for n in range(count + 1))
