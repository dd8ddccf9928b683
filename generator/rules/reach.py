"""How far it reaches: sanctions on one product are not sanctions on a country, nor a ban on bags one on plastic.

A noun for a restraint, a dispute or the like is about what follows its preposition. Where the passages have it about
one thing, a statement does not have it about another, be it wider, narrower or only named beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from generator.claims.clauses import spread
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import senses_in, senses_of, stem
from generator.rules.holding import Case, Fault, name_keys, noun_phrase

_TIES = ("on", "against", "over", "targeting")
_BESIDE = ("appos", "conj", "relcl", "acl", "punct", "cc")  # it only describes a noun, or is listed beside it


@dataclass(frozen=True, slots=True)
class _Object:
    """What such a noun is about: by what its head word can be found, and by what the whole phrase can."""

    noun: str
    head: frozenset[str]
    phrase: frozenset[str]
    shown: str


def hold_reach(case: Case) -> Fault | None:
    """A restraint is on what the passages have it on."""
    for mine in _objects(case.claim):
        same = [one for told in case.passages for one in _objects(told) if one.noun == mine.noun]
        if not same or any(_is_alike(mine, one) for one in same):
            continue
        if any(_is_loose(t, mine.noun) for told in case.passages for t in told.doc):
            continue  # what these are on, the passage leaves open
        if not any(key in mine.head for told in case.passages for key in _named_after(told)):
            return Fault(f"there it is “{same[0].shown}”, not “{mine.shown}”", is_sure=False)
    return None


def _is_alike(mine: _Object, other: _Object) -> bool:
    """The one is about the head of the other: the fish of Kenya, Kenyan fish, fish."""
    return bool(mine.head & other.head or other.head & mine.phrase)


def _is_loose(token: Token, noun: str) -> bool:
    """The noun stands alone and points back to no other: had imposed sanctions."""
    is_bound = any(c.dep_ in ("det", "poss", "prep", "acl", "amod", "compound", "nmod") for c in token.children)
    return stem(token.lemma_) == noun and not is_bound


def _objects(told: Told) -> Iterator[_Object]:
    for prep in told.doc:
        noun = _laid(prep) if prep.lower_ in _TIES and prep.dep_ in ("prep", "acl") else None
        if noun is None:
            continue
        for thing in (t for c in prep.children if c.dep_ in ("pobj", "dobj") for t in spread(c)):
            if thing.pos_ in ("NOUN", "PROPN") and thing.ent_type_ not in ("DATE", "TIME"):
                phrase = _keys(told, noun_phrase(thing, _BESIDE))
                yield _Object(stem(noun.lemma_), _keys(told, [thing]), phrase, _shown(noun, thing))


def _named_after(told: Told) -> Iterator[str]:
    """What a sentence of its own lays a restraint on: They covered banks and exports."""
    for verb in (t for t in told.doc if t.lemma_.lower() in relation_words("extents") and t.pos_ == "VERB"):
        below = [t for c in verb.children for t in (c.children if c.dep_ == "prep" else [c])]
        yield from _keys(told, [t for c in below if c.dep_ in ("dobj", "pobj", "nsubjpass") for t in spread(c)])


def _laid(prep: Token) -> Token | None:
    """The restraint before a preposition: a duty on copper, a duty of 3 percent on copper, laid a duty on copper."""
    above = prep.head
    nouns = [above, *(c for c in above.children if c.dep_ in ("dobj", "nsubjpass") and above.pos_ == "VERB")]
    nouns += [above.head.head] if above.dep_ == "pobj" and above.head.lower_ == "of" else []
    return next((n for n in nouns if n.i < prep.i and n.lemma_.lower() in relation_words("restraints")), None)


def _keys(told: Told, tokens: list[Token]) -> frozenset[str]:
    words = senses_in(w for t in tokens for w in (t.lemma_.lower(), t.lower_) if t.is_alpha)
    return words | name_keys(told, [t.i for t in tokens]) | frozenset(s for t in tokens for s in senses_of(t.lower_))


def _shown(noun: Token, thing: Token) -> str:
    return " ".join(noun.doc[noun.i : thing.i + 1].text.split())
