"""The drawings of figures: what is drawn, how, and that everything stays inside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.briefing import Row
from generator.pages.charts import LETTER, WIDTH, Plot, dots, fit, total, values
from tests.sample import LEDGER

COLOURS = {"gazette": 1, "meridian": 2}
NAMES = {"gazette": "The Lene Gazette", "wire": "Meridian Wire", "copy": "Meridian"}
HELD, TAKEN, FREED = LEDGER


def with_figures(row: Row, *figures: dict[str, object]) -> Row:
    made = (replace(e, figure=replace(e.figure, **f)) for e, f in zip(row.entries, figures, strict=True))  # type: ignore[arg-type]
    return replace(row, entries=tuple(made))


def drawn(row: Row) -> Plot:
    plot = values(row, COLOURS, NAMES)
    assert plot is not None
    return plot


def exactly(value: float) -> dict[str, object]:
    return {"text": str(value), "low": value, "high": value, "bound": "exactly"}


def test_an_entry_has_its_source_its_value_and_its_mark() -> None:
    about, fewer = drawn(HELD).lanes
    assert (about.name, about.value, about.kind, about.colour) == ("The Lene Gazette", "about 40", "about", 1)
    assert (fewer.name, fewer.value, fewer.kind, fewer.colour) == ("Meridian", "fewer than 60", "down", 2)
    assert about.x1 < fewer.x1


def test_what_is_the_same_everywhere_is_not_drawn() -> None:
    assert values(FREED, COLOURS, NAMES) is None


def test_the_ends_of_a_vague_word_are_not_drawn() -> None:
    dozens = {"text": "dozens", "low": 24, "high": 250, "bound": "range"}
    assert values(with_figures(HELD, dozens, exactly(60)), COLOURS, NAMES) is None


def test_a_value_that_several_give_has_a_line_through_it() -> None:
    plot = drawn(with_figures(FREED, exactly(12), exactly(12), exactly(20)))
    assert plot.guides == (plot.lanes[0].x1,)
    assert plot.lanes[0].x1 == plot.lanes[1].x1 != plot.lanes[2].x1


@pytest.mark.parametrize(("verdict", "has_band"), [("unreconciled", True), ("conflict", True), ("compatible", False)])
def test_what_cannot_be_reconciled_is_marked(verdict: str, has_band: bool) -> None:
    plot = drawn(replace(HELD, verdict=verdict))  # type: ignore[arg-type]
    assert bool(plot.band) is has_band
    if plot.band:
        assert plot.band == (plot.lanes[0].x1, plot.lanes[1].x2)


@pytest.mark.parametrize(("low", "high", "start"), [(40, 60, "0"), (1613, 1620, "1,613"), (0, 3, "0")])
def test_the_line_begins_with_nought_unless_that_would_tell_nothing(low: float, high: float, start: str) -> None:
    assert drawn(with_figures(HELD, exactly(low), exactly(high))).start == start


@pytest.mark.parametrize("row", [HELD, TAKEN])
def test_everything_stays_inside_and_apart(row: Row) -> None:
    plot = drawn(row)
    for lane in plot.lanes:
        assert 15 <= lane.x1 <= lane.x2 <= WIDTH - 15, "the arrow of a bound needs its room"
        assert 10 <= lane.base < lane.y < plot.axis < plot.base < plot.height
        assert (len(lane.name) + len(lane.value)) * LETTER < WIDTH
    assert len({lane.y for lane in plot.lanes}) == len(plot.lanes)


def test_parts_that_do_not_make_the_whole() -> None:
    row = with_figures(FREED, exactly(20), exactly(5), exactly(12))
    row = replace(row, verdict="unreconciled", reason="5 + 12 = 17; the other 3 of 20 are not broken down.")
    drawing = total(row)
    assert drawing
    assert (drawing.whole, drawing.parts, drawing.gap_text) == ("20", "5 + 12 = 17", "3 not broken down")
    assert [wide for _, wide in drawing.pieces] == [85, 204]  # 5 and 12 of 20, of 340 units
    assert drawing.gap == (289, 51)


def test_no_total_without_a_sum() -> None:
    assert total(HELD) is None
    assert total(replace(FREED, verdict="unreconciled", reason="Two sources give other numbers.")) is None


def test_a_dot_for_each() -> None:
    field = dots(27)
    assert field
    assert len(set(field.places)) == 27
    assert all(0 < x < field.width and 0 < y < field.height for x, y in field.places)
    assert dots(1) is None
    assert dots(100_000) is None


def test_a_long_name_is_cut() -> None:
    assert fit("The Lene Gazette", 10) == "The Lene…"
    assert fit("Gazettissima of Lene", 8) == "Gazettissima…"
    assert fit("Gazette", 8) == "Gazette"
