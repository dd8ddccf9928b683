"""The passage of a paragraph that a statement rests on, and how much of it a page may show.

A digest is retold in our own words and may be shown whole, and so may a text with a licence. Of any other text only the
sentence that carries the statement is shown, and never more than `MOST_WORDS` of it at once.
"""

from __future__ import annotations

import re

from generator.escape import clean
from generator.model import Article

MOST_WORDS = 30  # the most that is quoted at once of a text that is not ours to show
_CARD_WORDS = 70  # a card is read at a glance: a longer paragraph is cut to the sentences that carry the statement

# Not after an initial, an abbreviated title or "U.S."; good enough to choose a sentence, not to count them.
_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b[A-Z])(?<!Mr|Ms|Dr|St|Jr|Sr|Lt)(?<!Mrs|Gen|Col|Rev|Sen)"
    r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])"
)
_WORD = re.compile(r"\w+")


def is_shown_whole(article: Article) -> bool:
    """True where the article is retold in our words or has a licence."""
    return article.is_digest or bool(article.licence)


def sentences(text: str) -> tuple[str, ...]:
    """The text's sentences, roughly."""
    starts = [0, *(m.end() for m in _END.finditer(text))]
    return tuple(text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


def passage(article: Article, ref: str, statement: str) -> str:
    """What a page shows of the paragraph beside this statement; empty where the article has no such paragraph."""
    block = article.paragraph(ref)
    if block is None:
        return ""
    text = clean(block.text)
    if is_shown_whole(article):
        return text if len(text.split()) <= _CARD_WORDS else shorten(carrying(text, statement), _CARD_WORDS)
    return shorten(carrying(text, statement), MOST_WORDS)


def carrying(text: str, statement: str) -> str:
    """The sentence of the text that shares most words with the statement; the first of several."""
    wanted = set(_WORD.findall(statement.casefold()))
    return max(sentences(text), key=lambda s: len(wanted & set(_WORD.findall(s.casefold()))))


def shorten(text: str, most: int) -> str:
    """At most so many words of the text, with an ellipsis where it was cut."""
    words = text.split()
    return text if len(words) <= most else " ".join(words[:most]) + " …"
