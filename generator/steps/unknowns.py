"""What the sources themselves say is not known, not announced, not confirmed, or has since been corrected.

The words that say so are data/doubt.yml. What stands in somebody's own words, between quotation marks or in a
transcript, is that person's doubt and no open question of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import data
from generator.briefing import OpenQuestion, Statement
from generator.language import Parsed
from generator.model import Citation, Doubt, Reading, Span, Unknown
from generator.sources.agreements import flatten
from generator.voices.quotations import find_quotations, outermost
from generator.voices.reading import voice_at
from generator.voices.transcripts import find_turns

# Two sentences ask the same where this share of the shorter one's content words stands in the other. On the
# pairs of tests/cases/unknowns/questions.yml retellings of one question share .67 to 1, other questions nothing.
_SAME_QUESTION = 0.6
_NOTE = re.compile(r"(?:Correction|Clarification|Editor['’]s note)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENDING = re.compile(r"(?:['’]s|s|ed|ing)$")


@dataclass(frozen=True, slots=True)
class _Rule:
    """One way of saying that something is open."""

    kind: Doubt
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    """The words of doubt, in the order they are tried."""
    return tuple(_Rule(r["kind"], re.compile(r["pattern"], re.IGNORECASE)) for r in data.load("doubt")["signs"])


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    """Words that do not tell what a question is about."""
    return frozenset(data.load("doubt")["empty"])


def find_unknowns(parsed: Sequence[Parsed]) -> tuple[Unknown, ...]:
    """Each sentence of a paragraph or caption that says that something is open, with the words that say so."""
    blocks = [p.block for p in parsed]
    somebodys = [q.span for q in outermost(find_quotations(blocks))] + [t.words for t in find_turns(blocks)]
    return tuple(_unknowns(parsed, somebodys))


def _unknowns(parsed: Sequence[Parsed], somebodys: Sequence[Span]) -> Iterator[Unknown]:
    for one in parsed:
        if not one.block.ref:
            continue
        for sentence in one.doc.sents:
            span = one.span(sentence)
            sign = _sign(sentence.text, span.start, somebodys)
            if sign is not None:
                is_note = sign[0] == "corrected" and _NOTE.match(one.block.text)  # what is right follows what was wrong
                yield Unknown(one.block.ref, one.block.span if is_note else span, sign[0], sign[1])


def _sign(text: str, start: int, somebodys: Sequence[Span]) -> tuple[Doubt, Span] | None:
    """The first rule that holds in a sentence, and where; `start` is the sentence's place in the article."""
    text = re.sub(r"\s", " ", text)
    for rule in _rules():
        for match in rule.pattern.finditer(text):
            sign = Span(start + match.start(), start + match.end())
            if not any(sign.overlaps(s) for s in somebodys):
                return rule.kind, sign
    return None


# ---------------------------------------------------------------- all articles together


def compile_questions(readings: Sequence[Reading]) -> tuple[OpenQuestion, ...]:
    """Open questions across articles, each once, in the order they are first asked; one that several articles leave
    open cites all of them."""
    groups: list[list[tuple[Reading, Unknown]]] = []
    for reading in readings:
        for unknown in reading.unknowns:
            group = next((g for g in groups if _asks_the_same(g[0], (reading, unknown))), None)
            if group is None:
                groups.append([(reading, unknown)])
            else:
                group.append((reading, unknown))
    return tuple(_question(g) for g in groups)


def _question(group: Sequence[tuple[Reading, Unknown]]) -> OpenQuestion:
    reading, unknown = group[0]
    voice = voice_at((v for v in reading.voices if v.kind == "reported"), unknown.sign)
    cites = dict.fromkeys(Citation(r.article.id, u.ref) for r, u in group)
    text = _text(reading, unknown)
    return OpenQuestion(unknown.kind, Statement(text, tuple(cites), voice.speaker if voice else ""))


def _text(reading: Reading, unknown: Unknown) -> str:
    return flatten(reading.article.text[unknown.span.start : unknown.span.end])


def _asks_the_same(one: tuple[Reading, Unknown], other: tuple[Reading, Unknown]) -> bool:
    if one[1].kind != other[1].kind:
        return False
    left, right = _content(_text(*one)), _content(_text(*other))
    smaller = min(len(left), len(right))
    return (smaller > 1 or left == right) and len(left & right) >= _SAME_QUESTION * smaller


def _content(text: str) -> set[str]:
    """What a sentence is about: its words without the commonest endings of number, tense and possession."""
    words = (word.lower() for word in _WORD.findall(text))
    return {_ENDING.sub("", word) for word in words if not {word, _ENDING.sub("", word)} & _empty()}
