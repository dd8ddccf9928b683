"""Every dated event of the articles, as precise as its source.

An event is what a sentence, or one clause of it, tells with its date. When something was said is no event of its own,
nor is what a date only bounds. The same event told by several articles is one, with all of them cited.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from generator.briefing import Dating, Event, Person, Statement
from generator.dated_clauses import Clause, find_clause
from generator.dates import join_ranges, resolve
from generator.event_words import known_acts, words_of
from generator.language import parse_texts
from generator.model import Block, Citation, DateMention, Interval, Reading, Sentence, Span

_LONGEST = 366  # days; what is placed no better than in a decade is background to a story and no event of it
_NOT_EVENTS = re.compile(r"^\((?:last|next|decade|decade-of|century) ")
# Accounts of one day are one event where they share this much of the shorter one's nouns and verbs, or one act and a
# name. On the bundles that this was developed on, .5 kept every two events of one day apart and .4 did not.
_SAME = 0.5
_WEEK = 7
_FEWEST_SHARED = 2
_KNOWN_ACTS = known_acts()


@dataclass(frozen=True, slots=True)
class _Account:
    """What one article tells of one date."""

    when: Interval
    when_text: str
    text: str
    cite: Citation
    voice: str
    clause: Clause
    people: tuple[str, ...]


def compile_events(
    readings: Sequence[Reading], datings: Sequence[Dating], people: Sequence[Person]
) -> tuple[Event, ...]:
    """Every dated event, by its start and then its end. A date that cannot be resolved makes none."""
    anchors = {dating.article: dating.date for dating in datings}
    accounts = [a for r in readings for a in _read_accounts(r, anchors.get(r.article.id), people)]
    groups: list[list[_Account]] = []
    for account in accounts:
        alike = [group for group in groups if _is_same(group, account)]
        if alike:
            max(alike, key=lambda group: len(group[0].clause.acts & account.clause.acts)).append(account)
        else:
            groups.append([account])
    events = [_merge(group) for group in groups if any(a.clause.names or not a.clause.is_noun for a in group)]
    return tuple(sorted(events, key=lambda event: (event.when.start, event.when.end)))


# ---------------------------------------------------------------- one article


def _read_accounts(reading: Reading, anchor: dt.date | None, people: Sequence[Person]) -> Iterator[_Account]:
    dates = [date for date in join_ranges(reading.article, reading.dates) if date.ref]
    for sentence in reading.sentences:
        if sentence.text.rstrip(" ”\"'").endswith("?"):
            continue
        inside = _resolve_all([date for date in dates if date.span.within(sentence.span)], anchor)
        told = [(d, when) for d, when in inside if not _is_of_saying(reading, sentence, d)]
        clauses = [_find_clause(reading, sentence, date, len(told) == 1) for date, _ in told]
        for clause, (date, when) in zip(clauses, told, strict=True):
            finer = [w for c, (_, w) in zip(clauses, told, strict=True) if c and clause and c.pieces == clause.pieces]
            if clause and not any(_is_inside(other, when) for other in finer) and not _is_asked(reading, date):
                yield _tell(reading, sentence, date, when, clause, people)


def _is_asked(reading: Reading, date: DateMention) -> bool:
    """Whether a transcript's questioner says it: what a question takes for granted is nobody's report."""
    return any(voice.speaker in ("Q", "QUESTION") and date.span.overlaps(voice.span) for voice in reading.voices)


def _is_inside(inner: Interval, outer: Interval) -> bool:
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end


def _resolve_all(dates: Sequence[DateMention], anchor: dt.date | None) -> list[tuple[DateMention, Interval]]:
    """The dates that an event can have. One that only frames its neighbour ("6 June this year") is left out."""
    found = [
        (d, when) for d in dates if not _NOT_EVENTS.match(d.expression) and (when := resolve(d.expression, anchor))
    ]
    return [
        (date, when)
        for date, when in found
        if ((when.end - when.start).days < _LONGEST or date.expression.startswith("(range"))
        and not any(_is_inside(w, when) and 0 <= date.span.start - near.span.end < 6 for near, w in found)
    ]


def _find_clause(reading: Reading, sentence: Sentence, date: DateMention, alone: bool) -> Clause | None:
    block = reading.article.paragraph(sentence.ref)
    if block is None:
        return None
    offset = block.span.start
    return find_clause(_parse(block), date.span.start - offset, date.span.end - offset, alone)


def _tell(
    reading: Reading, sentence: Sentence, date: DateMention, when: Interval, clause: Clause, people: Sequence[Person]
) -> _Account:
    block = reading.article.block_at(sentence.span.start)
    offset = block.span.start if block else 0
    spans = [Span(offset + a, offset + b) for a, b in clause.pieces]
    text = _piece_together(reading.article.text, spans)
    voice = next((v for v in reading.voices if date.span.overlaps(v.span)), None)
    return _Account(
        when=when,
        when_text=" ".join(date.text.split()),
        text=text,
        cite=Citation(reading.article.id, sentence.ref),
        voice=voice.speaker if voice else "",
        clause=clause,
        people=tuple(p.id for p in people if _is_named(p, reading.article.id, spans)),
    )


def _is_named(person: Person, article: str, spans: Sequence[Span]) -> bool:
    return any(m.article == article and any(m.mention.span.within(s) for s in spans) for m in person.mentions)


@lru_cache(maxsize=2048)
def _parse(block: Block) -> Doc:
    return parse_texts([block])[0].doc


def _piece_together(text: str, spans: Sequence[Span]) -> str:
    """Pieces of one sentence, with the mark of what is left out between those that do not touch."""
    joined = text[spans[0].start : spans[0].end]
    for before, span in pairwise(spans):
        gap = text[before.end : span.start].strip()
        joined += (" … " if gap else " ") + text[span.start : span.end]
    joined = re.sub(r"^[A-Z][A-Z.'’ -]{2,}:\s+", "", " ".join(joined.split()))  # a transcript's speaker
    return joined[:1].upper() + joined[1:]


def _is_of_saying(reading: Reading, sentence: Sentence, date: DateMention) -> bool:
    """Whether the date only says when words were spoken: outside of what was said, and under a verb of saying."""
    if any(date.span.overlaps(voice.span) for voice in reading.voices):
        return False
    block = reading.article.block_at(date.span.start)
    if block is None:
        return False
    offset = block.span.start
    tokens = _parse(block).char_span(date.span.start - offset, date.span.end - offset, alignment_mode="expand")
    verb = tokens and next((t for t in tokens.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return bool(verb and verb.lemma_ in words_of("saying"))


# ---------------------------------------------------------------- all of them


def _is_same(group: Sequence[_Account], account: _Account) -> bool:
    """Whether an account tells what the first of a group tells: at the same time, or, of the same act by the same
    names, at a time that one gives less exactly ("Saturday", "over the weekend")."""
    first = group[0]
    names = first.clause.names & account.clause.names
    main = first.clause.main & account.clause.main & _KNOWN_ACTS
    if first.when != account.when:
        return bool(main and names) and _is_less_exact(first.when, account.when)
    shared = first.clause.acts & account.clause.acts
    if len(shared) >= _FEWEST_SHARED and len(shared) > _SAME * min(len(first.clause.acts), len(account.clause.acts)):
        return True
    if main:
        return bool(names) or not first.clause.names or not account.clause.names
    is_one_bare = names or not first.clause.names or not account.clause.names
    return bool(is_one_bare and shared & _KNOWN_ACTS) and (first.clause.is_noun or account.clause.is_noun)


def _is_less_exact(left: Interval, right: Interval) -> bool:
    longer = max(left, right, key=lambda i: i.end - i.start)
    return (longer.end - longer.start).days < _WEEK and (_is_inside(left, right) or _is_inside(right, left))


def _merge(group: Sequence[_Account]) -> Event:
    when = min((account.when for account in group), key=lambda i: i.end - i.start)
    clearest = min((account for account in group if account.when == when), key=lambda account: _rank(account, group))
    cites = tuple(dict.fromkeys((clearest.cite, *(account.cite for account in group))))
    return Event(
        when,
        tuple(dict.fromkeys((clearest.when_text, *(account.when_text for account in group)))),
        Statement(clearest.text, cites, clearest.voice, place="timeline"),
        tuple(dict.fromkeys(person for account in group for person in account.people)),
    )


def _rank(account: _Account, group: Sequence[_Account]) -> tuple[bool, bool, bool, bool, int, int]:
    """Smaller where it tells the event better: in the article's own voice, understood without what came before, dated
    at its verb, and in the words that the others use too."""
    refers_back = bool(re.match(r"(?:He|She|They|It|This|That|Those|These|But|And)\b", account.text))
    shared = sum(
        len(account.clause.acts & other.clause.acts) + len(account.clause.names & other.clause.names) for other in group
    )
    clause = account.clause
    return bool(account.voice), refers_back, clause.stretched, clause.is_noun, -shared, len(account.text)
