"""People: invented bundles and everybody they come to, and every example of a group's pattern."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editor import PersonDecision
from generator.model import Reading
from generator.people.compiling import compile_people, person_index
from generator.people.groups import Pattern, country_in, rules
from tests.people_text import reading_of

CASES = yaml.safe_load((Path(__file__).parent / "cases/people/bundles.yml").read_text("utf8"))
PATTERNS = [(rule.key, pattern) for rule in rules() for pattern in rule.patterns]


def _decisions(case: dict[str, Any]) -> list[PersonDecision]:
    return [
        PersonDecision(d["name"], tuple(d.get("same", ())), tuple(d.get("different", ())), d.get("group", ""))
        for d in case.get("decisions", ())
    ]


def _readings(case: dict[str, Any]) -> list[Reading]:
    titles = case.get("titles", {})
    return [
        reading_of(article, paragraphs, titles.get(article, "")) for article, paragraphs in case["articles"].items()
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_everybody_once(case: dict[str, Any]) -> None:
    readings = _readings(case)
    people, findings = compile_people(readings, _decisions(case))
    found = [
        {"name": p.name, "group": p.group_label, "spellings": {s.article: s.text for s in p.spellings}} for p in people
    ]
    assert sorted(found, key=str) == sorted(case["people"], key=str)
    said = " ".join(map(str, findings))
    assert case.get("finding", "") in said
    if "findings" in case:
        assert len(findings) == case["findings"], said
    assert case.get("merge", "") in " ".join(m for p in people for m in p.merges)
    if "merges" in case:
        assert [m for p in people for m in p.merges] == case["merges"]


def test_an_outlet_is_nobody_unless_somebody_has_its_name() -> None:
    told = reading_of("a", ["The twelfth stayed in port, the lawyer, Pall Berg, told Nordlys Kurer on Monday."])
    signed = reading_of("b", ["Premier Rolf Dahl answered on Monday. He had spoken to Rolf Dahl of the island."])
    outlets = ("Nordlys Kurer", "Rolf Dahl")
    readings = [
        replace(r, article=replace(r.article, outlet=outlet)) for r, outlet in zip((signed, told), outlets, strict=True)
    ]
    assert {p.name for p in compile_people([told, signed], [])[0]} == {"Pall Berg", "Nordlys Kurer", "Rolf Dahl"}
    assert {p.name for p in compile_people(readings, [])[0]} == {"Pall Berg", "Rolf Dahl"}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_every_mention_is_one_persons(case: dict[str, Any]) -> None:
    readings = _readings(case)
    people, _ = compile_people(readings, _decisions(case))
    index = person_index(people)
    assert len(index) == sum(len(p.mentions) for p in people)
    assert len({p.id for p in people}) == len(people)
    assert all(sum(s.count for s in p.spellings) == len(p.mentions) for p in people)
    assert all(p.group_why for p in people)


@pytest.mark.parametrize(("key", "pattern"), PATTERNS, ids=lambda x: x if isinstance(x, str) else x.example[:40])
def test_examples_of_groups(key: str, pattern: Pattern) -> None:
    assert pattern.regex.search(pattern.example.casefold())


def test_a_preposition_before_the_name_is_no_release() -> None:
    freed = next(rule for rule in rules() if rule.key == "freed")
    for sentence in (
        "* was known for protests against …, and *, a nurse, were also released.",
        "they called for the release of ….",
    ):
        assert not any(p.regex.search(sentence) for p in freed.patterns)


@pytest.mark.parametrize(
    ("role", "country"),
    [("Danish Prime Minister", "Danish"), ("U.S. special envoy for Belarus", "US"), ("analyst", ""),
     ("head of Kyiv's military intelligence agency", "Ukrainian")],
)  # fmt: skip
def test_countries_in_roles(role: str, country: str) -> None:
    assert country_in(role) == country


def test_ids_are_slugs() -> None:
    people, _ = compile_people([reading_of("a", ["Łukasz Żeleński, a poet, met Mr. Brzęk on Friday."])], ())
    assert people[0].id == "lukasz-zelenski"
    assert all(re.fullmatch(r"[a-z0-9-]+", p.id) for p in people)
