"""A clause as a text that can stand alone: with names for its pronouns, a finite verb and a full stop.

Every word comes from the paragraph, but for the `was` that makes a sentence of "the ferry built in 1987".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from spacy.tokens import Doc, Token

from generator.events.clause_words import NOUNS, SUBJECTS, Pieces
from generator.events.referents import POINTING, Named, find_referent, is_personal


def words_in(doc: Doc, pieces: Pieces) -> list[Token]:
    """The words of these pieces of a paragraph, in their order."""
    return [t for a, b in pieces for t in doc if a <= t.idx < b]


def fill(token: Token, words: Sequence[Token], names: Sequence[Named]) -> str:
    """The name to print for a pronoun; empty where it may stay: its name comes before it, or it is not sure."""
    if not is_personal(token):
        return ""
    meant = find_referent(token, names)
    if meant is None:
        return ""
    before = [t.idx for t in words if t.i < token.i]
    is_told = any(n.person == meant.person and n.span.start in before for n in names)
    return "" if is_told else meant.written


def is_dangling(doc: Doc, pieces: Pieces, names: Sequence[Named]) -> bool:
    """Whether the text opens with a word that points back, or is about a "he" whom it does not name."""
    words = words_in(doc, pieces)
    first = words[0]
    if first.lower_ in POINTING and (first.tag_ in ("PRP", "PRP$") or first.dep_ in SUBJECTS):
        return True
    for token in words:
        if is_personal(token) and token.dep_ in SUBJECTS and find_referent(token, names) is None:
            return not any(t.pos_ == "PROPN" and t.dep_ in SUBJECTS and t.idx < token.idx for t in words)
        is_told = any(t.pos_ in NOUNS for t in words if t.i < token.i)
        if token.lower_ == "they" and token.dep_ in SUBJECTS and not is_told:
            return True
    return False


def lost_its_object(doc: Doc, pieces: Pieces, names: Sequence[Named]) -> bool:
    """Whether a clause speaks of "him", whom only the rest of its sentence names."""
    words = words_in(doc, pieces)
    open_ones = [t for t in words if is_personal(t) and t.dep_ not in SUBJECTS and find_referent(t, names) is None]
    return any(
        n.span.start >= t.sent.start_char and n.span.end <= t.idx and n.span.start not in {w.idx for w in words}
        for t in open_ones
        for n in names
    )


def write(doc: Doc, pieces: Pieces, names: Sequence[Named], is_noun: bool) -> str:
    """Pieces of one sentence as one: pronouns filled in, a full stop at its end."""
    words = words_in(doc, pieces)
    ends = {b for _, b in pieces}
    written = []
    for token, after in zip_longest(words, words[1:]):
        is_at_mark = after is not None and after.text in (",", ";", ".")
        space = " " if token.idx + len(token) in ends and not is_at_mark else token.whitespace_ * (not is_at_mark)
        written.append((fill(token, words, names) or _make_finite(token, words) or token.text) + space)
    joined = re.sub(r"^[A-Z][A-Z.'’ -]{2,}:\s+", "", " ".join("".join(written).split()))  # a transcript's speaker
    joined = joined[:1].upper() + joined[1:]
    is_whole = is_noun or re.search(r"[.!?…]\s*[\"”’')]*\s*\.?$", joined)
    return joined if is_whole else joined + "."


def _make_finite(token: Token, words: Sequence[Token]) -> str:
    """ "The ferry built in 1987" as "The ferry was built in 1987", and "before being sold" likewise, where the clause
    stands as a sentence; empty for every other word."""
    verb = token.head if token.dep_ == "auxpass" and token.lower_ == "being" else token
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "relcl", "pcomp", "advcl") or verb not in words[1:]:
        return ""
    has_hyphen = "-" in (verb.text, words[words.index(verb) - 1].text)
    if has_hyphen or any(c.dep_ in ("nsubj", "dobj") for c in verb.children):
        return ""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c in words]
    subjects = [t for t in words if t.i < verb.i and t.pos_ in NOUNS | {"PRON"}]
    if not subjects or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words if t.i < verb.i):
        return ""
    if verb.dep_ == "acl" and _has_own_verb(words, verb):
        return ""  # "the number of people killed rose"
    be = "were" if _is_plural(words, verb) else "was"
    if token is not verb:
        return be
    return "" if helpers else f"{be} {token.text}"


def _has_own_verb(words: Sequence[Token], participle: Token) -> bool:
    """Whether a finite verb follows that belongs to nothing under the noun which the participle describes."""
    below = set(participle.head.subtree)
    after = [t for t in words if t.i > participle.i and t not in below]
    verb = next((t for t in after if t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
    return verb is not None and not any(t.lower_ == "whose" and t.i < verb.i for t in words if t.i > participle.i)


def _is_plural(words: Sequence[Token], verb: Token) -> bool:
    before = [t for t in words if t.i < verb.i and t.pos_ in NOUNS]
    return any(t.tag_ in ("NNS", "NNPS") for t in before[:1]) or any(t.lower_ == "and" for t in words if t.i < verb.i)
