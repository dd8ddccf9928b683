"""Turns of phrase, lengths without a figure, and joined words: what must not change, on invented sentences."""

from __future__ import annotations

import pytest

from generator import data
from generator.claims.library import make_library
from generator.claims.reading import read_statement
from generator.rules.alignment import align
from generator.rules.descriptions import hold_descriptions
from generator.rules.holding import Case, Fault
from generator.rules.joined import hold_crossed, hold_heads, hold_pairs, hold_rivals
from generator.rules.objects import hold_objects
from generator.rules.places import hold_places, hold_sides
from generator.rules.states import hold_states
from generator.rules.turns import hold_lasting, hold_turns

NOBODY = make_library((), (), ())


def case(passage: str, say: str) -> Case:
    claim, passages = read_statement(say, NOBODY, None), (read_statement(passage, NOBODY, None),)
    return Case(claim, passages, NOBODY, "", *align(claim, passages))


@pytest.mark.parametrize("rule", data.load_list("turns"), ids=lambda rule: rule["one"][0])
def test_a_turn_of_phrase_is_not_told_as_its_contrary(rule: dict[str, list[str]]) -> None:
    passage, say = rule["example"]
    assert isinstance(hold_turns(case(passage, say)), Fault)
    assert hold_turns(case(passage, passage)) is None


@pytest.mark.parametrize("line", data.load("states")["lines"], ids=lambda line: line["example"][1])
def test_what_still_holds_has_not_been_undone(line: dict[str, list[str]]) -> None:
    passage, say = line["example"]
    assert isinstance(hold_states(case(passage, say)), Fault)
    assert hold_states(case(say, say)) is None


def test_what_goes_on_for_one_may_have_ended_for_another() -> None:
    there = "The son of Lea Holm is still in prison."
    assert hold_states(case(there, "The son of Ada Berg has been freed.")) is None
    assert hold_states(case(there, "The daughter of Lea Holm has been freed.")) is None
    assert hold_states(case(there, "The son of Lea Holm has not been freed.")) is None


HELD = [
    (hold_descriptions, "Lea Holm, head of the harbour board from 2016 until 2022, was there.",
     "Lea Holm, the current head of the harbour board, was there.",
     "Lea Holm, a former head of the harbour board, was there."),
    (hold_lasting, "The singer was for years kept from travelling.", "The singer was for months kept from travelling.",
     "The singer could not travel for years."),
    (hold_lasting, "The plan took over a year of work.", "The plan took nearly a year of work.",
     "The plan took more than a year of work."),
    (hold_pairs, "Nestor held 19 percent, Alba at 15 percent and Corvo at 13 percent.",
     "Nestor held 19 percent, with Corvo at 15 percent and Alba at 13 percent.",
     "Alba at 15 percent came before Corvo at 13 percent."),
    (hold_heads, "Chile put controls on gas equipment.", "Chile put controls on gas.",
     "Chile put controls on equipment for gas."),
    (hold_rivals, "Prices fell with a drop in milk consumption.", "Prices fell with a drop in milk production.",
     "Prices fell after less milk consumption."),
    (hold_heads, "Lea Holm is the founder of the Vigo charity and a friend of the Anker union.",
     "Lea Holm is a friend of Anker.", "Lea Holm is the founder of Vigo."),
    (hold_objects, "The council put down a revolt and launched a ferry.", "The council launched a revolt.",
     "The council launched a ferry."),
    (hold_objects, "The flood forced the school to close.", "The town had closed its quay.",
     "The flood closed the school."),
    (hold_places, "Most of the crew were flown to Vardo, and five were brought to Lomen.",
     "Most of the crew were flown to Lomen.", "Most of the crew were flown to Vardo."),
    (hold_sides, "The offer lapses within 30 days prior to the anniversary.",
     "The offer lapses within 30 days after the anniversary.",
     "The offer lapses in the 30 days before the anniversary."),
    (hold_crossed, "The yard wants this cost to be carried by the buyers.",
     "The buyers want the yard to carry this cost.",
     "The yard wants the buyers to carry this cost."),
]  # fmt: skip


@pytest.mark.parametrize(("hold", "passage", "wrong", "right"), HELD, ids=lambda x: getattr(x, "__name__", ""))
def test_what_is_joined_or_lasts_otherwise_is_found(hold: object, passage: str, wrong: str, right: str) -> None:
    assert callable(hold)
    assert isinstance(hold(case(passage, wrong)), Fault)
    assert hold(case(passage, right)) is None
