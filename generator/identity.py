"""Which mentions of one article are one person.

An article is read the way a reader reads it: a full name introduces somebody, and a bare surname later means whoever of
that surname has been introduced by then. A bare name that could still be two people belongs to neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.likeness import same_surname
from generator.model import Mention, Reading, Span
from generator.nameparts import NameParts, parse, same_given, sexes
from generator.names import compare
from generator.romanise import latin

ESTABLISHED = 2  # bare mentions after which a surname keeps meaning the same person
_MEN = frozenset({"mr", "sir", "lord", "king", "prince"})
_WOMEN = frozenset({"ms", "mrs", "miss", "dame", "lady", "queen", "princess"})


@dataclass(frozen=True, slots=True)
class Local:
    """One person of one article: the full names as written, the bare ones, and all mentions."""

    article: str
    names: tuple[str, ...]
    bare: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def fullest(self) -> str:
        """The full name with most words, else the bare name."""
        return max(self.names, key=lambda n: (len(n.split()), len(n))) if self.names else self.bare[0]

    @property
    def is_sure(self) -> bool:
        """True where a bare name is a person's without any companion saying so: it has a title, a role or kin, or
        stands three times; and it is more than a first name."""
        told = any(m.title or m.role or m.kin for m in self.mentions)
        return bool(self.names) or (told or len(self.mentions) > 2)


def locals_of(reading: Reading) -> tuple[Local, ...]:
    """The people of one article; every mention is in exactly one of them."""
    full = [m for m in reading.mentions if not parse(m.text).is_single]
    groups: list[list[Mention]] = []
    for m in sorted(full, key=lambda m: (-len(m.text.split()), m.span)):
        home = next((g for g in groups if _is_same_here(g, m)), None)
        if home is None:
            groups.append([m])
        else:
            home.append(m)
    first = {m: min(x.span for x in g) for g in groups for m in g}
    left: dict[str, list[Mention]] = {}
    for m in reading.mentions:
        if parse(m.text).is_single:
            meant = _meant_by(m, groups)
            home = _choose(m, meant, first)
            (left.setdefault(latin(m.text), []) if home is None else home).append(m)
    everyone = [_local(reading.article.id, g) for g in (*groups, *left.values())]
    return tuple(sorted(everyone, key=lambda x: x.mentions[0].span))


def _choose(m: Mention, meant: list[list[Mention]], first: dict[Mention, Span]) -> list[Mention] | None:
    """The only one it can mean, or the only one introduced so far, or the one whom the bare name has meant all along:
    a relative who comes in later is named in full."""
    before = [g for g in meant if first[g[0]] < m.span]
    usual = [g for g in before if sum(x.text == m.text for x in g) >= ESTABLISHED]
    return next((options[0] for options in (meant, before, usual) if len(options) == 1), None)


def _local(article: str, mentions: Iterable[Mention]) -> Local:
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    texts = [(" ".join(m.text.split()), parse(m.text).is_single) for m in ordered]
    names = tuple(dict.fromkeys(text for text, single in texts if not single))
    return Local(article, names, tuple(dict.fromkeys(text for text, single in texts if single)), ordered)


def _is_same_here(group: Sequence[Mention], m: Mention) -> bool:
    """The same name in another form, or the end of a longer one: Suarez Diaz after Ana Suarez Diaz."""
    words = [latin(w) for w in m.text.split()]
    return any(
        compare(g.text, m.text).same or [latin(w) for w in g.text.split()][-len(words) :] == words
        for g in group
        if not parse(g.text).is_single
    )


def _meant_by(m: Mention, groups: Sequence[list[Mention]]) -> list[list[Mention]]:
    """The introduced people whom a bare name can mean: by surname, else by given name; a title's sex has to fit."""
    word = parse(m.text).surname
    fitting = [g for g in groups if is_sex_fitting(m.title, g)]
    return [g for g in fitting if has_surname(word, g)] or [g for g in fitting if _has_given(word, g)]


def has_surname(word: str, mentions: Sequence[Mention]) -> bool:
    """True where a full name among the mentions has this surname, in whatever spelling."""
    return any(same_surname(word, p.surname) in ("same", "spelling") for p in _full_parts(mentions))


def _has_given(word: str, mentions: Sequence[Mention]) -> bool:
    return any(same_given(word, p.given) in ("same", "form", "short") for p in _full_parts(mentions))


def is_sex_fitting(title: str, mentions: Sequence[Mention]) -> bool:
    """False where the title is a man's and the given name a woman's, or the other way round."""
    low = title.casefold().rstrip(".")
    sex = "m" if low in _MEN else "f" if low in _WOMEN else ""
    known = frozenset().union(*(sexes(p.given) for p in _full_parts(mentions)))
    return not sex or not known or sex in known


def _full_parts(mentions: Sequence[Mention]) -> list[NameParts]:
    return [p for p in (parse(m.text) for m in mentions) if not p.is_single]
