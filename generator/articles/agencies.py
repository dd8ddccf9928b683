"""News agencies and outlets by their proper names, and where an article credits one: data/agencies.yml.

A picture's credit says nothing about whose reporting the text is; only credits of the text and datelines count here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import data
from generator.articles import marks
from generator.model import Block, Span

SO_CALLED = (
    r"(?:[A-Z][\w&'’-]*[ ]){1,3}"
    r"(?:(?:News|Press) (?:Agency|Service)|Newswire|Wire Service|Press Association)"
)
"""An agency by its own name, whoever that is."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency named in a text: its proper name, the words that name it and their place."""

    agency: str
    ref: str
    span: Span
    text: str


@lru_cache(maxsize=1)
def agency_marks() -> dict[str, str]:
    """Every mark of a dateline or credit, and the agency's proper name."""
    return {w: e["name"] for e in data.load("agencies")["agencies"] for w in (*e["mark"], e["name"], *e["also"])}


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {_key(mark): name for mark, name in agency_marks().items()}


@lru_cache(maxsize=1)
def _outlets() -> dict[str, str]:
    return {_key(w): e["name"] for e in data.load("agencies")["outlets"] for w in (e["name"], *e["also"])}


def _key(text: str) -> str:
    return re.sub(r"^the\s+|[^\w ]", "", text.strip().lower())


def one_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    mark = f"{one_of(agency_marks())}|{SO_CALLED}"
    place = rf"^[^\W\d_][^.!?:\n]{{1,60}}?\(\s*({mark})(?:/[\w ]+)?\s*\)\s*(?:[-–—:]|--)"
    dateline = rf"{place}|^\(?({mark})\)?\s*(?:[-–—]|--)\s+|\(({mark})\)\s*$"
    return re.compile(dateline), re.compile(rf"(?<![\w/])({mark})(?!\w)")


def _called(mark: str) -> str:
    """The agency of a mark; one that the list does not know is called what it calls itself."""
    return agency_marks().get(mark, mark)


def proper_agency(name: str) -> str:
    """The agency's proper name; the name itself where the list does not know it."""
    return _agencies().get(_key(name), name.strip())


def proper_outlet(name: str) -> str:
    """The outlet's full name where bylines shorten it; the name itself where the list does not know it."""
    return _outlets().get(_key(name), name.strip())


def is_known_outlet(name: str) -> bool:
    """True for an outlet of the list, however it is shortened."""
    return _key(name) in _outlets()


def is_known_agency(name: str) -> bool:
    """True for an agency of the list, however it is written."""
    return _key(name) in _agencies()


def credited(blocks: Sequence[Block]) -> Credit | None:
    """The agency that a credit of the text, a byline or a dateline names first, or None."""
    dateline, named = _patterns()
    for block in blocks:
        is_of_text = block.kind == "byline" or (block.kind == "credit" and not marks.is_photo_credit(block.text))
        if is_of_text and (match := named.search(block.text)):
            return Credit(_called(match[1]), block.ref, block.span, block.text)
        if block.kind == "credit" and (agency := _signed_off(block.text)):
            return Credit(agency, block.ref, block.span, block.text)
    for block in [b for b in blocks if b.kind in ("dek", "body")][:2]:
        if match := dateline.search(block.text):
            return _credit(block, match, next(i for i in (1, 2, 3) if match[i]))
    return None


def _signed_off(text: str) -> str:
    """The agency whose way of signing off this is, or an empty string."""
    forms = ((e["name"], e["signs_off"]) for e in data.load("agencies")["agencies"] if "signs_off" in e)
    return next((name for name, form in forms if re.match(form, text, re.I)), "")


def _credit(block: Block, match: re.Match[str], group: int) -> Credit:
    start = block.span.start
    span = Span(start + match.start(group), start + match.end(group))
    return Credit(_called(match[group]), block.ref, span, match[0].strip())
