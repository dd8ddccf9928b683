"""The steps of all articles together: one Measure for what several articles tell of one step.

A telling joins those of which one tells the same step (matching.py) and none another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.briefing import Dating, Measure, Statement
from generator.dates.reading import resolve
from generator.editor import slug
from generator.model import Citation, Interval, Reading, Span, Step
from generator.sources.agreements import flatten
from generator.steps.matching import (
    Told,
    banning_stems,
    is_apart,
    is_same,
    measure_stems,
    moment_of,
    stems_of,
    subjects_of,
)
from generator.steps.rules import is_reference, undoing_actions


def compile_measures(readings: Sequence[Reading], datings: Sequence[Dating]) -> tuple[Measure, ...]:
    """Every step once, by its time; those without a known time come last, in the order of the articles."""
    days = {dating.article: dating.date for dating in datings}
    every = [_tell(reading, step, days[reading.article.id]) for reading in readings for step in reading.steps]
    groups: list[list[Told]] = []
    for told in every:
        if not _only_refers(told, every):
            group = next((g for g in groups if _belongs(told, g)), None)
            if group is None:
                groups.append([told])
            else:
                group.append(told)
    never = Interval(dt.date.max, dt.date.max)
    ordered = sorted((_best(group) for group in groups), key=lambda g: (moment_of(g[0]) or never).start)
    return tuple(_measure(group) for group in ordered)


def _tell(reading: Reading, step: Step, day: dt.date | None) -> Told:
    text = reading.article.text
    own = [d for d in reading.dates if d.span in step.dates]
    before = [d for d in reading.dates if d.span in step.after]
    when, after = (
        next((found for d in dates if (found := resolve(d.expression, day))), None) for dates in (own, before)
    )
    why = _words(text, step.why) if step.why else ""
    target = _words(text, step.target) if step.target else ""
    return Told(
        article=reading.article.id,
        step=step,
        sentence=_words(text, step.span),
        actors=tuple(_words(text, actor) for actor in step.actors),
        target=target,
        about=subjects_of(target) - measure_stems(),
        when=when,
        after=after,
        when_text=flatten(own[0].text) if own else why,
        why=why,
        refers=is_reference(_words(text, step.verb)),
        undoes=(step.promises or step.action) in undoing_actions(),
        bans=step.action == "cut off" or bool(stems_of(target) & banning_stems()),
    )


def _belongs(told: Told, group: Sequence[Told]) -> bool:
    return any(is_same(other, told) for other in group) and not any(is_apart(other, told) for other in group)


def _only_refers(told: Told, every: Sequence[Told]) -> bool:
    """True for "the lifting of the sanctions" where another sentence tells the step itself: a noun made from a verb
    does not say that the step was taken."""
    return told.refers and any(not other.refers and (told.about & other.about or not told.about) for other in every)


def _best(group: Sequence[Told]) -> list[Told]:
    """The fullest telling first, the others as they came."""

    def fullness(told: Told) -> tuple[bool, bool, int, int]:
        return bool(moment_of(told)), bool(told.actors), len(told.about), -len(told.sentence)

    fullest = max(group, key=fullness)
    return [fullest, *(told for told in group if told is not fullest)]


def _measure(group: Sequence[Told]) -> Measure:
    fullest = group[0]
    tellings = dict.fromkeys(Statement(t.sentence, (Citation(t.article, t.step.ref),)) for t in group)
    actors = {subjects_of(actor): actor for told in reversed(group) for actor in reversed(told.actors)}
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


def _words(text: str, span: Span) -> str:
    return flatten(text[span.start : span.end])
