"""Do two articles go back to one report? What speaks for it and against, from words, facts, their order, and spellings.

Words come from signatures, so that a digest speaks for its original and never for whoever retold it. Names, figures
and dates survive a rewording and a digest alike, and so does the order in which they come. One kind of sign alone says
little: reporters hear the same speech and write down the same figures.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from generator import names
from generator.articles.signature import containment, of_article, trigrams
from generator.model import Reading
from generator.sources.agreements import listed

COPIED = 0.25
"""Geometric mean of the two containments from which on one text is the other's copy. Two versions of one agency story
had .27; independent reports of one event at most .044 (7 pairs), two outlets quoting one speech at length .18."""
EXCERPT = 0.5
"""Share of the shorter text that stands in the longer one: a brief cut from a report. Independent reports: .07."""
WORDED = 0.07
"""The same mean from which on words count as one sign among others: rewrites had .09 and .14, independent ones .044."""
FEWEST_RUNS = 12
"""Shared runs of three words below which that mean alone is no reason to ask an editor: in a short text one set phrase
is a large share of it. Three pairs of independent reports of 43 to 268 words, invented ones, had 7 to 9 runs in common
at means of .055 to .155; the rewrites 35 and 45."""
SAME_FACTS = 0.6
"""Dice of the two sets of names, figures and dates. Rewrites .64 to .86, independent reports of one event .42 to .55"""
SAME_ORDER, COMPARABLE = 0.85, 0.4
"""Share of the pairs of shared facts that come in one order, and the Dice below which it says nothing. A retold story
had .91 and .95, excerpts of one .62 to .75, independent reports of the event .46 to .78. Of 5,150 pairs of other
articles 17 are above .85 with twelve facts or more, and of those only daily reports of one desk have a Dice of .4."""
FEWEST_FACTS = 12
"""Shared facts below which neither their share nor their order is judged: three in any order agree too easily."""
ENOUGH = 2
"""Signs, those against taken off, from which on two articles count as one report."""

_FACT = re.compile(r"\b\d[\d,.]*(?<=\d)|\b[^\W\d_a-z][\w'’]*(?:[-.][^\W\d_a-z]\w*)*\.?")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"“‘(]\s*)$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What of an article survives a rewording: names, figures and years in order of first mention, and how it spells
    people's surnames, by full name."""

    article: str
    order: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]
    signature: str


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two articles held against each other. `signs` and `against` are clauses for a reader, `{other}` stands for the
    other article."""

    one: str
    other: str
    overlap: float  # geometric mean of the containments
    signs: tuple[str, ...]
    against: tuple[str, ...]
    is_copy: bool
    is_worded: bool  # the words alone are a reason to ask an editor

    @property
    def score(self) -> int:
        """Signs for, less signs against."""
        return len(self.signs) - len(self.against)

    @property
    def is_one_report(self) -> bool:
        """True where a copy or enough signs say that both are one report."""
        return self.is_copy or self.score >= ENOUGH


def collect_facts(readings: Sequence[Reading]) -> tuple[Facts, ...]:
    """The facts of every article. A capital at the start of a sentence counts where some article has it inside one."""
    texts = {r.article.id: [b.text for b in r.article.paragraphs if b.ref.isdigit()] for r in readings}
    known = frozenset(w for paragraphs in texts.values() for p in paragraphs for w, inside in _capitals(p) if inside)
    return tuple(
        Facts(
            article=r.article.id,
            order=tuple(dict.fromkeys(w for p in texts[r.article.id] for w, _ in _capitals(p) if w in known)),
            surnames=_surnames(r),
            signature=of_article(r.article),
        )
        for r in readings
    )


def compare_all(facts: Sequence[Facts]) -> tuple[Kinship, ...]:
    """Every pair, in the order of the articles."""
    variants = _variants(facts)
    return tuple(_compare(a, b, facts, variants) for a, b in combinations(facts, 2))


def order_agreement(one: Sequence[str], other: Sequence[str]) -> tuple[float, int]:
    """The share of pairs of shared items that come in the same order in both, and how many items are shared."""
    place = {item: n for n, item in enumerate(other)}
    shared = [place[item] for item in one if item in place]
    pairs = len(shared) * (len(shared) - 1) // 2
    return (sum(a < b for a, b in combinations(shared, 2)) / pairs if pairs else 0.0), len(shared)


def _capitals(paragraph: str) -> list[tuple[str, bool]]:
    """Names and figures of a paragraph, possessives off; whether each stands inside a sentence."""
    found = []
    for match in _FACT.finditer(paragraph):
        word = re.sub(r"['’]s?$|\.", "", match[0]).lower()
        is_inside = match[0][0].isdigit() or not _SENTENCE_START.search(paragraph[: match.start()])
        if len(word) > 1 or word.isdigit():
            found.append((word, is_inside))
    return found


def _surnames(reading: Reading) -> tuple[tuple[str, str], ...]:
    full = dict.fromkeys(m.text for m in reading.mentions if m.ref and len(m.text.split()) > 1)
    return tuple((text, text.split()[-1]) for text in full)


# ---------------------------------------------------------------- one pair


def _compare(a: Facts, b: Facts, all_facts: Sequence[Facts], variants: Mapping[str, frozenset[str]]) -> Kinship:
    there, back = containment(a.signature, b.signature), containment(b.signature, a.signature)
    overlap = math.sqrt(there * back)
    order, shared = order_agreement(a.order, b.order)
    dice = 2 * shared / ((len(a.order) + len(b.order)) or 1)
    signs: list[str] = []
    if overlap >= WORDED or max(there, back) >= EXCERPT:
        signs.append(f"shares {there:.0%} of its wording with {{other}}")
    if shared >= FEWEST_FACTS and dice >= SAME_FACTS:
        signs.append(f"has {shared} of its {len(a.order)} names and figures in common with {{other}}")
    if shared >= FEWEST_FACTS and dice >= COMPARABLE and order >= SAME_ORDER:
        signs.append(f"tells what it shares with {{other}} in nearly the same order ({order:.0%})")
    alike, unlike = _spellings(a, b, variants)
    if alike:
        signs.append(_as_others_do_not(alike, a, all_facts, variants))
    mine, theirs = (listed(list(dict.fromkeys(pair[side] for pair in unlike))) for side in (0, 1))
    against = (f"writes {mine} where {{other}} has {theirs}",) if unlike else ()
    is_copy = overlap >= COPIED or max(there, back) >= EXCERPT
    is_worded = overlap >= WORDED and there * trigrams(a.signature) >= FEWEST_RUNS
    return Kinship(a.article, b.article, overlap, tuple(signs), against, is_copy, is_worded)


def _variants(facts: Sequence[Facts]) -> dict[str, frozenset[str]]:
    """For each surname the other ways in which some article writes the same person's."""
    people = sorted({person for f in facts for person in f.surnames})
    found: dict[str, set[str]] = {}
    for (name, last), (other, other_last) in combinations(people, 2):
        if last != other_last and fuzz.ratio(last, other_last) >= 60 and names.compare(name, other).same:
            found.setdefault(last, set()).add(other_last)
            found.setdefault(other_last, set()).add(last)
    return {last: frozenset(others) for last, others in found.items()}


def _spellings(
    a: Facts, b: Facts, variants: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Disputed surnames that both write alike, and those that they write differently."""
    mine, theirs = {s for _, s in a.surnames}, {s for _, s in b.surnames}
    alike = tuple(sorted(s for s in mine & theirs if s in variants))
    unlike = ((s, t) for s in mine - theirs for t in theirs - mine if t in variants.get(s, ()))
    return alike, tuple(sorted(unlike))


def _as_others_do_not(
    alike: Sequence[str], a: Facts, facts: Sequence[Facts], variants: Mapping[str, frozenset[str]]
) -> str:
    written = {last for f in facts if f is not a for _, last in f.surnames}
    others = sorted({t for s in alike for t in variants[s] if t in written})
    return f"spells {listed(alike)} as {{other}} does, where others write {listed(others)}"
