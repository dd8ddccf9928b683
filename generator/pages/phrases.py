"""Dates, numbers and lists as a reader expects them, the same on every page.

Filters for the templates; each takes a value and returns plain text. "About" and "at least" are always kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.data.calendar import MONTH_NAMES  # not strftime, which depends on the locale
from generator.figures.acts import name_nations
from generator.model import Figure, Interval
from generator.pages.escape import finalize, plain

# One state under its name and its abbreviations.
_STATES = {
    "US": "United States", "U.S.": "United States", "USA": "United States", "UK": "United Kingdom",
    "U.K.": "United Kingdom", "EU": "European Union", "E.U.": "European Union", "UN": "United Nations",
    "U.N.": "United Nations", "UAE": "United Arab Emirates",
}  # fmt: skip
_SMALL_WORDS = ("the", "of", "in", "for")  # that join the words of a party's name, and make it no other
_LONGEST_ABBREVIATION = 7  # letters, as in ECOWAS or UNAIDS; a word that is longer was set in capitals
_SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"))


def day(date: dt.date) -> str:
    """`13 December 2025`."""
    return f"{date.day} {month(date)}"


def month(date: dt.date) -> str:
    """`December 2025`."""
    return f"{MONTH_NAMES[date.month - 1]} {date.year}"


def short_month(date: dt.date) -> str:
    """`Dec`, for the axis of a drawing."""
    return MONTH_NAMES[date.month - 1][:3]


def interval(when: Interval) -> str:
    """As precise as the interval and no more: `13 December 2025`, `July 2024 to November 2025`, `2020`."""
    start, end = when.start, when.end
    if when.precision == "day":
        return day(start)
    if when.precision == "month":
        return month(start)
    if when.precision == "year":
        return str(start.year)
    if start.day == 1 and (end + dt.timedelta(days=1)).day == 1:
        if (start.month, end.month) == (1, 12):
            return f"{start.year} to {end.year}"
        first = MONTH_NAMES[start.month - 1] if start.year == end.year else month(start)
        return f"{first} to {month(end)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    first = f"{start.day} {MONTH_NAMES[start.month - 1]}" if start.year == end.year else day(start)
    return f"{first} to {day(end)}"


def number(value: float) -> str:
    """`1,227`, `9.5 million`, `0.25`: thousands separated, millions and above in words, no false digits."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{_digits(value / scale)} {word}"
    return _digits(value)


def _digits(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def amount(figure: Figure) -> str:
    """A figure's number or range with its unit, without its bound: `8 or 9`, `20%`, `132 pounds`."""
    text = number(figure.low)
    if figure.high != figure.low:
        joint = "or" if figure.high == figure.low + 1 else "to"
        text = f"{text} {joint} {number(figure.high)}"
    if figure.unit in ("percent", "%"):
        return f"{text}%"
    return f"{text} {figure.unit}".rstrip()


def bound(figure: Figure) -> str:
    """The word before the number that must not be lost: `at least`, `about`; empty for an exact one or a range."""
    return "" if figure.bound in ("exactly", "range") else figure.bound


def counted(n: int, one: str, many: str = "") -> str:
    """`1 article`, `3 articles`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listing(items: Iterable[object], joint: str = "and") -> Markup:
    """`a, b and c`; each item escaped unless it is markup of ours."""
    parts = [finalize(item) for item in items]
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(f" {joint} ").join((Markup(", ").join(parts[:-1]), parts[-1]))


def paragraph(ref: str) -> str:
    """What a citation names: `paragraph 7`, `caption 2`."""
    return f"caption {ref[1:]}" if ref.startswith("c") else f"paragraph {ref}"


def share(value: float) -> str:
    """A share of 0 to 1 in whole percent; `under 1%` rather than a nought that is none."""
    return "under 1%" if 0 < value < 0.01 else f"{round(value * 100)}%"


def fill(pattern: str, **values: object) -> str:
    """The pattern with its `{names}` replaced, as plain text that is escaped where it is printed."""
    return pattern.format_map({name: plain(value) for name, value in values.items()})


def sentence_case(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """The text for the middle of a sentence: an article before a name begins small."""
    name = calm(text)
    first, space, rest = name.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in ("The", "A", "An") else name


def calm(text: str) -> str:
    """A speaker in a transcript's capitals, `MR. OSEI`, as a name: `Mr. Osei`. An abbreviation stays: `NATO`."""
    words = text.split()
    is_shouted = text.isupper() and (len(words) > 1 or len(text) > _LONGEST_ABBREVIATION)
    return " ".join(w if w in _STATES else w.title() for w in words) if is_shouted else text


def intervals(whens: Iterable[Interval]) -> str:
    """Several times of one sentence: `12 and 13 December 2025`, `2020 and 2022`."""
    found = tuple(whens)
    days = [when.start for when in found if when.precision == "day"]
    if len(days) == len(found) > 1 and len({(d.year, d.month) for d in days}) == 1:
        return f"{plain(listing([d.day for d in days]))} {month(days[0])}"
    return plain(listing([interval(when) for when in found]))


def stop(text: str) -> str:
    """The text with the full stop of a sentence; one that ends in `Jr.` has it already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def party(name: str) -> str:
    """A party as a label: without an article, and an abbreviated state in full."""
    words = re.sub(r"^(?:the|an?) ", "", calm(name.strip()), flags=re.IGNORECASE)
    return _STATES.get(words, re.sub(r"\bU\.(S|K|N)\.", r"U\1", words))


def party_key(name: str) -> str:
    """What a party is known by, however it is written: one key for "the U.S. official" and "US officials", "the Kenyan
    opposition" and "Kenyan opposition groups", "Kenyan authorities" and "the authorities in Kenya"."""
    words = [word for word in name_nations(party(name)).casefold().split() if word not in _SMALL_WORDS]
    if len(words) > 1 and words[-1] == "groups":
        words.pop()
    return " ".join(sorted(word.removesuffix("s") for word in words))


def parties(names: Iterable[str]) -> str:
    """The parties named, each once: `European Union, United States, Canada`."""
    return ", ".join(dict.fromkeys(party(name) for name in names))


FILTERS = {
    "day": day,
    "month": month,
    "interval": interval,
    "intervals": intervals,
    "stop": stop,
    "parties": parties,
    "party": party,
    "number": number,
    "amount": amount,
    "bound": bound,
    "counted": counted,
    "listing": listing,
    "paragraph": paragraph,
    "share": share,
    "fill": fill,
    "sentence_case": sentence_case,
    "inside": inside,
    "calm": calm,
}
