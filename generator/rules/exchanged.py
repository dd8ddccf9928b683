"""Parties and ways turned round: who sued whom, who gave to whom, into what and out of what.

relations.py holds this for names whose verbs answer to each other; here it is held for any noun, for those to whom
something is given, and for ways under different verbs (drawn out of debt, pushed into it).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import senses_of, stem
from generator.rules.alignment import identity
from generator.rules.holding import Case, Fault, name_keys, say_clause

_TAKERS = ("to", "from", "dative")


def hold_exchanged(case: Case) -> Fault | None:
    """Whoever does it is not the one to whom it is done there."""
    for clause, answers in case.loose:
        verb = stem(clause.verb.lemma_)
        own = [a for a in answers if stem(a.clause.verb.lemma_) == verb and a.clause.doers]
        if not own or clause.verb.lemma_.lower() in relation_words("symmetric"):
            continue
        if all(_is_exchanged(case.claim, clause, a.told, a.clause) for a in own):
            return Fault(f"there the two change places: “{say_clause(own[0].told, own[0].clause)}”")
    return None


def _is_exchanged(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    doers, takers = keys_of_all(claim, clause.doers), keys_of_all(claim, takers_of(clause))
    theirs, their_takers = keys_of_all(told, other.doers), keys_of_all(told, takers_of(other))
    return bool(doers & their_takers and takers & theirs) and not doers & theirs


def takers_of(clause: Clause) -> Iterator[Token]:
    """All to whom something is done or given."""
    yield from clause.targets
    yield from (c for t in clause.targets for c in t.children if c.dep_ == "nmod" and c.pos_ in ("NOUN", "PROPN"))
    yield from (noun for prep, noun in clause.others if prep in _TAKERS)


def keys_of_all(told: Told, tokens: Iterable[Token]) -> frozenset[str]:
    """What any of these can be found by."""
    return frozenset(k for t in tokens for k in identity(told, t))


# ---------------------------------------------------------------- ways


def hold_ways(case: Case) -> Fault | None:
    """Into is not out of; from one to the other is not the way back."""
    there = [way for told in case.passages for way in _ways(told)]
    mine = list(_ways(case.claim))
    crossed = [_cross(m, there) for m in mine]
    for (_, _, shown, is_strong), cross in zip(mine, crossed, strict=True):
        is_both = sum(c is not None for c in crossed) > 1
        if cross and ((is_strong and cross[3]) or is_both):
            return Fault(f"there it is “{cross[2]}”, not “{shown}”")
    for ways, start, end, shown in _legs(case.claim):
        same = [leg for told in case.passages for leg in _legs(told) if leg[0] == ways]
        turned = [text for _, first, last, text in same if first & end and last & start]
        if turned and not any(first & start and last & end for _, first, last, _ in same):
            return Fault(f"there it is “{turned[0]}”, not “{shown}”")
    return None


_LEG = 6  # words from one place of a way to the next: through the port of Vardo to the islands

_Leg = tuple[tuple[str, str], frozenset[str], frozenset[str], str]


def _legs(told: Told) -> Iterator[_Leg]:
    """Two places of one way, one right behind the other (through the one to the other), after the ways to them."""
    stops = [
        (prep.i, noun.i, way, keys)
        for prep, _, way in _prepositions(told)
        for noun in (c for c in prep.children if c.dep_ == "pobj")
        if (keys := _stop_keys(told, noun))
    ]
    for (first, noun, way, keys), (second, end, other, others) in pairwise(sorted(stops, key=lambda s: s[0])):
        if way != other and second - noun <= _LEG and told.doc[first].sent == told.doc[second].sent:
            yield (way, other), keys, others, told.doc[first : end + 1].text


_Way = tuple[str, frozenset[str], str, bool]
_PLACES = ("inside", "beside")


def _cross(mine: _Way, there: list[_Way]) -> _Way | None:
    """The passage's way of the same noun, where it goes only the other way."""
    same = [w for w in there if w[1] & mine[1] and (w[0] in _PLACES) == (mine[0] in _PLACES)]
    return same[0] if same and all(w[0] != mine[0] for w in same) else None


def _stop_keys(told: Told, noun: Token) -> frozenset[str]:
    """A place by its name, that of the port or province of it included."""
    below = [c for c in noun.children if c.dep_ in ("compound", "appos", "nmod")]
    below += [o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    return name_keys(told, [noun.i, *(t.i for t in below)]) or _noun_keys(noun)


def _ways(told: Told) -> Iterator[_Way]:
    """Each noun that something goes to or from; True where the preposition says so whatever the verb is."""
    strong = relation_words("ways_in") | relation_words("ways_out")
    for prep, word, way in _prepositions(told):
        for noun in (c for c in prep.children if c.dep_ == "pobj"):
            keys = name_keys(told, [noun.i]) or _noun_keys(noun)
            if keys:
                yield way, keys, f"{word} {noun.text}", word in strong or way in _PLACES


def _prepositions(told: Told) -> Iterator[tuple[Token, str, str]]:
    """Each preposition of a way, with the word for it and the way."""
    ins, outs = relation_words("ways_in"), relation_words("ways_out")
    for prep in (t for t in told.doc if t.pos_ in ("ADP", "SCONJ", "ADV") or t.dep_ == "prep"):
        word = prep.lower_
        if word == "of" and prep.i and prep.nbor(-1).lower_ == "out":
            word = "out of"
        if word == "from" and prep.i and prep.nbor(-1).lower_ == "away":
            word = "away from"
        way = "in" if word in ins | {"to"} else "out" if word in outs | {"from"} else ""
        way = "through" if word in ("through", "via") else way
        way = "inside" if word in relation_words("ways_inside") else way
        way = "beside" if word in relation_words("ways_beside") else way
        if way:
            yield prep, word, way


def _noun_keys(noun: Token) -> frozenset[str]:
    return frozenset({stem(noun.lemma_)}) if noun.pos_ in ("NOUN", "PROPN") and senses_of(noun.lemma_) else frozenset()
