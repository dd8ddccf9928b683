"""To whom a first name alone goes.

A first name says little: many bear it. Within an article it means its one bearer where that one stands near by, and
nobody where the text introduces somebody by it ("Vera, a nurse,") or calls upon somebody else by it ("Thanks, Vera").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.model import Mention, Reading
from generator.names.nameparts import parse, same_given
from generator.voices.transcripts import find_turns

# Paragraphs between a first name and the last time the same person was named.
NEAR = 20
# Paragraphs within which a person called upon was named in full: "Nina Falk of the Gull. Go ahead, Nina."
CALLED = 4
_RELATIONS = ("same", "form", "short")  # by how sure they are that two given names are one
_BEFORE_CALL = re.compile(
    r"\b(?:thanks|thank you|hi|hello|hey|okay|ok|yes|yeah|sorry|well|sure|go ahead|all right|welcome|please|"
    r"(?:good )?(?:morning|afternoon|evening))\b[^.?!;:]{0,20}\s$",
    re.IGNORECASE,
)
_AFTER_CALL = re.compile(r"\s*(?:[,.?!—–]|$)")
_CALL_AFTER = re.compile(r"[,.]?\s+(?:go ahead|over to you|you(?:['’]re| are) next)\b", re.IGNORECASE)


class Text:
    """Where the names of one article stand, and who speaks in it."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._starts = [b.span.start for b in reading.article.blocks]
        self._labels = [t.label_span for t in find_turns(reading.article.blocks)]
        introduced = (m for m in reading.mentions if m.role_span and m.role_span.start >= m.span.end)
        self._introduced = {m.text for m in introduced if parse(m.text).is_single}

    def means(self, m: Mention, bearer: Sequence[Mention], is_same: bool) -> bool:
        """True where this first name can mean its one bearer in the article, of whom these are the mentions so far;
        `is_same` where it is that one's given name as written."""
        if m.text in self._introduced:
            return False
        if self._labels and self._is_call(m):
            full = [x for x in bearer if not parse(x.text).is_single]
            return is_same and (self._speaks(bearer) or self._is_near(m, full, CALLED))
        return self._speaks(bearer) or self._is_near(m, bearer, NEAR)

    def _place(self, m: Mention) -> int:
        return bisect_right(self._starts, m.span.start)

    def _is_near(self, m: Mention, others: Iterable[Mention], reach: int) -> bool:
        return any(abs(self._place(m) - self._place(x)) <= reach for x in others)

    def _speaks(self, mentions: Iterable[Mention]) -> bool:
        return any(label.overlaps(m.span) for m in mentions for label in self._labels)

    def _is_call(self, m: Mention) -> bool:
        before, after = self._text[max(0, m.span.start - 40) : m.span.start], self._text[m.span.end : m.span.end + 30]
        return bool(_CALL_AFTER.match(after) or (_BEFORE_CALL.search(before) and _AFTER_CALL.match(after)))


def has_given(word: str, names: Iterable[str]) -> bool:
    """True where this is a given name in one of the full names, in whatever form."""
    return bool(relation(word, names))


def relation(word: str, names: Iterable[str]) -> str:
    """How a word is the given name in one of the full names: same, form or short, the surest first; else empty."""
    found = {same_given(word, p.given) for p in map(parse, names) if not p.is_single}
    return next((r for r in _RELATIONS if r in found), "")


def is_rival(word: str, names: Iterable[str], others: Iterable[str]) -> bool:
    """True where the bearer of the other names can be called by this first name no worse than that of the names."""
    mine, theirs = relation(word, names), relation(word, others)
    return bool(theirs) and (not mine or _RELATIONS.index(theirs) <= _RELATIONS.index(mine))
