"""Numbers in an article that count or measure something, each with what it counts, whose, when and who says so.

A number that names (Boeing 747, Executive Order 13405), dates, times or ranks is no figure; in doubt it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from generator.figures.acts import act_words
from generator.figures.counting import read_counted
from generator.figures.governing import Counted
from generator.figures.numbers import Number, find_numbers, number_words, unit_kinds
from generator.language import Parsed
from generator.model import Article, DateMention, Figure, Span, Voice

TIMELESS = ("age", "population")  # a date beside them is of something else


def find_figures(
    article: Article, parsed: tuple[Parsed, ...], dates: tuple[DateMention, ...], voices: tuple[Voice, ...]
) -> tuple[Figure, ...]:
    """Every figure in the body and the captions, in the order of the text. `dates` and `voices` are the article's own:
    a number inside a date is none of ours, and a figure inside a voice is said by it."""
    found: list[Figure] = []
    for paragraph in parsed:
        if not paragraph.block.ref:
            continue
        offset = paragraph.block.span.start
        taken = [Span(d.span.start - offset, d.span.end - offset) for d in dates if d.ref == paragraph.block.ref]
        for number in find_numbers(paragraph.doc.text):
            if any(Span(*number.core).overlaps(t) for t in taken) or is_name_or_time(paragraph.doc, number):
                continue
            counted = read_counted(paragraph.doc, number)
            if counted is not None and not _is_idle(paragraph.doc, number, counted):
                found.append(_figure(article, paragraph, number, counted, dates, voices))
    return tuple(found)


def is_name_or_time(doc: Doc, number: Number) -> bool:
    """True where the number is part of a name, a date, a time, a rank, a ratio or a numbered list: a year by its form,
    the rest by the rules of data/numbers.yml and by the parse."""
    start, end = number.core
    text = doc.text
    if not number.unit and number.start == start and re.fullmatch(r"1[5-9]\d\d|20\d\d", text[start:end]):
        return True
    for rule in _not_figures():
        if rule.bare and number.unit:
            continue
        if rule.before.search(text[:start]) and rule.after.match(text[end:]):
            return True
    return _is_in_name(doc, number)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule of `not_figures`: what stands before the number and after it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    bare: bool


@lru_cache(maxsize=1)
def _not_figures() -> tuple[_Rule, ...]:
    words = number_words()
    lists = {"{months}": "|".join(words["months"]), "{labels}": "|".join(map(re.escape, words["label_words"]))}

    def compiled(pattern: str) -> re.Pattern[str]:
        for name, either in lists.items():
            pattern = pattern.replace(name, either)
        return re.compile(pattern, re.I)

    return tuple(
        _Rule(compiled(r.get("before", "")), compiled(r.get("after", "")), r.get("bare", False))
        for r in words["not_figures"]
    )


def _is_in_name(doc: Doc, number: Number) -> bool:
    """Boeing 747, the larger 777 jets, Group of Seven, Article 5."""
    core = doc.char_span(*number.core, alignment_mode="expand")
    if core is None or number.unit or number.ordinal:
        return False
    first = doc[core.start - 1] if core.start else None
    if first is None:
        return False
    if core[0].is_title and not core[0].is_sent_start and not core[0].is_digit and first.text not in '":':
        return True  # Group of Seven, the Twelve
    if number.start < number.core[0]:
        return False
    following = doc[core.end] if core.end < len(doc) else None
    if first.pos_ == "PROPN" and first.text[:1].isupper() and core.root.head.i <= first.i and not first.is_sent_start:
        return not (following is not None and following.pos_ == "NOUN" and core.root.head is following)
    if first.text in ("'s", "’s") and (following is None or following.pos_ not in ("NOUN", "ADJ", "PROPN")):
        return True
    is_adjective = first.dep_ == "amod" and first.tag_ in ("JJR", "JJ") and first.head is core.root.head
    if is_adjective and core[0].is_digit and first.lower_ not in number_words()["before_numbers"]:
        return True  # the larger 777 jets
    sibling = [t for t in core.root.head.lefts if t.dep_ == "nummod" and t.i < core.start]
    return bool(sibling) and core[0].is_digit


def _is_idle(doc: Doc, number: Number, counted: Counted) -> bool:
    """True for "one" that counts nothing (one of the largest, one day) and for a number with nothing to count."""
    text = doc.text[slice(*number.core)].lower()
    if not number.unit and not counted.counts:
        return True
    if text in ("one", "a") or (number.low == number.high == 1 and not number.unit):
        after = doc.text[number.core[1] :].lower()
        idle = "|".join(number_words()["idle_after_one"])
        return bool(re.match(rf"\s+(?:of|or|by|in)\b|\s+(?:{idle})s?\b|[\s-]*$|[.,;:]", after)) or counted.noun is None
    if (
        number.low <= 3
        and re.search(r",\s*$", doc.text[: number.start])
        and re.match(r"\s+of\s+(?!(?:them|whom|those)\b)", doc.text[number.end :])
    ):
        return True  # Berg and Holm, two of the leaders: a description
    if text == "both" or counted.counts.lower() in act_words()["idle"]:
        return True
    if number.unit == "times" and re.match(
        r"\s*(?:as|more|less|the|larger|higher|lower|over|that)\b", doc.text[number.end :]
    ):
        return True  # ten times as far is a comparison
    if number.unit and (
        text in ("a couple of", "a pair of") or (number.unit == "hours" and number.hyphened and number.low == 24)
    ):
        return True  # a 24-hour hotline is open all day
    if number.unit and unit_kinds()[number.unit] == "time" and not counted.counts and not counted.act:
        return True
    return bool(re.match(r"\s*(?:thirds?|quarters?|fifths?)\b", doc.text[number.core[1] :]))


def _figure(
    article: Article,
    paragraph: Parsed,
    number: Number,
    counted: Counted,
    dates: Sequence[DateMention],
    voices: Sequence[Voice],
) -> Figure:
    offset = paragraph.block.span.start
    tail = (
        re.match(r"[- ]old\b|\s+years\s+old\b", paragraph.doc.text[number.end :]) if counted.counts == "age" else None
    )
    span = Span(offset + number.start, offset + number.end + (tail.end() if tail else 0))
    core = paragraph.doc.char_span(*number.core, alignment_mode="expand")
    assert core is not None  # read_counted() has found it
    anchor = core.root
    sentence = paragraph.span(anchor.sent)
    own = [d.span for d in dates if d.span.within(sentence)]
    said_in = [v for v in voices if v.ref == paragraph.block.ref and span.overlaps(v.span)]
    return Figure(
        ref=paragraph.block.ref,
        span=span,
        text=article.text[span.start : span.end],
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit=number.unit,
        counts=counted.counts,
        phrase=counted.phrase,
        whose=counted.whose,
        act=counted.act,
        sentence=sentence,
        dates=() if counted.counts in TIMELESS else _dates_of(paragraph, anchor, counted, own),
        voice=_said_in(paragraph, anchor, number, said_in),
        place=counted.place,
        label=counted.label,
        doer=counted.doer,
        planned=counted.is_planned,
    )


def _said_in(paragraph: Parsed, anchor: Token, number: Number, voices: Sequence[Voice]) -> Span | None:
    """The content of the narrowest voice around the figure; None where the figure is not part of what is said."""
    voice = min(voices, key=lambda v: (v.span.end - v.span.start, v.span), default=None)
    if voice is None or (voice.kind == "reported" and _is_taken_as_given(paragraph, anchor, number, voice)):
        return None
    return voice.span


def _is_taken_as_given(paragraph: Parsed, anchor: Token, number: Number, voice: Voice) -> bool:
    """True for a length of time that the voice has a feeling about: "it was a relief to be home after 40 days". What is
    felt is theirs, the length is the article's. Anything less plain stays said."""
    felt = act_words()["felt"]
    after = next((t for t in anchor.ancestors if t.dep_ in ("prep", "mark")), None)
    if not number.unit or unit_kinds()[number.unit] != "time" or after is None or after.lower_ not in felt["after"]:
        return False
    head = after.head
    offset = paragraph.block.span.start
    said = paragraph.doc.char_span(voice.span.start - offset, voice.span.end - offset, alignment_mode="expand")
    if said is None or not any(t.lower_ in felt["words"] for t in anchor.sent if said.start <= t.i < said.end):
        return False
    is_felt_about = head.pos_ == "NOUN" or any(c.tag_ == "TO" for c in head.children)
    return is_felt_about and head.lower_ not in felt["words"]


def _dates_of(paragraph: Parsed, anchor: Token, counted: Counted, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The dates of the figure's clause. One inside a relative clause or an apposition to something else is not, nor is
    one of a coordinated clause."""
    offset = paragraph.block.span.start
    kept = []
    for span in spans:
        tokens = paragraph.doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
        if tokens is not None and _is_of_clause(tokens.root, counted.noun or anchor, counted.verb):
            kept.append(span)
    return tuple(kept)


def _is_of_clause(date: Token, noun: Token, verb: Token | None) -> bool:
    own = {noun.i, *(t.i for t in noun.ancestors)} | (
        {verb.i, *(t.i for t in verb.ancestors)} if verb is not None else set()
    )
    token = date
    while token.i not in own:
        if token.dep_ in ("relcl", "acl", "appos", "ccomp") or (token.dep_ == "conj" and token.pos_ == "VERB"):
            return False
        if token.head is token:
            return False
        token = token.head
    return True
