"""A verb keeps its object: a flood that closed a school is no reason why a quay was shut.

A verb of the statement that the passages have only of other things, with a noun that they have with other verbs or not
at all, is a sentence put together from words of others.
"""

from __future__ import annotations

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import senses_in, senses_of
from generator.rules.fillers import is_carried, is_plain
from generator.rules.holding import Case, Fault, is_reporting, names_at, say_clause, says_little
from generator.rules.weightless import is_shell

_OF_MANY = ("are", "were", "have")


def hold_objects(case: Case) -> Fault | None:
    """What a verb is done to is something that a passage does it to."""
    for clause in case.claim.clauses:
        if _says_little(clause) or _is_phrasal(clause) or is_reporting(clause):
            continue
        deed = senses_of(clause.verb.lemma_.lower())
        there = [(t, c) for t in case.passages for c in t.clauses if _tells(c, deed)]
        for noun in (t for t in clause.targets if is_plain(case.claim, t) and not is_shell(t) and _agrees(t, clause)):
            if not there or any(_may_be_of(noun, told, other) for told, other in there):
                continue
            if _has_its_own(case, noun, deed) or not is_carried(case, noun):
                told, other = there[0]
                return Fault(f"there it is not “{noun.text}”: “{say_clause(told, other)}”", is_sure=False)
    return None


def _says_little(clause: Clause) -> bool:
    if clause.verb.lemma_.lower() in relation_words("felt"):
        return True  # pleased by the news: it is the pleased who do the welcoming
    return clause.verb.pos_ != "VERB" or (says_little(clause.verb) and not _is_phrasal(clause))


def _agrees(noun: Token, clause: Clause) -> bool:
    """False where the verb is of many and the noun is one: duties levied after the war were raised (not the war)."""
    is_of_many = any(c.dep_ in ("aux", "auxpass") and c.lower_ in _OF_MANY for c in clause.verb.children)
    is_one = noun.tag_ == "NN" and not any(c.dep_ == "conj" for c in noun.children) and noun.dep_ == "nsubjpass"
    return not (is_of_many and is_one)


def _is_phrasal(clause: Clause) -> bool:
    """Put down, bring about: what such a verb says its first word does not."""
    return any(c.dep_ == "prt" for c in clause.verb.children)


def _tells(clause: Clause, deed: frozenset[str]) -> bool:
    return not _is_phrasal(clause) and not deed.isdisjoint(senses_of(clause.verb.lemma_.lower()))


def _may_be_of(noun: Token, told: Told, clause: Clause) -> bool:
    """The clause has this noun, or leaves open what it is of: a pronoun, a name, nothing at all."""
    things = clause.targets or clause.doers
    if not things or any(t.pos_ != "NOUN" or names_at(told, [t.i]) for t in things):
        return True
    below = [c for c in clause.verb.children if c.dep_ == "xcomp"]  # offered to pay the miners
    parties = (*clause.doers, *clause.targets, *(t for _, t in clause.others), *below)
    words = [t.lemma_.lower() for party in parties for t in (party, *party.subtree) if t.is_alpha]
    return not senses_of(noun.lemma_.lower()).isdisjoint(senses_in(words))


def _has_its_own(case: Case, noun: Token, deed: frozenset[str]) -> bool:
    """The passages tell of something else that is done to it."""
    wanted = senses_of(noun.lemma_.lower())
    others = [
        c for told in case.passages for c in told.clauses for t in c.targets if wanted & senses_of(t.lemma_.lower())
    ]
    return bool(others) and not any(_tells(c, deed) or _says_little(c) for c in others)
