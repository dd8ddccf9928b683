"""Numbers and days that only their neighbours make plain: over two days, $5 million to 7 million, two days before it.

A text says the launch is on 17 June, two days before the fair: then the fair is on 19 June, and a statement may say so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from generator.figures.numbers import Number, find_numbers, unit_kinds
from generator.model import Interval, Span


@dataclass(frozen=True, slots=True)
class When:
    """A date of a text; `interval` is None where nobody knows the day that it counts from."""

    span: Span
    text: str
    interval: Interval | None
    expression: str = ""  # as dates.py writes it, for the day of another article


def read_numbers(doc: Doc, taken: Sequence[Span]) -> tuple[Number, ...]:
    """The numbers of a text but for those in dates. A number after "to" shares its neighbour's money, and "over two
    days" bounds nothing where it says how long something went on."""
    found: list[Number] = []
    for number in find_numbers(doc.text):
        if any(Span(*number.core).overlaps(s) for s in taken):
            continue
        last = found[-1] if found else None
        gap = doc.text[last.end : number.start] if last else ""
        if last and not number.unit and unit_kinds().get(last.unit) == "money" and gap.strip() in ("to", "and", "or"):
            number = replace(number, unit=last.unit)
        found.append(_unbounded(doc, number))
    return tuple(found)


def _unbounded(doc: Doc, number: Number) -> Number:
    first = doc.char_span(number.start, number.start + 4, alignment_mode="expand")
    is_length = unit_kinds().get(number.unit) == "time" and number.bound == "more than"
    if not is_length or first is None or first.root.lower_ != "over" or first.root.dep_ != "prep":
        return number
    return replace(number, bound="exactly", start=number.core[0])


_BESIDE = re.compile(r"\s*(before|after|later|earlier|prior|ahead|following)\b(?: (?:of|to))?", re.I)


def reckoned_days(text: str, dates: Sequence[When], numbers: Sequence[Number]) -> Iterator[When]:
    """The days that a text tells by their distance from a day of the same sentence."""
    for number in numbers:
        word = _BESIDE.match(text, number.end)
        step = {"days": 1, "weeks": 7}.get(number.unit)
        if word is None or not step or number.bound != "exactly" or number.low != number.high:
            continue
        if base := _day_beside(text, dates, number, word.end()):
            date, is_next = base
            is_back = word[1].lower() in ("before", "earlier", "prior", "ahead")
            # "two days before 17 June" is earlier than 17 June, "on 17 June, two days before it" is earlier than it
            if not is_next and word[1].lower() not in ("later", "earlier"):
                is_back = not is_back
            day = date + dt.timedelta(days=step * int(number.low)) * (-1 if is_back else 1)
            yield When(Span(number.start, word.end()), text[number.start : word.end()], Interval(day, day))


def _day_beside(text: str, dates: Sequence[When], number: Number, end: int) -> tuple[dt.date, bool] | None:
    """The day that a length of time counts from, and whether it comes right after it."""
    days = [(w.span, w.interval.start) for w in dates if w.interval and w.interval.start == w.interval.end]
    for span, day in days:
        if 0 <= span.start - end <= 4:
            return day, True
    earlier = [(span, day) for span, day in days if span.end <= number.start]
    before = [(span, day) for span, day in earlier if not re.search(r"[.;!?]\s", text[span.end : number.start])]
    return (max(before)[1], False) if before else None
