"""Turns of phrase: what clashes with a view is not in line with it, and what took years did not take months.

The pairs are data (data/turns.yml). Each rule gives a Fault or None, and acts only where the passages have the one turn
and the statement the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Span as Tokens

from generator import data
from generator.claims.reading import Told, content_words
from generator.claims.wording import senses_in, senses_of
from generator.rules.holding import Case, Fault

# The least share of the other words of the statement's sentence that the passage's sentence must have: below it, the
# two turns are of different things.
ALIKE = 0.4

_UNITS = ("hour", "day", "week", "month", "year", "decade", "century", "centurie")
_LASTING = re.compile(
    r"\b(?:for|over|within)\s+(?:several|many|some)?\s*(hour|day|week|month|year|decade|centurie)s\b", re.I
)
_BELOW = ("nearly", "almost", "just under", "less than", "at most", "or less")
_ABOVE = ("over", "more than", "just over", "at least", "or more", "or longer")
_BOUND = "|".join(bound for bound in (*_BELOW, *_ABOVE) if not bound.startswith("or "))
_BOUNDED = re.compile(
    rf"\b(?:({_BOUND})\s+)?(?:an?|half an?)\s+({'|'.join(_UNITS[:7])})\b(?:\s+(or (?:more|longer|less))\b)?", re.I
)


def hold_turns(case: Case) -> Fault | None:
    """No turn of phrase of the statement is the contrary of the passage's."""
    for pair in _pairs():
        for mine, theirs in (pair, pair[::-1]):
            for sentence in case.claim.doc.sents:
                turn = _found(sentence, mine)
                if not turn or _is_denied(case.claim, sentence, turn):
                    continue
                if any(_found(s, mine) for t in case.passages for s in t.doc.sents):
                    continue
                for told in case.passages:
                    for other in told.doc.sents:
                        contrary = _found(other, theirs)
                        if contrary and _is_alike(case.claim, sentence, other, turn):
                            return Fault(f"the passage has “{contrary}”, the contrary of “{turn}”")
    return None


def _is_denied(told: Told, sentence: Tokens, turn: str) -> bool:
    """The turn of phrase is itself denied: has not been set free."""
    words = set(turn.split())
    clauses = [c for c in told.clauses if c.verb.sent.start == sentence.start]
    return any(c.is_denied and {c.verb.lemma_.lower(), c.verb.lower_} & words for c in clauses)


def _is_alike(claim: Told, sentence: Tokens, other: Tokens, turn: str) -> bool:
    there = senses_in(t.lemma_.lower() for t in other if t.is_alpha)
    words = [t for t in content_words(claim, list(sentence)) if t.lemma_.lower() not in turn.split()]
    names = [t for t in sentence if t.pos_ == "PROPN"]
    has = sum(not senses_of(t.lemma_.lower()).isdisjoint(there) for t in (*words, *names))
    return has >= ALIKE * (len(words) + len(names))


def _found(sentence: Tokens, turns: Sequence[str]) -> str:
    """The first of these turns that a sentence has, by its lemmas or its words; a reflexive may stand between."""
    for forms in ([t.lemma_.lower() for t in sentence], [t.lower_ for t in sentence]):
        text = f" {' '.join(forms)} "
        if turn := next((t for t in turns if f" {t} " in text), ""):
            return turn
    return ""


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    pairs = data.load_list("turns")
    return tuple((tuple(p["one"]), tuple(p["other"])) for p in pairs)


def hold_lasting(case: Case) -> Fault | None:
    """A length of time without a figure keeps its unit and its bound: for years, over a year."""
    text = " ".join(told.text for told in case.passages)
    for match in _LASTING.finditer(case.claim.text):
        unit = match[1].lower()
        wider = _UNITS[_UNITS.index(unit) :] if unit == "year" else (unit,)
        theirs = _LASTING.search(text)
        if theirs and not re.search(rf"\b(?:{'|'.join(wider)})s?\b", text, re.I):
            return Fault(f"there it is “{theirs[0]}”, not “{match[0]}”")
    there = {(m[2].lower(), _side(m[1] or m[3])) for m in _BOUNDED.finditer(text)}
    for match in _BOUNDED.finditer(case.claim.text):
        unit, side = match[2].lower(), _side(match[1] or match[3])
        sides = {s for u, s in there if u == unit}
        if side and sides and side not in sides:
            return Fault(f"the passage does not say “{match[0]}” but otherwise")
    return None


def _side(bound: str | None) -> str:
    return "" if not bound else "below" if bound.lower() in _BELOW else "above"
