"""The ledger: which figures come into one row, with which verdict and for which reason."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.briefing import Dating, Origin, Row
from generator.dates.reading import find_dates
from generator.figures.acts import act_words, nations_in, participle, sense_of
from generator.figures.reading import find_figures
from generator.language import parse_texts
from generator.ledger.compiling import compile_ledger, key_figures
from generator.mentions.reading import find_mentions
from generator.model import Article, Block, Reading, Span
from generator.voices.reading import find_voices

CASES = Path(__file__).parent / "cases" / "ledger"


def reading_of(case: dict[str, Any]) -> Reading:
    text = "\n\n".join(case["text"])
    blocks, at = [], 0
    for number, paragraph in enumerate(case["text"], start=1):
        blocks.append(Block("body", str(number), number, Span(at, at + len(paragraph)), paragraph))
        at += len(paragraph) + 2
    name = case["id"]
    day: dt.date = case["day"]
    article = Article(name, f"{name}.txt", "", text, "", "", "", "", day, "", "", False, None, tuple(blocks), (), ())
    parsed = tuple(parse_texts(article.blocks))
    dates, mentions = find_dates(article, parsed), find_mentions(article, parsed)
    voices = find_voices(article, parsed, mentions)
    return Reading(article, (), mentions, dates, find_figures(article, parsed, dates, voices), voices, (), (), ())


def ledger_of(articles: list[dict[str, Any]]) -> tuple[Row, ...]:
    readings = [reading_of(case) for case in articles]
    datings = [Dating(a["id"], a["day"], "printed", "") for a in articles]
    names = dict.fromkeys(a["origin"] for a in articles)
    origins = [Origin(n.lower(), n, tuple(a["id"] for a in articles if a["origin"] == n), ()) for n in names]
    return compile_ledger(readings, datings, origins, ())


def cases() -> list[Any]:
    found = [case for path in sorted(CASES.glob("*.yml")) for case in yaml.safe_load(path.read_text("utf-8"))]
    assert found
    return [pytest.param(case, id=case["name"]) for case in found]


def is_like(row: Row, expected: dict[str, Any]) -> bool:
    return (
        [e.statement.text for e in row.entries] == expected["values"]
        and expected.get("what", row.what) == row.what
        and expected.get("verdict", row.verdict) == row.verdict
        and all(words in row.reason for words in expected["reason"])
        and expected.get("days", days_of(row)) == days_of(row)
        and expected.get("ends", []) in ([], [e.when.end for e in row.entries if e.when])
    )


def days_of(row: Row) -> list[dt.date | str]:
    return [e.when.start if e.when else "" for e in row.entries]


@pytest.mark.parametrize("case", cases())
def test_rows_of_articles(case: dict[str, Any]) -> None:
    rows = ledger_of(case["articles"])
    shown = [(r.what, r.verdict, [e.statement.text for e in r.entries], r.reason, days_of(r)) for r in rows]
    for expected in case["rows"]:
        assert any(is_like(row, expected) for row in rows), shown
    assert not [r.verdict for r in rows if r.verdict in case.get("never", ())], shown
    assert not (case.get("absent") and rows), shown
    assert not [r.what for r in rows if r.what.startswith(tuple(case.get("unnamed", ())))], shown


@pytest.mark.parametrize("case", cases())
def test_every_row_can_be_checked(case: dict[str, Any]) -> None:
    rows = ledger_of(case["articles"])
    assert len({r.id for r in rows}) == len(rows)
    assert {o for r in rows for o in r.origins} == {e.origin for r in rows for e in r.entries}
    texts = {a["id"]: a["text"] for a in case["articles"]}
    for entry in (e for r in rows for e in r.entries):
        for cite in entry.statement.cites:
            assert entry.figure.text in texts[cite.article][int(cite.ref) - 1]
    assert set(key_figures(rows)) <= {r.id for r in rows} and len(key_figures(rows)) <= 4


def test_conflict_comes_first_and_one_origin_last() -> None:
    day = dt.date(2024, 3, 5)
    rows = ledger_of(
        [
            {"id": "a", "origin": "Wire", "day": day, "text": ["Kenya freed 41 sailors.",
                                                               "A flood killed 17 farmers."]},
            {"id": "b", "origin": "Post", "day": day, "text": ["Kenya freed 41 sailors.", "A flood killed 23 farmers.",
                                                               "Police arrested 9 students."]},
        ]
    )  # fmt: skip
    assert [r.verdict for r in rows] == ["conflict", "agree", "one origin"]


def test_who_wants_no_name_is_said_to_want_none() -> None:
    text = "An official, speaking on condition of anonymity, said that Kenya had freed 41 sailors."
    (row,) = ledger_of([{"id": "a", "origin": "Wire", "day": dt.date(2024, 3, 5), "text": [text]}])
    assert row.entries[0].voice == "An official, on condition of anonymity"


def test_length_of_time_is_of_no_moment() -> None:
    text = ["Kenya freed 41 sailors on Monday after two days of talks."]
    rows = ledger_of([{"id": "a", "origin": "Wire", "day": dt.date(2024, 3, 5), "text": text}])
    assert {r.what: r.entries[0].when is not None for r in rows} == {"sailors freed": True, "days of talks": False}


def test_order_of_articles_changes_no_verdict() -> None:
    articles = yaml.safe_load((CASES / "verdicts.yml").read_text("utf-8"))[0]["articles"]
    there, back = ledger_of(articles), ledger_of(articles[::-1])
    assert sorted((r.what, r.verdict) for r in there) == sorted((r.what, r.verdict) for r in back)


@pytest.mark.parametrize("sense", act_words()["senses"], ids=lambda s: s["sense"])
def test_examples_of_a_sense(sense: dict[str, Any]) -> None:
    for example in sense["examples"]:
        case = {"id": "a", "day": dt.date(2024, 3, 5), "text": [example]}
        figure = reading_of(case).figures[0]
        found = sense_of(figure.act)
        assert found is not None and found.name == sense["sense"], (example, figure.act)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("free", "freed"),
        ("carry", "carried"),
        ("close", "closed"),
        ("stop", "stopped"),
        ("sell", "sold"),
        ("order", "ordered"),
    ],
)
def test_participle(verb: str, expected: str) -> None:
    assert participle(verb) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan officials", ("Kenya",)),
        ("two Norwegians in Lima", ("Norway", "Peru")),
        ("the chiles", ()),
        ("Nigerians", ("Nigeria",)),
    ],
)
def test_nations(text: str, expected: tuple[str, ...]) -> None:
    assert nations_in(text) == expected
