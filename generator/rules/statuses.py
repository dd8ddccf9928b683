"""What makes another office of an office: a deputy head is no head, and a candidate for governor no governor."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from generator import data
from generator.claims.reading import Told
from generator.claims.reference import roles
from generator.claims.wording import is_office, senses_of, stem
from generator.rules.descriptions import Description, descriptions
from generator.rules.holding import Case, Fault

# How many words before an office and after it may make another one of it: "first deputy prime minister", "elect".
_BEFORE, _AFTER = 4, 2


def hold_statuses(case: Case) -> Fault | None:
    """Nobody is called by a higher, a lower or another sort of office than the passages call him or her by."""
    there = [(d, _classes(d.noun)) for told in case.passages for d in _called(told)]
    for mine in _called(case.claim):
        if not is_office(mine.noun):
            continue
        senses = senses_of(mine.noun.lemma_.lower())
        own = [(d, c) for d, c in there if d.name.keys & mine.name.keys]
        like = [(d, c) for d, c in own if not senses.isdisjoint(senses_of(d.noun.lemma_.lower()))]
        same = [(d, c) for d, c in like if stem(d.noun.lemma_) == stem(mine.noun.lemma_)]
        like, classes = same or like, _classes(mine.noun)
        if like and not any(c == classes for _, c in like) and not _is_said_apart(case, like[0][1] ^ classes):
            return Fault(f"there {mine.name.text} is “{_shown(like[0][0].noun)}”, not “{_shown(mine.noun)}”")
        if not like and not classes and (theirs := [d for d, _ in own if _is_only_to_be(d.noun, mine.noun)]):
            return Fault(f"there {mine.name.text} is “{_shown(theirs[0].noun)}”, not “{_shown(mine.noun)}”")
    return _unnamed(case)


def _unnamed(case: Case) -> Fault | None:
    """The same of offices beside which no name stands: the deputy mayor said, led the talks as deputy envoy."""
    for noun in (t for t in case.claim.doc if t.pos_ == "NOUN" and t.tag_ == "NN" and is_office(t)):
        same = [t for told in case.passages for t in told.doc if stem(t.lemma_) == stem(noun.lemma_)]
        theirs = {_classes(t) - {"to_be"} for t in same}
        if (
            len(theirs) == 1
            and (lower := next(iter(theirs)))
            and not _classes(noun)
            and not _is_said_apart(case, lower)
        ):
            return Fault(f"there it is the “{_shown(same[0])}”, not the “{noun.text}”", is_sure=False)
    return None


@lru_cache(maxsize=1024)
def _called(told: Told) -> tuple[Description, ...]:
    """The offices that a text gives to names, by either way of reading them."""
    found = []
    for one in descriptions(told):
        found.append(one)
        found += [Description(one.name, c, one.status) for c in one.noun.children if c.dep_ == "conj"]
    for keys, noun in roles(told):
        found += [Description(n, noun, frozenset()) for n in told.names if n.keys & keys]
    return tuple(found)


def _classes(noun: Token) -> frozenset[str]:
    """The classes of words around an office that make another one of it."""
    words = {p for t in _around(noun) for p in (t.lower_, *t.lower_.split("-"))}
    return frozenset(k for k, line in data.load("relations")["ranks_below"].items() if words & set(line))


def _around(noun: Token) -> list[Token]:
    """An office with the words right before it, and right after a hyphen behind it."""
    start = noun.i
    while start > max(noun.sent.start, noun.i - _BEFORE) and _is_part(noun.doc[start - 1]):
        start -= 1
    end = noun.i + 1
    if end + 1 < noun.sent.end and noun.doc[end].text == "-":
        end += 2
    return list(noun.doc[start:end])


def _is_part(token: Token) -> bool:
    return token.text == "-" or (token.pos_ in ("ADJ", "NOUN", "PROPN", "ADV", "X", "VERB") and token.tag_ != "VBD")


def _is_only_to_be(noun: Token, office: Token) -> bool:
    """A candidate for the office, an assistant to whoever holds it."""
    below = {w for line in data.load("relations")["ranks_below"].values() for w in line}
    after = noun.doc[noun.i + 1 : noun.i + 6]
    return noun.lemma_.lower() in below and any(stem(t.lemma_) == stem(office.lemma_) for t in after)


def _is_said_apart(case: Case, classes: frozenset[str]) -> bool:
    """The word stands elsewhere, on one side at least: is to act as head, has been designated."""
    lines = data.load("relations")["ranks_below"]
    stems = {stem(w) for k in classes for w in lines[k]}
    sides = [case.claim], list(case.passages)
    has = [any(stem(t.lemma_) in stems for told in side for t in told.doc) for side in sides]
    taken = {(id(told), t.i) for side in sides for told in side for d in _called(told) for t in _around(d.noun)}
    apart = any(
        stem(t.lemma_) in stems and (id(told), t.i) not in taken for side in sides for told in side for t in told.doc
    )
    return all(has) and apart


def _shown(noun: Token) -> str:
    return " ".join(t.text for t in _around(noun))
