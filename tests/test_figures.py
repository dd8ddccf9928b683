"""Figures: what counts, what does not, and every example of the data files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.dates.reading import find_dates
from generator.figures.acts import act_words, is_person
from generator.figures.numbers import find_numbers, unit_words
from generator.figures.numerals import number_words
from generator.figures.reading import find_figures
from generator.language import parse_texts
from generator.mentions.reading import find_mentions
from generator.model import Article, Block, Figure, Span
from generator.voices.reading import find_voices

CASES = Path(__file__).parent / "cases" / "figures"


def article_of(text: str) -> Article:
    block = Block("body", "1", 1, Span(0, len(text)), text)
    return Article("a", "a.txt", "", text, "", "", "", "", None, "", "", False, None, (block,), (), ())


def figures_of(text: str) -> tuple[Figure, ...]:
    article = article_of(text)
    parsed = tuple(parse_texts(article.blocks))
    return find_figures(article, parsed, find_dates(article, parsed), ())


def cases() -> list[Any]:
    found = [
        (path.stem, case) for path in sorted(CASES.glob("*.yml")) for case in yaml.safe_load(path.read_text("utf-8"))
    ]
    assert found
    return [pytest.param(case, id=f"{stem}: {case['text'][:40]}") for stem, case in found]


@pytest.mark.parametrize("case", cases())
def test_figures_of_a_text(case: dict[str, Any]) -> None:
    found = figures_of(case["text"])
    assert [f.text for f in found] == [f["text"] for f in case["figures"]]
    for figure, expected in zip(found, case["figures"], strict=True):
        assert {key: getattr(figure, key) for key in expected} == expected


def test_a_figure_stands_where_it_says() -> None:
    text = "Kenya freed at least 41 sailors."
    (figure,) = figures_of(text)
    assert text[figure.span.start : figure.span.end] == figure.text == "at least 41"


@pytest.mark.parametrize(
    "rule", number_words()["bounds_before"] + number_words()["bounds_after"], ids=lambda r: r["example"]
)
def test_example_of_a_bound(rule: dict[str, Any]) -> None:
    (number,) = find_numbers(rule["example"])
    assert (number.bound, number.low) == (rule["bound"], rule["low"])


@pytest.mark.parametrize("rule", number_words()["not_figures"], ids=lambda r: r["why"])
def test_example_of_no_figure(rule: dict[str, Any]) -> None:
    assert find_numbers(rule["example"]) or not rule.get("bare")
    assert figures_of(rule["example"]) == ()


@pytest.mark.parametrize("unit", unit_words()["units"] + unit_words()["currencies"], ids=lambda u: u["example"])
def test_example_of_a_unit(unit: dict[str, Any]) -> None:
    (number,) = find_numbers(unit["example"])
    assert number.unit == unit["unit"]


@pytest.mark.parametrize(
    ("text", "is_said"),
    [(t, False) for t in act_words()["felt"]["own"]] + [(t, True) for t in act_words()["felt"]["said"]],
)
def test_length_of_time_that_somebody_feels_about(text: str, is_said: bool) -> None:
    article = article_of(text)
    parsed = tuple(parse_texts(article.blocks))
    voices = find_voices(article, parsed, find_mentions(article, parsed))
    (figure,) = find_figures(article, parsed, (), voices)
    assert (figure.voice is not None) == is_said


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two hundred and six", 206, 206),
        ("9.5 million", 9_500_000, 9_500_000),
        ("1,613", 1613, 1613),
        ("half a dozen", 6, 6),
        ("eight or nine", 8, 9),
        ("10-15", 10, 15),
        ("US$300 to 350 million", 300_000_000, 350_000_000),
        ("$16.6 billion", 16_600_000_000, 16_600_000_000),
        ("£3million", 3_000_000, 3_000_000),
        ("several hundred", 200, 1000),
    ],
)
def test_value_of_a_number(text: str, low: float, high: float) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high, number.end) == (low, high, len(text))


@pytest.mark.parametrize(
    ("mood", "text"), [(mood, text) for mood, texts in act_words()["moods"]["examples"].items() for text in texts]
)
def test_example_of_a_mood(mood: str, text: str) -> None:
    (figure,) = figures_of(text)
    assert figure.planned == (mood == "planned")
    assert (figure.act == "hold") == (mood == "wanted")


@pytest.mark.parametrize("text", act_words()["tolls"]["examples"] + act_words()["lives"]["examples"])
def test_example_of_the_dead(text: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.counts, figure.act) == ("toll", "die")


@pytest.mark.parametrize(
    ("noun", "is_one"),
    [("sailor", True), ("monk", True), ("journalist", True), ("tanker", False), ("song", False), ("list", False)],
)
def test_people_by_their_noun(noun: str, is_one: bool) -> None:
    assert is_person(noun) == is_one


def test_what_sets_senses_apart_names_senses_and_their_families() -> None:
    words = act_words()
    assert {*words["exclusive"], *words["open"]} <= {sense["sense"] for sense in words["senses"]}
    assert set(words["open"]) <= set(words["exclusive"])
    assert {name for kind in words["families"].values() for name in kind} <= {s["family"] for s in words["senses"]}
