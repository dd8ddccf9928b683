"""Which clauses of the passages tell what a clause of the statement tells: the same deed, and most of the rest.

A clause is taken as its predicate, its parties (each under every name and description that the sentence gives it) and
what else stands in it. A pronoun of a passage may be any party. What only describes a party is left out: the largest
lender, in "X, the largest lender, has left", is no part of the leaving.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import committed, relation_words
from generator.claims.reading import Told, content_words
from generator.claims.wording import idle_stems, senses_in, senses_of, stem
from generator.rules.holding import Answer, Answers, is_reporting, keys_of, name_keys, names_at, says_little

# The least fit of an answer, that of a loose one, and how far behind the best one another may be.
FITS = 0.5
LOOSELY = 0.34
ALIKE = 0.15
_VERY_WORD = 0.2

# What the parts of a clause count for.
_PARTY = 1.5
_REST = 1.0

_COMPLEMENTS = ("attr", "acomp", "dobj", "oprd")
_OPEN_PARTIES = (
    "he",
    "she",
    "they",
    "it",
    "him",
    "her",
    "them",
    "who",
    "that",
    "which",
    "this",
    "these",
    "those",
    "we",
    "i",
    "you",
)


_QUANTIFIERS = ("all", "most", "many", "some", "several", "few", "none", "each", "both", "half")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a clause says, by what it can be found by."""

    keys: frozenset[str]
    weight: float
    is_doer: bool = False


def align(claim: Told, passages: Sequence[Told]) -> tuple[Answers, Answers]:
    """Each clause of the statement with its answers, the best first, none far behind the best: those that fit, and
    those that fit loosely."""
    there = [(told, c, predicate(told, c), _grasp(told, c)) for told in passages for c in told.clauses]
    fitting: list[tuple[Clause, tuple[Answer, ...]]] = []
    loose: list[tuple[Clause, tuple[Answer, ...]]] = []
    for clause in claim.clauses:
        if is_reporting(clause):
            continue
        wanted, parts = predicate(claim, clause), parts_of(claim, clause)
        answers = [
            Answer(told, other, _fit(parts, other, grasped), _is_evident(clause, parts, grasped))
            for told, other, deed, grasped in there
            if not deed.isdisjoint(wanted)
        ]
        for found, least in ((fitting, FITS), (loose, LOOSELY)):
            found.append((clause, _closest([a for a in answers if a.fit >= least], _plain(wanted))))
    return tuple(fitting), tuple(loose)


def _closest(answers: Sequence[Answer], words: frozenset[str]) -> tuple[Answer, ...]:
    """The best, and those not far behind; a clause with the very word goes before one with another word for it."""
    answers = [a for a in answers if not a.clause.verb.sent.text.rstrip().endswith("?")] or answers
    ranked = [(a.fit + _VERY_WORD * (not words.isdisjoint(predicate(a.told, a.clause))), a) for a in answers]
    best = max((rank for rank, _ in ranked), default=0.0)
    return tuple(a for rank, a in sorted(ranked, key=lambda r: -r[0]) if rank >= best - ALIKE)


def _plain(senses: frozenset[str]) -> frozenset[str]:
    """The stems alone, without the lines of words that say the same."""
    return frozenset(s for s in senses if not s.startswith("="))


def _is_evident(clause: Clause, parts: Sequence[Part], grasped: frozenset[str]) -> bool:
    is_light = clause.verb.lemma_.lower() in relation_words("light_verbs")
    return is_light or any(not p.keys.isdisjoint(grasped) for p in parts)


def predicate(told: Told, clause: Clause) -> frozenset[str]:
    """What a clause says happens: its verb, or what an empty verb hands over (is profitable, gets checkups)."""
    verb = clause.verb
    if not says_little(verb):
        mulled = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and committed(verb)]
        weighed = frozenset(s for t in mulled for s in senses_of(t.lemma_.lower()))  # considers a strike
        return senses_of(verb.lemma_.lower()) | senses_of(verb.lower_) | weighed
    given = [c for c in verb.children if c.dep_ in _COMPLEMENTS and c.pos_ != "PRON" and not _is_turned_round(verb, c)]
    given = given or [c for c in verb.children if c.dep_ == "advmod" and c.pos_ == "ADP"]  # is over
    given = given or [o for c in verb.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    taken = (*clause.targets, *(c for c in verb.children if c.dep_ == "dobj"))
    is_taken_up = any(t.pos_ == "PRON" for t in taken)  # the film that they made
    if not given and (is_taken_up or stem(verb.lemma_) not in idle_stems()):
        return senses_of(verb.lemma_.lower()) | senses_of(verb.lower_)
    return frozenset(s for t in given for s in senses_of(t.lemma_.lower()))


def _is_turned_round(verb: Token, given: Token) -> bool:
    """What the model takes for a complement is whom it is about: still at sea is the crew."""
    is_first = any(c.dep_ == "prep" and c.i < verb.i < given.i for c in verb.children)
    return given.dep_ == "attr" and is_first and not any(c.dep_ in ("nsubj", "expl") for c in verb.children)


def parts_of(told: Told, clause: Clause) -> list[Part]:
    """What a clause says beside its predicate: the parties, and every other word of content, name or figure."""
    deed = predicate(told, clause)
    parties = [(t, True) for t in clause.doers] + [(t, False) for t in clause.targets]
    taken: set[int] = set()
    found = []
    for group in _by_party(parties):
        keys = frozenset(k for t, _ in group for k in identity(told, t))
        taken |= {t.i for t, _ in group}
        if keys and keys.isdisjoint(deed):
            found.append(Part(keys, _PARTY, group[0][1]))
    rest = [told.doc[i] for i in sorted(clause.tokens) if i not in taken and not _is_aside(told.doc[i], clause)]
    named = set(names_at(told, taken))
    found += [Part(n.keys, _REST) for n in dict.fromkeys(names_at(told, [t.i for t in rest])) if n not in named]
    found += [
        Part(senses_of(t.lemma_.lower()) | senses_of(t.lower_), _REST)
        for t in content_words(told, rest)
        if t != clause.verb and deed.isdisjoint(senses_of(t.lemma_.lower()))
    ]
    spots = {t.idx for t in rest}
    found += [Part(frozenset({f"#{n.low:g}"}), _REST) for n in told.numbers if any(n.start <= s < n.end for s in spots)]
    return found


def _by_party(parties: Iterable[tuple[Token, bool]]) -> list[list[tuple[Token, bool]]]:
    """Those in apposition to each other are one party."""
    groups: list[list[tuple[Token, bool]]] = []
    for token, is_doer in parties:
        if groups and token.dep_ == "appos" and any(token.head == t for t, _ in groups[-1]):
            groups[-1].append((token, is_doer))
        else:
            groups.append([(token, is_doer)])
    return groups


def identity(told: Told, token: Token) -> frozenset[str]:
    """What a party is: the names in it, the noun itself, a bare figure."""
    if token.pos_ == "PRON" or token.lower_ in _QUANTIFIERS:
        return frozenset()
    figure = frozenset({token.lower_}) if token.like_num or any(c.isdigit() for c in token.text) else frozenset()
    return keys_of(told, token) or figure or senses_of(token.lemma_.lower())


def _is_aside(token: Token, clause: Clause) -> bool:
    """It stands in a description of a party, set between commas."""
    for above in (token, *token.ancestors):
        if above == clause.verb:
            return False
        if above.dep_ == "appos":
            return True
    return False


def _grasp(told: Told, clause: Clause) -> frozenset[str]:
    tokens = {told.doc[i] for i in clause.tokens}
    for party in (*clause.doers, *clause.targets):
        below = list(party.subtree)
        tokens |= set(below) if len(below) < 15 else {party, *party.children}
    words = (w for t in tokens for w in (t.lemma_.lower(), t.lower_) if t.is_alpha or "-" in t.text)
    names = name_keys(told, [t.i for t in tokens])
    spots = {t.idx for t in tokens}
    figures = {f"#{n.low:g}" for n in told.numbers if any(n.start <= s < n.end for s in spots)}
    bare = {t.lower_ for t in tokens if any(c.isdigit() for c in t.text)}
    return senses_in(words) | names | figures | bare


def _fit(parts: Sequence[Part], clause: Clause, grasped: frozenset[str]) -> float:
    """How much of a clause is there; a party that may be behind a pronoun is not asked for."""
    has_pronoun = any(t.lower_ in _OPEN_PARTIES for t in (*clause.doers, *clause.targets))
    has = total = 0.0
    for part in parts:
        is_there = not part.keys.isdisjoint(grasped)
        is_open = part.weight == _PARTY and (has_pronoun or (part.is_doer and not clause.doers))
        total += part.weight * (0.5 if is_open and not is_there else 1)
        has += part.weight * (0.4 if is_open and not is_there else is_there)
    return has / total if total else FITS
