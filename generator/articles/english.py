"""Is a text in English? Only English is read; an article in another language gives names and dates at best."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Block, Finding

_COMMON = frozenset(("the", "and", "to", "that", "for", "with", "by", "from"))
LEAST_SHARE = 0.04
"""Share of these words among all: .09 or more in 250 English news texts and speeches, none in a German, a Dutch and a
Spanish one that we wrote."""
LEAST_WORDS = 30
"""Fewer words say nothing either way."""


def is_english(text: str) -> bool:
    """True for English, and for a text too short to tell."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) < LEAST_WORDS or sum(w in _COMMON for w in words) >= LEAST_SHARE * len(words)


def language_findings(file: str, blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """The finding that an article is not in English."""
    if is_english(" ".join(b.text for b in blocks if b.ref)):
        return ()
    advice = "Only English is read: put a translation in its place, or take the file away."
    return (Finding(file, "", "It does not seem to be in English.", advice),)
