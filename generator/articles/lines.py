"""Lines into units: what a typesetter broke is joined again, what stands alone stays alone.

Text comes with one paragraph a line, with blank lines between, or wrapped at a column. Offsets are of the text that
was handed in and nothing in it is changed, so that a unit's text is always a slice of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.model import Span

WIDEST_COLUMN = 120
"""A text whose lines run longer is not wrapped: the 25 wrapped texts of two government bundles have at most 72
characters a line, while every one of 233 news texts with one paragraph a line has a longer line than this."""
FULL_SHARE = 0.7
"""Share of the breaks inside paragraphs that stand where the next word no longer fitted: .94 to 1 in wrapped texts."""
INSIDE_SHARE = 0.4
"""Share of the breaks inside paragraphs that stand inside a sentence: .82 to 1 in wrapped texts, and next to none where
each line is a paragraph, even if short lines happen to be of one length."""

_LIST_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,2}[.)])\s+\S")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_SPEAKER = re.compile(r"\s*(?:(?:[A-Z][A-Z.'’-]+ ){0,5}[A-Z][A-Z.'’-]+:|Q\s{2,})")
_LINK = re.compile(r"\s*(?:https?://|www\.)")
_ENDED = re.compile(r"[.!?:;…][\"”’')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its line break; `number` counts from 1 in the file."""

    number: int
    start: int
    text: str

    @property
    def is_blank(self) -> bool:
        """True where nothing but white space stands on it."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Unit:
    """The lines that belong together, and the stretch of text from their first to their last visible character."""

    lines: tuple[Line, ...]
    span: Span
    text: str
    after_blank: bool

    @property
    def line(self) -> int:
        """The file's line on which the unit begins."""
        return self.lines[0].number


def split_lines(text: str, first_line: int = 1) -> tuple[Line, ...]:
    """Every line of the text; `first_line` is the number of the first one in the file."""
    lines, start = [], 0
    for number, raw in enumerate(text.split("\n"), first_line):
        lines.append(Line(number, start, raw))
        start += len(raw) + 1
    return tuple(lines)


def join_lines(text: str, first_line: int = 1) -> tuple[Unit, ...]:
    """The units of a text in order: one for each line, or for each wrapped paragraph."""
    lines = split_lines(text, first_line)
    width = wrap_width(lines)
    units: list[Unit] = []
    blank = True
    for is_blank, group in groupby(lines, key=lambda line: line.is_blank):
        if not is_blank:
            for run in _runs(tuple(group), width):
                units.append(_unit(text, run, blank))
                blank = False
        blank = True
    return tuple(units)


def wrap_width(lines: tuple[Line, ...]) -> int:
    """The column a text is wrapped at, or 0 where its lines are its paragraphs."""
    widest = max((len(line.text.rstrip()) for line in lines), default=0)
    breaks = [(a, b) for a, b in pairwise(lines) if not a.is_blank and not b.is_blank]
    if widest > WIDEST_COLUMN or widest < 40 or not breaks:
        return 0
    usual = sorted(len(line.text.rstrip()) for line in lines if not line.is_blank)
    width = min(widest, usual[len(usual) * 9 // 10] + 2)
    full = sum(_is_full(a, b, width) for a, b in breaks)
    inside = sum(not _ENDED.search(a.text) for a, _ in breaks)
    return width if full >= FULL_SHARE * len(breaks) and inside >= INSIDE_SHARE * len(breaks) else 0


def _is_full(line: Line, following: Line, width: int) -> bool:
    """True where the next line's first word would not have fitted on this one."""
    return len(line.text.rstrip()) + 1 + len(following.text.split(maxsplit=1)[0]) > width - 2


def _runs(group: tuple[Line, ...], width: int) -> Iterator[tuple[Line, ...]]:
    """The lines between two blank ones, cut where one paragraph ends and another begins."""
    run = [group[0]]
    for line, following in pairwise(group):
        if _belong_together(line, following, width):
            run.append(following)
        else:
            yield tuple(run)
            run = [following]
    yield tuple(run)


def _belong_together(line: Line, following: Line, width: int) -> bool:
    starts_anew = _LIST_ITEM.match(following.text) or _HEADING.match(following.text) or _SPEAKER.match(following.text)
    if starts_anew or _HEADING.match(line.text):
        return False
    goes_on = following.text.lstrip()[:1].islower() and not (_ENDED.search(line.text) or _LINK.match(following.text))
    if width:
        return _is_full(line, following, width) or goes_on
    return goes_on and 50 <= len(line.text) <= WIDEST_COLUMN


def _unit(text: str, run: tuple[Line, ...], after_blank: bool) -> Unit:
    first, last = run[0], run[-1]
    start = first.start + len(first.text) - len(first.text.lstrip())
    end = last.start + len(last.text.rstrip())
    return Unit(run, Span(start, end), text[start:end], after_blank)
