"""What of a full name may stand for it later: its surname, with or without particles, or the first of two surnames."""

from __future__ import annotations

from functools import lru_cache

from generator.names.chinese import is_surname_first
from generator.names.nameparts import is_given_name, is_initial, titles


@lru_cache(maxsize=4096)
def surname_forms(key: str) -> tuple[str, ...]:
    """What of a full name may stand for it: Berg, der Berg, van der Berg; Tseng of Tseng Chih-kai."""
    words = [w for w in key.split() if w.rstrip(".") not in titles()["suffixes"]]
    start = len(words) - 1
    while start > 1 and words[start - 1] in titles()["particles"]:
        start -= 1
    first = (words[0],) if is_surname_first(words) else ()
    return (*first, *(" ".join(words[i:]) for i in range(start, len(words))))


@lru_cache(maxsize=64)
def surnames_of(full: frozenset[str]) -> frozenset[str]:
    """What may stand for any of these full names, in lower case."""
    return frozenset(form for key in full for form in surname_forms(key))


@lru_cache(maxsize=64)
def first_surnames_of(full: frozenset[str]) -> frozenset[str]:
    """The first of two surnames, alone and with the second: García of Gabriel García Ruiz."""
    found = set()
    for words in (key.split() for key in full):
        middles = [i for i in range(1, len(words) - 1) if not is_given_name(words[i]) and not is_initial(words[i])]
        found |= {form for i in middles for form in (words[i], " ".join(words[i:])) if len(words[i]) > 2}
    return frozenset(found - titles()["particles"])
