from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations

import pytest

from generator.briefing import Event, Row
from generator.model import Interval
from generator.pages.charts import WIDTH, Drawing, timeline, values
from tests.sample import EVENTS, LEDGER

COLOURS = {"gazette": 1, "meridian": 2}
HELD, TAKEN, FREED = LEDGER


def event(start: str, end: str) -> Event:
    return replace(EVENTS[0], when=Interval(dt.date.fromisoformat(start), dt.date.fromisoformat(end)))


def with_figures(row: Row, *figures: dict[str, object]) -> Row:
    made = (replace(e, figure=replace(e.figure, **f)) for e, f in zip(row.entries, figures, strict=True))  # type: ignore[arg-type]
    return replace(row, entries=tuple(made))


def drawn(drawing: Drawing | None) -> Drawing:
    assert drawing is not None
    return drawing


def test_values_are_in_their_order_and_colour() -> None:
    about, fewer = drawn(values(HELD, COLOURS)).marks
    assert (about.kind, about.colour) == ("about", 1)
    assert (fewer.kind, fewer.colour) == ("down", 2)
    assert about.x1 < fewer.x1


def test_what_is_the_same_everywhere_is_not_drawn() -> None:
    assert values(FREED, COLOURS) is None


def test_the_ends_of_a_vague_word_are_not_drawn() -> None:
    dozens = {"text": "dozens", "low": 24, "high": 250, "bound": "range"}
    row = with_figures(HELD, dozens, {"text": "60", "low": 60, "high": 60, "bound": "exactly"})
    assert values(row, COLOURS) is None


def test_equal_values_are_stacked() -> None:
    row = with_figures(FREED, {}, {}, {"low": 20, "high": 20, "text": "20"})
    marks = drawn(values(row, COLOURS)).marks
    assert [m.x1 for m in marks[:2]] == [marks[0].x1] * 2
    assert marks[0].y != marks[1].y


@pytest.mark.parametrize("drawing", [timeline(EVENTS), values(HELD, COLOURS), values(TAKEN, COLOURS)])
def test_everything_stays_inside_and_apart(drawing: Drawing | None) -> None:
    found = drawn(drawing)
    for mark in found.marks:
        assert 0 <= mark.x1 <= mark.x2 <= WIDTH and 0 < mark.y < found.axis
    for one, other in combinations(found.labels, 2):
        assert one.y != other.y or abs(one.x - other.x) > 3 * max(len(one.text), len(other.text))
    assert all(label.y < found.height for label in found.labels)


def test_a_day_is_a_dot_and_a_year_a_bar() -> None:
    three = (event("2029-01-01", "2029-12-31"), event("2030-05-01", "2030-05-01"), event("2031-01-01", "2031-12-31"))
    assert [m.kind for m in drawn(timeline(three)).marks] == ["bar", "dot", "bar"]


def test_two_times_are_no_timeline() -> None:
    assert timeline((EVENTS[0], EVENTS[0], EVENTS[1])) is None


def test_a_timeline_tells_its_events_by_year() -> None:
    assert drawn(timeline(EVENTS)).tally == (("1998", 1), ("2019", 1), ("2031", 1))
