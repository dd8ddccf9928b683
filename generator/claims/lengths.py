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
    wholes = find_numbers(doc.text.replace("-to-", " to "))  # a 30-to-60-day wait
    for number in (part for whole in wholes for part in _apart(doc.text, whole)):
        if any(Span(*number.core).overlaps(s) for s in taken):
            continue
        last = found[-1] if found else None
        gap = doc.text[last.end : number.start] if last else ""
        if last and not number.unit and unit_kinds().get(last.unit) == "money" and gap.strip() in ("to", "and", "or"):
            number = replace(number, unit=last.unit)
        if last and not number.unit and last.unit == "percent" and gap.strip() in ("to", "against", "versus"):
            number = replace(number, unit=last.unit)  # by 54 percent to 46
        is_listed = gap.strip() in ("and", "or") and "respectively" not in doc.text[number.end : number.end + 20]
        if last and number.unit == "percent" and not last.unit and is_listed:
            found[-1] = replace(last, unit=number.unit)  # 5 and 7 percent
        if not number.unit and re.search(r"\b(?:aged|ages)\s+(?:between\s+)?$", doc.text[: number.start]):
            number = replace(number, unit="years")
        found.append(_unbounded(doc, number))
    return tuple(found)


_LESS = ("lower", "smaller", "younger", "shorter", "lighter", "cheaper", "slower", "narrower", "fewer", "quieter")
_FAR = re.compile(r"\b(below|under|above|exceeding) (?:an? |the )(?:[a-z]+ ){1,2}of\s+$")  # below a rate of five
_STEP = re.compile(r"\s+to\s+(?=\S*\d)")


def _apart(text: str, number: Number) -> list[Number]:
    """Cut by $200 to $399 is no range: a step, and where it leads. Louder than 100 is more than 100."""
    before = text[: number.start]
    if number.bound == "range" and re.search(r"\bby\s+$", before):
        middle = _STEP.search(text, number.start, number.end)
        if middle:
            return [
                replace(number, high=number.low, bound="exactly", end=(to := middle.start()), core=(number.start, to)),
                replace(number, low=number.high, bound="exactly", start=(at := middle.end()), core=(at, number.end)),
            ]
    word = re.search(r"\b([a-z]{3,}er) than\s+$", before)
    if number.bound == "exactly" and word and word[1] not in ("other", "rather", "never"):
        return [replace(number, bound="fewer than" if word[1] in _LESS else "more than", start=before.rindex(word[0]))]
    far = _FAR.search(before)
    if number.bound == "exactly" and far:
        return [replace(number, bound="fewer than" if far[1] in ("below", "under") else "more than", start=far.start())]
    return [number]


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
