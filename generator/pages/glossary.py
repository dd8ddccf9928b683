"""Puts the explanation of a word where a reader meets the word first, so that nobody has to look for a list at the end.

A word that no section has is explained under a heading of its own; one that its section explains itself, nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.briefing import Section, Term

_SHORTEST = 4  # letters of a word that means something by itself


def place_terms(
    terms: Iterable[Term], sections: Iterable[Section], elsewhere: Iterable[Section] = ()
) -> Mapping[str, tuple[Term, ...]]:
    """The terms by the key of the first section that has the word, unless it says there what the word means; those that
    no section has under an empty key, but for those that the sections `elsewhere`, of another page, have."""
    told = {section.key: _text(section) for section in sections}
    others = " ".join(map(_text, elsewhere))
    placed: dict[str, tuple[Term, ...]] = {"": (), **dict.fromkeys(told, ())}
    for term in terms:
        word = re.compile(rf"(?<!\w){re.escape(term.term)}s?(?!\w)", re.IGNORECASE)
        home = next((key for key, text in told.items() if word.search(text)), "")
        is_placed = bool(word.search(others)) if not home else _says(told[home], term)
        if not is_placed:
            placed[home] = (*placed[home], term)
    return placed


def _text(section: Section) -> str:
    return " ".join(said.text for paragraph in section.paragraphs for said in paragraph)


def _says(text: str, term: Term) -> bool:
    """True where every longer word of the explanation stands in the text, in this form or one that goes on."""
    words = re.findall(rf"\w{{{_SHORTEST},}}", term.statement.text.casefold())
    return bool(words) and all(word in text.casefold() for word in words)
