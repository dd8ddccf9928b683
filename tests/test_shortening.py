"""Sentences cut at clause borders: what may go, what has to stay."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import data
from generator.pages.quoting import words_of
from generator.pages.shortening import shorten_around, shorten_clauses

CASES = yaml.safe_load((Path(__file__).parent / "cases/shortening.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:30]} {case['most']}")
def test_a_sentence_is_cut_at_its_clauses(case: dict[str, Any]) -> None:
    assert shorten_clauses(case["text"], case["most"], case.get("keep", ())) == case["left"]


@pytest.mark.parametrize("line", data.load("shortening")["holding"], ids=lambda line: str(line["words"][0]))
def test_what_makes_a_sentence_less_sure_is_never_cut_away(line: dict[str, Any]) -> None:
    assert any(word in words_of(line["example"]) for word in _forms(line["words"]))
    assert shorten_clauses(line["example"], 4) == ""


def _forms(words: list[str]) -> list[str]:
    return [form for word in words for form in (word, f"{word}s", f"{word[:-1]}ies")]


def test_a_passage_is_the_stretch_that_carries_the_statement() -> None:
    text = "The ferry left at dawn, the harbour master counted 212 people, and rain fell all day on the empty quay."
    assert shorten_around(text, ("212", "people"), 8) == "… the harbour master counted 212 people …"
    assert shorten_around("One clause that goes on and on without any border in it", ("border",), 5) == ""
