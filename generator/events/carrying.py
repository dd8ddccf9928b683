"""Whether a paragraph carries a text: says all that the text says, or more.

It has to have the text's people, its numbers, its other names, and most of its nouns and verbs, as data/events.yml and
a parser's lemmas know them. The direction matters: "123" carries "more than 100", never the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from generator.events.accounts import Account, people_between
from generator.events.clause_text import words_in
from generator.events.clause_words import Pieces
from generator.events.event_words import name_act
from generator.figures.acts import nations_in
from generator.language import parse_paragraph
from generator.model import Figure, Reading, Span
from generator.sources.agreements import CALENDAR

# The share of a text's nouns and verbs. Texts are one clause, mostly of two to five such words: of three none may lack.
_CARRIED = 0.75
_ABOVE = frozenset({"exactly", "at least", "more than"})


@dataclass(frozen=True, slots=True)
class Content:
    """What a stretch of a paragraph says."""

    people: frozenset[str]
    figures: tuple[Figure, ...]
    names: frozenset[str]  # other names, in small letters, numerals that are no figure, and countries
    acts: frozenset[str]  # what its nouns and verbs are, by name_act()
    words: frozenset[str]


def content_of(reading: Reading, account: Account, pieces: Pieces = ()) -> Content:
    """What these pieces of an account's paragraph say, or all of it."""
    part = parse_paragraph(reading.article, account.cite.ref)
    block, start = part.block, part.block.span.start
    pieces = pieces or ((0, len(block.text)),)
    spans = [Span(start + a, start + b) for a, b in pieces]
    figures = tuple(f for f in reading.figures if any(f.span.within(s) for s in spans))
    known = [f.span for f in figures] + [d.span for d in reading.dates]
    known += [Span(start + n.span.start, start + n.span.end) for n in account.names]
    words = words_in(part.doc, pieces)
    free = [t for t in words if not any(s.start <= start + t.idx < s.end for s in known)]
    text = " ".join(block.text[a:b] for a, b in pieces)
    return Content(
        people=frozenset(people_between(account.names, pieces)),
        figures=figures,
        names=frozenset(nations_in(text)) | frozenset(_names(free)),
        acts=frozenset(name_act(t.lemma_.lower()) for t in free if t.pos_ in ("NOUN", "VERB")),
        words=frozenset(t.lower_ for t in words) | frozenset(t.lemma_.lower() for t in words),
    )


def carries(there: Content, said: Content) -> bool:
    """Whether a paragraph with the first says all of the second."""
    if not (said.people <= there.people and said.names <= there.names | there.words):
        return False
    if not all(any(_tells(own, figure) for own in there.figures) for figure in said.figures):
        return False
    return len(said.acts & there.acts) >= _CARRIED * len(said.acts)


def _names(words: Iterable[Token]) -> Iterable[str]:
    for token in words:
        is_name = token.pos_ == "PROPN" and not token.text.endswith(".") and token.text not in CALENDAR
        if (is_name and not nations_in(token.text)) or (token.like_num and token.ent_type_ not in ("DATE", "TIME")):
            yield token.lower_


def _tells(own: Figure, said: Figure) -> bool:
    """Whether one figure says what the other says: the same, or an exact one within a bound."""
    if own.unit != said.unit or (own.counts and said.counts and own.counts != said.counts):
        return False
    if (own.low, own.high, own.bound) == (said.low, said.high, said.bound):
        return True
    if said.bound == "more than":
        return own.bound in _ABOVE and (own.low > said.low or (own.low == said.low and own.bound == "more than"))
    if said.bound == "at least":
        return own.bound in _ABOVE and own.low >= said.low
    if said.bound == "range":
        return own.bound == "exactly" and said.low <= own.low and own.high <= said.high
    return False
