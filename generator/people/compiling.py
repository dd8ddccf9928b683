"""One person, one page, every spelling.

identity.py reads each article by itself, merging.py joins the people of all of them, groups.py says who is who; here
they become the people of the briefing, with the best of their names, each article's spelling and every role. What is
doubtful stays apart and becomes a finding for the editor, whose word overrules all of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.articles.folder import slug
from generator.briefing import Person, PersonMention, Spelling, Statement
from generator.editor import PersonDecision
from generator.model import Citation, Finding, Reading, Span
from generator.names.nameparts import parse
from generator.names.romanise import plain
from generator.people.background import with_background
from generator.people.clusters import Cluster
from generator.people.groups import Grouping, group_of, label_of, rules
from generator.people.identity import Local, locals_of
from generator.people.merging import merge_locals
from generator.people.offices import with_governments

# That a name is itself needs no reason.
_TRIVIAL = re.compile(r"(.+) and \1 are one\b")


def compile_people(
    readings: Sequence[Reading], decisions: Sequence[PersonDecision], not_people: Sequence[str] = ()
) -> tuple[tuple[Person, ...], tuple[Finding, ...]]:
    """Everybody the articles name, in reading order, and what an editor should settle.

    Mentions of an ambiguous bare name belong to nobody; a finding names them. So do, with none, those of `not_people`,
    which the editor knows to be no person's names, and of the articles' outlets ("told Baltic Wire").
    """
    outlets = frozenset(reading.article.outlet for reading in readings)
    everyone = [
        local
        for reading in readings
        for local in locals_of(reading)
        if not {*local.names, *local.bare} & {*not_people} and not _is_outlet(local, outlets)
    ]
    clusters, findings = merge_locals(everyone, decisions)
    by_id = {r.article.id: r for r in readings}
    order = {r.article.id: i for i, r in enumerate(readings)}
    done: list[Person] = []
    for cluster in sorted((_in_order(c, order) for c in clusters), key=lambda c: _prominence(c, order)):
        done.append(_person(cluster, by_id, decisions, {p.id for p in done}))
    return with_background(with_governments(done)), tuple(findings)


def person_index(people: Sequence[Person]) -> dict[tuple[str, Span], str]:
    """Whose mention it is: (article id, mention span) → Person.id."""
    return {(m.article, m.mention.span): p.id for p in people for m in p.mentions}


def _is_outlet(local: Local, outlets: frozenset[str]) -> bool:
    """An outlet may have a person's name, who then has an office or a title somewhere."""
    return not outlets.isdisjoint(local.names) and not any(m.role or m.title for m in local.mentions)


def _in_order(cluster: Cluster, order: Mapping[str, int]) -> Cluster:
    return replace(cluster, locals=tuple(sorted(cluster.locals, key=lambda x: (order[x.article], x.mentions[0].span))))


def _prominence(cluster: Cluster, order: Mapping[str, int]) -> tuple[int, int, int, Span]:
    """Reading order: most articles, most mentions, then as they come."""
    first = cluster.locals[0]
    return (
        -len(cluster.articles),
        -sum(len(x.mentions) for x in cluster.locals),
        order[first.article],
        first.mentions[0].span,
    )


def _person(
    cluster: Cluster, readings: Mapping[str, Reading], decisions: Sequence[PersonDecision], taken: set[str]
) -> Person:
    locals_ = cluster.locals
    mentions = tuple(PersonMention(x.article, m) for x in locals_ for m in x.mentions)
    decision = next((d for d in decisions if cluster.spelled & {d.name, *d.same}), None)
    name = decision.name if decision else best_name(locals_)
    grouping = group_of(mentions, readings)
    if decision and decision.group:
        label = next((label_of(r, mentions) for r in rules() if r.key == decision.group), decision.group)
        grouping = Grouping(decision.group, label, grouping.why)
    return Person(
        id=_id_of(name, taken),
        name=name,
        spellings=_spellings(locals_),
        group=grouping.key,
        group_label=grouping.label,
        group_why=grouping.why,
        roles=_roles(mentions),
        mentions=mentions,
        merges=tuple(reason for reason in cluster.merges if not _TRIVIAL.match(reason)),
    )


# ---------------------------------------------------------------- name, spellings, roles


def best_name(locals_: Sequence[Local]) -> str:
    """The full name that most articles write, then the one with most mentions, then the first; one without an initial
    where there is one. An article that gives only the surname counts for its spelling of it."""
    articles: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    forms = list(dict.fromkeys(tidy(n) for x in locals_ for n in x.names)) or [tidy(x.fullest) for x in locals_]
    for local in locals_:
        for form in forms:
            own = [tidy(n) for n in local.names]
            if form in own:
                articles[form] += 1
                mentions[form] += len(local.mentions)
            elif not own and parse(form).surname == parse(local.fullest).surname:
                articles[form] += 1
    return min(
        forms,
        key=lambda f: (_has_extras(f) and not all(map(_has_extras, forms)), -articles[f], -mentions[f], forms.index(f)),
    )


def _has_extras(name: str) -> bool:
    parts = parse(name)
    return any(len(w.rstrip(".")) == 1 for w in parts.middle) or len(parts.given.rstrip(".")) == 1


def tidy(name: str) -> str:
    """A name on one line, and not in capitals throughout."""
    name = re.sub(r"\s+", " ", name)
    return name.title() if name.isupper() and len(name) > 3 else name


def _spellings(locals_: Sequence[Local]) -> tuple[Spelling, ...]:
    """Each article's full names of the person; the fullest takes the bare mentions too."""
    found: list[Spelling] = []
    for article in dict.fromkeys(x.article for x in locals_):
        counts: Counter[str] = Counter()
        bare = 0
        for local in (x for x in locals_ if x.article == article):
            for m in local.mentions:
                if parse(m.text).is_single and local.names:
                    bare += 1
                else:
                    counts[tidy(m.text)] += 1
        forms = list(counts) or [tidy(n) for x in locals_ if x.article == article for n in x.names]
        fullest = max(forms, key=lambda f: (len(parse(f).given) > 1, len(f.split()), -forms.index(f)))
        counts[fullest] += bare
        found += [Spelling(form, article, n) for form, n in counts.items()]
    return tuple(found)


def _roles(mentions: Sequence[PersonMention]) -> tuple[Statement, ...]:
    """Each apposed role once, most cited first, with all the paragraphs that give it."""
    cites: dict[str, list[Citation]] = {}
    shown: dict[str, str] = {}
    for m in mentions:
        role = re.sub(r"\s+", " ", m.mention.role)
        if role and m.mention.ref:
            shown.setdefault(role.casefold(), role)
            cites.setdefault(role.casefold(), []).append(Citation(m.article, m.mention.ref))
    order = sorted(cites, key=lambda r: -len(set(cites[r])))
    return tuple(Statement(shown[r], tuple(dict.fromkeys(cites[r]))) for r in order)


def _id_of(name: str, taken: set[str]) -> str:
    base = slug(plain(name)) or "person"
    free, n = base, 2
    while free in taken:
        free, n = f"{base}-{n}", n + 1
    return free
