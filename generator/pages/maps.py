"""Draws the map of an editor's file: its places, the ways between them, and the countries around as background.

A way to a country ends where the country begins, since no source says more. What is drawn fits a phone unscaled;
whatever the drawing says stands as sentences beside it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.briefing import Briefing, SketchMap
from generator.data.world import Country, Ring, load_countries
from generator.figures.acts import nations_in
from generator.pages.charts import WIDTH
from generator.pages.lettering import Label, name_countries, name_places
from generator.pages.projection import Frame, Point, Projection, area, centroid, clip, is_inside, rounded

_HEIGHTS = (210, 380)  # the least and the most
_MARGIN = 0.09  # of the frame's diagonal, around everything that has to be seen
_LARGE = 2.2  # a country that much larger than the ways themselves is shown in part only
_BEYOND = 0.12  # of a way's length
_SHORT = 30  # units: on a shorter way its number would hide both ends
_BEND = 0.14  # how far a way bows out, as a share of its length, so that two between the same ends lie apart
_SCALES = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)  # km


@dataclass(frozen=True, slots=True)
class Land:
    """A country as it is seen: a path; `kind` is end (a way begins, ends or has a place there), named (the articles
    speak of it) or other."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Way:
    """A route: its curve, the arrow's head, and where its number stands."""

    path: str
    head: str
    number: int
    x: float
    y: float
    is_used: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing, in units of its view box. `scale` is a length of so many kilometres."""

    width: int
    height: int
    lands: tuple[Land, ...]
    ways: tuple[Way, ...]
    dots: tuple[Point, ...]
    labels: tuple[Label, ...]
    scale: float
    kilometres: int


def draw_map(briefing: Briefing) -> Chart | None:
    """The map of the editor's file; None where there is none, or none of its ways can be drawn."""
    if not briefing.map or not briefing.map.routes:
        return None
    named = {n for a in briefing.articles for p in a.paragraphs for n in nations_in(p.text)}
    return _draw(briefing.map, frozenset(named | _ends(briefing.map)))


@lru_cache(maxsize=4)
def _draw(sketch: SketchMap, named: frozenset[str]) -> Chart:
    """Drawn once, however often the pages are printed."""
    return _Sheet(sketch, named).draw()


def _ends(sketch: SketchMap) -> set[str]:
    return {end.text for route in sketch.routes for end in (route.start, route.end)}


class _Sheet:
    """One map being drawn: the projection first, in kilometres, then the frame, in units of the drawing."""

    def __init__(self, sketch: SketchMap, named: Collection[str]) -> None:
        self.sketch, self.named = sketch, named
        self.countries = {country.name: country for country in load_countries()}
        self.places = {p.statement.text: (p.longitude, p.latitude) for p in sketch.places}
        known = [*self.places.values(), *(_middle(self.countries[e]) for e in _ends(sketch) if e not in self.places)]
        # A vast country's middle may lie far from where its border is met: the places and the small countries decide.
        self.project = Projection.around(sorted(known))
        self.lines = self._lines()
        self.frame = self._frame()
        self.unit = WIDTH / self.frame.width

    def draw(self) -> Chart:
        """Everything in its place. Labels come last: they keep clear of the rest."""
        height = round(self.frame.height * self.unit)
        view = Frame(0, 0, WIDTH, height)
        seen = {name: rings for name, rings in self._seen(view) if rings}
        dots = tuple(rounded(self._at(self._flat(point))) for point in self.places.values())
        curves = [_curve(self._at(a), self._at(b), n) for n, (a, b) in enumerate(self.lines)]
        ways = tuple(_way(c, n, r.is_used) for n, (c, r) in enumerate(zip(curves, self.sketch.routes, strict=True), 1))
        taken = [Frame(x - 4, y - 4, x + 4, y + 4) for curve in curves for x, y in curve]
        taken += [Frame(w.x - 11, w.y - 11, w.x + 11, w.y + 11) for w in ways]
        taken += [Frame(x - 5, y - 5, x + 5, y + 5) for x, y in dots]
        taken.append(Frame(0, height - 26, 120, height))  # the scale
        labels = [*name_places(list(zip(self.places, dots, strict=True)), taken, view)]
        labels += name_countries(seen, self.named, taken, view)
        lands = tuple(Land(_path(rings), self._kind(name)) for name, rings in seen.items())
        kilometres = max((k for k in _SCALES if k * self.unit <= 90), default=_SCALES[0])
        return Chart(WIDTH, height, lands, ways, dots, tuple(labels), round(kilometres * self.unit, 1), kilometres)

    def _kind(self, name: str) -> str:
        if self._is_touched(self.countries[name]):
            return "end"
        return "named" if name in self.named else "other"

    def _flat(self, point: Point) -> Point:
        return self.project(point) or (0.0, 0.0)

    def _at(self, flat: Point) -> Point:
        """Kilometres as units of the drawing."""
        return (flat[0] - self.frame.left) * self.unit, (flat[1] - self.frame.top) * self.unit

    def _lines(self) -> list[tuple[Point, Point]]:
        """Each way from end to end, in kilometres: to a country as far as its border."""
        lines = []
        for route in self.sketch.routes:
            start, end = self._end(route.start.text, None), None
            if route.end.text not in self.places:
                end = self._end(route.end.text, start)
            if route.start.text not in self.places and self._is_vast(route.start.text):
                start = self._end(route.start.text, self._end(route.end.text, None))
            lines.append((start, end or self._end(route.end.text, None)))
        return lines

    def _end(self, name: str, seen_from: Point | None) -> Point:
        """A place, or the middle of a country; `seen_from` somewhere else, the nearest point of its border."""
        if name in self.places:
            return self._flat(self.places[name])
        ring = self._mainland(name)
        if not ring:
            return 0.0, 0.0
        return min(ring, key=lambda p: math.dist(p, seen_from)) if seen_from else centroid(ring)

    def _mainland(self, name: str) -> list[Point]:
        """The outline of a country's largest part; empty where that lies on the far side."""
        return self.project.ring(_largest(self.countries[name]))

    def _is_vast(self, name: str) -> bool:
        """True for a country whose middle says nothing about where the way begins: more than 2,000 km across."""
        ring = self._mainland(name)
        return bool(ring) and Frame.of(ring).size > 2000

    def _frame(self) -> Frame:
        """Around all ways and places and the smaller of the countries they are in, in kilometres; neither a ribbon nor
        a tower."""
        ends = [point for line in self.lines for point in (*line, _beyond(*line))]
        frame = core = Frame.of([*ends, *(self._flat(p) for p in self.places.values())])
        least = max(core.size, 200.0)
        for name, country in sorted(self.countries.items()):
            ring = self._mainland(name) if self._is_touched(country) else []
            if ring and Frame.of(ring).size <= _LARGE * least:
                frame = frame.around(Frame.of(ring))
        margin = _MARGIN * max(frame.size, 200.0)
        frame = frame.grown(margin, margin)
        low, high = (h / WIDTH for h in _HEIGHTS)
        ratio = min(max(frame.height / frame.width, low), high)
        wider = max(0.0, frame.height / ratio - frame.width) / 2
        taller = max(0.0, frame.width * ratio - frame.height) / 2
        return frame.grown(wider, taller)

    def _is_touched(self, country: Country) -> bool:
        """True where a way begins or ends in the country, or a place lies in it."""
        if country.name in _ends(self.sketch):
            return True
        return any(is_inside(place, polygon[0]) for polygon in country.polygons for place in self.places.values())

    def _seen(self, view: Frame) -> Iterator[tuple[str, list[list[Point]]]]:
        """Each country's outlines inside the drawing, and a little over its edges, which are not to be seen."""
        wider = view.grown(6, 6)
        for name, country in sorted(self.countries.items()):
            rings = []
            for ring in (ring for polygon in country.polygons for ring in polygon):
                drawn = [self._at(point) for point in self.project.ring(ring)]
                if drawn and Frame.of(drawn).meets(wider):
                    rings.append(_thin(clip(drawn, wider)))
            yield name, [ring for ring in rings if len(ring) > 2]


def _middle(country: Country) -> Point:
    return centroid(_largest(country))


def _beyond(start: Point, end: Point) -> Point:
    """A little farther than a way goes, so that the country is seen at whose border it ends."""
    return end[0] + _BEYOND * (end[0] - start[0]), end[1] + _BEYOND * (end[1] - start[1])


def _largest(country: Country) -> Ring:
    """The outline of a country's largest part, in degrees."""
    rings = [polygon[0] for polygon in country.polygons]
    return rings[max(range(len(rings)), key=lambda n: area(rings[n]))]


# ---------------------------------------------------------------- lines


def _thin(ring: list[Point]) -> list[Point]:
    """The outline without points that lie less than half a unit from the one before."""
    kept: list[Point] = []
    for point in ring:
        if not kept or math.dist(point, kept[-1]) >= 0.6:
            kept.append(rounded(point))
    return kept


def _path(rings: Iterable[Sequence[Point]]) -> str:
    return "".join("M" + " ".join(f"{x:g},{y:g}" for x, y in ring) + "Z" for ring in rings)


def _curve(start: Point, end: Point, number: int) -> list[Point]:
    """Points along a way, which bows to its left and the next one to its right."""
    (x1, y1), (x2, y2) = start, end
    bend = _BEND if number % 2 == 0 else -_BEND
    cx, cy = (x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1)
    parts = [n / 16 for n in range(17)]
    return [
        ((1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2, (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2)
        for t in parts
    ]


def _way(curve: list[Point], number: int, is_used: bool) -> Way:
    """The line stops inside the arrow's head, whose tip is the end itself."""
    (x, y), (bx, by) = curve[-1], curve[-3]
    length = math.dist((x, y), (bx, by)) or 1.0
    ux, uy = (x - bx) / length, (y - by) / length
    base = x - 10 * ux, y - 10 * uy
    corners = [(x, y), (base[0] - 5 * uy, base[1] + 5 * ux), (base[0] + 5 * uy, base[1] - 5 * ux)]
    line = [point for point in curve if math.dist(point, (x, y)) > 10] + [base]
    head = _path([[rounded(corner) for corner in corners]])
    mx, my = rounded(curve[len(curve) // 2])
    if math.dist(curve[0], curve[-1]) < _SHORT:
        mx, my = rounded((mx + 16 * uy, my - 16 * ux))
    return Way("M" + " ".join(f"{a:.1f},{b:.1f}" for a, b in line), head, number, mx, my, is_used)
