"""The day each article counts from: printed in it, given by the editor, or inferred from its companions.

A relative date is only as good as the day it counts from, so every dating says how it is known. An inferred one is a
finding for the editor; where companions disagree or nothing ties the article to them, it stays unknown and says so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.articles.datelines import dateline_of
from generator.briefing import Dating
from generator.dates.reading import resolve
from generator.editor import ArticleDecision
from generator.model import DateMention, Finding, Reading
from generator.sources.agreements import listed

# Two reports of one event share names and figures whatever their words. Sharing is counted by weight: a full name or a
# figure 2, a single capitalised word or a weekday 1; and as a share of what the shorter one has. With the date left out
# of each of 169 dated articles in seven folders in turn, these values gave six right dates and no wrong one; with 12 in
# place of 14, one was wrong.
_ENOUGH = 14
_ENOUGH_OF_IT = 0.3
_ALL_BUT = 0.8  # of one article's marks stand in another: a copy or a shortened one, as near as names and figures tell
_RIVAL = 0.4  # a companion of another day counts against the best one if it shares this much of what that shares
_MOST_DAYS_APART = 4  # reports of one event appear within days; further apart, the companions tell of different days
_PAST_WEEKEND = re.compile(r"\(weekend (?:past|0)")
_TIME_WORDS = re.compile(r"\(weekday (\w{3})")
Marks = Mapping[str, Mapping[str, int]]  # of each article by its id, what tells its event from another, with its weight


@dataclass(frozen=True, slots=True)
class _Tie:
    """How strongly a dated companion tells of the same event, and by what."""

    reading: Reading
    date: dt.date
    weight: int
    part: float  # of all that the one with less has
    shared: tuple[str, ...]


def date_articles(
    readings: Sequence[Reading], decisions: Sequence[ArticleDecision]
) -> tuple[tuple[Dating, ...], tuple[Finding, ...]]:
    """A dating for every reading, in their order, and a finding for each that is inferred or unknown."""
    decided = {decision.id: decision.published for decision in decisions if decision.published}
    known = {r.article.id: dating for r in readings if (dating := _read_printed(r))}
    for reading in readings:
        editor_date = decided.get(reading.article.id)
        if editor_date and reading.article.id not in known:
            known[reading.article.id] = Dating(reading.article.id, editor_date, "editor", "The editor gives this date.")
    dated = [(r, day) for r in readings if (dating := known.get(r.article.id)) and (day := dating.date)]
    marks = {r.article.id: _find_marks(r) for r in readings} if len(known) < len(readings) else {}
    datings = tuple(known.get(r.article.id) or _infer(r, dated, marks) for r in readings)
    datings = _date_copies(readings, datings, marks)
    return datings, tuple(_report(r, d) for r, d in zip(readings, datings, strict=True) if d.how in _REPORTED)


def _date_copies(readings: Sequence[Reading], datings: Sequence[Dating], marks: Marks) -> tuple[Dating, ...]:
    """What nothing dated is like may still be a copy of an article whose day is inferred, and takes its day."""
    inferred = [(r, d.date) for r, d in zip(readings, datings, strict=True) if d.how == "inferred" and d.date]
    found = []
    for reading, dating in zip(readings, datings, strict=True):
        ties = _weigh_ties(reading, inferred, marks) if dating.how == "unknown" else ()
        best = min(ties, key=lambda tie: (-tie.part, tie.reading.article.id), default=None)
        is_copy = best is not None and best.weight >= _ENOUGH and best.part >= _ALL_BUT
        copy = _infer(reading, [(best.reading, best.date)], marks) if best is not None and is_copy else dating
        found.append(copy if copy.date else dating)
    return tuple(found)


_REPORTED = {
    "inferred": "State it in the editor's file (articles: published:) to confirm or correct it.",
    "unknown": "Relative dates in it stay unresolved. Give its date in the editor's file (articles: published:).",
}


def _report(reading: Reading, dating: Dating) -> Finding:
    day = f"the date {dating.date:%Y-%m-%d} is inferred." if dating.date else "its date is not known."
    return Finding(reading.article.file, "", f"{day} {dating.why}", _REPORTED[dating.how])


# ---------------------------------------------------------------- printed


def _read_printed(reading: Reading) -> Dating | None:
    """The date that the copy itself bears: in its front matter, or in a line of its own that is nothing but a time."""
    article = reading.article
    if article.published:
        return Dating(article.id, article.published, "printed", "The copy bears this date.")
    for mention in reading.dates:
        when = resolve(mention.expression, None)
        if when and when.precision == "day" and _is_stamp(reading, mention):
            return Dating(article.id, when.start, "printed", f"The copy bears this date: {mention.text}.")
    return None


def _is_stamp(reading: Reading, mention: DateMention) -> bool:
    block = reading.article.block_at(mention.span.start)
    if block is None:
        return False
    if block.kind in ("timestamp", "byline"):
        return True
    is_filed = 0 < mention.span.start - block.span.start < len(dateline_of(block.text))  # OSLO, 3 May 2011 — …
    return is_filed or block.text.strip() == mention.text


# ---------------------------------------------------------------- inferred


def _infer(reading: Reading, dated: Sequence[tuple[Reading, dt.date]], marks: Marks) -> Dating:
    article = reading.article
    ties = sorted(_weigh_ties(reading, dated, marks), key=lambda tie: (-tie.weight, tie.reading.article.id))
    strong = [tie for tie in ties if tie.weight >= _ENOUGH and tie.part >= _ENOUGH_OF_IT]
    if not strong:
        return Dating(article.id, None, "unknown", _say_unknown(dated))
    best = strong[0]
    elsewhen = (tie for tie in ties if abs((tie.date - best.date).days) > _MOST_DAYS_APART)
    rivals = [tie for tie in elsewhen if tie.weight > _RIVAL * best.weight]
    if rivals:
        pair = " and ".join(f"{tie.reading.article.id} ({tie.date})" for tie in (best, rivals[0]))
        return Dating(article.id, None, "unknown", f"Its companions are of different days: {pair} fit alike.")
    if later := _find_later(reading, best.date):
        why = f"{best.reading.article.called} of {best.date} fits, but the text tells of {later.text}, a later day."
        return Dating(article.id, None, "unknown", why[0].upper() + why[1:])
    return Dating(article.id, best.date, "inferred", _say_why(best, _find_past_weekend(reading, best.date)))


def _say_unknown(dated: Sequence[object]) -> str:
    if not dated:
        return "No article beside it bears a date."
    return "No dated article beside it shares enough names and figures."


def _say_why(tie: _Tie, weekend: DateMention | None) -> str:
    later = f"; it may be of a later day, for it tells of “{weekend.text}” as past" if weekend else ""
    return f"It tells of the same event as {tie.reading.article.called}: both have {listed(tie.shared[:6])}{later}."


def _weigh_ties(reading: Reading, dated: Sequence[tuple[Reading, dt.date]], marks: Marks) -> Iterable[_Tie]:
    own = marks[reading.article.id]
    for other, day in dated:
        theirs = marks[other.article.id]
        shared = sorted(own.keys() & theirs.keys(), key=lambda mark: (-own[mark], mark))
        weight, least = sum(own[mark] for mark in shared), min(sum(own.values()), sum(theirs.values()))
        yield _Tie(other, day, weight, weight / max(least, 1), tuple(shared))


def _find_marks(reading: Reading) -> dict[str, int]:
    """What tells one event from another, each with its weight."""
    marks: dict[str, int] = {}
    for block in reading.article.paragraphs:
        for name in re.findall(r"(?<![.?!] )(?<!^)\b[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*", block.text):
            marks[name] = 2 if " " in name else 1
        for figure in re.findall(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d{3}|\d{5,}|[2-9]\d)(?![\w,]|\.\d)", block.text):
            marks[figure] = 2
    weekdays = {f"the day {day}": 1 for m in reading.dates for day in _TIME_WORDS.findall(m.expression)}
    return marks | weekdays


def _find_later(reading: Reading, day: dt.date) -> DateMention | None:
    """A date of the text that lies well after `day` although it is told as past; years to come are no objection."""
    for mention in reading.dates:
        when = resolve(mention.expression, None)
        if mention.ref and when and when.precision == "day" and when.start > day + dt.timedelta(days=_MOST_DAYS_APART):
            return mention
    return None


def _find_past_weekend(reading: Reading, day: dt.date) -> DateMention | None:
    """Where the text tells in the past tense of a weekend that on `day` is not over: its author wrote later."""
    for mention in reading.dates:
        if mention.ref and _PAST_WEEKEND.match(mention.expression):
            when = resolve(mention.expression, day)
            if when and when.start <= day <= when.end:
                return mention
    return None
