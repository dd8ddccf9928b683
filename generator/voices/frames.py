"""The sentence around a quotation: what the article itself says before and after somebody's words.

Sentences are cut here by the text alone: quotations with full stops in them lead a parser astray.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.language import Parsed
from generator.model import Mention, Span
from generator.voices.quotations import Quotation
from generator.voices.speech import lemma_of, load_lexicon

_ENDS = ".?!…"
_MARKS = "“”\"„«»‘’'"
# Fewer words than these are a quotation of its own only beside a verb of saying: mostly titles and scare quotes.
_FEW_WORDS = 4
# How many words after a quotation its verb of saying may stand: "…," the envoy, who had flown in overnight, said.
TAIL_REACH = 25


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence around a quotation: the words of the article itself before and after it."""

    parsed: Parsed
    quotation: Quotation
    words: str  # between the marks, without the marks of a quotation inside
    head: tuple[Token, ...]
    tail: tuple[Token, ...]
    mentions: Sequence[Mention]

    @property
    def is_alone(self) -> bool:
        """Whether the quotation is a sentence by itself, with no words of the article in it."""
        return not any(t.is_alpha for t in self.head) and not any(t.is_alpha for t in self.tail)

    @property
    def is_sentence(self) -> bool:
        """Whether the words are long and closed enough to be somebody's sentence rather than a phrase or a title."""
        words = self.words
        return len(words.split()) >= _FEW_WORDS or words[-1:] in ",?!."

    @property
    def is_title(self) -> bool:
        """Whether the words look like the title of a work, in the middle of a sentence: every long word is capital."""
        words = [w for w in self.words.rstrip(".").split() if len(w) > 3]
        introduced = not self.head or self.head[-1].text in {":", ","} or self.head[-1].pos_ in {"VERB", "AUX"}
        return len(words) >= 2 and all(w[0].isupper() for w in words) and not introduced


def find_frames(parsed: Parsed, quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> list[Frame]:
    """A frame for each quotation; that of a nested one is made of the words of the quotation around it."""
    frames = []
    for around in [None, *quotations]:
        depth = around.depth + 1 if around else 0
        inside = [q for q in quotations if q.depth == depth and (around is None or q.span.within(around.span))]
        if inside:
            frames += _frames_within(parsed, around.span if around else parsed.block.span, inside, mentions)
    return frames


def _frames_within(
    parsed: Parsed, whole: Span, quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> list[Frame]:
    start = parsed.block.span.start
    floor, ceiling = whole.start - start, whole.end - start
    stretches = [(q.outer.start - start, q.outer.end - start) for q in quotations]
    outside = [
        t for t in parsed.doc
        if floor <= t.idx < ceiling and not t.is_space and not any(a <= t.idx < b for a, b in stretches)
    ]
    breaks = _sentence_breaks(parsed, stretches, outside)
    frames = []
    for quotation, (a, b) in zip(quotations, stretches, strict=True):
        low = max((x for x in breaks if x <= a), default=0)
        high = min((x for x in breaks if x >= b), default=ceiling)
        head = tuple(t for t in outside if low <= t.idx < a)
        tail = tuple(t for t in outside if b <= t.idx < high)
        words = parsed.block.text[quotation.span.start - start : quotation.span.end - start].strip(_MARKS)
        frames.append(Frame(parsed, quotation, words, head, tail, mentions))
    return frames


def _sentence_breaks(parsed: Parsed, stretches: Sequence[tuple[int, int]], outside: Sequence[Token]) -> list[int]:
    """Offsets in the paragraph where a sentence of the article's own ends, quotations counted as part of it."""
    text = parsed.block.text
    breaks = {0, len(text)}
    judged = {n for _, b in stretches for n in range(b, b + 3)}  # whether a quotation ends its sentence: see below
    breaks |= {t.idx for t in outside if t.is_sent_start and t.idx not in judged and _ends_sentence(text[: t.idx])}
    for a, b in stretches:
        if _ends_sentence(text[:a]) and not _is_abbreviation(text[:a]):
            breaks.add(a)
        words, after = text[a:b].rstrip(_MARKS + " "), text[b:].lstrip()
        if words[-1:] in _ENDS and (not after or not after[0].islower()) and not _is_tail(outside, b, words[-1:]):
            breaks.add(b)
    return sorted(breaks)


def _ends_sentence(before: str) -> bool:
    return before.rstrip(" \n" + _MARKS + ")")[-1:] in _ENDS


def _is_abbreviation(before: str) -> bool:
    last = before.split()[-1] if before.split() else ""
    return last.rstrip(".").istitle() and len(last) <= 4 and last.endswith(".") and last.count(".") == 1


def _is_tail(outside: Sequence[Token], at: int, end: str) -> bool:
    """Whether "Who?" Mara Lind asked: the first verb after a question or an exclamation is one of saying."""
    after = [t for t in outside if t.idx >= at][:TAIL_REACH]
    return end != "." and opens_with_speech(after)


def opens_with_speech(tail: Sequence[Token]) -> bool:
    """Whether these words begin with a noun phrase and a verb of saying, or with the verb and then the noun."""
    if not tail or tail[0].pos_ not in {"PROPN", "PRON", "DET", "NOUN", "ADJ", "VERB"}:
        return False
    if tail[0].tag_ in {"WDT", "WP", "VBG"} or tail[0].dep_ in {"cc", "mark"}:
        return False
    for token in tail:
        if lemma_of(token) in load_lexicon().cues and token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBG":
            return True
        if token.text in {".", ":", ";"} or (token.pos_ == "VERB" and token.dep_ != "relcl"):
            return False
    return False
