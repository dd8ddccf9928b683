"""How clauses are tied, how sure they are told, who answers to whom: the readings under the rules of relations."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator import data
from generator.claims.library import make_library
from generator.claims.modality import is_ended, is_open, level_of
from generator.claims.reading import Told, read_statement
from generator.claims.wording import senses_of
from generator.rules.alignment import align
from generator.rules.descriptions import descriptions
from generator.rules.speakers import compare_speakers, speaker_of
from generator.rules.ties import Link, links_in

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "evidence" / "relations.yml").read_text("utf-8"))
NOBODY = make_library((), (), ())
LINKS = [
    (kind, rule)
    for table in ("links", "linking_verbs")
    for kind, rules in data.load("relations")[table].items()
    for rule in rules
]


def told(text: str) -> Told:
    return read_statement(text, NOBODY, None)


# ---------------------------------------------------------------- links


@pytest.mark.parametrize(("kind", "rule"), LINKS, ids=lambda x: x["word"] if isinstance(x, dict) else x)
def test_the_example_of_a_link_is_read_as_it_says(kind: str, rule: dict[str, str]) -> None:
    found = [link for link in links_in(told(rule["example"])) if link.kind == kind]
    assert len(found) == 1
    assert has(found[0], rule["cause"], rule["effect"])


def has(link: Link, first: str, second: str) -> bool:
    sides = [frozenset(k for unit in side for k in unit) for side in (link.first, link.second)]
    return bool(senses_of(first) & sides[0]) and bool(senses_of(second) & sides[1])


def test_so_ties_a_clause_to_the_one_before_and_so_far_does_not() -> None:
    (link,) = links_in(told("The pumps had failed, so the cellar filled."))
    assert has(link, "pump", "cellar")
    assert not list(links_in(told("The pumps have so far kept the cellar dry.")))


def test_this_stands_for_the_clause_before() -> None:
    found = list(links_in(told("The council closed the port; this pushed the fishermen into debt.")))
    assert any(has(link, "port", "fisherman") for link in found)


# ---------------------------------------------------------------- how sure


@pytest.mark.parametrize("case", CASES["levels"], ids=lambda c: c["text"])
def test_a_clause_commits_as_far_as_its_words_do(case: dict[str, str]) -> None:
    verb = next(t for t in told(case["text"]).doc if t.text == case["verb"])
    assert level_of(verb) == case["level"]


@pytest.mark.parametrize(("text", "ended"), [("He gave up sailing.", True), ("He went on sailing.", False)])
def test_what_is_given_up_is_ended(text: str, ended: bool) -> None:
    assert is_ended(next(t for t in told(text).doc if t.text == "sailing")) is ended


def test_only_what_is_asked_about_is_open() -> None:
    verbs = {t.text: t for t in told("She did not say whether he resigned, but that he left.").doc}
    assert is_open(verbs["resigned"])
    assert not is_open(verbs["left"])


# ---------------------------------------------------------------- who answers to whom


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda c: c["say"])
def test_a_clause_is_answered_by_those_that_tell_the_same(case: dict) -> None:
    found = {clause.verb.text: [a.clause.verb.text for a in answers] for clause, answers in
             align(told(case["say"]), [told(case["passage"])])[0]}  # fmt: skip
    assert found == case["answers"]


@pytest.mark.parametrize("case", CASES["speakers"], ids=lambda c: f"{c['mine']} / {c['theirs']}")
def test_two_speakers_are_the_same_where_a_reader_takes_them_for_one(case: dict[str, str]) -> None:
    mine, theirs = (told(case[side]) for side in ("mine", "theirs"))
    speakers = (speaker_of(mine, mine.sayings[0]), speaker_of(theirs, theirs.sayings[0]))
    assert compare_speakers(*speakers, NOBODY) == case["like"]


@pytest.mark.parametrize("case", CASES["descriptions"], ids=lambda c: c["text"])
def test_what_somebody_is_called(case: dict) -> None:
    found = [[d.name.text, d.noun.text, *sorted(d.status)] for d in descriptions(told(case["text"]))]
    assert found == case["called"]
