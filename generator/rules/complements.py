"""What a noun is of: a shortage of coal is no shortage of wagons, and river traffic no road traffic."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.claims.clauses import spread
from generator.claims.idioms import in_other_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, senses_in, senses_of, stem
from generator.figures.numerals import part_words
from generator.rules.holding import Case, Fault, names_at

_NEAR = 5  # words: "the potassium chloride (potash) sector"


def hold_complements(case: Case) -> Fault | None:
    """A noun keeps what it is of, where the passage has it of one thing and the statement of quite another."""
    there = [pair for told in case.passages for pair in _complements(told)]
    other_words = in_other_words(case.claim, case.passages)
    for noun, mine in _complements(case.claim):
        if mine.i in other_words:
            continue
        same = [other for head, other in there if stem(head.lemma_) == stem(noun.lemma_)]
        heads = [t for told in case.passages for t in told.doc if stem(t.lemma_) == stem(noun.lemma_)]
        if not same or len(same) < len(heads) or stem(noun.lemma_) in idle_stems():
            continue
        if any(_is_beside(mine, head) for head in heads) or noun.lemma_.lower() in part_words():
            continue
        if all(_is_rival(case, mine, other) for other in same):
            return Fault(f"there it is “{noun.text}” of “{same[0].text}”, not of “{mine.text}”", is_sure=False)
    return None


def _complements(told: Told) -> Iterator[tuple[Token, Token]]:
    """Each common noun with what it is of: after "of", or before it as part of a compound."""
    for noun in (t for t in told.doc if _is_plain(told, t)):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for thing in (o for c in child.children if c.dep_ == "pobj" for o in spread(c)):
                    if _is_plain(told, thing):
                        yield noun, thing
            elif child.dep_ == "compound" and child.i < noun.i and _is_plain(told, child):
                yield noun, child


def _is_plain(told: Told, token: Token) -> bool:
    spans = [(n.start, n.end) for n in told.numbers] + [(d.span.start, d.span.end) for d in told.dates]
    return token.pos_ == "NOUN" and not names_at(told, [token.i]) and not any(a <= token.idx < b for a, b in spans)


def _is_beside(mine: Token, head: Token) -> bool:
    """The two stand close by each other in the passage, whatever the parser made of it."""
    near = head.doc[max(head.sent.start, head.i - _NEAR) : min(head.sent.end, head.i + _NEAR + 1)]
    return any(not senses_of(mine.lemma_.lower()).isdisjoint(senses_of(t.lemma_.lower())) for t in near)


def _is_rival(case: Case, mine: Token, other: Token) -> bool:
    """Neither says the other, and the statement has nothing of what the passage has there."""
    own, theirs = mine.lemma_.lower(), other.lemma_.lower()
    is_told = not senses_of(theirs).isdisjoint(case.claim.senses)
    return not is_told and senses_in([own]).isdisjoint(senses_in([theirs]))
