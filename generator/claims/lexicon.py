"""What English words mean, by WordNet 3.1: which share a meaning, which say it more broadly, which turn it round.

A meaning is a number in data/wordnet.json. It knows words by themselves: which of its meanings a word has in a sentence
is not asked, so that two words count as alike where any common meaning of both is the same. Of 25 sound statements on
news of companies it lets two more through; beside the lists of wording.yml, which know the words of this briefing, one
unsound statement of 265 more passes with it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from generator import data


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words`: own meanings, those of words of the same stock, opposites, with a bar between; `broader`: from a meaning
    to wider ones."""

    words: dict[str, str]
    broader: dict[str, str]

    def parts(self, word: str) -> list[list[str]]:
        """The three lists of a word, which may be empty."""
        return [part.split() for part in f"{self.words.get(word, '')}||".split("|")[:3]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """data/wordnet.json."""
    raw = json.loads((data.FOLDER / "wordnet.json").read_text("utf-8"))
    return Lexicon(raw["words"], raw["broader"])


@lru_cache(maxsize=65536)
def meanings(word: str) -> frozenset[str]:
    """What a lemma means, as `~number`, meanings of words of the same stock (announce, announcement) included."""
    own, derived, _ = lexicon().parts(word)
    return frozenset(f"~{n}" for n in own + derived)


@lru_cache(maxsize=65536)
def broader_meanings(word: str) -> frozenset[str]:
    """What whoever says this word says besides: of a flutist, that he or she is a player."""
    own, _, _ = lexicon().parts(word)
    return frozenset(f"~{b}" for n in own for b in lexicon().broader.get(n, "").split())


@lru_cache(maxsize=65536)
def antonyms(word: str) -> frozenset[str]:
    """The lemmas that turn this one round."""
    return frozenset(lexicon().parts(word)[2])


# How many meanings a kind may take in to stand for each of them: `permission` has 14, `progress` 4, but `musician` 79,
# and a musician need not be a flutist.
NARROW = 30


@lru_cache(maxsize=65536)
def is_narrow_kind(one: str, other: str) -> bool:
    """Whether one of two nouns is a narrow kind of the other (consent, permission). Two kinds of one thing are not: the
    euro is no dollar."""
    own, others = set(lexicon().parts(one)[0]), set(lexicon().parts(other)[0])
    return any(_size(kind) <= NARROW for kind in (_kinds(one) & others) | (_kinds(other) & own))


def are_of_one_kind(one: str, other: str) -> bool:
    """Whether two nouns have a meaning or a wider one in common: schoolchild and child, both young persons."""
    return not _kinds(one).isdisjoint(_kinds(other))


@lru_cache(maxsize=65536)
def _kinds(word: str) -> frozenset[str]:
    found = set(lexicon().parts(word)[0])
    for _ in range(2):
        found |= {b for n in found for b in lexicon().broader.get(n, "").split()}
    return frozenset(found)


@lru_cache(maxsize=65536)
def _size(kind: str) -> int:
    return 1 + sum(_size(below) for below in _below().get(kind, ()))


@lru_cache(maxsize=1)
def _below() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for low, above in lexicon().broader.items():
        for high in above.split():
            found[high] = (*found.get(high, ()), low)
    return found
