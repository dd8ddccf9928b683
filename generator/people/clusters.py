"""Somebody who is put together from several articles, and the state of putting everybody together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator import data
from generator.editor import PersonDecision
from generator.model import Finding
from generator.people.identity import Local, office_words


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

    def add(self, home: Cluster, local: Local, *reasons: str) -> None:
        """Gives somebody what an article says by a bare name."""
        self.clusters[self.clusters.index(home)] = home.joined(Cluster((local,)), *reasons)

    def join(self, one: Cluster, other: Cluster, *reasons: str) -> None:
        """Puts both in the place of the first."""
        self.clusters[self.clusters.index(one)] = one.joined(other, *reasons)
        self.clusters.remove(other)


def have_other_trades(one: Cluster, other: Cluster) -> bool:
    """True where each is said to have a trade and no trade of the one goes with any of the other: guard, singer."""
    left, right = (
        {row for x in c.locals for m in x.mentions for row in _trades_in(m.role)} for c in (one, other)
    )
    return bool(left and right) and not left & right and not share_office(one, other)


def _trades_in(role: str) -> frozenset[int]:
    words = frozenset(re.findall(r"[^\W\d_]+", role.casefold()))
    return frozenset(i for i, row in enumerate(_trades()) if words & row)


@lru_cache(maxsize=1)
def _trades() -> tuple[frozenset[str], ...]:
    """data/trades.yml, a set for each line."""
    return tuple(frozenset(row) for row in data.load_list("trades"))


def share_office(one: Cluster, other: Cluster) -> bool:
    """True where both are said to be the same thing, by a role or an office: senator, Sen."""
    left, right = (
        {word for x in c.locals for m in x.mentions for word in office_words(m)} for c in (one, other)
    )
    return bool(left & right)
