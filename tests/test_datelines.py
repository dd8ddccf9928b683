"""Datelines: what is one, and that no sentence of a briefing begins with one."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.articles.datelines import dateline_of, find_dateline
from generator.briefing import Statement
from generator.sources.datelines import drop_datelines
from tests.sample import FULL, cite

CASES = yaml.safe_load((Path(__file__).parent / "cases/datelines.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"][:25]))
def test_a_dateline_is_told_from_a_sentence(case: dict[str, str]) -> None:
    assert dateline_of(case["text"]) == case["dateline"]


@pytest.mark.parametrize("case", [c for c in CASES if "agency" in c], ids=lambda case: str(case["text"][:25]))
def test_a_dateline_names_its_agency(case: dict[str, str]) -> None:
    dateline = find_dateline(case["text"])
    assert dateline is not None and dateline["agency"] == case["agency"]


def test_no_statement_keeps_one_nor_speaks_by_it() -> None:
    def with_dateline(statement: Statement) -> Statement:
        return Statement(f"PORT LENE — {statement.text}", statement.cites, "PORT LENE")

    briefing = drop_datelines(FULL.retold(with_dateline))
    assert [e.statement.text for e in briefing.events] == [e.statement.text for e in FULL.events]
    assert {e.statement.voice for e in briefing.events} == {""}


def test_an_editors_words_stay_as_they_are() -> None:
    own = Statement("PORT LENE — The boats are back.", cite("gazette 1"), by_editor=True)
    assert drop_datelines(replace(FULL, lead=(own,))).lead == (own,)
