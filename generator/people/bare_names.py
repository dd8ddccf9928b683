"""To whom a surname or a first name goes that an article gives without the rest.

It goes to the only person who can bear it. In doubt it counts for nobody, with a finding; it becomes somebody of its
own only where the article says who that is.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Span
from generator.names.likeness import same_surname
from generator.names.nameparts import is_given_name, parse, same_given
from generator.names.romanise import latin
from generator.people.clusters import Cluster, Merging, share_office
from generator.people.doubts import can_be_several, may_be_first_name
from generator.people.firstnames import has_given
from generator.people.identity import Local, has_surname, is_of_office, is_sex_fitting


def place_bare(state: Merging, bare: Sequence[Local]) -> None:
    """Gives every bare name to whom it means, in `state.clusters`; what is doubtful goes to `state.findings`."""
    alone: list[Cluster] = []
    doubtful: dict[tuple[str, ...], list[str]] = {}
    for local in bare:
        if at_home := _bearers_at_home(state, local):
            state.findings.append(can_be_several(local, at_home))
            continue
        if (relative := _relative(state, local)) is not None:
            why = f"{local.bare[0]} ({local.article}) is {relative.names[0]}: first name, and whose kin is meant."
            state.add(relative, local, why)
            continue
        fits = [c for c in state.clusters if _fits(state, local, c)]
        fits = [c for c in fits if not _is_only_kin(c)] or fits
        fits = [c for c in fits if _is_of_the_office(local, c)] or fits
        if len(fits) == 1:
            where = (
                f"{local.bare[0]} ({local.article}) is {fits[0].names[0]}: nobody else in the articles bears the name."
            )
            spelled_so = any(latin(parse(n).surname) == latin(local.bare[0]) for n in fits[0].names)
            state.add(fits[0], local, *(() if spelled_so else (where,)))
        elif fits:
            state.findings.append(can_be_several(local, fits))
        elif (bearer := _bearer_of_office(state, local)) is not None:
            why = f"{local.bare[0]} ({local.article}) is {bearer.names[0]}: first name and what both are said to be."
            state.add(bearer, local, why)
        elif names := _first_name_of(state, local):
            doubtful.setdefault((local.bare[0], *names), []).append(local.article)
        elif local.is_sure:
            home = next((c for c in alone if _is_same_bare(c, local)), None)
            if home is None:
                alone.append(Cluster((local,)))
            else:
                alone[alone.index(home)] = home.joined(Cluster((local,)))
    state.clusters.extend(alone)
    state.findings += [may_be_first_name(word, names, articles) for (word, *names), articles in doubtful.items()]


def _fits(state: Merging, local: Local, cluster: Cluster) -> bool:
    words = next(({d.name, *d.same} for d in state.decisions if set(local.bare) & {d.name, *d.same}), set())
    if words:
        return bool(words & cluster.spelled)
    title = next((m.title for m in local.mentions if m.title), "")
    return (
        local.article not in cluster.articles
        and has_surname(local.bare[0], cluster.names)
        and is_sex_fitting(title, cluster.names)
    )


def _bearers_at_home(state: Merging, local: Local) -> list[Cluster]:
    """Whom of the same article a bare surname can mean where it is not clear who is meant; it is nobody else."""
    if any(set(local.bare) & {d.name, *d.same} for d in state.decisions):
        return []
    bearers = [c for c in state.clusters if local.article in c.articles]
    bearers = [c for c in bearers if has_surname(parse(local.bare[0]).surname, c.names)]
    if len(bearers) == 1:  # introduced only below, see shared_names.py
        bearers += [c for c in state.clusters if _fits(state, local, c)]
    return bearers if len(bearers) > 1 else []


def _is_only_kin(cluster: Cluster) -> bool:
    """True of somebody who is named in full as another's kin wherever named: a bare surname means that other."""
    full = [m for x in cluster.locals for m in x.mentions if not parse(m.text).is_single]
    return bool(full) and all(m.kin for m in full)


def _is_of_the_office(local: Local, cluster: Cluster) -> bool:
    """True where a title beside the bare name is the office that somebody is said to hold: `MINISTER LIND`."""
    titles = {m.title for m in local.mentions if m.title}
    return any(is_of_office(title, x.mentions) for title in titles for x in cluster.locals)


def _bearer_of_office(state: Merging, local: Local) -> Cluster | None:
    """The only person of another article who has this first name, where both roles share the occupation and a word
    more: `harbour nurse`. The occupation alone is not enough, there are too many students and protesters."""
    names = _first_name_of(state, local)
    bearers = [c for c in state.clusters if c.names[0] in names]
    if len(bearers) != 1 or local.article in bearers[0].articles:
        return None
    here = Cluster((local,))
    left, right = ({w for x in c.locals for m in x.mentions for w in _long_words(m.role)} for c in (bearers[0], here))
    return bearers[0] if share_office(bearers[0], here) and len(left & right) > 1 else None


def _relative(state: Merging, local: Local) -> Cluster | None:
    """The only person who has this first name and the surname of the one whose kin the article calls them: `Ivo Lind's
    son Karl`, and Karl Lind in another article. A married couple may well have two surnames."""
    owners = [o for m in local.mentions if m.kin and m.kin_of for o in _at(state, local.article, m.kin_of)]
    if len(owners) != 1:
        return None
    fits = [
        c
        for c in state.clusters
        if local.article not in c.articles
        and has_given(local.bare[0], c.names)
        and any(has_surname(parse(n).surname, owners[0].names) for n in c.names)
    ]
    return fits[0] if len(fits) == 1 and fits[0] is not owners[0] else None


def _at(state: Merging, article: str, span: Span) -> list[Cluster]:
    """Who is named at this place."""
    def is_named(cluster: Cluster) -> bool:
        return any(x.article == article and m.span == span for x in cluster.locals for m in x.mentions)

    return [c for c in state.clusters if is_named(c)]


def _long_words(role: str) -> list[str]:
    return [w for w in role.casefold().split() if len(w) > 3]


def _first_name_of(state: Merging, local: Local) -> list[str]:
    """The people whose given name the bare name is: too little to say that it is one of them."""
    word = local.bare[0]
    if not is_given_name(word):
        return []
    return [c.names[0] for c in state.clusters if any(same_given(word, parse(n).given) == "same" for n in c.names)]


def _is_same_bare(cluster: Cluster, local: Local) -> bool:
    """The same bare name; of two rulers one may have a number, where both have the same title."""
    if local.article in cluster.articles:
        return False
    one, other = parse(cluster.names[0]), parse(local.bare[0])
    titles = [{m.title.casefold() for m in x.mentions if m.title} for x in (*cluster.locals, local)]
    is_numbered = one.suffix != other.suffix
    if is_numbered and ((one.suffix and other.suffix) or not set.intersection(*titles)):
        return False
    return same_surname(one.surname, other.surname) in ("same", "spelling")
