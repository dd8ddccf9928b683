"""How one name comes to be spelled in several ways, and back.

For comparing, any spelling (Cyrillic, or Latin after a Belarusian, Russian, Ukrainian, Polish, German or French
tradition) becomes a few skeletons; two spellings of one name share one. For showing, `variants` writes a Cyrillic name
by published rules. All tables are in data/romanisation.yml, each with its source and an example.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import data

# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "Ł": "L", "Ø": "O", "Đ": "D", "İ": "I", "Æ": "Ae", "Œ": "Oe", "Þ": "Th",
})  # fmt: skip
_HACEKS = str.maketrans({"š": "sh", "ž": "zh", "č": "ch", "ć": "c", "ŭ": "w", "ë": "yo"})


@dataclass(frozen=True, slots=True)
class Fold:
    """One rewriting: a pattern, what it becomes, and two spellings that it makes meet."""

    pattern: re.Pattern[str]
    to: str
    example: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Variant:
    """A name written by a published rule."""

    text: str
    language: str  # be, ru, uk
    rule: str


def tables() -> dict[str, Any]:
    """data/romanisation.yml as it stands."""
    return data.load("romanisation")


def folds(*path: str) -> tuple[Fold, ...]:
    """The rewritings under a key of the tables: `folds`, `traditions polish`, `arabic folds`."""
    rows: Any = tables()
    for key in path:
        rows = rows[key]
    return tuple(Fold(re.compile(r["from"]), r["to"], (r["example"][0], r["example"][1])) for r in rows)


@lru_cache(maxsize=1)
def _traditions() -> tuple[tuple[Fold, ...], ...]:
    return tuple(folds("traditions", name) for name in tables()["traditions"])


@lru_cache(maxsize=1)
def _slavic_folds() -> tuple[Fold, ...]:
    return folds("folds")


@lru_cache(maxsize=1)
def _arabic_folds() -> tuple[Fold, ...]:
    return folds("arabic", "folds")


def is_cyrillic(text: str) -> bool:
    """True where the text has a Cyrillic letter."""
    return any("Ѐ" <= c <= "ԯ" for c in text)


@lru_cache(maxsize=8192)
def latin(word: str) -> str:
    """Lower-case, Cyrillic as Latin (for comparing, not for showing), no diacritics, no apostrophes."""
    word = unicodedata.normalize("NFC", word).casefold()
    if is_cyrillic(word):
        letters = tables()["letters"]
        word = "".join(letters.get(c, c) for c in word)
    return plain(word)


def plain(text: str) -> str:
    """Letters without their marks: Müller → Muller, Łukasz → Lukasz. Case stays."""
    bare = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return re.sub(r"['’‘ʼʻ`´]", "", "".join(c for c in bare if not unicodedata.combining(c)))


def _apply(word: str, rows: tuple[Fold, ...]) -> str:
    for fold in rows:
        word = fold.pattern.sub(fold.to, word)
    return word


@lru_cache(maxsize=8192)
def skeletons(word: str) -> frozenset[str]:
    """What a word can be, read as Slavic by each tradition; two romanisations of one name share one of them."""
    start = {latin(word), latin(unicodedata.normalize("NFC", word).casefold().translate(_HACEKS))}
    return frozenset(_apply(_apply(w, reading), _slavic_folds()) for w in start for reading in _traditions())


@lru_cache(maxsize=8192)
def arabic_skeleton(word: str) -> str:
    """The same for a name that comes from Arabic script."""
    return _apply(latin(word), _arabic_folds())


@lru_cache(maxsize=8192)
def is_slavic_surname(word: str) -> bool:
    """True where the ending is one that Slavic surnames have, or the word is Cyrillic."""
    return is_cyrillic(word) or latin(word).endswith(tuple(tables()["slavic_endings"].split()))


def is_couple(one: str, other: str) -> bool:
    """True where two surnames differ only as a man's and a woman's do: Krutski and Krutskaya."""
    pairs = [(row["m"], row["f"]) for row in tables()["masculine_to_feminine"]]
    return any(
        (a.endswith(m) and b.endswith(f) and a[: -len(m)] == b[: -len(f)])
        or (a.endswith(f) and b.endswith(m) and a[: -len(f)] == b[: -len(m)])
        for a in skeletons(one)
        for b in skeletons(other)
        for m, f in pairs
    )


def variants(name: str, languages: tuple[str, ...] = ("be", "ru", "uk")) -> tuple[Variant, ...]:
    """A Cyrillic name written by each published rule of the languages given, each result once.

    Latin names come back empty: which Cyrillic name they stand for is not written in them.
    """
    if not is_cyrillic(name):
        return ()
    found: dict[str, Variant] = {}
    for table in tables()["writing"].values():
        if table["language"] in languages:
            text = _write(name, table["letters"], table["first"], table["after"])
            found.setdefault(text, Variant(text, table["language"], table["rule"]))
    return tuple(found.values())


def _write(name: str, letters: dict[str, str], first: dict[str, str], after: str) -> str:
    out, before = [], " "
    for c in name:
        low = c.lower()
        starts = (not before.isalpha() and before != "'") or before.lower() in after
        new = first.get(low, letters.get(low, low)) if starts else letters.get(low, low)
        out.append(new[:1].upper() + new[1:] if c.isupper() else new)
        before = c
    return unicodedata.normalize("NFC", "".join(out))
