"""An event's words without those for its time, where its date says the same.

"Last month" was true on the day of the article; under the month that it means it misleads. A day of the week stays,
since no date says it, and so does whatever cannot go without breaking the sentence.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from generator.events.clause_text import words_in
from generator.events.clause_words import VERBS, Pieces, unbroken
from generator.model import DateMention

# Times that count from the article's day, and days that are printed with their month …
_RESOLVED = re.compile(r"\((?:day|week|weekend|month|year|ago|back|month-day|figures) |\d{4}-\d\d-\d\d$")
# … and times that another one tells, which is not printed beside them.
_POINTING = re.compile(r"(?:that|the same|the following|the next|the previous)\b", re.I)
# Of these the entry's date says less than the words do.
_FINER = re.compile(
    r"\b(?:early|late|mid|end|beginning|start|middle|close|morning|afternoon|evening|night|noon|\d+:\d+|[ap]\.?m)\b",
    re.I,
)
TIES = frozenset({"on", "in", "during"})
# Verbs that say too little without their time, and verbs of which it may be the object: "made today a feast".
_NEEDING = frozenset({"be", "come", "fall", "date", "last", "make", "call", "mark", "declare", "name"})
_FEWEST = 3  # words that have to be left


def drop_own_date(doc: Doc, pieces: Pieces, date: DateMention, start: int, end: int) -> Pieces:
    """The pieces without the date at these characters of the paragraph and the word that ties it to its verb. As they
    are where it says more than the entry's date, or belongs neither to the verb nor before the whole clause."""
    tokens = doc.char_span(start, end, alignment_mode="expand")
    is_resolved = _RESOLVED.match(date.expression) or _POINTING.match(date.text)
    if tokens is None or not is_resolved or _FINER.search(date.text):
        return pieces
    root = tokens.root
    top = root.head if root.dep_ == "pobj" and root.head.lower_ in TIES else root
    gone = {*tokens, top}
    below = [t for t in top.subtree if t not in gone]
    if any(t.i < top.i for t in below) or (below and below[0].text != ",") or top.head.lemma_ in _NEEDING:
        return pieces
    words = words_in(doc, pieces)
    after = doc[tokens.end] if tokens.end < len(doc) else None
    is_its_comma = after is not None and after in words and after.text == "," and tokens[-1].is_digit
    if after is not None and is_its_comma and after.nbor().pos_ == "ADP":
        gone.add(after)  # of "on June 11, 2020, in Oslo"
    kept = [t for t in words if t not in gone]
    if not gone <= set(words) or not _can_go(top, sorted(words.index(t) for t in gone), words):
        return pieces
    while kept and kept[0].text == ",":
        kept.pop(0)
    while kept and kept[-1].text in (",", "."):
        kept.pop()
    if sum(t.is_alpha for t in kept) < _FEWEST:
        return pieces
    return tuple((run[0].idx, run[-1].idx + len(run[-1])) for run in unbroken(kept))


def _can_go(top: Token, places: list[int], words: list[Token]) -> bool:
    """At the start before a comma, or elsewhere with a verb; what it says of a noun may be another event."""
    if places != list(range(places[0], places[-1] + 1)):
        return False
    before = words[places[0] - 1].text if places[0] else ""
    after = words[places[-1] + 1].text if places[-1] + 1 < len(words) else "."
    if not before:
        return after == ","
    if before in (",", "(", "—", "–", "-") or top.head.pos_ not in VERBS:
        return False
    is_bare = top.head.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in top.head.children)
    return not (is_bare and words[places[0] - 1] == top.head)  # "a replacement, begun two years ago"
