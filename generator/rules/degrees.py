"""Of how many of them it is told: most, many or some of them are not all, and nobody is the only one but who is.

Each rule gives a Fault or None.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.reading import Told
from generator.claims.wording import senses_of, stem, wording
from generator.rules.holding import Case, Fault, clause_of, grasp, say_clause, share_of, units


def hold_degrees(case: Case) -> Fault | None:
    """Most, many or some of them do not become all, nor a few the only ones."""
    if fault := _stronger(case):
        return fault
    said = dict(_degrees(case.claim))
    there = {d for told in case.passages for d, _ in _degrees(told)}
    for degree, word in _degrees(case.claim):
        if degree in ("all", "only") and degree in there and not _is_same_degree(case, degree, word):
            return Fault(f"“{word}” is said there of something else", is_sure=False)
    for degree in ("all", "only", "most"):
        if degree in said and degree not in there and not (degree == "most" and "all" in there):
            return Fault(f"“{said[degree]}” is more than the passage says")
    if "most" in there and not said.keys() & {"most", "many", "some"} and (word := _dropped(case)):
        return Fault(f"the passage says it of most of the {word} only")
    return None


_STRENGTH = ("some", "many", "most", "all")


def _stronger(case: Case) -> Fault | None:
    """A clause tells of more of its party than all that answer to it: all of whom, for many of whom."""
    for clause, answers in case.answers:
        mine = _degree_of(clause)
        theirs = [(d, a) for a in answers if a.is_evident and (d := _degree_of(a.clause))]
        if mine in ("most", "all") and theirs:
            best, answer = max(theirs, key=lambda d: _STRENGTH.index(d[0]))
            if _STRENGTH.index(best) < _STRENGTH.index(mine):
                return Fault(f"the passage says it of {best} of them: “{say_clause(answer.told, answer.clause)}”")
    return None


def _degree_of(clause: Clause) -> str:
    """Of how many of them a clause is told: by its party, or by what stands before it."""
    for party in (*clause.doers, *clause.targets):
        for token in (party, *(c for c in party.children if c.dep_ in ("det", "amod", "predet"))):
            for degree in _STRENGTH:
                if token.lower_ in wording()["degrees"][degree] and token.lower_ not in ("certain", "total", "part"):
                    return degree
    return ""


def _is_same_degree(case: Case, degree: str, word: str) -> bool:
    """Some clause of a passage that has a word of this degree answers to the statement's clause that has it."""
    places = [t.i for t in case.claim.doc if t.lower_ == word]
    clauses = [
        c
        for c in case.claim.clauses
        if any(i in c.tokens or i in {x.i for d in (*c.doers, *c.targets) for x in d.subtree} for i in places)
    ]
    words = set(wording()["degrees"][degree])
    for clause in clauses:
        wanted = [u for u in units(case.claim, clause) if u.isdisjoint(senses_of(word))]
        for told in case.passages:
            for other in told.clauses:
                has_word = any(told.doc[i].lower_ in words for i in other.tokens)
                if has_word and (not wanted or share_of(wanted, grasp(told, other)) >= 0.4):
                    return True
    return not clauses


def _degrees(told: Told) -> list[tuple[str, str]]:
    found = []
    for degree, words in wording()["degrees"].items():
        for word in words:
            for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", told.text, re.I):
                token = told.doc.char_span(*match.span(), alignment_mode="expand")
                if token is not None and not _is_no_degree(degree, word, told, token.start):
                    found.append((degree, word))
    return found


def _is_no_degree(degree: str, word: str, told: Told, i: int) -> bool:
    token = told.doc[i]
    before = told.doc[i - 1].lower_ if i else ""
    after = told.doc[i + 1] if i + 1 < len(told.doc) else None
    if word == "most":
        return (
            after is not None
            and after.pos_ in ("ADJ", "ADV")
            and not (after.nbor(1).tag_ == "NNS" if after.i + 1 < len(told.doc) else False)
        )
    if word in ("all", "any"):
        return before in ("at", "after", "of", "nearly", "almost", "above", "not", "in") and word == "all"
    if word == "majority":
        return _is_of_votes(told, i)
    if word in ("every", "each") and after is not None and after.lower_ in wording()["periods"]:
        return True  # every month is a month
    if word in ("just", "only", "merely") and after is not None and after.tag_ == "TO":
        return True  # merely to apply, they had to wait
    if word in ("just", "only"):
        return after is not None and (
            after.like_num
            or after.lower_ in ("this", "weeks", "days", "after", "before", "a", "an", "half", "over", "under")
        )
    if word == "single":
        return before != "a" or told.doc[max(0, i - 2)].lower_ not in ("not", "without")  # not a single one
    is_sum = after is not None and (after.like_num or after.is_punct or after.lower_ == "of")  # a total 12 below
    return word == "total" and (token.pos_ == "NOUN" or is_sum)


def _is_of_votes(told: Told, i: int) -> bool:
    """A majority of four, the party's narrow majority in the house: by how many votes or seats, not of how many."""
    after = [t.lower_ for t in told.doc[i + 1 : i + 4]]
    if after[:1] == ["of"]:
        return any(t.like_num for t in told.doc[i + 2 : i + 5])
    return any(t.lower_ in wording()["majorities"] for t in (*told.doc[max(0, i - 2) : i], *told.doc[i + 1 : i + 2]))


def _dropped(case: Case) -> str:
    """The noun that the passage says most of, where the statement's subject or object is all of it."""
    for told in case.passages:
        for match in re.finditer(
            r"\b(?:most|majority) of (?:the |its |his |her |their )?(?:\w+ )?(\w+)\b", told.text, re.I
        ):
            noun = told.doc.char_span(*match.span(1), alignment_mode="expand")
            if noun is None:
                continue
            for clause in case.claim.clauses:
                for party in (*clause.doers, *clause.targets):
                    is_bare = not any(c.dep_ in ("nummod", "quantmod") for c in party.children)
                    if is_bare and stem(party.lemma_) == stem(noun.root.lemma_) and _is_about(told, noun.root, clause):
                        return str(noun.text)
    return ""


def _is_about(told: Told, noun: Token, clause: Clause) -> bool:
    there = clause_of(told, noun)
    return there is not None and not senses_of(there.verb.lemma_).isdisjoint(senses_of(clause.verb.lemma_))
