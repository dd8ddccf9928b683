"""The ledger: every figure, lined up across the articles, with a verdict and its reason.

Sources keep their differences: each value stands with who gives it, on whose word and of what time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.articles.folder import slug
from generator.briefing import Dating, Entry, Origin, Person, Row, Statement, Verdict
from generator.figures.numbers import unit_kinds
from generator.figures.reading import TIMELESS
from generator.ledger.gathering import gather
from generator.ledger.items import Item
from generator.ledger.labels import name_row
from generator.ledger.lineup import group
from generator.ledger.sums import Breakdown, check_stock, explain_breakdown, find_breakdowns, sum_of_places
from generator.ledger.verdicts import is_counted_daily, judge, merge_voices
from generator.ledger.worth import is_bare
from generator.model import Citation, Interval, Reading

_ORDER: tuple[Verdict, ...] = ("conflict", "unreconciled", "agree", "compatible", "not comparable", "one origin")


def compile_ledger(
    readings: Sequence[Reading], datings: Sequence[Dating], origins: Sequence[Origin], people: Sequence[Person]
) -> tuple[Row, ...]:
    """Every figure that says what it counts, in rows: conflicts first, then what does not add up, then by how many
    articles speak to it, what only one origin says last."""
    items = gather(readings, datings, origins, people)
    groups = group(items)
    breakdowns = find_breakdowns(items)
    total = _total(groups)
    places = [g for g in groups if g[0].sense_name == "moved" and g[0].is_now and not g[0].nation]
    rows: list[Row] = []
    named: set[str] = set()
    taken: dict[str, int] = {}
    for found in groups:
        name = name_row(found)
        if not name or is_bare(found, name):
            continue
        if name in named:
            name += _apart(found[0])
        named.add(name)
        verdict, reason = judge(found)
        stock = check_stock(found, total[0] if total else None) if found[0].sense_name == "held" else None
        if stock is not None and not stock[0]:
            verdict, reason = "unreconciled", stock[1]
        elif stock is not None:
            reason = f"{reason[:-1]}; {stock[1]}"
        if total and total[0] in found and (sums := sum_of_places(total[0], places)):
            reason = f"{reason[:-1]}; {sums}."
        rows.append(_row(name, found, verdict, reason, taken))
    rows += [_breakdown_row(b, taken) for b in breakdowns if not b.fits]
    rows = [_with_reason(row, breakdowns) for row in rows]
    return tuple(sorted(rows, key=_rank))


def _apart(item: Item) -> str:
    """What sets a row apart from another one of its name: the ship or plane that people are on, else the place."""
    if item.is_carried and item.figure.doer:
        return f" ({item.figure.doer})"
    return f" in {item.figure.place}" if item.figure.place else ""


def key_figures(rows: Sequence[Row]) -> tuple[str, ...]:
    """Up to four rows for the first screen: counts of what happened that most origins give; then other counts."""
    counted = [r for r in rows if len(r.origins) > 1 and r.unit == "" and r.verdict != "not comparable"]
    ranked = sorted(counted, key=lambda r: (not _has_act(r), -len(r.origins), -_articles(r), rows.index(r)))
    return tuple(r.id for r in ranked[:4])


def _has_act(row: Row) -> bool:
    """Something happened to what is counted; a population only is."""
    return any(e.figure.act for e in row.entries)


def _articles(row: Row) -> int:
    return len({e.article for e in row.entries})


def _total(groups: Sequence[list[Item]]) -> list[Item]:
    """The exact count of those freed (or otherwise let go) in the news that most origins give."""
    flows = [
        [i for i in g if i.is_exact] for g in groups if g[0].sense_name == "freed" and g[0].is_now and not g[0].nation
    ]
    flows = [f for f in flows if f and not f[0].of_them and f[0].kind in ("prisoner", "person", "hostage")]
    return max(flows, key=lambda f: (len({i.origin for i in f}), f[0].figure.low), default=[])


def _row(name: str, items: Sequence[Item], verdict: Verdict, reason: str, taken: dict[str, int]) -> Row:
    return Row(
        id=_number(slug(name) or "figure", taken),
        what=name,
        unit=items[0].figure.unit,
        entries=_entries(items, is_counted_daily(items)),
        verdict=verdict,
        reason=reason,
        origins=tuple(dict.fromkeys(i.origin for i in items)),
        voices=_voices(items),
    )


def _breakdown_row(found: Breakdown, taken: dict[str, int]) -> Row:
    """The parts and their whole as a row of their own."""
    whole = name_row([found.whole]) or found.whole.figure.label
    if found.whole.of_them:
        place = found.whole.figure.place
        whole = f"those received by {place}" if place else f"those {found.whole.sense_name}"
    return _row(f"{whole}, {found.by}", (found.whole, *found.parts), "unreconciled", explain_breakdown(found), taken)


def _with_reason(row: Row, breakdowns: Sequence[Breakdown]) -> Row:
    """A whole whose parts add up says so."""
    for found in breakdowns:
        if found.fits and any(e.figure is found.whole.figure for e in row.entries):
            return replace(row, reason=f"{row.reason[:-1]}; {explain_breakdown(found)}")
    return row


def _entries(items: Sequence[Item], is_daily: bool) -> tuple[Entry, ...]:
    """One entry for each value that an article gives on one voice's word, with every paragraph that gives it. A daily
    count has the day it is of."""
    merged: dict[tuple[str, float, float, str, str, str], list[Item]] = {}
    articles = list(dict.fromkeys(i.article for i in items))
    if items[0].is_of_change:
        items = sorted(items, key=lambda i: (articles.index(i.article), not i.is_before))
    for item in sorted(items, key=lambda i: i.is_beside):  # first whoever counts everybody
        f = item.figure
        merged.setdefault((item.article, f.low, f.high, f.bound, item.voice, item.nation), []).append(item)
    return tuple(_entry(same, is_daily) for same in merged.values())


def _entry(same: Sequence[Item], is_daily: bool) -> Entry:
    first = same[0]
    when = Interval(first.as_of, first.as_of) if is_daily and first.as_of else _moment(first)
    cites = tuple(dict.fromkeys(Citation(i.article, i.figure.ref) for i in same))
    text = first.said
    is_share = first.figure.unit == "percent" and bool(first.figure.phrase)
    if (first.nation or is_share) and text == re.sub(r"\s+", " ", first.figure.text):
        rest = first.sentence[first.figure.span.end - first.figure.sentence.start :]
        upto = rest.find(first.figure.phrase)
        text += rest[: upto + len(first.figure.phrase)] if 0 <= upto < 5 else f" {first.figure.phrase}"
    text = re.sub(r"\s+", " ", text)
    return Entry(first.article, first.origin, first.figure, first.voice, when, Statement(text, cites, first.voice))


def _moment(item: Item) -> Interval | None:
    """The time that the entry is of. A length of time and an age have none: their dates are of what lasted."""
    unit = item.figure.unit
    if item.figure.counts in TIMELESS or (unit and unit_kinds()[unit] == "time"):
        return None
    is_odd = item.is_before and item.when is not None and item.day is not None and item.when.end >= item.day
    return None if is_odd else item.when  # what was before is of an earlier time


def _voices(items: Sequence[Item]) -> tuple[str, ...]:
    """Everybody on whose word the row rests, each once however it is written."""
    first = {i.speaker or i.voice: i.voice for i in reversed(items)}  # a person's name as it is first spelt
    return merge_voices([first[i.speaker or i.voice] for i in items if i.voice])


def _rank(row: Row) -> tuple[int, int, int]:
    """Conflict, unreconciled, then by articles; one origin last."""
    order = _ORDER.index(row.verdict)
    first = order if order < 2 else 3 if row.verdict == "one origin" else 2
    return first, -_articles(row), order


def _number(id: str, taken: dict[str, int]) -> str:
    """A row's id, numbered where two rows have one name."""
    taken[id] = taken.get(id, 0) + 1
    return id if taken[id] == 1 else f"{id}-{taken[id]}"
