from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import Markup

from generator.model import Bound, Figure, Interval, Span
from generator.pages.phrases import FILTERS, amount, bound, counted, fill, intervals, listing, parties, stop

CASES = yaml.safe_load((Path(__file__).parent / "cases/phrases.yml").read_text(encoding="utf-8"))


def figure(low: float, high: float, bound: Bound, unit: str) -> Figure:
    return Figure("1", Span(0, 1), "", low, high, bound, unit, "", "", "", "", Span(0, 1), ())


@pytest.mark.parametrize(("name", "case"), [(name, case) for name, cases in CASES.items() for case in cases])
def test_phrases(name: str, case: dict[str, Any]) -> None:
    value = Interval(*case["value"]) if name == "interval" else case["value"]
    assert FILTERS[name](value) == case["reads"]


@pytest.mark.parametrize(
    ("value", "before", "reads"),
    [
        (figure(12, 12, "exactly", ""), "", "12"),
        (figure(430, 430, "at least", ""), "at least", "430"),
        (figure(20, 20, "about", "percent"), "about", "20%"),
        (figure(8, 9, "range", ""), "", "8 or 9"),
        (figure(30, 50, "range", ""), "", "30 to 50"),
        (figure(132, 132, "exactly", "pounds"), "", "132 pounds"),
    ],
)
def test_a_figure_keeps_its_bound_and_unit(value: Figure, before: str, reads: str) -> None:
    assert (bound(value), amount(value)) == (before, reads)


def test_counted() -> None:
    assert [counted(n, "origin") for n in (0, 1, 1200)] == ["0 origins", "1 origin", "1,200 origins"]
    assert counted(2, "person", "people") == "2 people"


def test_a_pattern_is_filled_with_plain_text() -> None:
    assert fill("{a} of {b}", a=Markup("x &amp; y"), b=3) == "x & y of 3"
    assert not isinstance(fill("{a}", a=Markup("<b>")), Markup)


def test_a_list_keeps_markup_of_ours() -> None:
    assert listing([Markup("[a](b)"), "c_d"], "or") == "[a](b) or c&#95;d"


def test_times_of_one_sentence() -> None:
    days = [Interval(dt.date(2031, 4, n), dt.date(2031, 4, n)) for n in (7, 8)]
    year = Interval(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert intervals(days) == "7 and 8 April 2031"
    assert intervals(days[:1]) == "7 April 2031"
    assert intervals([year, days[0]]) == "2019 and 7 April 2031"


def test_a_full_stop_is_set_once() -> None:
    assert [stop("by Ben Ode Jr."), stop("by Ben Ode")] == ["by Ben Ode Jr.", "by Ben Ode."]


def test_a_party_is_named_once_under_its_full_name() -> None:
    assert parties(("the EU", "The U.S.", "US", "a Norland court")) == "European Union, United States, Norland court"
    assert parties(("officials of the U.S. navy",)) == "officials of the US navy"
