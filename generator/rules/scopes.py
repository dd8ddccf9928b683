"""Of which and of how many it is told: a share keeps what it is a share of, and one of several does not become all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from generator.claims.fractions import find_fractions
from generator.claims.reading import Told
from generator.claims.votes import find_chances
from generator.claims.wording import listed_stems, senses_of, stem, words_of
from generator.rules.holding import Case, Fault, say_clause

_OF = re.compile(r"(?:\s+of(?:\s+all)?)?(?:\s+(?:the|its|their|his|her|our|these|those))?\s+", re.I)
_VAGUE = ("people", "person", "total", "whole", "sum", "amount", "value", "number", "one", "world", "market", "supply")
_SOME = ("some", "several", "few", "many", "more", "other", "both", "certain")


# ---------------------------------------------------------------- shares


def hold_shares(case: Case) -> Fault | None:
    """A tenth of the salt is not a tenth of those who make it."""
    there = [one for told in case.passages for one in _shares(told)]
    if not there or any(noun.lemma_.lower() in _VAGUE for noun in there):
        return None
    for noun in _shares(case.claim):
        if any(_is_same_thing(noun, other) for other in there):
            continue
        words = {t.lemma_.lower() for told in case.passages for t in told.doc}
        is_part = [o for o in there if _is_left_out(case, o) and any(t.lemma_ == noun.lemma_ for t in o.subtree)]
        if (noun.lemma_.lower() in words and not is_part) or noun.lemma_.lower() in _VAGUE:
            continue  # which of two things the passage has is not for this rule
        return Fault(f"there it is a share of “{there[0].text}”, not of “{noun.text}”", is_sure=False)
    return None


def _is_left_out(case: Case, noun: Token) -> bool:
    """The statement has no word for it: of the exports of steel, only the steel."""
    return senses_of(noun.lemma_.lower()).isdisjoint(case.claim.senses)


def _is_same_thing(noun: Token, other: Token) -> bool:
    mine, theirs = noun.lemma_.lower(), other.lemma_.lower()
    if mine == theirs or (stem(mine) == stem(theirs) and _is_agent(mine) == _is_agent(theirs)):
        return True
    lines = {s for s in senses_of(mine) if s[0] in "=~"} & senses_of(theirs)
    return bool(lines) and _is_agent(mine) == _is_agent(theirs)


def _is_agent(word: str) -> bool:
    """It is whoever does it, by its ending: farmer, producer, pilot's."""
    return bool(re.search(r"(?:er|or|ist|ant|ian|man|woman)$", word)) and len(word) > 4


def _shares(told: Told) -> Iterator[Token]:
    """What a share is of: the noun of the phrase that follows it."""
    ends = [f.span.end for f in find_fractions(told.text)] + [c.span.end for c in find_chances(told.text)]
    ends += [n.end for n in told.numbers if n.unit == "percent"]
    first = {of.end() for end in ends if (of := _OF.match(told.text, end))}
    for token in told.doc:
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and token.idx in first:
            head = _head(token)
            if head.pos_ == "NOUN":
                yield head


def _head(token: Token) -> Token:
    """The noun whose phrase a word opens: water, for the bottled water of a land."""
    seen = token
    while seen.dep_ in ("compound", "amod", "nmod", "poss", "nummod") and seen.head.i > seen.i:
        seen = seen.head
    return seen


# ---------------------------------------------------------------- one of several


def hold_numbers(case: Case) -> Fault | None:
    """What one of them does is not told of them all: a sawmill, the sawmills."""
    for clause, answers in case.loose:
        close = [a for a in answers if a.is_evident]
        for party in clause.doers:
            if not close or party.tag_ != "NNS" or not _is_bare(party):
                continue
            same = [t for told in case.passages for t in told.doc if t.pos_ == "NOUN" and _is_like(t, party)]
            has_one = all(_has_one(a.clause.doers, same) for a in close)
            if same and has_one and all(_is_of_one(t) for t in same):
                return Fault(f"there it is one of them: “{say_clause(close[0].told, close[0].clause)}”", is_sure=False)
    return None


def _is_like(token: Token, party: Token) -> bool:
    return token.lemma_.lower() == party.lemma_.lower()


def _is_bare(party: Token) -> bool:
    """Told of them all: nothing says how many or which of them."""
    few = ("nummod", "quantmod", "cc", "conj")
    if any(c.dep_ in few or c.lower_ in _SOME for c in party.children):
        return False
    head = party.head
    is_part = party.dep_ == "pobj" and head.lower_ in ("of", "among")
    spokes = listed_stems("acting_for_a_nation") | words_of("sources")
    return not is_part and stem(party.lemma_) not in spokes


def _is_of_one(token: Token) -> bool:
    """Singular, or the many of whom it is told of one: one of the sawmills, the largest of the lenders."""
    if (
        any(c.dep_ == "conj" or c.lower_ in ("each", "every", "any", "no") for c in token.children)
        or token.dep_ == "conj"
    ):
        return False
    if token.tag_ == "NN":
        return not any(c.dep_ == "conj" for c in token.subtree)
    prep = token.head
    over = prep.head if token.dep_ == "pobj" and prep.lower_ == "of" else None
    return over is not None and (
        over.lower_ in ("one", "another") or (over.tag_ == "JJS" and over.lower_ not in ("most", "least"))
    )


def _has_one(parties: Sequence[Token], same: Sequence[Token]) -> bool:
    """The answering clause is about this one: the noun itself, or a name or "one" that it describes."""
    return any(p in same or any(s in list(p.subtree) for s in same) or p.lower_ == "one" for p in parties)
