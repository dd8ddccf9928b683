"""A name as the text writes it, from its first word to its last: Bank of Norway, Berg & Holm, the Lima 40.

The parse ties the words of a name together in many ways, so what stands side by side decides.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as Tokens
from spacy.tokens import Token


def name_of(token: Token) -> str:
    """A name or noun with what belongs to it on the left: Anna Berg, airline."""
    if token.pos_ != "PROPN":
        return str(token.text)
    doc, start, end = token.doc, token.i, token.i + 1
    while start > token.sent.start and _joins(doc[start - 1], doc[start]):
        start -= 1
    after = doc[end : end + 2]
    if len(after) == 2 and after[0].lower_ == "of" and after[1].pos_ == "PROPN":
        end += 2  # Bank of Norway
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].dep_ != "appos":
            end += 1
    if end < len(doc) and doc[end].is_digit and doc[end].head is token:
        end += 1  # Lima 40
    return whole_name(doc[start:end])


def _joins(left: Token, right: Token) -> bool:
    """Whether two neighbours are of one name: Air Peru, Berg & Holm, Bank of Norway; "Mr." and "Gen." are no part."""
    if left.text == "&" or (left.lower_ == "of" and right.pos_ == "PROPN" and left.i and left.nbor(-1).pos_ == "PROPN"):
        return left.i > left.sent.start
    is_title = left.text.endswith(".") and not re.fullmatch(r"(?:\w\.){2,}", left.text)
    return left.pos_ == "PROPN" and left.text[:1].isupper() and not is_title


def whole_name(tokens: Tokens) -> str:
    """The words as they stand, without an article before and a possessive mark behind."""
    text = re.sub(r"\s+(?='s?(?:\s|$))|(?<=\s)\s+", "", re.sub(r"\s+", " ", tokens.text))
    return re.sub(r"^(?:the|an?)\s+", "", re.sub(r"\s?'s?$", "", text), flags=re.I)
