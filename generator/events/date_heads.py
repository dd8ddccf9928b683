"""What governs a date in a parsed sentence: a verb, or the noun that it belongs to.

Some dates are of nothing that happened: they only bound something, or are what is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.events.clause_words import NOUNS, SUBJECTS, VERBS
from generator.events.event_words import words_of

# Prepositions after which a bare date says when something was not, or not yet …
_BOUNDING = frozenset({"before", "until", "till", "by", "after", "toward", "towards", "than"})
# … and after which a noun with a date is one event and what the verb tells is another.
_APART = frozenset({"after", "following", "before", "since", "over", "despite", "of", "about", "due"})


def is_bound(date: Token) -> bool:
    """ "Before 2014", "by Friday", "as of May": when something was not, or not yet."""
    above = date.head
    if above.pos_ in NOUNS and above.dep_ == "pobj" and date.dep_ in ("compound", "nmod", "nummod", "amod"):
        return False
    return above.lower_ in _BOUNDING or (above.lower_ == "of" and above.head.lower_ == "as")


def is_the_matter(date: Token) -> bool:
    """ "make today a feast", "Saturday was picked", "today's launch is the pride of all": the day is what is spoken of,
    and tells not when something happened."""
    if date.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        return date.head.pos_ in VERBS or (date.dep_ == "nsubj" and date.head.pos_ in NOUNS)
    is_of_subject = date.dep_ == "poss" and date.head.dep_ in SUBJECTS
    return is_of_subject and date.head.head.lemma_ == "be"


def find_head(date: Token) -> Token | None:
    """The verb that governs the date, or the noun it belongs to where that stands apart from the verb."""
    innermost: Token | None = None
    apart = date.head.lower_ == "of" and date.head.head.head.lower_ not in ("in", "during", "at")
    below = date
    for token in _ancestors(date):
        if token.pos_ in VERBS and token.dep_ != "prep" and not _is_dependent(token):
            apart = apart or (token.lemma_ in words_of("about") and below.dep_ in ("dobj", "nsubjpass"))
            return innermost if innermost is not None and apart else token
        if token.pos_ in NOUNS:
            innermost = innermost if innermost is not None else token
            if token.dep_ == "appos":
                return token
        elif innermost is not None and token.lower_ in _APART:
            apart = True
        below = token
    return innermost


def _ancestors(date: Token) -> Iterator[Token]:
    if date.pos_ in VERBS:
        yield date
    yield from date.ancestors


def _is_dependent(verb: Token) -> bool:
    """ "let it sink in 2011", "began to sink", "came to rely on": the verb above tells the event."""
    forms = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass"))}
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or forms & {"VBD", "VBZ", "VBP", "MD"}:
        return False
    return bool(forms & {"VB", "TO"}) or (verb.dep_ == "xcomp" and verb.tag_ == "VBG")
