"""Who argues what: each party once, and one reporting's argument in one article's words."""

from __future__ import annotations

import pytest

from generator.briefing import Position
from generator.pages.arguments import Topic, arrange
from generator.pages.phrases import party_key
from tests.sample import say

ORIGINS = {"wire": "meridian", "copy": "meridian", "gazette": "gazette"}
TEXTS = {
    "wire 2": "Kestrian officials want the ban to stay.",
    "wire 3": "They also want it to be wider.",
    "copy 1": "Officials in Kestria would keep the ban.",
    "gazette 4": "A Kestrian official called the ban a mistake.",
}


def position(who: str, place: str, person: str = "", about: str = "sanctions", text: str = "?") -> Position:
    return Position(who, person, "neither", about, say(TEXTS[place] if text == "?" else text, place))


def laid_out(topics: tuple[Topic, ...]) -> list[object]:
    return [
        (topic.key, party.who, [([p.statement.text for p in t.positions], len(t.others)) for t in party.told])
        for topic in topics
        for party in topic.parties
    ]


def test_a_reporting_tells_an_argument_once() -> None:
    told = [
        position("Norwegian officials", "copy 1"),
        position("officials in Norway", "wire 2"),
        position("Norwegian officials", "wire 3"),
        position("a Norwegian official", "gazette 4"),
    ]
    assert laid_out(arrange(told, ORIGINS)) == [
        ("sanctions", "Norwegian officials",
         [([TEXTS["wire 2"], TEXTS["wire 3"]], 1), ([TEXTS["gazette 4"]], 0)]),
    ]  # fmt: skip


def test_what_has_words_stands_before_what_has_none() -> None:
    told = [position("the union", "copy 1", text=""), position("the union", "wire 2")]
    assert laid_out(arrange(told, ORIGINS)) == [("sanctions", "the union", [([TEXTS["wire 2"]], 1)])]


def test_a_person_is_nobody_else_and_topics_stay_apart() -> None:
    told = [
        position("Ilva Doran", "wire 2", person="ilva-doran"),
        position("Ilva Doran", "gazette 4", about="engagement", person="ilva-doran"),
        position("Doran", "gazette 4", person="tomas-doran"),
    ]
    assert [(t.key, [p.person for p in t.parties]) for t in arrange(told, ORIGINS)] == [
        ("sanctions", ["ilva-doran", "tomas-doran"]),
        ("engagement", ["ilva-doran"]),
    ]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("the U.S. official", "US officials", True),
        ("The Kenyan opposition", "Kenyan opposition groups", True),
        ("Kenyan authorities", "the authorities in Kenya", True),
        ("Some in the Kenyan opposition", "the Kenyan opposition", False),
        ("Kenyan authorities", "Kenyan officials", False),
        ("Norwegian officials", "Kenyan officials", False),
        ("rescue groups", "aid groups", False),
        ("", "the", True),
    ],
)
def test_a_party_is_known_however_it_is_written(one: str, other: str, is_same: bool) -> None:
    assert (party_key(one) == party_key(other)) is is_same
