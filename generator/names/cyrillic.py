"""From a name in Latin letters back to Cyrillic, and between Belarusian, Russian and Ukrainian.

A romanisation loses things: what a rule cannot know makes the whole reading unsure, and an unsure reading is none. All
rules are in data/cyrillic.yml, each with its source and an example.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import data
from generator.names.romanise import is_cyrillic, latin, plain, variants

LANGUAGES = ("be", "ru", "uk")
_HACEKS = str.maketrans({"š": "sh", "ž": "zh", "č": "ch", "ŭ": "u", "ć": "ts", "ś": "s", "ń": "n", "ł": "l"})
_VOWELS = "аеёиоуыэюяіўєї"


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One rule: a pattern, what it becomes, whether that is a guess, and what it makes of an example."""

    pattern: re.Pattern[str]
    to: str
    is_unsure: bool
    example: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """One given name: in Cyrillic by language, and what its romanisations sound like."""

    written: dict[str, str]
    sounds: frozenset[str]


def tables() -> dict[str, Any]:
    """data/cyrillic.yml as it stands."""
    return data.load("cyrillic")


@lru_cache(maxsize=16)
def rewritings(kind: str, which: str) -> tuple[Rewriting, ...]:
    """The rules of `reading` (ru, be, uk), `turning` (be-ru, ru-be, uk-ru) or `respelling` (be), in their order."""
    return tuple(
        Rewriting(re.compile(row["from"]), row["to"], bool(row.get("unsure")), (row["example"][0], row["example"][1]))
        for row in tables()[kind][which]
    )


# ---------------------------------------------------------------- given names


@lru_cache(maxsize=1)
def given_table() -> tuple[Given, ...]:
    """Every line of the table of given names."""
    return tuple(_given(str(line)) for line in tables()["given"])


def _given(line: str) -> Given:
    words, _, also = line.partition("|")
    ru, be, uk = words.split()
    written = {"ru": ru, "be": be, "uk": uk}
    by_rule = {v.text for language in LANGUAGES for v in variants(written[language], (language,))}
    forms = {latin(form) for form in (*by_rule, *also.split())}
    return Given(written, frozenset(map(_sound, forms)))


def _sound(word: str) -> str:
    """A given name without what romanisations of one name differ in: Andriy, Andrii and Andrij are one."""
    return re.sub("i+", "i", re.sub("[yj]", "i", latin(word)))


@lru_cache(maxsize=4096)
def find_given(word: str) -> Given | None:
    """The East Slavic name that a given name in Latin letters stands for, if any."""
    found = [row for row in given_table() if _sound(word) in row.sounds]
    return found[0] if found else None


def languages_of(word: str) -> frozenset[str]:
    """The languages whose romanisations write the given name like this: Viktar is Belarusian, Ivan is any."""
    row = find_given(word)
    if row is None:
        return frozenset()
    written = {lang: {_plainest(v.text) for v in variants(row.written[lang], (lang,))} for lang in LANGUAGES}
    return frozenset(lang for lang, forms in written.items() if _plainest(word) in forms)


def _plainest(text: str) -> str:
    ending = re.sub("(?:iy|yy|ii)$", "y", latin(text))
    return re.sub(r"(ts|.)\1", r"\1", re.sub("[yj](?=[aeou])", "i", ending))


# ---------------------------------------------------------------- surnames


@lru_cache(maxsize=4096)
def read_surname(surname: str, language: str) -> str:
    """The surname in Cyrillic, read as a romanisation of this language; empty where that is not certain."""
    parts = [_read(part, language) for part in re.split(r"(-)", surname)]
    return "".join(parts) if all(parts) else ""


def _read(part: str, language: str) -> str:
    if part == "-" or is_cyrillic(part):
        return part
    word = plain(unicodedata.normalize("NFC", part).casefold().translate(_HACEKS)).casefold()
    for rule in rewritings("reading", language):
        new = rule.pattern.sub(rule.to, word)
        if new != word and rule.is_unsure:
            return ""
        word = new
    letters = tables()["letters"][language]
    word = "".join(letters.get(c, c) for c in word)
    return "" if re.search(f"[a-z]|{tables()['impossible'][language]}", word) else _capital(word)


@lru_cache(maxsize=4096)
def turn_surname(surname: str, source: str, target: str) -> str:
    """A Cyrillic surname of one language in another; empty where that is not certain or no rules are there."""
    if source == target:
        return surname
    if f"{source}-{target}" not in tables()["turning"]:
        return ""
    turned = [part if part == "-" else _turn(part.casefold(), source, target) for part in re.split(r"(-)", surname)]
    return "".join(_capital(part) for part in turned) if all(turned) else ""


def _turn(word: str, source: str, target: str) -> str:
    if (source, target) == ("ru", "be"):
        word = _weaken(word)
    elif (source, target) == ("be", "ru"):
        word = _strengthen(word)
    for rule in rewritings("turning", f"{source}-{target}"):
        word = rule.pattern.sub(rule.to, word)
    return word


def respell(name: str, language: str) -> str:
    """A Cyrillic name as somebody writes it who has Russian letters only; empty where no rules for that are there."""
    if language not in tables()["respelling"]:
        return ""
    for rule in rewritings("respelling", language):
        name = rule.pattern.sub(rule.to, name.casefold())
    return re.sub(r"\w+", lambda word: _capital(word[0]), name)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, str], ...]:
    """Belarusian and Russian stems, the longest first."""
    pairs = [pair.split(":") for pair in str(tables()["stems"]).split()]
    return tuple(sorted(((be, ru) for be, ru in pairs), key=lambda p: (-len(p[0]), p)))


def _strengthen(word: str) -> str:
    """A Belarusian surname with the vowels of a Russian one in its stem: by the table, or where nothing is in doubt."""
    for be, ru in _stems():
        if word.startswith(be):
            return ru + word[len(be) :]
    stem = re.sub(r"(?:[ао]ў|[ао]ва|[аэе]нка|ская|цкая|ка|а)$", "", word)
    vowels = [c for c in stem if c in _VOWELS]
    is_reduced = "а" in stem and len(vowels) > 1  # perhaps: о or а
    return "" if is_reduced or any(re.search(pattern, word) for pattern in tables()["in_doubt"]) else word


def _weaken(word: str) -> str:
    """A Russian surname with unstressed о and е as Belarusian writes them; empty where the stress is not known."""
    stem = max((ru for _, ru in _stems() if word.startswith(ru)), key=len, default="")
    at = next((m.start() for row in tables()["stress"] if (m := re.search(row["ending"], word))), None)
    if at is None:
        rest = re.sub(r"(?:ко|ев|ев[а])$", "", word)
        return word if not re.search("[оеё]", rest) and not re.search("ё|[ое]ва?$", word) else _by_stem(word, stem)
    before, after = word[:at], word[at:]
    if before.endswith(tuple("аеиоуыэюя")) or not _is_enko_certain(before, after):
        return ""
    first, rest = after[:1], after[1:]
    last = max((i for i, c in enumerate(before) if c in _VOWELS), default=-1)
    if last >= 0 and before[last] == "е":
        hard = before[last - 1 : last] in tuple("жшчрцщ")
        before = before[:last] + ("а" if hard else "я") + before[last + 1 :]
    return before.replace("о", "а") + first + rest.replace("о", "а")


def _is_enko_certain(before: str, ending: str) -> bool:
    return ending != "енко" or not before.endswith(tuple("жшчщр")) or before in str(tables()["stressed_enko"]).split()


def _by_stem(word: str, stem: str) -> str:
    """A surname whose stem settles its vowels; -ов is unstressed after a suffix -ик-."""
    rest = re.sub("(?<=ик)ов(?=а?$)", "ав", word)[len(stem) :]
    is_settled = stem and not re.search("[оеё]", re.sub(r"ко$|ев(?=а?$)", "", rest))
    return next(be for be, ru in _stems() if ru == stem) + rest if is_settled else ""
