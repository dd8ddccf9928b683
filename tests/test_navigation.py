"""What leads to a page, and what the site is called, for whatever builds it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mkdocs.utils.yaml import yaml_load

from generator.briefing import Position, Section, Term
from generator.pages.navigation import EXPLAINER, name_pages, settings
from tests.sample import ALONE, FULL, say

SAID = say("Nobody is for sale.", "copy 1")


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, None),
        ({"measures": FULL.measures}, "Sanctions"),
        ({"positions": (Position("Ilva Doran", "", "against", "sanctions", SAID),)}, "Sanctions"),
        ({"positions": (Position("Ilva Doran", "", "for", "engagement", SAID),)}, "Explainer"),
        ({"explainer": (Section("why", "Why", ((SAID,),)),)}, "Explainer"),
        ({"glossary": (Term("sale", SAID),)}, "Explainer"),
    ],
    ids=["nothing", "a step", "against sanctions", "for talks", "an editor's section", "a word explained"],
)
def test_the_page_of_steps_has_a_name_where_it_has_something_to_say(changed: dict[str, object], name: str) -> None:
    assert name_pages(replace(ALONE, **changed)).get(EXPLAINER) == name  # type: ignore[arg-type]


@pytest.mark.parametrize("title", ["Fishermen for tin", 'Ferry: "safe" # they say', "2031", "Ælvø’s {{ pier }}", "!"])
def test_the_title_reads_back(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_NAME", raising=False)
    read = yaml_load(settings(replace(FULL, title=title)))
    assert read["site_name"] == title
    assert read["nav"][:3] == [{"Overview": "index.md"}, {"People": "people/index.md"}, {"Sanctions": "sanctions.md"}]
    monkeypatch.setenv("SITE_NAME", "Ours")
    assert yaml_load(settings(replace(FULL, title=title)))["site_name"] == "Ours"
