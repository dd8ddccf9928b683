"""A headline in short, as citations and lists name its article."""

from __future__ import annotations

import pytest

from generator import data
from generator.pages.headlines import shorten_headline


@pytest.mark.parametrize("kind", sorted(data.load("headlines")))
def test_each_rule_cuts_its_example(kind: str) -> None:
    example = data.load("headlines")[kind]["example"]
    assert shorten_headline(example["headline"]) == example["short"]


@pytest.mark.parametrize(
    ("headline", "short"),
    [
        ("Harbour opens after long talks", "Harbour opens after long talks"),  # short already
        ("Harbour opens, after talks that nobody had hoped for", "Harbour opens, after talks…"),
        ("Harbour opens after talks, at last and for good", "Harbour opens after talks…"),
        ("Norland frees twelve fishermen while talks go on", "Norland frees twelve fishermen…"),
        ("Remarks by Deputy Harbour Master Pell and Minister Doran", "Remarks by Deputy Harbour Master Pell…"),
    ],
)
def test_a_headline_ends_where_a_part_of_it_ends(headline: str, short: str) -> None:
    assert shorten_headline(headline) == short
