"""Before and after a change: what a figure has come down from is not what it is.

"Averages 24 a day, down from 180" does not say that it averages 180; nor does "cut from 900 to 640" say it the other
way round. What a passage gives as before and after is read as it is for the ledger, see figures/changes.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.figures.changes import Change, find_changes
from generator.figures.numbers import Number
from generator.rules.holding import Case, Fault


def hold_changed(case: Case) -> Fault | None:
    """The value before a change is not told as the present one, nor as the one after it."""
    mine = _changes(case.claim)
    for told in case.passages:
        for change in _changes(told):
            was, now = _value(change.before), _value(change.after)
            if any((_value(c.after), _value(c.before)) == (was, now) for c in mine):
                return Fault(f"there it is the other way round: from {was[0]:g} to {now[0]:g}")
            values = [_value(n) for n in case.claim.numbers]
            is_elsewhere = sum(_value(n) == was for t in case.passages for n in t.numbers) > 1
            if was == now or is_elsewhere or was not in values or now in values:
                continue
            if not _is_past(case.claim, case.claim.numbers[values.index(was)]):
                return Fault(f"there {was[0]:g} is what it was before, and {now[0]:g} what it is", is_sure=False)
    return None


def hold_differences(case: Case) -> Fault | None:
    """By how much one is more than another is not how much it is."""
    for number in case.claim.numbers:
        value, unit = _value(number), number.unit
        same = [(t, n) for t in case.passages for n in t.numbers if (_value(n), n.unit) == (value, unit)]
        if not same or unit == "times" or _is_difference(case.claim, number):
            continue
        if all(_is_difference(t, n) for t, n in same):
            told, there = same[0]
            return Fault(f"there it is a difference: “{told.text[there.start :][:40]}”", is_sure=False)
    return None


_MORE = re.compile(r"(?:\s+\w+){0,2}\s+(?:more|fewer|less|higher|lower|greater|smaller|larger) than\b", re.I)
_COMPARED = re.compile(
    r"\b(?:more|fewer|less|higher|lower|difference|gap|margin|gain(?:ed)?|rise|rose|up|down|increased?|gr[eo]w\w*|decreased?|"
    r"drop\w*|fell|fall\w*|add\w*|short|extra|additional|lead|ahead|behind|exceed\w*|another|further)\b",
    re.I,
)


def _is_difference(told: Told, number: Number) -> bool:
    """Fifty more than in 2018; in a statement any word of growth or comparison will do."""
    if told.cite is None and _COMPARED.search(told.text):
        return True
    return _MORE.match(told.text, number.end) is not None


def _changes(told: Told) -> tuple[Change, ...]:
    numbers: list[Number] = []
    for number in told.numbers:  # 310 tonnes a day, down from 720
        is_bare = not number.unit and numbers and told.doc.text[numbers[-1].end : number.start].endswith(" from ")
        numbers.append(replace(number, unit=numbers[-1].unit) if is_bare else number)
    return find_changes(told.doc, numbers, [d.span for d in told.dates])


def _value(number: Number) -> tuple[float, float]:
    return number.low, number.high


def _is_past(claim: Told, number: Number) -> bool:
    """The statement tells it as something earlier, by its date, its tense or a word."""
    at = next((t for t in claim.doc if t.idx <= number.core[0] < t.idx + len(t)), None)
    clause = next((c for c in claim.clauses if at is not None and at.i in c.tokens), None)
    if at is None or clause is None:
        return True
    words = {t.lower_ for t in at.sent}
    is_dated = any(d.span.start <= claim.doc[i].idx < d.span.end for d in claim.dates for i in clause.tokens)
    is_told = any(s.span.start <= at.idx < s.span.end for s in claim.sayings)  # tenses shift in what somebody said
    return is_dated or bool(words & relation_words("formerly")) or (clause.verb.tag_ == "VBD" and not is_told)
