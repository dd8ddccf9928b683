"""Numbers in an article that count or measure something, each with what it counts, whose, when and who says so.

A number that names (Boeing 747, Executive Order 13405), dates, times or ranks is no figure; in doubt it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.figures.acts import act_words
from generator.figures.changes import Change, find_changes
from generator.figures.counting import read_counted
from generator.figures.dating import find_own_dates
from generator.figures.governing import Counted
from generator.figures.numbers import Number, find_numbers, unit_kinds
from generator.figures.screening import is_idle, is_name_or_time
from generator.language import Parsed
from generator.model import Article, DateMention, Figure, Span, Voice

TIMELESS = ("age", "population")  # a date beside them is of something else


def find_figures(
    article: Article, parsed: tuple[Parsed, ...], dates: tuple[DateMention, ...], voices: tuple[Voice, ...]
) -> tuple[Figure, ...]:
    """Every figure in the body and the captions, in the order of the text. `dates` and `voices` are the article's own:
    a number inside a date is none of ours, and a figure inside a voice is said by it."""
    found: list[Figure] = []
    for paragraph in parsed:
        if not paragraph.block.ref:
            continue
        offset = paragraph.block.span.start
        taken = [Span(d.span.start - offset, d.span.end - offset) for d in dates if d.ref == paragraph.block.ref]
        for read in _read_numbers(paragraph.doc, taken):
            found.append(_figure(article, paragraph, read, taken, voices))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Read:
    """A number of a paragraph with what it counts, the other numbers there, and the change that it is an end of."""

    number: Number
    counted: Counted
    others: tuple[Number, ...]
    change: Change | None


def _read_numbers(doc: Doc, dates: Sequence[Span]) -> list[_Read]:
    """The numbers that count something. A pair that a change gives counts one thing: what the verb of the change is
    about, else what the later number counts."""
    numbers = [
        n
        for n in find_numbers(doc.text)
        if not any(Span(*n.core).overlaps(d) for d in dates) and not is_name_or_time(doc, n)
    ]
    changes = {n.core: c for c in find_changes(doc, numbers, dates) for n in (c.before, c.after)}
    found = []
    for number in numbers:
        others = tuple(n for n in numbers if n.core != number.core)
        change = changes.get(number.core)
        if change is not None and change.counted is not None:
            end = change.before if change.before.core == number.core else change.after
            found.append(_Read(end, change.counted, others, change))
            continue
        told = change.after if change is not None else number
        counted = read_counted(doc, told)
        if counted is not None and not is_idle(doc, told, counted):
            found.append(_Read(number, counted, others, change))
    return found


def _figure(article: Article, paragraph: Parsed, read: _Read, dates: Sequence[Span], voices: Sequence[Voice]) -> Figure:
    number, counted = read.number, read.counted
    offset = paragraph.block.span.start
    tail = (
        re.match(r"[- ]old\b|\s+years\s+old\b", paragraph.doc.text[number.end :]) if counted.counts == "age" else None
    )
    span = Span(offset + number.start, offset + number.end + (tail.end() if tail else 0))
    core = paragraph.doc.char_span(*number.core, alignment_mode="expand")
    assert core is not None  # read_counted() or find_changes() has found it
    anchor = core.root
    sentence = Span(anchor.sent.start_char, anchor.sent.end_char)
    others = [n for n in read.others if sentence.start <= n.core[0] < sentence.end]
    inside = [d for d in dates if d.within(sentence)] if counted.counts not in TIMELESS else []
    own = find_own_dates(paragraph.doc, number, counted, others, read.change, inside)
    said_in = [v for v in voices if v.ref == paragraph.block.ref and span.overlaps(v.span)]
    return Figure(
        ref=paragraph.block.ref,
        span=span,
        text=article.text[span.start : span.end],
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit=number.unit,
        counts=counted.counts,
        phrase=counted.phrase,
        whose=counted.whose,
        act=counted.act,
        sentence=paragraph.span(anchor.sent),
        dates=tuple(Span(offset + d.start, offset + d.end) for d in own),
        voice=_said_in(paragraph, anchor, number, said_in),
        place=counted.place,
        label=counted.label,
        doer=counted.doer,
        planned=counted.is_planned,
        change=(read.change.before.low, read.change.after.low) if read.change is not None else None,
    )


def _said_in(paragraph: Parsed, anchor: Token, number: Number, voices: Sequence[Voice]) -> Span | None:
    """The content of the narrowest voice around the figure; None where the figure is not part of what is said."""
    voice = min(voices, key=lambda v: (v.span.end - v.span.start, v.span), default=None)
    if voice is None or (voice.kind == "reported" and _is_taken_as_given(paragraph, anchor, number, voice)):
        return None
    return voice.span


def _is_taken_as_given(paragraph: Parsed, anchor: Token, number: Number, voice: Voice) -> bool:
    """True for a length of time that the voice has a feeling about: "it was a relief to be home after 40 days". What is
    felt is theirs, the length is the article's. Anything less plain stays said."""
    felt = act_words()["felt"]
    after = next((t for t in anchor.ancestors if t.dep_ in ("prep", "mark")), None)
    if not number.unit or unit_kinds()[number.unit] != "time" or after is None or after.lower_ not in felt["after"]:
        return False
    head = after.head
    offset = paragraph.block.span.start
    said = paragraph.doc.char_span(voice.span.start - offset, voice.span.end - offset, alignment_mode="expand")
    if said is None or not any(t.lower_ in felt["words"] for t in anchor.sent if said.start <= t.i < said.end):
        return False
    is_felt_about = head.pos_ == "NOUN" or any(c.tag_ == "TO" for c in head.children)
    return is_felt_about and head.lower_ not in felt["words"]
