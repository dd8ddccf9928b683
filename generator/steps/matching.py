"""Whether two mentions tell one step: the same done by the same at one time, in other words or less exactly.

In doubt they do not: a reader can see that two lines are alike, but not that one hides two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.figures.acts import nations_in
from generator.model import Interval, Step
from generator.sources.agreements import stem_words
from generator.steps.rules import load_rules


@dataclass(frozen=True, slots=True)
class Told:
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
    undoes: bool  # lifts or eases, or is a promise of that
    bans: bool  # the measure is a ban, or what it is on is cut off


def is_same(one: Told, other: Told) -> bool:
    """Whether two mentions tell one step: nothing speaks against it, and what it is on, its time or its reason does for
    it."""
    if is_apart(one, other):
        return False
    is_dated = moment_of(one) is not None and moment_of(one) == moment_of(other)
    if not (one.about and other.about):
        return is_dated or _takes_in(one, other) or _gives_one_reason(one, other)
    shared = one.about & other.about
    is_sure = is_dated or (one.actors and other.actors)  # else a country alone is too little
    return bool(shared if is_sure else {word for word in shared if not nations_in(word)})


def is_apart(one: Told, other: Told) -> bool:
    """Whether two mentions cannot be of one step: another action, time or taker, or something else that it is on."""
    is_one_promise = one.step.promises == other.step.promises or (one.undoes and other.undoes)
    is_one_action = one.step.action == other.step.action and is_one_promise
    if not (is_one_action or _is_one_ban(one, other)) or not _may_be_at_once(one, other):
        return True
    return not _shares_actor(one, other) or bool(one.about and other.about and not one.about & other.about)


def _takes_in(one: Told, other: Told) -> bool:
    """Two articles, one of which only says the time less exactly: May 2031, and 2031."""
    here, there = moment_of(one), moment_of(other)
    if here is None or there is None or one.article == other.article:
        return False
    return here.within(there) or there.within(here)


def _gives_one_reason(one: Told, other: Told) -> bool:
    """Both are a response to the same, in two words at least: "after the disputed election of 2020"."""
    return len(stems_of(one.why) & stems_of(other.why)) > 1


def _is_one_ban(one: Told, other: Told) -> bool:
    """ "Placed an embargo on arms" and "banned the sale of weapons": at one time, by one who is named in both."""
    actions = {one.step.action, other.step.action}
    is_known = moment_of(one) is not None and moment_of(one) == moment_of(other) and bool(one.actors and other.actors)
    return actions == {"imposed", "cut off"} and one.bans and other.bans and is_known


def _shares_actor(one: Told, other: Told) -> bool:
    """False only where both name who took the step and nobody is named by both; "the government" may be anybody's."""
    left, right = ({s for actor in told.actors for s in _takers(actor)} for told in (one, other))
    return not left or not right or bool(left & right) or _is_anybodys(left) or _is_anybodys(right)


def _is_anybodys(takers: set[str]) -> bool:
    """A government of no country that is named: the administration, the Berg administration."""
    is_government = bool(takers & set(load_rules()["governments"]))
    return is_government and not any(nations_in(taker) for taker in takers)


def _takers(text: str) -> frozenset[str]:
    """Who a phrase names as taking a step: a country or bloc by any of its names, else the words that tell it apart."""
    rules = load_rules()
    called = {word: name for name, words in rules["also_called"].items() for word in words}
    named = {called.get(re.sub(r"['’]s?$|[,.]$", "", word)) for word in text.split()} - {None}
    nations = set(nations_in(text)) if not named else set()
    if named or nations:
        return frozenset({*(str(n) for n in named), *nations, *(stems_of(text) & set(rules["governments"]))} - _idle())
    stems = stems_of(text)
    return (stems - _idle()) or stems


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words, each once."""
    return frozenset(stem_words(text))


@lru_cache(maxsize=1)
def _idle() -> frozenset[str]:
    return frozenset(stem for word in load_rules()["bodies"] for stem in stem_words(word))


def subjects_of(text: str) -> frozenset[str]:
    """What a phrase is about: countries by their names, however they are written, and the stems of the other words, one
    for all words that mean one thing."""
    nations = nations_in(text)
    others = [word for word in text.split() if not nations_in(word)]
    same = _same_objects()
    return frozenset((*nations, *(same.get(stem, stem) for stem in stem_words(" ".join(others)))))


@lru_cache(maxsize=1)
def _same_objects() -> dict[str, str]:
    lines = load_rules()["same_object"]
    return {stem: stem_words(line[0])[0] for line in lines for word in line for stem in stem_words(word)}


def moment_of(told: Told) -> Interval | None:
    """When the step was taken, else when what came before it was."""
    return told.when or told.after


def _may_be_at_once(one: Told, other: Told) -> bool:
    here, there = moment_of(one), moment_of(other)
    return here is None or there is None or here.overlaps(there)


@lru_cache(maxsize=1)
def banning_stems() -> frozenset[str]:
    """The stems of the measures that forbid something."""
    return frozenset(stem for word in load_rules()["bans"] for stem in stem_words(word))


@lru_cache(maxsize=1)
def measure_stems() -> frozenset[str]:
    """The stems of the measures' own nouns, which do not tell what a measure is on."""
    rules = load_rules()
    return frozenset(stem for noun in (*rules["nouns"], *rules["ways"]) for stem in stem_words(noun))
