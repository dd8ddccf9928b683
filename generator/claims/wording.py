"""Which words say the same: lemmas, their stems, and the lines of data/wording.yml.

Used to hold a statement in somebody's own words against a paragraph in somebody else's. It knows words, not sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from spacy.tokens import Token

from generator import data
from generator.data.saying import verbs_of_saying

_SPELLINGS = (
    (r"is(e|ed|es|ing|ation|er|ers)$", r"iz\1"),
    (
        r"^(arm|behavi|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|"
        r"splend|tum|val|vap|vig)our",
        r"\1or",
    ),
    (r"^scep", "skep"),
    (r"tre$", "ter"),
    (r"ence$", "ense"),
)
_ENDINGS = tuple(
    re.findall(
        r"\w+",
        "ational ization ations "
        "ation ements ement ments ment nesses ness ities ity ively ive ically ical ists ist isms "
        "ism ances ance ences ence ians ian ously ous ions ion ingly ings ing edly ed ers er ors or ably able ibly "
        "ible ally al ful ies ly es s y e ic",
    )
)
_SHORTEST = 4  # letters of a stem; shorter ones run unrelated words together


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """data/wording.yml, with the verbs of data/speech.yml among the words of saying."""
    rules = data.load("wording")
    return {**rules, "saying": [*rules["saying"], *sorted(verbs_of_saying())]}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest endings and in one spelling of English; crude, and the same on both sides."""
    word = word.lower()
    for pattern, spelled in _SPELLINGS:
        word = re.sub(pattern, spelled, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return re.sub(r"([^aeiou])\1$", r"\1", re.sub(r"i$", "y", word))


@lru_cache(maxsize=65536)
def senses_of(word: str) -> frozenset[str]:
    """What a word can be found by: its stem, and the lines of `same` that it stands in."""
    stems = {stem(word), *(stem(form) for form in _plain_forms(word))}
    lines = {f"={n}" for own in stems for n in _lines().get(own, ())}
    return frozenset(stems | lines)


def _plain_forms(word: str) -> tuple[str, ...]:
    """The verbs that a participle may be of, where the model took it for an adjective or a noun: freed, lifting."""
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            cut = word[: -len(ending)]
            return (cut, cut + "e", cut[:-1]) if cut[-1] == cut[-2] else (cut, cut + "e")
    return ()


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words, and the lines that they stand in."""
    return frozenset(s for w in re.findall(r"[a-z]+", text.lower()) for s in senses_of(w))


def is_kin(one: str, other: str) -> bool:
    """True where two words begin alike for most of the shorter one: naive and naivety, profession and professional."""
    shorter = min(len(one), len(other))
    alike = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    return alike >= max(4, 0.75 * shorter) and max(len(one), len(other)) <= 2 * alike


@lru_cache(maxsize=1)
def _lines() -> dict[str, tuple[int, ...]]:
    lines: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(wording()["same"]):
        for one in dict.fromkeys(stem(w) for w in words):
            lines[one] = (*lines.get(one, ()), number)
    return lines


def is_listed(word: str) -> bool:
    """Whether some line of `same` knows a word."""
    return stem(word) in _lines()


def same(left: str, right: str) -> bool:
    """True where two lemmas can stand for each other."""
    return not senses_of(left).isdisjoint(senses_of(right))


def senses_in(words: Iterable[str]) -> frozenset[str]:
    """What the words of a passage can be found by, those that a narrower word says besides included."""
    found: set[str] = set()
    for word in words:
        found |= senses_of(word)
        found |= {stem(w) for w in _broader().get(stem(word), ())}
        if head := _head_of_compound(word):
            found |= senses_of(head)
    return frozenset(found)


@lru_cache(maxsize=65536)
def _head_of_compound(word: str) -> str:
    """What a word written as one is a kind of: the child of schoolchildren. Empty where it is no such word."""
    singular = re.sub(r"children$", "child", re.sub(r"men$", "man", word))
    if is_listed(singular):
        return ""
    cuts = ((singular[:cut], singular[cut:]) for cut in range(4, len(singular) - 3))
    return next((head for first, head in cuts if is_listed(first) and is_listed(head)), "")


@lru_cache(maxsize=1)
def _broader() -> dict[str, tuple[str, ...]]:
    wider: dict[str, tuple[str, ...]] = {}
    for word, narrower in wording()["broader"].items():
        for one in narrower:
            wider[stem(one)] = (*wider.get(stem(one), ()), word)
    return wider


@lru_cache(maxsize=65536)
def opposites(word: str) -> frozenset[str]:
    """The stems of the words that turn this one round."""
    return _opposites().get(stem(word), frozenset())


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in wording()["opposite"]:
        found.setdefault(stem(one), set()).add(stem(other))
        found.setdefault(stem(other), set()).add(stem(one))
    ways = [{stem(w) for w in words} for words in wording()["ways"].values()]
    for one, other in zip(ways, reversed(ways), strict=True):
        for word in one:
            found.setdefault(word, set()).update(other)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=64)
def words_of(key: str) -> frozenset[str]:
    """One of the plain lists of data/wording.yml."""
    return frozenset(wording()[key])


@lru_cache(maxsize=64)
def listed_stems(*keys: str) -> frozenset[str]:
    """The stems of the words of these lists."""
    return frozenset(stem(w) for key in keys for w in words_of(key))


def is_office(token: Token) -> bool:
    """Whether a noun says what somebody is: a governor, not a government, though both have one stem."""
    return token.lemma_.lower() in words_of("offices") or token.lower_ in words_of("offices")


def idle_stems() -> frozenset[str]:
    """The stems of words that claim nothing."""
    return listed_stems("idle")
