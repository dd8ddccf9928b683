"""News agencies and outlets by their proper names, and where an article credits one: data/agencies.yml.

A picture's credit says nothing about whose reporting the text is; only credits of the text and datelines count here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import data
from generator.articles import marks
from generator.articles.datelines import find_dateline
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


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """An agency anywhere; one that a paragraph opens with ("Reuters - The …"), and one that closes it in brackets."""
    mark = f"(?P<mark>{data.one_of(agency_marks())}|{SO_CALLED})"
    forms = rf"(?<![\w/]){mark}(?!\w)", rf"^{mark}\s*(?:[-–—]|--)\s+", rf"\({mark}\)\s*$"
    named, opening, closing = (re.compile(form) for form in forms)
    return named, opening, closing


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
    named = _patterns()[0]
    for block in blocks:
        is_of_text = block.kind == "byline" or (block.kind == "credit" and not marks.is_photo_credit(block.text))
        if is_of_text and (match := named.search(block.text)):
            return Credit(_called(match["mark"]), block.ref, block.span, block.text)
        if block.kind == "credit" and (agency := _signed_off(block.text)):
            return Credit(agency, block.ref, block.span, block.text)
    for block in [b for b in blocks if b.kind in ("dek", "body")][:2]:
        if credit := _filed_by(block):
            return credit
    return None


def _signed_off(text: str) -> str:
    """The agency whose way of signing off this is, or an empty string."""
    forms = ((e["name"], e["signs_off"]) for e in data.load("agencies")["agencies"] if "signs_off" in e)
    return next((name for name, form in forms if re.match(form, text, re.I)), "")


def _filed_by(block: Block) -> Credit | None:
    """The agency in a paragraph's dateline, or alone where it opens or closes."""
    named, opening, closing = _patterns()
    dateline = find_dateline(block.text)
    match = named.match(block.text, dateline.start("agency")) if dateline and dateline["agency"] else None
    whole = dateline if match else None
    match = match or opening.search(block.text) or closing.search(block.text)
    if match is None:
        return None
    start, end = (block.span.start + place for place in match.span("mark"))
    return Credit(_called(match["mark"]), block.ref, Span(start, end), (whole or match)[0].strip())
