"""The piece of a sentence that a date governs, so that two dates in one sentence are two events.

A clause goes by its verb, with the subject put back where the sentence shares it; a date inside a name, an aside or a
bare mention ("after the 2014 flood") goes by its noun. What a date only bounds ("before 2014") is no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.event_words import known_acts, name_act, words_of

# Prepositions after which a bare date says when something was not, or not yet …
_BOUNDING = frozenset({"before", "until", "till", "by", "after", "toward", "towards", "than"})
# … and after which a noun with a date is one event and what the verb tells is another.
_APART = frozenset({"after", "following", "before", "since", "over", "despite", "of", "about", "due"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_HANGING = frozenset({"conj", "cc", "advcl", "relcl", "parataxis", "preconj"})
_RELATIVE = frozenset({"who", "which", "that"})
_VAGUE = frozenset({"i", "we", "you", "it", "this", "that", "they", "there", "what"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case"})
_ASIDES = frozenset({"appos", "prep", "relcl", "acl", "advcl", "npadvmod", "advmod"})
_OF_OTHERS = frozenset({"other", "others", "another", "rest", "more", "latter", "former", "one", "some", "both", "all"})
_LONG_SUBJECT = 12  # words; beyond, the noun with what stands before it names the subject well enough


Pieces = tuple[tuple[int, int], ...]


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


def find_clause(doc: Doc, start: int, end: int, alone: bool) -> Clause | None:
    """The clause of the date at these characters, `alone` where no other date in its sentence has one; None where the
    date only bounds something, compares over time, or tells when words were published."""
    date = doc.char_span(start, end, alignment_mode="expand")
    if date is None or _is_bound(date.root):
        return None
    head = _find_head(date.root)
    if head is None or _is_publishing(head) or _is_comparison(date.root, head) or _is_unreal(head):
        return None
    if _is_in_subject(date.root, head) or _lacks_object(head):
        return None
    meanwhile = _find_meanwhile(head, date.root)
    pieces = _choose_words(head, date.root, alone, meanwhile)
    holds_date = any(a <= start < b for a, b in pieces)
    if not holds_date or not _is_eventful(pieces, head, date.root):
        return None
    return _make(pieces, head, date.root, meanwhile)


def _choose_words(head: Token, date: Token, alone: bool, meanwhile: Token | None) -> Pieces:
    if head.pos_ in _NOUNS:
        return (_trim(_phrase(head)),)
    if alone and _is_main(head):
        left_out = set(meanwhile.subtree) if meanwhile is not None else set()
        return (_trim([t for t in head.sent if t not in left_out]),) if left_out else _whole(head)
    return _with_subject(head, date) or _whole(head)


def _make(pieces: Pieces, head: Token, date: Token, meanwhile: Token | None) -> Clause:
    is_noun = head.pos_ in _NOUNS
    also = None
    if meanwhile is not None:
        words = _without(meanwhile, date)
        also = Clause((_trim(words),), (_trim(words),), _name_deeds(meanwhile))
    return Clause(
        pieces,
        pieces if is_noun else _cut_asides(pieces, head, date),
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


def _inside(pieces: Pieces, head: Token) -> list[Token]:
    return [t for t in head.sent if any(a <= t.idx < b for a, b in pieces)]


def _name_deeds(head: Token) -> frozenset[str]:
    """What is done: the verb; after "be" and "have" what follows them; of "held talks" both words."""
    objects = [c for c in head.children if c.dep_ in ("dobj", "attr", "acomp")]
    if head.lemma_ in ("be", "have"):
        objects += [o for c in head.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
        return _name_acts(objects)
    held = head.lemma_ in words_of("light")
    return _name_acts([head, *(objects if held else ())]) | (_name_acts(objects) & known_acts() if held else frozenset())


def _name_acts(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(name_act(t.lemma_.lower()) for t in tokens if t.pos_ in ("VERB", "NOUN") and t.ent_type_ != "DATE")


# ---------------------------------------------------------------- what governs the date


def _is_bound(date: Token) -> bool:
    above = date.head
    if above.pos_ in _NOUNS and above.dep_ == "pobj" and date.dep_ in ("compound", "nmod", "nummod", "amod"):
        return False
    return above.lower_ in _BOUNDING or (above.lower_ == "of" and above.head.lower_ == "as")


def _find_head(date: Token) -> Token | None:
    """The verb that governs the date, or the noun it belongs to where that stands apart from the verb."""
    innermost: Token | None = None
    apart = date.head.lower_ == "of"
    for token in _ancestors(date):
        if token.pos_ in _VERBS and not _is_infinitive(token):
            apart = apart or token.lemma_ in words_of("about")
            return innermost if innermost is not None and apart else token
        if token.pos_ in _NOUNS:
            innermost = innermost if innermost is not None else token
            if token.dep_ == "appos":
                return token
        elif innermost is not None and token.lower_ in _APART:
            apart = True
    return innermost


def _ancestors(date: Token) -> Iterator[Token]:
    if date.pos_ in _VERBS:
        yield date
    yield from date.ancestors


def _is_infinitive(verb: Token) -> bool:
    """ "let it sink in 2011": the verb above tells the event."""
    return verb.dep_ in ("xcomp", "ccomp") and any(child.tag_ == "TO" for child in verb.children)


def _is_at_once(head: Token) -> bool:
    """ "When they met in May, he …": the date is that of the whole sentence."""
    opens = any(child.lower_ in ("when", "as", "while") for child in head.children)
    return head.dep_ == "advcl" and head.head.dep_ == "ROOT" and opens


def _is_publishing(head: Token) -> bool:
    """ "a video shared on Monday", "the plan, announced on Monday": not when it was taken or takes place."""
    if head.lemma_ not in words_of("publishing"):
        return False
    is_bare = not any(c.dep_ in ("dobj", "ccomp", "nsubjpass", "xcomp") for c in head.children)
    shown = [c for c in head.children if c.dep_ in (*_SUBJECTS, "dobj")]
    return head.dep_ == "acl" or is_bare or any(c.lemma_ in words_of("pictures") for c in shown)


def _is_in_subject(date: Token, head: Token) -> bool:
    """ "Support for the war of 2011 has left him alone": the date is that of a noun deep inside the subject."""
    for token in (date, *date.ancestors):
        if token.head == head and token.dep_ in _SUBJECTS:
            above = date.head if date.head.pos_ in _NOUNS else date.head.head
            return head.pos_ in _VERBS and above != token
    return False


def _lacks_object(head: Token) -> bool:
    """ "The part she played in 2011": without the noun that it describes, the clause is no statement."""
    if head.dep_ != "relcl" or head.pos_ not in _VERBS:
        return False
    subject = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
    is_of_time = any(c.lower_ in ("when", "where") for c in head.children)
    return subject is not None and subject.lower_ not in _RELATIVE and not is_of_time


def _find_meanwhile(head: Token, date: Token) -> Token | None:
    """The verb of "…, as Kestria shut its port": what was done at the same time, by somebody that it names."""
    for child in head.rights if head.dep_ == "ROOT" else ():
        opens = any(c.dep_ == "mark" and c.lower_ in ("as", "while") for c in child.children)
        subject = next((c for c in child.children if c.dep_ in _SUBJECTS), None)
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
    inside = _inside(pieces, head)
    if head.pos_ in _NOUNS:
        return bool(_name_acts(inside if head.dep_ == "appos" else [head]) & events)
    first = head.doc.char_span(pieces[0][0], pieces[0][0] + 1, alignment_mode="expand")
    if first is not None and first[0].tag_ in ("WRB", "WP") and first[0].lower_ != "when":
        return False
    subject = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
    named = any(t.pos_ in ("PROPN", "NUM") and t.ent_type_ not in ("DATE", "TIME") for t in inside)
    somebody = named or (subject is not None and subject.lower_ in ("he", "she"))
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


# ---------------------------------------------------------------- its words


def _cut_asides(pieces: Pieces, head: Token, date: Token) -> Pieces:
    """The same without what commas set off, in whole or at an edge, but for what holds the date, the verb or whom and
    what it is about."""
    inside = _inside(pieces, head)
    needed = {date, head, *(c for c in head.children if c.dep_ in (*_SUBJECTS, "dobj", "attr"))}
    dropped: set[Token] = set()
    for token in inside:
        words = list(token.subtree)
        if token.dep_ in _ASIDES and _is_set_off(words) and not needed & set(words):
            dropped |= set(words)
    return _as_runs([t for t in inside if t not in dropped]) if dropped else pieces


def _is_set_off(words: list[Token]) -> bool:
    first, last = words[0], words[-1]
    before = first.nbor(-1).text if first.i > first.sent.start else ""
    after = last.nbor(1).text if last.i + 1 < last.sent.end else ""
    return before == "," or (first.i == first.sent.start and after == ",")


def _as_runs(tokens: list[Token]) -> Pieces:
    """Unbroken runs of words, without marks at their edges."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    worded = [run for run in runs if any(t.is_alpha or t.like_num for t in run)]
    return tuple(_trim(run) for run in worded)


def _with_subject(head: Token, date: Token) -> Pieces:
    """The clause of a verb, with whom it is about; nothing where that is doubtful."""
    words = _without(head, date)
    subject = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
    if subject is not None and subject.lower_ not in _RELATIVE:
        return (_trim(words),)
    if subject is not None:
        words = [t for t in words if t.i > subject.i]
    owner = _find_owner(head)
    if owner is None or not words or owner.i >= words[0].i or owner.lower_ in _OF_OTHERS:
        return ()
    return (_trim(_phrase(owner, head)), _trim(words))


def _find_owner(verb: Token) -> Token | None:
    """Whom a verb without a subject of its own is about: the noun it describes or the subject it shares. None where
    the parse is doubtful: a verb in another tense than the one it is joined to, a full clause without a subject."""
    if verb.dep_ in ("relcl", "acl"):
        return _name_owner(verb)
    above = next((t for t in verb.ancestors if t.pos_ in _VERBS), None)
    is_finite = verb.tag_ in ("VBD", "VBZ", "VBP")
    if above is None or (is_finite and verb.dep_ != "conj"):
        return None
    if is_finite and above.tag_ != verb.tag_:
        described = _find_described(verb)
        return _name_owner(described) if described is not None else None
    subject = next((c for c in above.children if c.dep_ in _SUBJECTS), None)
    if subject is not None and subject.lower_ not in _RELATIVE:
        return subject
    return _find_owner(above)


def _find_described(verb: Token) -> Token | None:
    """The verb of the "who …" before a past verb that a parser joins to a main verb in the present: of "is a tyrant who
    burned the archive and sold the port", `burned`."""
    before = [t for t in verb.sent if t.i < verb.i and t.dep_ == "relcl" and t.head.i > verb.head.i]
    told = [t for t in before if any(c.dep_ in _SUBJECTS and c.lower_ in ("who", "which") for c in t.children)]
    is_past = told and told[-1].tag_ in ("VBD", "VBN") and not any(c.dep_ == "aux" for c in told[-1].children)
    return told[-1] if is_past and verb.tag_ == "VBD" and verb.head.tag_ != "VBD" else _above_described(verb)


def _above_described(verb: Token) -> Token | None:
    return _find_described(verb.head) if verb.dep_ == "conj" and verb.head.dep_ == "conj" else None


def _name_owner(verb: Token) -> Token | None:
    """The name behind "an activist who …": what an apposition stands beside, or the subject of "is". Of "A and B, who
    …" it is B, unless the verb speaks of several."""
    noun = verb.head
    joined = [c for c in noun.conjuncts if noun.i < c.i < verb.left_edge.i]
    if joined:
        return None if any(t.lower_ in ("were", "are", "have") for t in (verb, *verb.children)) else joined[-1]
    if noun.dep_ == "appos":
        return noun.head
    if noun.dep_ == "attr":
        return next((c for c in noun.head.children if c.dep_ in _SUBJECTS), noun)
    return noun


def _phrase(noun: Token, leave_out: Token | None = None) -> list[Token]:
    """A noun with all that belongs to it; an apposition with the noun it stands beside; where it is long, the noun and
    what stands before it."""
    if noun.dep_ == "appos" and leave_out is None:
        return list(noun.doc[_left_edge(noun.head) : noun.right_edge.i + 1])
    hanging = {t for c in noun.children if c.dep_ in _HANGING or c == leave_out for t in c.subtree}
    words = _around([t for t in noun.subtree if t not in hanging], noun)
    if len(words) <= _LONG_SUBJECT and (leave_out is None or leave_out not in words):
        return words
    return list(noun.doc[_left_edge(noun) : noun.i + 1])


def _left_edge(noun: Token) -> int:
    return min([c.left_edge.i for c in noun.lefts if c.dep_ in _BEFORE_NOUN] + [noun.i])


def _without(head: Token, date: Token) -> list[Token]:
    """The words under a verb, without the clauses that hang on it and do not hold the date."""
    kept = [head]
    for child in head.children:
        inside = list(child.subtree)
        if child.dep_ not in _HANGING or date in inside:
            kept += inside
    return _around(sorted(kept, key=lambda token: token.i), head)


def _around(words: list[Token], head: Token) -> list[Token]:
    """The unbroken run of words about the head: what is left out leaves no hole."""
    kept = {token.i for token in words}
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return [token for token in words if first <= token.i <= last]


def _trim(tokens: Iterable[Token]) -> tuple[int, int]:
    """From the first word to the last, in characters, without marks and joining words at either end."""
    row = list(tokens)
    while len(row) > 1 and (row[0].text in ",;:-–—" or row[0].dep_ in ("cc", "mark") or row[0].is_space):
        row.pop(0)
    while len(row) > 1 and (row[-1].text in ",;:-–—" or row[-1].dep_ == "cc" or row[-1].is_space):
        row.pop()
    return row[0].idx, row[-1].idx + len(row[-1])
