"""What hangs on a condition is not told as sure to come: the ban ends in March, unless an appeal succeeds."""

from __future__ import annotations

import re
from functools import lru_cache

from generator import data
from generator.claims.clauses import Clause
from generator.claims.modality import level_of, relation_words
from generator.claims.reading import Told
from generator.claims.wording import stem
from generator.rules.holding import Case, Fault, party_keys, say_clause

_LEVELS = ("future", "present", "planned")


def hold_conditions(case: Case) -> Fault | None:
    """A condition is not left out, nor a likelihood told as certain."""
    if _has_condition(case.claim.text):
        return None
    for clause, answers in case.loose:
        evident = [a.clause for a in answers if a.is_evident]
        if not evident or level_of(clause.verb) not in _LEVELS or clause.is_denied:
            continue
        if all(_hangs_on_condition(c) for c in evident):
            return Fault(f"there it hangs on a condition: “{answers[0].clause.verb.sent.text.strip()}”", is_sure=False)
    for clause in case.claim.clauses:
        if level_of(clause.verb) != "future":
            continue
        own = [(t, c) for t in case.passages for c in t.clauses if _is_same_deed(case.claim, clause, t, c)]
        if own and all(level_of(c.verb) == "possible" for _, c in own):
            return Fault(f"there it is possible, not sure to come: “{say_clause(*own[0])}”", is_sure=False)
    return None


def _has_condition(text: str) -> bool:
    return _conditional().search(text[:1].lower() + text[1:]) is not None  # not the month of May


@lru_cache(maxsize=1)
def _conditional() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{data.one_of(relation_words('conditional'))})\b")


def _hangs_on_condition(clause: Clause) -> bool:
    """A clause with "unless" or "if" is part of it."""
    below = [c for c in clause.verb.children if c.dep_ == "advcl"]
    below += [c for a in clause.verb.ancestors if clause.verb.dep_ == "xcomp" for c in a.children if c.dep_ == "advcl"]
    return any(m.dep_ == "mark" and m.lower_ in ("if", "unless", "provided") for c in below for m in c.children)


def _is_same_deed(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    """The same verb of the same named party."""
    if stem(clause.verb.lemma_) != stem(other.verb.lemma_):
        return False
    return not party_keys(claim, clause.doers).isdisjoint(party_keys(told, other.doers))
