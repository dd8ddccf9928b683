"""Decides what the first page opens with: the sentence, the figures, the story, what differs and how it came to this.

An editor's own sections come first, in their order. What they leave out is filled from what the articles agree on, so
that a briefing without an editor is complete all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.briefing import Briefing, Entry, Event, Leading, OpenQuestion, Person, Row, Section, Statement
from generator.figures.numerals import number_words
from generator.ledger.gathering import NEAR
from generator.model import Citation, Figure, Interval
from generator.pages.glossary import place_terms
from generator.pages.grouping import group_by
from generator.pages.passages import dangles, detached, is_shown_whole, points_back, sentence_before
from generator.pages.phrases import amount, bound
from generator.pages.portrait import Dated, dated
from generator.pages.sections import OF_OVERVIEW, take_parts
from generator.pages.timecharts import timeline

_FIGURES = 4  # of the first screen: one row of four on a desktop, two of two on a phone
_EVENTS = 6  # in the overview; all of them are on their own page
_DIFFERENCES = 6
_LONG_TITLE = 40  # characters; more than three lines of a phone at the size of a short title
_WORDS_A_MINUTE = 230  # silent reading of English non-fiction: 238 (Brysbaert 2019), less for figures
_DIFFERING = ("conflict", "unreconciled", "not comparable")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure of the first screen: its value as most origins give it, and the row it stands in."""

    row: Row
    bound: str
    number: str
    unit: str
    voice: str  # the one voice that several origins rest on, where there is one
    value: Statement  # all three in one, with everybody who gives it; of a conflict both values


@dataclass(frozen=True, slots=True)
class Question:
    """An open question, and what it points back to: the sentence before, or the paragraph to read it in where that
    sentence is not ours to show."""

    kind: str
    before: Statement | None
    cite: Citation | None
    statement: Statement


def open_with(briefing: Briefing, people: tuple[Person, ...]) -> Mapping[str, object]:
    """What the overview's template is given; `people` stand in the order of the people's index."""
    own, story = take_parts(briefing.overview, OF_OVERVIEW)
    rows = tuple(r for r in briefing.ledger if r.verdict in _DIFFERING)
    every = dated(briefing.events)
    told_events = tuple(e for e in every if e.statement.text and not dangles(e.statement.text))
    events = _weightiest(told_events, _EVENTS, briefing.event)
    own_words = () if own["differences"] is None else tuple(s for p in own["differences"].paragraphs for s in p)
    lead = opening(briefing)
    return {
        "lead": lead,
        "has_long_title": len(briefing.title) > _LONG_TITLE,
        "figures": _key_figures(briefing),
        "story": story,
        "terms": place_terms(briefing.glossary, story),
        "edited": own,
        "told": () if story else tuple(t for t in briefing.leading if t.statement.text and t not in lead),
        "freed": tuple(person for person in people if person.group == "freed"),
        "groups": group_by((person for person in people if person.group != "freed"), "group_label"),
        "rows": rows[:_DIFFERENCES],
        "more_rows": max(0, len(rows) - _DIFFERENCES),
        "corrected": questions_of(briefing, lambda q: q.kind == "corrected" and not _is_told(q, own_words)),
        "questions": questions_of(briefing, lambda q: q.kind != "corrected"),
        "events": events,
        "more_events": len(every) - len(events),
        "minutes": _minutes((told.statement for told in lead), briefing.overview, (e.statement for e in events)),
        "drawing": timeline(briefing.events, briefing.event),
    }


def opening(briefing: Briefing) -> tuple[Leading, ...]:
    """The editor's lead; else the sentence that says most of what the articles have in common. Where that may not be
    shown, what most articles date, at least two, as their news, else another sentence of its day; what is left is
    another matter."""
    if briefing.lead or not briefing.leading:
        return tuple(map(Leading, briefing.lead))
    best, *others = briefing.leading
    if best.statement.text:
        return (best,)
    told = [e for e in briefing.events if e.statement.text and not (dangles(e.statement.text) or _is_old(briefing, e))]
    shared = max(told, key=lambda e: len(e.statement.articles), default=None)
    if shared is not None and len(shared.statement.articles) > 1:
        return (Leading(shared.statement, shared.when),)
    return tuple(o for o in others if o.statement.text and o.when and o.when == best.when)[:1]


def _is_old(briefing: Briefing, event: Event) -> bool:
    """History to each of the articles, which several may tell, but none is about."""
    first = min((dating.date for dating in briefing.datings if dating.date), default=None)
    return first is not None and event.when is not None and (first - event.when.end).days > NEAR


def _key_figures(briefing: Briefing) -> tuple[KeyFigure, ...]:
    rows = {row.id: row for row in briefing.ledger}
    chosen = [rows[id] for id in briefing.key_figures if id in rows]
    counted = [r for r in briefing.ledger if _is_weighty(r)]
    ranked = sorted(counted, key=lambda r: (-len(r.origins), -_articles(r), r.verdict != "agree"))
    return tuple(_key_figure(row) for row in (chosen or ranked)[:_FIGURES] if row.entries)


def _is_weighty(row: Row) -> bool:
    """What an editor's silence leaves for the first screen: what two articles count, or a count that an article opens
    with. A number that one article gives in passing is nobody's key figure."""
    opens = any(e.figure.act and not e.figure.unit and e.figure.ref == "1" for e in row.entries)
    return _articles(row) > 1 or opens


def _articles(row: Row) -> int:
    return len({c.article for e in row.entries for c in e.statement.cites})


def _key_figure(row: Row) -> KeyFigure:
    """The value that most origins give, then most entries; of several such, the lower middle one by size."""
    values = _by_value(row)
    weight = max(_weight(same) for same in values)
    best = sorted((same for same in values if _weight(same) == weight), key=lambda same: same[0].figure.low)
    entries = best[(len(best) - 1) // 2]
    figure = entries[0].figure
    is_count = figure.unit in ("", "percent", "%")
    before = bound(figure) if is_count else ""
    value = amount(figure) if is_count and not _is_vague(figure) else figure.text
    number, _, unit = value.rpartition(" ")
    if not unit.isalpha():
        number, unit = value, ""
    if rival := _rival(row, entries):
        unit = f"{unit} or {rival.statement.text[:1].lower()}{rival.statement.text[1:]}".strip()
        entries = [*entries, *(e for e in row.entries if e.figure == rival.figure)]
    cites = tuple(dict.fromkeys(c for e in entries for c in e.statement.cites))
    voices = {e.voice for e in entries}
    voice = voices.pop() if len(voices) == 1 else ""
    shown = f"{before} {number} {unit}" if rival else f"{before} {value}"
    return KeyFigure(row, before, number, unit, one_voice(row), Statement(shown.strip(), cites, voice))


def _is_vague(figure: Figure) -> bool:
    """ "Hundreds" stays hundreds: the span that it may stand for is a means of comparing, and nobody's number."""
    words = figure.text.lower().split()
    return figure.bound == "range" and " ".join(words) in number_words()["vague"]


def _rival(row: Row, best: list[Entry]) -> Entry | None:
    """Where two values of a row cannot both be true: the one that stands against the value shown."""
    if row.verdict != "conflict":
        return None
    others = [same for same in _by_value(row) if same[0].figure.low != best[0].figure.low]
    return max(others, key=_weight)[0] if others else None


def _weight(entries: list[Entry]) -> tuple[int, int]:
    return len({e.origin for e in entries}), len(entries)


def _by_value(row: Row) -> list[list[Entry]]:
    values: dict[tuple[float, float, str], list[Entry]] = {}
    for entry in row.entries:
        values.setdefault((entry.figure.low, entry.figure.high, entry.figure.bound), []).append(entry)
    return list(values.values())


def _minutes(*parts: Iterable[object]) -> int:
    words = 0
    for part in parts:
        for item in part:
            statements = [s for p in item.paragraphs for s in p] if isinstance(item, Section) else [item]
            words += sum(len(s.text.split()) for s in statements if isinstance(s, Statement))
    return max(1, round(words / _WORDS_A_MINUTE))


def _weightiest(events: tuple[Dated, ...], most: int, day: Interval | None) -> tuple[Dated, ...]:
    """The events that most articles tell of, in their order; one of the day that all of it is about is among them."""
    ranked = sorted(range(len(events)), key=lambda i: (-len(events[i].statement.articles), i))
    of_the_day = [i for i in ranked if day in events[i].whens][:1]
    chosen = [*of_the_day, *(i for i in ranked if i not in of_the_day)][:most]
    return tuple(events[i] for i in sorted(chosen))


def questions_of(briefing: Briefing, is_wanted: Callable[[OpenQuestion], bool]) -> tuple[Question, ...]:
    """The questions wanted, each with the sentence before it where it means nothing without that."""
    return tuple(_question(briefing, q) for q in briefing.questions if is_wanted(q))


def _question(briefing: Briefing, question: OpenQuestion) -> Question:
    said, first = question.statement, question.statement.cites[0]
    article = next(a for a in briefing.articles if a.id == first.article)
    text = sentence_before(article, first.ref, said.text) if points_back(said.text) else ""
    if not text:
        return Question(question.kind, None, None, said)
    if not is_shown_whole(article):
        return Question(question.kind, None, first, said)
    return Question(question.kind, Statement(text, (first,)), None, replace(said, text=detached(said.text)))


def _is_told(question: OpenQuestion, statements: Iterable[Statement]) -> bool:
    """True where one of the statements rests on the question's paragraph already."""
    cites = set(question.statement.cites)
    return any(not cites.isdisjoint(s.cites) for s in statements)


def one_voice(row: Row) -> str:
    """The voice that several origins all rest on; empty where they do not."""
    voices = {entry.voice for entry in row.entries}
    return voices.pop() if len(voices) == 1 and len(row.origins) > 1 else ""
