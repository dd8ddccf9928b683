"""Articles made in a test: paragraphs in, an Article and its parsed blocks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.language import Parsed, parse_blocks
from generator.model import Article, Block, Span


def write_articles(folder: Path, texts: Mapping[str, str]) -> Path:
    """The folder, with a file for each article: its id, and its text with front matter."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def make_article(paragraphs: Sequence[str], name: str = "gazette") -> Article:
    """An article of these body paragraphs; one that begins with `Caption: ` is a caption."""
    blocks, at, bodies, captions = [], 0, 0, 0
    for line, paragraph in enumerate(paragraphs):
        text = paragraph.removeprefix("Caption: ")
        is_caption = text != paragraph
        bodies, captions = bodies + (not is_caption), captions + is_caption
        start = at + len(paragraph) - len(text)
        ref = f"c{captions}" if is_caption else str(bodies)
        kind = "caption" if is_caption else "body"
        blocks.append(Block(kind, ref, 2 * line + 1, Span(start, start + len(text)), text))  # type: ignore[arg-type]
        at += len(paragraph) + 2
    return Article(
        id=name, file=f"{name}.md", sha256="0" * 64, text="\n\n".join(paragraphs), title="", outlet="", agency="",
        author="", published=None, url="", licence="", is_digest=False, original=None, blocks=tuple(blocks),
        set_aside=(), findings=(),
    )  # fmt: skip


def parse(*paragraphs: str) -> tuple[Article, tuple[Parsed, ...]]:
    """The article and its parsed blocks."""
    article = make_article(paragraphs)
    return article, parse_blocks(article)
