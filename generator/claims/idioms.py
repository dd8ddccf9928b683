"""Turns of phrase: whom a paragraph has grilled, a statement may have taken to task.

A phrase of several words means what none of them does, so that no list of words that say the same can hold it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Doc

from generator import data
from generator.claims.reading import Told

_GAPS = {"~": r"(?:\S+ ){0,3}", "~~": r"(?:\S+ ){0,12}"}


def in_other_words(claim: Told, passages: Sequence[Told]) -> frozenset[int]:
    """The places of the statement's words that are a turn of phrase for what a passage has in another form."""
    return _in_other_words(_lemmas(claim.doc), tuple(_lemmas(told.doc) for told in passages))


@lru_cache(maxsize=16)  # several rules ask it of one statement
def _in_other_words(mine: str, there: tuple[str, ...]) -> frozenset[int]:
    found: set[int] = set()
    for line in _lines():
        for form in line:
            places = [p for match in form.finditer(mine) if len(p := _places(match)) > 1]
            if places and any(other is not form and other.search(text) for other in line for text in there):
                found = found.union(*places)
    return frozenset(found)


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(_pattern(form) for form in line["forms"]) for line in data.load("idioms")["lines"])


def _pattern(form: str) -> re.Pattern[str]:
    words = [_GAPS.get(word) or f"{re.escape(word)} " for word in form.split()]
    return re.compile(rf"(?<!\S){''.join(words)}")


def _lemmas(doc: Doc) -> str:
    """The lemmas of a text in small letters, one blank after each."""
    return "".join(f"{t.lemma_.lower()} " for t in doc)


def _places(match: re.Match[str]) -> range:
    """Which tokens a match in the text of their lemmas covers."""
    first = match.string[: match.start()].count(" ")
    return range(first, first + match.group().count(" "))
