"""What a statement rests on: its citations, the passages, whose reporting they are, and what the check made of it.

For the command line: an editor asks with words of the statement, with its anchor on a page, or with a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.briefing import Briefing, Statement
from generator.claims.library import Library, make_library
from generator.errors import InputError
from generator.evidence.support import judge
from generator.evidence.wall import all_statements, shorten, which_paragraphs
from generator.model import Reading
from generator.pages.phrases import counted
from generator.pages.printing import anchor_of

_CITED = re.compile(r"\s*([\w-]+)\s+(c?[1-9]\d*)(?!\w)", re.I)
_SHORT = 300  # characters of a paragraph that no statement cites
_MOST = 10  # statements told at once; words that fit more are too few


def explain(asked: str, briefing: Briefing, readings: Sequence[Reading]) -> str:
    """What every statement rests on that the question fits: some of its words, `#s-…` (its anchor on a page), or
    `nyt 7` (all that cite the paragraph). Raises InputError where none fits."""
    found = [s for s in dict.fromkeys(all_statements(briefing)) if _fits(asked, s)]
    if not found:
        raise InputError(f"‘{asked}’", "", *_why_nothing(asked, readings))
    library = make_library(readings, briefing.people, briefing.datings)
    told = ["\n".join(_tell(statement, briefing, library)) for statement in found[:_MOST]]
    if len(found) > _MOST:
        told.append(f"… and {len(found) - _MOST} more; give more words.")
    return "\n\n".join(told)


def _why_nothing(asked: str, readings: Sequence[Reading]) -> tuple[str, str]:
    """Why nothing fits, and what to ask instead: a citation may name what is not there, or what nobody cites."""
    articles = {reading.article.id: reading.article for reading in readings}
    match = _CITED.match(asked)
    article = articles.get(match[1].casefold()) if match else None
    if not match or not article:
        advice = f"Give words of a statement, its #anchor, or a citation: `{_example(readings)}`."
        return "fits no statement.", f"{advice} The articles are {', '.join(articles)}."
    if asked[match.end() :].strip():
        return "is more than one citation.", f"Ask for one paragraph at a time: `{article.id} {match[2]}`."
    block = article.paragraph(match[2].casefold())
    if block is None:
        return f"there is no paragraph {match[2]}.", which_paragraphs(article)
    return "no statement cites it.", f"It says: {shorten(block.text, _SHORT)}"


def _example(readings: Sequence[Reading]) -> str:
    """A citation that can be asked for: of the first paragraph that there is."""
    article = readings[0].article
    return f"{article.id} {article.paragraphs[0].ref}"


def _fits(asked: str, statement: Statement) -> bool:
    if asked.startswith("#"):
        return re.sub(r"(?<=-[0-9a-f]{8})-\d+$", "", asked[1:]) == anchor_of(statement)
    if any(str(cite) == " ".join(asked.casefold().split()) for cite in statement.cites):
        return True
    return _plain(asked) in _plain(statement.text)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _tell(statement: Statement, briefing: Briefing, library: Library) -> Iterator[str]:
    yield statement.text
    if statement.voice:
        yield f"  says: {statement.voice}"
    yield f"  from: {statement.place or ('the editor' if statement.by_editor else 'the article’s own words')}"
    origins = {article: origin.name for origin in briefing.origins for article in origin.articles}
    for cite in statement.cites:
        block = library.readings[cite.article].article.paragraph(cite.ref)
        text = " ".join(block.text.split()) if block else "there is no such paragraph"
        yield f"  {cite} ({origins.get(cite.article, 'origin unknown')}): {text}"
    articles = {c.article for c in statement.cites}
    resting = {origins.get(article, article) for article in articles}
    yield f"  rests on: {counted(len(articles), 'article')}, {counted(len(resting), 'origin')}"
    if not statement.by_editor:
        yield "  rule: its words stand in the paragraph that it cites first"
        return
    judgement = judge(statement.text, statement.cites, library, statement.voice)
    yield f"  rule: {judgement.verdict}: {judgement.reason}"
