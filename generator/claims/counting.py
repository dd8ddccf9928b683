"""What a figure counts, which values it allows, and whether one figure says what another one says.

A looser figure follows from an exact one (at least 30 from 30), never the other way round.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from spacy.tokens import Token

from generator.claims.converting import is_converted
from generator.claims.reading import Told
from generator.figures.numbers import Number
from generator.model import Figure

Between = tuple[float, float]


_ROUND = 0.05  # "about 70" may stand for 67 to 73; for 66 a careful writer takes another word


def counted(told: Told, number: Number) -> tuple[str, ...]:
    """The lemmas of what a number counts: its noun, and the words between the two."""
    core = told.doc.char_span(*number.core, alignment_mode="expand")
    if core is None:
        return ()
    head = _head(core.root, ("nummod", "quantmod", "amod", "compound", "det", "nmod"))
    words = [t for t in head.subtree if t.i >= core.end and t.i <= head.i] if head.i >= core.end else []
    for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i >= core.end):
        words += [c for c in prep.children if c.dep_ == "pobj"]
    return tuple(dict.fromkeys(w.lemma_.lower() for w in words if _is_counted(w, number)))


def _is_counted(token: Token, number: Number) -> bool:
    """A word beside the figure and its unit: of 60 percent of the adults, the adults."""
    is_word = any(c.isalpha() for c in token.text)
    return is_word and token.idx >= number.end and token.pos_ not in ("PRON", "DET", "AUX", "ADP", "CCONJ")


def _head(number: Token, ways: Sequence[str]) -> Token:
    """The noun that a figure stands before, one that the model hangs on a participle between them included: seven newly
    hired cooks."""
    above = number.head
    if number.dep_ == "nsubj" and above.tag_ == "VBN" and above.dep_ == "amod" and above.i > number.i:
        return above.head
    return above if number.dep_ in ways else number


def phrase(told: Told, number: Number) -> str:
    """From a number to the noun that it counts: five former citizens."""
    core = told.doc.char_span(*number.core, alignment_mode="expand")
    if core is None:
        return ""
    head = _head(core.root, ("nummod", "quantmod", "amod", "compound", "nmod"))
    return told.doc[core.start : head.i + 1].text if head.i >= core.end else ""


def next_words(told: Told, number: Number) -> list[str]:
    """The word right after a figure."""
    return [t.lower_ for t in told.doc if number.end <= t.idx < number.end + 8]


def value_of(number: Number | Figure) -> Between:
    """The least and the greatest value that a number tells, whatever bound stands before it."""
    return number.low, number.high


def reach(number: Number) -> Between:
    """The values that a number allows."""
    low, high = value_of(number)
    match number.bound:
        case "at least":
            return low, math.inf
        case "more than":
            return math.nextafter(low, math.inf), math.inf
        case "at most":
            return -math.inf, high
        case "fewer than":
            return -math.inf, math.nextafter(high, -math.inf)
        case "about":
            return low * (1 - _ROUND), high * (1 + _ROUND)
        case "nearly":
            return low * (1 - 2 * _ROUND), high
    return low, high


def is_carried(number: Number, other: Number) -> bool:
    """Whether one figure follows from another: the same, or looser than it and not by much."""
    if number.unit != other.unit and not (number.ordinal and other.unit == "times"):
        return is_converted(number, other)
    alike = value_of(number) == value_of(other)
    if number.bound in ("exactly", "range"):
        return alike and (other.bound == number.bound or {other.bound, number.bound} == {"exactly", "range"})
    if alike and number.bound == other.bound:
        return True
    if other.bound == "about":
        return number.bound == "nearly" and alike
    (low, high), (least, most) = reach(number), reach(other)
    return low <= least and most <= high and (alike or _is_rounder(number.low, other.low))


def _is_rounder(value: float, exact: float) -> bool:
    """Whether a number is what another one comes to with fewer digits: 400 for 430, 1,200 for 1,227."""
    if exact <= 0 or value <= 0:
        return False
    size = 10 ** math.floor(math.log10(exact))
    steps = (size, size / 10) if exact >= 100 else (size,) if exact == int(exact) else (size, 1.0)  # 17 for 17.38
    return any(
        value in (math.floor(exact / s) * s, round(exact / s) * s, math.ceil(exact / s) * s) and value != exact
        for s in steps
    )
