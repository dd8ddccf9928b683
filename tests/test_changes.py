"""Numbers before and after a change: every example of the rules, and what is no such pair."""

from __future__ import annotations

from typing import Any

import pytest

from generator.figures.changes import change_words
from tests.test_figures import figures_of


@pytest.mark.parametrize("rule", change_words()["pairs"], ids=lambda rule: rule["example"])
def test_example_of_a_pair(rule: dict[str, Any]) -> None:
    found = [f for f in figures_of(rule["example"]) if f.change is not None]
    assert sorted(f.low for f in found) == sorted((rule["before"], rule["after"]))
    assert {f.change for f in found} == {(rule["before"], rule["after"])}
    assert {f.counts for f in found} == {rule["counts"]}


@pytest.mark.parametrize(
    ("text", "whose", "phrase"),
    [
        ("Air Peru cut its fleet from 40 jets to 31.", "Air Peru", "fleet"),
        ("Harbour Lines said it would raise the number of shops from 40 to 55.", "Harbour Lines", "shops"),
        ("The charity saw a fall in the number of homeless people from 820 to 640.", "", "homeless people"),
        ("Norvik's catch shrank from 300 tons in 2019 to 170 tons.", "Norvik", "catch"),
        ("Unemployment rose from 4.1 to 6 percent.", "", "unemployment"),
        ("Air Peru cut the price of a ticket from $310 to $250.", "Air Peru", "price of a ticket"),
    ],
)
def test_what_changed_and_whose_it_is(text: str, whose: str, phrase: str) -> None:
    before, after = (f for f in figures_of(text) if f.change is not None)
    assert before.unit == after.unit
    assert {(f.whose, f.phrase) for f in (before, after)} == {(whose, phrase)}


@pytest.mark.parametrize(
    "text",
    [
        "She moved from 12 Elm Street to 40 Oak Street.",
        "Trains with from 4 to 6 cars ran all day.",
        "The port handled 410 ships, compared with 380 in Oslo.",
        "The ferry sailed from Lima with 30 sailors to Oslo with 12.",
        "It rose from 12 to 40.",
    ],
)
def test_no_pair(text: str) -> None:
    assert [f.text for f in figures_of(text) if f.change is not None] == []


def test_toll_before_and_after_is_of_the_dead() -> None:
    figures = figures_of("The death toll rose to 19 from 12 a day earlier.")
    assert [(f.low, f.counts, f.act, f.change) for f in figures] == [
        (19, "toll", "die", (12, 19)),
        (12, "toll", "die", (12, 19)),
    ]


def test_each_number_has_its_own_day() -> None:
    text = "The ministry had reported 19 dead on Tuesday and 12 on Monday."
    late, early = figures_of(text)
    assert [text[d.start : d.end] for f in (late, early) for d in f.dates] == ["Tuesday", "Monday"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Hurt were 44 people, up from 31 on Tuesday.", []),  # Tuesday is that of the 31
        ("The number of people killed in Monday's fire rose to 19.", []),  # of the fire
        ("The index lost 26 points, its lowest close since April 1997.", []),  # of the rank
        ("On Sunday Kenya freed 40 sailors in the first exchange since May.", ["Sunday"]),
    ],
)
def test_dates_of_something_else(text: str, dates: list[str]) -> None:
    first = figures_of(text)[0]
    assert [text[d.start : d.end] for d in first.dates] == dates
