"""Who speaks, as written: from a verb of saying to its subject, and from there to the noun phrase.

A pronoun stays a pronoun here and "the adviser" stays the adviser; whom they mean is for cast.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.language import Parsed
from generator.model import Mention, Span
from generator.voices.speech import lemma_of, load_lexicon

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_NOUNS = {"NOUN", "PROPN", "PRON"}
_BEFORE_HEAD = {"det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "predet", "neg", "advmod"}
_BELONGS = {"for", "of", "at", "in", "from", "with", "to"}
_PHRASE_ENDS = {",", "—", "–", "--", "-", ";", ":", '"', "("}
_DOER = re.compile(r"\w{2}(?:er|or|ist|ian|man|woman|men|women)$")
_PASS_ON = {"quote", "cite"}  # … somebody as saying: the words are that one's
_SPEAKING_PRONOUNS = {"he", "she", "they", "we", "i", "who", "some", "many", "others", "everyone", "his", "her"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as written, and what says so. `head` is the word that carries the phrase; `named_by` the mention
    where the phrase itself is or holds the name."""

    span: Span
    text: str
    head: Token
    cue: str
    named_by: Span | None = None


def subject_of(verb: Token) -> Token | None:
    """The word that governs a verb: its own subject, else that of the verb it hangs on; the noun before "who said"."""
    if _is_summary(verb):
        return None
    seen = verb
    for _ in range(6):  # deeper chains are parser errors
        subject = next((c for c in seen.children if c.dep_ in _SUBJECTS), None)
        if subject is not None:
            is_relative = subject.lower_ in {"who", "which", "that"} and seen.dep_ == "relcl"
            return seen.head if is_relative else subject
        if seen.dep_ in {"acl", "relcl"} and seen.head.pos_ in _NOUNS:
            return seen.head if seen.tag_ != "VBN" else None  # "the charge denied by the mayor": nobody's subject
        if seen.lower_ == "as" and lemma_of(seen.head) in _PASS_ON:
            return next((c for c in seen.head.children if c.dep_ == "dobj"), None)
        is_link = seen.dep_ in {"prep", "pcomp"} or seen.head.pos_ in {"VERB", "AUX"}
        if seen.head is seen or not is_link or (seen.dep_ == "ccomp" and seen.i < seen.head.i):
            return None
        seen = seen.head
    return None


def _is_summary(verb: Token) -> bool:
    """`All told, …`: taken together; nobody tells anything."""
    before, after = verb.i and verb.nbor(-1).lower_ == "all", verb.i + 1 == len(verb.doc) or verb.nbor(1).is_punct
    return verb.lower_ == "told" and bool(before) and bool(after)


def is_passive(verb: Token) -> bool:
    """Whether something is said of the subject rather than by it: "was told", "is described"."""
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Who says it where the verb is passive: "was denied by the mayor"."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    return next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None


def speaker_at(parsed: Parsed, head: Token, cue: str, mentions: Sequence[Mention]) -> Speaker:
    """The noun phrase that a word carries: the name alone where a person's mention covers it or stands beside it in
    apposition, the pronoun, or the noun with what belongs to it ("a spokeswoman for the embassy")."""
    name = _mention_at(parsed, head, mentions) or _apposed(parsed, head, mentions) or _led_to(parsed, head, mentions)
    if name is not None:
        return Speaker(name.span, name.text, head, cue, name.span)
    start, end = _phrase(head)
    tokens = head.doc[start:end]
    return Speaker(parsed.span(tokens), parsed.block.text[tokens.start_char : tokens.end_char], head, cue)


def is_unnamed(head: Token) -> bool:
    """Whether a phrase with this head speaks for somebody the article does not name: officials, a spokeswoman."""
    lexicon, lemma = load_lexicon(), lemma_of(head)
    is_known = lemma in lexicon.offices and any(c.lower_ in {"the", "this"} for c in head.children)
    if is_known and head.tag_ == "NN":
        return False
    is_doer = head.pos_ == "NOUN" and _DOER.search(lemma) is not None and lemma not in lexicon.things
    return is_doer or bool({lemma, head.lower_} & lexicon.unnamed)


def can_speak(head: Token) -> bool:
    """Whether a phrase with this head is somebody or an institution, not a thing that merely suggests something."""
    if head.pos_ == "PRON":
        return head.lower_ in _SPEAKING_PRONOUNS
    is_name = head.pos_ == "PROPN" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children)
    return is_name or is_unnamed(head) or lemma_of(head) in load_lexicon().institutions


def noun_at(token: Token) -> Token:
    """The head of the noun phrase that a word stands in."""
    chunk = next((c for c in token.sent.noun_chunks if c.start <= token.i < c.end), None)
    return chunk.root if chunk is not None else token


# ---------------------------------------------------------------- the phrase as written


def _mention_at(parsed: Parsed, token: Token, mentions: Sequence[Mention]) -> Mention | None:
    at = parsed.span(token.doc[token.i : token.i + 1])
    return next((m for m in mentions if m.span.overlaps(at)), None)


def _apposed(parsed: Parsed, head: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The name in `the envoy, Nils Holt,` and `spokesman Nils Holt`."""
    for child in head.children:
        if child.dep_ == "appos" or (child.dep_ in {"compound", "nmod"} and child.i > head.i):
            found = _mention_at(parsed, child, mentions)
            if found is not None:
                return found
    return None


def _led_to(parsed: Parsed, head: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The name whose title or role before it holds the word: `rebel negotiator Nils Holt`, read as two by the model."""
    at = parsed.span(head.doc[head.i : head.i + 1])
    for mention in mentions:
        start = mention.span.start - len(mention.title) - 1 if mention.title else mention.span.start
        if mention.role_span and mention.role_span.end <= start:
            start = min(start, mention.role_span.start) if start - mention.role_span.end <= 1 else start
        if start <= at.start and at.end <= mention.span.start:
            return mention
    return None


def _phrase(head: Token) -> tuple[int, int]:
    """First token and one past the last of a noun phrase without its relative clauses and appositions."""
    places = [t.i for t in _phrase_tokens(head)]
    first, last = min(places), max(places)
    while last > head.i and (head.doc[last].is_punct or head.doc[last].dep_ in {"cc", "prep"}):
        last -= 1
    return first, last + 1


def _phrase_tokens(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in _BEFORE_HEAD and child.i < head.i:
            yield from child.subtree
        elif child.i > head.i and (_belongs(child) or (child.pos_ == "PROPN" and child.left_edge.i == head.i + 1)):
            yield from _until_pause(child)


def _belongs(child: Token) -> bool:
    return child.dep_ == "prep" and child.lower_ in _BELONGS


def _until_pause(token: Token) -> Iterator[Token]:
    for part in sorted(token.subtree, key=lambda t: t.i):
        if part.text in _PHRASE_ENDS or part.dep_ == "relcl" or part.lower_ in {"who", "which"}:
            return
        yield part
