"""Puts together who argues what: topic by topic, each party once, under it its arguments by the reporting they are in.

Copies of one report tell one argument in several wordings. The wording of one article stands; what the others of that
reporting have is folded, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.briefing import Position
from generator.pages.phrases import party_key


@dataclass(frozen=True, slots=True)
class Told:
    """What one reporting has of a party's arguments: an article's sentences, and those of its other articles."""

    positions: tuple[Position, ...]
    others: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Arguing:
    """One party under one topic. `person` is a Person.id, empty for a party that is no person."""

    who: str
    person: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What is argued about, and who does."""

    key: str
    parties: tuple[Arguing, ...]


def arrange(positions: Iterable[Position], origin_of: Mapping[str, str]) -> tuple[Topic, ...]:
    """The positions by topic, party and origin, each in its first order. `origin_of` is an article's origin by its id;
    an article without one is its own."""
    topics: dict[str, dict[tuple[str, str], dict[str, list[Position]]]] = {}
    for position in positions:
        article = _article(position)
        parties = topics.setdefault(position.about, {})
        by_origin = parties.setdefault((position.person, party_key(position.who)), {})
        by_origin.setdefault(origin_of.get(article, article), []).append(position)
    return tuple(Topic(key, tuple(map(_arguing, parties.values()))) for key, parties in topics.items())


def _arguing(by_origin: Mapping[str, list[Position]]) -> Arguing:
    first = next(iter(by_origin.values()))[0]
    return Arguing(first.who, first.person, tuple(map(_told, by_origin.values())))


def _told(positions: list[Position]) -> Told:
    """The sentences of the article that has most with words that may be shown, of several such the first."""
    worded = [_article(p) for p in positions if p.statement.text]
    best = max(map(_article, positions), key=worded.count)
    shown = tuple(p for p in positions if _article(p) == best)
    return Told(shown, tuple(p for p in positions if _article(p) != best))


def _article(position: Position) -> str:
    return position.statement.cites[0].article
