"""A text taken apart: what belongs to the article, what each piece is, and what the page put around it.

Promise: a paragraph is never lost. Only a line that a rule of data/furniture.yml describes from end to end, what
stands under a heading of links or comments, and a headline said again are set aside; whatever is in doubt stays, with
a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from generator.articles import marks
from generator.articles.furniture import lines_of, set_furniture_aside
from generator.articles.lines import Unit, join_lines
from generator.articles.mastheads import is_about, is_posted, letters_of
from generator.articles.openings import refers_back
from generator.articles.pagehead import Piece, label_head, label_mastheads
from generator.articles.timestamps import is_timestamp
from generator.model import Block, Finding, Kind, SetAside, Span

_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$|(\*\*|__)(?!\s)(.+?)(?<!\s)(?:\*\*|__)$", re.S)
_SLANTED = re.compile(r"([*_])(?!\s|\1)((?:(?!\1).){1,400}?)(?<!\s)\1", re.S)
_TRANSCRIPT = 5
"""Turns of speech from which on a text is a transcript, whose short lines are answers and not subheadings: the
transcripts we had have 12 or more, articles none."""


class Taken(NamedTuple):
    """What a text comes to."""

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    findings: tuple[Finding, ...]


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


def _digest_piece(unit: Unit) -> Piece:
    return Piece(unit, "caption" if re.match(r"caption:\s", unit.text, re.I) else "body")


# ---------------------------------------------------------------- kinds


def _label(units: Sequence[Unit], title: str) -> list[Piece]:
    """Every unit's kind: first what shows it by itself, then the head of the page, then what stands between."""
    pieces = [_by_itself(unit) for unit in units]
    pieces = _label_captions(_take_dek_out_of_marks(pieces))
    pieces = label_mastheads(pieces, title)
    pieces = label_head(pieces, title)
    return _label_rest(pieces)


def _by_itself(unit: Unit) -> Piece:
    piece = Piece(unit)
    if heading := _HEADING.match(unit.text):
        start = unit.span.start + (heading.start(2) if heading[1] else heading.start(4))
        words = heading[2] if heading[1] else heading[4]
        if heading[1] or (len(words.split()) <= 20 and not words.endswith(".")):
            unit = replace(unit, span=Span(start, start + len(words)), text=words)
            return Piece(unit, None, len(heading[1] or "###"))
    if is_timestamp(unit.text):
        return replace(piece, kind="timestamp")
    if marks.is_byline(unit.text) or is_posted(unit.text):
        return replace(piece, kind="byline")
    if marks.is_credit(unit.text):
        return replace(piece, kind="credit")
    if marks.is_caption(unit.text):
        return replace(piece, kind="caption")
    return piece


def _take_dek_out_of_marks(pieces: list[Piece]) -> list[Piece]:
    """What stands in italics right below the first heading, or below a dek in italics there, is a dek and no prose."""
    out = list(pieces)
    for i, piece in enumerate(pieces[1:3], 1):
        slanted = _SLANTED.fullmatch(piece.text) if piece.kind is None else None
        if slanted is None or not (out[i - 1].heading or out[i - 1].kind == "dek") or len(pieces) == i + 1:
            break
        start = piece.unit.span.start + slanted.start(2)
        unit = replace(piece.unit, span=Span(start, start + len(slanted[2])), text=slanted[2])
        out[i] = Piece(unit, "dek")
    return out


def _label_captions(pieces: list[Piece]) -> list[Piece]:
    """What stands right above a picture's credit is its caption, unless it tells what somebody said."""
    out = list(pieces)
    for i, (piece, following) in enumerate(pairwise(pieces)):
        is_open = piece.kind is None and not piece.heading and not re.match(r"[\"“‘']", piece.text)
        if is_open and marks.is_credit_below(following.text) and not marks.is_told(piece.text):
            out[i] = replace(piece, kind="caption")
    return out


def _label_rest(pieces: list[Piece]) -> list[Piece]:
    """Body, subheadings, and what stands at the end and is in doubt."""
    pieces = _label_authors(pieces)
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


def _label_authors(pieces: list[Piece]) -> list[Piece]:
    """What an article says of its own authors, in a line by itself, goes with the byline."""
    bylines = [p.text for p in pieces if p.kind == "byline"]
    return [
        replace(p, kind="byline") if p.kind is None and any(is_about(p.text, b) for b in bylines) else p for p in pieces
    ]


def _is_inside(pieces: Sequence[Piece], i: int) -> bool:
    return any(p.kind is None and p.is_prose for p in pieces[:i])


def _is_subhead(pieces: Sequence[Piece], i: int) -> bool:
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


def _drop_repeated_headlines(pieces: list[Piece]) -> tuple[list[Piece], list[SetAside]]:
    kept: list[Piece] = []
    aside: list[SetAside] = []
    seen: set[str] = set()
    for piece in pieces:
        letters = letters_of(piece.text)
        if letters in seen and piece.kind != "caption":
            aside += lines_of(piece.unit, "the headline again")
            continue
        if piece.kind == "headline":
            seen.add(letters)
        kept.append(piece)
    return kept, aside


def _number(text: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
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


def _own_words(piece: Piece, kind: Kind) -> tuple[int, int]:
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
