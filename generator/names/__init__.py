"""Whether two spellings are one person's name, and why.

The rules are a readable list: each looks at one thing, adds or takes away weight, and says so in a sentence. A name
that only looks alike is another name: letters are never counted; spellings meet only where a romanisation, another
language's form of a given name, or a slip of the typewriter explains the difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.names.likeness import (
    given_relation,
    is_arabic,
    is_chinese,
    is_slavic,
    is_turkic,
    middle_relation,
    same_surname,
)
from generator.names.nameparts import NameParts, is_given_name, parse, same_given
from generator.names.romanise import latin

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


_BOTH = ("same", "form")  # given names that are surely one

RULES: tuple[Rule, ...] = (
    Rule("surname", 0.4, lambda p: p.surname == "same", "The surname is the same: {ls}."),
    Rule("surname spelling", 0.4, lambda p: p.surname == "spelling", "{ls} and {rs} are two spellings of one surname."),
    Rule("surname half", 0.3, lambda p: p.surname == "part", "{ls} and {rs} share one half of a double surname."),
    Rule(
        "surname slip",
        0.3,
        lambda p: p.surname == "slip",
        "{ls} and {rs} differ by a slip: letters swapped or doubled.",
    ),
    Rule(
        "surname sex", 0.25, lambda p: p.surname == "couple", "{ls} and {rs} are forms of one surname for both sexes."
    ),
    Rule("given", 0.4, lambda p: p.given == "same", "The given name is the same: {lg}."),
    Rule("given form", 0.4, lambda p: p.given == "form", "{lg} and {rg} are one given name in two languages."),
    Rule(
        "given spelling", 0.35, lambda p: p.given in ("spelling", "joined"), "{lg} and {rg} are spellings of one name."
    ),
    Rule("given short", 0.3, lambda p: p.given == "short", "{lg} and {rg} are a short and a full form of one name."),
    Rule("given initial", 0.25, lambda p: p.given == "initial", "{lg} and {rg} agree as far as the initial goes."),
    Rule("given slip", 0.2, lambda p: p.given == "slip", "{lg} and {rg} differ by a slip: letters swapped or doubled."),
    Rule("middle", 0.2, lambda p: p.middle == "same", "The middle names agree."),
    Rule("no middle", 0.1, lambda p: p.middle == "none", "Neither has a middle name that says otherwise."),
    Rule("middle missing", 0.05, lambda p: p.middle == "missing", "Only one of them gives a middle name or initial."),
    Rule(
        "many missing", -0.4, lambda p: p.middle == "many missing", "One has three or more names that the other lacks."
    ),
    Rule("two slips", -0.4, lambda p: p.surname == "slip" and p.given not in _BOTH, "Both parts differ."),
    Rule(
        "family",
        -0.6,
        lambda p: p.surname == "couple" and p.given not in _BOTH,
        "They are a man and a woman of a family.",
    ),
    Rule("other surname", -1.0, lambda p: not p.surname, "{ls} and {rs} are two surnames."),
    Rule("other given", -1.0, lambda p: not p.given, "{lg} and {rg} are two given names."),
    Rule("other middle", -1.0, lambda p: p.middle == "conflict", "Their middle names or patronymics are different."),
    Rule("generation", -1.0, lambda p: _two_generations(p), "They are of two generations: {lx} and {rx}."),
)


def _two_generations(pair: Pair) -> bool:
    return bool(pair.left.suffix and pair.right.suffix and pair.left.suffix != pair.right.suffix)


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
            traditions = is_slavic(a, b), is_arabic(a, b), is_chinese(a, b), is_turkic(a, b)
            surname = same_surname(a.surname, b.surname, *traditions)
            yield Pair(a, b, surname, given_relation(a, b), middle_relation(a, b))


def _turned(parts: NameParts) -> tuple[NameParts, ...]:
    """The name read surname first, as in Chinese or Korean, where no word of it is a known given name."""
    whole = (parts.given, *parts.middle)
    if parts.given_second or parts.suffix or any(map(is_given_name, (*whole, parts.surname))) or " " in parts.surname:
        return ()
    if parts.middle and not (len(parts.middle) == 1 and len(parts.given) <= 5):
        return ()
    return (NameParts(" ".join((*parts.middle, parts.surname)), (), parts.given, "", parts.title, True),)
