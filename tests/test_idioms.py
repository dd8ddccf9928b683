"""Turns of phrase: each line of data/idioms.yml lets one wording stand for the other."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from generator import data
from generator.claims.idioms import in_other_words
from generator.language import load_model

LINES = data.load("idioms")["lines"]


def told(text: str) -> SimpleNamespace:
    return SimpleNamespace(doc=load_model()(text))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["example"][1])
def test_a_turn_of_phrase_says_what_the_paragraph_says(line: dict) -> None:
    there, say = line["example"]
    assert in_other_words(told(say), [told(there)])


def test_a_turn_of_phrase_for_nothing_that_is_there() -> None:
    assert not in_other_words(told("The banker was taken to task."), [told("The panel met the banker.")])
