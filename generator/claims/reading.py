"""What a stretch of text claims: figures, dates, names, quotations, who says so, and clause by clause who does what.

A statement and the paragraphs it cites are taken apart by the same code, so that support.py compares like with like.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from generator.claims.authorship import find_authors
from generator.claims.clauses import Clause, find_clauses
from generator.claims.lengths import When, read_numbers, reckoned_days
from generator.claims.library import Library, Name
from generator.claims.proper_names import find_names
from generator.claims.wording import idle_stems, senses_in, stem
from generator.dates.reading import join_ranges, resolve
from generator.figures.numbers import Number
from generator.language import parse_blocks, parse_text
from generator.model import Article, Block, Citation, DateMention, Figure, Span, Voice
from generator.read import read

_MARKS = str.maketrans("“”’‘", "\"\"''")
_BESIDE_A_LENGTH = re.compile(r"\b(?:later|earlier|after|before)$")
_PRONOUNS = ("he", "she", "they", "it", "who", "")
_CONTENT = ("NOUN", "VERB", "ADJ", "ADV", "NUM", "PROPN")


@dataclass(frozen=True, slots=True)
class Saying:
    """Words or content given to somebody. `keys` find the speaker as a Name's do, `heads` are the nouns that stand for
    him or her (spokeswoman, authorities)."""

    span: Span
    kind: str
    speaker: str
    keys: frozenset[str]
    heads: frozenset[str]
    is_open: bool  # a pronoun that nothing resolves, or nobody
    cue: str = ""


@dataclass(frozen=True, slots=True, eq=False)  # each is one of its own, and can be a key
class Told:
    """One text, taken apart. Offsets are characters of `text`, which has straight marks and no line breaks."""

    cite: Citation | None
    text: str
    doc: Doc
    numbers: tuple[Number, ...]
    dates: tuple[When, ...]
    names: tuple[Name, ...]
    sayings: tuple[Saying, ...]
    clauses: tuple[Clause, ...]
    senses: frozenset[str]  # of all its words, see wording.py
    figures: tuple[Figure, ...] = ()  # as figures.py reads them, offsets of the article
    authors: frozenset[str] = frozenset()  # whose words the whole article is, by its title or byline

    @property
    def keys(self) -> frozenset[str]:
        """What all its names can be found by."""
        return frozenset(k for n in self.names for k in n.keys)


# ---------------------------------------------------------------- a statement, a paragraph


def read_statement(text: str, library: Library, day: dt.date | None) -> Told:
    """A statement taken apart; a date without a year counts from `day`."""
    article = _article(re.sub(r";(?= )", ".", " ".join(text.split()).translate(_MARKS)))  # two sentences in one
    reading, (parsed,) = read(article), parse_blocks(article)
    dates = [d for d in join_ranges(article, reading.dates) if not _BESIDE_A_LENGTH.search(d.text)]
    names = find_names(parsed.doc, (), library)
    told = _told(None, parsed.doc, dates, day, names, _sayings(reading.voices, 0, len(article.text), names, {}))
    return replace(told, figures=reading.figures)


@lru_cache(maxsize=1024)
def read_passage(cite: Citation, library: Library) -> Told:
    """A cited paragraph taken apart, once for all statements that cite it. Raises KeyError where there is none."""
    reading = library.readings[cite.article]
    block = reading.article.paragraph(cite.ref)
    if block is None:
        raise KeyError(str(cite))
    offset = block.span.start
    doc = parse_text(block.text)
    named = {m.span: library.whose.get((cite.article, m.span), "") for m in reading.mentions}
    known = [(_moved(m.span, offset), named[m.span]) for m in reading.mentions if m.ref == cite.ref]
    names = find_names(doc, known, library)
    plain_dates = [d for d in reading.dates if d.ref == cite.ref]
    dates = dict.fromkeys((*join_ranges(reading.article, plain_dates), *plain_dates))
    moved = [replace(d, span=_moved(d.span, offset)) for d in dates]
    voices = [v for v in reading.voices if v.ref == cite.ref]
    sayings = _sayings(voices, offset, len(block.text), names, named)
    told = _told(cite, doc, moved, library.days.get(cite.article), names, sayings)
    figures = tuple(f for f in reading.figures if f.ref == cite.ref)
    authors = find_authors(reading.article, doc.text, library, lambda t: find_names(parse_text(t), (), library))
    return replace(told, figures=figures, authors=authors)


def _told(
    cite: Citation | None,
    doc: Doc,
    dates: Sequence[DateMention],
    day: dt.date | None,
    names: tuple[Name, ...],
    sayings: tuple[Saying, ...],
) -> Told:
    dates = (*dates, *_earlier_days(doc.text, dates))
    taken = [d.span for d in dates]
    numbers = read_numbers(doc, taken)
    whens = tuple(When(d.span, d.text, resolve(d.expression, day), d.expression) for d in dates)
    return Told(
        cite,
        doc.text,
        doc,
        numbers,
        (*whens, *(reckoned_days(doc.text, whens, numbers) if cite else ())),
        names,
        sayings,
        find_clauses(doc),
        senses_in(lemmas(doc)),
    )


def _earlier_days(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """The 12th in "12 and 13 March 1911": a day of the month that the next one names."""
    found = []
    for date in dates:
        before = re.search(r"\b(\d{1,2})\s*(?:and|or|to|until|-|–)\s*$", text[: date.span.start])
        named = re.match(r"(\d{4}-\d\d-|\(month-day \d\d-)\d\d(?= |$)", date.expression)
        if before and named:
            day = f"{named[1]}{int(before[1]):02d}{date.expression[named.end() :]}"
            found.append(DateMention(date.ref, Span(*before.span(1)), before[1], day))
    return found


def _block(text: str) -> Block:
    return Block("body", "1", 1, Span(0, len(text)), text)


def _article(text: str) -> Article:
    return Article(
        id="statement", file="", sha256="", text=text, title="", outlet="", agency="", author="", published=None,
        url="", licence="", is_digest=False, original=None, blocks=(_block(text),), set_aside=(), findings=(),
    )  # fmt: skip


def _moved(span: Span, offset: int) -> Span:
    """A place in an article as one in its paragraph that begins at `offset`."""
    return Span(span.start - offset, span.end - offset)


# ---------------------------------------------------------------- words


def lemmas(tokens: Iterable[Token]) -> list[str]:
    """The words by which a text can be found: each as its lemma and as written, and the parts of one with a hyphen."""
    found = []
    for token in tokens:
        if token.is_alpha or "-" in token.text:
            found += sorted({token.lemma_.lower(), token.lower_})
        if "-" in token.text:
            found += [part for part in token.lower_.split("-") if len(part) > 2]
    return found


def content_words(told: Told, tokens: Iterable[Token] | None = None) -> list[Token]:
    """The words that claim something: no names, numbers, dates, and none that only tie a sentence together."""
    taken = [n.span for n in told.names] + [d.span for d in told.dates] + [Span(n.start, n.end) for n in told.numbers]
    return [
        t
        for t in (told.doc if tokens is None else tokens)
        if t.pos_ in _CONTENT
        and t.is_alpha | ("-" in t.text)
        and not t.is_punct
        and not any(s.start <= t.idx < s.end for s in taken)
        and stem(t.lemma_) not in idle_stems()
        and len(t.text) > 1
    ]


# ---------------------------------------------------------------- who says so


def _is_near(voice: Voice, offset: int, length: int) -> bool:
    """The paragraph itself names whom the pronoun stands for."""
    return voice.named_by is not None and offset <= voice.named_by.start < offset + length


def _plain(speaker: str) -> str:
    """A speaker's label of a transcript, which may be all in capitals."""
    return speaker.lower() if speaker.isupper() and " " in speaker else speaker


def _sayings(
    voices: Sequence[Voice], offset: int, length: int, names: Sequence[Name], named: Mapping[Span, str]
) -> tuple[Saying, ...]:
    found: list[Saying] = []
    for voice in voices:
        keys: set[str] = set()
        heads: frozenset[str] = frozenset()
        if voice.named_by and named.get(voice.named_by):
            keys.add(f"p:{named[voice.named_by]}")
        if voice.speaker_span:
            where = _moved(voice.speaker_span, offset)
            keys |= {k for n in names if n.span.overlaps(where) for k in n.keys}
            heads = frozenset(re.findall(r"\b[a-z]{4,}", _plain(voice.speaker)))
        if voice.speaker.lower() in _PRONOUNS and found and not _is_near(voice, offset, length):
            keys |= found[-1].keys  # "She added" may go on with whoever spoke before
            heads = found[-1].heads
        found.append(
            Saying(
                _moved(voice.span, offset),
                voice.kind,
                voice.speaker,
                frozenset(keys),
                heads,
                not (keys or heads) or voice.speaker == "Q",
                voice.cue,
            )
        )
    return tuple(found)
