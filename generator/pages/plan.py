"""Decides what stands on which page: the pages of a site, in the order of printing, and what each template is given.

The pages of articles come last, so that they can list the statements that other pages rest on them. What a page says
where something is missing is the template's business; here it is only left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from generator import data
from generator.briefing import Briefing, Overlap, Person, Statement
from generator.evidence.wall import all_statements
from generator.model import Article, Citation
from generator.pages import charts
from generator.pages.choosing import quoting_limit
from generator.pages.course import tell_measures, tell_times
from generator.pages.desk import Desk
from generator.pages.grouping import Group, group_by
from generator.pages.navigation import EXPLAINER, has_explainer
from generator.pages.overview import one_voice, open_with
from generator.pages.page import Page
from generator.pages.passages import detached, is_shown_whole, sentences, shorten
from generator.pages.phrases import sentence_case
from generator.pages.portrait import portray
from generator.pages.quoting import MOST_WORDS, SHORTEST_RUN
from generator.pages.strips import Numbering, called, draw_shares, find_facts, find_spellings
from generator.pages.unnamed import find_unnamed
from generator.pages.whole import bind

# Whom an event like this is about comes first; all other groups in the order of their first person.
_FIRST_GROUPS = ("freed", "held", "former_prisoner", "corrected")
_ROLE_WORDS = 14  # of a profile that stands beside a name: a line of a desktop, two of a phone
_LEAST_SHARE = 0.05  # of word trigrams: below that, two reports of one event share names and set phrases


def plan(briefing: Briefing, downloads: tuple[str, ...]) -> tuple[Page, ...]:
    """Every page of the site, in the order of printing. `downloads` are paths below `docs/` for the last page."""
    desk = Desk(briefing)
    listed, lines = _as_listed(briefing.people), _lines(briefing)
    groups = group_by(listed, "group_label")
    portraits = {person.id: portray(briefing, person) for person in listed}
    drawings = _draw_rows(briefing, desk)
    people = (Page(desk.person_page(p.id), "person.md.j2", {**portraits[p.id], **_person(briefing, p)}) for p in listed)
    ids = dict.fromkeys((*(id for o in briefing.origins for id in o.articles), *desk.articles))
    articles = (Page(desk.article_page(id), "article.md.j2", _article(briefing, desk, desk.articles[id])) for id in ids)
    about = {"lines": lines, "portraits": portraits}
    first = (
        Page("index.md", "overview.md.j2", {**open_with(briefing, listed), **about, **drawings}),
        Page("people/index.md", "people.md.j2", _listed(briefing, groups, lines)),
    )
    explained = (Page(EXPLAINER, "sanctions.md.j2", tell_measures(briefing)),) if has_explainer(briefing) else ()
    others = (
        *explained,
        Page("timeline.md", "timeline.md.j2", tell_times(briefing)),
        Page("numbers.md", "numbers.md.j2", {**_numbers(briefing), **drawings}),
        Page("sources/index.md", "sources.md.j2", _sources(briefing)),
    )
    return (
        *first,
        *people,
        *others,
        *articles,
        bind(desk, groups, portraits, (*first, *others)),
        Page("about.md", "about.md.j2", _about(desk, downloads)),
    )


# ---------------------------------------------------------------- people


def _as_listed(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Group by group: whom the event is about first, then in reading order."""

    def place(person: Person) -> int:
        return _FIRST_GROUPS.index(person.group) if person.group in _FIRST_GROUPS else len(_FIRST_GROUPS)

    labels = tuple(dict.fromkeys(person.group_label for person in sorted(people, key=place)))
    return tuple(sorted(people, key=lambda person: labels.index(person.group_label)))


def _person(briefing: Briefing, person: Person) -> Mapping[str, object]:
    return {
        "person": person,
        "spellings": _spellings(person),
        "companions": _companions(briefing, person),
        "reading": group_by(person.cites, "article"),
    }


def _lines(briefing: Briefing) -> dict[str, tuple[Statement, ...]]:
    """What stands beside a name, by id: a role, else how the editor's profile begins, where there is either."""
    profiles = dict(briefing.profiles)
    lines = {}
    for person in briefing.people:
        said = (*person.roles, *(_as_role(person, s) for s in profiles.get(person.id, ())))[:1]
        lines[person.id] = tuple(replace(s, text=shorten(detached(s.text), _ROLE_WORDS)) for s in said)
    return lines


def _listed(
    briefing: Briefing, groups: tuple[Group, ...], lines: Mapping[str, tuple[Statement, ...]]
) -> Mapping[str, object]:
    """The index of people."""
    numbering = Numbering(briefing)
    spelt = find_spellings(briefing, numbering)
    return {"groups": groups, "lines": lines, "numbering": numbering, "spelt": spelt}


def _as_role(person: Person, said: Statement) -> Statement:
    """What a profile says that the person is, without the name and what comes after it: "Ruth Lind, a judge, ruled …"
    says "A judge". The sentence itself where it says nothing of the kind."""
    name = rf"{re.escape(person.name)}(?:, (?!who\b|which\b)|,? (?:is|was) )"
    found = re.match(rf"{name}([^,;]+?)(?:[,;]|\.$)", sentences(said.text)[0])
    return replace(said, text=sentence_case(found[1])) if found else said


def _spellings(person: Person) -> tuple[Group, ...]:
    """Each spelling with the articles that use it, the site's own first."""
    groups = group_by(person.spellings, "text")
    return tuple(sorted(groups, key=lambda g: g.key != person.name))


def _companions(briefing: Briefing, person: Person) -> tuple[tuple[Person, tuple[Citation, ...]], ...]:
    """Who stands in the same paragraphs, most shared paragraphs first."""
    own = set(person.cites)
    others = (other for other in briefing.people if other.id != person.id)
    shared = ((other, tuple(c for c in other.cites if c in own)) for other in others)
    return tuple(sorted(((o, c) for o, c in shared if c), key=lambda pair: -len(pair[1])))


# ---------------------------------------------------------------- numbers and sources


def _numbers(briefing: Briefing) -> Mapping[str, object]:
    rows = tuple((row, one_voice(row)) for row in briefing.ledger if row.verdict != "one origin")
    single = group_by((row for row in briefing.ledger if row.verdict == "one origin"), "reason")
    odd = sum(row.verdict in ("unreconciled", "conflict") for row in briefing.ledger)
    verdicts = group_by(briefing.ledger, "verdict")
    return {"rows": rows, "single": single, "odd": odd, "verdicts": verdicts}


def _draw_rows(briefing: Briefing, desk: Desk) -> Mapping[str, object]:
    """The drawings of each row of the ledger, by id: its values, and a whole with its parts."""
    names = {id: called(desk.source_name(id), desk.origin(id)) for id in desk.articles}
    return {
        "plots": {row.id: charts.values(row, desk.colours, names) for row in briefing.ledger},
        "totals": {row.id: charts.total(row) for row in briefing.ledger},
    }


def _sources(briefing: Briefing) -> Mapping[str, object]:
    overlaps = _overlaps(briefing)
    others = len(briefing.overlaps) - len(overlaps)
    numbering = Numbering(briefing)
    return {
        "overlaps": overlaps,
        "least": _LEAST_SHARE,
        "others": others,
        "unnamed": find_unnamed(briefing),
        "numbering": numbering,
        "facts": find_facts(briefing, numbering),
        "shares": draw_shares(briefing, numbering),
    }


def _overlaps(briefing: Briefing) -> tuple[Overlap, ...]:
    """What is worth telling of the pairs of articles, the most alike first."""
    worth = (o for o in briefing.overlaps if o.share >= _LEAST_SHARE)
    return tuple(sorted(worth, key=lambda o: (-o.share, o.article, o.other)))


def _about(desk: Desk, downloads: tuple[str, ...]) -> Mapping[str, object]:
    """Findings are counted here and told in full by the build: they are in an editor's words, with file and line."""
    briefing = desk.briefing
    files = {article.file for article in briefing.articles}
    found = desk.all_findings()
    of_articles = sum(f.file in files for f in found)
    tables = tuple(path for path in downloads if path.endswith(".csv"))
    whole = tuple(path for path in downloads if path not in tables)
    said = tuple(all_statements(briefing))
    return {
        "of_articles": of_articles,
        "of_editor": len(found) - of_articles,
        "by_editor": sum(s.by_editor for s in said),
        "taken": sum(not s.by_editor for s in said),
        "doubtful": sum("is doubtful:" in f.found for f in found),
        "left_out": sum("was left out:" in f.found for f in found),
        "set_aside": group_by((line for a in briefing.articles for line in a.set_aside), "reason"),
        "limit": quoting_limit(briefing),
        "most_words": MOST_WORDS,
        "shortest": SHORTEST_RUN,
        "let_through": tuple(entry["says"] for entry in data.load_list("let_through")),
        "contact": Markup(briefing.contact if "://" in briefing.contact else f"mailto:{briefing.contact}"),
        "downloads": downloads,
        "tables": tables,
        "whole": whole,
    }


def _article(briefing: Briefing, desk: Desk, article: Article) -> Mapping[str, object]:
    dating = desk.dating(article.id)
    shared = _shared_paragraphs(briefing)
    only = tuple(a.statement for a in briefing.only_in if article.id in a.articles)
    only = tuple(s for s in only if shared.isdisjoint(s.cites))
    return {
        "article": article,
        "shown_whole": is_shown_whole(article),
        "limit": quoting_limit(briefing),
        "evidence": tuple(e for o in briefing.origins for e in o.evidence if e.article == article.id),
        "findings": tuple(f for f in article.findings if not dating or dating.why not in f.found),
        "incomplete": tuple(f for f in article.findings if f.found.startswith("Lead missing")),
        "set_aside": group_by(article.set_aside, "reason"),
        "only": only,
        "only_at": tuple(dict.fromkeys(c for s in only for c in s.cites if c.article == article.id)),
        "spellings": tuple(
            (p, tuple(s.text for s in p.spellings if s.article == article.id))
            for p in briefing.people
            if any(s.article == article.id for s in p.spellings)
        ),
        "overlaps": tuple(o for o in _overlaps(briefing) if o.article == article.id),
    }


def _shared_paragraphs(briefing: Briefing) -> set[Citation]:
    """Paragraphs that stand under something several articles tell: what they say was found elsewhere too."""
    statements = (i.statement for many in (briefing.agreements, briefing.events, briefing.measures) for i in many)
    rows = (tuple(c for e in row.entries for c in e.statement.cites) for row in briefing.ledger)
    told = (*(s.cites for s in statements), *rows)
    return {c for cites in told if len({c.article for c in cites}) > 1 for c in cites}
