"""Which dates of a sentence a figure is of: those of its own clause, and of several numbers each with its own day."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.figures.acts import sense_of
from generator.figures.changes import Change, follows
from generator.figures.governing import Counted
from generator.figures.numbers import Number
from generator.model import Span


def find_own_dates(
    doc: Doc,
    number: Number,
    counted: Counted,
    others: Sequence[Number],
    change: Change | None,
    dates: Sequence[Span],
) -> tuple[Span, ...]:
    """The dates of the figure's clause, of those of its sentence; all placed in the paragraph's text. One inside a
    relative clause or an apposition to something else is not, nor is one of a coordinated clause; of "rose to 12 on
    Tuesday from 9 on Monday" each number has its own. `others` are the other numbers of the sentence."""
    own = tuple(date for date in dates if follows(date, number.end, doc.text))
    if change is not None and number.core == change.before.core:
        return own
    if own and any(follows(date, other.end, doc.text) for date in dates for other in others):
        return own
    core = doc.char_span(*number.core, alignment_mode="expand")
    assert core is not None  # the number has been read
    noun = counted.noun or core.root
    kept: dict[Span, Token] = {}
    for date in dates:
        tokens = doc.char_span(date.start, date.end, alignment_mode="expand")
        is_of_before = change is not None and follows(date, change.before.end, doc.text)
        if tokens is None or is_of_before or _is_of_cause(tokens.root, counted) or _is_of_rank(tokens.root, noun):
            continue
        if _is_of_clause(tokens.root, noun, counted.verb):
            kept[date] = tokens.root
    return tuple(date for date, root in kept.items() if not _is_since(root)) or tuple(kept)


def _is_of_rank(date: Token, noun: Token) -> bool:
    """ "Lost 26 points, its lowest close since April 1997": the time that a rank goes back to, and nothing else."""
    if date.is_ancestor(noun):
        return False  # since 1992, when 40 people died
    return _is_since(date) and any(t.tag_ in ("JJS", "RBS") for t in date.sent)


def _is_since(date: Token) -> bool:
    """ "On Sunday, in the first exchange since April": beside a date of its own, what a comparison goes back to."""
    above = [date, *date.ancestors]
    return any(t.lower_ == "since" for a in above[:4] for t in (a, *a.children))


def _is_of_cause(date: Token, counted: Counted) -> bool:
    """ "Killed in Monday's earthquake": the day of the disaster; the dead may have been counted later."""
    sense = sense_of(counted.act)
    return (
        date.dep_ == "poss" and sense is not None and sense.family == "harm" and sense_of(date.head.lemma_) is not sense
    )


def _is_of_clause(date: Token, noun: Token, verb: Token | None) -> bool:
    own = {noun.i, *(t.i for t in noun.ancestors)} | (
        {verb.i, *(t.i for t in verb.ancestors)} if verb is not None else set()
    )
    token = date
    while token.i not in own:
        if token.dep_ in ("relcl", "acl", "appos", "ccomp") or (token.dep_ == "conj" and token.pos_ == "VERB"):
            return False
        if token.head is token:
            return False
        token = token.head
    return True
