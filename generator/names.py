"""Whether two spellings are one person's name, and why.

The rules are a readable list: each looks at one thing, adds or takes away weight, and says so in a sentence. A name that
only looks alike is another name: letters are never counted, spellings meet only where a romanisation, another language's
form of a given name, or a slip of the typewriter explains the difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.nameparts import (
    NameParts,
    is_given_name,
    is_initial,
    is_patronymic,
    parse,
    rows_of,
    same_given,
    sexes,
    titles,
)
from generator.romanise import (
    arabic_skeleton,
    is_couple,
    is_cyrillic,
    is_slavic_surname,
    latin,
    pinyin,
    skeletons,
    tables,
)

# From here on two names are one. A surname that agrees with an initial (.4 + .25) is just enough; a surname alone (.4)
# or a given name alone (.4) never is.
THRESHOLD = 0.6


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came out: `same`, a score from 0 to 1, and a sentence for each rule that spoke."""

    same: bool
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names side by side, and how their parts relate: an empty relation says that they do not."""

    left: NameParts
    right: NameParts
    surname: str  # same, spelling, couple, part, slip
    given: str  # same, form, short, spelling, initial, joined, slip
    middle: str  # same, missing, many missing, conflict, none


@dataclass(frozen=True, slots=True)
class Rule:
    """`weight` is added where `holds`; `reason` is a sentence with {left} and {right} parts in it."""

    name: str
    weight: float
    holds: Callable[[Pair], bool]
    reason: str


RULES: tuple[Rule, ...] = (
    Rule("surname", 0.4, lambda p: p.surname == "same", "The surname is the same: {ls}."),
    Rule("surname-spelling", 0.4, lambda p: p.surname == "spelling", "{ls} and {rs} are two spellings of one surname."),
    Rule("surname-part", 0.3, lambda p: p.surname == "part", "{ls} and {rs} share one half of a double surname."),
    Rule("surname-slip", 0.3, lambda p: p.surname == "slip", "{ls} and {rs} differ by two swapped or one doubled letter."),
    Rule("surname-sex", 0.25, lambda p: p.surname == "couple", "{ls} and {rs} are a man's and a woman's form of one surname."),
    Rule("given", 0.4, lambda p: p.given == "same", "The given name is the same: {lg}."),
    Rule("given-form", 0.4, lambda p: p.given == "form", "{lg} and {rg} are one given name in two languages."),
    Rule("given-spelling", 0.35, lambda p: p.given in ("spelling", "joined"), "{lg} and {rg} are two spellings of one given name."),
    Rule("given-short", 0.3, lambda p: p.given == "short", "{lg} and {rg} are a short and a full form of one given name."),
    Rule("given-initial", 0.25, lambda p: p.given == "initial", "{lg} can stand for {rg}."),
    Rule("given-slip", 0.2, lambda p: p.given == "slip", "{lg} and {rg} differ by two swapped or one doubled letter."),
    Rule("middle", 0.2, lambda p: p.middle == "same", "The middle names agree."),
    Rule("no-middle", 0.1, lambda p: p.middle == "none", "Neither has a middle name that says otherwise."),
    Rule("middle-missing", 0.05, lambda p: p.middle == "missing", "Only one of them gives a middle name or initial."),
    Rule("many-missing", -0.4, lambda p: p.middle == "many missing", "One of them has three or more names that the other lacks."),
    Rule("two-slips", -0.4, lambda p: p.surname == "slip" and p.given not in ("same", "form"), "Both parts differ."),
    Rule("sex", -0.6, lambda p: p.surname == "couple" and p.given not in ("same", "form"), "They are a man and a woman of one family."),
    Rule("other-surname", -1.0, lambda p: not p.surname, "{ls} and {rs} are two surnames."),
    Rule("other-given", -1.0, lambda p: not p.given, "{lg} and {rg} are two given names."),
    Rule("other-middle", -1.0, lambda p: p.middle == "conflict", "Their middle names or patronymics are different."),
    Rule(
        "generation",
        -1.0,
        lambda p: bool(p.left.suffix and p.right.suffix and p.left.suffix != p.right.suffix),
        "They are of two generations: one is {lx}, the other {rx}.",
    ),
)  # fmt: skip


@lru_cache(maxsize=65536)
def compare(left: str, right: str) -> Comparison:
    """Whether two names, as written in any of the scripts and traditions of romanise.py, are one person's name.

    It knows nothing but the two strings: namesakes come out as one, and a bare surname is never enough.
    """
    if _squeeze(left) == _squeeze(right):
        return Comparison(True, 1.0, ("They are written the same but for case, spaces and marks.",))
    one, other = parse(left), parse(right)
    if one.is_single or other.is_single:
        return _compare_single(one, other)
    results = [_judge(pair) for pair in _alignments(one, other)]
    return max(results, key=lambda c: c.score)


def _squeeze(name: str) -> str:
    parts = parse(name)
    return latin(re.sub(r"[\W_]+", "", f"{parts.given}{''.join(parts.middle)}{parts.surname}{parts.suffix}"))


def _judge(pair: Pair) -> Comparison:
    spoke = [rule for rule in RULES if rule.holds(pair)]
    score = round(min(1.0, max(0.0, sum(rule.weight for rule in spoke))), 2)
    words = {"ls": pair.left.surname, "rs": pair.right.surname, "lg": pair.left.given, "rg": pair.right.given,
             "lx": pair.left.suffix, "rx": pair.right.suffix}  # fmt: skip
    return Comparison(score >= THRESHOLD, score, tuple(rule.reason.format(**words) for rule in spoke))


def _compare_single(one: NameParts, other: NameParts) -> Comparison:
    """A bare name agrees with another bare name; beside a full name it is not enough to tell relatives apart."""
    a, b = one.surname, other.surname
    if one.is_single and other.is_single:
        if same_surname(a, b) in ("same", "spelling") or same_given(a, b) in ("same", "form"):
            return Comparison(True, 0.6, (f"{a} and {b} are one name, and neither says more.",))
        return Comparison(False, 0.0, (f"{a} and {b} are two names.",))
    single, full = (one, other) if one.is_single else (other, one)
    if same_surname(single.surname, full.surname) in ("same", "spelling"):
        return Comparison(False, 0.5, (f"{single.surname} alone does not say which {full.surname} it is.",))
    if same_given(single.surname, full.given) in ("same", "form"):
        return Comparison(False, 0.4, (f"{single.surname} alone does not say which {full.given} it is.",))
    return Comparison(False, 0.0, (f"{single.surname} is no part of the other name.",))


def _alignments(one: NameParts, other: NameParts) -> Iterator[Pair]:
    """The two names as parsed, and in the order surname first where a name may be written so."""
    for a in (one, *_turned(one)):
        for b in (other, *_turned(other)):
            given, surname = (
                _given_relation(a, b),
                same_surname(a.surname, b.surname, _is_slavic(a, b), _is_arabic(a, b)),
            )
            yield Pair(a, b, surname, given, _middle_relation(a, b))


def _turned(parts: NameParts) -> tuple[NameParts, ...]:
    """A name with no word from the table of given names may be one written surname first (Chinese, Korean, Hungarian)."""
    whole = (parts.given, *parts.middle)
    if parts.given_second or parts.suffix or any(map(is_given_name, (*whole, parts.surname))) or " " in parts.surname:
        return ()
    if parts.middle and not (len(parts.middle) == 1 and len(parts.given) <= 5):
        return ()
    return (NameParts(" ".join((*parts.middle, parts.surname)), (), parts.given, "", parts.title, True),)


# ---------------------------------------------------------------- relations of parts


def same_surname(one: str, other: str, slavic: bool = True, arabic: bool = False) -> str:
    """How two surnames are one: same, spelling, part, slip; `couple` for a man's and a woman's form; else empty."""
    a, b = _bare_surname(one), _bare_surname(other)
    if a == b:
        return "same"
    read_as_slavic = slavic and (is_slavic_surname(one) or is_slavic_surname(other) or is_cyrillic(one + other))
    if read_as_slavic and skeletons(a) & skeletons(b):
        return "spelling"
    if arabic and arabic_skeleton(a) == arabic_skeleton(b):
        return "spelling"
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
    a, b = ([h for h in re.split(r"[\-–]", latin(n)) if len(h) > 3] for n in (one, other))
    return len(a) != len(b) and bool(set(a) & set(b)) and 1 in (len(a), len(b))


def is_slip(a: str, b: str) -> bool:
    """True where long words differ by two neighbouring letters swapped or one letter doubled: Lukahsenko, Hanniball."""
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


def _given_relation(a: NameParts, b: NameParts) -> str:
    one, other = a.given, b.given
    if is_initial(one) or is_initial(other):
        return "initial" if _initials_agree(one, other) else ""
    found = same_given(one, other)
    if found == "spelling" and not _is_slavic(a, b):
        found = ""
    if found:
        return found
    if _joined(one) == _joined(other) or pinyin(one) == pinyin(other):
        return "joined"
    if _is_arabic(a, b) and arabic_skeleton(_joined(one)) == arabic_skeleton(_joined(other)):
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


def _middle_relation(a: NameParts, b: NameParts) -> str:
    one, other = ([w for w in p.middle if latin(w) not in titles()["particles"]] for p in (a, b))
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


def _middle_agrees(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return _initials_agree(one, other)
    if same_given(one, other) or _joined(one) == _joined(other):
        return True
    return is_patronymic(one) and is_patronymic(other) and bool(skeletons(one) & skeletons(other))


@lru_cache(maxsize=1)
def _slavic_given() -> frozenset[str]:
    """Given names of those lines of the table that hold a Slavic form (told by an ending or a Belarusian spelling)."""
    return frozenset()


def _is_slavic(a: NameParts, b: NameParts) -> bool:
    return any(is_slavic_surname(p.surname) or is_cyrillic(p.surname) for p in (a, b))


def _is_arabic(a: NameParts, b: NameParts) -> bool:
    markers = set(tables()["arabic"]["markers"])
    words = [w for p in (a, b) for w in re.split(r"[\s\-–]+", latin(f"{p.given} {' '.join(p.middle)} {p.surname}"))]
    known = {
        "mohammed",
        "hassan",
        "hussein",
        "ahmed",
        "mahmoud",
        "ali",
        "muammar",
        "saddam",
        "bashar",
        "osama",
        "ibrahim",
        "khalid",
    }
    return bool(markers & set(words)) or any(known & row.full for w in words for row in rows_of(w))


def sex_of(name: str) -> str:
    """m or f where the given name says so, else empty."""
    found = sexes(parse(name).given) if parse(name).given else frozenset()
    return next(iter(found)) if len(found) == 1 else ""
