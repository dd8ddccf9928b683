"""Chinese and Korean names in Latin letters: which word is the surname, and what a Mandarin syllable can be.

Taiwan writes Wade-Giles, the mainland Hanyu Pinyin, and either puts the surname first or last. Wade-Giles in newspapers
has lost its apostrophes, so one spelling has several readings (`Chih` is zhi or chi); two names are one only where one
of them is written as the other can be read. Syllables and surnames are in data/chinese.yml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from generator import data

_LONGEST = 6  # letters of a syllable: zhuang, hsiung, kyeong


def _table() -> dict[str, Any]:
    return data.load("chinese")


def wade_giles() -> list[dict[str, Any]]:
    """Every rewriting of a syllable, with its example."""
    return [row for part in ("initials", "finals") for row in _table()["wade_giles"][part]]


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...], ...]:
    """The rewritings of initials and of finals, each a pattern and what it can stand for."""
    return tuple(
        tuple((re.compile(row["from"]), tuple(row["to"])) for row in _table()["wade_giles"][part])
        for part in ("initials", "finals")
    )


@lru_cache(maxsize=8192)
def mandarin(word: str) -> frozenset[str]:
    """What a word can be in pinyin, joined and in lower case, as written or read as Wade-Giles: `Chih-ming` is
    zhiming or chiming."""
    parts = [p for p in re.split(r"[-‐\s]+", _bare(word)) if p]
    readings = {"".join(found) for found in product(*(_readings(part) for part in parts))}
    return frozenset({as_written(word), *readings})


def as_written(word: str) -> str:
    """The letters of a word without hyphens, apostrophes and tones."""
    return re.sub(r"[^a-zü]", "", _bare(word))


@lru_cache(maxsize=8192)
def _readings(syllable: str) -> tuple[str, ...]:
    initials, finals = _rows()
    starts = {syllable}
    for pattern, to in initials:
        if pattern.search(syllable):
            starts = {pattern.sub(t, syllable) for t in to}
            break
    for pattern, to in finals:
        starts = {pattern.sub(t, s) if pattern.search(s) else s for s in starts for t in to}
    return tuple(sorted(starts))


def _bare(word: str) -> str:
    """Lower case without tone marks; the ü and the apostrophe of aspiration stay."""
    text = unicodedata.normalize("NFC", word).casefold().replace("’", "'").replace("‘", "'")
    kept = (c if c == "ü" else unicodedata.normalize("NFD", c) for c in text)
    return "".join(c for part in kept for c in part if not unicodedata.combining(c))


def is_one_word(one: str, other: str) -> bool:
    """True where one is written as the other can be read: Hsu, Xu; Chih-ming, Zhiming."""
    return as_written(one) in mandarin(other) or as_written(other) in mandarin(one)


@lru_cache(maxsize=8192)
def is_chinese_surname(word: str) -> bool:
    """True for a common Chinese surname in pinyin or Wade-Giles: Xu, Hsu, Tsai."""
    return not re.search(r"[-\s]", word) and bool(mandarin(word) & _surnames("chinese_surnames"))


def is_korean_surname(word: str) -> bool:
    """True for a common Korean surname as newspapers write it."""
    return as_written(word) in _surnames("korean_surnames")


@lru_cache(maxsize=2)
def _surnames(key: str) -> frozenset[str]:
    return frozenset(str(_table()[key]).casefold().split())


@lru_cache(maxsize=8192)
def is_given(word: str) -> bool:
    """True for a given name of two syllables, hyphenated or joined: Mei-ling, Jae-in, Zhiming. Three joined ones are
    as likely Japanese."""
    halves = re.split(r"[-‐]", word)
    if len(halves) == 2:
        return all(1 < len(h) <= _LONGEST for h in halves) and all(_is_syllable(h) for h in halves)
    return len(halves) == 1 and _pinyin_syllables(word) == 2


def _is_syllable(text: str) -> bool:
    return bool(re.fullmatch(_table()["korean_syllable"], text.casefold())) or _pinyin_syllables(text) == 1 or any(
        _pinyin_syllables(reading) == 1 for reading in _readings(_bare(text))
    )


@lru_cache(maxsize=8192)
def _pinyin_syllables(text: str) -> int:
    """Of how many syllables of pinyin a word is made; 0 where it is not."""
    low = _bare(text)
    counts = (n for n in (1, 2, 3) if re.fullmatch(f"(?:{_table()['syllable']}){{{n}}}", low))
    return next(counts, 0)


def is_surname_first(words: Sequence[str]) -> bool:
    """True for `Wang Zhiming`, `Tsai Wen-hao`, `Park Min-seo`, `Park Min Seo`: a surname, and behind it what can only
    be a given name. `Li Na` can be read either way and is not answered."""
    if len(words) == 3:
        is_short = all(re.fullmatch(_table()["korean_syllable"], w.casefold()) for w in words[1:])
        return is_korean_surname(words[0]) and is_short
    if len(words) != 2 or not is_given(words[1]) or is_chinese_surname(words[1]):
        return False
    return is_chinese_surname(words[0]) or (is_korean_surname(words[0]) and "-" in words[1])


def is_eastern(words: Sequence[str]) -> bool:
    """True for a surname and a given name in either order, or two syllables of which one is a common surname."""
    if len(words) != 2:
        return False
    for surname, given in (words, words[::-1]):
        is_known = is_chinese_surname(surname) or (is_korean_surname(surname) and "-" in given)
        if is_known and (is_given(given) or (_pinyin_syllables(given) and _pinyin_syllables(surname))):
            return True
    return False
