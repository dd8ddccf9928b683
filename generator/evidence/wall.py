"""The wall: every statement of a briefing against what it cites.

An editor's statement that a cited paragraph does not carry stops the build; one that is doubtful is a finding. What the
generator took from an article has to stand in the paragraph that it cites first, or it is left out, with a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from generator.briefing import Briefing, Deal, Statement
from generator.claims.library import Library, make_library
from generator.errors import EvidenceError
from generator.evidence.support import judge
from generator.model import Article, Citation, Finding, Reading
from generator.sources.agreements import stem_words

_SHORT = 300  # characters of a passage in a message


class Said(Protocol):
    """Whatever consists of one statement."""

    @property
    def statement(self) -> Statement:
        """What it says."""


def check_briefing(briefing: Briefing, readings: Sequence[Reading]) -> Briefing:
    """The briefing with the findings of its check, and without what the generator made and cannot stand by.

    Raises EvidenceError at the first statement that cites what does not exist, the first of an editor's that is
    unsupported, and the first that stands where nothing can be left out.
    """
    library = make_library(readings, briefing.people, briefing.datings)
    findings: list[Finding] = []
    withdrawn: set[Statement] = set()
    for statement in all_statements(briefing):
        for cite in statement.cites:
            _find_paragraph(statement, cite, library)
        if statement.by_editor:
            findings += _check_editors(statement, library)
        else:
            taken = _check_taken(statement, library)
            findings += taken
            if taken:
                withdrawn.add(statement)
    kept = withdraw(briefing, withdrawn)
    for statement in all_statements(kept):
        if statement in withdrawn:
            found = "has words that are not in the paragraph it cites."
            raise _error(statement, found, f"Cited: {statement.cites[0]}.")
    return replace(kept, findings=tuple(sorted({*briefing.findings, *findings})))


def withdraw(briefing: Briefing, statements: Collection[Statement]) -> Briefing:
    """The briefing without these statements and whatever is nothing without them."""
    if not statements:
        return briefing

    def stands(item: Said) -> bool:
        return item.statement not in statements

    return replace(
        briefing,
        people=tuple(replace(p, roles=tuple(r for r in p.roles if r not in statements)) for p in briefing.people),
        ledger=tuple(row for row in briefing.ledger if all(stands(entry) for entry in row.entries)),
        measures=tuple(
            replace(m, also=tuple(a for a in m.also if a not in statements)) for m in filter(stands, briefing.measures)
        ),
        events=tuple(filter(stands, briefing.events)),
        positions=tuple(filter(stands, briefing.positions)),
        questions=tuple(filter(stands, briefing.questions)),
        utterances=tuple(filter(stands, briefing.utterances)),
        agreements=tuple(filter(stands, briefing.agreements)),
        only_in=tuple(filter(stands, briefing.only_in)),
        leading=tuple(filter(stands, briefing.leading)),
    )


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
        briefing.leading,
        briefing.glossary,
    )
    for measure in briefing.measures:
        yield from measure.also
    for part in parts:
        yield from (item.statement for item in part)
    if briefing.deal:
        yield from _of_deal(briefing.deal)
    if briefing.map:
        yield from (place.statement for place in briefing.map.places)
        for route in briefing.map.routes:
            yield from (route.start, route.end, route.statement)


def _of_deal(deal: Deal) -> Iterator[Statement]:
    for side in deal.sides:
        yield side.statement
        yield from (gift.statement for gift in side.gives)
    yield from (*deal.lifted, *deal.stays)


# ---------------------------------------------------------------- one statement


def _find_paragraph(statement: Statement, cite: Citation, library: Library) -> str:
    """The text of a cited paragraph. Raises EvidenceError where there is none."""
    if cite.article not in library.readings:
        found = f"cites {cite}, but no article has the id {cite.article!r}."
        raise _error(statement, found, f"Known ids: {', '.join(library.readings)}.")
    article = library.readings[cite.article].article
    block = article.paragraph(cite.ref)
    if block is None:
        raise _error(statement, f"cites {cite}, a paragraph that does not exist.", which_paragraphs(article))
    return block.text


def which_paragraphs(article: Article) -> str:
    """The paragraphs and captions of an article, for whoever cited none of them."""
    told = []
    for kind, is_number in (("paragraph", True), ("caption", False)):
        refs = [block.ref for block in article.paragraphs if block.ref.isdigit() == is_number]
        if refs:
            told.append(f"{kind} {refs[0]}" if len(refs) == 1 else f"{kind}s {refs[0]} to {refs[-1]}")
    return f"{article.file} has {' and '.join(told) or 'no paragraph'}."


def _check_editors(statement: Statement, library: Library) -> list[Finding]:
    judgement = judge(statement.text, statement.cites, library, statement.voice)
    if judgement.verdict == "supported":
        return []
    said = " / ".join(shorten(p, _SHORT) for p in judgement.passages)
    if judgement.verdict == "unsupported":
        raise _error(statement, f"is not carried: {judgement.reason}.", f"The cited paragraphs say: {said}")
    file, _, place = statement.place.partition(": ")
    found = f"“{shorten(statement.text, 80)}” is doubtful: {judgement.reason}."
    return [Finding(file, place, found, f"Compare {', '.join(map(str, statement.cites))}, and say what they say.")]


def _check_taken(statement: Statement, library: Library) -> list[Finding]:
    """What the generator took from an article consists of words of the paragraph that it cites first."""
    cite = statement.cites[0]
    there = set(stem_words(_find_paragraph(statement, cite, library)))
    missing = [w for w in dict.fromkeys(stem_words(statement.text)) if w not in there]
    if not missing:
        return []
    file = library.readings[cite.article].article.file
    found = f"“{shorten(statement.text)}” was left out: {', '.join(missing)} is not in the paragraph."
    return [Finding(file, f"paragraph {cite.ref}", found, "The reading is at fault, not the article: report it.")]


def _error(statement: Statement, found: str, advice: str) -> EvidenceError:
    return EvidenceError(statement.place or "a generated statement", f"“{shorten(statement.text)}”", found, advice)


def shorten(text: str, most: int = 120) -> str:
    """So many characters of a text at most, on one line, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
