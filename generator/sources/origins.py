"""Whose reporting an article rests on: a copy or a rewrite counts with its origin and is no confirmation.

An editor's word comes first, then what the copy says of itself (a credit, a dateline, `told Reuters`, an outlet), then
what two articles have in common (kinship.py). Each step leaves its evidence as a sentence for the reader; what stays in
doubt stays apart, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from urllib.parse import urlsplit

from generator.articles.agencies import Credit, credited, is_known_agency, proper_agency
from generator.articles.folder import slug
from generator.articles.referring import referred_to, spoken_to
from generator.articles.signature import containment
from generator.briefing import Evidence, Origin, Overlap
from generator.model import Article, Citation, Finding, Reading
from generator.sources.kinship import Facts, Kinship, collect_facts, compare_all

DECIDED, CREDITED, NAMED, OUTLET, NOBODY = 4, 3, 2, 1, 0
"""How firmly an article says whose reporting it is: the editor's word, an agency credited, an agency that people spoke
to, an outlet and nothing else, nobody."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one article by itself says of its origin."""

    article: str
    name: str
    firmness: int
    evidence: tuple[Evidence, ...]


def find_origins(
    readings: Sequence[Reading], decided: Mapping[str, str]
) -> tuple[tuple[Origin, ...], tuple[Overlap, ...], tuple[Finding, ...]]:
    """The origins in the order of their first article, the overlap of every ordered pair of articles, and findings.
    `decided` maps an article's id to the origin's name that the editor gives."""
    articles = {r.article.id: r.article for r in readings}
    facts = collect_facts(readings)
    kinships = compare_all(facts)
    claims = {a.id: _claim(a, decided.get(a.id, "")) for a in articles.values()}
    group_of = {id: (claim.name or f"?{id}") for id, claim in claims.items()}
    for kinship in sorted(kinships, key=lambda k: (-k.is_copy, -k.score, -k.overlap, k.one, k.other)):
        if kinship.is_one_report and _may_join(kinship, group_of, claims):
            _join(group_of, kinship, claims, articles)
    origins = _origins(articles, group_of, claims, kinships)
    findings = (*_doubts(articles, claims, kinships, group_of), *_tips(articles, claims, group_of))
    return origins, _overlaps(facts), findings


# ---------------------------------------------------------------- what an article says of itself


def _claim(article: Article, decision: str) -> _Claim:
    if decision:
        name = proper_agency(decision)
        return _Claim(article.id, name, DECIDED, _said(article, f"The editor gives it to {name}."))
    if article.agency:
        return _Claim(article.id, proper_agency(article.agency), CREDITED, _credit_evidence(article))
    if is_known_agency(article.outlet):
        name = proper_agency(article.outlet)
        return _Claim(article.id, name, CREDITED, _said(article, f"It was published by {name}, a news agency."))
    if article.outlet:
        text = f"{article.outlet} published it, and no agency is credited."
        return _Claim(article.id, article.outlet, OUTLET, _said(article, text))
    if first := _only_one(article):
        cite = Citation(article.id, first.ref)
        is_spoken_to = first in spoken_to(article.blocks)
        part = "the one who was spoken to" if is_spoken_to else "the one who reported it"
        evidence = Evidence(article.id, f"It names {first.agency} as {part}: “{first.text}”.", cite)
        return _Claim(article.id, first.agency, NAMED, (evidence,))
    if host := (urlsplit(article.url).hostname or "").removeprefix("www."):
        text = f"It was published at {host}, and no agency is credited."
        return _Claim(article.id, host, OUTLET, _said(article, text))
    return _Claim(article.id, "", NOBODY, ())


def _only_one(article: Article) -> Credit | None:
    """The first place that names whoever is spoken to, or else is referred to in the first paragraph, if that is just
    one: an article that names nobody else tells what that one reports."""
    spoken = spoken_to(article.blocks)
    named = spoken or [c for c in referred_to(article.blocks) if c.ref == "1"]
    return named[0] if len({c.agency for c in named}) == 1 else None


def _references(article: Article, origin: str) -> tuple[Evidence, ...]:
    """Whom else the article names as having reported, each once."""
    places = (*spoken_to(article.blocks), *referred_to(article.blocks))
    first = {c.agency: c for c in sorted(places, key=lambda c: c.span, reverse=True) if c.agency != origin}
    return tuple(
        Evidence(article.id, f"It refers to {c.agency}: “{c.text}”.", Citation(article.id, c.ref))
        for c in sorted(first.values(), key=lambda c: c.span)
    )


def _said(article: Article, text: str) -> tuple[Evidence, ...]:
    return (Evidence(article.id, text),)


def _credit_evidence(article: Article) -> tuple[Evidence, ...]:
    credit = credited(article.blocks)
    if credit and credit.agency == proper_agency(article.agency):
        cite = Citation(article.id, credit.ref) if credit.ref else None
        return (Evidence(article.id, f"It credits {credit.agency}: “{credit.text}”.", cite),)
    for place in spoken_to(article.blocks):
        if place.agency == proper_agency(article.agency):
            cite = Citation(article.id, place.ref)
            return (Evidence(article.id, f"It credits or names {place.agency}: “{place.text}”.", cite),)
    return _said(article, f"It credits {proper_agency(article.agency)}.")


# ---------------------------------------------------------------- joining


def _may_join(kinship: Kinship, group_of: Mapping[str, str], claims: Mapping[str, _Claim]) -> bool:
    """True unless both say whose they are. An outlet's name is no such word: it is joined where the words are copied,
    or where everything but the words agrees as well."""
    one, other = group_of[kinship.one], group_of[kinship.other]
    if one == other:
        return False
    firm = [max(c.firmness for c in claims.values() if group_of[c.article] == g) for g in (one, other)]
    if min(firm) >= NAMED:
        return False
    return kinship.is_copy or kinship.score >= 3 or NOBODY in firm


def _join(
    group_of: dict[str, str], kinship: Kinship, claims: Mapping[str, _Claim], articles: Mapping[str, Article]
) -> None:
    """Makes the two groups one, under the name of the firmer claim; of two outlets, the one that published first."""
    groups = (group_of[kinship.one], group_of[kinship.other])

    def rank(group: str) -> tuple[int, str, str]:
        members = [id for id, g in group_of.items() if g == group]
        dates = sorted(str(articles[id].published) for id in members if articles[id].published)
        return (-max(claims[id].firmness for id in members), dates[0] if dates else "9999", min(members))

    kept, gone = sorted(groups, key=rank)
    for id, group in group_of.items():
        if group == gone:
            group_of[id] = kept


def _origins(
    articles: Mapping[str, Article],
    group_of: Mapping[str, str],
    claims: Mapping[str, _Claim],
    kinships: Sequence[Kinship],
) -> tuple[Origin, ...]:
    origins, taken = [], set()
    for group in dict.fromkeys(group_of.values()):
        members = tuple(id for id in articles if group_of[id] == group)
        is_named = not group.startswith("?")
        name = group if is_named else f"Unnamed site ({members[0]})"
        evidence = [e for id in members for e in claims[id].evidence]
        nameless = [id for id in members if claims[id].name != group]
        evidence += [e for id in nameless for e in _kin_evidence(articles, id, members, kinships)]
        others = [e for id in members for e in _references(articles[id], name)]
        silent = [id for id in members if not any(e.article == id for e in evidence)]
        evidence += [_nobody(id, any(e.article == id for e in others)) for id in silent]
        evidence += others
        key = slug(name) or slug(members[0])
        id = key if key not in taken else f"{key}-{slug(members[0])}"
        taken.add(id)
        ranked = sorted(evidence, key=lambda e: members.index(e.article))
        origins.append(Origin(id, name, members, tuple(ranked), is_named))
    return tuple(origins)


def _nobody(id: str, has_references: bool) -> Evidence:
    own = "It does not say whose reporting it is" if has_references else "It names neither outlet nor agency"
    return Evidence(id, f"{own}, and no other article here shares its words and facts.")


def _kin_evidence(
    articles: Mapping[str, Article], id: str, members: Sequence[str], kinships: Sequence[Kinship]
) -> tuple[Evidence, ...]:
    """What joins an article to an origin it does not name: the signs it shows with the member nearest to it."""
    pairs = [k for k in kinships if id in (k.one, k.other) and {k.one, k.other} <= set(members) and k.is_one_report]
    if not pairs:
        return ()
    nearest = max(pairs, key=lambda k: (k.is_copy, k.score, k.overlap))
    other = nearest.other if nearest.one == id else nearest.one
    label = articles[other].called
    return tuple(Evidence(id, f"It {_turn(sign, nearest, id).format(other=label)}.") for sign in nearest.signs)


def _turn(sign: str, kinship: Kinship, teller: str) -> str:
    """A sign is written from the first article's side; told from the second's, its counts are of the first."""
    if teller == kinship.one:
        return sign
    sign = re.sub(r"^shares (\d+%) of its wording with", r"holds \1 of the wording of", sign)
    facts = r"^has (\d+) of its (\d+) names and figures in common with"
    return re.sub(facts, r"has \1 of the \2 names and figures of", sign)


# ---------------------------------------------------------------- overlaps and doubts


def _overlaps(facts: Sequence[Facts]) -> tuple[Overlap, ...]:
    pairs = permutations(facts, 2)
    return tuple(Overlap(a.article, b.article, containment(a.signature, b.signature)) for a, b in pairs)


def _doubts(
    articles: Mapping[str, Article],
    claims: Mapping[str, _Claim],
    kinships: Sequence[Kinship],
    group_of: Mapping[str, str],
) -> tuple[Finding, ...]:
    """Pairs that show one sign more than others do and stayed apart, where one of them names nobody."""
    found = []
    advice = "Say whose reporting it is with `origin:` in briefing.yml."
    for k in kinships:
        nameless = min((k.one, k.other), key=lambda id: claims[id].firmness)
        is_open = claims[nameless].firmness <= OUTLET and group_of[k.one] != group_of[k.other]
        if is_open and k.score >= 1 and (k.is_worded or k.is_one_report):
            other = k.other if nameless == k.one else k.one
            sign = _turn(k.signs[0], k, nameless).format(other="that")
            text = f"It may be a rewrite of {articles[other].file}: it {sign}."
            found.append(Finding(articles[nameless].file, "", text, advice))
    return tuple(found)


def _tips(
    articles: Mapping[str, Article], claims: Mapping[str, _Claim], group_of: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Articles of an outlet in which people speak to an agency: perhaps the agency's, and only an editor can say."""
    found = []
    for article in articles.values():
        own = claims[article.id].name
        others = [c for c in spoken_to(article.blocks) if c.agency != own]
        if claims[article.id].firmness == OUTLET and others and group_of[article.id] == own:
            text = f"“{others[0].text}” stands in it, and it counts as {own}'s own reporting."
            advice = f"If it is {others[0].agency}'s, say so with `origin:` in briefing.yml."
            found.append(Finding(article.file, f"paragraph {others[0].ref}", text, advice))
    return tuple(found)
