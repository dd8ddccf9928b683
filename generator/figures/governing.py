"""What stands above and beside a counted noun: the verb that governs it, and where what it says leads or happens.

The small model's parse is wrong now and then, so every rule takes the nearest reading that still makes sense and leaves
a field empty rather than fill it with a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from generator.figures.acts import act_words, nations_in, noun_sense, sense_of
from generator.figures.owners import NOMINAL, SUBJECT, find_subject
from generator.figures.whole_names import name_of

_PASS_UP = (
    "conj", "appos", "nummod", "quantmod", "advmod", "amod", "compound", "nmod", "npadvmod", "attr", "punct", "dep",
)  # fmt: skip
_THROUGH = ("including", "among", "with", "along", "plus", "besides", "alongside", "like")
_PLACE = ("to", "in", "into", "at", "near", "onto", "on", "toward", "towards")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, as far as the sentence says it; see model.Figure."""

    counts: str = ""
    phrase: str = ""
    whose: str = ""
    act: str = ""
    place: str = ""
    label: str = ""
    noun: Token | None = None
    verb: Token | None = None
    doer: str = ""
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb (or action noun) above a noun, and how the noun hangs on it: a dependency label of spaCy's."""

    token: Token | None
    relation: str


def find_governor(noun: Token) -> Governor:
    """The nearest verb above a noun that the noun belongs to, or an action noun ("the release of 70 sailors"). Through
    another noun it does not climb: a country of 5 million does not do what its president does."""
    token, relation = noun, noun.dep_
    for _ in range(len(noun.doc)):
        if (partner := _partner(token)) is not None:
            token, relation = partner, partner.dep_
        head = token.head
        if head is token:
            break
        if head.pos_ in ("VERB", "AUX") and not (head.dep_ == "prep" and head.lower_ in _THROUGH):
            return Governor(head, relation if relation in (*SUBJECT, "dobj", "attr") else token.dep_)
        if token.dep_ == "pobj" and head.pos_ in ("ADP", "SCONJ", "VERB"):
            above = head.head
            if head.lower_ not in _THROUGH and above.pos_ in NOMINAL and above is not head:
                if noun_sense(above.lemma_.lower()):
                    return Governor(above, "pobj")
                if above.lemma_.lower() not in act_words()["wrappers"]:
                    return Governor(None, "")
        elif token.dep_ not in (*_PASS_UP, "prep", "pobj", "pcomp", *SUBJECT, "dobj"):
            break
        token = head
    return Governor(None, "")


def _partner(noun: Token) -> Token | None:
    """What a noun stands beside where it was parsed as beside the date before "and": "freed a cook held since 2029 and
    12 sailors" frees cook and sailors."""
    if noun.ent_type_ == "DATE" or noun.dep_ not in ("conj", "pobj"):
        return None
    earlier = (t for t in noun.head.children if t.dep_ == "pobj" and t.i < noun.i)
    date = next((t for t in (noun.head, *earlier) if t.ent_type_ == "DATE"), None)
    prep = date.head if date is not None and date.dep_ == "pobj" else None
    is_of_clause = prep is not None and prep.head.dep_ in ("acl", "relcl")
    return prep.head.head if prep is not None and is_of_clause else None


def find_place(noun: Token, verb: Token | None, act: str) -> str:
    """Where the act leads or happens: the receiver's country, or the place after to, in, at."""
    sense = sense_of(act)
    if sense and act in sense.receiving and verb is not None:
        subject = find_subject(verb)
        if subject is not None and subject.pos_ == "PRON" and verb.head is not verb:
            subject = find_subject(verb.head) or subject
        if subject is not None:
            found = nations_in(" ".join(t.text for t in subject.subtree))
            return found[0] if found else ""
    for token in (verb, noun):
        if token is None:
            continue
        goals = [c for c in token.children if c.dep_ == "dobj" and act in ("reach", "enter", "cross")]
        for goal in (c for c in goals if c.lemma_.lower() not in ("border", "frontier")):  # it has two sides
            if found := nations_in(" ".join(t.text for t in goal.subtree)):
                return found[0]
        for prep in (c for c in token.children if c.dep_ == "prep" and c.lower_ in _PLACE and c.i > noun.i):
            below = next((t for t in prep.children if t.dep_ == "pobj"), None)
            if below is None or below.ent_type_ in ("DATE", "TIME"):
                continue
            found = nations_in(prep.doc[prep.i : below.i + 1].text)
            if found:
                return found[0]
            if below.ent_type_ in ("GPE", "LOC", "FAC"):
                return name_of(below)
    return ""
