"""Cuts a headline to the words that stand for its article, in citations and lists: enough to know it again.

It ends where a part of the headline ends, if one does in time, and never behind an article or a preposition.
"""

from __future__ import annotations

from generator import data

_WORDS = 5  # one line of a phone
_MOST_WORDS = 7  # where no part ends sooner: an office and a name, "Remarks by Vice President …"


def shorten_headline(title: str) -> str:
    """The first words of a headline, with `…` for the others; a headline that is short already stays whole."""
    words = title.split()
    if len(words) <= _WORDS + 1:
        return title
    kept = words[: _end(words)]
    while len(kept) > 2 and _is(kept[-1], "begins", "loose"):
        kept.pop()
    return " ".join(kept).rstrip(",:;–— ") + "…"


def _end(words: list[str]) -> int:
    """How many words to keep: up to a comma, else to a word that begins another part, else as many as fit."""
    commas = (n for n in range(3, _WORDS + 1) if words[n - 1][-1] in ",:;")
    parts = (n for n in range(_WORDS - 1, min(_MOST_WORDS + 1, len(words))) if _is(words[n], "begins"))
    return next(commas, None) or next(parts, _WORDS)


def _is(word: str, *kinds: str) -> bool:
    return any(word.casefold() in data.load("headlines")[kind]["words"] for kind in kinds)
