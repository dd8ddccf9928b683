"""The briefing as data: one JSON file with its schema, and a CSV a table, for whoever wants to count for themselves.

It says what the pages say and nothing more: of an article it holds what is known about it, never its text. A sentence
that the pages do not show, so as not to republish its article, has no text here either, only its citations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from generator.briefing import Briefing, Dating, Entry, Event, Measure, Origin, Person, Row, Statement
from generator.evidence.wall import all_statements
from generator.model import Article, Citation, Interval
from generator.pages.data_files import as_csv, as_json
from generator.pages.dictionary import make_schema, read_dictionary
from generator.pages.entities import export_entities

Record = dict[str, Any]


def export_data(briefing: Briefing) -> dict[str, str]:
    """`data/briefing.json`, `data/briefing.schema.json`, a `data/TABLE.csv` for each table, and people as
    FollowTheMoney entities, by path."""
    tables = read_dictionary()
    data = make_data(briefing)
    files = {"data/briefing.json": as_json(data), "data/briefing.schema.json": as_json(make_schema(tables))}
    for table in tables:
        files |= as_csv(table, data[table.name])
    return files | export_entities(briefing)


def make_data(briefing: Briefing) -> Record:
    """The briefing as the values that JSON knows; data/dictionary.yml says what each means."""
    return {
        "title": briefing.title,
        "place": briefing.place or None,
        **_days(briefing.event),
        "as_of": _day(briefing.as_of),
        "articles": _articles(briefing),
        "origins": [_origin(origin) for origin in briefing.origins],
        "people": [_person(person) for person in briefing.people],
        "figures": [_figure(row) for row in briefing.ledger],
        "events": [_event(event) for event in briefing.events],
        "measures": [_measure(measure) for measure in briefing.measures],
        "positions": [
            {"who": p.who, "person": p.person or None, "stance": p.stance, "about": p.about, **_said(p.statement)}
            for p in briefing.positions
        ],
        "open_questions": [{"kind": question.kind, **_said(question.statement)} for question in briefing.questions],
        "utterances": [
            {
                "person": u.person or None,
                "speaker": u.speaker,
                "kind": u.voice.kind,
                "unnamed": u.voice.unnamed,
                "text": u.statement.text or None,
                "cites": _cites(u.statement.cites),
            }
            for u in briefing.utterances
        ],
        "overlaps": [{"article": o.article, "other": o.other, "share": round(o.share, 4)} for o in briefing.overlaps],
        "statements": [
            {**_said(s), "by_editor": s.by_editor} for s in each_once(s for s in all_statements(briefing) if s.text)
        ],
    }


def each_once(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements without those that say the same on the same paragraphs by the same voice as one before."""
    once: dict[tuple[str, tuple[Citation, ...], str], Statement] = {}
    for statement in statements:
        once.setdefault((statement.text, statement.cites, statement.voice), statement)
    return tuple(once.values())


# ---------------------------------------------------------------- one record a value


def _articles(briefing: Briefing) -> list[Record]:
    datings = {dating.article: dating for dating in briefing.datings}
    origins = briefing.origin_of
    return [_article(article, datings.get(article.id), origins.get(article.id)) for article in briefing.articles]


def _article(article: Article, dating: Dating | None, origin: str | None) -> Record:
    refs = [paragraph.ref for paragraph in article.paragraphs]
    captions = sum(paragraph.kind == "caption" for paragraph in article.paragraphs)
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title or None,
        "outlet": article.outlet or None,
        "agency": article.agency or None,
        "author": article.author or None,
        "published": _day(article.published),
        "dated": _day(dating.date if dating else None),
        "dated_how": dating.how if dating else "unknown",
        "dated_why": (dating.why or None) if dating else None,
        "origin": origin,
        "url": article.url or None,
        "licence": article.licence or None,
        "text": "digest" if article.is_digest else "full",
        "paragraphs": len(refs) - captions,
        "captions": captions,
        "set_aside": len(article.set_aside),
        "words": article.original.words if article.original else None,
        "original_sha256": article.original.sha256 if article.original else None,
    }


def _origin(origin: Origin) -> Record:
    evidence = [
        {"article": e.article, "text": e.text, "cite": str(e.cite) if e.cite else None} for e in origin.evidence
    ]
    return {"id": origin.id, "name": origin.name, "articles": list(origin.articles), "evidence": evidence}


def _person(person: Person) -> Record:
    return {
        "id": person.id,
        "name": person.name,
        "group": person.group,
        "group_label": person.group_label,
        "group_cites": _cites(person.group_why),
        "spellings": [{"text": s.text, "article": s.article, "count": s.count} for s in person.spellings],
        "roles": [_said(role) for role in person.roles],
        "merges": list(person.merges),
        "other_spellings": [
            {"text": o.text, "language": o.language or None, "rule": o.rule} for o in person.other_spellings
        ],
        "cites": _cites(person.cites),
    }


def _figure(row: Row) -> Record:
    return {
        "id": row.id,
        "what": row.what,
        "unit": row.unit or None,
        "verdict": row.verdict,
        "reason": row.reason,
        "origins": list(row.origins),
        "voices": list(row.voices),
        "values": [_value(entry) for entry in row.entries],
    }


def _value(entry: Entry) -> Record:
    figure = entry.figure
    return {
        "article": entry.article,
        "origin": entry.origin,
        "cite": str(Citation(entry.article, figure.ref)),
        "text": figure.text,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "bound": figure.bound,
        "voice": entry.voice or None,
        **_days(entry.when),
    }


def _event(event: Event) -> Record:
    return {
        **_days(event.when),
        "precision": event.when.precision,
        "when_text": list(event.when_text),
        "text": event.statement.text or None,
        "people": list(event.people),
        "cites": _cites(event.statement.cites),
        "voice": event.statement.voice or None,
    }


def _measure(measure: Measure) -> Record:
    return {
        "id": measure.id,
        "action": measure.action,
        "actors": list(measure.actors),
        "target": measure.target or None,
        **_days(measure.when),
        "when_text": measure.when_text or None,
        "why": measure.why or None,
        **_said(measure.statement),
        "cites": _cites(measure.cites),
    }


def _said(statement: Statement) -> Record:
    return {"text": statement.text or None, "cites": _cites(statement.cites), "voice": statement.voice or None}


def _cites(cites: Iterable[Citation]) -> list[str]:
    return list(dict.fromkeys(str(cite) for cite in cites))


def _days(when: Interval | None) -> Record:
    return {"from": _day(when.start if when else None), "to": _day(when.end if when else None)}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: float) -> int | float:
    """114 rather than 114.0."""
    return int(value) if value == int(value) else value
