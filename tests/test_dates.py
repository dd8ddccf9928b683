"""Dates are found where they stand, and what they mean is resolved against the article's day, or not at all."""

import re
from pathlib import Path

import pytest
import yaml

from generator.dates.calendar_words import load_rules
from generator.dates.reading import find_dates, find_tense, join_ranges, resolve
from generator.language import parse_blocks
from tests.reading_text import make_article

CASES = Path(__file__).parent / "cases" / "dates"


def load(name):
    return yaml.safe_load((CASES / name).read_text("utf8"))


def find(text):
    article = make_article(text)
    found = find_dates(article, parse_blocks(article))
    assert all(article.text[d.span.start : d.span.end] == d.text for d in found)
    return found


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.name)
def test_each_rule_finds_its_example(rule):
    found = [[d.text, d.expression] for d in find(rule.example["text"])]
    assert found == rule.example["dates"]


@pytest.mark.parametrize("case", load("found.yml"), ids=lambda case: case["text"][:40])
def test_finds_dates_and_nothing_else(case):
    assert [d.text for d in find(case["text"])] == case["dates"]


@pytest.mark.parametrize(("expression", "anchor", "start", "end"), load("resolved.yml"))
def test_resolves(expression, anchor, start, end):
    when = resolve(expression, anchor)
    assert (when and when.start, when and when.end) == (start, end)


@pytest.mark.parametrize("case", load("tenses.yml"), ids=lambda case: case["text"][:40])
def test_reads_the_side_from_the_verb(case):
    doc = parse_blocks(make_article(case["text"]))[0].doc
    place = re.search(case["date"], case["text"])
    assert find_tense(doc, *place.span()) == case["tense"]


def test_a_headline_tells_of_the_past():
    doc = parse_blocks(make_article("Norland frees miners on Monday"))[0].doc
    assert find_tense(doc, 24, 30, "headline") == "past"


def test_a_range_is_two_dates_that_can_be_joined():
    article = make_article("It was let between July 2011 and last month. He rowed from 2001 until 2005.")
    found = find_dates(article, parse_blocks(article))
    assert [d.text for d in found] == ["July 2011", "last month", "2001", "2005"]
    joined = join_ranges(article, found)
    assert [(d.text, d.expression) for d in joined] == [
        ("July 2011 and last month", "(range 2011-07 (month -1))"),
        ("2001 until 2005", "(range 2001 2005)"),
    ]


def test_a_reference_reaches_back_three_paragraphs_and_no_further():
    near = "It shut in 1911.\n\nRain fell.\n\nSnow fell.\n\nIt flooded that year."
    assert find(near)[-1].expression == "(year-of 1911)"
    far = "It shut in 1911.\n\nRain fell.\n\nSnow fell.\n\nHail fell.\n\nIt flooded that year."
    assert [d.text for d in find(far)] == ["1911"]


def test_dates_of_every_kind_of_block_are_found():
    refs = [d.ref for d in find("Headline: Mill burns in 1911\n\nStamp: 4 May 1911\n\nIt burned on Monday.")]
    assert refs == ["", "", "1"]
