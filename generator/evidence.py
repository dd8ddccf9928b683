"""The wall: every statement of a briefing against what it cites.

A statement that cites what does not exist stops the build; what an editor should only know of becomes a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.briefing import Briefing, Statement
from generator.errors import EvidenceError


def check_briefing(briefing: Briefing) -> Briefing:
    """The briefing with the findings of its check. Raises EvidenceError at the first statement that cannot stand."""
    articles = {article.id: article for article in briefing.articles}
    for statement in all_statements(briefing):
        for cite in statement.cites:
            place = statement.place or "a generated statement"
            if cite.article not in articles:
                raise EvidenceError(
                    place,
                    f"“{_short(statement.text)}”",
                    f"cites {cite}, but no article has the id {cite.article!r}.",
                    f"Known ids: {', '.join(articles)}.",
                )
            if articles[cite.article].paragraph(cite.ref) is None:
                refs = [block.ref for block in articles[cite.article].paragraphs]
                raise EvidenceError(
                    place,
                    f"“{_short(statement.text)}”",
                    f"cites {cite}, a paragraph that does not exist.",
                    f"{articles[cite.article].file} has {refs[0]} to {refs[-1]}." if refs else "It has no paragraph.",
                )
    return replace(briefing, findings=tuple(sorted(set(briefing.findings))))


def all_statements(briefing: Briefing) -> Iterator[Statement]:
    """Every statement of a briefing, in the order of its fields."""
    yield from briefing.lead
    for section in (*briefing.overview, *briefing.explainer):
        for paragraph in section.paragraphs:
            yield from paragraph
    for _, profile in briefing.profiles:
        yield from profile
    for person in briefing.people:
        yield from person.roles
    for row in briefing.ledger:
        yield from (entry.statement for entry in row.entries)
    parts = (
        briefing.events,
        briefing.measures,
        briefing.positions,
        briefing.questions,
        briefing.utterances,
        briefing.agreements,
        briefing.only_in,
        briefing.glossary,
    )
    for part in parts:
        yield from (item.statement for item in part)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77].rstrip() + "…"
