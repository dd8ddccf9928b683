"""What stands joined stays joined: a share with its holder, a plant with its place, a noun with what it qualifies.

All words of a statement can stand in a paragraph and yet be joined otherwise: the figures of a list exchanged, controls
on gear for gas told as controls on gas. Each rule gives a Fault or None, and acts only where the passage itself joins
the same words clearly and otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, same, senses_in, senses_of, stem
from generator.model import Span
from generator.rules.holding import Case, Fault, keys_of, name_keys, names_at, say_clause

# What may stand between a name and the figure or place that it goes with: "Nord at 15 percent", "Nord, Maine".
_TIE = re.compile(r"\s*(?:,|:|\(|(?:,\s*)?(?:at|with|has|had|holds|held|won|got|on)(?:\s+(?:about|only|just))?)\s*")
_SURELY = re.compile(r"\b(?:in|near|outside)\b")
_PLACED = re.compile(r"\s*(?:,|\(|(?:\w+\s+)?(?:in|near|outside)(?:\s+the)?)\s*")

# A record, talks or a report on abuses are on what is abused as well.
_TOPICAL = frozenset(stem(w) for w in ("record", "talk", "report", "view", "concern", "focus", "work", "question"))


def hold_pairs(case: Case) -> Fault | None:
    """In a list, each name keeps its own figure and its own place."""
    for tie in (_figures_of, _places_of):
        there = [pair for told in case.passages for pair in tie(told)]
        for keys, value, shown in tie(case.claim):
            if tie is _places_of and not _SURELY.search(shown):
                continue  # with a comma alone, the second may be one more of a list
            own = [p for p in there if p[0] & keys]
            if not own or any(p[1] & value for p in own):
                continue
            if any(p[1] & value and not p[0] & keys for p in there):
                return Fault(f"there it is “{own[0][2]}”, not “{shown}”")
    return None


_Pair = tuple[frozenset[str], frozenset[str], str]


def _figures_of(told: Told) -> Iterator[_Pair]:
    for name in told.names:
        for number in told.numbers:
            if name.span.end < number.start and _TIE.fullmatch(told.text[name.span.end : number.start]):
                value = frozenset({f"{number.low:g} {number.unit}"})
                yield name.keys, value, told.text[name.span.start : number.end]


def _places_of(told: Told) -> Iterator[_Pair]:
    places = [n for n in told.names if _is_place(told, n.span)]
    for token in (t for t in told.doc if t.pos_ == "PROPN" or (t.is_title and names_at(told, [t.i]))):
        end = token.idx + len(token)
        for place in (n for n in places if n.span.start > end):
            if _PLACED.fullmatch(told.text[end : place.span.start]):
                keys = frozenset({token.lower_}) | name_keys(told, [token.i])
                yield keys, place.keys, told.text[token.idx : place.span.end]


def _is_place(told: Told, span: Span) -> bool:
    return any(t.ent_type_ in ("GPE", "LOC") for t in told.doc if span.start <= t.idx < span.end)


def hold_heads(case: Case) -> Fault | None:
    """What is said of the gear for a trade is not said of the trade: a noun that the passage only has before another
    one, after the same word (controls on gas equipment), does not stand there alone (controls on gas)."""
    for token in case.claim.doc:
        governor = _governor(token)
        if token.pos_ not in ("NOUN", "PROPN") or governor is None or stem(governor.lemma_) in idle_stems():
            continue
        if any(c.isdigit() for c in token.text):
            continue  # the B52 bomber is the B52
        alone, before = False, ""
        for other in (t for told in case.passages for t in told.doc if stem(t.lemma_) == stem(token.lemma_)):
            head = _head_of(other)
            over = _governor(head)
            is_after = over is not None and same(over.lemma_.lower(), governor.lemma_.lower())
            if head == other:
                alone = True
            elif is_after and head.pos_ == "NOUN" and not (_is_told(head, case.claim) or _only_says_what(head, other)):
                before = other.doc[other.i : head.i + 1].text
        if before and not alone and stem(governor.lemma_) not in _TOPICAL:
            return Fault(f"there it is “{before}”, not “{token.text}”", is_sure=False)
    return None


def _governor(token: Token) -> Token | None:
    """The noun or verb that a noun hangs on by a preposition."""
    while token.dep_ == "conj":
        token = token.head
    prep = token.head
    return prep.head if token.dep_ == "pobj" and prep.dep_ == "prep" and prep.head.pos_ in ("NOUN", "VERB") else None


def _head_of(token: Token) -> Token:
    """The noun that a noun stands before, in one phrase with it."""
    seen = token
    while seen.dep_ in ("compound", "conj", "nmod") and seen.head.pos_ in ("NOUN", "PROPN"):
        if seen.dep_ == "conj" and not any(t.dep_ in ("compound", "nmod") for t in seen.ancestors):
            break
        seen = seen.head
    return seen


def _only_says_what(noun: Token, name: Token) -> bool:
    """The Oxfam charity is Oxfam."""
    return name.pos_ == "PROPN" and noun.lemma_.lower() in relation_words("kinds_of_bearers")


def _is_told(head: Token, claim: Told) -> bool:
    return not senses_of(head.lemma_.lower()).isdisjoint(claim.senses)


def hold_rivals(case: Case) -> Fault | None:
    """A noun that no passage has does not take the place of another one beside the same word: oil production, where
    they tell of oil consumption."""
    for token in case.claim.doc:
        if token.pos_ != "NOUN" or token.ent_type_ or any(_is_told(token, told) for told in case.passages):
            continue
        for word in (c for c in token.children if c.dep_ == "compound" and c.i == token.i - 1):
            for told in case.passages:
                beside = [t for t in told.doc if stem(t.lemma_) == stem(word.lemma_)]
                heads = [t.head for t in beside if t.dep_ == "compound" and t.head.pos_ == "NOUN"]
                if heads and len(heads) == len(beside) and all(_is_rival(token, h, case) for h in heads):
                    return Fault(f"there it is “{word.text} {heads[0].text}”, not “{token.text}”", is_sure=False)
    return None


def _is_rival(token: Token, head: Token, case: Case) -> bool:
    mine, theirs = senses_in([token.lemma_.lower()]), senses_in([head.lemma_.lower()])
    return mine.isdisjoint(theirs) and not _is_told(head, case.claim)


def hold_crossed(case: Case) -> Fault | None:
    """Whoever wants, asks or does something of another does not change places with the other: both parties stand in the
    passage's clause of the same verb, each where the statement has the other one."""
    for clause in case.claim.clauses:
        verb = stem(clause.verb.lemma_)
        doers = _identities(case.claim, clause.doers)
        below = _identities(case.claim, _below(clause))
        if verb in idle_stems() or not doers or not below or not _has_another(clause):
            continue
        there = [(t, c) for t in case.passages for c in t.clauses if stem(c.verb.lemma_) == verb and c.doers]
        there = [(t, c) for t, c in there if _has_another(c)]
        crossed = [_crosses(doers, below, told, other) for told, other in there]
        if crossed and all(crossed):
            told, other = there[0]
            return Fault(f"there the two change places: “{say_clause(told, other)}”", is_sure=False)
    return None


def _has_another(clause: Clause) -> bool:
    """It is about what somebody is to do: wants the yard to pay."""
    return any(c.dep_ in ("ccomp", "xcomp") for c in clause.verb.children)


def _crosses(doers: frozenset[str], below: frozenset[str], told: Told, other: Clause) -> bool:
    theirs, under = _identities(told, other.doers), _identities(told, _below(other))
    return bool(doers & under and below & theirs) and not doers & theirs


def _below(clause: Clause) -> list[Token]:
    """The nouns that act or are acted upon below a verb, beside its own doers."""
    own = {t.i for d in clause.doers for t in d.subtree}
    roles = ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj")
    return [t for t in clause.verb.subtree if t.dep_ in roles and t.i not in own and t.pos_ in ("NOUN", "PROPN")]


def _identities(told: Told, tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(k for t in tokens if t.pos_ != "PRON" for k in keys_of(told, t) or {stem(t.lemma_)})
