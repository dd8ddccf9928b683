"""The outlines of the world's countries, for maps: background, from Natural Earth's public-domain shapes.

Borders are drawn as Natural Earth draws them, by who holds the land and not by who claims it. world.json says where
they come from and which script made it; neighbours share their arcs, so that a border is one line from both sides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.data import FOLDER

LICENCE = "Natural Earth, public domain"
Point = tuple[float, float]  # longitude and latitude, in degrees
Ring = tuple[Point, ...]
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Country:
    """One country: its name as news texts write it, and its outlines, the outer ring of each polygon first."""

    name: str
    polygons: tuple[tuple[Ring, ...], ...]


@cache
def country_names() -> frozenset[str]:
    """Every country that can be drawn."""
    return frozenset(_file()["countries"])


@cache
def load_countries() -> tuple[Country, ...]:
    """All countries by name, in degrees."""
    scale = _file()["scale"]
    arcs = [tuple(_decode(text, scale)) for text in _file()["arcs"]]
    return tuple(
        Country(name, tuple(tuple(_ring(numbers, arcs) for numbers in polygon) for polygon in polygons))
        for name, polygons in _file()["countries"].items()
    )


@cache
def _file() -> dict[str, Any]:
    outlines: dict[str, Any] = json.loads((FOLDER / "world.json").read_text("utf-8"))
    return outlines


def _decode(text: str, scale: int) -> Iterator[Point]:
    """The points of an arc: differences in units of 1/`scale` degree, as tools/make_world.py encodes them."""
    values = _numbers(text)
    x = y = 0
    for dx in values:
        x, y = x + dx, y + next(values)
        yield x / scale, y / scale


def _numbers(text: str) -> Iterator[int]:
    value = shift = 0
    for character in text:
        digit = _DIGITS.index(character)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            yield -(value >> 1) if value & 1 else value >> 1
            value = shift = 0


def _ring(numbers: list[int], arcs: list[tuple[Point, ...]]) -> Ring:
    """The arcs one after the other; a negative number is the complement of an arc that is walked backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
