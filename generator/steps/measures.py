"""The steps of all articles together: one Measure for what several articles tell of one step.

Two mentions are one step where the action is the same, neither time contradicts the other, and what it is on or who
took it is shared. In doubt they stay two: a reader can see that two lines are alike, but not that one hides two.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.briefing import Dating, Measure, Person, Statement
from generator.dates.reading import resolve
from generator.editor import slug
from generator.figures.acts import nations_in
from generator.model import Citation, Interval, Reading, Span, Step
from generator.sources.agreements import flatten, stem_words
from generator.steps.reading import is_reference, load_rules


@dataclass(frozen=True, slots=True)
class _Told:
    """One mention of a step, with its spans resolved to words and days."""

    article: str
    step: Step
    sentence: str
    actors: tuple[str, ...]
    target: str
    about: frozenset[str]  # stems of the target, without the measure's own noun
    when: Interval | None
    after: Interval | None  # when what came before it was, where only that has a date: after the election of 2020
    when_text: str
    why: str
    refers: bool  # by a noun: the lifting of the sanctions


def compile_measures(
    readings: Sequence[Reading], datings: Sequence[Dating], people: Sequence[Person]
) -> tuple[Measure, ...]:
    """Every step once, by its time; those without a known time come last, in the order of the articles."""
    del people
    days = {dating.article: dating.date for dating in datings}
    every = [_tell(reading, step, days[reading.article.id]) for reading in readings for step in reading.steps]
    groups: list[list[_Told]] = []
    for told in every:
        if not _only_refers(told, every):
            group = next((g for g in groups if _is_same(g[0], told)), None)
            if group is None:
                groups.append([told])
            else:
                group.append(told)
    never = Interval(dt.date.max, dt.date.max)
    ordered = sorted((_best(group) for group in groups), key=lambda g: (_moment(g[0]) or never).start)
    return tuple(_measure(group) for group in ordered)


def _tell(reading: Reading, step: Step, day: dt.date | None) -> _Told:
    text = reading.article.text
    own = [d for d in reading.dates if d.span in step.dates]
    before = [d for d in reading.dates if d.span in step.after]
    when, after = (
        next((found for d in dates if (found := resolve(d.expression, day))), None) for dates in (own, before)
    )
    why = _words(text, step.why) if step.why else ""
    target = _words(text, step.target) if step.target else ""
    return _Told(
        article=reading.article.id,
        step=step,
        sentence=_words(text, step.span),
        actors=tuple(_words(text, actor) for actor in step.actors),
        target=target,
        about=_subjects(target) - _nouns(),
        when=when,
        after=after,
        when_text=flatten(own[0].text) if own else why,
        why=why,
        refers=is_reference(_words(text, step.verb)),
    )


def _only_refers(told: _Told, every: Sequence[_Told]) -> bool:
    """True for "the lifting of the sanctions" where another sentence tells the step itself.

    A noun made from a verb does not say that the step was taken.
    """
    if not told.refers:
        return False
    return any(not other.refers and (told.about & other.about or not told.about) for other in every)


def _is_same(one: _Told, other: _Told) -> bool:
    if one.step.action != other.step.action or not _may_be_at_once(one, other):
        return False
    unsaid = not (one.about and other.about) and _moment(one) == _moment(other)
    return _shares_actor(one, other) and (bool(one.about & other.about) or unsaid)


def _shares_actor(one: _Told, other: _Told) -> bool:
    """False only where both name who took the step and nobody is named by both; "the government" may be anybody's."""
    left, right = ({s for actor in told.actors for s in _subjects(actor)} for told in (one, other))
    governments = set(load_rules()["governments"])
    return not left or not right or bool(left & right) or bool((left ^ right) & governments)


def _subjects(text: str) -> frozenset[str]:
    """What a phrase is about: countries by their names, however they are written, and the stems of the other words."""
    nations = nations_in(text)
    others = [word for word in text.split() if not nations_in(word)]
    return frozenset((*nations, *stem_words(" ".join(others))))


def _moment(told: _Told) -> Interval | None:
    return told.when or told.after


def _may_be_at_once(one: _Told, other: _Told) -> bool:
    here, there = _moment(one), _moment(other)
    return here is None or there is None or (here.start <= there.end and there.start <= here.end)


def _best(group: Sequence[_Told]) -> list[_Told]:
    """The fullest telling first, the others as they came."""

    def fullness(told: _Told) -> tuple[bool, bool, int, int]:
        return bool(_moment(told)), bool(told.actors), len(told.about), -len(told.sentence)

    fullest = max(group, key=fullness)
    return [fullest, *(told for told in group if told is not fullest)]


def _measure(group: Sequence[_Told]) -> Measure:
    fullest = group[0]
    tellings = dict.fromkeys(Statement(t.sentence, (Citation(t.article, t.step.ref),)) for t in group)
    actors = {frozenset(_subjects(actor)): actor for told in reversed(group) for actor in reversed(told.actors)}
    return Measure(
        id=slug(f"{fullest.step.action} {fullest.target or fullest.article} {fullest.step.ref}"),
        action=fullest.step.action,
        actors=tuple(reversed(actors.values())),
        target=fullest.target,
        when=fullest.when,
        when_text=fullest.when_text,
        why=fullest.why,
        statement=next(iter(tellings)),
        also=tuple(tellings)[1:],
    )


def _nouns() -> frozenset[str]:
    rules = load_rules()
    return frozenset(stem for noun in (*rules["nouns"], *rules["ways"]) for stem in stem_words(noun))


def _words(text: str, span: Span) -> str:
    return flatten(text[span.start : span.end])
