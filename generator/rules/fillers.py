"""What stands in a clause: no other noun takes the place of the passage's.

A clause of a statement and the one that answers to it tell the same deed. A noun that no passage has, where the answer
has another one that the statement leaves out, is mostly that one exchanged: a storm stopped the cable car, for ice.
Another word for the same thing is no exchange; two kinds of one thing are.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.idioms import in_other_words
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import senses_in, senses_of, words_of
from generator.rules.holding import Answer, Case, Fault, name_keys, names_at, say_clause
from generator.rules.weightless import is_headlined, is_shell
from generator.rules.worded import has_word, is_frame


def hold_fillers(case: Case) -> Fault | None:
    """No noun that the passages lack stands where the answering clause has one that the statement leaves out."""
    for clause, answers in case.loose:
        close = [a for a in answers if a.is_evident]
        if not close:
            continue
        for slot, noun in fillers(case.claim, clause):
            is_counted = any(c.dep_ == "nummod" for c in noun.children)  # what a figure counts is the figure's rule
            if is_counted or not is_plain(case.claim, noun) or is_carried(case, noun):
                continue
            rivals = [_rival(case, slot, noun, answer) for answer in close]
            if all(rivals) and rivals[0]:
                there = say_clause(close[0].told, close[0].clause)
                return Fault(f"there it is “{rivals[0]}”, not “{noun.text}”: “{there}”", is_sure=False)
    return None


def fillers(told: Told, clause: Clause) -> Iterator[tuple[str, Token]]:
    """The nouns of a clause, each with its slot: a party, or a kind of preposition."""
    for token in dict.fromkeys((*clause.doers, *clause.targets)):
        yield "party", token
    for prep, noun in clause.others:
        yield slot_of(prep), noun


def slot_of(prep: str) -> str:
    """The kind of a preposition: place, way, means, topic, time …"""
    for kind in ("place", "means", "onward", "away", "cause", "time"):
        if prep in relation_words("slots", kind):
            return kind
    return prep


def is_plain(told: Told, noun: Token) -> bool:
    """A common noun of its own: no name, figure, day, pronoun, nor a word that claims nothing."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"):
        return False
    if names_at(told, [noun.i]) or is_frame(noun) or noun.lemma_.lower() in words_of("idle"):
        return False
    spans = [(d.span.start, d.span.end) for d in told.dates] + [(n.start, n.end) for n in told.numbers]
    before = told.text[: noun.idx].count('"')
    is_quoted = before % 2 == 1 and '"' in told.text[noun.idx :]
    return not is_quoted and not any(a <= noun.idx < b for a, b in spans)


def is_carried(case: Case, noun: Token) -> bool:
    """Some passage has the noun in some word, or need not."""
    if any(has_word(noun, told) for told in case.passages) or noun.i in in_other_words(case.claim, case.passages):
        return True
    return is_shell(noun) or is_headlined(noun, case)


def _rival(case: Case, slot: str, noun: Token, answer: Answer) -> str:
    """The noun of an answer that the statement's stands for; empty where none surely is."""
    told, found = answer.told, ""
    for other_slot, other in fillers(told, answer.clause):
        if (slot == "party" and other_slot != "time") or other_slot == slot:
            if other.pos_ in ("PRON", "PROPN", "NUM") or names_at(told, [other.i]):
                if other_slot == slot and not _is_told(case.claim, told, other):
                    return ""  # whom or what it means may be told by any noun
                continue
            if not is_plain(told, other) or not senses_of(other.lemma_.lower()).isdisjoint(case.claim.senses):
                continue
            if _are_alike(noun, other):
                return ""
            found = found or other.text
    return found


def _are_alike(noun: Token, other: Token) -> bool:
    """The passage's noun is a kind of the statement's, or both are another word for one thing."""
    mine, theirs = noun.lemma_.lower(), other.lemma_.lower()
    return not senses_of(mine).isdisjoint(senses_in([theirs]))


def _is_told(claim: Told, told: Told, other: Token) -> bool:
    """The statement has this name, too, so that its noun stands for something else."""
    keys = name_keys(told, [other.i])
    return bool(keys & claim.keys) or other.lower_ in {t.lower_ for t in claim.doc}
