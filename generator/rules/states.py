"""What still holds has not been undone: whoever is still in prison has not been freed (data/states.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from generator import data
from generator.claims.clauses import Clause
from generator.claims.reading import Told
from generator.rules.alignment import identity
from generator.rules.holding import Case, Fault, name_keys, say_clause


@dataclass(frozen=True, slots=True)
class _Line:
    acts: frozenset[str]
    states: re.Pattern[str]


def hold_states(case: Case) -> Fault | None:
    """Nothing is told as undone of which a passage says that it goes on, and none that it has ended."""
    for clause in case.claim.clauses:
        line = next((one for one in _lines() if clause.verb.lemma_.lower() in one.acts), None)
        if line is None or clause.is_denied or clause.is_unreal:
            continue
        whose = clause.targets or clause.doers
        there = [(told, c) for told in case.passages for c in told.clauses]
        if any(c.verb.lemma_.lower() in line.acts and _are_one(case.claim, whose, told, c) for told, c in there):
            continue
        for told, other in there:
            if _goes_on(other, line) and _are_one(case.claim, whose, told, other):
                return Fault(f"there it goes on: “{say_clause(told, other)}”")
    return None


@lru_cache(maxsize=1)
def _lines() -> tuple[_Line, ...]:
    lines = data.load("states")["lines"]
    return tuple(_Line(frozenset(x["acts"]), re.compile(rf"\b(?:{'|'.join(x['states'])})\b", re.I)) for x in lines)


def _goes_on(clause: Clause, line: _Line) -> bool:
    """It tells a state and that this goes on, not that it is to or may."""
    if clause.is_denied or clause.is_unreal or any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.verb.children):
        return False
    words = [clause.verb.doc[i] for i in sorted(clause.tokens)]
    marks = data.load("states")["marks"]
    return any(t.lemma_.lower() in marks for t in words) and bool(line.states.search(" ".join(t.text for t in words)))


def _are_one(claim: Told, mine: Iterable[Token], told: Told, other: Clause) -> bool:
    """A party of the statement is one of the clause, and nobody else's: the son of the one, not of the other."""
    theirs = [(t, identity(told, t)) for t in (*other.doers, *other.targets)]
    for token in mine:
        keys = identity(claim, token)
        for party, found in theirs:
            if keys & found and _owners(claim, token) == _owners(told, party):
                return True
    return False


def _owners(told: Told, token: Token) -> frozenset[str]:
    """Whose it is by name: Lind's son, the son of Lind, the captain of the Aurelia."""
    return name_keys(told, [t.i for t in _owning(token)])


def _owning(token: Token) -> Iterator[Token]:
    yield from (c for c in token.children if c.dep_ == "poss")
    yield from (o for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children)
