"""The words that hand a sentence to somebody: data/speech.yml, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from generator import data

# Lemmas that the model gets wrong, and what they should be.
_MENDED = {"hop": "hope"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of data/speech.yml, by the names they have there; lemmas in lower case."""

    verbs: frozenset[str]
    with_object: frozenset[str]
    with_preposition: Mapping[str, frozenset[str]]  # verb, and the prepositions that its content follows
    with_infinitive: frozenset[str]
    naming: frozenset[str]
    loose: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]  # their words, longest phrase first
    unnamed: frozenset[str]
    institutions: frozenset[str]
    offices: frozenset[str]
    things: frozenset[str]
    cues: frozenset[str]  # every verb that can hand over a quotation


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The words of speech, read once a process."""
    raw = data.load("speech")
    return Lexicon(
        verbs=frozenset(raw["verbs"]),
        with_object=frozenset(raw["with_object"]),
        with_preposition={verb: frozenset(rule["after"]) for verb, rule in raw["with_preposition"].items()},
        with_infinitive=frozenset(raw["with_infinitive"]),
        naming=frozenset(raw["naming"]),
        loose=frozenset(raw["loose"]),
        nouns=frozenset(raw["nouns"]),
        phrases=tuple(sorted((tuple(p.split()) for p in raw["phrases"]), key=lambda p: (-len(p), p))),
        unnamed=frozenset(raw["unnamed"]),
        institutions=frozenset(raw["institutions"]),
        offices=frozenset(raw["offices"]),
        things=frozenset(raw["things"]),
        cues=frozenset(verb for kind in ("verbs", "with_object", "naming", "quoting") for verb in raw[kind]),
    )


def lemma_of(token: Token) -> str:
    """A word's lemma in lower case, as the lists have it."""
    lemma = token.lemma_.lower()
    return _MENDED.get(lemma, lemma)
