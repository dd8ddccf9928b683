"""Numbers that time has moved on: a toll that is counted again every day, and what a text gives before and after.

Two such numbers are never held against each other: each is of its own day, or of its own end of the change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import combinations, pairwise

from generator.briefing import Verdict
from generator.data.calendar import MONTH_NAMES
from generator.ledger.items import Item
from generator.ledger.wording import count_word, plain
from generator.sources.agreements import listed


def is_one_change(a: Item, b: Item) -> bool:
    """Whether both are an end of one change: the same numbers before and after."""
    return a.figure.change is not None and a.figure.change == b.figure.change


def is_other_day(a: Item, b: Item) -> bool:
    """Counts of one disaster, each of its own day: Tuesday's "at least nine" is no rougher word for Wednesday's 12. A
    number that only says what was before has an earlier day, whichever."""
    if a.move is not None and b.move is not None:
        return a.as_of != b.as_of or a.when != b.when
    if not (a.family == b.family == "harm" and a.is_now and b.is_now):
        return False
    if a.as_of and b.as_of:
        return a.as_of != b.as_of
    return a.is_before != b.is_before


def explain_days(items: Sequence[Item]) -> str:
    """A reason with the values of each day: "… of different days, and the count grew: 12 on 7 April, 19 on 8 April"."""
    days = sorted({i.as_of for i in items if i.as_of})
    if items[0].move is not None:
        return "The figures are of different days or periods."
    if len(days) < 2:
        return "The figures are of different days, and such a count changes from day to day."
    firm = [max(i.figure.low for i in items if i.as_of == day) for day in days]
    is_up, is_down = (all(f(a, b) for a, b in pairwise(firm)) for f in (float.__le__, float.__ge__))
    moved = "changed" if is_up == is_down else "grew" if is_up else "fell"
    course = f", and the count {moved}" if _is_told_to_move(items) else ""
    each = [f"{_said_on(day, items)} on {day.day} {MONTH_NAMES[day.month - 1]}" for day in days]
    return f"The figures are of different days{course}: {listed(each)}."


def _is_told_to_move(items: Sequence[Item]) -> bool:
    """Whether an article itself sets two days side by side; else nobody may say that the one count became the other."""
    return any(i.figure.change is not None for i in items) or any(
        a.article == b.article and a.as_of != b.as_of for a, b in combinations(items, 2)
    )


def _said_on(day: dt.date, items: Sequence[Item]) -> str:
    """The exact numbers of a day and what fits none of them; where there is none, how it is put."""
    of_day = [i for i in items if i.as_of == day]
    exact = [i for i in of_day if i.is_exact]
    rough = [i for i in of_day if not any(e.span[0] <= i.span[1] and i.span[0] <= e.span[1] for e in exact)]
    said = [plain(i.figure.low) for i in exact]
    return " or ".join(dict.fromkeys([*said, *(i.figure.text[0].lower() + i.figure.text[1:] for i in rough)]))


def judge_change(items: Sequence[Item]) -> tuple[Verdict, str]:
    """The verdict on what was before and after, where all items are ends of one change."""
    before, after = (next((i for i in items if i.is_before is side), items[0]).figure for side in (True, False))
    told = f"from {before.text} to {after.text}"
    if not before.unit and after.change is not None:
        told += f", {plain(abs(after.low - before.low))} {'more' if after.low > before.low else 'fewer'}"
    origins = tuple(dict.fromkeys(i.origin for i in items))
    if len(origins) > 1:
        return "agree", f"Before and after: {count_word(len(origins))} origins say {told}."
    return "one origin", f"Before and after: {told}; only one origin gives it."
