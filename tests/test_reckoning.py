"""What follows from the figures and dates of a passage, and which numbers only their neighbours make plain."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.claims.lengths import reckoned_days
from generator.claims.library import make_library
from generator.claims.reading import Told, read_statement
from generator.rules.following import follows
from generator.rules.holding import Case

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "reckoning.yml").read_text("utf-8"))
NOBODY = make_library((), (), ())


def told(text: str) -> Told:
    return read_statement(text, NOBODY, dt.date(2010, 6, 10))


@pytest.mark.parametrize("case", CASES["figures"], ids=lambda c: f"{c['claim']} {c['how']}")
def test_a_figure_follows(case: dict[str, Any]) -> None:
    claim = told(case["claim"])
    passages = tuple(told(text) for text in case["passages"])
    assert follows(Case(claim, passages, NOBODY), claim.numbers[0]) == case["how"]


@pytest.mark.parametrize("case", CASES["days"], ids=lambda c: c["text"])
def test_a_day_is_told_by_its_distance(case: dict[str, Any]) -> None:
    text = told(case["text"])
    found = [when.interval.start for when in reckoned_days(text.text, text.dates, text.numbers) if when.interval]
    assert found == ([case["day"]] if case["day"] else [])


@pytest.mark.parametrize("case", CASES["bounds"], ids=lambda c: c["text"])
def test_over_bounds_a_length_of_time_only_where_it_counts(case: dict[str, Any]) -> None:
    assert [n.bound for n in told(case["text"]).numbers] == [case["bound"]]


def test_the_other_end_of_a_range_is_money_too() -> None:
    numbers = told("It rose from $12 million to 27 million.").numbers
    assert [n.unit for n in numbers] == ["USD", "USD"]
    assert replace(numbers[1], unit="").low == 27_000_000
