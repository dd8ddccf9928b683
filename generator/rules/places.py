"""Where to, where from, before and after what: a place or a turning point keeps the word that stands before it.

Taken to one country is not taken to another that the passage names too, and after an anniversary is not before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import stem
from generator.rules.fillers import slot_of
from generator.rules.holding import Case, Fault, grasp, names_at, say_clause

_WAYS = ("onward", "away", "place")


def hold_places(case: Case) -> Fault | None:
    """A named place stands with a deed only where the passages have it with that deed."""
    for clause, answers in case.loose:
        close = [a for a in answers if a.is_evident]
        placed = tuple(_placed(case.claim, clause))
        mine = frozenset(k for _, keys, _ in placed for k in keys)
        for slot, keys, text in placed:
            theirs = [frozenset(k for s, ks, _ in _placed(a.told, a.clause) if s == slot for k in ks) for a in close]
            is_there = any(keys & grasp(a.told, a.clause) for a in close)
            if close and all(theirs) and not is_there and not any(mine & there for there in theirs):
                return Fault(f"there it is not “{text}”: “{say_clause(close[0].told, close[0].clause)}”")
    return None


def _placed(told: Told, clause: Clause) -> Iterator[tuple[str, frozenset[str], str]]:
    """The names that stand behind a preposition of place, each with the kind of it."""
    for prep, noun in clause.others:
        slot = slot_of(prep)
        names = [n for n in names_at(told, [noun.i]) if n.kind != "person"]
        if slot in _WAYS and names:
            yield slot, frozenset(k for n in names for k in n.keys), f"{prep} {noun.text}"


def hold_sides(case: Case) -> Fault | None:
    """Before something is not after it: within 90 days prior to an anniversary."""
    there = {pair for told in case.passages for pair in _sides(told)}
    for noun, side in sorted(_sides(case.claim)):
        other = "after" if side == "before" else "before"
        if (noun, other) in there and (noun, side) not in there:
            return Fault(f"there it is {other}, not {side}, the {noun}")
    return None


def _sides(told: Told) -> set[tuple[str, str]]:
    """Each noun behind a word for before or after, with the side; `prior to` and `ahead of` are two words."""
    found = set()
    for token in told.doc:
        for side in ("before", "after"):
            if token.lower_ in relation_words("sides", side):
                below = [token, *(c for c in token.children if c.dep_ == "prep")]
                nouns = (c for prep in below for c in prep.children if c.dep_ in ("pobj", "pcomp") and c.pos_ == "NOUN")
                whole = (t for n in nouns for t in (n, *n.children) if t == n or t.dep_ == "compound")
                found |= {(stem(t.lemma_), side) for t in whole}
    return found
