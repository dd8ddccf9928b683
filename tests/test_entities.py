"""People as FollowTheMoney entities: valid against a copy of its model's Person, and no more than the briefing says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from generator import data
from generator.pages.entities import FILE, export_entities
from tests.sample import FULL

MODEL = yaml.safe_load((Path(__file__).parent / "cases/ftm_person.yml").read_text("utf8"))


@pytest.fixture(scope="module")
def entities() -> list[dict]:
    return [json.loads(line) for line in export_entities(FULL)[FILE].splitlines()]


def faults(entity: dict) -> list[str]:
    """What the model would refuse: another schema, an unknown property, an empty or overlong value, a missing name."""
    found = [] if entity["schema"] == MODEL["schema"] else ["schema"]
    found += [name for name in MODEL["required"] if not entity["properties"].get(name)]
    forms = {"country": "[a-z]{2}", "url": "https?://.+"}
    for name, values in entity["properties"].items():
        kind = MODEL["properties"].get(name)
        longest = MODEL["longest"].get(kind, 0)
        fits = re.compile(forms.get(kind, ".+"), re.DOTALL).fullmatch
        if not values or not all(isinstance(v, str) and fits(v) and len(v) <= longest for v in values):
            found.append(name)
    return found if re.fullmatch(r"[A-Za-z0-9][\w.-]*", entity["id"]) else [*found, "id"]


def test_every_person_is_a_valid_entity(entities: list[dict]) -> None:
    assert [faults(entity) for entity in entities] == [[]] * len(FULL.people)
    assert len({entity["id"] for entity in entities}) == len(FULL.people)


def test_a_fault_is_seen(entities: list[dict]) -> None:
    entity = entities[0]
    assert faults(entity | {"schema": "Company"}) == ["schema"]
    assert faults(entity | {"properties": {"name": ["A"], "nose": ["long"]}}) == ["nose"]
    assert faults(entity | {"properties": {"alias": ["A"]}}) == ["name"]
    assert faults(entity | {"properties": {"name": ["A"], "country": ["Norland"]}}) == ["country"]


def test_spellings_and_background_are_told_apart(entities: list[dict]) -> None:
    ilva = entities[[e["caption"] for e in entities].index("Ilva Dorran")]["properties"]
    assert ilva["name"] == ["Ilva Dorran"]
    assert ilva["alias"] == ["Ilva Doran"]
    assert ilva["weakAlias"] == ["Ілва Доран"]
    assert ilva["position"] == ["a strike leader"]
    assert "country" not in ilva


def test_country_codes_are_codes() -> None:
    codes = data.load("country_codes")
    assert set(codes) >= set(data.load("groups")["countries"])
    assert all(re.fullmatch("[a-z]{2}", code) for code in codes.values())
