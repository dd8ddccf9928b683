"""Before and after a change: what a figure has come down from is not what it is.

"Averages 24 a day, down from 180" does not say that it averages 180; nor does "cut from 900 to 640" say it the other
way round. What a passage gives as before and after is read as it is for the ledger, see figures/changes.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.claims.counting import value_of
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.figures.changes import Change, find_changes
from generator.figures.numbers import Number
from generator.rules.holding import Case, Fault, clause_of, is_within, word_at


def hold_changed(case: Case) -> Fault | None:
    """The value before a change is not told as the present one, nor as the one after it."""
    mine = [(value_of(c.before), value_of(c.after)) for c in _changes(case.claim)]
    values = [value_of(n) for n in case.claim.numbers]
    there = [value_of(n) for told in case.passages for n in told.numbers]
    for change in (c for told in case.passages for c in _changes(told)):
        was, now = value_of(change.before), value_of(change.after)
        if (now, was) in mine:
            return Fault(f"there it is the other way round: from {was[0]:g} to {now[0]:g}")
        if was == now or there.count(was) > 1 or was not in values or now in values:
            continue
        if not _is_past(case.claim, case.claim.numbers[values.index(was)]):
            return Fault(f"there {was[0]:g} is what it was before, and {now[0]:g} what it is", is_sure=False)
    return None


def hold_differences(case: Case) -> Fault | None:
    """By how much one is more than another is not how much it is."""
    for number in case.claim.numbers:
        value, unit = value_of(number), number.unit
        same = [(t, n) for t in case.passages for n in t.numbers if (value_of(n), n.unit) == (value, unit)]
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


@lru_cache(maxsize=1024)
def _changes(told: Told) -> tuple[Change, ...]:
    numbers: list[Number] = []
    for number in told.numbers:  # 310 tonnes a day, down from 720
        is_bare = not number.unit and numbers and told.doc.text[numbers[-1].end : number.start].endswith(" from ")
        numbers.append(replace(number, unit=numbers[-1].unit) if is_bare else number)
    return find_changes(told.doc, numbers, [d.span for d in told.dates])


def _is_past(claim: Told, number: Number) -> bool:
    """The statement tells it as something earlier, by its date, its tense or a word."""
    word = word_at(claim, number.core[0])
    clause = clause_of(claim, word) if word is not None else None
    if word is None or clause is None:
        return True
    words = {t.lower_ for t in word.sent}
    is_dated = any(is_within(d.span, claim.doc[i]) for d in claim.dates for i in clause.tokens)
    is_told = any(is_within(s.span, word) for s in claim.sayings)  # tenses shift in what somebody said
    return is_dated or bool(words & relation_words("formerly")) or (clause.verb.tag_ == "VBD" and not is_told)
