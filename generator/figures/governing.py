"""What stands above and beside a counted noun: the verb that governs it, what that verb says, whose it is and where.

The small model's parse is wrong now and then, so every rule takes the nearest reading that still makes sense and leaves
a field empty rather than fill it with a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from generator.figures.acts import Sense, act_words, implied_sense, nations_in, noun_sense, sense_of, state_sense
from generator.figures.whole_names import name_of

NOMINAL = ("NOUN", "PROPN", "PRON")
SUBJECT = ("nsubj", "nsubjpass", "csubj")
_PASS_UP = (
    "conj",
    "appos",
    "nummod",
    "quantmod",
    "advmod",
    "amod",
    "compound",
    "nmod",
    "npadvmod",
    "attr",
    "punct",
    "dep",
)
_THROUGH = ("including", "among", "with", "along", "plus", "besides", "alongside", "like")
_NOBODY = ("DATE", "NORP", "TIME", "LANGUAGE")
_CARRYING = ("bring", "pull", "make", "carry", "lift", "reach", "get", "come", "take")
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


def find_act(noun: Token, governor: Governor) -> tuple[str, Token | None]:
    """The lemma of what happens to the counted, and the verb that says it."""
    above = sense_of(governor.token.lemma_.lower()) if governor.token is not None else None
    if governor.token is not None and governor.relation in SUBJECT and above is None:
        said = state_sense(noun.doc[governor.token.i : governor.token.right_edge.i + 1].text)
        if said is not None and said.family == "release":  # three sailors who were held are coming home
            return _first_verb(said), governor.token
    for clause in (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB"):
        sense = sense_of(clause.lemma_)
        if sense and not (above and sense.family == "stock"):  # the release of 30 sailors held in Chile is a release
            return clause.lemma_, clause
    dead = next((s for c in noun.children if c.dep_ == "amod" and (s := state_sense(c.text))), None)
    if dead is not None and above is None:
        return _first_verb(dead), governor.token
    verb: Token | None = governor.token
    at_once = state_sense(noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)].text.partition(",")[0])
    saved = state_sense(_own_words(noun, verb)) if verb is not None and verb.lemma_ in _CARRYING else None
    for said in (at_once if at_once and at_once.name == "trapped" else None, saved):
        if said is not None and said.name in ("trapped", "rescued"):  # 28 miners still underground; brought out alive
            return _first_verb(said), verb
    if verb is not None and noun.dep_ == "npadvmod":
        verb = next((t for t in noun.doc[noun.i : noun.sent.end] if any(c.dep_ == "auxpass" for c in t.children)), verb)
    if verb is not None and verb.pos_ in ("VERB", "AUX"):
        among = _among(noun) if not sense_of(verb.lemma_) else None
        if among is not None:
            return among.lemma_, among
        state = state_sense(_own_words(noun, verb)) if governor.relation in SUBJECT else None
        if state and not sense_of(verb.lemma_):
            return _first_verb(state), verb
        if verb.lemma_ in ("go", "set", "walk") and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "free":
            return "free", verb
        if verb.lemma_ not in act_words()["light"]:
            return verb.lemma_, verb
    elif verb is not None:
        return verb.lemma_.lower(), verb
    implied = implied_sense(noun.lemma_.lower()) or noun_sense(noun.lemma_.lower())
    if implied:
        return ("hold" if "hold" in implied.verbs else noun.lemma_.lower()), verb
    return "", verb


def _own_words(noun: Token, verb: Token) -> str:
    """What the verb says of the noun, without other clauses: "nine boats left as more dead were found"."""
    clauses = [c.left_edge.i for c in verb.children if c.i > verb.i and _is_other_clause(c)]
    end = min([verb.right_edge.i + 1, *clauses])
    return str(noun.doc[min(noun.i, verb.i) : end].text)


def _is_other_clause(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return token.dep_ == "advcl" or (token.dep_ in ("conj", "ccomp") and any(c.dep_ in SUBJECT for c in token.children))


def _first_verb(sense: Sense) -> str:
    """The verb that stands for a sense said without one: "behind bars" → hold."""
    return min(sense.verbs & {"free", "hold", "kill", "miss", "injure", "rescue", "trap"} or sense.verbs)


def _among(noun: Token) -> Token | None:
    """ "Among those freed were two monks", "two monks were among those freed": the act stands under "among"."""
    among = next((t for t in noun.sent if t.lower_ == "among"), None)
    if among is None:
        return None
    return next((t for t in noun.doc[among.i : among.i + 4] if t.tag_ in ("VBN", "VBD") and sense_of(t.lemma_)), None)


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
        if own is not None:
            is_relative = own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
            return verb.head if is_relative and verb.head.pos_ in NOMINAL else own
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acl"):
            return None
        verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
    return None


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
        for goal in (c for c in token.children if c.dep_ == "dobj" and act in ("reach", "enter", "cross")):
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
