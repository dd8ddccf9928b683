"""What belongs to what: a date, a figure, a person, a place stays with what the passages say of it.

A rule acts only where the passages say the same of another one, clearly more than of this one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.counting import counted
from generator.claims.reading import Told
from generator.claims.wording import senses_of
from generator.figures.numbers import Number
from generator.model import Span
from generator.rules.holding import (
    Case,
    Fault,
    grasp,
    is_reporting,
    name_keys,
    names_at,
    share_of,
    units,
    units_of,
)

# How much better (0 to 1) somebody else's clause must fit than one's own for an anchor to count as moved.
CLEARLY = 0.34


FITS = 0.6  # … and how much of what is said of the anchor that clause must have


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A name, a date or a figure in a clause."""

    kind: str
    keys: frozenset[str]
    text: str
    clause: Clause
    nouns: frozenset[str] = frozenset()  # of a figure: what it counts


def hold_belonging(case: Case) -> Fault | None:
    """A date, a figure or a person stays with what the passages say of it."""
    speaking = frozenset(k for t in (case.claim, *case.passages) for s in t.sayings for k in s.keys if t is case.claim)
    speaking |= frozenset(k for t in case.passages for k in t.authors)
    everywhere = frozenset(k for a in _anchors(case.claim) for k in a.keys)
    for anchor in _anchors(case.claim):
        wanted = [u for u in _wide_units(case.claim, anchor) if not u & anchor.keys]
        if len(wanted) < 2 or anchor.keys & speaking or anchor.clause.verb.dep_ == "prep":
            continue  # according to somebody is nobody's deed
        own, other, whose, is_there = 0.0, 0.0, "", anchor.kind.startswith("person")
        beside = frozenset(k for a in _anchors_of(case.claim, anchor.clause) for k in a.keys)
        for told in case.passages:
            for there in _anchors(told):
                if there.kind != anchor.kind or (there.keys & speaking and is_reporting(there.clause)):
                    continue  # somebody says it, as the statement says too
                fit = _fit(wanted, told, there.clause)
                if there.keys & anchor.keys:
                    own, is_there = max(own, fit), True
                elif there.keys & beside or any(a.keys & anchor.keys for a in _anchors_of(told, there.clause)):
                    continue
                elif anchor.kind.startswith("person") and _has_pronoun(there.clause):
                    own = max(own, fit)
                elif anchor.kind == "date" and (_is_of_a_noun(told, there) or _is_of_saying(told, there, anchor)):
                    continue
                elif there.nouns.isdisjoint(anchor.nouns) and (there.nouns or anchor.nouns):
                    continue  # figures of other things
                elif there.keys & everywhere and (fit < 0.8 or len(wanted) < 3 or anchor.kind.startswith("number")):
                    continue  # both are in the statement: only a clear exchange counts
                elif fit > other:
                    other, whose = fit, there.text
        if is_there and other >= FITS and other - own >= CLEARLY:
            return Fault(f"the passage says it of “{whose}”, not of “{anchor.text}”")
    return None


def _below(told: Told, clause: Clause) -> list[Clause]:
    """The clauses that are part of what this one says: let Russia launch."""
    return [c for c in told.clauses if c.verb.dep_ in ("xcomp", "ccomp") and c.verb.head == clause.verb]


def _wide_units(told: Told, anchor: _Anchor) -> list[frozenset[str]]:
    clauses = (anchor.clause, *_below(told, anchor.clause))
    found = dict.fromkeys(u for c in clauses for u in units(told, c))
    asides = {u for c in clauses for u in _in_asides(told, c, anchor)}
    return [u for u in found if u not in asides]


def _in_asides(told: Told, clause: Clause, anchor: _Anchor) -> list[frozenset[str]]:
    """What only describes somebody else: Lind, with Holm, a winner of the prize."""
    if not anchor.kind.startswith("person"):
        return []
    heads = [a for a in told.doc if a.i in clause.tokens and a.dep_ == "appos" and a.pos_ == "NOUN"]
    others = [a for a in heads if (people := name_keys(told, [a.head.i])) and people.isdisjoint(anchor.keys)]
    return units_of(told, [t for a in others for t in a.subtree])


def _has_pronoun(clause: Clause) -> bool:
    """Somebody named elsewhere acts or is acted upon."""
    parties = (*clause.doers, *clause.targets, *(t for _, t in clause.others))
    return any(t.pos_ == "PRON" and t.lower_ not in ("it", "that", "which") for t in parties)


def _fit(wanted: Sequence[frozenset[str]], told: Told, clause: Clause) -> float:
    there = grasp(told, clause).union(*(grasp(told, c) for c in _below(told, clause)))
    if _has_pronoun(clause):
        wanted = [w for w in wanted if not any(k.startswith("p:") for k in w)] or wanted
    return share_of(wanted, there)


def _anchors(told: Told) -> list[_Anchor]:
    return [a for clause in told.clauses for a in _anchors_of(told, clause)]


def _anchors_of(told: Told, clause: Clause) -> list[_Anchor]:
    places = set(clause.tokens)
    for party in (*clause.doers, *clause.targets):
        own = [t for t in party.subtree if not _is_in_other_clause(t, party)]
        places |= {t.i for t in own} if len(own) < 12 else {party.i}
    found = []
    for role, parties in (("doer", clause.doers), ("target", clause.targets)):
        people = (n for n in names_at(told, [t.i for t in parties]) if n.kind == "person")
        found += [_Anchor(f"person {role}", n.keys, n.text, clause) for n in people]
    spots = [told.doc[i].idx for i in places]
    for date in told.dates:
        if any(date.span.start <= s < date.span.end for s in spots):
            found.append(_Anchor("date", _date_keys(date.interval, date.text), date.text, clause))
    for number in told.numbers:
        if any(number.core[0] <= s < number.core[1] for s in spots):
            span = Span(number.start, number.end)
            key = frozenset({f"{number.low:g}-{number.high:g}"})
            nouns = frozenset(s for w in _counted(told, number) for s in senses_of(w)) | {f"unit {number.unit}"} - {
                "unit "
            }
            found.append(_Anchor(f"number {number.unit}", key, told.text[span.start : span.end], clause, nouns))
    return found


_OF_THEM = re.compile(r"\s+of (?:them|these|those|whom|which)\b")


def _counted(told: Told, number: Number) -> tuple[str, ...]:
    """What a figure counts; "70 of them" are some of those that the figure before it counts."""
    if not _OF_THEM.match(told.text, number.end):
        return counted(told, number)
    before = [n for n in told.numbers if n.end <= number.start and counted(told, n)]
    return counted(told, before[-1]) if before else ()


def _is_of_a_noun(told: Told, there: _Anchor) -> bool:
    """The date of something else that describes a party: donors of the 2012 election."""
    parties = {t.i for p in (*there.clause.doers, *there.clause.targets) for t in p.subtree if t != p}
    tokens = [t for t in _tokens_of(told, there) if t.i in parties]
    return any(t.dep_ in ("compound", "nummod", "amod", "nmod") and t.head.pos_ == "NOUN" for t in tokens)


def _tokens_of(told: Told, date: _Anchor) -> list[Token]:
    when = next((d for d in told.dates if d.text == date.text), None)
    return [t for t in told.doc if when is not None and when.span.start <= t.idx < when.span.end]


def _is_of_saying(told: Told, there: _Anchor, anchor: _Anchor) -> bool:
    """When somebody said it, where what was said has the other date: said this week that it will end by March."""
    if not is_reporting(there.clause):
        return False
    parties = {t.i for p in (*there.clause.doers, *there.clause.targets) for t in p.subtree}
    if any(t.i in parties for t in _tokens_of(told, there)):
        return False  # head of the agency until 2022, he said
    below = set(there.clause.verb.subtree) - {there.clause.verb}
    return any(c.verb in below and a.keys & anchor.keys for c in told.clauses for a in _anchors_of(told, c))


def _is_in_other_clause(token: Token, party: Token) -> bool:
    """It stands in a clause that only describes the party: founded in 1968."""
    for above in (token, *token.ancestors):
        if above == party:
            return False
        if above.dep_ in ("acl", "relcl"):
            return True
    return False


def _date_keys(interval: object, text: str) -> frozenset[str]:
    start, end = getattr(interval, "start", None), getattr(interval, "end", None)
    if start is None or end is None:
        return frozenset({text.lower()})
    keys = {f"{start.year}"}
    if (start.year, start.month) == (end.year, end.month):
        keys = {f"{start.year}-{start.month}"}
    if start == end:
        keys.add(str(start))
    return frozenset(keys | {f"y{start.year}"})
