"""The first screen: which figures an editor's silence leaves for it, and how they are shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.briefing import Dating, Entry, Event, Leading, Row, Verdict
from generator.model import Bound, Figure, Interval, Span
from generator.pages.overview import open_with, opening
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


def opened(*, event_cites: tuple[str, ...], day: int, written: int = 4) -> list[str]:
    """What the page opens with where the best sentence, of 4 May, may not be shown; other days are of May, too."""
    of = [Interval(dt.date(2031, 5, n), dt.date(2031, 5, n)) for n in range(1, 9)]
    best, other = Leading(say("", "wire 1"), of[3]), Leading(say("A choir sang.", "wire 4"), of[day])
    event = Event(of[3], ("Saturday",), say("The pier of Lund collapsed.", *event_cites), ())
    articles = (Dating("wire", dt.date(2031, 5, written), "printed", ""),)
    briefing = replace(FULL, lead=(), leading=(best, other), events=(event,), datings=articles)
    return [told.statement.text for told in opening(briefing)]


def test_a_lead_that_may_not_be_shown_gives_way_to_what_most_articles_date() -> None:
    assert opened(event_cites=("wire 1", "gazette 2"), day=3) == ["The pier of Lund collapsed."]
    assert opened(event_cites=("wire 1",), day=3) == ["A choir sang."]  # of the day of the best one
    assert opened(event_cites=("wire 1",), day=6) == []  # another matter opens nothing
    both = ("wire 1", "gazette 2")
    assert opened(event_cites=both, day=6, written=11) == ["The pier of Lund collapsed."]  # a weekly's news
    assert opened(event_cites=both, day=6, written=12) == []  # history to all of them


def test_a_conflict_shows_both_values() -> None:
    clash = row("conflict", entry("wire 2", "12", 12, 12, "exactly"), entry("gazette 3", "15", 15, 15, "exactly"))
    assert shown(clash) == ["12 or 15"]
