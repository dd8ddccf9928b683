"""Figures of a statement: each has to stand in a cited paragraph, with its bound, or follow from those that do.

A figure follows by a sum, a difference, a length of time between two dates, or by being rounder than the passage's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from spacy.tokens import Token

from generator.evidence.anchors import say_interval
from generator.evidence.claims import Told
from generator.evidence.holding import Case, Fault
from generator.evidence.wording import senses_in, stem, words_of
from generator.figures.acts import nations_in, sense_of
from generator.figures.numbers import Number
from generator.model import Figure, Interval

Between = tuple[float, float]


_ROUND = 0.05  # "about 70" may stand for 67 to 73; for 66 a careful writer takes another word


# ---------------------------------------------------------------- the rules


def hold_figures(case: Case) -> Fault | None:
    """Every figure stands in a passage with its bound, or follows by a sum, a difference or a length of time."""
    for number in case.claim.numbers:
        if _is_no_claim(case, number):
            continue
        carried = [(n, t) for t in case.passages for n in t.numbers if is_carried(number, n)]
        words = counted(case.claim, number)
        if carried and not _counts_otherwise(words, _phrase(case.claim, number), carried):
            continue
        text = case.claim.text[number.start : number.end]
        if carried:
            other, told = carried[0]
            return Fault(f"{text} counts something else there: “{_around(told, other)}”", is_sure=False)
        if rival := _rival(case, number, words):
            return Fault(f"{text} is not what stands there: “{rival}”")
        if not number.unit and any(re.search(rf"\b{number.low:g}(?:st|nd|rd|th)\b", t.text) for t in case.passages):
            continue  # the 13th birthday is that of somebody who turns 13
        if sums(number, case.passages, _listed(case.claim, number)) or _is_span_of_time(case, number):
            continue
        return Fault(f"no passage has {text}, and it follows from none of its figures")
    return None


def hold_acts(case: Case) -> Fault | None:
    """What is counted as freed is not counted there as held."""
    for figure in case.claim.figures:
        sense = sense_of(figure.act)
        same = [
            f
            for t in case.passages
            for f in t.figures
            if (f.low, f.high, f.unit) == (figure.low, figure.high, figure.unit)
        ]
        theirs = [s for f in same if (s := sense_of(f.act))]
        is_there = sense and any(
            sense_of(t.lemma_.lower()) == sense for p in case.passages for f in same for t in _near(p, f)
        )
        if (
            sense
            and not is_there
            and theirs
            and len(theirs) == len(same)
            and all(s.family != sense.family for s in theirs)
        ):
            return Fault(
                f"{figure.text} is a figure of something else there: {same[0].label or same[0].phrase}", is_sure=False
            )
    return None


def _near(told: Told, figure: Figure) -> list[Token]:
    """The words of the sentence that a figure stands in, where it stands in this passage."""
    sentences = [s for s in told.doc.sents if figure.text in s.text]
    return [t for s in sentences for t in s if t.pos_ == "VERB"]


def _is_no_claim(case: Case, number: Number) -> bool:
    """A number of sources (two articles), and `one` and the like as pronouns."""
    words = counted(case.claim, number)
    core = case.claim.doc.char_span(*number.core, alignment_mode="expand")
    if any(stem(w) in {stem(s) for s in words_of("sources")} for w in words):
        return number.low <= len({t.cite.article for t in case.passages if t.cite})
    if core is None or number.ordinal:
        return False
    if core.text.lower() in ("one", "both") and not number.unit:
        return number.bound == "exactly"
    follows = [t.lower_ for t in case.claim.doc[core.end : core.end + 1]]
    before = [t.lower_ for t in case.claim.doc[max(0, core.start - 1) : core.start]]
    is_known = (
        before and before[0] in ("the", "these", "those", "both") and number.low <= 3 and number.bound == "exactly"
    )
    return is_known or (core.text.lower() in ("two", "three") and follows in (["others"], [","]))


def _counts_otherwise(words: Sequence[str], noun: str, carried: Sequence[tuple[Number, Told]]) -> bool:
    """The same number is there, but of something else each time."""
    if not words:
        return False
    for number, told in carried:
        there = counted(told, number)
        if not there:
            return False
        nations, theirs = nations_in(noun), nations_in(_phrase(told, number))
        if nations and theirs and set(nations).isdisjoint(theirs):
            continue  # five Danes are not five Swedes, however near the two stand
        if not senses_in(words).isdisjoint(senses_in(there)):
            return False
        near = [t.lemma_.lower() for t in told.doc if number.start - 60 <= t.idx < number.end + 60]
        if not senses_in(words).isdisjoint(senses_in(near)):
            return False
    return True


def _phrase(told: Told, number: Number) -> str:
    """From a number to the noun that it counts: five former citizens."""
    core = told.doc.char_span(*number.core, alignment_mode="expand")
    if core is None:
        return ""
    head = core.root.head if core.root.dep_ in ("nummod", "quantmod", "amod", "compound", "nmod") else core.root
    return told.doc[core.start : head.i + 1].text if head.i >= core.end else ""


def _rival(case: Case, number: Number, words: Sequence[str]) -> str:
    """The passage's own figure for what the statement counts."""
    for told in case.passages:
        for other in told.numbers:
            there = counted(told, other)
            is_same = bool(words) and words == there and other.unit == number.unit
            if (
                (other.low, other.high) == (number.low, number.high)
                or is_same
                or (number.unit and other.unit == number.unit)
            ):
                return _around(told, other)
    return ""


def _around(told: Told, number: Number) -> str:
    tokens = told.doc.char_span(number.start, number.end, alignment_mode="expand")
    return told.doc[max(0, tokens.start - 3) : tokens.end + 5].text if tokens is not None else ""


# ---------------------------------------------------------------- what a figure counts and allows


def counted(told: Told, number: Number) -> tuple[str, ...]:
    """The lemmas of what a number counts: its noun, and the words between the two."""
    core = told.doc.char_span(*number.core, alignment_mode="expand")
    if core is None:
        return ()
    head = core.root.head if core.root.dep_ in ("nummod", "quantmod", "amod", "compound", "det", "nmod") else core.root
    words = [t for t in head.subtree if t.i >= core.end and t.i <= head.i] if head.i >= core.end else []
    for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i >= core.end):
        words += [c for c in prep.children if c.dep_ == "pobj"]
    return tuple(dict.fromkeys(w.lemma_.lower() for w in words if w.is_alpha))


def reach(number: Number) -> Between:
    """The values that a number allows."""
    low, high = number.low, number.high
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
        return _converted(number, other)
    alike = (number.low, number.high) == (other.low, other.high)
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
    steps = (size, size / 10) if exact >= 100 else (size,)
    return any(
        value in (math.floor(exact / s) * s, round(exact / s) * s, math.ceil(exact / s) * s) and value != exact
        for s in steps
    )


def _converted(number: Number, other: Number) -> bool:
    """The same stretch of time in another unit: three decades, 30 years."""
    days = {"years": 12.0, "decades": 120.0, "months": 1.0}
    if number.unit not in days or other.unit not in days or number.bound != other.bound:
        return False
    return number.low * days[number.unit] == other.low * days[other.unit]


# ---------------------------------------------------------------- what follows


def _listed(claim: Told, number: Number) -> list[float]:
    """The parts that follow a number and a colon: twelve sailors: five Danes, one Swede and six Finns."""
    colon = claim.text.find(":", number.end)
    parts = [n.low for n in claim.numbers if n.start > colon and n.bound == "exactly" and not n.unit]
    return (
        parts if colon >= 0 and len(parts) > 1 and not any(number.end <= n.start < colon for n in claim.numbers) else []
    )


def _is_span_of_time(case: Case, number: Number) -> bool:
    """A length of time is the difference of two dates; four years and five months are one length."""
    known = [d.interval for t in case.passages for d in t.dates if d.interval]
    whole = [n for n in case.claim.numbers if n.unit in ("years", "months") and n.bound == "exactly"]
    if len(whole) == 2 and number in whole and case.claim.text[whole[0].end : whole[1].start].strip() in ("and", ","):
        months = whole[0].low * 12 + whole[1].low
        number = replace(whole[1], low=months, high=months)
    return spans_of_time(number, known) is not None


def sums(number: Number, passages: Sequence[Told], told: Sequence[float] = ()) -> str | None:
    """How a plain count follows from those of the passages: a sum of parts, a difference, one more than "others".
    `told` are the parts that the statement itself lists; then they have to come to it."""
    if number.bound != "exactly" or number.unit or number.low < 2:
        return None
    value = number.low
    if told:
        return f"{' + '.join(f'{v:g}' for v in told)} = {value:g}" if math.fsum(told) == value else None
    parts = [(n, p) for p in passages for n in p.numbers if n.bound == "exactly" and n.unit == number.unit]
    more = {n.low + 1 for n, p in parts if any(w in ("other", "others") for w in (*counted(p, n), *_next(p, n)))}
    if value in more:
        return f"{value - 1:g} others and the one named are {value:g}"
    values = sorted({n.low for n, _ in parts} | more, reverse=True)
    for size in (2, 3):
        for some in combinations(values, size):
            if math.fsum(some) == value:
                return f"{' + '.join(f'{v:g}' for v in some)} = {value:g}"
    for one, other in combinations(values, 2):
        if one - other == value:
            return f"{one:g} − {other:g} = {value:g}"
    left = {a - b - c for a in values for b in values for c in values if a > b > c}
    return f"the rest of {max(values):g} is {value:g}" if value in left else None


def _next(told: Told, number: Number) -> list[str]:
    return [t.lower_ for t in told.doc if number.end <= t.idx < number.end + 8]


def spans_of_time(number: Number, dates: Sequence[Interval]) -> str | None:
    """Whether a length of time is the difference of two dates of the passages."""
    days = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}.get(number.unit)
    if not days:
        return None
    for one, other in combinations(sorted(set(dates), key=lambda i: (i.start, i.end)), 2):
        low, high = (other.start - one.end).days / days, (other.end - one.start).days / days
        least, most = reach(number)
        slack = 1.0 if number.unit != "days" else 0.0
        # Four years are four to five, and the dates may leave more than one answer open.
        is_exact = number.bound == "exactly"
        fits = (least <= high and low < most + slack) if is_exact else (least <= low and high <= most)
        if low >= 0 and fits:
            return f"{say_interval(one)} to {say_interval(other)}"
    return None
