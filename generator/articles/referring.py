"""Where a text says whose reporting it rests on: `told Reuters`, `seen by the Coast Post`, `as Reuters first reported`.

Who is spoken to, or sees a document, is the one that reports; who is only referred to may have one fact of many. The
ways of saying so are in data/referring.yml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator import data
from generator.articles.agencies import (
    SO_CALLED,
    Credit,
    agency_marks,
    is_known_outlet,
    proper_agency,
    proper_outlet,
)
from generator.articles.mastheads import is_body, is_outlet
from generator.model import Block, Span

_OUTLET = r"[A-Z][\w&'’.-]*(?: (?:of |and )?[A-Z][\w&'’-]*){0,4}"


def spoken_to(blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """Every place where somebody speaks to an agency or outlet, or it sees something, in the order of the text."""
    return _find("spoken_to", blocks)


def referred_to(blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """Every place that tells something as another's report, in the order of the text."""
    return _find("referred_to", blocks)


def _find(key: str, blocks: Sequence[Block]) -> tuple[Credit, ...]:
    found = [
        credit
        for block in blocks
        if block.kind == "body"
        for pattern in _patterns(key)
        for match in pattern.finditer(block.text)
        if (credit := _credit(block, match))
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda c: c.span))


def _credit(block: Block, match: re.Match[str]) -> Credit | None:
    """What a match names, where that is an agency or outlet; other words in capitals beside it are cut off."""
    whole = match["outlet"]
    words = [(w.start(), w.end()) for w in re.finditer(r"\S+", whole)]
    for a, b in sorted(((a, b) for a, _ in words for _, b in words if a < b), key=lambda p: (p[0] - p[1], p[0])):
        said = whole[a:b].removesuffix("’s").removesuffix("'s").rstrip(".,")
        if name := _name_of(said):
            start = match.start("outlet") + a
            is_last = match.end() == match.end("outlet")
            text = block.text[match.start() if a == 0 else start : start + len(said) if is_last else match.end()]
            at = block.span.start + start
            return Credit(name, block.ref, Span(at, at + len(said)), " ".join(text.split()))
    return None


@lru_cache(maxsize=2)
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    agency = f"{data.one_of(agency_marks())}|{SO_CALLED}"
    outlet = rf"(?:[Tt]he )?(?:news agency )?(?P<outlet>(?:{agency})(?!\w)|{_OUTLET})"
    return tuple(re.compile(row["pattern"].replace("{outlet}", outlet)) for row in data.load("referring")[key])


def _name_of(words: str) -> str:
    """The proper name of an agency or outlet; empty for anybody else."""
    if words in agency_marks() or re.fullmatch(SO_CALLED, words):
        return proper_agency(words)
    is_paper = is_known_outlet(words) or (is_outlet(words) and not is_body(words))
    return proper_outlet(words) if is_paper else ""
