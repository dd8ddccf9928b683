"""How a figure of a statement follows from those of its passages: a sum, a difference, a multiple, a length of time.

Among many numbers some two come to anything by chance. So a sum of figures that nothing in the statement calls a sum
(together, in all, by, less than) is looked for among few numbers only.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from generator.claims.counting import counted, is_carried, next_words, phrase, reach
from generator.claims.fractions import find_fractions
from generator.claims.reading import Told
from generator.claims.wording import listed_stems, stem, words_of
from generator.figures.acts import is_person, nations_in
from generator.figures.numbers import Number
from generator.model import Interval
from generator.rules.dated import say_interval

# The most different values among which a sum of two or of three is looked for. Of five values the sums of two and three
# and the differences are 30 numbers, so that a wrong small count is one of them more often than not.
FEW, FEWEST = 8, 4

_FROM_BELOW = ("exactly", "at least", "more than")  # the loosest last

_MULTIPLES = {
    "double": 2.0, "twice": 2.0, "twofold": 2.0, "triple": 3.0, "treble": 3.0, "threefold": 3.0, "thrice": 3.0,
    "quadruple": 4.0, "fourfold": 4.0, "halve": 2.0, "half": 2.0, "tenfold": 10.0,
}  # fmt: skip


def sums(
    number: Number,
    passages: Sequence[Told],
    told: Sequence[float] = (),
    is_called: bool = True,
    needed: frozenset[float] = frozenset(),
    is_of_people: bool = False,
    is_beside: bool = False,
) -> str | None:
    """How an exact figure follows from those of the passages: a sum of parts, a difference, one more than "others".
    `told` are the parts that the statement itself lists; then they have to come to it. `is_called` says that a word of
    the statement calls it a sum or a difference; `needed` are parts that no sum may leave out. What counts people is no
    sum of villages (`is_of_people`), and what counts the others has the one named beside it (`is_beside`)."""
    if number.bound != "exactly" or number.low < 2 or number.unit in ("years", "months", "times"):
        return None
    value = number.low
    parts = [(n, p) for p in passages for n in p.numbers if _is_part(n, p, number)]
    parts = [(n, p) for n, p in parts if not (is_of_people and is_of_things(n, p))]
    values = sorted({n.low for n, _ in parts}, reverse=True)
    if told:
        is_there = all(v in values for v in told) or not number.unit
        shown = " + ".join(f"{v:g}" for v in told)
        return f"{shown} = {value:g}" if is_there and _alike(math.fsum(told), value) else None
    more = {n.low + 1 for n, p in parts if not is_beside and is_of_others(p, n)}
    if value in more:
        return f"{value - 1:g} others and the one named are {value:g}"
    values = sorted({*values, *more}, reverse=True)
    if len(values) > (FEW if is_called else FEWEST):
        return None
    for size in (2, 3):
        for some in combinations(values, size):
            if _alike(math.fsum(some), value) and needed <= set(some):
                return f"{' + '.join(f'{v:g}' for v in some)} = {value:g}"
    for one, other in combinations(values, 2):
        if _alike(one - other, value):
            return f"{one:g} − {other:g} = {value:g}"
    left = {a - b - c for a in values for b in values for c in values if a > b > c}
    return f"the rest of {max(values):g} is {value:g}" if value in left else None


def loose_sum(number: Number, passages: Sequence[Told]) -> str | None:
    """How a figure with a bound follows from a sum: more than 170 from 123 and more than 50. The sum of two or three
    parts is bounded from below as these are."""
    if number.bound == "exactly" or number.unit in ("years", "months", "times"):
        return None
    parts = [n for p in passages for n in p.numbers if n.unit == number.unit and n.bound in _FROM_BELOW and n.low > 1]
    parts = list({(n.low, n.bound): n for n in parts}.values())
    for size in (2, 3) if len(parts) <= FEWEST else ():
        for some in combinations(parts, size):
            total = math.fsum(n.low for n in some)
            bound = max((n.bound for n in some), key=_FROM_BELOW.index)
            if is_carried(number, replace(some[0], low=total, high=total, bound=bound)):
                return f"{' + '.join(f'{n.low:g}' for n in some)} = {total:g}"
    return None


def is_of_others(told: Told, number: Number) -> bool:
    """It counts those beside somebody told of: eight others, another eight, eight more people."""
    before = told.text[: number.start].lower().split()[-1:]
    near = {*before, *counted(told, number)[:2], *next_words(told, number)[:1]}
    return not near.isdisjoint(words_of("besides"))


_OF_BEFORE = re.compile(r"\s+of (?:that|this|the|it|them|these|those|which)\b", re.I)


def share(number: Number, passages: Sequence[Told]) -> str | None:
    """Which share of a figure told before it in the same passage it is: half of that amount."""
    for told in passages:
        for part in find_fractions(told.text):
            if part.bound or not _OF_BEFORE.match(told.text, part.span.end):
                continue
            units = (number.unit,) if number.unit else ("", *(n.unit for n in told.numbers))  # 250 billion of it
            before = [n for n in told.numbers if n.end <= part.span.start and n.unit in units and n.low > 1]
            for whole in before[-2:]:  # the second may be the same amount in another currency
                if whole.bound == number.bound and _alike(whole.low * part.percent / 100, number.low):
                    return f"{told.text[part.span.start : part.span.end]} of {whole.low:g} is {number.low:g}"
    return None


def _is_part(number: Number, told: Told, whole: Number) -> bool:
    """An exact figure of the same unit; `one` only where it counts something (one Swede, not one of them)."""
    is_pronoun = number.low == 1 and not number.unit and not counted(told, number)
    return number.bound == "exactly" and number.unit == whole.unit and not is_pronoun


def is_of_things(number: Number, told: Told) -> bool:
    """A figure that counts something, and nobody: three villages, not three Danes nor three of them."""
    words = [w for w in counted(told, number) if w not in words_of("people_counted")]
    return bool(words) and not any(is_person(w) for w in words) and not nations_in(phrase(told, number))


def parts_named(words: str, number: Number, passages: Sequence[Told]) -> frozenset[float]:
    """The passages' figures of those whom a counted phrase names by nation: of "Danes, their friends and Swedes", how
    many Danes and how many Swedes they tell of."""
    named = set(nations_in(words))
    parts = [(o, nations_in(phrase(t, o))) for t in passages for o in t.numbers if _is_part(o, t, number)]
    return frozenset(o.low for o, nations in parts if nations and set(nations) <= named)


def sum_of_named(claim: Told, number: Number, passages: Sequence[Told]) -> str | None:
    """The sum of all parts that the statement names by nation: of 12 Danes or Swedes, five are these, seven those."""
    named = {k for n in claim.names for k in n.keys if k.startswith("n:")}
    parts = []
    for told in passages:
        for other in told.numbers:
            nations = {f"n:{n}" for n in nations_in(phrase(told, other))}
            if nations and nations <= named and _is_part(other, told, number):
                parts.append(other.low)
    if len(parts) > 1 and number.bound == "exactly" and _alike(math.fsum(parts), number.low):
        return f"{' + '.join(f'{v:g}' for v in parts)} = {number.low:g}"
    return None


def is_called_a_sum(claim: Told, number: Number) -> bool:
    """Whether a word near a figure says that it is a sum, a difference or a rest."""
    cues = listed_stems("summing")
    near = [t for t in claim.doc if number.start - 50 <= t.idx < number.end + 50]
    return any(stem(t.lemma_) in cues or t.lower_ in words_of("summing") for t in near)


def _alike(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-9)


def multiple(factor: float, passages: Sequence[Told]) -> str | None:
    """Which two figures of one unit stand in this relation."""
    for told in passages:
        if any(n.unit == "times" and n.bound == "exactly" and n.low == factor for n in told.numbers):
            return f"{factor:g} times"
        values = [(n.low, n.unit) for n in told.numbers if n.bound == "exactly"]
        for (one, unit), (other, its) in combinations(values, 2):
            if unit == its and other and one and (_alike(one, factor * other) or _alike(other, factor * one)):
                return f"{max(one, other):g} is {factor:g} times {min(one, other):g}"
    return None


def multiple_of(word: str) -> float | None:
    """What a word multiplies or divides by; None where it does neither."""
    return _MULTIPLES.get(word)


# ---------------------------------------------------------------- time


def spans_of_time(number: Number, dates: Sequence[Interval]) -> str | None:
    """Whether a length of time is the difference of two dates of the passages."""
    days = {"decades": 3652.5, "years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}.get(number.unit)
    if not days:
        return None
    least, most = reach(number)
    for one, other in combinations(sorted(set(dates), key=lambda i: (i.start, i.end)), 2):
        low, high = (other.start - one.end).days / days, (other.end - one.start).days / days
        if number.unit in ("years", "decades"):
            years = (other.end.year - one.start.year) * _has_come(one, other)  # 365 days are a year, not 0.999 of one
            high = max(high, years / (10 if number.unit == "decades" else 1))
        if low >= 0 and _fits(number, least, most, low, high):
            return f"{say_interval(one)} to {say_interval(other)}"
    return None


def _has_come(one: Interval, other: Interval) -> bool:
    """Whether the later date's year has come round to the earlier one's day."""
    return (other.end.month, other.end.day) >= (one.start.month, one.start.day)


def _fits(number: Number, least: float, most: float, low: float, high: float) -> bool:
    """Four years are four to five, and the dates may leave more than one answer open."""
    match number.bound:
        case "exactly":
            return least <= high and (low <= most if number.unit == "days" else low < most + 1)
        case "about" | "nearly":
            return least <= high and low <= most
    return least <= low and high <= most
