"""How a figure of a statement that stands in no passage follows from those that do."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.claims.counting import counted, is_carried
from generator.claims.enumerations import enumerated
from generator.claims.reading import Told
from generator.claims.votes import is_chance, voted
from generator.claims.wording import senses_in, senses_of
from generator.figures.acts import is_person
from generator.figures.numbers import Number
from generator.model import Interval
from generator.rules.holding import Case
from generator.rules.reckoning import (
    is_called_a_sum,
    is_of_others,
    is_of_things,
    loose_sum,
    multiple,
    parts_named,
    share,
    spans_of_time,
    sum_of_named,
    sums,
)

# Lengths that a text may tell without a figure.
_WHOLE = {("months", 12.0): "year", ("days", 7.0): "week", ("hours", 24.0): "day", ("minutes", 60.0): "hour"}


def follows(case: Case, number: Number) -> str | None:
    """By which sum, multiple or length of time a figure follows from the passages; None where by none."""
    needed = parts_named(_whole_phrase(case.claim, number), number, case.passages)
    of_people = any(is_person(word) for word in counted(case.claim, number))
    is_called = is_called_a_sum(case.claim, number)
    is_beside = is_of_others(case.claim, number)
    listed = _listed(case.claim, number, of_people)
    if how := sums(number, case.passages, listed, is_called, needed, of_people, is_beside):
        return how
    if how := sum_of_named(case.claim, number, case.passages):
        return how
    if is_called and (how := loose_sum(number, case.passages)):
        return how
    if is_chance(number, case.passages):
        return "so many in so many"
    if how := voted(case.claim, number, case.passages):
        return how
    if how := share(number, case.passages) or enumerated(case.claim, number, case.passages):
        return how
    if number.unit == "times" and (how := multiple(number.low, case.passages)):
        return how
    if _is_counted_as_deed(case, number):
        return "so many of what is done so many times"
    return _length(case, number) or _span_of_time(case, number)


def _is_counted_as_deed(case: Case, number: Number) -> bool:
    """Four warnings, of somebody who was warned four times, and the other way round."""
    mine = _deed(case.claim, number)
    return any(
        (number.unit == "times") != (n.unit == "times")
        and is_carried(replace(number, unit=n.unit), n)
        and not mine.isdisjoint(_deed(told, n))
        for told in case.passages
        for n in told.numbers
    )


def _deed(told: Told, number: Number) -> frozenset[str]:
    """What is done so many times, or counted as so many, as what it can be found by."""
    if number.unit != "times":
        return senses_in(counted(told, number))
    core = told.doc.char_span(*number.core, alignment_mode="expand")
    verbs = [a for a in core.root.ancestors if a.pos_ == "VERB"] if core is not None else []
    return senses_of(verbs[0].lemma_.lower()) if verbs else frozenset()


def _months(claim: Told, number: Number) -> float:
    """A year and four months as 16 months; 0 where it is no such length."""
    is_second = number.unit == "months" and re.search(r"\b(?:a|one) year and $", claim.text[: number.start])
    return 12 + number.low if is_second else 0


def _whole_phrase(claim: Told, number: Number) -> str:
    """What a figure counts, with all that hangs on it: eleven nationals of these and those."""
    core = claim.doc.char_span(*number.core, alignment_mode="expand")
    return " ".join(t.text for t in core.root.head.subtree) if core is not None and core.root.dep_ == "nummod" else ""


def _listed(claim: Told, number: Number, of_people: bool) -> list[float]:
    """The parts that follow a number and a colon: twelve sailors: five Danes, one Swede and six Finns. What counts
    things, after a number of people, is no part: six Finns from two towns."""
    colon = claim.text.find(":", number.end)
    after = [n for n in claim.numbers if n.start > colon and n.bound == "exactly" and n.unit == number.unit]
    parts = [n.low for n in after if not (of_people and is_of_things(n, claim))]
    return (
        parts if colon >= 0 and len(parts) > 1 and not any(number.end <= n.start < colon for n in claim.numbers) else []
    )


def _length(case: Case, number: Number) -> str | None:
    """The passages tell the same length of time in another unit: twelve months, for the year before."""
    unit = _WHOLE.get((number.unit, number.low))
    if unit and any(re.search(rf"\b(?:an?|one|the) {unit}\b", told.text) for told in case.passages):
        return f"a {unit}"
    if months := _months(case.claim, number):
        there = (n for told in case.passages for n in told.numbers if n.unit == "months" and n.bound == "exactly")
        if any(n.low == n.high == months for n in there):
            return f"{months:g} months"
    return None


def _span_of_time(case: Case, number: Number) -> str | None:
    """A length of time is the difference of two dates; four years and five months are one length."""
    known = [d.interval for t in case.passages for d in t.dates if d.interval]
    days = [case.library.days.get(t.cite.article) for t in case.passages if t.cite and re.search(r"\bsince\b", t.text)]
    known += [Interval(day, day) for day in days if day]  # has worked there since 2015
    known += [_year(int(n.low)) for t in case.passages for n in t.numbers if is_like_a_year(n)]
    whole = [n for n in case.claim.numbers if n.unit in ("years", "months") and n.bound == "exactly"]
    if len(whole) == 2 and number in whole and case.claim.text[whole[0].end : whole[1].start].strip() in ("and", ","):
        months = whole[0].low * 12 + whole[1].low
        number = replace(whole[1], low=months, high=months)
    return spans_of_time(number, known)


def is_like_a_year(number: Number) -> bool:
    """A bare number that the reader of dates left alone: not 2015 as had been hoped."""
    return not number.unit and number.bound in ("exactly", "about") and 1900 <= number.low < 2100


def _year(year: int) -> Interval:
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))
