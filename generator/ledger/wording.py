"""Numbers of a reason, as a reader writes them."""

from __future__ import annotations

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def count_word(n: int) -> str:
    """A small number as a word."""
    return _WORDS[n] if n < len(_WORDS) else str(n)


def plain(value: float) -> str:
    """1227.0 → "1,227"; 9.5 → "9.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
