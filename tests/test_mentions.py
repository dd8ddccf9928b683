"""Mentions: invented articles and everybody they name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import data
from generator.language import parse_blocks
from generator.mentions.companions import known_elsewhere
from generator.mentions.place_signs import place_signs
from generator.mentions.reading import find_mentions
from generator.mentions.words import kind_of, words_of
from tests.people_text import article_of, reading_of

CASES = yaml.safe_load((Path(__file__).parent / "cases/mentions/articles.yml").read_text("utf8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_everybody_named(case: dict[str, Any]) -> None:
    reading = reading_of("a", case["text"])
    text = reading.article.text
    found = [
        [m.text, m.title, m.role.replace("’", "'"), m.kin, text[m.kin_of.start : m.kin_of.end] if m.kin_of else ""]
        for m in reading.mentions
    ]
    assert found == case["mentions"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_places_are_those_of_the_text(case: dict[str, Any]) -> None:
    reading = reading_of("a", case["text"])
    for m in reading.mentions:
        assert reading.article.text[m.span.start : m.span.end] == m.text
        if m.role_span:
            assert reading.article.text[m.role_span.start : m.role_span.end] == m.role
        block = reading.article.block_at(m.span.start)
        assert block is not None
        assert block.ref == m.ref


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Solheim", "name"), ("Mr.", "title"), ("Norwegian", "edge"), ("Bank", "never"), ("Jr.", "suffix"),
     ("van", "particle"),
     ("I've", "edge"), ("G.", "name"), ("U.S.", "edge"), ("harbour", "lower")],
)  # fmt: skip
def test_kinds_of_words(word: str, kind: str) -> None:
    assert kind_of(word) == kind


def test_a_possessive_is_no_part_of_a_word() -> None:
    words = words_of("Solheim's and the crews' demands, said O'Neill.")
    assert [(w.text, w.owns) for w in words if w.kind == "name"] == [("Solheim", True), ("O'Neill", False)]


PLACES = [(side, row["example"]) for side in ("before", "after") for row in data.load("places")[side]]


@pytest.mark.parametrize(("side", "example"), PLACES, ids=lambda x: x[:40])
def test_examples_of_places(side: str, example: str) -> None:
    before, _, after = example.partition("…")
    signs = [sign for sign in place_signs() if sign.is_before == (side == "before")]
    assert any(sign.pattern.search(before if sign.is_before else after) for sign in signs)
    assert not reading_of("a", [example.replace("…", "Kara-Vale")]).mentions


@pytest.mark.parametrize("text", data.load("places")["stays"])
def test_a_person_stays_one_beside_words_of_places(text: str) -> None:
    assert {m.text for m in reading_of("a", [text]).mentions} == {"Anna Kessler"}


def test_a_name_that_another_article_shows_to_be_a_persons() -> None:
    shows = reading_of("a", ["Sydney Osei-Mensa, a nurse, left on Monday."])
    text = ["They waited for Sydney Osei-Mensa.", "Nobody waited in Sydney."]
    hides = reading_of("b", text)
    assert [m.text for m in hides.mentions] == []
    assert known_elsewhere([shows, hides]) == (frozenset(), frozenset({"sydney osei-mensa"}))
    article = article_of("b", text)
    found = find_mentions(article, parse_blocks(article), frozenset({"sydney osei-mensa"}))
    assert [m.text for m in found] == ["Sydney Osei-Mensa"]
