"""The head of a page: headline, dek, and who published, who wrote and when, above the first paragraph.

What shows by itself (a byline, a date) has its kind already; here a line gets one by where it stands. A paragraph is
never taken for any of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.articles import marks
from generator.articles.datelines import find_dateline
from generator.articles.lines import Unit
from generator.articles.mastheads import is_desk, letters_of, people_in, read_masthead
from generator.articles.timestamps import possible_dates, read_date
from generator.model import Kind

_TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?][\"”’)]*\s+[A-Z“\"].*[a-z]{3}[.!?]", re.S)
LEAST_PROSE = 15
"""Words. Two sentences, or a dateline and what follows, are a paragraph from here on; headlines of two are shorter."""
LONGEST_DEK = 60
"""Words. The longest dek we saw has 24, the first paragraphs of articles 25 to 60 and no byline below them."""
DEKS = 2
"""How many lines below a headline may be its dek; what follows them is the article, however it ends. We saw one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit that stays, and the kind it has been found to be; `heading` is the depth of a marked heading, or 0."""

    unit: Unit
    kind: Kind | None = None
    heading: int = 0
    doubt: str = ""

    @property
    def text(self) -> str:
        """The unit's words."""
        return self.unit.text

    @property
    def is_prose(self) -> bool:
        """True for what reads like a paragraph, whatever it may turn out to be."""
        words = len(self.text.split())
        if self.heading:
            return False
        if words >= LEAST_PROSE and (_is_filed(self.text) or _TWO_SENTENCES.search(self.text)):
            return True  # whatever stands behind its full stop: `Enditem`, a link
        return words > 30 or (words >= 6 and marks.is_ended(self.text)) or marks.is_turn(self.text)


def _is_filed(text: str) -> bool:
    """It begins with a dateline that names an agency, as no headline does."""
    dateline = find_dateline(text)
    return bool(dateline and dateline["agency"])


# ---------------------------------------------------------------- who published, who wrote, when


def label_mastheads(pieces: list[Piece], title: str) -> list[Piece]:
    """Who published, who wrote and when, where a line says so in its parts: near the top, and dated ones at the end."""
    prose = [i for i, p in enumerate(pieces) if p.kind is None and p.is_prose]
    first, third = (prose[i] if len(prose) > i else len(pieces) for i in (0, 2))
    last = prose[-1] if prose else len(pieces)
    out = list(pieces)
    for i, piece in enumerate(pieces):
        if piece.kind is not None or piece.heading or piece.is_prose or first <= third <= i <= last:
            continue
        masthead = read_masthead(piece.text)
        if masthead and masthead.is_dated and (title or masthead.outlet or masthead.author or _has_top(out[:i])):
            out[i] = replace(piece, kind="byline" if masthead.author else "timestamp")
        elif (i < third and _is_repeated_by(out, i)) or (i <= first and _is_undated(out, i, first, bool(title))):
            out[i] = replace(piece, kind="byline")
    return out


def _is_undated(pieces: Sequence[Piece], i: int, first: int, has_title: bool) -> bool:
    """True for an outlet's name where a headline stands above or below, and for who signs below a headline."""
    has_top = has_title or _has_top(pieces[:i])
    masthead = read_masthead(pieces[i].text)
    if masthead and not masthead.is_dated:
        return has_top or _has_headline_below(pieces, i, first)
    return has_top and _is_signature(pieces, i)


def _has_top(above: Sequence[Piece]) -> bool:
    """True where a line that may be the headline stands above."""
    return any(p.heading or (p.kind is None and not p.is_prose) for p in above)


def _has_headline_below(pieces: Sequence[Piece], i: int, first: int) -> bool:
    """True where what may be a headline stands between this line and the first paragraph."""
    return any(p.kind is None and len(p.text.split()) > 3 and not read_masthead(p.text) for p in pieces[i + 1 : first])


def _is_signature(pieces: Sequence[Piece], i: int) -> bool:
    """True for names beside a date or a byline, and for the office of who signed above."""
    if is_desk(pieces[i].text):
        return bool(i and (pieces[i - 1].kind == "byline" or people_in(pieces[i - 1].text)))
    near = [*pieces[max(0, i - 2) : i], *pieces[i + 1 : i + 3]]
    is_beside = any(p.kind in ("timestamp", "byline") or is_desk(p.text) for p in near)
    return bool(is_beside and people_in(pieces[i].text))


def _is_repeated_by(pieces: Sequence[Piece], i: int) -> bool:
    """True for the names that a byline right below says again, run together as links are."""
    text, below = letters_of(pieces[i].text), [p.text for p in pieces[i + 1 : i + 3] if p.kind == "byline"]
    return len(text) > 5 and any(text in letters_of(re.sub(r"\band\b", "", line)) for line in below)


# ---------------------------------------------------------------- headline and dek


def label_head(pieces: list[Piece], title: str) -> list[Piece]:
    """Headline and dek: before the first paragraph, or before the byline or timestamp that stands near the top."""
    out = list(pieces)
    signed = False
    for i, piece in enumerate(pieces[: _head_end(pieces, title)]):
        has_headline = any(p.kind == "headline" for p in out[:i])
        if piece.kind is not None:
            signed = signed or (has_headline and piece.kind in ("byline", "timestamp"))
        elif _is_title(piece.text, title or _headline_of(out)) or (not has_headline and _may_be_headline(piece, title)):
            out[i] = replace(piece, kind="headline")
        elif piece.heading == 0 and _stands_by_clock(pieces, i) and len(piece.text.split()) <= 10:
            out[i] = replace(piece, kind="timestamp")  # the place beside the time: Press Room, 12:05 p.m.
        elif signed and piece.heading:
            continue  # a subheading of the article, which has begun
        elif _introduces_speech(pieces, i):
            break  # `The mayor said:` and her words below
        elif signed and len(piece.text.split()) > 3:
            out[i] = replace(piece, kind="caption")  # below the byline a dek is over; a caption stays citable
        elif (has_headline or not marks.is_ended(piece.text)) and sum(p.kind == "dek" for p in out) < DEKS:
            out[i] = replace(piece, kind="dek")
    return out


def _introduces_speech(pieces: Sequence[Piece], i: int) -> bool:
    below = pieces[i + 1].text if i + 1 < len(pieces) else ""
    return pieces[i].text.endswith(":") and below[:1] in "\"“‘"


def _head_end(pieces: Sequence[Piece], title: str) -> int:
    """How many pieces are the page's head: up to the first paragraph, or to a byline or date below a dek."""
    prose = [i for i, p in enumerate(pieces) if p.kind is None and p.is_prose]
    prose = [i for i in prose if i >= 4 or not _is_title(pieces[i].text, title)]
    first = prose[0] if prose else len(pieces)
    third = prose[2] if len(prose) > 2 else len(pieces)
    signed = next((i for i, p in enumerate(pieces[:third]) if i > first and _is_dated_or_signed(p)), 0)
    if not signed or signed == len(pieces) - 1:
        return first
    has_top = first > 0 or not marks.is_paragraph(pieces[0].text)
    is_short = all(len(pieces[i].text.split()) <= LONGEST_DEK for i in prose if i < signed)
    return signed if has_top and is_short else first


def _is_dated_or_signed(piece: Piece) -> bool:
    return piece.kind == "byline" or (piece.kind == "timestamp" and bool(possible_dates(piece.text)))


def _headline_of(pieces: Sequence[Piece]) -> str:
    return next((p.text for p in pieces if p.kind == "headline"), "")


def _may_be_headline(piece: Piece, title: str) -> bool:
    """True for a first line without a full stop, where the front matter gives no title to know the headline by."""
    if piece.heading == 1:
        return True
    text = piece.text
    return not title and len(text) <= 220 and not re.search(r"[.,;:]$", text) and not marks.is_list_item(text)


def _stands_by_clock(pieces: Sequence[Piece], i: int) -> bool:
    """True where a line near this one holds a time of day and no date, as above a transcript."""
    return any(p.kind == "timestamp" and read_date(p.text) is None for p in pieces[max(0, i - 2) : i + 3])


def _is_title(text: str, title: str) -> bool:
    a, b = letters_of(text), letters_of(title)
    if not a or not b:
        return False
    theirs = set(re.findall(r"\w+", title.lower()))
    mine = re.findall(r"\w+", text.lower())
    is_like = 4 <= len(mine) <= 30 and sum(w in theirs for w in mine) >= 0.7 * len(mine)
    return a == b or (min(len(a), len(b)) >= 20 and (a.startswith(b[:60]) or a in b)) or is_like
