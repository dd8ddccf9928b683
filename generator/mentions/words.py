"""The words of a text one by one, and what kind of word each is by itself: data/not_names.yml and data/roles.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator import data
from generator.names.nameparts import titles

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?!\w)|\bO' ?[A-Z][a-z]+|[^\W\d_]+(?:[-'][^\W\d_]+)*")
# The Arabic article before a name, after whose last letter it may be written: al-Hadidi, ar-Rashid.
_ARTICLE = re.compile(r"(?:[ae][lndrstz]|a(?:sh|dh|th)|u[lrd]|bin|ibn|abu|abd)-[A-Z]")
_CONTRACTED = re.compile(r"(?:'(?:m|ve|ll|re|d)|n't)$", re.IGNORECASE)
_ABBREVIATED = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "capt", "sgt", "sen", "rep", "gov", "rev", "hon", "adm", "maj",
    "brig", "st", "jr", "sr", "cpl", "cmdr",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a block: offsets in the block, `text` without a possessive, and whether one followed."""

    text: str
    start: int
    end: int
    owns: bool
    kind: str  # name, title, edge, never, particle, suffix, acronym, lower


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """data/not_names.yml and data/roles.yml, each list as a set of lower-case words."""
    found: dict[str, frozenset[str]] = {}
    for file in ("not_names", "roles"):
        for key, words in data.load(file).items():
            found[key] = frozenset(words.split())
    return found


@lru_cache(maxsize=16384)
def kind_of(text: str) -> str:
    """What kind of word this is by itself; see Word.kind."""
    low = text.casefold().rstrip(".")
    lists, known = word_lists(), titles()
    if low in known["particles"] and not text[0].isupper():
        return "particle"
    if not text[0].isupper():
        return "name" if _ARTICLE.match(text) and low not in lists["never"] else "lower"
    if low in known["suffixes"]:
        return "suffix"
    if low in known["courtesy"] or low in known["office"]:
        return "title"
    if len(text) == 2 and text[1] == ".":
        return "name"
    if _CONTRACTED.search(low):
        return "edge"
    if low in lists["never"]:
        return "never"
    if text == "Un":  # Kim Jong Un; the organisation is written in capitals
        return "name"
    if text in lists["vessel_marks"]:
        return "never"
    if any(low in lists[key] for key in ("edge", "countries", "cities", "states", "demonyms", "time")):
        return "edge"
    halves = low.split("-")
    if len(halves) > 1 and all(any(h in lists[k] for k in ("edge", "countries", "demonyms", "never")) for h in halves):
        return "edge"
    if re.fullmatch(r"(?:[^\W\d_]\.){2,}", text):
        return "name" if low.count(".") < 2 and low not in lists["demonyms"] else "edge"
    return "name"


def words_of(text: str) -> list[Word]:
    """Every word of a block's plain text."""
    found = []
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        owns = bool(re.search(r"[a-zA-Z]'s$", word)) or (text[end : end + 1] == "'" and word.endswith("s"))
        if word.lower().endswith("'s"):
            word, end = word[:-2], end - 2
        is_short = word.casefold() in _ABBREVIATED or (len(word) == 1 and word.isupper() and word != "I")
        if is_short and text[end : end + 1] == ".":
            word, end = word + ".", end + 1
        found.append(Word(word, start, end, owns, kind_of(word)))
    return found
