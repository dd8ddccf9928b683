"""Decides what stands on which page: the pages of a site, in the order of printing, and what each template is given.

The pages of articles come last, so that they can list the statements that other pages rest on them. What a page says
where something is missing is the template's business; here it is only left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator import charts
from generator.briefing import Briefing, Entry, Event, Overlap, Person, Row, Section, Statement, Utterance
from generator.desk import Desk
from generator.model import Article, Citation
from generator.passages import is_shown_whole
from generator.phrases import amount, bound

_T = TypeVar("_T")
_FIGURES = 4  # of the first screen: one row of four on a desktop, two of two on a phone
_EVENTS = 8  # in the overview; all of them are on their own page
_AGREEMENTS = 8  # what an overview without an editor tells: about a screen and a half of a phone
_DIFFERENCES = 6
_WORDS_A_MINUTE = 230  # silent reading of English non-fiction: 238 (Brysbaert 2019), less for figures
# The parts that every overview has. An editor's section under one of these keys opens that part instead of standing
# beside it.
_PARTS = {
    "people": ("people", "who-is-who", "who-was-freed"),
    "differences": ("differences", "where-the-sources-differ", "where-sources-differ"),
    "unknown": ("unknown", "what-is-not-known-yet", "what-is-not-known"),
    "timeline": ("timeline", "how-it-came-to-this"),
}
_DIFFERING = ("conflict", "unreconciled", "not comparable")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path below `docs/`, the template it is printed from, and what the template is given."""

    path: str
    template: str
    given: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure of the first screen: its value as most origins give it, and the row it stands in."""

    row: Row
    bound: str
    amount: str
    voice: str  # the one voice that several origins rest on, where there is one
    value: Statement  # bound and amount, with everybody who gives it


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
    articles = (Page(desk.article_page(a.id), "article.md.j2", _article(briefing, a)) for a in briefing.articles)
    return (
        Page("index.md", "overview.md.j2", _overview(briefing)),
        Page("people/index.md", "people.md.j2", {"groups": _groups(briefing.people)}),
        *people,
        Page("sanctions.md", "sanctions.md.j2", {"positions": _by(briefing.positions, "about")}),
        Page("timeline.md", "timeline.md.j2", _timeline(briefing)),
        Page("numbers.md", "numbers.md.j2", _numbers(briefing, desk)),
        Page("sources/index.md", "sources.md.j2", {"overlaps": _overlaps(briefing)}),
        *articles,
        Page("about.md", "about.md.j2", {"downloads": downloads}),
    )


# ---------------------------------------------------------------- overview


def _overview(briefing: Briefing) -> Mapping[str, object]:
    own = {part: next((s for s in briefing.overview if s.key in keys), None) for part, keys in _PARTS.items()}
    story = tuple(s for s in briefing.overview if s not in own.values())
    rows = tuple(r for r in briefing.ledger if r.verdict in _DIFFERING)
    events = _weightiest(briefing.events, _EVENTS)
    told = tuple(a.statement for a in briefing.agreements or briefing.only_in)
    lead = briefing.lead or told[:1]
    return {
        "lead": lead,
        "figures": _key_figures(briefing),
        "story": story,
        "edited": own,
        "agreed": () if story else tuple(s for s in told if s not in lead)[:_AGREEMENTS],
        "groups": _groups(briefing.people),
        "rows": rows[:_DIFFERENCES],
        "more_rows": max(0, len(rows) - _DIFFERENCES),
        "events": events,
        "more_events": len(briefing.events) - len(events),
        "minutes": _minutes(lead, briefing.overview, (e.statement for e in events)),
        "drawing": charts.timeline(briefing.events),
    }


def _key_figures(briefing: Briefing) -> tuple[KeyFigure, ...]:
    rows = {row.id: row for row in briefing.ledger}
    chosen = [rows[id] for id in briefing.key_figures if id in rows]
    ranked = sorted((r for r in briefing.ledger if r.entries), key=lambda r: (-len(r.origins), r.verdict != "agree"))
    return tuple(_key_figure(row) for row in (chosen or ranked)[:_FIGURES] if row.entries)


def _key_figure(row: Row) -> KeyFigure:
    """The value that most origins give, then most articles, then the first of them."""
    values = _by_value(row)
    entries = max(values, key=lambda same: (len({e.origin for e in same}), len(same)))
    figure = entries[0].figure
    is_count = figure.unit in ("", "percent", "%")
    before = bound(figure) if is_count else ""
    value = amount(figure) if is_count else figure.text
    cites = tuple(dict.fromkeys(c for e in entries for c in e.statement.cites))
    voices = {e.voice for e in entries}
    voice = voices.pop() if len(voices) == 1 else ""
    return KeyFigure(row, before, value, _one_voice(row), Statement(f"{before} {value}".strip(), cites, voice))


def _by_value(row: Row) -> list[list[Entry]]:
    values: dict[tuple[float, float, str], list[Entry]] = {}
    for entry in row.entries:
        values.setdefault((entry.figure.low, entry.figure.high, entry.figure.bound), []).append(entry)
    return list(values.values())


def _minutes(*parts: Iterable[object]) -> int:
    words = 0
    for part in parts:
        for item in part:
            statements = [s for p in item.paragraphs for s in p] if isinstance(item, Section) else [item]
            words += sum(len(s.text.split()) for s in statements if isinstance(s, Statement))
    return max(1, round(words / _WORDS_A_MINUTE))


def _weightiest(events: tuple[Event, ...], most: int) -> tuple[Event, ...]:
    """The events that most articles tell of, in their order."""
    ranked = sorted(range(len(events)), key=lambda i: (-len({c.article for c in events[i].statement.cites}), i))
    return tuple(events[i] for i in sorted(ranked[:most]))


# ---------------------------------------------------------------- people


def _groups(people: tuple[Person, ...]) -> tuple[Group, ...]:
    return _by(people, "group_label")


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
    for many in (briefing.agreements, briefing.measures, briefing.positions, briefing.questions, briefing.only_in):
        for item in many:
            yield item.statement


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
    rows = tuple((row, charts.values(row, desk.colours), _one_voice(row)) for row in briefing.ledger)
    return {"rows": rows, "verdicts": _by(briefing.ledger, "verdict")}


def _one_voice(row: Row) -> str:
    """The voice that several origins all rest on; empty where they do not."""
    voices = {entry.voice for entry in row.entries}
    return voices.pop() if len(voices) == 1 and len(row.origins) > 1 else ""


def _overlaps(briefing: Briefing) -> tuple[Overlap, ...]:
    """Pairs of articles by the larger of their two shares, the most alike first."""
    return tuple(sorted(briefing.overlaps, key=lambda o: (-o.share, o.article, o.other)))


def _article(briefing: Briefing, article: Article) -> Mapping[str, object]:
    place = briefing.articles.index(article)
    return {
        "article": article,
        "shown_whole": is_shown_whole(article),
        "evidence": tuple(e for o in briefing.origins for e in o.evidence if e.article == article.id),
        "set_aside": _by(article.set_aside, "reason"),
        "only": tuple(a.statement for a in briefing.only_in if article.id in a.articles),
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
