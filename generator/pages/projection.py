"""From the globe to a flat drawing: an equal-area projection around a centre, and outlines cut to a frame.

Lambert's azimuthal equal-area projection (Snyder, Map Projections: A Working Manual, 1987, eq. 24-2 to 24-4) serves any
part of the world, poles and date line included; near its centre shapes and distances are true.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
EARTH = 6371.0  # km, mean radius
# Radians from the centre beyond which an outline is left out: the far side of the globe would be drawn inside out.
_FAR = math.radians(140)


@dataclass(frozen=True, slots=True)
class Projection:
    """Around `longitude` and `latitude` (degrees); gives kilometres east of the centre and south of it."""

    longitude: float
    latitude: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Projection:
        """The projection whose centre lies amid the points (longitude, latitude)."""
        x = y = z = 0.0
        for longitude, latitude in points:
            lam, phi = math.radians(longitude), math.radians(latitude)
            x, y, z = x + math.cos(phi) * math.cos(lam), y + math.cos(phi) * math.sin(lam), z + math.sin(phi)
        return cls(math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y))))

    def __call__(self, point: Point) -> Point | None:
        """Where a place (longitude, latitude) lies; None for one on the far side."""
        lam, phi = math.radians(point[0] - self.longitude), math.radians(point[1])
        centre = math.radians(self.latitude)
        cosine = math.sin(centre) * math.sin(phi) + math.cos(centre) * math.cos(phi) * math.cos(lam)
        if cosine < math.cos(_FAR):
            return None
        stretch = EARTH * math.sqrt(2 / (1 + cosine))
        north = math.cos(centre) * math.sin(phi) - math.sin(centre) * math.cos(phi) * math.cos(lam)
        return stretch * math.cos(phi) * math.sin(lam), -stretch * north

    def ring(self, points: Iterable[Point]) -> list[Point]:
        """An outline; empty where a part of it lies on the far side."""
        found = [self(point) for point in points]
        return [point for point in found if point] if all(found) else []


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle, x to the right and y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, points: Iterable[Point]) -> Frame:
        """The smallest frame around the points."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def size(self) -> float:
        """Its diagonal."""
        return math.hypot(self.width, self.height)

    def grown(self, sideways: float, upright: float) -> Frame:
        """The frame with so much more on either side."""
        return Frame(self.left - sideways, self.top - upright, self.right + sideways, self.bottom + upright)

    def around(self, other: Frame) -> Frame:
        """The smallest frame that holds both."""
        return Frame(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )  # fmt: skip

    def holds(self, point: Point) -> bool:
        """True for a point inside or on the edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: Frame) -> bool:
        """True where the two share some of their area."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


def clip(ring: Sequence[Point], frame: Frame) -> list[Point]:
    """The part of an outline inside a frame, closed along its edges (Sutherland and Hodgman 1974); maybe empty."""
    found = list(ring)
    for axis, limit, sign in ((0, frame.left, 1), (0, frame.right, -1), (1, frame.top, 1), (1, frame.bottom, -1)):
        found = _cut(found, lambda p, axis=axis, limit=limit, sign=sign: sign * (p[axis] - limit))  # type: ignore[misc]
    return found


def _cut(ring: list[Point], inside: Callable[[Point], float]) -> list[Point]:
    """What lies on the side of a line where `inside` is not negative."""
    found = []
    for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
        first, last = inside(start), inside(end)
        if (first < 0) != (last < 0):
            part = first / (first - last)
            found.append((start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])))
        if last >= 0:
            found.append(end)
    return found


def is_inside(point: Point, ring: Sequence[Point]) -> bool:
    """True for a point inside the outline, counting how often a line to the right crosses it."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            odd = not odd
    return odd


def rounded(point: Point) -> Point:
    """The point to a tenth of a unit, which no eye can tell."""
    return round(point[0], 1), round(point[1], 1)


def area(ring: Sequence[Point]) -> float:
    """What an outline encloses, in square units, never negative."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def centroid(ring: Sequence[Point]) -> Point:
    """The centre of gravity of what an outline encloses."""
    x = y = weight = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        x, y, weight = x + (x1 + x2) * cross, y + (y1 + y2) * cross, weight + cross
    return (x / (3 * weight), y / (3 * weight)) if weight else ring[0]
