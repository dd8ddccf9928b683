"""Who does what happens to the counted, and whether it has happened: "the mill will cut 40 jobs" has cut none yet.

A doer is a name, or a noun that a name or a people belongs to (the Kenyan navy, Oslo's mayor): a reader has to know who
it is without the article. A pronoun and "the company" are left empty rather than traced.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from generator.dates.calendar_words import words as calendar_words
from generator.figures.acts import act_words, nations_in, noun_sense
from generator.figures.owners import find_subject
from generator.figures.whole_names import name_of, whole_name

Mood = Literal["done", "planned", "wanted"]
_LONGEST = 6  # words; a longer noun phrase makes no name of a row


def find_doer(verb: Token | None, noun: Token) -> str:
    """Who does it: the subject of an active verb or the agent of a passive one; empty where the text names nobody, or
    where the counted do it themselves."""
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ""
    agent = next((c for p in verb.children if p.dep_ == "agent" for c in p.children if c.dep_ == "pobj"), None)
    is_passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    subject = agent or (None if is_passive else find_subject(verb))
    if subject is None or subject is noun or noun.is_ancestor(subject) or subject.is_ancestor(noun):
        return ""
    return named(subject)


def named(token: Token) -> str:
    """A name, or a noun with the name that sets it apart: Air Peru, the airline Air Peru, the Kenyan navy."""
    if token.pos_ == "PROPN":
        return name_of(token)
    if token.pos_ != "NOUN":
        return ""
    beside = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if beside is not None:
        return name_of(beside)
    left = token.doc[token.left_edge.i : token.i + 1]
    has_name = any(t.pos_ == "PROPN" or nations_in(t.text) for t in left)
    is_odd = any(t.like_num or (t.is_punct and t.text not in ("-", ".")) for t in left)
    if not has_name or is_odd or len(left) > _LONGEST:
        return ""
    text = whole_name(left)
    return f"the {text}" if left[0].lower_ == "the" else text


def find_mood(verb: Token | None, noun: Token) -> Mood:
    """Whether what is counted has come about, is to come, or is only called for."""
    words = act_words()["moods"]
    near = [noun, *list(noun.ancestors)[:5]]  # the release of the hundreds of sailors
    event = next((t for t in near if t.pos_ == "NOUN" and noun_sense(t.lemma_.lower())), None)
    if event is not None and event.dep_ in ("pobj", "dobj"):
        above = [t for t in event.ancestors if t.pos_ in ("VERB", "NOUN") and not noun_sense(t.lemma_.lower())]
        if (above and above[0].lemma_.lower() in words["wanted"]) or _is_called_for(event):
            return "wanted"
    heads = [t for t in verb.ancestors if t.pos_ in ("VERB", "AUX", "NOUN")][:3] if verb is not None else []
    for token, head in zip([verb, *heads], [*heads, None], strict=False):
        if token is None or token.pos_ not in ("VERB", "AUX"):
            break
        helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass") and c.i < token.i]
        if any(h.lower_ in calendar_words("future_aux") for h in helpers):
            return "planned"
        is_infinitive = any(h.tag_ == "TO" for h in helpers)
        if head is None or not (is_infinitive or (token.dep_ == "conj" and token.tag_ == "VB")):
            break  # "plans to cut 40 jobs and close a mill": the second infinitive has no "to"
        if is_infinitive and head.lemma_.lower() in (*words["wanted"], *words["planned"]):
            return "wanted" if head.lemma_.lower() in words["wanted"] else "planned"
    return "done"


def _is_called_for(event: Token) -> bool:
    """ "asks for a pardon, as well as for the release of 12 sailors": the model hangs the second on another verb, but
    between it and the call nothing is said to be done."""
    if event.dep_ != "pobj" or event.head.lower_ != "for":
        return False
    for token in reversed(list(event.doc[event.sent.start : event.i])):
        if token.lemma_.lower() in act_words()["moods"]["wanted"]:
            return True
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False
