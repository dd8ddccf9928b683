"""From a place in a text to the model's tokens, and from a token to the whole word that it has cut at hyphens."""

from __future__ import annotations

from spacy.tokens import Doc, Token


def whole_word(token: Token) -> str:
    """The word that ends with this token, where the model has cut it at its hyphens: sister-in-law."""
    return str(token.doc.text[first_of(token).idx : token.idx + len(token.text)])


def first_of(token: Token) -> Token:
    """The token with which that word begins."""
    first = token
    while first.i > 0 and "-" in (first.text, first.nbor(-1).text) and not first.nbor(-1).whitespace_:
        first = first.nbor(-1)
    return first


def token_at(doc: Doc, at: int) -> Token | None:
    """The token that a place lies in, or the next one; white space is none."""
    return next((t for t in doc if t.idx + len(t.text) > at and not t.is_space), None)


def token_before(doc: Doc, at: int) -> Token | None:
    """The last token that begins before a place; white space is none."""
    found = None
    for token in doc:
        if token.idx >= at:
            break
        if not token.is_space:
            found = token
    return found
