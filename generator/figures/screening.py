"""Which numbers are no figures: parts of a name, a date or a time (rules of data/numbers.yml); and those that count
nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from generator import data
from generator.data.calendar import MONTHS
from generator.figures.acts import act_words
from generator.figures.governing import Counted
from generator.figures.numbers import Number, unit_kinds
from generator.figures.numerals import number_words


def is_name_or_time(doc: Doc, number: Number) -> bool:
    """True where the number is part of a name, a date, a time, a rank, a ratio or a numbered list: a year by its form,
    the rest by the rules of data/numbers.yml and by the parse."""
    start, end = number.core
    text = doc.text
    if not number.unit and number.start == start and re.fullmatch(r"1[5-9]\d\d|20\d\d", text[start:end]):
        return True
    for rule in _not_figures():
        if rule.bare and number.unit:
            continue
        if rule.before.search(text[:start]) and rule.after.match(text[end:]):
            return True
    return _is_in_name(doc, number)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule of `not_figures`: what stands before the number and after it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    bare: bool


@lru_cache(maxsize=1)
def _not_figures() -> tuple[_Rule, ...]:
    words = number_words()
    lists = {"{months}": data.one_of(MONTHS), "{labels}": data.one_of(words["label_words"])}

    def compiled(pattern: str) -> re.Pattern[str]:
        for name, either in lists.items():
            pattern = pattern.replace(name, either)
        return re.compile(pattern, re.I)

    return tuple(
        _Rule(compiled(r.get("before", "")), compiled(r.get("after", "")), r.get("bare", False))
        for r in words["not_figures"]
    )


def _is_in_name(doc: Doc, number: Number) -> bool:
    """Boeing 747, the larger 777 jets, Group of Seven, Article 5."""
    core = doc.char_span(*number.core, alignment_mode="expand")
    if core is None or number.unit or number.ordinal:
        return False
    first = doc[core.start - 1] if core.start else None
    if first is None:
        return False
    if core[0].is_title and not core[0].is_sent_start and not core[0].is_digit and first.text not in '":':
        return True  # Group of Seven, the Twelve
    if number.start < number.core[0]:
        return False
    following = doc[core.end] if core.end < len(doc) else None
    if first.pos_ == "PROPN" and first.text[:1].isupper() and core.root.head.i <= first.i and not first.is_sent_start:
        return not (following is not None and following.pos_ == "NOUN" and core.root.head is following)
    if first.text in ("'s", "’s") and (following is None or following.pos_ not in ("NOUN", "ADJ", "PROPN")):
        return True
    is_adjective = first.dep_ == "amod" and first.tag_ in ("JJR", "JJ") and first.head is core.root.head
    if is_adjective and core[0].is_digit and first.lower_ not in number_words()["before_numbers"]:
        return True  # the larger 777 jets
    sibling = [t for t in core.root.head.lefts if t.dep_ == "nummod" and t.i < core.start]
    return bool(sibling) and core[0].is_digit


def is_idle(doc: Doc, number: Number, counted: Counted) -> bool:
    """True for "one" that counts nothing (one of the largest, one day) and for a number with nothing to count."""
    text = doc.text[slice(*number.core)].lower()
    if not number.unit and not counted.counts:
        return True
    if text in ("one", "a") or (number.low == number.high == 1 and not number.unit):
        after = doc.text[number.core[1] :].lower()
        idle = "|".join(number_words()["idle_after_one"])
        return bool(re.match(rf"\s+(?:of|or|by|in)\b|\s+(?:{idle})s?\b|[\s-]*$|[.,;:]", after)) or counted.noun is None
    if (
        number.low <= 3
        and re.search(r",\s*$", doc.text[: number.start])
        and re.match(r"\s+of\s+(?!(?:them|whom|those)\b)", doc.text[number.end :])
    ):
        return True  # Berg and Holm, two of the leaders: a description
    if text == "both" or counted.counts.lower() in act_words()["idle"]:
        return True
    if number.unit == "times" and re.match(
        r"\s*(?:as|more|less|the|larger|higher|lower|over|that)\b", doc.text[number.end :]
    ):
        return True  # ten times as far is a comparison
    if number.unit and (
        text in ("a couple of", "a pair of") or (number.unit == "hours" and number.hyphened and number.low == 24)
    ):
        return True  # a 24-hour hotline is open all day
    return bool(number.unit) and unit_kinds()[number.unit] == "time" and not counted.counts and not counted.act
