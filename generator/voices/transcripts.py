"""Transcripts of briefings and interviews, where a label says who speaks: `MS. LIND:`, `THE PRESIDENT:`, `Q`.

A label speaks for its paragraph and all that follow up to the next label. Capitals before a colon are also how a
dateline begins (`OSLO: …`), so a label has to come back or to carry a title before it counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Block, Mention, Span

_TITLES = r"MR|MS|MRS|DR|GEN|SEN|REP|AMB|ADM|SEC|GOV"
_CAPITALS = r"(?:[^\W\d_a-z])(?:[^\W\d_a-z]|['’.\-])+"  # Á and á both fit; see find_turns
_LABEL = re.compile(
    rf"^\s*(?:(?P<name>(?:(?:{_TITLES})\.\s+|THE\s+)?{_CAPITALS}(?: {_CAPITALS}){{0,4}})"
    r"(?:\s*\([^)\n]{1,40}\))?:|(?P<q>Q)(?::|(?=\s{2,}|\s[A-Z]))|(?P<a>A):(?=\s))\s*"
)
_TITLED = re.compile(rf"^(?:{_TITLES}|THE)\b|^Q$")
_ASIDE = re.compile(r"^\s*[(\[][^()\[\]]*[)\]]\s*$")
_END = re.compile(r"^\s*(?:END\b|\*+|#+|\\###)")
_SURE = 3
"""Labels that come back or carry a title from which on the text is a transcript, and one that stands once counts too.
No article of the news samples has any, a transcript a dozen."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of what somebody says in a transcript. `words` is without the label."""

    ref: str
    words: Span
    label: str
    label_span: Span
    surname: str  # the last word of the label in lower case; empty for a question and an office


def find_turns(blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """Who speaks in each paragraph of a transcript; nothing where the article is none."""
    labels = {i: m for i, b in enumerate(blocks) if b.ref and (m := _LABEL.match(b.text)) and _name(m).isupper()}
    counts = Counter(_last_word(m) for m in labels.values())
    sure = {i: m for i, m in labels.items() if _TITLED.match(_name(m)) or _comes_back(m, counts)}
    labels = labels if len(sure) >= _SURE else sure
    turns: list[Turn] = []
    label: tuple[str, Span] | None = None
    for i, block in enumerate(blocks):
        if not block.ref:
            continue
        start = block.span.start
        offset = 0
        if i in labels:
            group = next(g for g in ("name", "q", "a") if labels[i][g])
            label = (labels[i][group], Span(start + labels[i].start(group), start + labels[i].end(group)))
            offset = labels[i].end()
        elif _END.match(block.text):
            label = None
        if label is not None and block.text[offset:].strip() and not _ASIDE.match(block.text[offset:]):
            words = Span(start + offset, start + len(block.text.rstrip()))
            turns.append(Turn(block.ref, words, label[0], label[1], _surname(label[0])))
    return tuple(turns)


def bearer(turn: Turn, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a label stands for: the one it is, else the first whose last word is the label's; of an office
    ("THE PRESIDENT") the first with that title, where only one name in the article bears it."""
    own = next((m for m in mentions if m.span.overlaps(turn.label_span)), None)
    if own is not None:
        return own
    if turn.label.startswith("THE "):
        holders = [m for m in mentions if m.title.lower() == turn.label[4:].lower()]
        return holders[0] if len({m.text.lower().split()[-1] for m in holders}) == 1 else None
    return next((m for m in mentions if turn.surname and m.text.lower().split()[-1] == turn.surname), None)


def _name(label: re.Match[str]) -> str:
    return label["name"] or label["q"] or label["a"]


def _comes_back(label: re.Match[str], counts: Counter[str]) -> bool:
    """True for a label that stands there twice, and for an answer where there is a question."""
    return counts[_last_word(label)] > 1 or bool(label["a"] and counts["Q"])


def _last_word(label: re.Match[str]) -> str:
    """What a label keeps where it is given in full only once: `LIND` of `MARA LIND`."""
    return _name(label).split()[-1]


def is_questioner(speaker: str) -> bool:
    """True for the label of whoever asks in a transcript, and reports nothing."""
    return speaker.rstrip(":.").upper() in ("Q", "QUESTION", "REPORTER")


def _surname(label: str) -> str:
    return "" if label in ("Q", "A") or label.startswith("THE ") else label.lower().split()[-1]
