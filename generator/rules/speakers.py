"""Whom a speaker means: "Ada Berg, a spokeswoman for the harbour", "the harbour", "she" can be the same.

A speaker is taken apart into who it is by name, what he or she is, and for whom he or she speaks. Two are the same
where a careful reader would take them for the same, other where both are known and differ, and unknown in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Token

from generator.claims.library import Library
from generator.claims.modality import relation_words
from generator.claims.proper_names import initials
from generator.claims.reading import Saying, Told
from generator.claims.reference import is_definite, role_heads
from generator.claims.wording import is_office, listed_stems, senses_in, senses_of, stem, words_of
from generator.rules.holding import names_at, word_at
from generator.rules.persons import fits_pronoun
from generator.voices.cast import SEX_OF_PRONOUN

Likeness = Literal["same", "other", "unknown"]

_PRONOUNS = ("he", "she", "they", "it", "who", "we", "i", "", "that", "which", "this")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `keys` name it, `heads` say what it is, `bodies` name whom it speaks for or belongs to, `employers`
    are nouns for the same (a spokeswoman for the company)."""

    text: str
    keys: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    employers: frozenset[str] = frozenset()

    @property
    def people(self) -> frozenset[str]:
        """The persons among the names."""
        return frozenset(k for k in self.keys if k.startswith("p:"))

    @property
    def is_open(self) -> bool:
        """Nobody known: a pronoun that nothing resolves."""
        return not (self.keys or self.heads or self.bodies)


def speaker_of(told: Told, saying: Saying) -> Speaker:
    """Who says it, with all that the sentence tells of him or her."""
    if saying.is_open:
        return Speaker(saying.speaker, frozenset(), frozenset(), frozenset())
    if saying.speaker.lower() in _PRONOUNS:
        return Speaker(saying.speaker, saying.keys, saying.heads, frozenset())
    root = _find(told, saying)
    if root is None:
        people = frozenset(k for k in saying.keys if k.startswith("p:"))
        return Speaker(
            saying.speaker, people or saying.keys, _nouns(saying), saying.keys - people if people else frozenset()
        )
    found = describe(told, root)
    people = frozenset(k for k in saying.keys if k.startswith("p:"))
    if people and not found.people:
        return Speaker(saying.speaker, people, found.heads, found.bodies | found.keys, found.employers)
    heads = found.heads or (frozenset() if found.keys or people else _nouns(saying))
    return Speaker(saying.speaker, found.keys or people, heads, found.bodies, found.employers)


def describe(told: Told, token: Token) -> Speaker:
    """Somebody or something by the noun phrase that a word stands in, what stands in apposition to it included."""
    base = _top(token)
    same = [base, *(c for c in base.children if c.dep_ == "appos"), *_beside(base)]
    own = [t for s in same for t in (s, *(c for c in s.children if c.dep_ in ("compound", "nmod", "flat")))]
    names = names_at(told, [t.i for t in own])
    people = {k for n in names if n.kind == "person" for k in n.keys}
    keys = people or {k for n in names for k in n.keys if not _is_modifier(told, base, n.span.start)}
    if not people:
        keys |= {short for n in names if n.kind == "other" and len(short := initials(n.text)) > 1}
    beside = [c for s in own for c in s.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    beside += [
        o for s in same for c in s.children if c.dep_ == "prep" and c.lower_ in ("of", "for", "at", "with", "from")
        for o in c.children if o.dep_ == "pobj"
    ]  # fmt: skip
    inner = [c.i for t in beside for c in (t, *(x for x in t.children if x.dep_ in ("compound", "poss", "amod")))]
    bodies = {k for n in (*names, *names_at(told, inner)) for k in n.keys} - keys
    heads = {t.lemma_.lower() for t in own if t.pos_ == "NOUN" or is_office(t)}
    employers = {t.lemma_.lower() for t in beside if t.pos_ == "NOUN" and is_definite(t)}
    return Speaker(base.text, frozenset(keys), frozenset(heads), frozenset(bodies), frozenset(employers))


def _beside(base: Token) -> Iterator[Token]:
    """The name right after a title, where the model took both for subjects: the chief of staff General Lind said."""
    yield from (
        c for c in base.head.children
        if c.dep_ == base.dep_ == "nsubj" and c != base and c.pos_ == "PROPN" and c.left_edge.i == base.right_edge.i + 1
    )  # fmt: skip


def _is_modifier(told: Told, base: Token, start: int) -> bool:
    """A name that only stands before the noun: the Harbour spokeswoman is no harbour."""
    at = word_at(told, start)
    return base.pos_ == "NOUN" and at is not None and at.head == base and at.dep_ in ("compound", "nmod")


def _top(token: Token) -> Token:
    """The noun that a name belongs to: Buik in "David Buik of BGC Partners", Berg in "Berg, a spokeswoman"."""
    seen = token
    for _ in range(3):
        head = seen.head
        if seen.dep_ in ("compound", "appos", "nmod", "flat") and head.pos_ in ("NOUN", "PROPN"):
            seen = head
        elif seen.dep_ == "pobj" and head.lower_ in ("of", "for", "at") and head.head.pos_ in ("NOUN", "PROPN"):
            seen = head.head
        else:
            break
    return seen


def _find(told: Told, saying: Saying) -> Token | None:
    """The word of the speaker nearest to what is said."""
    spots, start = [], told.text.find(saying.speaker)
    while start >= 0 and saying.speaker:
        if not (saying.span.start <= start < saying.span.end):
            spots.append(start)
        start = told.text.find(saying.speaker, start + 1)
    if not spots:
        return None
    near = min(spots, key=lambda s: min(abs(s - saying.span.start), abs(s - saying.span.end)))
    span = told.doc.char_span(near, near + len(saying.speaker), alignment_mode="expand")
    return span.root if span is not None else None


def _nouns(saying: Saying) -> frozenset[str]:
    return frozenset(w for w in saying.speaker.lower().split() if len(w) > 3 and w.isalpha()) | saying.heads


@lru_cache(maxsize=1)
def _who_speak() -> frozenset[str]:
    bodies = relation_words("organisations") | relation_words("companies")
    return words_of("offices") | words_of("acting_for_a_nation") | bodies


def cued_in(told: Told) -> Iterator[tuple[Token, Speaker]]:
    """Each verb of saying of a text with who does it, where the parse shows one."""
    cues = listed_stems("saying")
    for clause in told.clauses:
        if stem(clause.verb.lemma_) in cues and clause.doers and clause.doers[0].pos_ != "PRON":
            speaker = describe(told, clause.doers[0])
            if speaker.keys or speaker.heads & _who_speak():
                yield clause.verb, speaker


# ---------------------------------------------------------------- the same?


def compare_speakers(mine: Speaker, theirs: Speaker, library: Library) -> Likeness:
    """Whether a statement's speaker can be a passage's."""
    if theirs.is_open or mine.keys & theirs.keys or _is_misread(theirs, library):
        return "same"
    if mine.people and theirs.people:
        return "other"
    if _speaks_for(mine, theirs) or _speaks_for(theirs, mine):
        return "same"
    if _clash(mine, theirs):
        return "other"
    if mine.people or theirs.people:
        return _by_role(mine, theirs, library)
    companies = relation_words("companies")
    is_generic = any(not s.keys and s.heads & (companies | relation_words("organisations")) for s in (mine, theirs))
    if is_generic and (not (mine.heads and theirs.heads) or (mine.heads & companies and theirs.heads & companies)):
        return "unknown"
    return _same_heads(mine.heads, theirs.heads)


def _is_misread(speaker: Speaker, library: Library) -> bool:
    """A "he" that was taken for a woman of the sentence before: whom it stands for, nobody knows."""
    if speaker.text.lower() not in SEX_OF_PRONOUN or not speaker.people:
        return False
    return not any(fits_pronoun(k[2:], speaker.text, library) for k in speaker.people)


def _speaks_for(one: Speaker, other: Speaker) -> bool:
    """A body speaks through whoever belongs to it."""
    is_body = not one.keys and bool(one.heads & other.employers)
    return is_body or (not one.people and bool(one.keys & other.bodies))


def _clash(one: Speaker, other: Speaker) -> bool:
    return bool(
        one.bodies and other.bodies and not one.bodies & (other.bodies | other.keys) and not one.heads & other.heads
    )


def _by_role(mine: Speaker, theirs: Speaker, library: Library) -> Likeness:
    """One is a person by name, the other is told by what he or she is."""
    named, told = (mine, theirs) if mine.people else (theirs, mine)
    known = {s for p in named.people for r in role_heads(p[2:], library) for s in senses_of(r)}
    known |= senses_in(named.heads)
    wanted = {s for h in told.heads for s in senses_of(h)}
    if wanted & known:
        return "same"
    roles = " ".join(r.text for p in library.people if f"p:{p.id}" in named.people for r in p.roles).lower()
    if told.keys and any(k.partition(":")[2].replace("_", " ") in roles or k in roles for k in told.keys):
        return "same"
    return "other"


def _same_heads(mine: frozenset[str], theirs: frozenset[str]) -> Likeness:
    if not mine or not theirs:
        return "other"
    return "other" if senses_in(mine).isdisjoint(senses_in(theirs)) else "same"
