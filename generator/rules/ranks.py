"""Superlatives and ranks: one of the largest is not the largest, the largest since May not the largest ever."""

from __future__ import annotations

import re

from spacy.tokens import Token

from generator.claims.reading import Told, lemmas
from generator.claims.wording import listed_stems, senses_in, senses_of, stem, words_of
from generator.figures.numerals import number_words
from generator.rules.holding import Case, Fault, name_keys, names_at

_AMONG = re.compile(r"\b(?:one|some|two|three|several|many|part) of\b|\bamong\b|\brank(?:s|ed|ing)?\b", re.I)
_SCOPES = ("for", "since", "among", "by", "of", "in", "outside", "under", "after", "before")
_ABOVE_ALL = re.compile(
    r"\bthan (?:any|all|every)(?:one|body|thing|where)? (?:\w+ ){0,2}?(?:others?|else|rest|rivals?|competitors?)\b|"
    r"\bno other \w+|\bsecond to none\b|\bun(?:rivall?ed|matched|surpassed|equall?ed|paralleled)\b|"
    r"\bahead of (?:all|every) others?\b",
    re.I,
)
_POINTING = ("this", "that", "these", "those", "it", "them")
# The least share of a rank's scope, in words, that the statement has to have: of "for a maker of ships" one of the two.
SHARE = 0.5


def outranked(case: Case) -> Fault | None:
    """Something is told to lead that every passage puts among those that do, at another place, or within narrower
    bounds."""
    if (above := _ABOVE_ALL.search(case.claim.text)) and not any(_is_above_all(told) for told in case.passages):
        return Fault(f"no passage puts it above all others: “{above[0]}”", is_sure=False)
    for token in case.claim.doc:
        if not _is_rank(token) or _is_among(token):
            continue
        there = [(p, t) for p in case.passages for t in p.doc if _is_same(token, t)]
        if there and all(_is_among(t) for _, t in there):
            return Fault(f"there it is one of the “{there[0][1].text}” only")
        places = {_place(t) for _, t in there if not _is_among(t)}
        if places and _place(token) not in places:
            return Fault(f"the passage has it at another place: “{_shown(there[0][1])}”")
        alike = [(p, t) for p, t in there if _place(t) == _place(token) and not _is_among(t)]
        if token.tag_ == "JJS" and alike and not any(_is_as_wide(case.claim, token, p, t) for p, t in alike):
            return Fault(f"there it holds within narrower bounds: “{_shown(alike[0][1])}”", is_sure=False)
    return None


def _is_above_all(told: Told) -> bool:
    """By a comparison with all others, or by a rank that is not one of several."""
    words = ("only", "first", "record", "unique")
    ranks = [t for t in told.doc if _is_rank(t) or t.tag_ == "RBS" or t.lower_ in words]
    ranks += [t for t in told.doc if t.lower_ == "most" and t.i and t.nbor(-1).lower_ == "the"]
    return bool(_ABOVE_ALL.search(told.text)) or any(not _is_among(t) and not _place(t) for t in ranks)


def _is_rank(token: Token) -> bool:
    if token.tag_ == "JJS" and token.lower_ not in ("most", "least"):
        return True
    if stem(token.lemma_) not in _leading() or token.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(c.lower_ == "the" or c.dep_ == "poss" for c in token.head.children)


def _leading() -> frozenset[str]:
    return listed_stems("leading")


def _is_same(token: Token, other: Token) -> bool:
    if token.tag_ == "JJS":
        return other.tag_ == "JJS" and not senses_of(token.lemma_.lower()).isdisjoint(senses_of(other.lemma_.lower()))
    return stem(other.lemma_) in _leading()


def _is_among(token: Token) -> bool:
    """One of, among, stands before it in its clause."""
    return bool(_AMONG.search(token.doc[max(0, token.i - 6) : token.i].text))


def _place(token: Token) -> str:
    """The ordinal before it: second in the second-largest."""
    before = [t for t in token.doc[max(0, token.i - 2) : token.i] if t.text != "-"]
    return before[-1].lower_ if before and before[-1].lower_ in number_words()["ordinals"] else ""


def _scope(token: Token) -> list[Token]:
    """What bounds it: of all in the region, since the war, for a maker of ships. What is only pointed at (in this one)
    bounds nothing that the text does not speak of anyway."""
    head = token.head if token.head.pos_ in ("NOUN", "PROPN") else token
    preps = [c for t in {token, head} for c in t.children if c.dep_ == "prep" and c.lower_ in _SCOPES and c.i > token.i]
    preps = [p for p in preps if not any(c.lower_ in _POINTING for o in p.children for c in (o, *o.children))]
    return [t for prep in preps for t in prep.subtree if t.pos_ in ("NOUN", "PROPN", "NUM", "VERB", "ADJ")]


def _is_as_wide(claim: Told, mine: Token, told: Told, token: Token) -> bool:
    """The statement's own phrase has most of what bounds the passage's."""
    scope = _scope(token)
    head = mine.head if mine.head.pos_ in ("NOUN", "PROPN", "AUX", "VERB") else mine
    own = list(head.subtree)
    there = senses_in(lemmas(own)) | name_keys(claim, [t.i for t in own])
    there |= {t.lower_ for t in own}
    if scope and all(names_at(told, [one.i]) for one in scope):
        # Of which country it is the largest, the sentence or the page may say; that it is of all the world, not.
        return there.isdisjoint(words_of("widest")) or not there.isdisjoint(t.lower_ for t in scope)
    has = 0
    for one in scope:
        keys = name_keys(told, [one.i])
        has += not (senses_of(one.lemma_.lower()) | keys | {one.lower_}).isdisjoint(there)
    return has >= SHARE * len(scope)


def _shown(token: Token) -> str:
    return str(token.doc[max(0, token.i - 4) : token.i + 8].text)
