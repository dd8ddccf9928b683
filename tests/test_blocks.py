"""Texts taken apart, and the rules that do it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import marks
from generator.articles.blocks import take_apart
from generator.articles.furniture import Rule, find_rule, load_rules
from generator.articles.openings import refers_back
from generator.articles.timestamps import is_timestamp, possible_dates, read_date

CASES = Path(__file__).parent / "cases" / "blocks"
CHECKS: dict[str, Callable[[str], Any]] = {
    "is_byline": marks.is_byline,
    "is_report_credit": marks.is_report_credit,
    "is_photo_credit": marks.is_photo_credit,
    "is_caption": marks.is_caption,
    "is_turn": marks.is_turn,
    "openings": refers_back,
    "timestamps": is_timestamp,
}


def load_marks() -> list[Any]:
    groups = yaml.safe_load((CASES / "marks.yml").read_text("utf-8"))
    return [
        pytest.param(check, line, answer, id=f"{check} {line[:40]}")
        for check, lists in groups.items()
        for answer, lines in lists.items()
        for line in lines
    ]


def load_texts() -> list[Any]:
    cases = yaml.safe_load((CASES / "texts.yml").read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", load_texts())
def test_takes_apart(case: dict[str, Any]) -> None:
    text = case["text"]
    taken = take_apart(text, file="a.txt", title=case.get("title", ""), is_digest=case.get("is_digest", False))
    assert [f"{b.kind} {b.ref}: {b.text}" for b in taken.blocks] == case["blocks"]
    assert [f"{a.line}: {a.reason}" for a in taken.set_aside] == case.get("aside", [])
    assert all(text[b.span.start : b.span.end] == b.text for b in taken.blocks)
    assert all(text.split("\n")[a.line - 1].strip() == a.text for a in taken.set_aside)
    expected = case.get("findings", [])
    assert len(taken.findings) == len(expected)
    assert all(words in str(finding) for words, finding in zip(expected, taken.findings, strict=True))


@pytest.mark.parametrize("case", load_texts())
def test_loses_no_line(case: dict[str, Any]) -> None:
    taken = take_apart(case["text"], title=case.get("title", ""), is_digest=case.get("is_digest", False))
    kept = " ".join(b.text for b in taken.blocks)
    aside = {a.line for a in taken.set_aside}
    for number, line in enumerate(case["text"].split("\n"), 1):
        first = next((w for w in line.strip(" #*-").split() if w.lower() != "caption:"), "")
        assert number in aside or first in kept


@pytest.mark.parametrize(("check", "line", "answer"), load_marks())
def test_knows_a_line_by_its_look(check: str, line: str, answer: bool) -> None:
    assert bool(CHECKS[check](line)) is answer


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.reason)
def test_furniture_rule_matches_its_examples(rule: Rule) -> None:
    assert rule.examples
    assert [line for line in rule.examples if not rule.matches(line)] == []


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.reason)
def test_no_rule_takes_what_stays(rule: Rule) -> None:
    assert rule.stays
    assert [line for line in rule.stays if find_rule(line)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-04-05T08:00:00Z", (dt.date(2031, 4, 5),)),
        ("5 April 2031", (dt.date(2031, 4, 5),)),
        ("Apr. 5th, 2031", (dt.date(2031, 4, 5),)),
        ("5.4.2031", (dt.date(2031, 4, 5),)),
        ("25/04/2031", (dt.date(2031, 4, 25),)),
        ("04/05/2031", (dt.date(2031, 4, 5), dt.date(2031, 5, 4))),
        ("05/05/2031", (dt.date(2031, 5, 5),)),
        ("31 April 2031", ()),
        ("April 2031", ()),
    ],
)
def test_reads_a_printed_date(text: str, expected: tuple[dt.date, ...]) -> None:
    assert possible_dates(text) == expected
    assert read_date(text) == (expected[0] if len(expected) == 1 else None)


@pytest.mark.parametrize(
    ("caption", "own"),
    [
        ("Caption: A roof in Peña.", "A roof in Peña."),
        ("A roof in Peña. (Photo: Jane Roe/AFP)", "A roof in Peña."),
        ("A roof in Peña (left). Photo: Jane Roe", "A roof in Peña (left)."),
        ("A roof in Peña. Jane Roe/Reuters", "A roof in Peña."),
        ("A roof in Peña (2031).", "A roof in Peña (2031)."),
    ],
)
def test_cuts_label_and_credit_off_a_caption(caption: str, own: str) -> None:
    start, end = marks.caption_bounds(caption)
    assert caption[start:end] == own
