"""A name taken apart, and the table of given names.

`parse` says what is given name, middle, surname and suffix in a name as an English-language article writes it;
`same_given` whether two given names are one in two languages. The table is data/given_names.yml, written by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator import data
from generator.names.chinese import is_surname_first as is_eastern_surname_first
from generator.names.romanise import is_cyrillic, latin, skeletons, tables

# Romanised patronymics: Ivanovich, Ivanovna, Siarhieievič; also Ilyich. Only a middle name is read as one.
_PATRONYMIC = re.compile(
    r"(?:ovi[ct]ch|ovich|evich|avich|ievich|yevich|ovych|evych|ovna|evna|auna|euna|ivna|ichna|ilyich)$"
)

# Persian and Arabic first halves of a given name that is written as one word or as two.
_JOINED = re.compile(r"(M[ou]hamm?[ae]d|Ali|Amir|Gholam|Golam|Hossein|Seyed|Sayed)-?([^\W\d_]{3,})", re.IGNORECASE)

_CAPITAL = frozenset(("De", "Bin", "Ibn", "Abu"))
_ARTICLE = re.compile(r"[ae][lndrstz]-|ash-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name's words as written, sorted by what they are. A one-word name has a surname only."""

    given: str
    middle: tuple[str, ...]
    surname: str  # with its particles: van der Berg, al-Asri
    suffix: str  # jr, sr, ii …
    title: str  # what stood before it
    given_second: bool = False  # the surname stood first

    @property
    def is_single(self) -> bool:
        """True for a bare surname or a bare given name."""
        return not self.given


@dataclass(frozen=True, slots=True)
class GivenName:
    """One line of the table: `full` and `short` forms, without marks and in lower case."""

    sex: str  # m or f
    full: frozenset[str]
    short: frozenset[str]


@lru_cache(maxsize=1)
def titles() -> dict[str, frozenset[str]]:
    """data/titles.yml: courtesy, office, suffixes, particles, company, firm; lower case, without full stops."""
    return {key: frozenset(words) for key, words in data.load("titles").items()}


@lru_cache(maxsize=1)
def given_names() -> tuple[GivenName, ...]:
    """Every line of data/given_names.yml."""
    raw = data.load("given_names")
    rows = []
    for key, sex in (("masculine", "m"), ("feminine", "f")):
        for line in raw[key]:
            full, _, short = str(line).partition("|")
            rows.append(GivenName(sex, frozenset(map(latin, full.split())), frozenset(map(latin, short.split()))))
    return tuple(rows)


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for i, row in enumerate(given_names()):
        for form in sorted(row.full | row.short):
            found.setdefault(form, []).append(i)
    return {form: tuple(rows) for form, rows in found.items()}


@lru_cache(maxsize=8192)
def rows_of(word: str) -> tuple[GivenName, ...]:
    """The lines of the table that hold this word, as a full or a short form; Cyrillic by what its romanisations are."""
    return tuple(given_names()[i] for i in sorted({i for form in forms_of(word) for i in _index()[form]}))


@lru_cache(maxsize=8192)
def forms_of(word: str) -> frozenset[str]:
    """The forms in the table that are this word; for Cyrillic, those that share a skeleton with it."""
    if latin(word) in _index():
        return frozenset({latin(word)})
    if not is_cyrillic(word):
        return frozenset()
    return frozenset().union(*(_skeleton_index().get(s, frozenset()) for s in sorted(skeletons(word))))


@lru_cache(maxsize=1)
def _skeleton_index() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form in _index():
        for skeleton in skeletons(form):
            found.setdefault(skeleton, set()).add(form)
    return {skeleton: frozenset(forms) for skeleton, forms in found.items()}


def is_given_name(word: str) -> bool:
    """True where the table knows the word, with forms in other languages or without."""
    return bool(rows_of(word)) or latin(word) in _others() or len(_halves(word)) > 1


@lru_cache(maxsize=1)
def _others() -> frozenset[str]:
    raw = data.load("given_names")
    return frozenset(map(latin, str(raw["others"]).split())) | frozenset(str(tables()["turkic_given"]).split())


def sexes(word: str) -> frozenset[str]:
    """The sexes of the people who bear this given name: m, f, both, or empty where the table does not know it."""
    return frozenset(row.sex for row in rows_of(word))


def is_initial(word: str) -> bool:
    """True for `A.`, `A`, `J.-C.` and `JC`."""
    return (
        bool(re.fullmatch(r"(?:[^\W\d_]\.?-?){1,2}|(?:[^\W\d_]\.){1,3}", word))
        and word[:1].isupper()
        and word.upper() == word
    )


def is_patronymic(word: str) -> bool:
    """True for a middle name formed from the father's: Ivanovich, Ivanovna."""
    return bool(_PATRONYMIC.search(latin(word)))


@lru_cache(maxsize=8192)
def parse(name: str) -> NameParts:
    """A name, as written, in its parts. `Surname, Given`, titles before and Jr. after it are understood."""
    title, words, suffix, swapped = _words(name)
    if not words:
        return NameParts("", (), "", suffix, title)
    if len(words) == 1 or all(_is_particle(w) for w in words[:-1]):
        return NameParts("", (), " ".join(words), suffix, title)
    if not swapped and _is_surname_first(words):
        given = [" ".join(words[1:])] if is_eastern_surname_first(words) else words[1:]  # Jong Un of Kim Jong Un
        words, swapped = [*given, words[0]], True
    if len(words) > 2 and latin(words[0]) == "abd" and _ARTICLE.match(words[1]):
        words = [" ".join(words[:2]), *words[2:]]  # Abd al-Rahman is one given name
    words = words if swapped else [*_halves(words[0]), *words[1:]]
    start = len(words) - 1
    while start > 1 and latin(words[start - 1]) in titles()["particles"]:
        start -= 1
    return NameParts(words[0], tuple(words[1:start]), " ".join(words[start:]), suffix, title, swapped)


def _is_particle(word: str) -> bool:
    """True for `de` and, as no given name is written, `De` and `DE`; `Van` and `Al` are given names."""
    return word in titles()["particles"] or word in _CAPITAL or (
        word.isupper() and len(word) > 1 and word.casefold() in titles()["particles"]
    )


def _halves(word: str) -> tuple[str, ...]:
    """`Mohammadreza` as the two names that others write it as, `Mohammad Reza`; another word as it is."""
    match = _JOINED.fullmatch(word)
    return (match[1], match[2].capitalize()) if match and rows_of(match[2]) else (word,)


def _is_surname_first(words: list[str]) -> bool:
    """`Ротенберг Аркадий`, `Shevchuk Iryna Petrovna`: a known given name stands second and the first word is none."""
    if len(words) == 3 and is_patronymic(words[2]) and is_given_name(words[1]):
        return True
    if is_eastern_surname_first(words):
        return True
    return len(words) == 2 and is_given_name(words[1]) and not is_given_name(words[0]) and _ends_as_surname(words[0])


def _ends_as_surname(word: str) -> bool:
    return bool(re.search(r"(?:ov|ev|in|ova|eva|ina|sk[iy]|skaya|enko|chuk|berg|ich)$", latin(word)))


def _words(name: str) -> tuple[str, list[str], str, bool]:
    """Title, words in the order given name first, suffix, and whether a comma had put the surname first."""
    text = re.sub(r"(?<=[a-z])['’]s$", "", name.strip())
    text = re.sub(r"(?<=\b[A-Z])\.(?=[A-Z]\.)", ". ", text)
    head, comma, tail = text.partition(",")
    suffixes = titles()["suffixes"]
    swapped = bool(comma) and latin(tail.strip().rstrip(".")) not in suffixes
    if swapped:
        text = f"{tail} {head}"
    words = [w.strip(",") for w in text.split() if w.strip(",.")]
    suffix = ""
    while len(words) > 1 and (latin(words[-1].rstrip(".")) in suffixes | titles()["company"]):
        last = latin(words.pop().rstrip("."))
        suffix = data.load("titles")["suffixes"].get(last, suffix)
    words, title = _without_title(words)
    return title, words, suffix, swapped


def _without_title(words: list[str]) -> tuple[list[str], str]:
    known = titles()["courtesy"] | titles()["office"]
    for n in (3, 2, 1):
        if len(words) > n and " ".join(w.rstrip(".").lower() for w in words[:n]) in known:
            rest, more = _without_title(words[n:])
            return rest, " ".join([*words[:n], more]).strip()
    return words, ""


def same_given(one: str, other: str) -> str:
    """How two given names are one: `same`, `form` (Viktar, Viktor), `short` (Joe, Joseph), `spelling`; else empty."""
    if latin(one) == latin(other):
        return "same"
    mine, theirs = rows_of(one), rows_of(other)
    a, b = latin(one), latin(other)
    shared = [row for row in mine if row in theirs]
    if any(forms_of(one) & row.full and forms_of(other) & row.full for row in shared):
        return "form"
    if any((forms_of(one) | forms_of(other)) & row.full for row in shared):
        return "short"
    if mine and theirs:
        return ""
    if min(len(a), len(b)) >= 4 and skeletons(one) & skeletons(other):
        return "spelling"
    return ""
