"""The steps on a line of time: in their order, as long as their time is known, and a promise as a promise."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.briefing import Measure
from generator.model import Interval
from generator.pages.charts import WIDTH
from generator.pages.stairs import Stairs, stairs, undertaken
from tests.sample import say


def step(action: str, year: int = 0, after: str = "", said: str = "Norland acted.") -> Measure:
    when = Interval(dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else None
    return Measure(action, action, ("the Norland government",), "the ban on tin", when, after, "", say(said, "wire 3"))


def drawn(*measures: Measure) -> Stairs:
    drawing = stairs(measures)
    assert drawing is not None
    return drawing


def test_one_step_is_no_flight_of_stairs() -> None:
    assert stairs([step("imposed", 2019), step("eased")]) is None


def test_steps_stand_in_their_order_and_those_without_a_time_are_counted() -> None:
    drawing = drawn(step("eased", 2031), step("imposed", 2019), step("tightened"))
    assert [leap.action for leap in drawing.leaps] == ["imposed", "eased"]
    assert [leap.kind for leap in drawing.leaps] == ["more", "less"]
    assert drawing.timeless == 1
    assert drawing.leaps[0].x2 <= drawing.leaps[1].x1
    assert all(0 <= leap.x1 < leap.x2 <= WIDTH and leap.base < leap.y < drawing.base for leap in drawing.leaps)


def test_a_step_of_nobody_has_no_line_for_who_took_it() -> None:
    first, second = drawn(replace(step("imposed", 2019), actors=()), step("eased", 2031)).leaps
    assert (first.y - first.base, second.y - second.base) == (13, 29)
    assert second.base - first.y == 31, "the next step begins as far below as under any other"


def test_a_step_after_something_dated_is_open_to_the_right() -> None:
    first, second = drawn(step("imposed", after="after the strike of 2019"), step("eased", 2031)).leaps
    assert (first.after, second.after) == ("2019", "")


@pytest.mark.parametrize(
    ("said", "expected", "kind"),
    [
        ("Norland promised to lift its ban on tin.", "promised to lift", "promised less"),
        ("Norland will be easing the ban next year.", "promised to ease", "promised less"),
        ("Norland is going to tighten its ban.", "promised to tighten", "promised more"),
        ("Norland gave its word about the ban.", "promised", "promised more"),
    ],
)
def test_a_promise_says_what_is_promised(said: str, expected: str, kind: str) -> None:
    promise = step("promised", 2031, said=said)
    assert undertaken(promise) == expected
    assert drawn(step("imposed", 2019), promise).leaps[1].kind == kind


def test_only_a_promise_takes_its_verb_from_the_sentence() -> None:
    assert undertaken(step("imposed", 2019, said="Norland, which may lift it, imposed a ban.")) == "imposed"
