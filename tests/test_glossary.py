"""Where a word is explained: beside the first text that has it, once, and not where the text says it already."""

from __future__ import annotations

import pytest

from generator.briefing import Section, Statement, Term
from generator.model import Citation
from generator.pages.glossary import place_terms

CITE = (Citation("wire", "1"),)


def section(key: str, text: str) -> Section:
    return Section(key, key.title(), ((Statement(text, CITE),),))


SECTIONS = (section("story", "Norland lifted its ban on ore."), section("why", "Kestrian tin is an ore of the north."))


@pytest.mark.parametrize(
    ("term", "meaning", "home"),
    [
        ("Ban", "A ban keeps goods out of a country.", "story"),
        ("Kestrian tin", "Kestrian tin makes solder.", "why"),
        ("Ore", "An ore is rock that metal is won from.", "story"),  # the first of two sections that have it
        ("Tin", "Tin is an ore of the north.", None),  # the section that has it says so itself
        ("Quay", "A quay is where ships lie.", ""),  # nobody's word: under a heading of its own
        ("Or", "Or is a river of Norland.", ""),  # a part of another word is another word
    ],
)
def test_a_word_is_explained_where_it_is_met(term: str, meaning: str, home: str | None) -> None:
    placed = place_terms((Term(term, Statement(meaning, CITE)),), SECTIONS)
    assert [key for key, terms in placed.items() if terms] == ([] if home is None else [home])


def test_a_word_that_another_page_has_needs_no_heading_here() -> None:
    term = Term("Quay", Statement("A quay is where ships lie.", CITE))
    assert not any(place_terms((term,), SECTIONS, (section("news", "They left the quay."),)).values())
    assert place_terms((term,), SECTIONS, (section("news", "They left."),))[""] == (term,)
