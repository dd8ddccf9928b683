"""What a text claims: bounds, sums, lengths of time, dates, names, clauses; and the words that say the same."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest

from generator.claims.counting import is_carried
from generator.claims.library import make_library
from generator.claims.reading import Told, read_statement
from generator.claims.wording import is_kin, same, stem, wording
from generator.figures.numbers import find_numbers
from generator.model import Interval
from generator.rules.reckoning import spans_of_time, sums

NOBODY = make_library((), (), ())


def told(text: str) -> Told:
    return read_statement(text, NOBODY, dt.date(2011, 3, 5))


# ---------------------------------------------------------------- figures


@pytest.mark.parametrize(
    ("statement", "passage", "follows"),
    [
        ("at least 30 boats", "at least 30 boats", True),
        ("30 boats", "at least 30 boats", False),
        ("at least 30 boats", "30 boats", True),
        ("more than 30 boats", "at least 30 boats", False),
        ("at least 30 boats", "more than 30 boats", True),
        ("more than 400 boats", "at least 430 boats", True),
        ("at least 340 boats", "at least 430 boats", False),
        ("more than 1,200 boats", "1,227 boats", True),
        ("about 70 boats", "71 boats", True),
        ("about 70 boats", "79 boats", False),
        ("70 boats", "about 70 boats", False),
        ("nearly 70 boats", "69 boats", True),
        ("20 percent", "20%", True),
        ("20 percent", "20 boats", False),
        ("30 years", "three decades", True),
        ("more than 30 years", "three decades", False),
        ("eight or nine boats", "eight or nine boats", True),
        ("nine boats", "eight or nine boats", False),
        ("at least his fourth visit", "at least four times", True),
    ],
)
def test_a_figure_follows_from_another(statement: str, passage: str, follows: bool) -> None:
    assert is_carried(find_numbers(statement)[0], find_numbers(passage)[0]) is follows


@pytest.mark.parametrize(
    ("statement", "passage", "how"),
    [
        ("24 people", "five Swedes and 19 Danes", "19 + 5 = 24"),
        ("14 people", "19 boats, five of them lost", "19 − 5 = 14"),
        ("nine men", "he and eight others", "8 others and the one named are 9"),
        ("25 people", "five Swedes and 19 Danes", None),
        ("24 people", "at least five Swedes and 19 Danes", None),
    ],
)
def test_a_count_follows_by_a_sum(statement: str, passage: str, how: str | None) -> None:
    assert sums(find_numbers(statement)[0], [told(passage)]) == how


@pytest.mark.parametrize(
    ("length", "fits"),
    [("four years", True), ("five years", False), ("more than four years", True), ("53 months", True)],
)
def test_a_length_of_time_is_the_difference_of_two_dates(length: str, fits: bool) -> None:
    dates = [
        Interval(dt.date(2006, 7, 1), dt.date(2006, 7, 31)),
        Interval(dt.date(2010, 12, 13), dt.date(2010, 12, 13)),
    ]
    assert (spans_of_time(find_numbers(length)[0], dates) is not None) is fits


# ---------------------------------------------------------------- dates and names


def test_both_days_of_a_pair_are_dates() -> None:
    days = [d.interval.start.day for d in told("They met on 12 and 13 March 1911.").dates if d.interval]
    assert sorted(days) == [12, 13]


def test_names_are_found_by_nation_and_by_words() -> None:
    names = {n.text: n.keys for n in told("The U.S. State Department wrote to Oslo.").names}
    assert names["U.S."] == {"n:United States"}
    assert names["State Department"] == {"state", "department"}
    assert names["Oslo"] == {"n:Norway"}


# ---------------------------------------------------------------- clauses


@pytest.mark.parametrize(
    ("text", "verb", "doers", "targets"),
    [
        ("Lund praised Holt.", "praised", ["Lund"], ["Holt"]),
        ("Holt was praised by Lund.", "praised", ["Lund"], ["Holt"]),
        ("Holt, who was praised by Lund, left.", "praised", ["Lund"], ["Holt"]),
        ("Holt sailed home and was praised by Lund.", "praised", ["Lund"], ["Holt"]),
    ],
)
def test_the_passive_is_turned_round(text: str, verb: str, doers: list[str], targets: list[str]) -> None:
    clause = next(c for c in told(text).clauses if c.verb.text == verb)
    assert ([t.text for t in clause.doers], [t.text for t in clause.targets]) == (doers, targets)


@pytest.mark.parametrize(
    ("text", "verb", "state"),
    [
        ("The port closed.", "closed", ""),
        ("The port will close.", "close", "unreal"),
        ("The port agreed to close.", "close", "unreal"),
        ("The storm led the port to close.", "close", ""),
        ("The port did not close.", "close", "denied"),
        ("The mayor denied that the port closed.", "closed", "denied"),
        ("Nobody closed the port.", "closed", "denied"),
        ("The crew was kept from writing.", "writing", "denied"),
        ("The port reportedly closed.", "closed", "hedged"),
    ],
)
def test_how_sure_a_clause_is(text: str, verb: str, state: str) -> None:
    clause = next(c for c in told(text).clauses if c.verb.text == verb)
    flags = {"denied": clause.is_denied, "unreal": clause.is_unreal, "hedged": clause.is_hedged}
    assert [name for name, is_set in flags.items() if is_set] == ([state] if state else [])


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("free", "release", True),
        ("freed", "pardon", True),
        ("skeptical", "scepticism", True),
        ("lift", "impose", False),
    ],
)
def test_words_that_say_the_same(one: str, other: str, alike: bool) -> None:
    assert same(one, other) is alike


def test_kin_begin_alike() -> None:
    assert is_kin("profession", "professional")
    assert not is_kin("present", "president")


def test_every_word_of_the_lists_is_a_text() -> None:
    """YAML takes a bare no, yes, on or false for a truth value."""
    texts: list[object] = []

    def walk(value: object) -> None:
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(part)
        texts.append(value)

    walk(wording())
    assert not [t for t in texts if isinstance(t, bool)]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbourhood", "neighborhoods"),
        ("favourites", "favorite"),
        ("honoured", "honored"),
        ("armoured", "armored"),
        ("behaviour", "behavior"),
        ("organised", "organized"),
    ],
)
def test_both_spellings_of_english_have_one_stem(british: str, american: str) -> None:
    assert stem(british) == stem(american)


@pytest.mark.parametrize(("one", "other"), [("tour", "tor"), ("four", "for"), ("pour", "por")])
def test_other_words_in_our_keep_it(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_no_opposites_say_the_same() -> None:
    lines = [frozenset(stem(w) for w in line) for line in wording()["same"]]
    clashes = [(a, b) for a, b in wording()["opposite"] if any({stem(a), stem(b)} <= line for line in lines)]
    assert clashes == []


def test_no_line_stands_there_twice_or_within_another() -> None:
    lines = [frozenset(line) for line in wording()["same"]]
    assert [(a, b) for a, b in combinations(lines, 2) if a <= b or b <= a] == []
