"""A text taken apart: what belongs to the article, what each piece is, and what the page put around it.

Promise: a paragraph is never lost. Only a line that a rule of data/furniture.yml describes from end to end, what
stands under a heading of links or comments, and a headline said again are set aside; whatever is in doubt stays, with
a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from generator.articles import marks
from generator.articles.furniture import lines_of, set_furniture_aside
from generator.articles.lines import Unit, join_lines
from generator.articles.openings import refers_back
from generator.articles.timestamps import is_timestamp, possible_dates, read_date
from generator.model import Block, Finding, Kind, SetAside, Span

_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$|(\*\*|__)(?!\s)(.+?)(?<!\s)(?:\*\*|__)$", re.S)
LONGEST_DEK = 60
"""Words. The longest dek we saw has 24, the first paragraphs of articles 25 to 60 and no byline below them."""
DEKS = 2
"""How many lines below a headline may be its dek; what follows them is the article, however it ends. We saw one."""
_TRANSCRIPT = 5
"""Turns of speech from which on a text is a transcript, whose short lines are answers and not subheadings: the
transcripts we had have 12 or more, articles none."""


class Taken(NamedTuple):
    """What a text comes to."""

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A unit that stays, and the kind it has been found to be; `heading` is the depth of a marked heading, or 0."""

    unit: Unit
    kind: Kind | None = None
    heading: int = 0
    doubt: str = ""

    @property
    def text(self) -> str:
        return self.unit.text

    @property
    def is_prose(self) -> bool:
        """True for what reads like a paragraph, whatever it may turn out to be."""
        words = len(self.text.split())
        if self.heading:
            return False
        return words > 30 or (words >= 6 and marks.is_ended(self.text)) or marks.is_turn(self.text)


def take_apart(text: str, *, file: str = "", title: str = "", is_digest: bool = False, first_line: int = 1) -> Taken:
    """Blocks, lines set aside and findings of a text. `title` is the front matter's, to know the headline by;
    `first_line` is the number of the text's first line in its file."""
    if is_digest:
        blocks = _number(text, [_digest_piece(unit) for unit in paragraphs(text, first_line)])
        return Taken(blocks, (), _lead_findings(file, blocks))
    kept, aside, findings = set_furniture_aside(join_lines(text, first_line), file)
    pieces = _label(kept, title)
    pieces, again = _drop_repeated_headlines(pieces)
    blocks = _number(text, pieces)
    advice = "It was kept as a paragraph; delete the line if it is none."
    doubts = tuple(Finding(file, f"line {p.unit.line}", p.doubt, advice) for p in pieces if p.doubt)
    set_aside = tuple(sorted((*aside, *again), key=lambda a: a.line))
    return Taken(blocks, set_aside, (*_lead_findings(file, blocks), *findings, *doubts))


def paragraphs(text: str, first_line: int = 1) -> tuple[Unit, ...]:
    """The paragraphs of a text in which a blank line stands between two, however its lines are broken."""
    units: list[Unit] = []
    for unit in join_lines(text, first_line):
        if units and not unit.after_blank:
            before = units.pop()
            span = Span(before.span.start, unit.span.end)
            unit = Unit(before.lines + unit.lines, span, text[span.start : span.end], before.after_blank)
        units.append(unit)
    return tuple(units)


def _digest_piece(unit: Unit) -> _Piece:
    return _Piece(unit, "caption" if re.match(r"caption:\s", unit.text, re.I) else "body")


# ---------------------------------------------------------------- kinds


def _label(units: Sequence[Unit], title: str) -> list[_Piece]:
    """Every unit's kind: first what shows it by itself, then the head of the page, then what stands between."""
    pieces = [_by_itself(unit) for unit in units]
    pieces = _label_captions(pieces)
    pieces = _label_head(pieces, title)
    return _label_rest(pieces)


def _by_itself(unit: Unit) -> _Piece:
    piece = _Piece(unit)
    if heading := _HEADING.match(unit.text):
        start = unit.span.start + (heading.start(2) if heading[1] else heading.start(4))
        words = heading[2] if heading[1] else heading[4]
        if heading[1] or (len(words.split()) <= 20 and not words.endswith(".")):
            unit = replace(unit, span=Span(start, start + len(words)), text=words)
            return _Piece(unit, None, len(heading[1] or "###"))
    if is_timestamp(unit.text):
        return replace(piece, kind="timestamp")
    if marks.is_byline(unit.text):
        return replace(piece, kind="byline")
    if marks.is_credit(unit.text):
        return replace(piece, kind="credit")
    if marks.is_caption(unit.text):
        return replace(piece, kind="caption")
    return piece


def _label_captions(pieces: list[_Piece]) -> list[_Piece]:
    """What stands right above a picture's credit is its caption."""
    out = list(pieces)
    for i, (piece, following) in enumerate(pairwise(pieces)):
        is_open = piece.kind is None and not piece.heading and not re.match(r"[\"“‘']", piece.text)
        if is_open and marks.is_photo_credit(following.text) and len(piece.text.split()) <= 60:
            out[i] = replace(piece, kind="caption")
    return out


def _label_head(pieces: list[_Piece], title: str) -> list[_Piece]:
    """Headline and dek: before the first paragraph, or before the byline or timestamp that stands near the top."""
    out = list(pieces)
    signed = False
    for i, piece in enumerate(pieces[: _head_end(pieces, title)]):
        has_headline = any(p.kind == "headline" for p in out[:i])
        if piece.kind is not None:
            signed = signed or (has_headline and piece.kind in ("byline", "timestamp"))
        elif _is_title(piece.text, title or _headline_of(out)) or (not has_headline and _may_be_headline(piece, title)):
            out[i] = replace(piece, kind="headline")
        elif _stands_by_clock(pieces, i) and len(piece.text.split()) <= 10:
            out[i] = replace(piece, kind="timestamp")  # the place beside the time: Press Room, 12:05 p.m.
        elif signed and len(piece.text.split()) > 3:
            out[i] = replace(piece, kind="caption")  # below the byline a dek is over; a caption stays citable
        elif (has_headline or not marks.is_ended(piece.text)) and sum(p.kind == "dek" for p in out) < DEKS:
            out[i] = replace(piece, kind="dek")
    return out


def _head_end(pieces: Sequence[_Piece], title: str) -> int:
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


def _is_dated_or_signed(piece: _Piece) -> bool:
    return piece.kind == "byline" or (piece.kind == "timestamp" and bool(possible_dates(piece.text)))


def _headline_of(pieces: Sequence[_Piece]) -> str:
    return next((p.text for p in pieces if p.kind == "headline"), "")


def _may_be_headline(piece: _Piece, title: str) -> bool:
    """True for a first line without a full stop, where the front matter gives no title to know the headline by."""
    if piece.heading == 1:
        return True
    text = piece.text
    return not title and len(text) <= 220 and not re.search(r"[.,;:]$", text) and not marks.is_list_item(text)


def _stands_by_clock(pieces: Sequence[_Piece], i: int) -> bool:
    """True where a line near this one holds a time of day and no date, as above a transcript."""
    return any(p.kind == "timestamp" and read_date(p.text) is None for p in pieces[max(0, i - 2) : i + 3])


def _is_title(text: str, title: str) -> bool:
    a, b = _plain(text), _plain(title)
    if not a or not b:
        return False
    theirs = set(re.findall(r"\w+", title.lower()))
    mine = re.findall(r"\w+", text.lower())
    is_like = 4 <= len(mine) <= 30 and sum(w in theirs for w in mine) >= 0.7 * len(mine)
    return a == b or (min(len(a), len(b)) >= 20 and (a.startswith(b[:60]) or a in b)) or is_like


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _label_rest(pieces: list[_Piece]) -> list[_Piece]:
    """Body, subheadings, and what stands at the end and is in doubt."""
    is_transcript = sum(marks.is_turn(p.text) for p in pieces) >= _TRANSCRIPT
    last = max((i for i, p in enumerate(pieces) if p.kind is None and p.is_prose), default=-1)
    out = []
    for i, piece in enumerate(pieces):
        inside = 0 < i < last
        if piece.kind == "timestamp" and inside and _is_inside(pieces, i):
            out.append(replace(piece, kind="subhead"))
        elif piece.kind is not None:
            out.append(piece)
        elif piece.heading or (inside and not is_transcript and _is_subhead(pieces, i)):
            out.append(replace(piece, kind="subhead"))
        elif i > last >= 0 and not marks.is_ended(piece.text) and len(piece.text.split()) <= 8:
            out.append(replace(piece, kind="body", doubt="This short line may be no part of the article."))
        else:
            out.append(replace(piece, kind="body"))
    return out


def _is_inside(pieces: Sequence[_Piece], i: int) -> bool:
    return any(p.kind is None and p.is_prose for p in pieces[:i])


def _is_subhead(pieces: Sequence[_Piece], i: int) -> bool:
    """A short line without an end, with a paragraph below it and not in the middle of a list."""
    text, below, above = pieces[i].text, pieces[i + 1], pieces[i - 1]
    if marks.is_turn(text) or marks.is_list_item(text) or len(text.split()) > 12 or text[:1].islower():
        return False
    if text[:1] in "\"“" and text[-1:] not in "\"”":  # somebody's words, and who said them
        return False
    has_open_end = re.search(r"[\w%]$|\w[\"”’)]$", text)
    is_after_something = above.is_prose or above.kind is not None
    return bool(has_open_end) and is_after_something and below.is_prose and below.kind is None and (
        below.text[:1].isupper() or below.text[:1] in "\"“‘"
    )


# ---------------------------------------------------------------- blocks


def _drop_repeated_headlines(pieces: list[_Piece]) -> tuple[list[_Piece], list[SetAside]]:
    kept: list[_Piece] = []
    aside: list[SetAside] = []
    seen: set[str] = set()
    for piece in pieces:
        plain = _plain(piece.text)
        if plain in seen and piece.kind != "caption":
            aside += lines_of(piece.unit, "the headline again")
            continue
        if piece.kind == "headline":
            seen.add(plain)
        kept.append(piece)
    return kept, aside


def _number(text: str, pieces: Sequence[_Piece]) -> tuple[Block, ...]:
    """Blocks with the refs that citations use: 1, 2, 3 … for the body, c1, c2 … for captions."""
    blocks, body, captions = [], 0, 0
    for piece in pieces:
        kind = piece.kind or "body"
        start, end = _own_words(piece, kind)
        ref = ""
        if kind == "body":
            body += 1
            ref = str(body)
        elif kind == "caption":
            captions += 1
            ref = f"c{captions}"
        blocks.append(Block(kind, ref, piece.unit.line, Span(start, end), text[start:end]))
    return tuple(blocks)


def _own_words(piece: _Piece, kind: Kind) -> tuple[int, int]:
    """Where the piece's words stand, without a list's mark, a caption's label or a picture's credit."""
    start, end = piece.unit.span.start, piece.unit.span.end
    if kind == "caption":
        inner = marks.caption_bounds(piece.text)
        return start + inner[0], start + inner[1]
    mark = re.match(r"(?:[-*+•–>]\s+)+", piece.text)
    return (start + mark.end() if mark else start), end


def _lead_findings(file: str, blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """The finding that a text starts in the middle, where its first paragraph refers back to something."""
    first = next((b for b in blocks if b.kind == "body"), None)
    words = refers_back(first.text) if first else ""
    if not first or not words:
        return ()
    found = f"Lead missing: the text starts with “{words}”, which refers back to something that is not there."
    advice = "Add the beginning of the article, or leave it: nothing was guessed."
    return (Finding(file, f"line {first.line}", found, advice),)
