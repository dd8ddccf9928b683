"""What WordNet knows of words, and what is made of it: shared meanings, wider ones, opposites, narrow kinds."""

from __future__ import annotations

import json

import pytest

from generator import data
from generator.claims.lexicon import antonyms, broader_meanings, is_narrow_kind, lexicon, meanings


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("announce", "announcement", True),
        ("shut", "close", True),
        ("buy", "purchase", True),
        ("deteriorate", "worsen", True),
        ("sue", "lawsuit", True),
        ("memo", "staff", False),
        ("border", "footage", False),
    ],
)
def test_words_share_a_meaning(one: str, other: str, alike: bool) -> None:
    assert (not meanings(one).isdisjoint(meanings(other))) is alike


def test_a_narrower_word_says_the_wider_one_besides() -> None:
    assert not meanings("musician").isdisjoint(broader_meanings("flutist"))
    assert meanings("flutist").isdisjoint(broader_meanings("musician"))


def test_opposites() -> None:
    assert "open" in antonyms("shut")
    assert antonyms("ferry") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("consent", "permission", True),
        ("tyrant", "dictator", True),
        ("pianist", "flutist", False),
        ("euro", "dollar", False),
    ],
)
def test_a_narrow_kind_stands_for_it(one: str, other: str, alike: bool) -> None:
    assert is_narrow_kind(one, other) is alike
    assert is_narrow_kind(other, one) is alike


def test_the_licence_is_in_the_file() -> None:
    raw = json.loads((data.FOLDER / "wordnet.json").read_text("utf-8"))
    assert "Princeton University" in raw["licence"]
    assert "without fee or royalty is hereby granted" in raw["licence"]
    assert len(lexicon().words) > 40_000
