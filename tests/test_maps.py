"""The map: true to the globe, no further than a border, and its names apart."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from itertools import combinations

import pytest

from generator import data
from generator.briefing import Place, Route, SketchMap
from generator.data.world import country_names, load_countries
from generator.pages.charts import LETTER, WIDTH
from generator.pages.maps import Chart, draw_map
from generator.pages.projection import EARTH, Frame, Projection, area, centroid, clip, is_inside
from tests.sample import FULL, say

COUNTRIES = {country.name: country for country in load_countries()}


def place(name: str, latitude: float, longitude: float) -> Place:
    return Place(say(name, "wire 3"), latitude, longitude)


def route(start: str, end: str, is_used: bool = True) -> Route:
    return Route(say(start, "wire 3"), say(end, "wire 3"), is_used, say(f"It goes from {start} to {end}.", "wire 3"))


def drawn(sketch: SketchMap) -> Chart:
    chart = draw_map(replace(FULL, map=sketch))
    assert chart is not None
    return chart


DURBAN = place("Durban", -29.86, 31.03)
AFRICA = SketchMap((DURBAN,), (route("Lesotho", "Durban", is_used=False), route("Lesotho", "Mozambique")))
SEA = SketchMap((place("Suva", -18.14, 178.44), place("Apia", -13.83, -171.77)), (route("Suva", "Apia"),))


# ---------------------------------------------------------------- the globe


def test_the_outlines_say_where_they_come_from() -> None:
    outlines = json.loads((data.FOLDER / "world.json").read_text("utf-8"))
    assert "Natural Earth" in outlines["about"]
    assert "public domain" in outlines["licence"]
    assert (data.FOLDER / "world.json").stat().st_size < 250 * 1024


def test_every_country_that_texts_name_can_be_drawn() -> None:
    assert set(data.load("nations")) - {"European Union", "United Nations"} <= country_names()


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [("Kenya", (36.8, -1.3), (32.6, 0.3)), ("New Zealand", (175.3, -40.4), (151.2, -33.9))],
)
def test_a_capital_lies_in_its_country(name: str, inside: tuple[float, float], outside: tuple[float, float]) -> None:
    rings = [polygon[0] for polygon in COUNTRIES[name].polygons]
    assert any(is_inside(inside, ring) for ring in rings)
    assert not any(is_inside(outside, ring) for ring in rings)
    assert all(ring[0] == ring[-1] for ring in rings), "outlines are closed"


def test_distances_near_the_centre_are_true() -> None:
    project = Projection(20.0, -30.0)
    one, other = project((20.0, -29.0)), project((20.0, -31.0))
    assert one and other
    assert math.dist(one, other) == pytest.approx(EARTH * math.radians(2), rel=0.001)
    assert one[1] < other[1], "north is up"


def test_the_projection_crosses_the_date_line() -> None:
    project = Projection.around([(178.0, -18.0), (-178.0, -18.0)])
    assert abs(project.longitude) == pytest.approx(180)
    east, west = project((-178.0, -18.0)), project((178.0, -18.0))
    assert east and west
    assert east[0] == pytest.approx(-west[0], abs=0.01)
    assert project((0.0, 18.0)) is None, "the far side is not drawn"


def test_an_outline_is_cut_to_the_frame() -> None:
    frame = Frame(0, 0, 10, 10)
    cut = clip([(-5, -5), (5, -5), (5, 5), (-5, 5)], frame)
    assert area(cut) == 25
    assert centroid(cut) == (2.5, 2.5)
    assert all(frame.holds(point) for point in cut)
    assert clip([(20, 20), (30, 20), (30, 30)], frame) == []
    assert area(clip([(-5, -5), (15, -5), (15, 15), (-5, 15)], frame)) == 100, "a frame inside an outline is all land"


# ---------------------------------------------------------------- the drawing


def test_no_map_without_ways() -> None:
    assert draw_map(FULL) is None
    assert draw_map(replace(FULL, map=SketchMap((DURBAN,), ()))) is None


def test_a_way_to_a_country_ends_at_its_border() -> None:
    chart = drawn(AFRICA)
    past, used = chart.ways
    assert (past.is_used, used.is_used, past.number, used.number) == (False, True, 1, 2)
    tip = tuple(float(number) for number in used.head[1:].split(" ")[0].split(","))
    border = next(land for land in chart.lands if land.kind == "end" and _touches(land.path, tip))
    assert border
    assert math.dist(chart.dots[0], tuple(float(n) for n in past.head[1:].split(" ")[0].split(","))) < 1


def _touches(path: str, point: tuple[float, ...]) -> bool:
    corners = (corner.split(",") for ring in path.strip("MZ").split("ZM") for corner in ring.split(" "))
    return any(math.dist((float(x), float(y)), point) < 1.5 for x, y in corners)


def test_countries_that_matter_are_told_from_the_rest() -> None:
    kinds = [land.kind for land in drawn(AFRICA).lands]
    assert kinds.count("end") == 3  # Lesotho, Mozambique, and South Africa, which Durban lies in
    assert "other" in kinds


@pytest.mark.parametrize("sketch", [AFRICA, SEA])
def test_names_stay_inside_and_apart(sketch: SketchMap) -> None:
    chart = drawn(sketch)
    assert {label.text for label in chart.labels} >= {place.statement.text for place in sketch.places}
    boxes = []
    for label in chart.labels:
        wide = len(label.text) * LETTER
        left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
        boxes.append(Frame(left, label.y - 11, left + wide, label.y + 3))
        assert left >= 0 and left + wide <= WIDTH and 11 <= label.y <= chart.height
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_the_scale_is_true() -> None:
    chart = drawn(SketchMap((place("A", 0, 30), place("B", 0, 31)), (route("A", "B"),)))
    across = math.dist(*chart.dots)
    assert across / chart.scale * chart.kilometres == pytest.approx(EARTH * math.radians(1), rel=0.02)
    assert 210 <= chart.height <= 380
