"""The steps of all articles together: one Measure for what several articles tell of one step.

Two mentions are one step where the action is the same, neither time contradicts the other, and what it is on or who
took it is shared. In doubt they stay two: a reader can see that two lines are alike, but not that one hides two.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.acts import nations_in
from generator.agreements import flatten, stem_words
from generator.briefing import Dating, Measure, Person, Statement
from generator.dates import resolve
from generator.editor import slug
from generator.model import Citation, Interval, Reading, Span, Step
from generator.steps import is_reference, load_rules


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
    measures = [_measure(group) for group in groups]
    return tuple(sorted(measures, key=lambda m: (m.when.start, m.when.end) if m.when else (dt.date.max, dt.date.max)))


def _tell(reading: Reading, step: Step, day: dt.date | None) -> _Told:
    text = reading.article.text
    dates = [d for d in reading.dates if d.span in step.dates]
    when = next((found for d in dates if (found := resolve(d.expression, day))), None)
    target = _words(text, step.target) if step.target else ""
    return _Told(
        article=reading.article.id,
        step=step,
        sentence=_words(text, step.span),
        actors=tuple(_words(text, actor) for actor in step.actors),
        target=target,
        about=_subjects(target) - _nouns(),
        when=when,
        when_text=flatten(dates[0].text) if dates else "",
        why=_words(text, step.why) if step.why else "",
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
    if one.step.action != other.step.action or (one.when and other.when and not _overlap(one.when, other.when)):
        return False
    unsaid = not (one.about and other.about) and one.when == other.when
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


def _overlap(one: Interval, other: Interval) -> bool:
    return one.start <= other.end and other.start <= one.end


def _measure(group: Sequence[_Told]) -> Measure:
    fullest = max(group, key=lambda told: (bool(told.when), bool(told.actors), len(told.about), -len(told.sentence)))
    cites = tuple(dict.fromkeys(Citation(told.article, told.step.ref) for told in (fullest, *group)))
    actors = tuple(dict.fromkeys(actor for told in group for actor in told.actors))
    return Measure(
        id=slug(f"{fullest.step.action} {fullest.target or fullest.article} {fullest.step.ref}"),
        action=fullest.step.action,
        actors=actors,
        target=fullest.target,
        when=fullest.when,
        when_text=fullest.when_text,
        why=fullest.why,
        statement=Statement(fullest.sentence, cites),
    )


def _nouns() -> frozenset[str]:
    rules = load_rules()
    return frozenset(stem for noun in (*rules["nouns"], *rules["ways"]) for stem in stem_words(noun))


def _words(text: str, span: Span) -> str:
    return flatten(text[span.start : span.end])
