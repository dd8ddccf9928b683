"""Whose reporting an article rests on: a copy or a rewrite counts with its origin and is no confirmation.

An editor's word comes first, then what the copy says of itself (bylines.py), then what two articles have in common
(kinship.py). Each step leaves its evidence as a sentence for the reader; what stays in doubt stays apart, with a
finding.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from generator.articles.folder import slug
from generator.articles.referring import referred_to, spoken_to
from generator.articles.signature import containment
from generator.briefing import Evidence, Origin, Overlap
from generator.model import Article, Citation, Finding, Reading
from generator.sources.bylines import NAMED, NOBODY, OUTLET, Claim, claim_of, opening_credit
from generator.sources.kinship import WORDED, Facts, Kinship, collect_facts, compare_all


def find_origins(
    readings: Sequence[Reading], decided: Mapping[str, str]
) -> tuple[tuple[Origin, ...], tuple[Overlap, ...], tuple[Finding, ...]]:
    """The origins in the order of their first article, the overlap of every ordered pair of articles, and findings.
    `decided` maps an article's id to the origin's name that the editor gives."""
    articles = {r.article.id: r.article for r in readings}
    facts = collect_facts(readings)
    kinships = compare_all(facts)
    claims = {a.id: claim_of(a, decided.get(a.id, "")) for a in articles.values()}
    group_of = {id: (claim.name or f"?{id}") for id, claim in claims.items()}
    for kinship in sorted(kinships, key=lambda k: (-k.is_copy, -k.score, -k.overlap, k.one, k.other)):
        reporter = _leaned_on(kinship, articles, claims)
        if (reporter or kinship.is_one_report) and _may_join(kinship, group_of, claims, bool(reporter)):
            _join(group_of, kinship, claims, articles, reporter)
    origins = _origins(articles, group_of, claims, kinships)
    findings = (*_doubts(articles, claims, kinships, group_of), *_tips(articles, claims, group_of))
    return origins, _overlaps(facts), findings


# ---------------------------------------------------------------- joining


def _leaned_on(kinship: Kinship, articles: Mapping[str, Article], claims: Mapping[str, Claim]) -> str:
    """The one of the two with which the other shares words, and which it opens with as what reports; else ""."""
    sides = ((kinship.one, kinship.other), (kinship.other, kinship.one))
    outlets = ((a, b) for a, b in sides if claims[a].firmness == OUTLET)
    given = (b for a, b in outlets if opening_credit(articles[a], claims[b].name))
    return next(given, "") if kinship.overlap >= WORDED else ""


def _may_join(kinship: Kinship, group_of: Mapping[str, str], claims: Mapping[str, Claim], leans: bool = False) -> bool:
    """True unless both say whose they are. An outlet's name is no such word: it is joined where the words are copied,
    where everything but the words agrees as well, or where one leans on the other by its own word."""
    one, other = group_of[kinship.one], group_of[kinship.other]
    if one == other:
        return False
    firm = [max(c.firmness for c in claims.values() if group_of[c.article] == g) for g in (one, other)]
    if min(firm) >= NAMED:
        return False
    return leans or kinship.is_copy or kinship.score >= 3 or NOBODY in firm


def _join(
    group_of: dict[str, str],
    kinship: Kinship,
    claims: Mapping[str, Claim],
    articles: Mapping[str, Article],
    reporter: str = "",
) -> None:
    """Makes the two groups one, under the name of the firmer claim; of two outlets, of the one that the other gives as
    the `reporter`, else of the one that published first."""
    groups = (group_of[kinship.one], group_of[kinship.other])

    def rank(group: str) -> tuple[int, bool, str, str]:
        members = [id for id, g in group_of.items() if g == group]
        dates = sorted(str(articles[id].published) for id in members if articles[id].published)
        firmness = max(claims[id].firmness for id in members)
        return (-firmness, reporter not in members, dates[0] if dates else "9999", min(members))

    kept, gone = sorted(groups, key=rank)
    for id, group in group_of.items():
        if group == gone:
            group_of[id] = kept


def _origins(
    articles: Mapping[str, Article],
    group_of: Mapping[str, str],
    claims: Mapping[str, Claim],
    kinships: Sequence[Kinship],
) -> tuple[Origin, ...]:
    origins, taken = [], set()
    for group in dict.fromkeys(group_of.values()):
        members = tuple(id for id in articles if group_of[id] == group)
        is_named = not group.startswith("?")
        name = group if is_named else f"Unnamed site ({members[0]})"
        evidence = [e for id in members for e in claims[id].evidence]
        nameless = [id for id in members if claims[id].name != group]
        for id in nameless:
            evidence += _opening_evidence(articles[id], group)
            evidence += _kin_evidence(articles, id, members, kinships)
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


def _references(article: Article, origin: str) -> tuple[Evidence, ...]:
    """Whom else the article names as having reported, each once."""
    places = (*spoken_to(article.blocks), *referred_to(article.blocks))
    first = {c.agency: c for c in sorted(places, key=lambda c: c.span, reverse=True) if c.agency != origin}
    return tuple(
        Evidence(article.id, f"It refers to {c.agency}: “{c.text}”.", Citation(article.id, c.ref))
        for c in sorted(first.values(), key=lambda c: c.span)
    )


def _nobody(id: str, has_references: bool) -> Evidence:
    own = "It does not say whose reporting it is" if has_references else "It names neither outlet nor agency"
    return Evidence(id, f"{own}, and no other article here shares its words and facts.")


def _opening_evidence(article: Article, origin: str) -> tuple[Evidence, ...]:
    credit = opening_credit(article, origin)
    if credit is None:
        return ()
    text = f"It opens with what it gives as {credit.agency}'s report: “{credit.text}”."
    return (Evidence(article.id, text, Citation(article.id, credit.ref)),)


def _kin_evidence(
    articles: Mapping[str, Article], id: str, members: Sequence[str], kinships: Sequence[Kinship]
) -> tuple[Evidence, ...]:
    """What joins an article to an origin it does not name: the signs it shows with the member nearest to it."""
    pairs = [k for k in kinships if id in (k.one, k.other) and {k.one, k.other} <= set(members) and k.signs]
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
    claims: Mapping[str, Claim],
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
    articles: Mapping[str, Article], claims: Mapping[str, Claim], group_of: Mapping[str, str]
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
