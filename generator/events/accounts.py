"""What one article tells of each of its dates: the event as a text that can stand alone, with its paragraph.

When something was said is no event of its own. A pronoun is printed as the name it stands for; where that is not sure,
and the text would open with it, nothing is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from generator.briefing import Person
from generator.data.saying import verbs_of_telling
from generator.dates.reading import find_tense, join_ranges, resolve, resolve_past
from generator.events.clause_text import fill, is_dangling, lost_its_object, words_in, write
from generator.events.clause_words import Pieces
from generator.events.dated_clauses import Clause, find_clause
from generator.events.own_date import drop_own_date
from generator.events.referents import Named, find_referent, is_personal, names_in
from generator.figures.changes import follows
from generator.language import Parsed, is_question, parse_paragraph
from generator.model import Citation, DateMention, Interval, Reading, Sentence, Span
from generator.voices.transcripts import is_questioner

_LONGEST = 366  # days; what is placed no better than in a decade is background to a story and no event of it
_NOT_EVENTS = re.compile(r"^\((?:last|next|decade|decade-of|century) ")
Dated = tuple[DateMention, Interval]


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells of one date. `core` is the text without its asides, placed in the paragraph by
    `core_pieces`; `names` are those of the whole paragraph, `people` those of what is told."""

    when: Interval
    when_text: str
    text: str
    pieces: Pieces
    core: str
    core_pieces: Pieces
    cite: Citation
    voice: str
    clause: Clause
    names: tuple[Named, ...]
    people: tuple[str, ...]
    filled: bool  # whether a name stands for a pronoun
    is_cut: bool  # whether it is less than its sentence


def read_accounts(reading: Reading, anchor: dt.date | None, people: Sequence[Person]) -> Iterator[Account]:
    """Every account of an article whose relative dates count from `anchor`, in the order of the text; a whole sentence
    that is told for want of a sure clause only once."""
    dates = [date for date in join_ranges(reading.article, reading.dates) if date.ref]
    for sentence in reading.sentences:
        if is_question(sentence.text):
            continue
        told: set[Pieces] = set()
        for account in _read_sentence(reading, sentence, dates, anchor, people):
            if not (account.clause.stretched and account.pieces in told):
                yield account
            told.add(account.pieces)


def _read_sentence(
    reading: Reading, sentence: Sentence, dates: Sequence[DateMention], anchor: dt.date | None, people: Sequence[Person]
) -> Iterator[Account]:
    inside = _resolve_all([date for date in dates if date.span.within(sentence.span)], anchor)
    if not inside:
        return
    part = parse_paragraph(reading.article, sentence.ref)
    told = _join_days([(d, w) for d, w in inside if not _is_of_saying(reading, part, d)], reading.article.text)
    told = [(d, w) for d, w in told if not _is_of_before(reading, d)]
    told = [(d, _end(reading, part, d, w, anchor)) for d, w in told]
    clauses = [_find_clause(part, date, len(told) == 1, _is_in_turn(reading, date)) for date, _ in told]
    for clause, (date, when) in zip(clauses, told, strict=True):
        finer = [w for c, (_, w) in zip(clauses, told, strict=True) if c and clause and c.pieces == clause.pieces]
        if clause is None or any(_is_inside(other, when) for other in finer) or _is_asked(reading, date):
            continue
        for told_clause in (clause, clause.meanwhile):
            if told_clause is not None:
                account = _tell(reading, part, (date, when), told_clause, people)
                if account is not None:
                    start = sentence.span.start - part.block.span.start
                    around = ((start, start + len(sentence.text)),) if len(told) == 1 else account.pieces
                    yield replace(account, people=people_between(account.names, around))


def _is_asked(reading: Reading, date: DateMention) -> bool:
    """Whether a transcript's questioner says it: what a question takes for granted is nobody's report."""
    return any(is_questioner(voice.speaker) and date.span.overlaps(voice.span) for voice in reading.voices)


def _is_in_turn(reading: Reading, date: DateMention) -> bool:
    """Whether the date stands in a transcript's turn."""
    return any(voice.cue == ":" and date.span.overlaps(voice.span) for voice in reading.voices)


def _is_of_before(reading: Reading, date: DateMention) -> bool:
    """Whether the date is only that of a number before a change: "rose to 12 from 9 on Monday"."""
    return any(
        figure.change is not None
        and figure.low == figure.change[0]
        and follows(date.span, figure.span.end, reading.article.text)
        for figure in reading.figures
    )


def _find_clause(part: Parsed, date: DateMention, alone: bool, is_spoken: bool) -> Clause | None:
    offset = part.block.span.start
    return find_clause(part.doc, date.span.start - offset, date.span.end - offset, alone, is_spoken)


# ---------------------------------------------------------------- its dates


def _end(reading: Reading, part: Parsed, date: DateMention, when: Interval, anchor: dt.date | None) -> Interval:
    """The date's interval, which for something that has happened does not go on after the article's day."""
    start, end = date.span.start - part.block.span.start, date.span.end - part.block.span.start
    past = resolve_past(date.expression, anchor)
    if reading.article.published is None or past is None or past == when or resolve(date.expression, anchor) != when:
        return when
    return past if find_tense(part.doc, start, end, part.block.kind) == "past" else when


def _is_inside(inner: Interval, outer: Interval) -> bool:
    return inner != outer and inner.within(outer)


def _resolve_all(dates: Sequence[DateMention], anchor: dt.date | None) -> list[Dated]:
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


def _join_days(dates: Sequence[Dated], text: str) -> list[Dated]:
    """With two days of one event ("on Friday and Saturday") as one stretch."""
    joined: list[Dated] = []
    for date, when in dates:
        last, before = joined[-1] if joined else (date, when)
        between = text[last.span.end : date.span.start]
        if joined and re.fullmatch(r"\s+and\s+(?:on\s+)?", between) and (when.start - before.end).days == 1:
            span = replace(last.span, end=date.span.end)
            both = replace(last, span=span, text=text[span.start : span.end])
            joined[-1] = (both, Interval(before.start, when.end))
        else:
            joined.append((date, when))
    return joined


def _is_of_saying(reading: Reading, part: Parsed, date: DateMention) -> bool:
    """Whether the date only says when words were spoken: outside of what was said, and under a verb of saying."""
    if any(date.span.overlaps(voice.span) for voice in reading.voices):
        return False
    offset = part.block.span.start
    tokens = part.doc.char_span(date.span.start - offset, date.span.end - offset, alignment_mode="expand")
    verb = tokens and next((t for t in tokens.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return bool(verb and verb.lemma_ in verbs_of_telling())


# ---------------------------------------------------------------- its words


def _tell(reading: Reading, part: Parsed, dated: Dated, clause: Clause, people: Sequence[Person]) -> Account | None:
    date, when = dated
    doc = part.doc
    names = names_in(part.block, reading.article.id, people)
    pieces = clause.pieces
    if lost_its_object(doc, pieces, names):
        clause = replace(clause, stretched=True)
        sentence = words_in(doc, pieces)[0].sent
        pieces = ((sentence.start_char, sentence.end_char),)
    if is_dangling(doc, pieces, names):
        return None
    core = pieces if is_dangling(doc, clause.core, names) or lost_its_object(doc, clause.core, names) else clause.core
    voice = next((v for v in reading.voices if date.span.overlaps(v.span)), None)
    start, end = date.span.start - part.block.span.start, date.span.end - part.block.span.start
    whole, short = ((p if clause.is_noun else drop_own_date(doc, p, date, start, end)) for p in (pieces, core))
    return Account(
        when=when,
        when_text=" ".join(date.text.split()),
        text=write(doc, whole, names, clause.is_noun),
        pieces=pieces,
        core=write(doc, short, names, clause.is_noun),
        core_pieces=core,
        cite=Citation(reading.article.id, part.block.ref),
        voice=voice.speaker if voice else "",
        clause=clause,
        names=(*names, *_meant(doc, names)),
        people=(),
        is_cut=sum(b - a for a, b in pieces) < len(words_in(doc, pieces)[0].sent.text),
        filled=any(fill(token, words_in(doc, pieces), names) for token in words_in(doc, pieces)),
    )


def people_between(names: Sequence[Named], pieces: Pieces) -> tuple[str, ...]:
    """Whom these pieces of a paragraph name, or mean by a pronoun; each once."""
    return tuple(dict.fromkeys(n.person for n in names if any(a <= n.span.start < b for a, b in pieces)))


def _meant(doc: Doc, names: Sequence[Named]) -> list[Named]:
    """The pronouns of a paragraph that are sure, as if the name stood there."""
    found = ((t, find_referent(t, names)) for t in doc if is_personal(t))
    return [replace(n, span=Span(t.idx, t.idx + len(t))) for t, n in found if n is not None]
