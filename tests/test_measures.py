"""The steps of several articles as one list: what is one step, and what stays two."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.briefing import Dating, Measure
from generator.read import read
from generator.steps.measures import compile_measures
from tests.build_text import make_article

DAY = dt.date(2024, 5, 4)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "measures.yml").read_text("utf-8"))


def measures(**articles: Sequence[str]) -> tuple[Measure, ...]:
    readings = [read(make_article(paragraphs, name)) for name, paragraphs in articles.items()]
    datings = [Dating(name, DAY, "printed", "It is printed.") for name in articles]
    return compile_measures(readings, datings)


def test_one_step_told_twice_is_one_measure() -> None:
    (measure,) = measures(
        herald=["Canada agreed to lift its sanctions on timber from Ruritania."],
        gazette=["The Canadian government promised to lift sanctions on Ruritanian timber."],
    )
    assert measure.action == "promised"
    tellings = (measure.statement, *measure.also)
    assert {str(cite) for told in tellings for cite in told.cites} == {"herald 1", "gazette 1"}
    assert len(measure.statement.cites) == 1, "a sentence cites the paragraph that says it"


def test_two_times_are_two_measures() -> None:
    early, late = measures(
        herald=["Canada imposed sanctions on the Ruritanian bank in 2019."],
        gazette=["Canada imposed sanctions on the Ruritanian bank in 2022."],
    )
    assert early.when is not None and late.when is not None
    assert (early.when.start.year, late.when.start.year) == (2019, 2022)


def test_other_actors_are_other_measures() -> None:
    text = ["Canada imposed sanctions on Ruritania.", "Norway imposed sanctions on Ruritania."]
    assert len(measures(herald=text)) == 2


def test_a_promise_is_not_a_step_that_was_taken() -> None:
    actions = [m.action for m in measures(herald=["Canada will lift its embargo.", "Norway lifted its embargo."])]
    assert sorted(actions) == ["lifted", "promised"]


def test_a_noun_that_only_refers_is_no_step_beside_the_one_it_refers_to() -> None:
    text = ["Canada agreed to lift its sanctions on timber.", "The lifting of the timber sanctions pleased the mills."]
    (measure,) = measures(herald=text)
    assert measure.action == "promised"


def test_steps_are_in_the_order_of_time() -> None:
    text = ["In 2022 Norway tightened its embargo.", "In 2019 Norway imposed an embargo.", "Chile closed the border."]
    found = measures(herald=text)
    assert [m.when.start.year if m.when else None for m in found] == [2019, 2022, None]


def test_what_came_before_a_step_is_not_its_time() -> None:
    (measure,) = measures(herald=["Canada imposed sanctions on Ruritania after the disputed election of 2019."])
    assert measure.when is None
    assert measure.when_text == "after the disputed election of 2019"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_one_step(case: dict[str, Any]) -> None:
    found = measures(**case["articles"])
    assert sorted(sorted(str(cite) for cite in measure.cites) for measure in found) == sorted(case["steps"])
