"""Makes generator/data/world.json: the outlines of the world's countries that maps are drawn from.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/make_world.py package/countries-50m.json generator/data/world.json

The package (ISC licence) holds Natural Earth 4.1 at 1:50 million, which is in the public domain. Outlines are
simplified by Douglas and Peucker's method, islands too small to see are left out, and abbreviated names are written in
full, as news texts have them.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]

SCALE = 100  # units a degree: a hundredth of a degree is at most 1.1 km, less than a line's width on any map here
# Degrees of latitude an outline may be off, about 1 km: with 340 units for 900 km that is less than half a unit. Of the
# 80,617 points of the 1:50m outlines some 49,000 stay, in a file of 140 KiB.
TOLERANCE = 0.01
LEAST_AREA = 0.02  # square degrees, about 14 km by 14 km; the largest part of each country stays however small

NAMES = {
    "Antigua and Barb.": "Antigua and Barbuda", "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Br. Indian Ocean Ter.": "British Indian Ocean Territory", "Central African Rep.": "Central African Republic",
    "Cook Is.": "Cook Islands", "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Dominican Rep.": "Dominican Republic", "Eq. Guinea": "Equatorial Guinea", "Faeroe Is.": "Faroe Islands",
    "Falkland Is.": "Falkland Islands", "Fr. Polynesia": "French Polynesia", "Czechia": "Czech Republic",
    "Fr. S. Antarctic Lands": "French Southern and Antarctic Lands", "Macedonia": "North Macedonia",
    "Marshall Is.": "Marshall Islands", "N. Cyprus": "Northern Cyprus", "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands", "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines", "São Tomé and Principe": "São Tomé and Príncipe",
    "United States of America": "United States", "W. Sahara": "Western Sahara", "eSwatini": "Eswatini",
    "Côte d'Ivoire": "Ivory Coast", "Cabo Verde": "Cape Verde",
}  # fmt: skip
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def main(source: Path, target: Path) -> None:
    """Reads the TopoJSON file `source` and writes the outlines to `target`."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    countries = {_name(g): _polygons(g, arcs) for g in topology["objects"]["countries"]["geometries"] if g.get("arcs")}
    used = sorted({_index(n) for polygons in countries.values() for p in polygons for ring in p for n in ring})
    place = {old: new for new, old in enumerate(used)}
    outlines = {
        "about": "Outlines of countries from Natural Earth 4.1, 1:50 million, made by tools/make_world.py",
        "licence": "public domain (Natural Earth); taken from the npm package world-atlas 2.0.2 (ISC)",
        "scale": SCALE,
        "arcs": [_encode(_simplify(arcs[n])) for n in used],
        "countries": {
            name: [[[_renumber(n, place) for n in ring] for ring in polygon] for polygon in countries[name]]
            for name in sorted(countries)
        },
    }
    target.write_text(json.dumps(outlines, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def _name(geometry: dict[str, Any]) -> str:
    name = str(geometry["properties"]["name"])
    return NAMES.get(name, name)


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """TopoJSON's deltas as longitude and latitude."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * kx + dx, y * ky + dy))
    return points


def _polygons(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[list[list[int]]]:
    """The country's polygons, each a list of rings of arc numbers, without those too small to see."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    sizes = [_area(polygon[0], arcs) for polygon in polygons]
    return [p for p, size in zip(polygons, sizes, strict=True) if size >= LEAST_AREA or size == max(sizes)]


def _area(ring: list[int], arcs: list[list[Point]]) -> float:
    """Square degrees of latitude that a ring encloses."""
    points = [point for n in ring for point in (arcs[n] if n >= 0 else arcs[~n][::-1])[1:]]
    shrink = math.cos(math.radians(sum(y for _, y in points) / len(points)))
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2 * shrink


def _simplify(points: list[Point]) -> list[Point]:
    """The fewest points from which no other is farther than TOLERANCE (Douglas and Peucker 1973); a closed line keeps
    the point farthest from its ends."""
    keep, ahead = {0, len(points) - 1}, [(0, len(points) - 1)]
    while ahead:
        first, last = ahead.pop()
        far, where = 0.0, 0
        for n in range(first + 1, last):
            if (away := _distance(points[n], points[first], points[last])) > far:
                far, where = away, n
        if far > TOLERANCE:
            keep.add(where)
            ahead += [(first, where), (where, last)]
    return [points[n] for n in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Degrees of latitude from a point to a straight stretch."""
    shrink = math.cos(math.radians(point[1]))
    x, y = (point[0] - start[0]) * shrink, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * shrink, end[1] - start[1]
    length = dx * dx + dy * dy
    part = min(1.0, max(0.0, (x * dx + y * dy) / length)) if length else 0.0
    return math.hypot(x - part * dx, y - part * dy)


def _encode(points: list[Point]) -> str:
    """Differences in units, each as base-64 digits, lowest first: five bits a digit, the sixth says that more come."""
    out, last = [], (0, 0)
    for x, y in points:
        here = round(x * SCALE), round(y * SCALE)
        if here == last and out:
            continue
        for value in (here[0] - last[0], here[1] - last[1]):
            rest = value << 1 if value >= 0 else (-value << 1) | 1
            while rest >= 32:
                out.append(_DIGITS[rest & 31 | 32])
                rest >>= 5
            out.append(_DIGITS[rest])
        last = here
    return "".join(out)


def _index(number: int) -> int:
    return number if number >= 0 else ~number


def _renumber(number: int, place: dict[int, int]) -> int:
    """The arc's new number; a negative one is the complement of an arc that is walked backwards."""
    return place[number] if number >= 0 else ~place[~number]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
