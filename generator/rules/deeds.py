"""No deed is brought in of a kind that the passages do not tell of at all: no journey, no killing, no payment.

Another verb is mostly another word for what a passage has. Verbs of some kinds are not: whoever received a prize in a
town need not have travelled there. Each line of `deeds` (data/relations.yml) is one kind.
"""

from __future__ import annotations

from functools import lru_cache

from generator import data
from generator.claims.idioms import in_other_words
from generator.claims.reading import Told, lemmas
from generator.claims.wording import stem
from generator.rules.holding import Case, Fault, is_reporting
from generator.rules.worded import has_word


def hold_deeds(case: Case) -> Fault | None:
    """A journey, a killing or the like is told only where a passage has a word of that kind."""
    other_words = in_other_words(case.claim, case.passages)
    for clause in case.claim.clauses:
        verb = clause.verb
        words = next((words for verbs, words in _kinds() if verb.lemma_.lower() in verbs), None)
        if words is None or is_reporting(clause) or verb.i in other_words or verb.pos_ != "VERB":
            continue
        if any(has_word(verb, told) or not words.isdisjoint(_stems(told)) for told in case.passages):
            continue
        return Fault(f"the passage tells of nothing like “{verb.text}”", is_sure=False)
    return None


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The verbs of each kind, and the stems of all its words."""
    lines = data.load("relations")["deeds"]
    return tuple((frozenset(x["verbs"]), frozenset(stem(w) for w in (*x["verbs"], *x["words"]))) for x in lines)


def _stems(told: Told) -> frozenset[str]:
    return frozenset(stem(word) for word in lemmas(told.doc))
