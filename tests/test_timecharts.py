"""The timeline: what is known of a day is as long as it is drawn, and nothing runs into anything else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations

from generator.briefing import Event
from generator.model import Interval
from generator.pages.charts import LETTER, WIDTH
from generator.pages.timecharts import Timeline, timeline
from tests.sample import EVENTS


def event(start: str, end: str = "") -> Event:
    return replace(EVENTS[0], when=Interval(dt.date.fromisoformat(start), dt.date.fromisoformat(end or start)))


DAY = Interval(dt.date(2031, 4, 8), dt.date(2031, 4, 8))
YEARS = (event("2029-01-01", "2029-12-31"), event("2030-05-01"), event("2031-02-01", "2031-02-28"))
NEAR = (event("2031-04-02", "2031-04-06"), event("2031-04-07"), event("2031-04-08"), event("2031-04-08"))


def drawn(*events: Event, about: Interval | None = None) -> Timeline:
    drawing = timeline(events, about)
    assert drawing is not None
    return drawing


def test_two_times_are_no_timeline() -> None:
    assert timeline((EVENTS[0], EVENTS[0], EVENTS[1])) is None


def test_precision_has_a_line_of_its_own() -> None:
    (axis,) = drawn(*YEARS, event("2029-03-05", "2029-04-02")).axes
    assert [name for _, name in axis.lanes] == ["Day", "Month", "Year", "Longer"]
    height = {name: y for y, name in axis.lanes}
    assert {mark.kind for mark in axis.marks if mark.y == height["Day"]} == {"dot"}
    year = next(mark for mark in axis.marks if mark.y == height["Year"])
    month = next(mark for mark in axis.marks if mark.y == height["Month"])
    assert (year.kind, month.kind) == ("bar", "bar")
    assert 11 < year.wide / month.wide < 15  # 365 days to 28, or to the least that can be seen


def test_a_time_is_drawn_once_with_the_number_of_its_events() -> None:
    (axis,) = drawn(*YEARS, YEARS[0], YEARS[0]).axes
    assert sorted(mark.count for mark in axis.marks) == [1, 1, 3]


def test_days_too_close_to_be_told_apart_are_one_dot() -> None:
    (axis,) = drawn(
        event("2000-01-01", "2000-12-31"), event("2031-04-07"), event("2031-04-08"), event("2019-03-05")
    ).axes
    assert sorted(mark.count for mark in axis.marks if mark.kind == "dot") == [1, 2]


def test_the_days_around_the_event_are_drawn_day_by_day() -> None:
    years, days = drawn(*YEARS, *NEAR, about=DAY).axes
    assert days.top > years.base
    assert [mark.count for mark in days.marks if mark.kind == "dot"] == [1, 2]
    assert days.ticks[0].text == "1 Apr"
    assert len(drawn(*YEARS, *NEAR).axes) == 1, "without a day that it is all about there is nothing to show closer"


def test_bars_of_one_time_stand_below_one_another() -> None:
    (axis,) = drawn(event("2029-01-05", "2030-06-01"), event("2029-08-05", "2031-02-01"), event("2030-05-01")).axes
    bars = [mark for mark in axis.marks if mark.kind == "bar"]
    assert len({mark.y for mark in bars}) == 2


def test_everything_stays_inside_and_apart() -> None:
    drawing = drawn(*EVENTS, *YEARS, *NEAR, about=DAY)
    for axis in drawing.axes:
        for mark in axis.marks:
            assert drawing.left <= mark.x1 <= mark.x2 <= WIDTH
            assert axis.top < mark.y < axis.base < drawing.height
        for one, other in combinations(axis.ticks, 2):
            assert abs(one.x - other.x) >= len(one.text) * LETTER
        assert all(tick.x + len(tick.text) * LETTER <= WIDTH for tick in axis.ticks)


def test_a_timeline_tells_its_events_by_year() -> None:
    assert drawn(*EVENTS).tally == (("1998", 1), ("2019", 1), ("2031", 1))
