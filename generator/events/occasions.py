"""What is dated and still no event of the story: when a speaker will speak again, and whom an office receives today.

News tells that somebody will meet somebody; a transcript tells its own programme, which nobody misses a day later.
"""

from __future__ import annotations

from spacy.tokens import Token

from generator.data.saying import verbs_of_telling
from generator.events.clause_words import SUBJECTS
from generator.events.event_words import words_of

_WE = frozenset({"i", "we", "you"})


def is_occasion(head: Token, is_spoken: bool) -> bool:
    """Whether a verb tells of the briefing itself or of the speakers' programme. `is_spoken` in a transcript's turn."""
    verbs = {head.lemma_.lower(), *(c.lemma_.lower() for c in head.children if c.dep_ in ("xcomp", "ccomp"))}
    if _is_to_come(head):
        about = {t.lemma_.lower() for t in head.subtree}
        if verbs & words_of("addressing") and about & words_of("press"):
            return True
        if is_spoken and verbs & words_of("attending"):
            return True
    if verbs & words_of("answering") and any(c.dep_ == "neg" for c in head.children):
        return True  # the ministry did not respond to questions on Friday
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if not is_spoken or subject is None or subject.lower_ not in _WE:
        return False
    objects = {c.lemma_.lower() for c in head.children if c.dep_ == "dobj"}
    return bool(verbs & verbs_of_telling() or objects & words_of("occasions"))


def _is_to_come(head: Token) -> bool:
    """Will, is to, is going to; "is hosting"."""
    helpers = {c.lower_ for c in head.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "shall", "'d", "would"}:
        return True
    is_going = head.tag_ == "VBG" and bool(helpers & {"is", "are", "am", "'s", "'re", "'m"})
    is_to = head.lemma_ == "be" and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in head.children)
    return is_going or is_to
