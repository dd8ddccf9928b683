"""Articles out of plain paragraphs, for tests of names in texts."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language import Parsed, parse_blocks
from generator.mentions.filing import without_datelines
from generator.mentions.reading import find_mentions
from generator.model import Article, Block, Reading, Sentence, Span


def article_of(article_id: str, paragraphs: Sequence[str], title: str = "") -> Article:
    """An article with this title whose paragraphs are these."""
    text, blocks = "", []
    for n, paragraph in enumerate(paragraphs, 1):
        span = Span(len(text), len(text) + len(paragraph))
        blocks.append(Block("body", str(n), n, span, paragraph))
        text += paragraph + "\n"
    return Article(
        article_id, f"{article_id}.txt", "", text, title, "", "", "", None, "", "", False, None, tuple(blocks), (), ()
    )


def reading_of(article_id: str, paragraphs: Sequence[str], title: str = "") -> Reading:
    """What is read of people in it."""
    article = article_of(article_id, paragraphs, title)
    parsed = parse_blocks(article)
    mentions = find_mentions(article, without_datelines(parsed))
    return Reading(article, _sentences(parsed), mentions, (), (), (), (), (), ())


def _sentences(parsed: Sequence[Parsed]) -> tuple[Sentence, ...]:
    return tuple(Sentence(p.block.ref, p.span(s), s.text) for p in parsed for s in p.doc.sents)
