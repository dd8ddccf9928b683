"""Whether something goes on, is suspended or has come to an end: whoever keeps on supporting a war has not ended it.

The deed may be a verb here and a noun there: ended its support, keeps on supporting. What makes something go on, be
suspended or end is data (data/states.yml).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from generator import data
from generator.claims.clauses import Clause
from generator.claims.modality import Level, level_of, relation_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, same, senses_of, stem
from generator.rules.exchanged import keys_of_all
from generator.rules.holding import Case, Fault, name_keys, say_clause

_CONTRARY = {
    "goes_on": ("ended", "for_good", "suspended"),
    "ended": ("goes_on",),
    "for_good": ("goes_on", "suspended"),
    "suspended": ("goes_on", "for_good"),
}
_HAPPENED: tuple[Level, ...] = ("done", "present")
_AHEAD: tuple[Level, ...] = ("planned", "future")
_LEADING = ("with", "from", "in", "out", "on")
_TIES = ("of", "on", "for", "to", "in", "against")
_NEAR = 40  # characters after a verb in which it may say that something stays in force, its object between them
_LIMITS = ("until", "till", "unless", "once", "if", "when", "after", "before")


@dataclass(frozen=True, slots=True)
class _Course:
    """What becomes of a deed or a thing, by which clause."""

    kind: str
    thing: Token
    clause: Clause


def hold_courses(case: Case) -> Fault | None:
    """Nothing has ended that goes on there, nor goes on that has ended, nor is ended for good that is suspended."""
    there = [(told, course) for told in case.passages for course in _courses(told)]
    for mine in _courses(case.claim):
        like = [(t, c) for t, c in there if _is_same_thing(case.claim, mine, t, c)]
        if fault := _done_by_another(case.claim, mine, there):
            return fault
        if not like or any(c.kind not in _CONTRARY[mine.kind] for _, c in like) or _has_limit(mine.clause):
            continue
        for told, other in like:
            if _is_as_real(mine, other) and not _has_limit(other.clause):
                return Fault(f"there it is otherwise: “{say_clause(told, other.clause)}”", is_sure=False)
    return None


def _done_by_another(claim: Told, mine: _Course, there: list[tuple[Told, _Course]]) -> Fault | None:
    """Everybody who ends it there (suspends it, keeps it up) is named, and is somebody else."""
    keys = _named_doers(claim, mine)
    same = [(t, c) for t, c in there if c.kind not in _CONTRARY[mine.kind] and _is_like(claim, mine, t, c)]
    theirs = [_named_doers(t, c) for t, c in same]
    if keys and theirs and all(_is_rival(keys, k) for k in theirs):
        return Fault(f"there it is somebody else's doing: “{say_clause(same[0][0], same[0][1].clause)}”", is_sure=False)
    return None


def _is_rival(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Two named parties of one kind: a minister may act for the nation, but one nation does not for another."""
    are_nations = [any(k.startswith("n:") for k in keys) for keys in (mine, theirs)]
    return bool(theirs) and mine.isdisjoint(theirs) and are_nations[0] == are_nations[1]


def _named_doers(told: Told, course: _Course) -> frozenset[str]:
    """Whose doing it is by name, Norway's decision to end it included."""
    verb = course.clause.verb
    owners = [c for c in verb.head.children if verb.dep_ == "acl" and c.dep_ == "poss"]
    deed = set(verb.subtree)  # agreed in return to end it: what is done is not who does it
    doers = [d for d in owners or course.clause.doers if d != course.thing]
    return name_keys(told, [t.i for d in doers for t in d.subtree if t not in deed])


@lru_cache(maxsize=1024)
def _courses(told: Told) -> tuple[_Course, ...]:
    return tuple(
        _Course(kind, thing, clause)
        for clause in told.clauses
        if not clause.is_denied and (kind := _kind_of(clause.verb))
        for thing in _things(clause, kind)
        if thing.like_num or stem(thing.lemma_) not in idle_stems()
    )


def _kind_of(verb: Token) -> str:
    """What a verb makes of what hangs on it: keeps on, stays in place, withdraws from; empty for nothing."""
    if verb.lemma_ in ("remain", "stay", "keep", "leave", "be") and _is_in_force(verb):
        return "goes_on"
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("prt", "prep", "advmod")]
    words = [f"{verb.lemma_.lower()} {h}" for h in helpers] + [verb.lemma_.lower()]
    is_still = any(c.lower_ == "still" for c in verb.children) and verb.pos_ == "VERB"
    return next((k for w in words for k, verbs in _kinds() if w in verbs), "goes_on" if is_still else "")


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((kind, frozenset(verbs)) for kind, verbs in data.load("states")["courses"].items())


def _is_in_force(verb: Token) -> bool:
    after = verb.doc[verb.i + 1 : verb.sent.end].text.lower()
    return any(phrase in after[:_NEAR] for phrase in data.load("states")["in_force"])


def _things(clause: Clause, kind: str) -> Iterator[Token]:
    """What goes on or ends: the verb below or the object, else the subject; the verb itself that still does so."""
    verb = clause.verb
    if kind == "goes_on" and any(c.lower_ == "still" for c in verb.children):
        yield verb
        return
    if any(c.dep_ == "ccomp" for c in verb.children):
        return  # maintained that
    preps = [c for c in verb.children if c.dep_ in ("prep", "prt") and c.lower_ in _LEADING and not _is_in_force(verb)]
    below = [c for c in verb.children if c.dep_ in ("xcomp", "pcomp") and c.pos_ == "VERB"]
    below += [o for p in preps for c in (p, *p.children) for o in c.children if o.dep_ in ("pobj", "pcomp")]
    for thing in below or [t for t in clause.targets if t.pos_ != "PRON"] or clause.doers:
        under = [o for c in thing.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
        is_shell = thing.lemma_.lower() in data.load("states")["carried_out"]
        yield from (under or [thing]) if is_shell else [thing]


def _is_same_thing(claim: Told, mine: _Course, told: Told, theirs: _Course) -> bool:
    """The same deed or thing, of the same party, and not plainly of something else."""
    doers, others = keys_of_all(claim, mine.clause.doers), keys_of_all(told, theirs.clause.doers)
    if doers and others and doers.isdisjoint(others) and mine.thing not in mine.clause.doers:
        return False
    return _is_like(claim, mine, told, theirs)


def _is_like(claim: Told, mine: _Course, told: Told, theirs: _Course) -> bool:
    """The same deed or thing, by its own words and those that say whose and what of it is."""
    if theirs.thing.like_num or theirs.thing.lemma_ == "other":
        return theirs.kind == mine.kind  # revoked one permit, suspended two
    if senses_of(mine.thing.lemma_.lower()).isdisjoint(senses_of(theirs.thing.lemma_.lower())):
        return False
    pairs = zip(_details(claim, mine), _details(told, theirs), strict=True)
    return not any(a and b and a.isdisjoint(b) for a, b in pairs)


def _details(told: Told, course: _Course) -> tuple[frozenset[str], frozenset[str]]:
    """The names beside a thing, and the nouns that say what it is of."""
    thing = course.thing
    near = [c for c in thing.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    preps = [c for c in thing.children if c.dep_ == "prep" and c.lower_ in _TIES]
    under = [o for p in preps for o in p.children if o.dep_ == "pobj"]
    under += [c for c in thing.children if c.dep_ in ("dobj", "compound") and c.pos_ in ("NOUN", "PROPN")]
    return name_keys(told, [t.i for t in near]), frozenset(s for t in under for s in senses_of(t.lemma_.lower()))


def _is_as_real(mine: _Course, theirs: _Course) -> bool:
    """Both have happened, both are to come or to be, or both are only recommended."""
    levels = level_of(mine.clause.verb), level_of(theirs.clause.verb)
    if any(all(level in group for level in levels) for group in (_HAPPENED, _AHEAD)):
        return True
    above = [c.clause.verb.head.lemma_.lower() for c in (mine, theirs) if c.clause.verb.dep_ in ("xcomp", "ccomp")]
    return len(above) == 2 and same(*above) and set(above) <= relation_words("proposing")


def _has_limit(clause: Clause) -> bool:
    """It holds up to some point, or from one on."""
    near = (clause.verb, *(c for c in clause.verb.children if c.dep_ in ("advcl", "xcomp", "dobj")))
    return any(c.lower_ in _LIMITS for t in near for c in t.children if c.dep_ in ("prep", "mark", "advmod"))
