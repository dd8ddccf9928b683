"""Words turned round: no word of a statement is the opposite of what its passages say in the same place."""

from __future__ import annotations

from spacy.tokens import Token

from generator import data
from generator.claims.clauses import Clause
from generator.claims.reading import Told, content_words
from generator.claims.wording import opposites, senses_of, stem
from generator.rules.exchanged import keys_of_all, takers_of
from generator.rules.holding import Case, Fault, clause_of, grasp, matches, parties_of, share_of, units


def hold_opposites(case: Case) -> Fault | None:
    """No word of the statement is the opposite of what its passages say in the same place."""
    for clause in case.claim.clauses:
        for told in case.passages:
            if fault := _opposite_in(case, clause, told):
                return fault
    return None


def _opposite_in(case: Case, clause: Clause, told: Told) -> Fault | None:
    for token in content_words(case.claim, [case.claim.doc[i] for i in sorted(clause.tokens)]):
        turned = opposites(token.lemma_.lower()) | opposites(token.lower_)
        if not turned or any(_is_carried_word(token, t) for t in case.passages):
            continue
        for other in told.doc:
            is_turned = stem(other.lemma_) in turned or stem(other.lower_) in turned
            near = clause_of(told, other) if is_turned and not _is_told(case.claim, token, other) else None
            if near is not None and _is_in_same_place(case, clause, token, told, near, other):
                return Fault(f"the passage has “{other.text}”, the opposite of “{token.text}”")
    return None


def _is_in_same_place(case: Case, clause: Clause, token: Token, told: Told, near: Clause, other: Token) -> bool:
    """The clauses of two opposite words tell of the same: as verbs by their parties, else by most of what they say."""
    if token == clause.verb and other == near.verb:
        if _is_converse(case.claim, clause, told, near):
            return False
        if not parties_of(case.claim, clause).isdisjoint(parties_of(told, near) | _meant(told, near)):
            return True
    wanted = [u for u in units(case.claim, clause) if u.isdisjoint(senses_of(token.lemma_.lower()))]
    fit, least = share_of(wanted, grasp(told, near)), 0.6 if len(wanted) < 3 else 0.4
    return fit >= least and fit >= max(m.share for m in matches(case, clause)) - 0.05


def _is_told(claim: Told, token: Token, other: Token) -> bool:
    """The statement has the passage's word, too, with another verb: had been detained, was released."""
    senses = senses_of(other.lemma_.lower())
    verbs = (c.verb for c in claim.clauses if c.verb != token and stem(c.verb.lemma_) != stem(token.lemma_))
    return other.pos_ == "VERB" and any(not senses.isdisjoint(senses_of(v.lemma_.lower())) for v in verbs)


def _meant(told: Told, clause: Clause) -> frozenset[str]:
    """The person named last before a pronoun that acts: he has denied it."""
    pronoun = next((d for d in clause.doers if d.lower_ in ("he", "she")), None)
    before = [n for n in told.names if n.kind == "person" and pronoun is not None and n.span.end <= pronoun.idx]
    return before[-1].keys if before else frozenset()


def _is_converse(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    """The same deed from its other end: one bought from the other, who sold to him or her."""
    pair = {clause.verb.lemma_.lower(), other.verb.lemma_.lower()}
    if not any(pair == set(line) for line in data.load("relations")["converse"]):
        return False
    doers, theirs = keys_of_all(claim, clause.doers), keys_of_all(told, other.doers)
    return bool(doers & keys_of_all(told, takers_of(other))) and doers.isdisjoint(theirs)


def _is_carried_word(token: Token, told: Told) -> bool:
    return not (senses_of(token.lemma_.lower()) | senses_of(token.lower_)).isdisjoint(told.senses)
