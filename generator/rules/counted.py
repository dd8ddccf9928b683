"""Of which deed a figure is: where 120 stayed away and 30 of them left the country, it was not 120 who left it.

A figure stands in the passages with a verb. Where the statement gives it another one that they have with only some of
those whom it counts, it has moved from the part to the whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.claims.clauses import Clause
from generator.claims.counting import counted, value_of
from generator.claims.idioms import in_other_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, listed_stems, senses_of, stem
from generator.figures.acts import is_person
from generator.figures.numbers import Number
from generator.rules.holding import Case, Fault, clause_of, grasp, is_reporting, say_clause, says_little, word_at

_OF_THEM = re.compile(r"\s+(?:of|among) (?:them|these|those|whom|which)\b")

_OF_THE = re.compile(
    r"\s+(?:of|among|out of)\s+(?:(?:all|the|its|their|his|her|some|about|these|those|more than|over|at least)\s+)*"
)


def hold_counted(case: Case) -> Fault | None:
    """What some of them do is not told of as many as there are."""
    there = [(told, n, c) for told in case.passages for n, c in _placed(told)]
    for number, clause in _placed(case.claim):
        own = [c for _, n, c in there if value_of(n) == value_of(number)]
        if not own or is_reporting(clause) or stem(clause.verb.lemma_) in idle_stems():
            continue
        verb = _verb(clause)
        parts = [(t, n, c) for t, n, c in there if _is_part(t, n, number) and not verb.isdisjoint(_verb(c))]
        if parts and not any(value_of(n) == value_of(parts[0][1]) for n in case.claim.numbers):
            return Fault(f"there it is only some of them: “{say_clause(parts[0][0], parts[0][2])}”", is_sure=False)
        if any(not verb.isdisjoint(_verb(c)) for c in own):
            continue
        for told, other, deed in there:
            is_parted = value_of(other) != value_of(number) and _OF_THEM.match(told.text, other.end)
            if is_parted and stem(deed.verb.lemma_) == stem(clause.verb.lemma_):
                return Fault(f"there it is another figure: “{say_clause(told, deed)}”", is_sure=False)
    return None


def hold_tallies(case: Case) -> Fault | None:
    """So many people did what the passages say of so many: where 16 are missing, it is not 16 who were rescued."""
    for number, clause in _placed(case.claim):
        if not _is_party(case.claim, number, clause) or not any(is_person(w) for w in counted(case.claim, number)):
            continue
        verb = clause.verb
        tells_no_deed = verb.pos_ != "VERB" or says_little(verb) or stem(verb.lemma_) in listed_stems("saying")
        if tells_no_deed or verb.i in in_other_words(case.claim, case.passages):
            continue
        same = [(t, n, c) for t in case.passages for n, c in _placed(t) if value_of(n) == value_of(number)]
        own = [(t, c) for t, n, home in same for c in (home, *(c for c in t.clauses if _is_party(t, n, c)))]
        if any(c.verb.dep_ == "prep" for _, c in own):
            continue  # including five Danes: of whom it is said stands before it
        if own and all(_verb(clause).isdisjoint(grasp(t, c)) for t, c in own):
            figure, said = case.claim.text[number.start : number.end], say_clause(*own[0])
            return Fault(f"something else is said there of {figure}: “{said}”", is_sure=False)
    return None


def _is_party(told: Told, number: Number, clause: Clause) -> bool:
    """Those counted act, or are acted upon."""
    word = word_at(told, number.core[0])
    return any(word in (party, *party.children) for party in (*clause.doers, *clause.targets))


@lru_cache(maxsize=1024)
def _placed(told: Told) -> tuple[tuple[Number, Clause], ...]:
    """Each figure that counts something, with the clause that it stands in."""
    found = []
    for number in told.numbers:
        if number.unit in ("years", "months", "days", "hours", "percent"):
            continue
        word = word_at(told, number.core[0])
        clause = clause_of(told, word) if word is not None else None
        if clause is not None and (counted(told, number) or number.unit or _OF_THEM.match(told.text, number.end)):
            found.append((number, clause))
    return tuple(found)


def _is_part(told: Told, part: Number, whole: Number) -> bool:
    """Sixty of the 340 families: the one is some of the other."""
    return any(
        value_of(n) == value_of(whole) != value_of(part) and _OF_THE.fullmatch(told.text[part.end : n.start])
        for n in told.numbers
        if n.start > part.end
    )


def _verb(clause: Clause) -> frozenset[str]:
    return senses_of(clause.verb.lemma_.lower())
