"""Decides what stands on a person's page: what happened, what the sources say, what the person said.

A sentence stands there away from its paragraph, so one that opens with a pronoun is left out, and no words stand there
twice. What is most about the person comes first; the rest is folded, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.briefing import Briefing, Event, Person, Statement, Utterance
from generator.events.own_date import TIES
from generator.model import Interval
from generator.names.cyrillic import tables
from generator.names.nameparts import parse
from generator.names.romanise import is_cyrillic
from generator.pages.grouping import Group, group_by
from generator.pages.passages import dangles, detached, is_shown_whole
from generator.people.utterances import letters

_T = TypeVar("_T")
_MOST_TOLD = 12  # sentences that are not folded: two screens of a phone
_MOST_EVENTS = 8
_SMALL_WORDS = frozenset(("a", "an", "in", "of", "the"))  # of a role, that make it no other


@dataclass(frozen=True, slots=True)
class Told:
    """Statements that the same origins make."""

    origins: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """One sentence and every time that it dates something by."""

    whens: tuple[Interval, ...]
    statement: Statement
    people: tuple[str, ...]


def portray(briefing: Briefing, person: Person) -> Mapping[str, object]:
    """What the templates need for the body of a person's page."""
    profile = next((lines for id, lines in briefing.profiles if id == person.id), ())
    everything = tuple(u for u in briefing.utterances if u.person == person.id)
    own = tuple(u for u in everything if u.statement.text)
    quotes, retold = _own_words(own)
    names = _names(briefing)
    events = tuple(e for e in dated(briefing.events) if person.id in e.people and not dangles(e.statement.text))
    happened, more_events = _split(events, _MOST_EVENTS, lambda e: _is_first(person, e.statement.text, names))
    known = {letters(s.text) for s in (*profile, *(e.statement for e in events), *retold)}
    told = tuple(_told(briefing, person, known, [letters(q.text) for q in quotes]))
    shown, more = _split(told, _MOST_TOLD, lambda s: _is_first(person, s.text, names))
    return {
        "profile": profile,
        "roles": _distinct(person.roles),
        "group": _group(person),
        "events": happened,
        "more_events": more_events,
        "told": _by_origins(briefing, shown),
        "more_told": _by_origins(briefing, more),
        "more_count": len(more),
        "quotes": quotes,
        "quoted_at": () if quotes else _quoted_at(everything),
        "retold": retold,
        **_other_spellings(person),
    }


def _group(person: Person) -> Statement | None:
    """The group as a label; what is shown beside it names the person."""
    names = " ".join(dict.fromkeys(parse(s.text).surname for s in person.spellings))
    return Statement(person.group_label, person.group_why, about=names) if person.group_why else None


def _distinct(roles: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The roles without those of which another says all and more; of two that say the same, the first."""
    said = [frozenset(re.findall(r"\w+", role.text.casefold())) - _SMALL_WORDS for role in roles]
    return tuple(
        role
        for n, role in enumerate(roles)
        if not any(said[n] < words or (said[n] == words and k < n) for k, words in enumerate(said))
    )


def _other_spellings(person: Person) -> Mapping[str, object]:
    """What stands in plain sight, the name in Cyrillic, the first of each language; how many more spellings there are;
    all of them by their rule."""
    others, languages = person.other_spellings, tables()["languages"]
    written = {o.language: o.text for o in reversed(others) if is_cyrillic(o.text)}
    cyrillic = tuple((text, code, languages[code]) for code, text in reversed(written.items()))
    return {"cyrillic": cyrillic, "others": len(others) - len(cyrillic), "rules": group_by(others, "rule")}


def dated(events: Iterable[Event]) -> tuple[Dated, ...]:
    """The events with those of one sentence as one, at its first place."""
    found: dict[Statement, Dated] = {}
    for event in events:
        before = found.get(event.statement, Dated((), event.statement, ()))
        whens = tuple(dict.fromkeys((*before.whens, event.when)))
        found[event.statement] = Dated(whens, event.statement, tuple(dict.fromkeys((*before.people, *event.people))))
    return tuple(found.values())


# ---------------------------------------------------------------- what the person said


def _own_words(own: Sequence[Utterance]) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Spoken words, and sentences that retell some; words that stand in both are shown once. A part of a sentence says
    most inside its sentence, and a sentence that is mostly a quotation says it best as one."""
    quotes = [u.statement for u in own if u.voice.kind == "quote"]
    told = [u.statement for u in own if u.voice.kind == "reported" and not dangles(u.statement.text)]
    retold = [s for s in told if not any(_is_mostly(s, q) for q in quotes if not _is_part(q))]
    inside = [letters(s.text) for s in retold]
    spoken = [q for q in quotes if not any(letters(q.text) in text for text in inside)]
    return tuple(spoken), tuple(replace(s, text=detached(s.text)) for s in retold)


def _quoted_at(own: Iterable[Utterance]) -> tuple[Group, ...]:
    """Where the person is quoted in words that may not be shown: the paragraphs, article by article."""
    cites = (c for u in own if u.voice.kind == "quote" and not u.statement.text for c in u.statement.cites)
    return group_by(dict.fromkeys(cites), "article")


def _is_mostly(sentence: Statement, quote: Statement) -> bool:
    inner, whole = letters(quote.text), letters(sentence.text)
    return inner in whole and len(inner) > len(whole) / 2


def _is_part(quote: Statement) -> bool:
    return quote.text.startswith("“…")


# ---------------------------------------------------------------- what is said of the person


def _told(briefing: Briefing, person: Person, known: set[str], quotes: Sequence[str]) -> Iterable[Statement]:
    """What is said of the person by name, beyond what the page tells already."""
    names, cites = {m.mention.text for m in person.mentions}, set(person.cites)
    times = {time for event in briefing.events if person.id in event.people for time in event.when_text}
    for statement in _statements(briefing):
        text = detached(statement.text)
        plain = letters(text)
        if plain in known or letters(statement.text) in known or cites.isdisjoint(statement.cites):
            continue
        if not known.isdisjoint(_without_times(text, times)):
            continue
        if dangles(text) or _first_place(names, text) is None or _repeats(text, quotes):
            continue
        known.add(plain)
        yield replace(statement, text=text)


def _without_times(text: str, times: Collection[str]) -> Iterator[str]:
    """The sentence as the timeline has it, which leaves out the words for its own time; letters and digits alone."""
    for time in times:
        if time in text:
            yield letters(re.sub(rf"(?:\b(?i:{'|'.join(sorted(TIES))}) )?{re.escape(time)}", "", text, count=1))


def _repeats(text: str, quotes: Sequence[str]) -> bool:
    """True where the sentence is one of the quotations again, or begins one."""
    plain = letters(text)
    parts = [letters(part) for part in re.findall(r"[\"“]([^\"”]+)", text)]
    begun = any(2 * len(part) > len(plain) and part in quote for part in parts for quote in quotes)
    return begun or any(quote in plain for quote in quotes)


def _statements(briefing: Briefing) -> Iterable[Statement]:
    """What may be told of somebody. What one article alone says is left to that article where it is not ours to show:
    sentence by sentence it would be the article."""
    for many in (briefing.agreements, briefing.measures, briefing.positions, briefing.questions):
        for item in many:
            yield item.statement
    ours = {article.id for article in briefing.articles if is_shown_whole(article)}
    yield from (only.statement for only in briefing.only_in if ours.issuperset(only.articles))


def _by_origins(briefing: Briefing, statements: Iterable[Statement]) -> tuple[Told, ...]:
    """The statements by the origins that make them, most origins first."""
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        groups.setdefault(tuple(o.name for o in briefing.origins_under(statement)), []).append(statement)
    told = (Told(origins, tuple(found)) for origins, found in groups.items())
    return tuple(sorted(told, key=lambda group: -len(group.origins)))


# ---------------------------------------------------------------- whom a sentence is about


def _names(briefing: Briefing) -> dict[str, set[str]]:
    return {p.id: {m.mention.text for m in p.mentions} for p in briefing.people}


def _first_place(names: Iterable[str], text: str) -> int | None:
    """Where one of the names stands first; None where none does."""
    found = [m.start() for name in names if (m := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))]
    return min(found, default=None)


def _is_first(person: Person, text: str, names: Mapping[str, set[str]]) -> bool:
    """True where the person is the first whom the sentence names."""
    own = _first_place(names[person.id], text)
    if own is None:
        return False
    others = (_first_place(found, text) for id, found in names.items() if id != person.id)
    return all(place is None or place >= own for place in others)


def _split(items: Sequence[_T], most: int, is_about: Callable[[_T], bool]) -> tuple[tuple[_T, ...], tuple[_T, ...]]:
    """So many of the items, those about the person first in the choice, and the others; both in their order."""
    ranked = sorted(range(len(items)), key=lambda n: (not is_about(items[n]), n))
    chosen = set(ranked[:most])
    return (
        tuple(item for n, item in enumerate(items) if n in chosen),
        tuple(item for n, item in enumerate(items) if n not in chosen),
    )
