"""Whose a quotation is: the sentence around it, then the quotations beside it, then the paragraph before.

Each way of finding out is one function that answers or passes; the first answer counts. A few words between marks with
no verb of saying beside them are nobody's: a title, a nickname, a distancing mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from generator.language import Parsed
from generator.model import Mention
from generator.voices.frames import TAIL_REACH, Frame, find_frames, opens_with_speech
from generator.voices.quotations import Quotation
from generator.voices.speakers import Speaker, agent_of, is_passive, noun_at, speaker_at, subject_of
from generator.voices.speech import lemma_of, load_lexicon

_SIGNATURE = re.compile(r"\s*[―—–]{1,2}\s*(?P<name>[A-Z](?:[^\n“\".!?]|(?<=\b[A-Z])\.){2,60}?)\s*[.]?\s*(?=\n|[“\"]|$)")


def attribute(
    parsed: Sequence[Parsed], quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> dict[Quotation, Speaker]:
    """The speaker of each quotation that has one."""
    found: dict[Quotation, Speaker] = {}
    frames = {i: find_frames(p, [q for q in quotations if q.block == i], mentions) for i, p in enumerate(parsed)}
    last_block = -1
    for index, here in frames.items():
        known = {f.quotation: s for f in here if (s := speaker_in_sentence(f))}
        for n, frame in enumerate(here):
            speaker = known.get(frame.quotation)
            if speaker is None and frame.quotation.depth == 0 and frame.is_alone and frame.is_sentence:
                speaker = (
                    _beside(here, n, known)
                    or _sentence_before(frame)
                    or _paragraph_before(frame, parsed, index, frames, found, last_block)
                )
            if speaker is not None:
                known[frame.quotation] = found[frame.quotation] = speaker
        if parsed[index].block.ref:
            last_block = index
    return found


# ---------------------------------------------------------------- the sentence around it


def speaker_in_sentence(frame: Frame) -> Speaker | None:
    """Who speaks by the sentence around the quotation alone."""
    if frame.is_title:
        return None
    signed = _from_signature(frame)
    if signed is not None:
        return signed
    has_head = any(t.is_alpha and t.lower_ not in {"and", "but", "so", "then"} for t in frame.head)
    if has_head and not (frame.words[-1:] in {",", "?", "!"} and opens_with_speech(frame.tail)):
        return _from_head(frame) or _from_tail(frame) or _from_phrase(frame)
    return _from_tail(frame) or _from_phrase(frame) or _from_head(frame)


def _from_signature(frame: Frame) -> Speaker | None:
    """`“…” — Mara Lind`: a dash and a name up to the end of the line."""
    start = frame.parsed.block.span.start
    signed = _SIGNATURE.match(frame.parsed.block.text, frame.quotation.outer.end - start)
    if signed is None:
        return None
    words = [t for t in frame.parsed.doc if signed.start("name") <= t.idx < signed.end("name") and t.is_alpha]
    names = [t for t in words if t.pos_ == "PROPN"] or words
    return _speaker(frame, names[-1], "—") if names else None


def _from_tail(frame: Frame) -> Speaker | None:
    """`“…,” said Lind` and `“…,” Lind said`: after a comma any verb will do, else only a verb of saying."""
    tail = frame.tail[:TAIL_REACH]
    if not any(t.is_alpha for t in tail) or frame.words[-1:] == ".":
        return None
    cues = load_lexicon().cues
    verbs = [t for t in tail if t.pos_ in {"VERB", "AUX"}]
    cue = next((t for t in verbs if lemma_of(t) in cues), None)
    open_end = frame.words[-1:] in {",", "?", "!", "—", "–", "-", "…"} or tail[0].text == ","
    if cue is None and open_end:
        cue = next((t for t in verbs if t.pos_ == "VERB"), None)
    if cue is None or (not open_end and cue.i - tail[0].i > 4):
        return None
    return _speaker_of(frame, cue, tail)


def _from_head(frame: Frame) -> Speaker | None:
    """`Lind said: “…”`, `Lind called it “…”`, `Lind: “…”`."""
    if not frame.head:
        return None
    cues = load_lexicon().cues
    verbs = [t for t in frame.head if t.pos_ in {"VERB", "AUX"}]
    cue = next((t for t in reversed(verbs) if lemma_of(t) in cues), None)
    introduces = frame.head[-1].text == ":" or (frame.head[-1].text == "," and frame.words[:1].isupper())
    if cue is None and introduces:
        cue = next((t for t in reversed(verbs) if subject_of(t) is not None), None)
        if cue is None and frame.head[-1].text == ":" and len(frame.head) <= 8:
            return _speaker(frame, noun_at(frame.head[-2]), ":") if len(frame.head) > 1 else None
    return _speaker_of(frame, cue, frame.head) if cue is not None else None


def _from_phrase(frame: Frame) -> Speaker | None:
    """`according to Lind`."""
    both = frame.head + frame.tail
    for n, token in enumerate(both[:-1]):
        if token.lower_ == "according" and both[n + 1].lower_ == "to":
            target = next((c for c in both[n + 1].children if c.dep_ == "pobj"), None)
            if target is not None:
                return _speaker(frame, target, "according to")
    return None


def _speaker_of(frame: Frame, cue: Token, side: Sequence[Token]) -> Speaker | None:
    outside = {t.i for t in frame.head + frame.tail}
    if is_passive(cue) and agent_of(cue) is None:
        return None
    for subject in (agent_of(cue), subject_of(cue)):
        if subject is not None and subject.i in outside and subject.is_alpha:
            return _speaker(frame, subject, cue.lower_)
    subject = _beside_verb(cue, side)
    return _speaker(frame, subject, cue.lower_) if subject is not None else None


def _beside_verb(cue: Token, side: Sequence[Token]) -> Token | None:
    """The noun right after a verb that opens its stretch, else the nearest before it: for where the parse has none."""
    words = [t for t in side if not t.is_punct]
    nouns = {"NOUN", "PROPN", "PRON"}
    after = [t for t in words if t.i > cue.i][:6]
    before = [t for t in words if t.i < cue.i]
    if not before or not any(t.pos_ in nouns for t in before):
        return next((noun_at(t) for t in after if t.pos_ in nouns), None)
    return next((noun_at(t) for t in reversed(before) if t.pos_ in nouns), None)


def _speaker(frame: Frame, head: Token, cue: str) -> Speaker:
    return speaker_at(frame.parsed, head, cue, frame.mentions)


# ---------------------------------------------------------------- what stands beside and before it


def _beside(frames: Sequence[Frame], n: int, known: dict[Quotation, Speaker]) -> Speaker | None:
    """The speaker of the quotation before it in the paragraph; of the one after it where it comes first."""
    depth = frames[n].quotation.depth
    before = [known[f.quotation] for f in frames[:n] if f.quotation in known and f.quotation.depth == depth]
    after = [known[f.quotation] for f in frames[n + 1 :] if f.quotation in known and f.quotation.depth == depth]
    return before[-1] if before else after[0] if after else None


def _sentence_before(frame: Frame) -> Speaker | None:
    """The subject of the article's own sentence right before it in the paragraph."""
    start = frame.parsed.block.span.start
    before = [t for t in frame.parsed.doc if t.idx < frame.quotation.outer.start - start and not t.is_space]
    return _subject_of_sentence(frame, frame.parsed, before) if before else None


def _subject_of_sentence(frame: Frame, parsed: Parsed, before: Sequence[Token]) -> Speaker | None:
    """Whoever speaks in the last of these words' sentences, as if the quotation stood at its end after a colon."""
    last = [t for t in before if t.is_alpha][-1:]
    if not last:
        return None
    tokens = tuple(t for t in before if t.i >= last[0].sent.start)
    there = replace(frame, parsed=parsed, head=tokens, tail=())
    found = _from_head(there)
    root = last[0].sent.root
    if found is None and root.pos_ in {"VERB", "AUX"}:
        found = _speaker_of(there, root, tokens)
    return found


def _paragraph_before(
    frame: Frame,
    parsed: Sequence[Parsed],
    index: int,
    frames: dict[int, list[Frame]],
    found: dict[Quotation, Speaker],
    last_block: int,
) -> Speaker | None:
    """Whoever the paragraph before left speaking: an open quotation, a colon, its last quotation, its last sentence."""
    if last_block < 0:
        return None
    before = parsed[last_block]
    words = [t for t in before.doc if not t.is_space]
    if not words:
        return None
    said = [found[f.quotation] for f in frames[last_block] if f.quotation in found]
    if said and (frame.quotation.continues or not before.block.text.rstrip().endswith(":")):
        return said[-1]
    return _subject_of_sentence(frame, before, words)
