"""How far a clause commits whoever tells it: done, present, to come, planned, possible, or left open.

Works on one verb of a parsed text (a spaCy token). Where the words leave it open, the level is "any", and nothing is to
be concluded from it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Token

from generator import data

Level = Literal["done", "present", "future", "planned", "possible", "open", "any"]

# How many verbs up a clause may hang for their commitment to bear on it.
_REACH = 4
# How many words before an infinitive the "for" of what it provides for may stand.
_FOR = 10


@cache
def relation_words(*path: str) -> frozenset[str]:
    """One of the plain lists of data/relations.yml."""
    node = data.load("relations")
    for key in path:
        node = node[key]
    return frozenset(str(word) for word in node)


def level_of(verb: Token) -> Level:
    """How far the text commits itself to a clause having happened, by its verb."""
    above = _from_above(verb)
    return above or _own(verb, 0)


def _own(verb: Token, depth: int) -> Level:
    if not verb.is_alpha or (verb.i and verb.nbor(-1).text == "-"):
        return "any"  # half of a word that the model cut at its hyphen
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    for level in ("possible", "future", "planned"):
        if words & relation_words("auxiliaries", level):
            return level
    is_small = (  # wants the bridge rebuilt
        verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("ccomp", "xcomp")
        and not helpers
        and verb.head.lemma_.lower() in ("want", "need", "like", "wish", "prefer", "see", "have", "get", "order")
    )
    if "to" in words or is_small or (verb.tag_ == "VB" and not helpers):
        return _infinitive(verb, depth)
    if verb.tag_ == "VBG" and not words & {"is", "are", "am", "was", "were", "been", "'s", "'re"}:
        return _gerund(verb)
    is_second = verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not words and depth < _REACH
    if is_second and verb.tag_ in (verb.head.tag_, "VB"):
        return _own(verb.head, depth + 1)
    return _tense(verb, words)


def _tense(verb: Token, words: set[str]) -> Level:
    if verb.tag_ == "VBD" or words & {"was", "were", "had", "did", "been"}:
        return "done"
    if verb.tag_ == "VBN":
        return "done" if words & {"has", "have", "'ve", "'s"} or not words else "present"
    return "present"


def _gerund(verb: Token) -> Level:
    """What is only considered or looked into: thought about leaving, promised to look into reopening."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("into", "about", "of"):
        above = verb.head.head
        return "possible" if committed(above) == "possible" else "any"
    is_weighed = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in relation_words("weighing")
    return "possible" if is_weighed else "any"


def _infinitive(verb: Token, depth: int) -> Level:
    head = verb.head
    if head is verb or depth >= _REACH:
        return "any"
    if level := _provided_for(verb):
        return level
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _own(head, depth + 1)
    if verb.dep_ == "advcl":  # a purpose: not reached before its means; where these are told of the past, mostly
        means = _own(head, depth + 1)
        return means if means in ("future", "planned", "possible") else "any"
    lemma = head.lemma_.lower()
    if lemma == "be" and any(c.dep_ in ("attr", "acomp") for c in head.children):
        return "any"  # it has been an honour to serve
    if lemma == "be" or (lemma == "go" and head.tag_ == "VBG"):
        return "future"
    if level := committed(head):
        return level
    if verb.dep_ == "acl" and head.dep_ == "dobj" and head.head.pos_ == "VERB":
        return _hanging_on(head.head, depth)  # asked the crew to leave
    if head.pos_ in ("VERB", "AUX") and verb.dep_ in ("xcomp", "ccomp"):
        return _own(head, depth + 1)
    return "any"


def _provided_for(verb: Token) -> Level | None:
    """What is arranged for somebody to do, whatever the model hangs it on: provides for all of them to be freed."""
    for token in reversed(verb.doc[max(verb.sent.start + 1, verb.i - _FOR) : verb.i]):
        if token.lower_ == "for":
            return committed(token.nbor(-1))
        if token.pos_ in ("PUNCT", "SCONJ"):
            return None
    return None


def _hanging_on(verb: Token, depth: int) -> Level:
    return committed(verb) or _own(verb, depth + 1)


def committed(word: Token) -> Level | None:
    """How far a verb, noun or adjective commits to what hangs on it."""
    forms = {word.lemma_.lower(), word.lower_.removesuffix("s")}
    for level in ("planned", "possible"):
        if forms & relation_words("commitment", level):
            return level
    return None


def undertaking(verb: Token, there: Token) -> Token:
    """The verb of a passage that a statement's verb of promising answers to: where the mayor promised to pay a pension,
    "promised a pension" tells of the promise alone."""
    words = relation_words("commissive")
    is_kept = there.dep_ == "xcomp" and there.head.lemma_.lower() in words and verb.lemma_.lower() in words
    return there.head if is_kept else there


def _from_above(verb: Token) -> Level | None:
    """What hangs under hopes, conditions and open questions is as open as they are."""
    if is_open(verb):
        return "open"
    seen = verb
    for _ in range(_REACH):
        conditions = relation_words("conditions")
        if any(c.dep_ == "mark" and c.lower_ in conditions for c in seen.children):
            return "possible"
        if seen.dep_ in ("ccomp", "acl", "pcomp", "advcl") and seen.head.lower_ in conditions:
            return "possible"
        if seen.dep_ not in ("ccomp", "xcomp", "conj") or seen.head is seen:
            return None
        if seen.dep_ == "ccomp" and seen.head.lemma_.lower() in ("hope", "wish", "expect", "fear", "suggest"):
            return "possible"
        if seen.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in seen.children):
            return None
        seen = seen.head
    return None


def is_open(verb: Token) -> bool:
    """Whether a clause is only asked about: whether he left, did not say if she would, unclear where they go."""
    seen = verb
    for _ in range(_REACH):
        marks = {c.lower_ for c in seen.children if c.dep_ in ("mark", "advmod")}
        is_asked = "whether" in marks or (
            "if" in marks and seen.dep_ == "ccomp" and seen.head.lemma_.lower() in relation_words("commitment", "open")
        )
        if is_asked:
            return True
        if seen.dep_ not in ("ccomp", "xcomp", "conj") or seen.head is seen:
            return False
        seen = seen.head
    return False


def is_ended(verb: Token) -> bool:
    """Whether a clause is told as given up or brought to an end: stopped sailing, no longer sails."""
    if any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in verb.children):
        return True
    seen = verb
    for _ in range(_REACH):
        if seen.dep_ not in ("xcomp", "pcomp", "prep", "prt", "dobj") or seen.head is seen:
            return False
        seen = seen.head
        if seen.pos_ == "VERB":
            particles = [c.lower_ for c in seen.children if c.dep_ == "prt"]
            if " ".join([seen.lemma_.lower(), *particles]) in relation_words("ending"):
                return True
    return False
