"""To whom a noun belongs and who is the subject of its verb; a pronoun is traced to a name only where that is plain."""

from __future__ import annotations

from spacy.tokens import Token

from generator.articles.datelines import dateline_of
from generator.figures.acts import nations_in
from generator.figures.whole_names import name_of

NOMINAL = ("NOUN", "PROPN", "PRON")
SUBJECT = ("nsubj", "nsubjpass", "csubj")
_NOBODY = ("DATE", "NORP", "TIME", "LANGUAGE")


def whose_is(noun: Token) -> str:
    """The name or people that the counted belong to: a possessor, a nationality, or the noun itself (Kenyans)."""
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ == "PROPN":
            return name_of(child)
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and nations_in(child.text):
            return str(child.text)
    if nations_in(noun.text):
        return str(noun.text)
    return _beside(noun) if lemma_of(noun) == "other" else ""


def _beside(noun: Token) -> str:
    """The one that "eight others" are others to: "Berg was freed along with eight others", "eight others with him"."""
    for prep in (
        t for t in noun.sent if t.lower_ in ("with", "besides") and t.i < noun.i and t.nbor(-1).lower_ == "along"
    ):
        named = next((c for c in prep.children if c.dep_ == "pobj" and c is not noun), None)
        if named is not None and (named.pos_ == "PROPN" or named.lower_ in ("him", "her")):
            return resolved(named)
    above = noun
    for _ in range(6):
        if above.dep_ in ("relcl", "ccomp") or above.pos_ in ("VERB", "AUX"):
            break
        above = above.head
    subject = find_subject(above if above.pos_ in ("VERB", "AUX") else None)
    if subject is None or noun.i < subject.i or not any(t.lower_ in ("along", "with", "besides") for t in noun.sent):
        return ""
    return name_of(subject) if subject.pos_ == "PROPN" else ""


def find_subject(verb: Token | None) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verb above it."""
    for _ in range(4):
        if verb is None:
            return None
        own = next((t for t in verb.children if t.dep_ in SUBJECT), None)
        if own is not None and own.idx < len(dateline_of(own.doc.text)):
            return _behind_dateline(own)
        if own is not None:
            is_relative = own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
            return verb.head if is_relative and verb.head.pos_ in NOMINAL else own
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acl"):
            return None
        verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
    return None


def _behind_dateline(place: Token) -> Token | None:
    """The subject that the model hangs on the place of a dateline: "LIMA, March 3 - Norway freed 12 sailors"."""
    filed = len(dateline_of(place.doc.text))
    return next((t for t in place.subtree if t.idx >= filed and t.pos_ in NOMINAL), None)


def owner(verb: Token | None) -> str:
    """Whoever a measure belongs to: the verb's subject, a pronoun traced to the last name that is a subject."""
    subject = find_subject(verb)
    return resolved(subject) if subject is not None else ""


def resolved(token: Token) -> str:
    """A name as it is; a pronoun or a noun with "the" as the nearest name before it that is a subject or possessor."""
    if token.pos_ == "PROPN":
        return name_of(token)
    is_definite = token.pos_ == "NOUN" and any(t.lower_ in ("the", "this") for t in token.children)
    if token.lower_ not in ("he", "she", "him", "his", "her", "it", "its") and not is_definite:
        return ""
    before = [t for t in reversed(list(token.doc[: token.i])) if t.pos_ == "PROPN" and t.ent_type_ not in _NOBODY]
    if is_definite or token.lower_ in ("he", "she", "him", "his", "her"):
        before = [t for t in before if t.ent_type_ == "PERSON" or not (is_definite or nations_in(t.text))]
    subjects = [t for t in before if t.dep_ in SUBJECT]
    possessors = [t for t in before if t.dep_ == "poss" or t.ent_type_ == "PERSON"]
    return next((name_of(t) for t in (*subjects, *possessors)), "")


def lemma_of(noun: Token) -> str:
    """The noun's lemma; a plural that the model keeps (Ukrainians, others) loses its s; another eight are others."""
    if noun.like_num:
        return "other"
    lemma = str(noun.lemma_ if noun.pos_ == "PROPN" else noun.lemma_.lower())
    if (
        lemma.lower() == noun.lower_
        and noun.tag_ in ("NNS", "NNPS")
        and lemma.endswith("s")
        and not lemma.endswith("ss")
    ):
        return lemma[:-1]
    return lemma
