"""The words by which events are told, from data/events.yml: acts and their other names, nouns that are events."""

from __future__ import annotations

from functools import lru_cache

from generator import data


@lru_cache(maxsize=32)
def words_of(key: str) -> frozenset[str]:
    """A word list of data/events.yml."""
    return frozenset(data.load("events")[key])


def name_act(lemma: str) -> str:
    """One name for all the words that tell the same act: `release` for `free`, if the line begins with it."""
    return _acts().get(lemma, lemma)


@lru_cache(maxsize=1)
def known_acts() -> frozenset[str]:
    """The names of the acts that data/events.yml has a line for."""
    return frozenset(_acts().values())


@lru_cache(maxsize=1)
def _acts() -> dict[str, str]:
    return {word: line[0] for line in data.load("events")["same_act"] for word in line}
