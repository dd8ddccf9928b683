"""The first screen: which figures an editor's silence leaves for it, and how they are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.briefing import Entry, Row, Verdict
from generator.model import Bound, Figure, Span
from generator.pages.overview import open_with
from tests.sample import FULL, say


def entry(place: str, text: str, low: float, high: float, bound: Bound, act: str = "free") -> Entry:
    article, ref = place.split()
    size = Span(0, len(text))
    figure = Figure(ref, size, text, low, high, bound, "", "miner", "miners", "", act, size, ())
    return Entry(article, article, figure, "", None, say(text, place))


def row(verdict: Verdict, *entries: Entry) -> Row:
    return Row("miners", "miners freed", "", entries, verdict, "A reason.", tuple({e.origin for e in entries}), ())


def shown(*rows: Row) -> list[str]:
    briefing = replace(FULL, ledger=rows, key_figures=(), events=(), overview=(), leading=())
    return [figure.value.text for figure in open_with(briefing, ())["figures"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((entry("wire 2", "12", 12, 12, "exactly"), entry("gazette 3", "12", 12, 12, "exactly")), ["12"]),
        ((entry("wire 3", "12", 12, 12, "exactly"),), []),  # in passing, by one article
        ((entry("wire 1", "12", 12, 12, "exactly"),), ["12"]),  # what an article opens with
        ((entry("wire 1", "12", 12, 12, "exactly", act=""),), []),
        ((entry("wire 1", "hundreds", 200, 2500, "range"),), ["hundreds"]),  # the span is nobody's number
        ((entry("wire 1", "eight or nine", 8, 9, "range"),), ["8 or 9"]),
    ],
)
def test_figures_of_the_first_screen(entries: tuple[Entry, ...], expected: list[str]) -> None:
    assert shown(row("agree", *entries)) == expected


def test_a_conflict_shows_both_values() -> None:
    clash = row("conflict", entry("wire 2", "12", 12, 12, "exactly"), entry("gazette 3", "15", 15, 15, "exactly"))
    assert shown(clash) == ["12 or 15"]
