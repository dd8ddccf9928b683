"""Sentences cut at clause borders: what may go, what has to stay."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import data
from generator.language import sentence_at
from generator.pages.quoting import words_of
from generator.pages.shortening import shorten_around, shorten_clauses
from tests.reading_text import make_article

CASES = yaml.safe_load((Path(__file__).parent / "cases/shortening.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:30]} {case['most']}")
def test_a_sentence_is_cut_at_its_clauses(case: dict[str, Any]) -> None:
    whole = case.get("whole", False)
    left = shorten_clauses(case["text"], case["most"], case.get("keep", ()), cuts_quotations=not whole)
    assert left == case["left"]


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


def test_a_sentence_is_cut_as_its_article_was_parsed() -> None:
    first, second = "The harbour’s ferry, which 212 people were on, ran aground.", "Nobody was hurt."
    article = make_article(f"{first} {second}")
    parsed = sentence_at(article, "1", first)
    assert parsed is not None and parsed.text.rstrip() == first.replace("’", "'")
    assert shorten_clauses(first, 8, (), parsed) == shorten_clauses(first, 8) != ""
    assert sentence_at(article, "1", "ran aground.") is None
    assert sentence_at(article, "1", "The ferry ran aground.") is None
