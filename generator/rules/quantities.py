"""Figures of a statement: each has to stand in a cited paragraph, with its bound, or follow from those that do.

A figure follows by a sum, a difference, a length of time between two dates, or by being rounder than the passage's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from generator.claims.clocks import clock_carried, find_clocks
from generator.claims.counting import counted, is_carried, next_words, phrase, value_of
from generator.claims.fractions import carried_spans
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.votes import chance_carried, find_chances
from generator.claims.wording import listed_stems, senses_in, stem
from generator.figures.acts import nations_in, sense_of
from generator.figures.numbers import Number
from generator.model import Figure, Span
from generator.rules.following import follows, is_like_a_year
from generator.rules.holding import Case, Fault
from generator.rules.reckoning import is_called_a_sum

# ---------------------------------------------------------------- the rules


def hold_figures(case: Case) -> Fault | None:
    """Every figure stands in a passage with its bound, or follows by a sum, a difference or a length of time."""
    if fault := _hold_times(case):
        return fault
    fractions = carried_spans(case.claim, case.passages)
    for number in case.claim.numbers:
        if _is_no_claim(case, number) or _is_of_a_time(case.claim, number):
            continue
        if _is_year_there(case, number) or any(s.overlaps(Span(*number.core)) for s in fractions):
            continue
        chance = next((c for c in find_chances(case.claim.text) if c.span.overlaps(Span(*number.core))), None)
        if chance is not None and chance_carried(chance, case.passages):
            continue
        there = [(n, t) for t in case.passages for n in t.numbers]
        shown = replace(number, bound="about") if _is_estimated(case.claim, number) else number
        carried = [(n, t) for n, t in there if is_carried(shown, n) or _is_cut_short(case.claim, number, n)]
        words = counted(case.claim, number)
        if carried and (left_out := _left_out(case.claim, number, carried)):
            return Fault(left_out)
        if carried and (closer := _closer(number, words, carried)):
            return Fault(f"what it counts has another figure there: “{closer}”", is_sure=False)
        if carried and not _counts_otherwise(words, phrase(case.claim, number), carried):
            continue
        if not number.unit and any(re.search(rf"\b{number.low:g}(?:st|nd|rd|th)\b", t.text) for t in case.passages):
            continue  # the 13th birthday is that of somebody who turns 13
        if (not carried or is_called_a_sum(case.claim, number)) and follows(case, number):
            continue
        text = case.claim.text[number.start : number.end]
        if carried:
            other, told = carried[0]
            return Fault(f"{text} counts something else there: “{_around(told, other)}”", is_sure=False)
        if rival := _rival(case, number, words):
            return Fault(f"{text} is not what stands there: “{rival}”")
        return Fault(f"no passage has {text}, and it follows from none of its figures")
    return None


def _hold_times(case: Case) -> Fault | None:
    """Every time of day is one that a passage tells."""
    there = [clock for told in case.passages for clock in find_clocks(told.text)]
    for clock in find_clocks(case.claim.text):
        if not clock_carried(clock, there):
            return Fault(f"no passage has the time {case.claim.text[clock.span.start : clock.span.end]}")
    return None


_BEFORE_YEARS = re.compile(r"\b(?:in|since|by|from|of|until|before|after|to|during|late|early)\s+$", re.I)


def _is_year_there(case: Case, number: Number) -> bool:
    """A year that the reader of dates left alone (in 2014 veterans were), where a passage has the same."""
    is_dated = _BEFORE_YEARS.search(case.claim.text[: number.start])
    is_year = is_like_a_year(number) and case.claim.text[number.start : number.end].isdigit()
    return bool(is_dated) and is_year and any(re.search(rf"\b{number.low:g}\b", t.text) for t in case.passages)


def _is_of_a_time(claim: Told, number: Number) -> bool:
    return any(clock.span.overlaps(Span(*number.core)) for clock in find_clocks(claim.text))


def hold_acts(case: Case) -> Fault | None:
    """What is counted as freed is not counted there as held."""
    for figure in case.claim.figures:
        sense = sense_of(figure.act)
        if figure.unit or not any(sense_of(t.lemma_.lower()) == sense for t in case.claim.doc):
            continue  # it only counts prisoners, and says nothing of what happens to them
        there = [f for t in case.passages for f in t.figures if f.unit == figure.unit]
        same = [f for f in there if value_of(f) == value_of(figure)]
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
    """The verbs of the sentence that a figure stands in, where it stands in this passage."""
    sentences = [s for s in told.doc.sents if figure.text in s.text]
    return [t for s in sentences for t in s if t.pos_ == "VERB"]


def _is_no_claim(case: Case, number: Number) -> bool:
    """A number of sources (two articles), and `one` and the like as pronouns."""
    words = counted(case.claim, number)
    core = case.claim.doc.char_span(*number.core, alignment_mode="expand")
    if any(stem(w) in listed_stems("sources") for w in words):
        return number.low <= len({t.cite.article for t in case.passages if t.cite})
    if core is None or number.ordinal:
        return False
    if number.hyphened and number.low == 1:
        return True  # a one-day fall
    if core.text.lower() in ("one", "both") and not number.unit:
        return number.bound == "exactly"
    follows = [t.lower_ for t in case.claim.doc[core.end : core.end + 1]]
    before = [t.lower_ for t in case.claim.doc[max(0, core.start - 1) : core.start]]
    is_known = (
        before and before[0] in ("the", "these", "those", "both") and number.low <= 3 and number.bound == "exactly"
    )
    return is_known or (core.text.lower() in ("two", "three") and follows in (["others"], [","]))


def _is_estimated(claim: Told, number: Number) -> bool:
    """An exact figure that the statement's own words hold back: is thought to have cost 90 million."""
    token = claim.doc.char_span(*number.core, alignment_mode="expand")
    above = {a.lemma_.lower() for a in token.root.ancestors} if token is not None else set()
    return number.bound == "exactly" and bool(above & relation_words("estimating"))


def _is_cut_short(claim: Told, number: Number, other: Number) -> bool:
    """A figure told without its unit: of so many digits that it can be no other one (to 8,253.87), or after another one
    (5 percent at Ford, against 9 at Opel; held for four years, and then five)."""
    digits = f"{number.low:.10g}".replace(".", "").rstrip("0")
    alike = value_of(number) == value_of(other) and number.bound == other.bound
    is_bare = alike and not number.unit and not counted(claim, number)
    has_unit = bool(other.unit) and other.unit not in ("years", "months", "weeks", "days", "hours", "minutes", "times")
    is_led = re.search(r"\b(?:at|to|from|against|by|and|or|with)\s+$", claim.text[: number.start], re.I) is not None
    is_elided = bool(other.unit) and any(n.unit == other.unit and n.end < number.start for n in claim.numbers)
    return is_bare and (len(digits) > 2 or (has_unit and is_led) or is_elided)


def _counts_otherwise(words: Sequence[str], noun: str, carried: Sequence[tuple[Number, Told]]) -> bool:
    """The same number is there, but of something else each time."""
    if not words:
        return False
    for number, told in carried:
        there = counted(told, number)
        if not there:
            return False
        nations, theirs = nations_in(noun), nations_in(phrase(told, number))
        if nations and theirs and set(nations).isdisjoint(theirs):
            continue  # five Danes are not five Swedes, however near the two stand
        if not senses_in(words).isdisjoint(senses_in(there)):
            return False
        others = {w for n in told.numbers if n is not number for w in counted(told, n)}
        near = [t.lemma_.lower() for t in told.doc if number.start - 60 <= t.idx < number.end + 60]
        near = [word for word in near if word not in others]
        if not senses_in(words).isdisjoint(senses_in(near)):
            return False
    return True


def _closer(number: Number, words: Sequence[str], carried: Sequence[tuple[Number, Told]]) -> str:
    """The figure that stands there with all the words that this one counts, where those with its value have but some:
    six nationals of allied countries, beside five citizens."""
    if len(words) < 2 or number.unit:
        return ""
    best = max(_covered(words, other, told) for other, told in carried)
    for _, told in carried:
        for other in told.numbers:
            is_other = not other.unit and not other.ordinal and value_of(other) != value_of(number)
            if is_other and best < len(words) == _covered(words, other, told):
                return _around(told, other)
    return ""


def _covered(words: Sequence[str], number: Number, told: Told) -> int:
    there = senses_in(counted(told, number))
    return sum(not senses_in([word]).isdisjoint(there) for word in words)


def _left_out(claim: Told, number: Number, carried: Sequence[tuple[Number, Told]]) -> str:
    """Eight others are not eight with the one among them whom they are the others of."""
    if not re.search(r"\b(?:among|included|one of) (?:them|these|those)\b|\bincluding\b", claim.text):
        return ""
    if any(w in ("other", "another") for w in counted(claim, number)):
        return ""
    for other, told in carried:
        if not any(w in ("other", "others") for w in (*counted(told, other), *next_words(told, other))):
            return ""
    other, told = carried[0]
    return f"there it counts the others: “{_around(told, other)}”"


def _rival(case: Case, number: Number, words: Sequence[str]) -> str:
    """The passage's own figure for what the statement counts."""
    for told in case.passages:
        for other in told.numbers:
            there = counted(told, other)
            is_same = bool(words) and words == there and other.unit == number.unit
            if value_of(other) == value_of(number) or is_same or (number.unit and other.unit == number.unit):
                return _around(told, other)
    return ""


def _around(told: Told, number: Number) -> str:
    tokens = told.doc.char_span(number.start, number.end, alignment_mode="expand")
    return told.doc[max(0, tokens.start - 3) : tokens.end + 5].text if tokens is not None else ""
