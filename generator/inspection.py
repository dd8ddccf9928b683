"""What was read, as plain data to look at and to measure: `python -m generator inspect`.

Offsets count characters of an article's `text`, the end exclusive. A date that cannot be resolved has an
empty `from` and `to`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.briefing import Briefing, Person, Row, Statement
from generator.dates.reading import resolve
from generator.model import Figure, Interval, Reading, Span, Voice
from generator.people.compiling import person_index

Json = dict[str, Any]


def inspect(readings: tuple[Reading, ...], briefing: Briefing) -> Json:
    """`articles`, each with what was read of it, and what all of them come to."""
    index = person_index(briefing.people)
    days = {dating.article: dating.date for dating in briefing.datings}
    return {
        "articles": [_article(reading, index, days[reading.article.id]) for reading in readings],
        "people": [_person(person) for person in briefing.people],
        "figures": [_row(row) for row in briefing.ledger],
        "events": [
            {"from": str(e.when.start), "to": str(e.when.end), "precision": e.when.precision, **_statement(e.statement)}
            for e in briefing.events
        ],
        "measures": [
            {
                "action": m.action,
                "who": list(m.actors),
                "what": m.target,
                "when": _interval(m.when) or m.when_text,
                "why": m.why,
                **_statement(m.statement),
                "cites": [str(cite) for cite in m.cites],
            }
            for m in briefing.measures
        ],
        "positions": [
            {"who": p.who, "person": p.person or None, "stance": p.stance, "about": p.about, **_statement(p.statement)}
            for p in briefing.positions
        ],
        "origins": [
            {"name": o.name, "articles": list(o.articles), "evidence": [e.text for e in o.evidence]}
            for o in briefing.origins
        ],
        "open_questions": [{"kind": q.kind, **_statement(q.statement)} for q in briefing.questions],
        "findings": [str(finding) for finding in briefing.findings],
    }


def _article(reading: Reading, index: dict[tuple[str, Span], str], day: dt.date | None) -> Json:
    article = reading.article
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "published": str(day) if day else None,
        "text": article.text,
        "paragraphs": [
            {
                "n": int(block.ref.lstrip("c")),
                "ref": block.ref,
                "kind": block.kind,
                "start": block.span.start,
                "end": block.span.end,
            }
            for block in article.paragraphs
        ],
        "other_lines": [
            {"kind": block.kind, "start": block.span.start, "end": block.span.end}
            for block in article.blocks
            if not block.ref
        ],
        "set_aside": [{"line": line.line, "text": line.text, "reason": line.reason} for line in article.set_aside],
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "text": m.text, "person": index.get((article.id, m.span))}
            for m in reading.mentions
        ],
        "dates": [_date(d.span, d.text, resolve(d.expression, day)) for d in reading.dates],
        "figures": [_figure(figure) for figure in reading.figures],
        "quotes": [_voice(article.text, v) for v in reading.voices if v.kind == "quote"],
        "reported": [_voice(article.text, v) for v in reading.voices if v.kind == "reported"],
    }


def _date(span: Span, text: str, when: Interval | None) -> Json:
    found: Json = {"start": span.start, "end": span.end, "text": text}
    return found | ({"from": str(when.start), "to": str(when.end)} if when else {"from": "", "to": ""})


def _figure(figure: Figure) -> Json:
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "unit": figure.unit,
        "counts": figure.counts,
        "whose": figure.whose,
        "act": figure.act,
        "paragraph": figure.ref,
    }


def _voice(text: str, voice: Voice) -> Json:
    at = voice.speaker_span
    return {
        "start": voice.span.start,
        "end": voice.span.end,
        "text": text[voice.span.start : voice.span.end],
        "speaker": voice.speaker or None,
        "speaker_start": at.start if at else None,
        "speaker_end": at.end if at else None,
        "unnamed": voice.unnamed,
    }


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "group": person.group,
        "group_label": person.group_label,
        "spellings": [{"text": s.text, "article": s.article, "count": s.count} for s in person.spellings],
        "roles": [role.text for role in person.roles],
        "merges": list(person.merges),
        "cites": [str(c) for c in person.cites],
    }


def _row(row: Row) -> Json:
    return {
        "what": row.what,
        "verdict": row.verdict,
        "reason": row.reason,
        "origins": list(row.origins),
        "voices": list(row.voices),
        "values": [
            {
                "text": e.statement.text,
                "low": e.figure.low,
                "high": e.figure.high,
                "bound": e.figure.bound,
                "cites": [str(c) for c in e.statement.cites],
                "voice": e.voice,
            }
            for e in row.entries
        ],
    }


def _statement(statement: Statement) -> Json:
    return {"text": statement.text, "cites": [str(c) for c in statement.cites], "voice": statement.voice}


def _interval(when: Interval | None) -> str:
    return f"{when.start}/{when.end}" if when else ""
