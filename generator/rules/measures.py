"""How often and by how much: a figure keeps its period, and a comparison its bound.

Five million a month is not five million, nor five million a year; more than twice is not twice. Each rule gives a Fault
or None, and acts only where the passage has the very figure, or the very measure, otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import data
from generator.claims.fractions import find_fractions
from generator.claims.reading import Told
from generator.claims.wording import senses_of
from generator.figures.numbers import Number
from generator.figures.numerals import number_words
from generator.rules.holding import Case, Fault

_UNITS = r"second|minute|hour|day|night|week|month|quarter|year|decade|winter|summer|season"
_RATE = re.compile(
    rf"\b(?:(an?|per|each|every)\s+({_UNITS}|annum)|(hourly|daily|nightly|weekly|monthly|yearly|annual)(?:ly)?)\b", re.I
)
# After these words "a year" is a length of time (for a year), before those a distance (a year ago).
_LENGTH = re.compile(
    r"\b(?:in|for|over|within|than|after|before|of|about|nearly|almost|took|takes|lasts?|lasted|half|once|and|or|by|during|is|was|with|under|until|spent|spend)\s+$",
    re.I,
)
_DISTANCE = re.compile(r"\s+(?:ago|later|earlier|before|after|old|since|in (?:prison|jail)|of|long)\b", re.I)
_SAME = {"winter": "year", "summer": "year", "season": "year", "annum": "year", "night": "day"}
_SHORT = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annual": "year",
}
_PERIOD = re.compile(
    rf"\b(?:over|during|within|for|across|throughout)\s+(?:the\s+)?(?:past|last|next|coming|whole\s+)?\s*(?:\w+\s+)?(?:{_UNITS})s?\b",
    re.I,
)

# How far behind a figure its period may stand, in characters: "1 percent of the bank's 100,000 bankers every year".
_NEAR = 60


def hold_periods(case: Case) -> Fault | None:
    """A figure told for a period is told for that one: neither dropped, nor added, nor another."""
    there = {unit for told in case.passages for _, unit in _rates(told.text)}
    units = {u for t in case.passages for n in t.numbers for u in re.findall(r"per (\w+)|/(\w+)", n.unit) if u}
    for at, unit in _rates(case.claim.text):
        if unit not in there and not units and any(0 <= at - n.end <= _NEAR for n in case.claim.numbers):
            return Fault(f"the passage does not tell it by the {unit}", is_sure=False)
    for number in case.claim.numbers:
        same = [(t, n) for t in case.passages for n in t.numbers if (n.low, n.high, n.unit) == _value(number)]
        theirs = [_period_of(t, n) for t, n in same]
        if not theirs or not all(theirs) or any(u == theirs[0] for _, u in _rates(case.claim.text)):
            continue
        if _PERIOD.search(case.claim.text, number.end):
            return Fault(f"there it is so much by the {theirs[0]}", is_sure=False)
    return None


def _value(number: Number) -> tuple[float, float, str]:
    return number.low, number.high, number.unit


def _period_of(told: Told, number: Number) -> str:
    """The period that a figure is told for: the first one behind it, before any other figure."""
    stop = min((n.start for n in told.numbers if n.start > number.end and n.hyphened is False), default=len(told.text))
    near = (u for at, u in _rates(told.text) if 0 <= at - number.end <= _NEAR and at <= stop + _NEAR)
    return next(near, "")


def _rates(text: str) -> Iterator[tuple[int, str]]:
    """Every "a month", "per day", "annually" that is no length of time, with where it stands."""
    for match in _RATE.finditer(text):
        unit = (match[2] or _SHORT[match[3].lower()] if match[3] else match[2]).lower()
        if any(f.span.start <= match.start() < f.span.end for f in find_fractions(text)):
            continue  # fell to a quarter within a year
        article = (match[1] or "").lower() in ("a", "an")
        if article and (_LENGTH.search(text[: match.start()]) or _DISTANCE.match(text, match.end())):
            continue
        yield match.start(), _SAME.get(unit, unit)


# ---------------------------------------------------------------- comparisons

_ABOVE = r"more than|over|above|at least|no less than|no fewer than|well over|upwards of|in excess of|exceeding"
_BELOW = r"less than|fewer than|under|below|nearly|almost|just under|at most|up to|close to|not quite|no more than"
_PART = f"(?:{data.one_of(number_words()['parts'].keys() - {'half'})})"
_SIDED = re.compile(
    rf"\b(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<near>about|around|roughly|some|approximately))?\s*"
    r"\b(?:(?:an?|one)\s+)?(?:full\s+|whole\s+)?"
    r"(?P<core>(?:half\s+(?:an?\s+|of\s+an?\s+)?)?percentage point|half|"
    rf"(?:two|three|four|five|six|seven|eight|nine)[- ]{_PART}s|(?:(?<=\ba )|(?<=\ban )|(?<=\bone )){_PART}|"
    r"twice|double|triple|thrice|(?:two|three|four|five|six|ten)(?: times|fold))\b(?!\s+(?:time|of \d{4}))",
    re.I,
)
_SAME_MEASURE = {
    "twice": "double",
    "two times": "double",
    "twofold": "double",
    "three times": "triple",
    "threefold": "triple",
    "thrice": "triple",
}


def hold_comparisons(case: Case) -> Fault | None:
    """More than twice is not twice, and nearly half not over half."""
    there = [(core, side) for told in case.passages for core, side, _ in _measures(told.text)]
    for core, side, text in _measures(case.claim.text):
        sides = {s for c, s in there if c == core}
        if side != "near" and sides and side not in sides and "" not in sides and "near" not in sides:
            return Fault(f"the passage does not say “{text}” but otherwise")
        if side == "" and sides == {"near"}:
            continue
        if side in ("above", "below") and sides and side not in sides and sides != {""}:
            return Fault(f"the passage does not say “{text}” but otherwise")
    return None


def _measures(text: str) -> Iterator[tuple[str, str, str]]:
    """Each fraction or multiple with the side that its bound leaves open."""
    for match in _SIDED.finditer(text):
        core = " ".join(re.sub(r"\b(?:an?|of)\b", " ", match["core"].lower().replace("-", " ")).split())
        side = next((s for s in ("above", "below", "near") if match[s]), "")
        yield _SAME_MEASURE.get(core, core), side, " ".join(match[0].split())


# ---------------------------------------------------------------- all but three, within a quarter

_BUT = re.compile(
    r"\b(?:all|every\w*|each|any)(?: of (?:them|the \w+))?,? (?:but|except(?: for)?|save(?: for)?)\s+$",
    re.I,
)
_EXCEPT = re.compile(r"\b(?:but|except|save)(?: for)?(?: the)?\s+$", re.I)
_WITHIN = re.compile(
    rf"\b(?:within|in|over|after|for|during)\s+(?:an?|one)\s+({_UNITS})\b(?!\s+(?:of|when|in which))", re.I
)


def hold_exceptions(case: Case) -> Fault | None:
    """All but three were saved is not that three were; within a quarter is not within a year."""
    for number in case.claim.numbers:
        same = [(t, n) for t in case.passages for n in t.numbers if (n.low, n.high, n.unit) == _value(number)]
        if not same or not all(_BUT.search(t.text[: n.start]) for t, n in same):
            continue
        clause = next((c for c in case.claim.clauses if _stands_in(case.claim, number, c.tokens)), None)
        if clause and not clause.is_denied and not _EXCEPT.search(case.claim.text[: number.start]):
            verbs = {v for t, n in same for c in t.clauses for v in senses_of(c.verb.lemma_.lower())}
            if verbs & senses_of(clause.verb.lemma_.lower()):
                return Fault(f"there it is all but {case.claim.text[number.start : number.end]}")
    there = {m[1].lower() for told in case.passages for m in _WITHIN.finditer(told.text)}
    words = {t.lemma_.lower() for told in case.passages for t in told.doc}
    for match in _WITHIN.finditer(case.claim.text):
        if there and match[1].lower() not in words:
            return Fault(f"there it is a {min(there)}, not a {match[1].lower()}")
    return None


def _stands_in(told: Told, number: Number, tokens: frozenset[int]) -> bool:
    return any(number.start <= told.doc[i].idx < number.end for i in tokens)
