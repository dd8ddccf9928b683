"""All readings together: from what each article says to the one Briefing that the pages print.

Reads like the list of what a briefing is. The editor's decisions enter here, beside what the texts gave.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.briefing import Briefing, Leading, Person, Row
from generator.editor import NAME, EditorFile
from generator.events.timeline import compile_events
from generator.ledger.compiling import compile_ledger, key_figures
from generator.model import Finding, Reading
from generator.people.compiling import compile_people, person_index
from generator.people.utterances import compile_utterances
from generator.sources.agreements import find_agreements, find_singular
from generator.sources.datelines import drop_datelines
from generator.sources.datings import date_articles
from generator.sources.leading import find_leading
from generator.sources.origins import find_origins
from generator.steps.measures import compile_measures
from generator.steps.positions import compile_positions
from generator.steps.unknowns import compile_questions


def compile_briefing(readings: Sequence[Reading], editor: EditorFile) -> Briefing:
    """The briefing of these readings; complete, only plainer, where the editor's file is empty."""
    articles = tuple(reading.article for reading in readings)
    faults = [finding for article in articles for finding in article.findings]
    datings, undated = date_articles(readings, editor.articles)
    origins, overlaps, unsure = find_origins(readings, {a.id: a.origin for a in editor.articles if a.origin})
    people, doubts = compile_people(readings, editor.people, editor.not_people)
    index = person_index(people)
    ledger = compile_ledger(readings, datings, origins, people)
    agreements = find_agreements(readings, origins, people)
    leading = find_leading(readings, datings, origins, agreements)
    by_name = {person.name: person.id for person in people}
    briefing = Briefing(
        title=editor.title or _title(readings, leading),
        event=editor.event,
        place=editor.place,
        lead=editor.lead,
        articles=articles,
        datings=datings,
        origins=origins,
        overlaps=overlaps,
        people=people,
        ledger=ledger,
        key_figures=editor.key_figures or key_figures(ledger),
        events=compile_events(readings, datings, people),
        measures=compile_measures(readings, datings),
        positions=compile_positions(readings, people, index),
        questions=compile_questions(readings),
        utterances=compile_utterances(readings, people, index),
        agreements=agreements,
        only_in=find_singular(readings, agreements),
        leading=leading,
        overview=editor.overview,
        explainer=editor.explainer,
        profiles=tuple((by_name[p.name], p.profile) for p in editor.people if p.profile and p.name in by_name),
        glossary=editor.glossary,
        corrections=editor.corrections,
        limit=editor.limit,
        contact=editor.contact,
        deal=editor.deal,
        map=editor.map,
        findings=tuple(sorted({*faults, *undated, *unsure, *doubts, *_unmet(editor, readings, people, ledger)})),
    )
    return drop_datelines(briefing)


def _unmet(
    editor: EditorFile, readings: Sequence[Reading], people: Sequence[Person], ledger: Sequence[Row]
) -> list[Finding]:
    """What the editor's file decides about somebody or something that the articles do not have."""
    ids = {reading.article.id for reading in readings}
    names, rows = {person.name for person in people}, {row.id for row in ledger}
    found = [
        (f"line {person.line}", f"nobody in the articles is {person.name}.", "Write the name as an article does.")
        for person in editor.people
        if person.name not in names
    ]
    taken = {mention.text for reading in readings for mention in reading.mentions}
    found += [
        ("not_people", f"nobody was taken for {name}.", "Write it as the articles do, or leave it out.")
        for name in editor.not_people
        if name not in taken
    ]
    found += [
        (f"line {article.line}", f"no article has the id {article.id}.", f"Known ids: {', '.join(sorted(ids))}.")
        for article in editor.articles
        if article.id not in ids
    ]
    found += [
        ("key_figures", f"no figure has the id {id}.", "Take the ids from data/figures.csv.")
        for id in editor.key_figures
        if id not in rows
    ]
    return [Finding(NAME, *parts) for parts in found]


def _title(readings: Sequence[Reading], leading: Sequence[Leading]) -> str:
    """The printed headline of the article whose sentence leads, else of another; a plain word where no copy has one."""
    titles = {reading.article.id: reading.article.title for reading in readings if reading.article.title}
    ids = [*(cite.article for told in leading for cite in told.statement.cites), *titles]
    return next((titles[id] for id in ids if id in titles), None) or "Briefing"
