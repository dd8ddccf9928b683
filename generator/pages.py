"""Decides what stands on which page: the pages of a site, in the order of printing, and what each template is given.

The pages of articles come last, so that they can list the statements that other pages rest on them. What a page says
where something is missing is the template's business; here it is only left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator import charts
from generator.briefing import Briefing, OpenQuestion, Overlap, Person, Statement, Utterance
from generator.desk import Desk
from generator.model import Article, Citation, Interval
from generator.overview import one_voice, open_with, questions_of
from generator.passages import detached, is_shown_whole, shorten
from generator.phrases import parties, party, sentence_case
from generator.portrait import dated, portray
from generator.steps import load_rules
from generator.utterances import letters

_T = TypeVar("_T")
# Whom an event like this is about comes first; all other groups in the order of their first person.
_FIRST_GROUPS = ("freed", "held", "former_prisoner", "corrected")
_ROLE_WORDS = 14  # of a profile that stands beside a name: a line of a desktop, two of a phone
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
class Step:
    """One sentence about measures: what was done by whom to what, each as a line of action, parties and target."""

    when: Interval | None
    acts: tuple[tuple[str, str, str], ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks without a name: what is told of it, and where else, in articles that are not ours to show."""

    name: str
    statements: tuple[Statement, ...]
    cites: tuple[Citation, ...]


def plan(briefing: Briefing, downloads: tuple[str, ...]) -> tuple[Page, ...]:
    """Every page of the site, in the order of printing. `downloads` are paths below `docs/` for the last page."""
    desk = Desk(briefing)
    people = (Page(desk.person_page(p.id), "person.md.j2", _person(briefing, p)) for p in briefing.people)
    articles = (Page(desk.article_page(a.id), "article.md.j2", _article(briefing, desk, a)) for a in briefing.articles)
    return (
        Page("index.md", "overview.md.j2", open_with(briefing, group_people(briefing.people))),
        Page("people/index.md", "people.md.j2", _listed(briefing, group_people(briefing.people))),
        *people,
        Page("sanctions.md", "sanctions.md.j2", _sanctions(briefing)),
        Page("timeline.md", "timeline.md.j2", _timeline(briefing)),
        Page("numbers.md", "numbers.md.j2", _numbers(briefing, desk)),
        Page("sources/index.md", "sources.md.j2", _sources(briefing)),
        *articles,
        Page("about.md", "about.md.j2", _about(desk, downloads)),
    )


# ---------------------------------------------------------------- people


def group_people(people: tuple[Person, ...]) -> tuple[Group, ...]:
    """People by group: whom the event is about first, then in reading order."""

    def place(person: Person) -> int:
        return _FIRST_GROUPS.index(person.group) if person.group in _FIRST_GROUPS else len(_FIRST_GROUPS)

    return _by(sorted(people, key=place), "group_label")


def _person(briefing: Briefing, person: Person) -> Mapping[str, object]:
    place = briefing.people.index(person)
    return {
        **portray(briefing, person),
        "person": person,
        "spellings": _spellings(person),
        "companions": _companions(briefing, person),
        "reading": _by(person.cites, "article"),
        "before": briefing.people[place - 1] if place else None,
        "after": briefing.people[place + 1] if place + 1 < len(briefing.people) else None,
    }


def _listed(briefing: Briefing, groups: tuple[Group, ...]) -> Mapping[str, object]:
    """The index of people. Beside each name stands a role, else how the editor's profile begins."""
    profiles = dict(briefing.profiles)
    lines = {}
    for person in briefing.people:
        said = (*person.roles, *profiles.get(person.id, ()))[:1]
        lines[person.id] = tuple(replace(s, text=shorten(detached(s.text), _ROLE_WORDS)) for s in said)
    return {"groups": groups, "lines": lines}


def _spellings(person: Person) -> tuple[Group, ...]:
    """Each spelling with the articles that use it, the site's own first."""
    groups = _by(person.spellings, "text")
    return tuple(sorted(groups, key=lambda g: g.key != person.name))


def _companions(briefing: Briefing, person: Person) -> tuple[tuple[Person, tuple[Citation, ...]], ...]:
    """Who stands in the same paragraphs, most shared paragraphs first."""
    others = (other for other in briefing.people if other.id != person.id)
    shared = ((other, tuple(c for c in other.cites if c in person.cites)) for other in others)
    return tuple(sorted(((o, c) for o, c in shared if c), key=lambda pair: -len(pair[1])))


# ---------------------------------------------------------------- sanctions, timeline, numbers


def _sanctions(briefing: Briefing) -> Mapping[str, object]:
    steps = _steps(briefing)
    positions = tuple(replace(p, statement=_detached(p.statement)) for p in briefing.positions)
    return {
        "undated": tuple(step for step in steps if step.when is None),
        "dated": tuple(step for step in steps if step.when is not None),
        "tally": tuple((group.key, len(group.items)) for group in _by(briefing.measures, "action")),
        "positions": _by(positions, "about"),
        "questions": questions_of(briefing, _is_of_measures(briefing)),
    }


def _steps(briefing: Briefing) -> tuple[Step, ...]:
    """The measures, with those of one sentence and one time under it together."""
    found: dict[tuple[Statement, Interval | None], list[tuple[str, str, str]]] = {}
    for m in briefing.measures:
        found.setdefault((m.statement, m.when), []).append((m.action, parties(m.actors), party(m.target)))
    return tuple(Step(when, tuple(acts), statement) for (statement, when), acts in found.items())


def _detached(statement: Statement) -> Statement:
    text = detached(statement.text)
    return statement if text == statement.text else replace(statement, text=text)


def _is_of_measures(briefing: Briefing) -> Callable[[OpenQuestion], bool]:
    """True for a question about the measures: it stands beside one, or speaks of their topic."""
    measured = {c for m in briefing.measures for c in m.statement.cites}
    words = "|".join(map(re.escape, load_rules()["topics"][0]["words"]))
    topic = re.compile(rf"\b(?:{words})", re.IGNORECASE)
    return lambda q: not measured.isdisjoint(q.statement.cites) or bool(topic.search(q.statement.text))


def _timeline(briefing: Briefing) -> Mapping[str, object]:
    events = dated(briefing.events)
    years: dict[str, list[object]] = {}
    for event in events:
        years.setdefault(str(event.whens[0].start.year), []).append(event)
    whens = [when for event in events for when in event.whens]
    day = briefing.event
    return {
        "years": tuple(Group(year, tuple(found)) for year, found in years.items()),
        "count": len(events),
        "first": min(whens, key=lambda w: (w.start, -w.end.toordinal()), default=None),
        "last": max(whens, key=lambda w: (w.start, -w.end.toordinal()), default=None),
        "on_the_day": sum(day in event.whens for event in events) if day else 0,
        "drawing": charts.timeline(briefing.events),
    }


def _numbers(briefing: Briefing, desk: Desk) -> Mapping[str, object]:
    rows = tuple((row, charts.values(row, desk.colours), one_voice(row)) for row in briefing.ledger)
    odd = sum(row.verdict in ("unreconciled", "conflict") for row in briefing.ledger)
    return {"rows": rows, "odd": odd, "verdicts": _by(briefing.ledger, "verdict")}


# ---------------------------------------------------------------- sources


def _sources(briefing: Briefing) -> Mapping[str, object]:
    overlaps = _overlaps(briefing)
    others = len(briefing.overlaps) - len(overlaps)
    return {"overlaps": overlaps, "least": _LEAST_SHARE, "others": others, "unnamed": _unnamed(briefing)}


def _unnamed(briefing: Briefing) -> tuple[Voice, ...]:
    """Who speaks without a name, most heard first. Of an article that is not ours to show stands only where."""
    ours = {article.id for article in briefing.articles if is_shown_whole(article)}
    groups: dict[str, list[Utterance]] = {}
    for utterance in briefing.utterances:
        if not utterance.person and utterance.voice.unnamed:
            groups.setdefault(party(utterance.statement.voice).casefold(), []).append(utterance)
    voices = []
    for found in groups.values():
        statements = [u.statement for u in found]
        whole = [s for s in statements if ours.issuperset(c.article for c in s.cites)]
        told = [_detached(s) for s in whole if not _is_inside(s, whole)]
        others = dict.fromkeys(c for s in statements if s not in whole for c in s.cites)
        voices.append(Voice(sentence_case(party(statements[0].voice)), tuple(told), tuple(others)))
    return tuple(sorted(voices, key=lambda v: -len(v.statements) - len(v.cites)))


def _is_inside(statement: Statement, others: Iterable[Statement]) -> bool:
    """True where one of the others holds the same words and more."""
    words = letters(statement.text)
    return any(words in letters(o.text) and words != letters(o.text) for o in others)


def _overlaps(briefing: Briefing) -> tuple[Overlap, ...]:
    """What is worth telling of the pairs of articles, the most alike first."""
    worth = (o for o in briefing.overlaps if o.share >= _LEAST_SHARE)
    return tuple(sorted(worth, key=lambda o: (-o.share, o.article, o.other)))


def _about(desk: Desk, downloads: tuple[str, ...]) -> Mapping[str, object]:
    """Findings are counted here and told in full by the build: they are in an editor's words, with file and line."""
    files = {article.file for article in desk.briefing.articles}
    found = desk.all_findings()
    of_articles = sum(f.file in files for f in found)
    tables = tuple(path for path in downloads if path.endswith(".csv"))
    whole = tuple(path for path in downloads if path not in tables)
    notes = {"of_articles": of_articles, "of_editor": len(found) - of_articles}
    return {**notes, "downloads": downloads, "tables": tables, "whole": whole}


def _article(briefing: Briefing, desk: Desk, article: Article) -> Mapping[str, object]:
    place = briefing.articles.index(article)
    dating = desk.dating(article.id)
    shared = _shared_paragraphs(briefing)
    only = tuple(a.statement for a in briefing.only_in if article.id in a.articles)
    only = tuple(s for s in only if shared.isdisjoint(s.cites))
    return {
        "article": article,
        "shown_whole": is_shown_whole(article),
        "evidence": tuple(e for o in briefing.origins for e in o.evidence if e.article == article.id),
        "findings": tuple(f for f in article.findings if not dating or dating.why not in f.found),
        "incomplete": tuple(f for f in article.findings if f.found.startswith("Lead missing")),
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


def _shared_paragraphs(briefing: Briefing) -> set[Citation]:
    """Paragraphs that stand under something several articles tell: what they say was found elsewhere too."""
    statements = (i.statement for many in (briefing.agreements, briefing.events, briefing.measures) for i in many)
    rows = (tuple(c for e in row.entries for c in e.statement.cites) for row in briefing.ledger)
    told = (*(s.cites for s in statements), *rows)
    return {c for cites in told if len({c.article for c in cites}) > 1 for c in cites}


def _by(items: Iterable[_T], name: str) -> tuple[Group, ...]:
    """The items under one heading for each value of the named field, headings and items in their first order."""
    groups: dict[str, list[object]] = {}
    for item in items:
        groups.setdefault(str(getattr(item, name)), []).append(item)
    return tuple(Group(key, tuple(found)) for key, found in groups.items())
