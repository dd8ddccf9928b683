"""Where somebody's words stand between quotation marks, and nothing about whose they are.

Marks are paired within a paragraph by where they stand (a mark after a space opens, a mark before one closes), so that
straight, curly and muddled marks work alike. A paragraph that opens with a mark while the quotation before it was never
closed goes on with it, as printers do it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Block, Span

_STYLES = {"“": "curly", "”": "curly", "„": "curly", '"': "straight", "«": "angle", "»": "angle"}
_ALWAYS_OPENS = "“„«"
_OPENING = ("“", "„", "«", '"')
_BEFORE_OPENING = "([{—–-/:'‘…"
_AFTER_CLOSING = ".,;:!?)]}—–-/'’…"
# Stands for the second half of a mark that is written as two: ''…''.
_PAD = "\0"
# An unclosed mark is taken for a quotation up to the end of the paragraph only where it begins one or follows these.
_INTRODUCES = ":,"
_ENDS = ".!?"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks. `span` is without the marks, `outer` with them; `depth` counts the quotations around
    it; `continues` where it goes on with the quotation that the paragraph before left open."""

    block: int  # index of its block
    span: Span
    outer: Span
    depth: int = 0
    continues: bool = False
    unclosed: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    style: str
    opens: bool


def find_quotations(blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """Every quotation in blocks that carry facts, in the order of the text, a nested one after the one around it."""
    found: list[Quotation] = []
    left_open = False
    for index, block in enumerate(blocks):
        if not block.ref:
            continue
        here = _pair_marks(block, index, _goes_on(blocks[index + 1 :]))
        if left_open and here and here[0].outer.start == block.span.start + _indent(block.text):
            here[0] = replace(here[0], continues=True)
        left_open = any(q.unclosed and q.depth == 0 for q in here)
        found += here
    return tuple(found)


def _goes_on(below: Sequence[Block]) -> bool:
    """True where the next paragraph opens with a mark: what this one leaves open goes on there."""
    following = next((b for b in below if b.ref), None)
    return following is not None and following.text.lstrip()[:1] in _OPENING


def outermost(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Those that stand in no other."""
    return tuple(q for q in quotations if q.depth == 0)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _marks(text: str) -> list[_Mark]:
    """Quotation marks with their direction. Single marks count only where no double mark stands in the paragraph."""
    text = text.replace("''", '"' + _PAD).replace("``", '"' + _PAD)
    places = [i for i, c in enumerate(text) if c in _STYLES and not _is_inch(text, i)]
    marks = [_Mark(i, _STYLES[text[i]], _opens(text, i)) for i in places]
    return marks or _single_marks(text)


def _opens(text: str, i: int) -> bool:
    before = text[i - 1] if i else " "
    after = text[i + 1 : i + 3].removeprefix(_PAD)[:1] or " "
    loose_before = before.isspace() or before in _BEFORE_OPENING
    loose_after = after.isspace() or after in _AFTER_CLOSING
    if loose_before != loose_after:
        return loose_before
    return text[i] in _ALWAYS_OPENS if text[i] != '"' else before.isspace() and not after.isspace()


def _is_inch(text: str, i: int) -> bool:
    return text[i] == '"' and i > 0 and text[i - 1].isdigit() and text.count('"', 0, i) % 2 == 0


def _single_marks(text: str) -> list[_Mark]:
    """The pairs of a text that quotes with single marks; an apostrophe has a letter on both sides or ends a plural."""
    marks: list[_Mark] = []
    start: int | None = None
    for i, c in enumerate(text):
        if c not in "‘’'":
            continue
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        if start is None and (before.isspace() or before in "([—–-:") and c in "‘'" and after.isalnum():
            start = i
        elif start is not None and not after.isalnum() and c in "’'" and not _is_plural(text, i):
            marks += [_Mark(start, "single", True), _Mark(i, "single", False)]
            start = None
    return marks


def _is_plural(text: str, i: int) -> bool:
    """`the workers' union` inside a quotation: an s before, a space after, and a mark still to come."""
    return text[i - 1] == "s" and text[i + 1 : i + 2] == " " and any(c in "’'" for c in text[i + 1 :])


def _pair_marks(block: Block, index: int, goes_on: bool = False) -> list[Quotation]:
    text, start = block.text, block.span.start
    pairs: list[tuple[int, int, int, bool]] = []  # opening, end of the words, depth, unclosed
    stack: list[_Mark] = []
    marks = _marks(text)
    for n, mark in enumerate(marks):
        if mark.opens:
            if stack and stack[-1].style == mark.style and not _closes_twice(marks[n + 1 :], mark.style):
                pairs.append((stack[-1].at, mark.at, len(stack) - 1, True))  # its closing mark is missing
                stack.pop()
            stack.append(mark)
        elif stack:
            same = next((k for k in range(len(stack) - 1, -1, -1) if stack[k].style == mark.style), len(stack) - 1)
            pairs.append((stack[same].at, mark.at, same, False))
            del stack[same:]
    for depth, mark in enumerate(stack):
        if _runs_on(text, mark.at, goes_on):
            pairs.append((mark.at, len(text.rstrip()), depth, True))
    return [_quotation(text, start, index, pair) for pair in sorted(pairs) if text[pair[0] + 1 : pair[1]].strip()]


def _quotation(text: str, start: int, index: int, pair: tuple[int, int, int, bool]) -> Quotation:
    at, end, depth, unclosed = pair
    width = 2 if text[at : at + 2] in {"''", "``"} else 1
    words = text[at + width : end]
    inner = Span(start + at + width + _indent(words), start + at + width + len(words.rstrip()))
    outer = Span(start + at, start + end + (0 if unclosed else width))
    return Quotation(index, inner, outer, depth, unclosed=unclosed and end == len(text.rstrip()))


def _closes_twice(later: list[_Mark], style: str) -> bool:
    """Whether a second opening mark nests: two closing marks follow before the next opening one of its style."""
    closing = 0
    for mark in later:
        if mark.style == style:
            if mark.opens:
                break
            closing += 1
    return closing >= 2


def _runs_on(text: str, at: int, goes_on: bool) -> bool:
    """Whether an unclosed mark opens a quotation: where it stands, or because the next paragraph goes on with it."""
    before = text[:at].rstrip()
    return not before or before[-1] in _INTRODUCES or (goes_on and before[-1] in _ENDS)
