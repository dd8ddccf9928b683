"""The same fact has the same value on every page: what an editor says in one place and somebody says in another.

Each sentence may be carried by the paragraph it cites and two of them still contradict each other, because their
sources do. That is an error unless the editor says who gives which value. In doubt two facts are two: another time,
another part of a whole, another person or a sentence that names who says it is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, product
from typing import Any

from generator import data
from generator.briefing import Briefing, Entry, Event, Row, Statement
from generator.claims.clauses import Clause
from generator.claims.counting import value_of
from generator.claims.library import Library, make_library
from generator.claims.reading import Told, read_statement
from generator.claims.wording import stem
from generator.data.calendar import MONTH_NAMES
from generator.errors import EvidenceError
from generator.evidence.wall import all_statements, shorten
from generator.figures.numbers import Number, find_numbers
from generator.model import Citation, Figure, Interval, Reading
from generator.rules.holding import word_at

_NEAR = 14  # days; what happens to somebody twice within two weeks is told as twice
_PART = re.compile(
    r"\b(?:other|others|another|more|further|additional|including|among|besides|of the|of them|of those)\b"
)
_HAS_VALUE = re.compile(r"\d|day\b")
_SOMEBODY = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_BORN_OR_DEAD = frozenset({"bear", "die"})


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence, taken apart, and where it stands, for a message."""

    statement: Statement
    told: Told
    place: str


@dataclass(frozen=True, slots=True)
class _Value:
    """One value that a sentence gives flatly, and what it is of; two of one `fact` have to go together."""

    fact: tuple[Any, ...]
    text: str
    low: float
    high: float
    of: _Told


def check_sameness(briefing: Briefing, readings: Sequence[Reading]) -> None:
    """Raises EvidenceError at the first two places that give different values of one fact, naming both."""
    library = make_library(readings, briefing.people, briefing.datings)
    statements = dict.fromkeys(s for s in all_statements(briefing) if s.by_editor)
    own = [_take_apart(s, library) for s in statements if _HAS_VALUE.search(s.text) or find_numbers(s.text)]
    for one, row in product(own, briefing.ledger):
        _hold_to_row(one, row)
    _hold_together([value for one in own for value in _counts(one)])
    days = [value for one in own for value in _days(one)]
    people = {str(value.fact[-1]).removeprefix("p:") for value in days}
    events = [e for e in briefing.events if e.when.precision == "day" and not people.isdisjoint(e.people)]
    _hold_together([*days, *(value for event in events for value in _days(_take_event(event, library)))])


def _hold_together(values: Sequence[_Value]) -> None:
    for a, b in combinations(values, 2):
        if a.fact == b.fact and _is_apart(a, b) and a.of.statement.by_editor:
            raise _error(a, b)


def _take_apart(statement: Statement, library: Library) -> _Told:
    day = next((d for cite in statement.cites if (d := library.days.get(cite.article))), None)
    place = statement.place if statement.by_editor else f"an event of {statement.cites[0]}"
    return _Told(statement, read_statement(statement.text, library, day), place)


def _take_event(event: Event, library: Library) -> _Told:
    """An event's sentence, read with its day where the sentence leaves that to the event's date."""
    one = _take_apart(event.statement, library)
    if one.told.dates:
        return one
    day = event.when.start
    dated = f"On {day.day} {MONTH_NAMES[day.month - 1]} {day.year}, {event.statement.text}"
    return replace(one, told=read_statement(dated, library, day))


def _error(one: _Value, other: _Value) -> EvidenceError:
    says = f"{other.of.place} says {other.text}: “{shorten(other.of.statement.text)}”."
    return _contradicts(one.of, one.text, says, "Say the same in both places, or say in each who gives which.")


def _contradicts(one: _Told, value: str, other: str, advice: str) -> EvidenceError:
    file, _, place = one.place.partition(": ")
    return EvidenceError(file, place, f"“{shorten(one.statement.text)}” says {value}, but {other}", advice)


# ---------------------------------------------------------------- a figure that the sources dispute


def _hold_to_row(one: _Told, row: Row) -> None:
    """Raises where the sentence takes one side of a conflict and says neither who gives it nor the other one."""
    if row.verdict != "conflict":
        return
    values = [n for n in one.told.numbers if any(_gives(n, entry, one) for entry in row.entries)]
    for number in values:
        against = next((e for e in row.entries if not _fits(number, e.figure)), None)
        if against is None or _is_attributed(one, number.start) or len({value_of(n) for n in values}) > 1:
            continue
        cite = Citation(against.article, against.figure.ref)
        given = one.told.text[number.start : number.end]
        says = f"{cite} says {against.figure.text} of the same ({row.what})."
        raise _contradicts(one, given, says, "Say who gives the figure, or give both.")


def _gives(number: Number, entry: Entry, one: _Told) -> bool:
    """True where the number is this entry's, by its value and its paragraph."""
    cite = Citation(entry.article, entry.figure.ref)
    return cite in one.statement.cites and value_of(number) == value_of(entry.figure)


def _fits(number: Number, figure: Figure) -> bool:
    a, b = _reach(number.low, number.high, number.bound), _reach(figure.low, figure.high, figure.bound)
    return a[0] <= b[1] and b[0] <= a[1]


def _reach(low: float, high: float, bound: str) -> tuple[float, float]:
    """What a figure with its bound can mean; "about" reaches a tenth up and down."""
    if bound in ("at least", "more than"):
        return low, float("inf")
    if bound in ("at most", "fewer than"):
        return 0.0, high
    return (low * 0.9, high * 1.1) if bound in ("about", "nearly") else (low, high)


def _is_attributed(one: _Told, place: int) -> bool:
    """True where the sentence, or the page beside it, says whose word this is."""
    return bool(one.statement.voice) or any(s.span.start <= place < s.span.end for s in one.told.sayings)


# ---------------------------------------------------------------- two sentences


def _counts(one: _Told) -> Iterator[_Value]:
    """What a sentence counts flatly: the same things, to which the same is done by the same, at the same time."""
    for figure in one.told.figures:
        start, end = figure.span.start, figure.span.end
        around = one.told.text[max(0, start - 30) : end + 30].lower()
        kind = _happening(figure.act)
        is_whose_open = bool(figure.unit) or _SOMEBODY.search(one.told.text)  # her eleven years, his nine
        if not figure.counts or not kind or is_whose_open or _PART.search(around) or _is_attributed(one, start):
            continue
        days = tuple(d.interval for d in one.told.dates)
        words = frozenset(stem(word) for word in re.findall(r"\w+", figure.phrase))
        fact = ("count", kind, figure.counts, figure.unit, figure.whose, figure.place, words, days, one.told.keys)
        yield _Value(fact, figure.text, *_reach(figure.low, figure.high, figure.bound), one)


def _days(one: _Told) -> Iterator[_Value]:
    """The day on which a sentence says that something was done to somebody or by somebody, flatly."""
    for clause in one.told.clauses:
        whens = [d for d in one.told.dates if d.interval and _is_in(clause, d.span.start, one.told)]
        kind = _happening(clause.verb.lemma_.lower())
        if not kind or clause.is_denied or clause.is_unreal or len(whens) != 1:
            continue
        when = whens[0].interval
        if when is None or when.precision != "day" or _is_attributed(one, whens[0].span.start):
            continue
        for role, parties in (("by", clause.doers), ("to", clause.targets)):
            for person in sorted({key for token in parties for key in _people_at(one.told, token.idx)}):
                yield _Value(("day", kind, role, person), whens[0].text, *_ordinals(when), one)


def _happening(verb: str) -> frozenset[str]:
    """The words for what the verb tells; empty for what may well happen again."""
    return next((words for words in _happenings() if verb in words), frozenset())


@lru_cache(maxsize=1)
def _happenings() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line["words"]) for line in data.load("once")["happenings"])


def _is_in(clause: Clause, place: int, told: Told) -> bool:
    word = word_at(told, place)
    return word is not None and word.i in clause.tokens


def _people_at(told: Told, place: int) -> frozenset[str]:
    found = [n.keys for n in told.names if n.kind == "person" and n.span.start <= place < n.span.end]
    return frozenset(key for keys in found for key in keys if key.startswith("p:"))


def _ordinals(when: Interval) -> tuple[float, float]:
    return float(when.start.toordinal()), float(when.end.toordinal())


def _is_apart(a: _Value, b: _Value) -> bool:
    """True where both cannot be true: not two values of one sentence, nor one that gives the other's, too; of two days
    only such as are near each other, else they are two occasions."""
    if a.of is b.of or (a.low <= b.high and b.low <= a.high):
        return False
    if a.fact[0] == "count":
        return not (_gives_too(a, b) or _gives_too(b, a))
    return not _BORN_OR_DEAD.isdisjoint(a.fact[1]) or abs(a.low - b.low) <= _NEAR


def _gives_too(one: _Value, other: _Value) -> bool:
    return any(value_of(n) == (other.low, other.high) for n in one.of.told.numbers)
