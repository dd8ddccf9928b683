"""Who says what: every quotation and every piece of reported speech of an article, with its speaker where there is one.

What somebody claims is marked as theirs from here on; a speaker whom the text leaves open stays None, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.language import Parsed
from generator.model import Article, Mention, Span, Voice
from generator.voices.attribution import attribute
from generator.voices.cast import Cast, Heard
from generator.voices.quotations import Quotation, find_quotations
from generator.voices.reported import find_reported
from generator.voices.speakers import Speaker
from generator.voices.transcripts import Turn, bearer, find_turns


@dataclass(frozen=True, slots=True)
class _Said:
    """Words with their speaker as written, before it is known who is meant."""

    ref: str
    kind: Literal["quote", "reported"]
    span: Span
    speaker: Speaker


def find_voices(article: Article, parsed: tuple[Parsed, ...], mentions: tuple[Mention, ...]) -> tuple[Voice, ...]:
    """Quotations, reported speech and turns of a transcript in body paragraphs and captions, in the order of the text;
    a wider voice before those inside it. Quotations without a speaker are there too, with an empty one."""
    quotations = find_quotations([p.block for p in parsed])
    given = attribute(parsed, quotations, mentions)
    turns = find_turns([p.block for p in parsed])
    spoken = [_turn_voice(article, t, mentions) for t in turns]
    said = [_Said(parsed[q.block].block.ref, "quote", q.span, s) for q, s in given.items()]
    said += _reported(parsed, quotations, mentions)
    open_ones = [_silent(article, parsed[q.block].block.ref, q) for q in quotations if q not in given]
    voices = [*spoken, *_resolve(article, said, Cast(parsed, mentions, turns)), *open_ones]
    return tuple(sorted(voices, key=lambda v: (v.span.start, -v.span.end, v.kind)))


def voice_at(voices: Iterable[Voice], span: Span) -> Voice | None:
    """The innermost voice with a speaker whose content overlaps a span, or None."""
    over = [v for v in voices if v.speaker_span is not None and v.span.overlaps(span)]
    return min(over, key=lambda v: (v.span.end - v.span.start, v.span.start), default=None)


def _reported(
    parsed: Sequence[Parsed], quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> Iterable[_Said]:
    for index, block in enumerate(parsed):
        if block.block.ref:
            inside = [q for q in quotations if q.block == index]
            for span, speaker in find_reported(block, inside, mentions):
                yield _Said(block.block.ref, "reported", span, speaker)


def _resolve(article: Article, said: Iterable[_Said], cast: Cast) -> Iterable[Voice]:
    """Find out who is meant, in the order of the text: whoever spoke last is likelier to be `he`."""
    last: Heard | None = None
    for one in sorted(said, key=lambda s: (s.speaker.span, s.span)):
        last = cast.resolve(one.speaker, last, one.span)
        text, who = article.text[one.span.start : one.span.end], one.speaker
        yield Voice(one.ref, one.kind, one.span, text, who.text, who.span, last.named, who.cue, last.unnamed)


def _silent(article: Article, ref: str, q: Quotation) -> Voice:
    return Voice(ref, "quote", q.span, article.text[q.span.start : q.span.end], "", None, None, "")


def _turn_voice(article: Article, turn: Turn, mentions: Sequence[Mention]) -> Voice:
    mention = bearer(turn, mentions)
    text = article.text[turn.words.start : turn.words.end]
    named = mention.span if mention is not None else None
    return Voice(turn.ref, "quote", turn.words, text, turn.label, turn.label_span, named, ":", unnamed=named is None)
