"""Paragraphs parsed without the dateline that they begin with.

`LINDMOUTH, May 14 (Reuters) - ` says where a text was filed. Taken for a part of the sentence it becomes a name, and
the one who speaks. In the new Doc blanks stand for it, so that offsets stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.articles.datelines import dateline_of
from generator.language import Parsed, parse_texts
from generator.model import Block


def without_datelines(parsed: Sequence[Parsed]) -> tuple[Parsed, ...]:
    """The same blocks; those that begin with a dateline are parsed once more, with blanks in its place."""
    filed = {i: length for i, p in enumerate(parsed) if (length := _dateline(p.block))}
    blank = [replace(parsed[i].block, text=" " * n + parsed[i].block.text[n:]) for i, n in filed.items()]
    again = dict(zip(filed, parse_texts(blank), strict=True))
    return tuple(Parsed(p.block, again[i].doc) if i in again else p for i, p in enumerate(parsed))


def _dateline(block: Block) -> int:
    """How many characters of a body paragraph are its dateline."""
    return len(dateline_of(block.text)) if block.kind == "body" else 0
