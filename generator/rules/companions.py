"""Who leads and who only goes along: in consultation with, on behalf of, at the request of.

The two parties around such a phrase are not on a par: whoever acts in consultation with another decides, and the other
does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from generator import data
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import stem
from generator.rules.holding import Case, Fault

_BEFORE, _AFTER = 12, 6  # words that a party may reach before and after the phrase

_Sides = tuple[str, frozenset[str], frozenset[str]]


def hold_companions(case: Case) -> Fault | None:
    """Two parties do not change places around a phrase that sets one below the other."""
    there = [one for told in case.passages for one in _around(told)]
    for phrase, before, after in _around(case.claim):
        same = [(b - a, a - b) for p, b, a in there if p == phrase]
        leads, follows = before - after, after - before
        is_straight = any(leads & b and follows & a for b, a in same)
        if not is_straight and any(leads & a and follows & b for b, a in same):
            return Fault(f"there the two around “{phrase}” change places")
    return None


def _around(told: Told) -> Iterator[_Sides]:
    """Each such phrase with the nouns before it and right after it."""
    for match in _phrases().finditer(told.text):
        inside = [t for t in told.doc if match.start() <= t.idx < match.end()]
        first, end = inside[0], inside[-1].i + 1
        before = told.doc[max(first.sent.start, first.i - _BEFORE) : first.i]
        after = list(told.doc[end : min(first.sent.end, end + _AFTER)])
        stop = next((n for n, t in enumerate(after) if n and (t.is_punct or t.pos_ in ("VERB", "AUX"))), None)
        yield match[0].lower(), _nouns(before), _nouns(after[:stop])


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{data.one_of(relation_words('companions'))})\b", re.I)


def _nouns(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(stem(t.lemma_) for t in tokens if t.pos_ in ("NOUN", "PROPN"))
