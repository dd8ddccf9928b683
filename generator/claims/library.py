"""Who and what statements are held against: the readings, the people in them, and the day each article counts from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.briefing import Dating, Person
from generator.model import Reading, Span
from generator.names.nameparts import parse


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person, nation, body or place. `keys` are what it can be found by: p:<person id>, n:<nation>, or its
    words."""

    span: Span
    text: str
    keys: frozenset[str]
    kind: str  # person, nation, other


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All that statements are held against: the readings, who is who in them, and the day each counts from. Two are
    the same only where they are one, so that what is read of one can be kept."""

    readings: Mapping[str, Reading]
    people: tuple[Person, ...]
    whose: Mapping[tuple[str, Span], str]  # (article, mention span) → person
    days: Mapping[str, dt.date | None]
    spelled: Mapping[str, frozenset[str]]  # a name as written, or a surname → persons


def make_library(readings: Sequence[Reading], people: Sequence[Person], datings: Sequence[Dating]) -> Library:
    """Put together what a check needs."""
    spelled: dict[str, set[str]] = {}
    for person in people:
        for name in {person.name, *(s.text for s in person.spellings)}:
            parts = parse(name)
            for form in {name, parts.surname, f"{parts.given} {parts.surname}"}:
                if len(form) > 2:
                    spelled.setdefault(fold(form), set()).add(person.id)
    return Library(
        {r.article.id: r for r in readings},
        tuple(people),
        {(m.article, m.mention.span): p.id for p in people for m in p.mentions},
        {d.article: d.date for d in datings},
        {form: frozenset(ids) for form, ids in spelled.items()},
    )


def fold(text: str) -> str:
    """A name as it is looked up: on one line, in small letters, without a possessive."""
    return re.sub(r"'s?$", "", " ".join(text.split()).casefold())
