"""The piece of a sentence that a date governs, so that two dates in one sentence are two events.

A clause goes by its verb, with the subject put back where the sentence shares it; a date inside a name, an aside or a
bare mention ("after the 2014 flood") goes by its noun. What a date only bounds ("before 2014") is no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.articles.datelines import dateline_of
from generator.events.clause_words import (
    NOUNS,
    RELATIVE,
    SUBJECTS,
    VERBS,
    Pieces,
    as_runs,
    cut_asides,
    phrase_of,
    trim,
    with_subject,
    without_hanging,
    words_inside,
)
from generator.events.date_heads import find_head, is_bound, is_the_matter
from generator.events.event_words import known_acts, name_act, words_of
from generator.events.occasions import is_occasion

_VAGUE = frozenset({"i", "we", "you", "it", "this", "that", "they", "there", "what"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Where the words stand in the Doc's text, piece by piece; `core` leaves out what commas set off. `does` is what
    its verb (of "be" and "have", what follows) says is done, by name_act(). `is_noun` where it goes by a noun;
    `stretched` where it is the whole sentence only because the clause has no subject that is sure; `meanwhile` is the
    clause told as of the same time ("…, as Kestria shut its port")."""

    pieces: Pieces
    core: Pieces
    does: frozenset[str]
    is_noun: bool = False
    stretched: bool = False
    is_publishing: bool = False
    meanwhile: Clause | None = None


def find_clause(doc: Doc, start: int, end: int, alone: bool, is_spoken: bool = False) -> Clause | None:
    """The clause of the date at these characters, `alone` where no other date in its sentence has one; None where the
    date only bounds something, compares over time, or tells when words were published or what a speaker does next.
    `is_spoken` in a transcript's turn."""
    date = doc.char_span(start, end, alignment_mode="expand")
    if start < len(dateline_of(doc.text)):
        return None  # when it was filed, not when anything happened
    if date is None or is_bound(date.root) or is_the_matter(date.root):
        return None
    head = find_head(date.root)
    if head is None or _is_publishing(head) or _is_comparison(date.root, head) or _is_unreal(head):
        return None
    if _is_in_subject(date.root, head) or _lacks_object(head) or _is_circumstance(head):
        return None
    if is_occasion(head, is_spoken):
        return None
    meanwhile = _find_meanwhile(head, date.root)
    pieces = _choose_words(head, date.root, alone, meanwhile)
    holds_date = any(a <= start < b for a, b in pieces)
    if not holds_date or not _is_eventful(pieces, head, date.root):
        return None
    return _make(pieces, head, date.root, meanwhile)


def _choose_words(head: Token, date: Token, alone: bool, meanwhile: Token | None) -> Pieces:
    if head.pos_ in NOUNS:
        return (trim(phrase_of(head)),)
    if alone and _is_main(head):
        left_out = set(meanwhile.subtree) if meanwhile is not None else set()
        return as_runs([t for t in head.sent if t not in left_out]) if left_out else _whole(head)
    return with_subject(head, date) or _whole(head)


def _make(pieces: Pieces, head: Token, date: Token, meanwhile: Token | None) -> Clause:
    is_noun = head.pos_ in NOUNS
    also = None
    if meanwhile is not None:
        words = without_hanging(meanwhile, date)
        also = Clause((trim(words),), (trim(words),), _name_deeds(meanwhile))
    return Clause(
        pieces,
        pieces if is_noun else cut_asides(pieces, head, date),
        _name_deeds(head),
        is_noun,
        stretched=not is_noun and not _is_main(head) and pieces == _whole(head),
        is_publishing=head.lemma_ in words_of("publishing"),
        meanwhile=also,
    )


def _whole(token: Token) -> Pieces:
    return ((token.sent.start_char, token.sent.end_char),)


def _is_main(head: Token) -> bool:
    return head.dep_ == "ROOT" or _is_at_once(head)


def _name_deeds(head: Token) -> frozenset[str]:
    """What is done: the verb; after "be" and "have" what follows them; of "held talks" both words."""
    objects = [c for c in head.children if c.dep_ in ("dobj", "attr", "acomp", "xcomp")]
    if head.lemma_ in ("be", "have"):
        objects += [o for c in head.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
        return _name_acts(objects)
    told = _name_acts(objects) & known_acts()
    if head.lemma_ in words_of("light") and told:
        return told
    return _name_acts([head, *objects] if head.lemma_ in words_of("light") else [head])


def _name_acts(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(name_act(t.lemma_.lower()) for t in tokens if t.pos_ in ("VERB", "NOUN") and t.ent_type_ != "DATE")


# ---------------------------------------------------------------- which clauses tell an event


def _is_at_once(head: Token) -> bool:
    """ "When they met in May, he …": the date is that of the whole sentence."""
    opens = any(child.lower_ in ("when", "as", "while") for child in head.children)
    return head.dep_ == "advcl" and head.head.dep_ == "ROOT" and opens


def _is_publishing(head: Token) -> bool:
    """ "a video shared on Monday", "the plan, announced on Monday": not when it was taken or takes place."""
    if head.lemma_ not in words_of("publishing"):
        return False
    is_bare = not any(c.dep_ in ("dobj", "ccomp", "nsubjpass", "xcomp") for c in head.children)
    shown = [c for c in head.children if c.dep_ in (*SUBJECTS, "dobj")]
    return head.dep_ == "acl" or is_bare or any(c.lemma_ in words_of("pictures") for c in shown)


def _is_in_subject(date: Token, head: Token) -> bool:
    """ "Support for the war of 2011 left him alone": the date is that of a noun deep inside the subject. A perfect
    ("has left") has no date of the past, so that there the date is the subject's own, too."""
    is_perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in head.children)
    for token in (date, *date.ancestors):
        if token.head == head and token.dep_ in SUBJECTS:
            above = date.head if date.head.pos_ in NOUNS else date.head.head
            return head.pos_ in VERBS and (is_perfect or above != token)
    return False


def _lacks_object(head: Token) -> bool:
    """ "The part she played in 2011": without the noun that it describes, the clause is no statement."""
    if head.dep_ != "relcl" or head.pos_ not in VERBS:
        return False
    subjects = [c for c in head.children if c.dep_ in SUBJECTS and c.lower_ not in RELATIVE]
    return bool(subjects) and not any(c.lower_ in ("when", "where") for c in head.children)


def _is_circumstance(head: Token) -> bool:
    """ "After becoming mayor in 2011", "known for her part in the strike of 2011": no finite verb tells it."""
    forms = {head.tag_, *(c.tag_ for c in head.children if c.dep_ in ("aux", "auxpass"))}
    if head.pos_ not in VERBS or head.dep_ == "ROOT" or forms & {"VBD", "VBZ", "VBP", "MD"}:
        return False
    is_passive = head.tag_ == "VBN" and not any(c.dep_ == "aux" for c in head.children)
    return head.lemma_ in words_of("empty") or not (is_passive or head.dep_ == "conj" or head.dep_ == "relcl")


def _find_meanwhile(head: Token, date: Token) -> Token | None:
    """The verb of "…, as Kestria shut its port": what was done at the same time, by somebody that it names."""
    for child in head.rights if head.dep_ == "ROOT" else ():
        opens = any(c.dep_ == "mark" and c.lower_ in ("as", "while") for c in child.children)
        subject = next((c for c in child.children if c.dep_ in SUBJECTS), None)
        if child.dep_ != "advcl" or not opens or subject is None or child.tag_ != "VBD" or date in child.subtree:
            continue
        is_named = any(t.pos_ == "PROPN" for t in subject.subtree)
        if is_named and head.tag_ == "VBD" and child.lemma_ not in words_of("empty"):
            return child
    return None


def _is_unreal(head: Token) -> bool:
    """What may be, is asked, or depends: no event."""
    conditional = any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in head.children)
    return conditional or any(child.dep_ == "aux" and child.lower_ in words_of("unreal") for child in head.children)


def _is_eventful(pieces: Pieces, head: Token, date: Token) -> bool:
    """Whether a reader would miss it: an act with a name or a figure; a noun or a state only if itself an event."""
    events = known_acts() | words_of("event_nouns")
    inside = words_inside(pieces, head)
    if head.pos_ in NOUNS:
        return bool(_name_acts(inside if head.dep_ == "appos" else [head]) & events)
    first = head.doc.char_span(pieces[0][0], pieces[0][0] + 1, alignment_mode="expand")
    if first is not None and first[0].tag_ in ("WRB", "WP") and first[0].lower_ != "when":
        return False
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    named = any(t.pos_ in ("PROPN", "NUM") and t.ent_type_ not in ("DATE", "TIME") for t in inside)
    somebody = named or any(t.lower_ in ("he", "she") and t.dep_ in SUBJECTS for t in inside)
    if head.lemma_ in words_of("empty") or (subject is not None and subject.lower_ in _VAGUE):
        return somebody and bool(_name_acts(inside) & events)
    is_habit = head.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in head.children)
    return somebody and not (is_habit and date.lower_ in ("today", "now"))


def _is_comparison(date: Token, head: Token) -> bool:
    """ "the worst since 1997", "the fourth this year", "has doubled since May": tells nothing of the time in it."""
    ranks = any(t.tag_ in ("JJS", "RBS") or t.ent_type_ == "ORDINAL" or t.lower_ == "first" for t in head.subtree)
    is_state = head.lemma_ == "be" or any(child.dep_ == "auxpass" for child in head.children)
    if date.head.lower_ == "since":
        return ranks or not is_state
    return ranks and head.lemma_ == "be"
