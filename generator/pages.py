"""Decides what stands on which page: the pages of a site, in the order of printing, and what each template is given.

The pages of articles come last, so that they can list the statements that other pages rest on them. What a page says
where something is missing is the template's business; here it is only left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator import charts
from generator.briefing import Briefing, Overlap, Person, Statement, Utterance
from generator.desk import Desk
from generator.model import Article, Citation
from generator.overview import one_voice, open_with
from generator.passages import is_shown_whole

_T = TypeVar("_T")
# Whom an event like this is about comes first; all other groups in the order of their first person.
_FIRST_GROUPS = ("freed", "held", "former_prisoner", "corrected")
_LEAST_SHARE = 0.05  # of word trigrams: below that, two reports of one event share names and set phrases


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path below `docs/`, the template it is printed from, and what the template is given."""

    path: str
    template: str
    given: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Group:
    """Things that stand under one heading; `key` is what they have in common."""

    key: str
    items: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Statements that the same origins make."""

    origins: tuple[str, ...]
    statements: tuple[Statement, ...]


def plan(briefing: Briefing, downloads: tuple[str, ...]) -> tuple[Page, ...]:
    """Every page of the site, in the order of printing. `downloads` are paths below `docs/` for the last page."""
    desk = Desk(briefing)
    people = (Page(desk.person_page(p.id), "person.md.j2", _person(briefing, p)) for p in briefing.people)
    articles = (Page(desk.article_page(a.id), "article.md.j2", _article(briefing, desk, a)) for a in briefing.articles)
    return (
        Page("index.md", "overview.md.j2", open_with(briefing, group_people(briefing.people))),
        Page("people/index.md", "people.md.j2", {"groups": group_people(briefing.people)}),
        *people,
        Page("sanctions.md", "sanctions.md.j2", {"positions": _by(briefing.positions, "about")}),
        Page("timeline.md", "timeline.md.j2", _timeline(briefing)),
        Page("numbers.md", "numbers.md.j2", _numbers(briefing, desk)),
        Page("sources/index.md", "sources.md.j2", _sources(briefing)),
        *articles,
        Page("about.md", "about.md.j2", {"downloads": downloads}),
    )


# ---------------------------------------------------------------- people


def group_people(people: tuple[Person, ...]) -> tuple[Group, ...]:
    """People by group: whom the event is about first, then in reading order."""

    def place(person: Person) -> int:
        return _FIRST_GROUPS.index(person.group) if person.group in _FIRST_GROUPS else len(_FIRST_GROUPS)

    return _by(sorted(people, key=place), "group_label")


def _person(briefing: Briefing, person: Person) -> Mapping[str, object]:
    place = briefing.people.index(person)
    events = tuple(e for e in briefing.events if person.id in e.people)
    profile = next((lines for id, lines in briefing.profiles if id == person.id), ())
    words = tuple(u for u in briefing.utterances if u.person == person.id)
    told = {s.text for s in (*profile, *(e.statement for e in events), *(u.statement for u in words))}
    return {
        "person": person,
        "spellings": _spellings(person),
        "profile": profile,
        "events": events,
        "told": _told(briefing, person, told),
        "words": tuple((u, _is_spoken(u)) for u in words),
        "companions": _companions(briefing, person),
        "reading": _by(person.cites, "article"),
        "before": briefing.people[place - 1] if place else None,
        "after": briefing.people[place + 1] if place + 1 < len(briefing.people) else None,
    }


def _spellings(person: Person) -> tuple[Group, ...]:
    """Each spelling with the articles that use it, the site's own first."""
    groups = _by(person.spellings, "text")
    return tuple(sorted(groups, key=lambda g: g.key != person.name))


def _told(briefing: Briefing, person: Person, known: set[str]) -> tuple[Told, ...]:
    """What is said of the person beyond what the page tells already, by the origins that say it, most origins first."""
    names = {m.mention.text for m in person.mentions}
    cites = set(person.cites)
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for statement in _statements(briefing):
        if statement.text in known or cites.isdisjoint(statement.cites):
            continue
        if any(name in statement.text for name in names):
            known.add(statement.text)
            groups.setdefault(_origins(briefing, statement.cites), []).append(statement)
    told = (Told(origins, tuple(statements)) for origins, statements in groups.items())
    return tuple(sorted(told, key=lambda group: -len(group.origins)))


def _statements(briefing: Briefing) -> Iterable[Statement]:
    """What may be told of somebody. What one article alone says is left to that article where it is not ours to show:
    sentence by sentence it would be the article."""
    for many in (briefing.agreements, briefing.measures, briefing.positions, briefing.questions):
        for item in many:
            yield item.statement
    ours = {article.id for article in briefing.articles if is_shown_whole(article)}
    yield from (only.statement for only in briefing.only_in if ours.issuperset(only.articles))


def _origins(briefing: Briefing, cites: tuple[Citation, ...]) -> tuple[str, ...]:
    """The names of the origins cited, in the briefing's order."""
    cited = {c.article for c in cites}
    return tuple(o.name for o in briefing.origins if cited.intersection(o.articles))


def _is_spoken(utterance: Utterance) -> bool:
    """True where the statement is exactly the words between the quotation marks."""
    return utterance.voice.kind == "quote" and utterance.statement.text.strip() == utterance.voice.text.strip()


def _companions(briefing: Briefing, person: Person) -> tuple[tuple[Person, tuple[Citation, ...]], ...]:
    """Who stands in the same paragraphs, most shared paragraphs first."""
    others = (other for other in briefing.people if other.id != person.id)
    shared = ((other, tuple(c for c in other.cites if c in person.cites)) for other in others)
    return tuple(sorted(((o, c) for o, c in shared if c), key=lambda pair: -len(pair[1])))


# ---------------------------------------------------------------- the other pages


def _timeline(briefing: Briefing) -> Mapping[str, object]:
    years: dict[str, list[object]] = {}
    for event in briefing.events:
        years.setdefault(str(event.when.start.year), []).append(event)
    groups = tuple(Group(year, tuple(events)) for year, events in years.items())
    return {"years": groups, "drawing": charts.timeline(briefing.events)}


def _numbers(briefing: Briefing, desk: Desk) -> Mapping[str, object]:
    rows = tuple((row, charts.values(row, desk.colours), one_voice(row)) for row in briefing.ledger)
    return {"rows": rows, "verdicts": _by(briefing.ledger, "verdict")}


def _sources(briefing: Briefing) -> Mapping[str, object]:
    overlaps = _overlaps(briefing)
    return {"overlaps": overlaps, "least": _LEAST_SHARE, "others": len(briefing.overlaps) - len(overlaps)}


def _overlaps(briefing: Briefing) -> tuple[Overlap, ...]:
    """What is worth telling of the pairs of articles, the most alike first."""
    worth = (o for o in briefing.overlaps if o.share >= _LEAST_SHARE)
    return tuple(sorted(worth, key=lambda o: (-o.share, o.article, o.other)))


def _article(briefing: Briefing, desk: Desk, article: Article) -> Mapping[str, object]:
    place = briefing.articles.index(article)
    dating = desk.dating(article.id)
    only = tuple(a.statement for a in briefing.only_in if article.id in a.articles)
    return {
        "article": article,
        "shown_whole": is_shown_whole(article),
        "evidence": tuple(e for o in briefing.origins for e in o.evidence if e.article == article.id),
        "findings": tuple(f for f in desk.findings(article) if not dating or dating.why not in f.found),
        "set_aside": _by(article.set_aside, "reason"),
        "only": only,
        "only_at": tuple(dict.fromkeys(c for s in only for c in s.cites if c.article == article.id)),
        "spellings": tuple(
            (p, tuple(s.text for s in p.spellings if s.article == article.id))
            for p in briefing.people
            if any(s.article == article.id for s in p.spellings)
        ),
        "overlaps": tuple(o for o in _overlaps(briefing) if o.article == article.id),
        "before": briefing.articles[place - 1] if place else None,
        "after": briefing.articles[place + 1] if place + 1 < len(briefing.articles) else None,
    }


def _by(items: Iterable[_T], name: str) -> tuple[Group, ...]:
    """The items under one heading for each value of the named field, headings and items in their first order."""
    groups: dict[str, list[object]] = {}
    for item in items:
        groups.setdefault(str(getattr(item, name)), []).append(item)
    return tuple(Group(key, tuple(found)) for key, found in groups.items())
