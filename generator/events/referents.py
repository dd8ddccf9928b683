"""Whom a pronoun stands for, where the paragraph leaves no doubt; a text that stands alone must not open with one.

Only names of the same paragraph count. Of two people who could be meant it is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.briefing import Person
from generator.events.clause_words import RELATIVE, SUBJECTS, VERBS, name_owner
from generator.mentions.words import word_lists
from generator.model import Block, Span

_HE, _SHE = frozenset({"he", "him"}), frozenset({"she", "her"})
_TITLES = {"mr": _HE, "mrs": _SHE, "ms": _SHE, "miss": _SHE}
# Other words that point back; alone at the head of a text they leave open what is meant.
POINTING = frozenset({"it", "they", "this", "that", "these", "those", "them", "his", "her", "its", "their", "one"})


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name in a Doc's text: where, whose, and how to write it in place of a pronoun."""

    span: Span
    person: str
    written: str
    title: str


def names_in(block: Block, article: str, people: Sequence[Person]) -> tuple[Named, ...]:
    """The names of people in a paragraph, in its order, placed in the paragraph's own text."""
    found = []
    for person in people:
        for m in person.mentions:
            if m.article == article and m.mention.span.within(block.span):
                start, end = m.mention.span.start - block.span.start, m.mention.span.end - block.span.start
                title = m.mention.title if m.mention.title.rstrip(".").lower() in _TITLES else ""
                found.append(Named(Span(start, end), person.id, f"{title} {m.mention.text}".strip(), title))
    return tuple(sorted(found, key=lambda name: name.span))


def is_personal(token: Token) -> bool:
    """Whether a word is he, him, she or her, and no possessive."""
    return token.tag_ == "PRP" and token.lower_ in _HE | _SHE


def find_referent(pronoun: Token, names: Sequence[Named]) -> Named | None:
    """The latest name of the one person that he, him, she or her can stand for; None where that is open."""
    before = [n for n in names if n.span.end <= pronoun.idx and _agrees(n, pronoun)]
    if pronoun.dep_ not in SUBJECTS:
        own = {n.person for n in before if _is_subject_of_clause(n, pronoun)}
        before = [n for n in before if n.person not in own]
    described = _find_described(pronoun, before)
    if described is not None:
        return described
    people = {n.person for n in before}
    if len(people) > 1:
        before = _of_sentence_before(pronoun, before)
        people = {n.person for n in before}
    if len(people) != 1 or _is_interrupted(pronoun, before[-1]):
        return None
    return before[-1]


def _agrees(name: Named, pronoun: Token) -> bool:
    genders = _TITLES.get(name.title.rstrip(".").lower())
    return genders is None or pronoun.lower_ in genders


def _is_subject_of_clause(name: Named, pronoun: Token) -> bool:
    verb = next((t for t in pronoun.ancestors if t.pos_ in VERBS), None)
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS] if verb is not None else []
    return any(name.span.start <= t.idx < name.span.end for s in subjects for t in (s, *s.conjuncts))


def _find_described(pronoun: Token, names: Sequence[Named]) -> Named | None:
    """ "…, who is alone after he lost": he is whom the "who" stands for."""
    for verb in pronoun.ancestors:
        if verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.lower_ in RELATIVE for c in verb.children):
            owner = name_owner(verb)
            return next((n for n in names if owner and n.span.start <= owner.idx < n.span.end), None)
    return None


def _of_sentence_before(pronoun: Token, names: Sequence[Named]) -> list[Named]:
    """The names of the sentence before, for a pronoun that opens a sentence whose own names come later."""
    start = pronoun.sent.start_char
    if pronoun.dep_ not in SUBJECTS or any(n.span.start >= start for n in names) or pronoun.sent.start == 0:
        return []
    last = pronoun.doc[pronoun.sent.start - 1].sent
    named = [n for n in names if n.span.start >= last.start_char]
    return named if any(_is_a_subject(n, pronoun.doc) for n in named) else []


def _is_a_subject(name: Named, doc: Doc) -> bool:
    span = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in SUBJECTS


def _is_interrupted(pronoun: Token, name: Named) -> bool:
    """Whether somebody without a name comes between: "Berg left. A doctor said he …"."""
    between = [t for t in pronoun.doc if name.span.end <= t.idx < pronoun.idx]
    return any(t.tag_ == "NN" and t.dep_ in SUBJECTS and t.lemma_.lower() in word_lists()["nouns"] for t in between)
