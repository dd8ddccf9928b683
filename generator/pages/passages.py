"""The passage of a paragraph that a statement rests on, and how much of it a page may show.

A digest is retold in our own words and may be shown whole, and so may a text with a licence. Of any other text only the
sentence that carries the statement is shown, and never more than `MOST_WORDS` of it at once: of a longer one the
clauses that carry it. A sentence that stands alone must hold what it speaks of, and its quotation marks in pairs.
"""

from __future__ import annotations

import re

from generator.data.calendar import MONTH_NAMES, WEEKDAY_NAMES
from generator.model import Article
from generator.pages.escape import clean
from generator.pages.quoting import MOST_WORDS, has_licence, words_of
from generator.pages.shortening import shorten_around

_CARD_WORDS = 70  # a card is read at a glance: a longer paragraph is cut to the sentences that carry the statement

# Not after an initial, an abbreviated title or "U.S."; good enough to choose a sentence, not to count them.
_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b[A-Z])(?<!Mr|Ms|Dr|St|Jr|Sr|Lt)(?<!Mrs|Gen|Col|Rev|Sen)"
    r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])"
)
_WORD = re.compile(r"\w+")
# A turn that joins a sentence to the one before it, and means nothing away from it.
_TURN = re.compile(
    r"^(?:(?:However|Moreover|Meanwhile|Instead|Still|Also),|(?:But|And)\b,?|Yet(?! to\b| another\b),?) +"
)
_PRONOUN = (
    r"(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|this(?! (?:year|month|week|time)\b)|these"
    r"|those(?! who| \w+ed\b)|that(?! the))"
)
_TIME = (
    f"(?:{'|'.join((*MONTH_NAMES, *WEEKDAY_NAMES))}"
    r"|last|this|that|the|then|early|late|end|start|of|day|week|month|year|years|days|\d+)"
)
# Opens with a pronoun, "so did" or "among them", or with a time and a pronoun: whom it means stands in a sentence
# before. "It is not known whether …" means nobody.
_DANGLING = re.compile(
    rf"^[\"“‘']?(?:so (?:is|are|was|were|did|does|has|had|have)\b"
    rf"|(?:(?:one|some|many|most|all|both|none) of|among|with|to|for) (?:them|these|those|him|her)\b"
    rf"|(?:(?:since|in|on|by|after|until|from|during|before) (?:{_TIME},? ){{1,5}})?{_PRONOUN}(?=[\s,’']))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^it (?:is|was|remains|remained|seems|appears|could|may) (?:\w+ ){0,3}?"
    r"(?:clear|unclear|known|unknown|likely|unlikely|possible|uncertain|be)\b",
    re.IGNORECASE,
)
# "that part of the deal", "such a claim": what it points back to stands in the sentence before.
_POINTS_BACK = re.compile(
    r"\b(?:that|this|these|those) (?:part|claim|report|figure|number|account|statement|step|decision|plan|offer|version"
    r"|allegation|exchange|swap)s?\b",
    re.IGNORECASE,
)


def is_shown_whole(article: Article) -> bool:
    """True where the article is retold in our words or has a licence."""
    return article.is_digest or has_licence(article)


def sentences(text: str) -> tuple[str, ...]:
    """The text's sentences, roughly."""
    starts = [0, *(m.end() for m in _END.finditer(text))]
    return tuple(text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


def passage(article: Article, ref: str, statement: str, about: str = "") -> str:
    """What a page shows of the paragraph beside this statement; empty where the article has no such paragraph. `about`
    are names of whom the statement, a mere label, is about."""
    block = article.paragraph(ref)
    if block is None:
        return ""
    text = clean(block.text)
    if is_shown_whole(article):
        is_short = len(text.split()) <= _CARD_WORDS
        return text if is_short else balanced(shorten(carrying(text, statement, about), _CARD_WORDS))
    wanted = words_of(f"{statement} {about}")
    return balanced(shorten_around(carrying(text, statement, about), wanted, MOST_WORDS))


def carrying(text: str, statement: str, about: str = "") -> str:
    """The sentence of the text that shares most words with the statement, the first of several; one with any of the
    names `about` before one with none."""
    wanted, names = (set(_WORD.findall(words.casefold())) for words in (statement, about))
    held = {s: set(_WORD.findall(s.casefold())) for s in sentences(text)}
    return max(held, key=lambda s: (bool(names & held[s]), len(wanted & held[s])))


def shorten(text: str, most: int) -> str:
    """At most so many words of the text, with an ellipsis where it was cut."""
    words = text.split()
    return text if len(words) <= most else " ".join(words[:most]) + " …"


def dangles(text: str) -> bool:
    """True where the sentence opens with a pronoun, so that it says nothing away from its paragraph."""
    text = _TURN.sub("", text)
    return bool(_DANGLING.match(text)) and not _NOBODY.match(text)


def points_back(text: str) -> bool:
    """True where the sentence cannot be understood without the one before it."""
    return dangles(text) or bool(_POINTS_BACK.search(text))


def detached(text: str) -> str:
    """The sentence without the turn ("However, …") that joined it to the one before."""
    rest = _TURN.sub("", text)
    return rest[:1].upper() + rest[1:]


def sentence_before(article: Article, ref: str, text: str) -> str:
    """The sentence of the paragraph that stands right before this one; empty where none does."""
    block = article.paragraph(ref)
    found = sentences(clean(block.text)) if block else ()
    place = next((i for i, sentence in enumerate(found) if clean(text) in sentence), 0)
    return found[place - 1] if place else ""


def balanced(text: str) -> str:
    """The text with an ellipsis and a mark where a quotation begins before it or goes on behind it."""
    opened: list[str] = []
    begins = ""
    for place, mark in enumerate(text):
        around = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
        if mark == "“" or (mark == '"' and '"' not in opened and around[0] in " ([—–"):
            opened.append(mark)
        elif mark == "”" or (mark == '"' and (opened or (around[1] in " .,;:!?)]" and not around[0].isdigit()))):
            begins = begins if opened else ("“" if mark == "”" else mark)
            opened = opened[:-1]
    ends = {"“": "”"}.get(opened[-1], opened[-1]) if opened else ""
    text = f"{begins}… {text}" if begins else text
    return f"{text} …{ends}" if ends else text
