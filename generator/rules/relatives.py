"""Somebody and those beside him or her: what Lind's parents were told was not told to Lind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.wording import same, words_of
from generator.rules.exchanged import takers_of
from generator.rules.holding import Case, Fault, name_keys, say_clause


def hold_relatives(case: Case) -> Fault | None:
    """No relative, friend or lawyer stands there where the statement has the person."""
    for clause in case.claim.clauses:
        verb = clause.verb.lemma_.lower()
        there = [(t, c) for t in case.passages for c in t.clauses if same(c.verb.lemma_.lower(), verb)]
        for token in _takers(clause):
            keys = name_keys(case.claim, [token.i])
            beside = [(t, c) for t, c in there if keys & name_keys(t, (o.i for p in _relatives(c) for o in _owners(p)))]
            if not keys or not beside or any(keys & name_keys(t, _party_tokens(c)) for t, c in there):
                continue
            told, other = beside[0]
            return Fault(f"there it is somebody beside {token.text}: “{say_clause(told, other)}”", is_sure=False)
    return None


def _takers(clause: Clause) -> Iterator[Token]:
    """To whom something is done, or with whom: met with her lawyer."""
    yield from takers_of(clause)
    yield from (noun for prep, noun in clause.others if prep == "with")


def _party_tokens(clause: Clause) -> Iterable[int]:
    return (t.i for t in (*clause.doers, *_takers(clause)))


def _relatives(clause: Clause) -> Iterator[Token]:
    kinds = words_of("kinship") | relation_words("beside_somebody")
    return (t for t in _takers(clause) if t.lemma_.lower() in kinds)


def _owners(noun: Token) -> Iterator[Token]:
    """Whose relative it is: Lind's parents, the parents of Lind."""
    yield from (c for c in noun.children if c.dep_ == "poss")
    yield from (o for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children)
