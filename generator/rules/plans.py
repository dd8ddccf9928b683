"""What is still to come or under way is not told as done, whatever verb the statement takes for it.

The rule of promises goes by clauses of one verb; here a clause answers by what its verb is about: who is to travel to a
country has not arrived there, and a list that is being drawn up has not been imposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import level_of, relation_words, undertaking
from generator.claims.reading import Told
from generator.claims.wording import stem
from generator.rules.exchanged import keys_of_all
from generator.rules.fillers import slot_of
from generator.rules.holding import (
    Case,
    Fault,
    grasp,
    is_reporting,
    name_keys,
    noun_phrase,
    party_keys,
    say_clause,
    says_little,
    share_of,
    units_of,
)

# The least share of what a verb is about that a clause of the passages must have to answer to it.
ALIKE = 0.6
_TO_COME = ("future", "planned", "possible", "open")
_UNDERTAKEN = ("planned", "possible", "open")
_DESCRIBING = ("relcl", "acl", "appos")
_LONGEST = 12  # words of a party that are taken to say what it is


def hold_plans(case: Case) -> Fault | None:
    """Nothing is told as done that the passages have only as planned, to come or under way."""
    for clause in case.claim.clauses:
        if not _is_told_as_done(clause) or is_reporting(clause) or says_little(clause.verb):
            continue
        found = [(t, c) for t, c in _answers(case, clause) if not _is_aside(c.verb) or level_of(c.verb) == "done"]
        verbs = [undertaking(clause.verb, c.verb) for _, c in found]
        if found and all(_is_to_come(v) or (_is_perfect(clause) and _is_under_way(v)) for v in verbs):
            return Fault(f"there it is not done yet: “{say_clause(*found[0])}”", is_sure=False)
    if fault := _unspoken(case):
        return fault
    for clause, answers in case.answers:
        same = [a for a in answers if stem(a.clause.verb.lemma_) == stem(clause.verb.lemma_)]
        if _is_told_as_habit(clause) and same and all(level_of(a.clause.verb) in _UNDERTAKEN for a in same):
            return Fault(f"there it is only undertaken: “{say_clause(same[0].told, same[0].clause)}”", is_sure=False)
    return None


def _unspoken(case: Case) -> Fault | None:
    """Nobody has spoken, met or had a call with whom he or she is still to speak to."""
    for clause in (c for c in case.claim.clauses if _is_told_as_done(c) and _is_talk(c)):
        keys = _partners(case.claim, clause)
        found = [(t, c) for t in case.passages for c in t.clauses if _is_talk(c) and keys & _partners(t, c)]
        if found and all(_is_to_come(c.verb) or c.is_denied for _, c in found):
            return Fault(f"there it is not done yet: “{say_clause(*found[0])}”", is_sure=False)
    return None


def _is_talk(clause: Clause) -> bool:
    """Speaking with somebody, by a verb or by a noun: had a call, held talks."""
    nouns = clause.targets if says_little(clause.verb) else ()
    return any(t.lemma_.lower() in relation_words("conversing") for t in (clause.verb, *nouns))


def _partners(told: Told, clause: Clause) -> frozenset[str]:
    """With whom: those named in the clause but for whoever begins it."""
    doers = {t.i for d in clause.doers for t in d.subtree}
    return name_keys(told, clause.tokens - doers) - party_keys(told, clause.doers)


def _is_told_as_habit(clause: Clause) -> bool:
    """Told as what goes on: sells power to its neighbour."""
    verb = clause.verb
    if verb.dep_ not in ("ROOT", "conj", "ccomp") or any(c.dep_ in ("mark", "advmod") for c in verb.children):
        return False  # once it lifts the ban
    is_plain = verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in verb.children) and not says_little(verb)
    return is_plain and level_of(verb) == "present" and verb.pos_ == "VERB" and not clause.is_denied


def _is_told_as_done(clause: Clause) -> bool:
    is_own = clause.verb.dep_ not in ("acl", "amod", "pcomp", "csubj", "xcomp", "advcl")
    return is_own and clause.verb.tag_ in ("VBD", "VBN") and level_of(clause.verb) == "done" and not clause.is_denied


def _is_aside(verb: Token) -> bool:
    """It only describes a noun."""
    return verb.dep_ in ("relcl", "acl", "amod")


def _is_perfect(clause: Clause) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve", "'s") for c in clause.verb.children)


def _is_under_way(verb: Token) -> bool:
    """It goes on as the text is written: is drawing up a list."""
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in ("is", "are", "'s", "'re") for c in verb.children)


def _is_to_come(verb: Token) -> bool:
    return level_of(verb) in _TO_COME


def _answers(case: Case, clause: Clause) -> Iterator[tuple[Told, Clause]]:
    """The clauses of the passages that are of the same parties and about the same things."""
    doers, goals = keys_of_all(case.claim, clause.doers), _goals(case.claim, clause)
    wanted = units_of(case.claim, _about(clause))
    for told, other in ((t, c) for t in case.passages for c in t.clauses):
        theirs = keys_of_all(told, other.doers)
        if doers and theirs and doers.isdisjoint(theirs):
            continue
        if len(wanted) > 1:
            is_alike = share_of(wanted, grasp(told, other)) >= ALIKE
        else:
            is_alike = bool(doers & theirs and goals & _goals(told, other))
        if is_alike:
            yield told, other


def _about(clause: Clause) -> list[Token]:
    """What a verb is done to, and what stands with it."""
    nouns = (*clause.targets, *(noun for _, noun in clause.others))
    found = [t for noun in nouns if noun not in clause.doers for t in noun_phrase(noun, _DESCRIBING, _LONGEST)]
    return sorted(dict.fromkeys(found), key=lambda t: t.i)


def _goals(told: Told, clause: Clause) -> frozenset[str]:
    """The named places to or at which it happens."""
    return name_keys(told, [noun.i for prep, noun in clause.others if slot_of(prep) in ("onward", "place")])
