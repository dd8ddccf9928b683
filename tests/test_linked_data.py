"""What machines are told of a page is what the page shows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.pages.desk import Desk
from generator.pages.linked_data import describe
from tests.sample import FULL

DESK = Desk(FULL)


def described(path: str) -> dict[str, Any]:
    node = describe(FULL, DESK, path)
    assert node == json.loads(json.dumps(node)), "plain JSON"
    assert node["@context"] == "https://schema.org"
    return node


def test_the_first_page_is_a_report_on_an_event_that_cites_every_article() -> None:
    report = described("index.md")
    assert (report["@type"], report["name"]) == ("Report", FULL.title)
    assert FULL.event is not None
    assert report["about"]["startDate"] == str(FULL.event.start)
    assert len(report["citation"]) == len(FULL.articles)
    for node, article in zip(report["citation"], FULL.articles, strict=True):
        assert ("datePublished" in node) == (article.published is not None)
        assert ("publisher" in node) == bool(article.outlet)


@pytest.mark.parametrize("person", FULL.people, ids=lambda person: person.id)
def test_a_person_has_every_spelling_and_their_spoken_words(person: Any) -> None:
    node, *quotations = described(DESK.person_page(person.id))["@graph"]
    assert (node["@type"], node["name"]) == ("Person", person.name)
    assert {person.name, *node.get("alternateName", ())} >= {s.text for s in person.spellings}
    spoken = [u for u in FULL.utterances if u.person == person.id and u.voice.kind == "quote"]
    assert [q["@type"] for q in quotations] == ["Quotation"] * len(spoken)
    for node, said in zip(quotations, spoken, strict=True):
        assert said.statement.text.strip("“”") in node["text"]
        assert node["creator"]["name"] == person.name


def test_somebody_s_words_are_there_at_all() -> None:
    graphs = [described(DESK.person_page(person.id))["@graph"] for person in FULL.people]
    assert any(node["@type"] == "Quotation" for graph in graphs for node in graph)


def test_any_other_page_is_part_of_the_report() -> None:
    assert described("timeline.md")["isPartOf"]["name"] == FULL.title
    article = FULL.articles[0]
    assert described(DESK.article_page(article.id))["about"]["@type"] == "NewsArticle"


def test_an_article_without_a_headline_is_called_as_on_the_pages() -> None:
    bare = tuple(replace(article, title="", outlet="", agency="") for article in FULL.articles)
    desk = Desk(replace(FULL, articles=bare))
    names = [node["name"] for node in describe(replace(FULL, articles=bare), desk, "index.md")["citation"]]
    assert names == [desk.source_name(article.id).whole for article in bare]
    assert len(set(names)) == len(bare)
    assert not any(article.file in name for article, name in zip(bare, names, strict=True))
