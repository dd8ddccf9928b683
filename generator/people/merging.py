"""Which people of several articles are one person.

The strongest pairs of names are joined first. Nothing joins two whom one article keeps apart, or whom the editor does;
a bare surname goes to the only person who bears it. What is doubtful stays apart, with a finding that names the line
by which the editor settles it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from generator.editor import PersonDecision
from generator.model import Finding
from generator.names import Comparison, compare
from generator.names.likeness import same_surname
from generator.names.nameparts import is_given_name, parse, same_given
from generator.names.romanise import latin
from generator.people.identity import Local, has_surname, is_sex_fitting
from generator.people.shared_names import take_shared_apart

FILE = "briefing.yml"
# Below this score two spellings within one cluster contradict each other (J. Novak beside John and Jane Novak).
CONTRADICTION = 0.3


@dataclass(frozen=True, slots=True)
class Cluster:
    """Somebody: the person of each article, and the sentences that say why they are one."""

    locals: tuple[Local, ...]
    merges: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Full names, each once; the bare ones where there is none."""
        full = dict.fromkeys(n for x in self.locals for n in x.names)
        return tuple(full or dict.fromkeys(n for x in self.locals for n in x.bare))

    @property
    def spelled(self) -> frozenset[str]:
        """Every way the person is written, full or bare."""
        return frozenset(n for x in self.locals for n in (*x.names, *x.bare))

    @property
    def articles(self) -> frozenset[str]:
        """The articles that name the person."""
        return frozenset(x.article for x in self.locals)

    def joined(self, other: Cluster, *reasons: str) -> Cluster:
        """Both as one."""
        return Cluster((*self.locals, *other.locals), tuple(dict.fromkeys((*self.merges, *other.merges, *reasons))))


@dataclass(slots=True)
class Merging:
    """The state of one merge: clusters so far, and what was doubtful."""

    decisions: Sequence[PersonDecision]
    clusters: list[Cluster]
    findings: list[Finding] = field(default_factory=list)

    def join(self, one: Cluster, other: Cluster, *reasons: str) -> None:
        """Puts both in the place of the first."""
        self.clusters[self.clusters.index(one)] = one.joined(other, *reasons)
        self.clusters.remove(other)


def merge_locals(everyone: Sequence[Local], decisions: Sequence[PersonDecision]) -> tuple[list[Cluster], list[Finding]]:
    """The people of all articles, and findings for whatever stays doubtful."""
    everyone = take_shared_apart(everyone)
    state = Merging(decisions, [Cluster((x,)) for x in everyone if x.names])
    _join_by_editor(state)
    _join_by_name(state)
    _place_bare(state, [x for x in everyone if not x.names])
    return state.clusters, state.findings


# ---------------------------------------------------------------- the editor


def _join_by_editor(state: Merging) -> None:
    for decision in state.decisions:
        words = {decision.name, *decision.same}
        while len(mine := [c for c in state.clusters if c.spelled & words]) > 1:
            reason = f"{_list(mine[0])} and {_list(mine[1])} are one by the editor's word."
            state.join(mine[0], mine[1], reason)


def _is_settled(state: Merging, one: frozenset[str], other: frozenset[str]) -> bool:
    """True where the editor has said that the two are different people."""
    return any(
        {d.name, *d.same} & a and set(d.different) & b for d in state.decisions for a, b in ((one, other), (other, one))
    )


def _is_decided(state: Merging, a: str, b: str) -> bool:
    """True where the editor has said anything of these two names, same or different."""
    joined = any({a, b} <= {d.name, *d.same} for d in state.decisions)
    return joined or _is_settled(state, frozenset({a}), frozenset({b}))


# ---------------------------------------------------------------- full names


def _join_by_name(state: Merging) -> None:
    names = sorted({n for c in state.clusters for n in c.names})
    pairs = [(compare(n, n), n, n) for n in names]
    pairs += [(compare(a, b), a, b) for a, b in combinations(names, 2)]
    for comparison, a, b in sorted(pairs, key=lambda row: (row[1] != row[2], -row[0].score, row[1], row[2])):
        if comparison.same:
            _join_pair(state, comparison, a, b)
        elif _looks_alike(a, b) and not _is_decided(state, a, b):
            state.findings.append(_doubt(a, b, f"look alike. {' '.join(comparison.reasons)}"))


def _join_pair(state: Merging, comparison: Comparison, a: str, b: str) -> None:
    """Joins every two clusters of these names that nothing keeps apart; a name that fits several joins none."""
    while pairs := _open_pairs(state, a, b):
        if a != b and (len({id(d) for _, d in pairs}) > 1 or _has_rival(state, a, b) or _has_rival(state, b, a)):
            if not _is_decided(state, a, b):
                state.findings.append(_doubt(a, b, "could be one, but more than one person fits."))
            return
        one, other = pairs[0]
        if _is_contradicted(one, other):
            state.findings.append(_doubt(a, b, "could be one, but their other spellings contradict each other."))
            return
        same = latin(a) == latin(b)
        state.join(one, other, *(() if same else (f"{a} and {b} are one. {' '.join(comparison.reasons)}",)))


def _has_rival(state: Merging, a: str, b: str) -> bool:
    """True where `a` also fits somebody who is surely not `b`: A. Berger beside Anna and Alfred."""
    others = {n for c in state.clusters for n in c.names if not {a, b} & set(c.names)}
    return any(compare(a, n).same and not compare(b, n).same for n in others)


def _open_pairs(state: Merging, a: str, b: str) -> list[tuple[Cluster, Cluster]]:
    left, right = ([c for c in state.clusters if n in c.names] for n in (a, b))
    return [
        (c, d)
        for i, c in enumerate(left)
        for d in (left[i + 1 :] if a == b else right)
        if c is not d and not c.articles & d.articles and not _is_settled(state, c.spelled, d.spelled)
    ]


def _is_contradicted(one: Cluster, other: Cluster) -> bool:
    return any(compare(a, b).score < CONTRADICTION for a in one.names for b in other.names)


def _looks_alike(a: str, b: str) -> bool:
    """Names a reader could take for one: one given name, and surnames one or (from eight letters) two letters apart."""
    one, other = parse(a), parse(b)
    most = 1 + (min(len(one.surname), len(other.surname)) > 7)
    near = 0 < Levenshtein.distance(latin(one.surname), latin(other.surname)) <= most
    return near and bool(one.given and other.given and same_given(one.given, other.given))


# ---------------------------------------------------------------- bare names


def _place_bare(state: Merging, bare: Sequence[Local]) -> None:
    alone: list[Cluster] = []
    doubtful: dict[tuple[str, ...], list[str]] = {}
    for local in bare:
        fits = [c for c in state.clusters if _fits(state, local, c)]
        fits = [c for c in fits if not _is_only_kin(c)] or fits
        if len(fits) == 1:
            where = (
                f"{local.bare[0]} ({local.article}) is {fits[0].names[0]}: nobody else in the articles bears the name."
            )
            spelled_so = any(latin(parse(n).surname) == latin(local.bare[0]) for n in fits[0].names)
            state.clusters[state.clusters.index(fits[0])] = fits[0].joined(
                Cluster((local,)), *(() if spelled_so else (where,))
            )
        elif fits:
            state.findings.append(_ambiguous(local, fits))
        elif names := _first_name_of(state, local):
            doubtful.setdefault((local.bare[0], *names), []).append(local.article)
        elif local.is_sure:
            home = next((c for c in alone if _is_same_bare(c, local)), None)
            if home is None:
                alone.append(Cluster((local,)))
            else:
                alone[alone.index(home)] = home.joined(Cluster((local,)))
    state.clusters.extend(alone)
    state.findings += [_first_name(word, names, articles) for (word, *names), articles in doubtful.items()]


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


def _is_only_kin(cluster: Cluster) -> bool:
    """True of somebody who is named in full as another's kin wherever named: a bare surname means that other."""
    full = [m for x in cluster.locals for m in x.mentions if not parse(m.text).is_single]
    return bool(full) and all(m.kin for m in full)


def _first_name_of(state: Merging, local: Local) -> list[str]:
    """The people whose given name the bare name is: too little to say that it is one of them."""
    word = local.bare[0]
    if not is_given_name(word):
        return []
    return [c.names[0] for c in state.clusters if any(same_given(word, parse(n).given) == "same" for n in c.names)]


def _is_same_bare(cluster: Cluster, local: Local) -> bool:
    return local.article not in cluster.articles and same_surname(cluster.names[0], local.bare[0]) in (
        "same",
        "spelling",
    )


# ---------------------------------------------------------------- what an editor reads


def _doubt(a: str, b: str, why: str) -> Finding:
    advice = (
        f"They stay apart. In `people`, under {a}, `same: [{b}]` joins them and `different: [{b}]` ends this finding."
    )
    return Finding(FILE, "people", f"{a} and {b} {why}", advice)


def _ambiguous(local: Local, fits: Sequence[Cluster]) -> Finding:
    who = " or ".join(_list(c) for c in fits)
    advice = f"It counts for nobody. In `people`, `same: [{local.bare[0]}]` under one of them gives it to that person."
    return Finding(FILE, "people", f"{local.bare[0]} in {local.article} can be {who}.", advice)


def _first_name(word: str, names: Sequence[str], articles: Sequence[str]) -> Finding:
    advice = f"It counts for nobody. In `people`, `same: [{word}]` under one of them gives it to that person."
    return Finding(FILE, "people", f"{word} in {', '.join(articles)} may be {' or '.join(names)}.", advice)


def _list(cluster: Cluster) -> str:
    return " / ".join(cluster.names)
