"""Sentences shown away from their paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.pages.passages import balanced, carrying, dangles, detached, points_back, sentence_before
from tests.sample import ARTICLES

CASES = yaml.safe_load((Path(__file__).parent / "cases/passages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["dangling"])
def test_a_sentence_that_speaks_of_somebody_before_it_dangles(text: str) -> None:
    assert dangles(text) and points_back(text)


@pytest.mark.parametrize("text", CASES["standing"])
def test_a_sentence_that_holds_what_it_speaks_of_stands(text: str) -> None:
    assert not dangles(text)


@pytest.mark.parametrize("text", CASES["pointing"])
def test_a_sentence_can_point_back_from_its_middle(text: str) -> None:
    assert points_back(text) and not dangles(text)


@pytest.mark.parametrize(("text", "reads"), CASES["detached"].items())
def test_the_turn_that_joined_a_sentence_goes(text: str, reads: str) -> None:
    assert detached(text) == reads


@pytest.mark.parametrize(("text", "reads"), CASES["balanced"].items())
def test_quotation_marks_come_in_pairs(text: str, reads: str) -> None:
    assert balanced(text) == reads
    assert balanced(reads) == reads


def test_the_sentence_before() -> None:
    wire = next(a for a in ARTICLES if a.id == "wire")
    before = "A harbour pilot said that two more were on their way."
    assert sentence_before(wire, "5", "Norland has not confirmed that claim.") == before
    assert sentence_before(wire, "5", before) == ""
    assert sentence_before(wire, "5", "Nothing of the kind.") == ""


def test_what_is_shown_beside_a_label_names_whom_it_is_about() -> None:
    text = "The freed sailors were freed at dawn. Among them was Varga. Nobody met them."
    assert carrying(text, "Freed") == "The freed sailors were freed at dawn."
    assert carrying(text, "Freed", "Varga") == "Among them was Varga."
