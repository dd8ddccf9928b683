"""Small words of a reason: numbers and lists as a reader writes them."""

from __future__ import annotations

from collections.abc import Sequence

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def count_word(n: int) -> str:
    """A small number as a word."""
    return _WORDS[n] if n < len(_WORDS) else str(n)


def plain(value: float) -> str:
    """1227.0 → "1,227"; 9.5 → "9.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def listed(texts: Sequence[str]) -> str:
    """ "a, b and c"."""
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " and " + texts[-1]
