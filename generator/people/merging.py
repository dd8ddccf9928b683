"""Which people of several articles are one person.

The strongest pairs of names are joined first. Nothing joins two whom one article keeps apart, or whom the editor does;
a bare surname goes to the only person who bears it. What is doubtful stays apart, with a finding that names the line
by which the editor settles it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from generator.editor import PersonDecision
from generator.model import Finding
from generator.names import Comparison, compare
from generator.names.likeness import same_surname
from generator.names.nameparts import NameParts, parse, same_given
from generator.names.romanise import latin
from generator.people.bare_names import place_bare
from generator.people.clusters import Cluster, Merging, have_other_trades, share_office
from generator.people.doubts import has_slip, may_be_one
from generator.people.identity import Local
from generator.people.shared_names import take_early_apart, take_shared_apart

# Below this score two spellings within one cluster contradict each other (J. Novak beside John and Jane Novak).
CONTRADICTION = 0.3
_LONG = 4  # letters; of shorter words many are a letter apart: Ann, Dan, Lee, Lin


def merge_locals(everyone: Sequence[Local], decisions: Sequence[PersonDecision]) -> tuple[list[Cluster], list[Finding]]:
    """The people of all articles, and findings for whatever stays doubtful."""
    everyone = take_early_apart(take_shared_apart(everyone))
    state = Merging(decisions, [Cluster((x,)) for x in everyone if x.names])
    _join_by_editor(state)
    _join_by_name(state)
    place_bare(state, [x for x in everyone if not x.names])
    return state.clusters, state.findings


# ---------------------------------------------------------------- the editor


def _join_by_editor(state: Merging) -> None:
    for decision in state.decisions:
        words = {decision.name, *decision.same}
        mine = [c for c in state.clusters if c.spelled & words]
        *others, last = dict.fromkeys(name for c in mine for name in c.names) or [""]
        reasons = (f"{', '.join(others)} and {last} are one by the editor's word.",) if others else ()
        while len(mine := [c for c in state.clusters if c.spelled & words]) > 1:
            state.join(mine[0], mine[1], *reasons)


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
            state.findings.append(may_be_one(a, b, f"look alike. {' '.join(comparison.reasons)}"))
        elif _may_be_misspelt(state, a, b) and not _is_decided(state, a, b):
            state.findings.append(may_be_one(a, b, "look alike, and are said to be the same."))


def _join_pair(state: Merging, comparison: Comparison, a: str, b: str) -> None:
    """Joins every two clusters of these names that nothing keeps apart; a name that fits several joins none."""
    while pairs := _open_pairs(state, a, b):
        if a != b and (len({id(d) for _, d in pairs}) > 1 or _has_rival(state, a, b) or _has_rival(state, b, a)):
            if not _is_decided(state, a, b):
                state.findings.append(may_be_one(a, b, "could be one, but more than one person fits."))
            return
        one, other = pairs[0]
        if _is_contradicted(one, other):
            state.findings.append(may_be_one(a, b, "could be one, but their other spellings contradict each other."))
            return
        if parse(a).suffix != parse(b).suffix and not share_office(one, other):
            if not _is_decided(state, a, b):
                state.findings.append(may_be_one(a, b, "may be father and son: only one of the names has a suffix."))
            return
        if latin(a) != latin(b) and have_other_trades(one, other) and not _is_decided(state, a, b):
            state.findings.append(may_be_one(a, b, "could be one by their names, but are said to have other trades."))
            return
        if _is_slip(a, b) and not _is_decided(state, a, b):
            state.findings.append(has_slip(a, b))
        same = latin(a) == latin(b)
        state.join(one, other, *(() if same else (f"{a} and {b} are one. {' '.join(comparison.reasons)}",)))


def _is_slip(a: str, b: str) -> bool:
    """True where the two are one only if a letter was slipped in or left out: Lohman, Lohmann."""
    return same_surname(parse(a).surname, parse(b).surname) == "slip"


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
    """Names a reader could take for one: one given name, and surnames one or (from eight letters) two letters apart, or
    one of them with a second surname: Gabriel García beside Gabriel García Ruiz."""
    one, other = parse(a), parse(b)
    if any(latin(x.surname) in map(latin, y.middle) and _is_one_given(x, y) for x, y in ((one, other), (other, one))):
        return True
    most = 1 + (min(len(one.surname), len(other.surname)) > 7)
    near = 0 < Levenshtein.distance(latin(one.surname), latin(other.surname)) <= most
    return near and _is_one_given(one, other)


def _may_be_misspelt(state: Merging, a: str, b: str) -> bool:
    """Given names and surnames both a letter apart at most, of two who are said to be the same thing in other articles:
    the police chief Ander Lindquist beside police chief Anders Lindqvist."""
    one, other = parse(a), parse(b)
    parts = ((latin(one.given), latin(other.given)), (latin(one.surname), latin(other.surname)))
    if any(min(map(len, pair)) < _LONG or Levenshtein.distance(*pair) > 1 for pair in parts):
        return False
    left, right = ([c for c in state.clusters if n in c.names] for n in (a, b))
    return any(not c.articles & d.articles and share_office(c, d) for c in left for d in right)


def _is_one_given(one: NameParts, other: NameParts) -> bool:
    return bool(one.given and other.given and same_given(one.given, other.given))
