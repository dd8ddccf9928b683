"""Of which deed a figure is: where 120 stayed away and 30 of them left the country, it was not 120 who left it.

A figure stands in the passages with a verb. Where the statement gives it another one that they have with only some of
those whom it counts, it has moved from the part to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.claims.clauses import Clause
from generator.claims.counting import counted
from generator.claims.idioms import in_other_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, listed_stems, senses_of, stem
from generator.figures.acts import is_person
from generator.figures.numbers import Number
from generator.rules.holding import Case, Fault, grasp, is_reporting, say_clause, says_little

_OF_THEM = re.compile(r"\s+(?:of|among) (?:them|these|those|whom|which)\b")

_OF_THE = re.compile(
    r"\s+(?:of|among|out of)\s+(?:(?:all|the|its|their|his|her|some|about|these|those|more than|over|at least)\s+)*"
)


def hold_counted(case: Case) -> Fault | None:
    """What some of them do is not told of as many as there are."""
    there = [(told, n, c) for told in case.passages for n, c in _placed(told)]
    for number, clause in _placed(case.claim):
        own = [(t, c) for t, n, c in there if _value(n) == _value(number)]
        verb = senses_of(clause.verb.lemma_.lower())
        if not own or is_reporting(clause) or _is_idle(clause):
            continue
        parts = [(t, n, c) for t, n, c in there if _is_part(t, n, number) and not verb.isdisjoint(_verb(c))]
        if parts and not any(_value(n) == _value(parts[0][1]) for n in case.claim.numbers):
            return Fault(f"there it is only some of them: “{say_clause(parts[0][0], parts[0][2])}”", is_sure=False)
        for told, other, deed in there:
            is_parted = _value(other) != _value(number) and _OF_THEM.match(told.text, other.end)
            is_whole = any(not verb.isdisjoint(_verb(c)) for _, c in own)
            if is_parted and not is_whole and stem(deed.verb.lemma_) == stem(clause.verb.lemma_):
                return Fault(f"there it is another figure: “{say_clause(told, deed)}”", is_sure=False)
    return None


def hold_tallies(case: Case) -> Fault | None:
    """So many people did what the passages say of so many: where 16 are missing, it is not 16 who were rescued."""
    there = [(told, n, c) for told in case.passages for n, c in _placed(told)]
    other_words = in_other_words(case.claim, case.passages)
    for number, clause in _placed(case.claim):
        verb = clause.verb
        if verb.pos_ != "VERB" or says_little(verb) or stem(verb.lemma_) in listed_stems("saying"):
            continue
        if verb.i in other_words:
            continue
        if not _is_party(number, clause) or not any(is_person(w) for w in counted(case.claim, number)):
            continue
        own = [(t, c) for t, n, c in there if _value(n) == _value(number)]
        own += [(t, c) for t, n, _ in there if _value(n) == _value(number) for c in t.clauses if _is_party(n, c)]
        deed = senses_of(verb.lemma_.lower())
        if any(c.verb.dep_ == "prep" for _, c in own):
            continue  # including five Danes: of whom it is said stands before it
        if own and all(deed.isdisjoint(grasp(t, c)) for t, c in own):
            return Fault(f"of so many it is said there: “{say_clause(*own[0])}”", is_sure=False)
    return None


def _is_party(number: Number, clause: Clause) -> bool:
    """Those counted act, or are acted upon."""
    parties = (*clause.doers, *clause.targets)
    return any(t.idx <= number.core[0] < t.idx + len(t) for party in parties for t in (party, *party.children))


def _placed(told: Told) -> Iterator[tuple[Number, Clause]]:
    """Each figure that counts something, with the clause that it stands in."""
    for number in told.numbers:
        if number.unit in ("years", "months", "days", "hours", "percent") or not number.core:
            continue
        at = next((t for t in told.doc if t.idx <= number.core[0] < t.idx + len(t)), None)
        clause = next((c for c in told.clauses if at is not None and at.i in c.tokens), None)
        if clause is not None and (counted(told, number) or number.unit or _OF_THEM.match(told.text, number.end)):
            yield number, clause


def _is_part(told: Told, part: Number, whole: Number) -> bool:
    """Sixty of the 340 families: the one is some of the other."""
    return any(
        _value(n) == _value(whole) != _value(part) and _OF_THE.fullmatch(told.text[part.end : n.start])
        for n in told.numbers
        if n.start > part.end
    )


def _value(number: Number) -> tuple[float, float]:
    return number.low, number.high


def _verb(clause: Clause) -> frozenset[str]:
    return senses_of(clause.verb.lemma_.lower())


def _is_idle(clause: Clause) -> bool:
    return stem(clause.verb.lemma_) in idle_stems()
