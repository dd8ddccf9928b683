"""How a part of one name relates to the same part of another: surnames, given names, middle names.

Each function answers with a word (`same`, `spelling`, `couple` …) or with nothing; the package gives the words weight.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.names.chinese import is_chinese_surname, is_one_word
from generator.names.nameparts import NameParts, is_given_name, is_initial, is_patronymic, rows_of, same_given, titles
from generator.names.romanise import (
    arabic_skeleton,
    is_couple,
    is_cyrillic,
    is_slavic_surname,
    latin,
    skeletons,
    tables,
)

# `Servant of`, with which an Arabic given name begins that is written as one word or as two.
_SERVANT = re.compile(r"abd(?:[aeu]l)?")


@lru_cache(maxsize=65536)
def same_surname(
    one: str, other: str, slavic: bool = True, arabic: bool = False, chinese: bool = False, turkic: bool = False
) -> str:
    """How two surnames are one: same, spelling, part, slip; `couple` for a man's and a woman's form; else empty."""
    a, b = _bare_surname(one), _bare_surname(other)
    if a == b:
        return "same"
    read_as_slavic = slavic and (is_slavic_surname(one) or is_slavic_surname(other) or is_cyrillic(one + other))
    if (read_as_slavic or turkic) and skeletons(a) & skeletons(b):
        return "spelling"
    if arabic and arabic_skeleton(a) == arabic_skeleton(b):
        return "spelling"
    if chinese:
        return "spelling" if is_one_word(one, other) else ""
    if slavic and min(len(a), len(b)) >= 4 and is_couple(a, b):
        return "couple"
    if _share_half(one, other):
        return "part"
    return "slip" if is_slip(a, b) else ""


def _bare_surname(name: str) -> str:
    words = [w for w in re.split(r"[\s\-–]+", latin(name)) if w]
    kept = [w for w in words if w not in ("al", "el", "ul", "ad", "as", "ar", "an", "ash", "at")] or words
    return "".join({"ibn": "bin", "ben": "bin"}.get(w, w) for w in kept)


def _share_half(one: str, other: str) -> bool:
    a, b = (re.split(r"[\-–]", latin(n)) for n in (one, other))
    return len(a) != len(b) and any(len(h) > 3 for h in set(a) & set(b)) and 1 in (len(a), len(b))


def is_slip(a: str, b: str) -> bool:
    """True where long words differ by two neighbouring letters swapped or one letter doubled: Tkahcenko, Hanniball."""
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    if re.sub(r"(.)\1+", r"\1", a) == re.sub(r"(.)\1+", r"\1", b):
        return True
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return (
        len(a) == len(b)
        and len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and a[wrong[0]] == b[wrong[1]]
        and a[wrong[1]] == b[wrong[0]]
    )


def given_relation(a: NameParts, b: NameParts) -> str:
    """How two given names are one: same, form, short, spelling, joined, initial, slip; else empty."""
    one, other = a.given, b.given
    if is_initial(one) or is_initial(other):
        return "initial" if _initials_agree(one, other) else ""
    found = same_given(one, other)
    if found == "spelling" and not is_slavic(a, b):
        found = ""
    if found:
        return found
    if _joined(one) == _joined(other):
        return "joined"
    if is_chinese(a, b):
        return "spelling" if is_one_word(one, other) else ""
    if is_arabic(a, b) and arabic_skeleton(_joined(one)) == arabic_skeleton(_joined(other)):
        return "spelling"
    known = is_given_name(one) and is_given_name(other)
    return "slip" if not known and is_slip(latin(one), latin(other)) else ""


def _joined(text: str) -> str:
    return re.sub(r"[\W_]+", "", latin(text))


def _initials_agree(one: str, other: str) -> bool:
    """J., J.-C. and JC stand for Jean-Claude; an initial never stands for a form that begins otherwise."""

    def firsts(text: str) -> str:
        words = re.split(r"[\s.\-]+", text)
        return "".join(w if is_initial(w) else w[:1] for w in words if w).casefold()

    a, b = firsts(one), firsts(other)
    if not is_initial(one) or not is_initial(other):
        full = other if is_initial(one) else one
        sign = a if is_initial(one) else b
        forms = {form[:1] for row in rows_of(full) for form in row.full if len(sign) == 1}
        return b.startswith(a) or a.startswith(b) or sign in forms
    return a.startswith(b) or b.startswith(a)


def middle_relation(a: NameParts, b: NameParts) -> str:
    """What middle names say: none, same, missing (on one side), many missing, conflict."""
    one, other = (_middles(p) for p in (a, b))
    if not one and not other:
        return "none"
    short, long = sorted((one, other), key=len)
    if not short:
        return "many missing" if len(long) > 2 else "missing"
    rest = list(long)
    for word in short:
        at = next((i for i, w in enumerate(rest) if _middle_agrees(word, w)), None)
        if at is None:
            return "conflict"
        rest = rest[at + 1 :]
    return "same" if len(long) - len(short) <= 2 else "many missing"


def _middles(parts: NameParts) -> list[str]:
    """The middle names, Abdul Rahman and Abd al-Rahman as one of them, without particles."""
    words: list[str] = []
    for word in parts.middle:
        if words and _SERVANT.fullmatch(latin(words[-1])):
            words[-1] = f"{words[-1]} {word}"
        else:
            words.append(word)
    return [w for w in words if latin(w) not in titles()["particles"]]


def _middle_agrees(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return _initials_agree(one, other)
    if any(_SERVANT.match(latin(w)) for w in (one, other)):
        return arabic_skeleton(_joined(one)) == arabic_skeleton(_joined(other))
    if same_given(one, other) or _joined(one) == _joined(other):
        return True
    return is_patronymic(one) and is_patronymic(other) and bool(skeletons(one) & skeletons(other))


def is_slavic(a: NameParts, b: NameParts) -> bool:
    """True where either surname is Slavic by its ending or its script."""
    return any(is_slavic_surname(p.surname) or is_cyrillic(p.surname) for p in (a, b))


def is_turkic(a: NameParts, b: NameParts) -> bool:
    """True where both given names are Central Asian, so that their surnames came into Latin letters from Cyrillic."""
    known = _turkic_given()
    return all(latin(p.given) in known for p in (a, b))


@lru_cache(maxsize=1)
def _turkic_given() -> frozenset[str]:
    return frozenset(str(tables()["turkic_given"]).split())


def is_chinese(a: NameParts, b: NameParts) -> bool:
    """True where both surnames are common Chinese ones, in pinyin or Wade-Giles."""
    return is_chinese_surname(a.surname) and is_chinese_surname(b.surname)


def is_arabic(a: NameParts, b: NameParts) -> bool:
    """True where either name has a particle or a given name that comes from Arabic."""
    return _has_arabic_word(a) or _has_arabic_word(b)


@lru_cache(maxsize=8192)
def _has_arabic_word(parts: NameParts) -> bool:
    known = tables()["arabic"]
    words = re.split(r"[\s\-–]+", latin(f"{parts.given} {' '.join(parts.middle)} {parts.surname}"))
    if any(w in known["markers"] or re.match(r"abd[aeu][a-z]{3}", w) for w in words):  # Abdelrahman, Abdurrahim
        return True
    return any(not row.full.isdisjoint(known["given"]) for w in words for row in rows_of(w))
