"""Articles and readings made from a few lines of text, for tests that need no files."""

import datetime as dt

from generator.dates.reading import find_dates
from generator.language import parse_blocks
from generator.model import Article, Block, Reading, Sentence, Span, Voice


def make_article(text, id="a", published=None):
    """Paragraphs are what blank lines part; one that begins with `Caption:`, `Headline:` or `Stamp:` is that."""
    kinds = {"Caption:": "caption", "Headline:": "headline", "Stamp:": "timestamp"}
    blocks, start, bodies, captions = [], 0, 0, 0
    for part in text.strip().split("\n\n"):
        start = text.index(part, start)
        label = next((key for key in kinds if part.startswith(key)), "")
        begin = start + len(label) + (1 if label else 0)
        kind = kinds.get(label, "body")
        bodies, captions = bodies + (kind == "body"), captions + (kind == "caption")
        ref = {"body": str(bodies), "caption": f"c{captions}"}.get(kind, "")
        end = start + len(part)
        blocks.append(Block(kind, ref, 1, Span(begin, end), text[begin:end]))
        start = end
    day = dt.date.fromisoformat(published) if published else None
    return Article(id, f"{id}.txt", "", text, "", "", "", "", day, "", "", False, None, tuple(blocks), (), ())


def make_reading(text, id="a", published=None, voices=()):
    """A reading with sentences and dates; `voices` are pairs of speaker and words."""
    article = make_article(text, id, published)
    parsed = parse_blocks(article)
    sentences = tuple(
        Sentence(part.block.ref, part.span(s), s.text) for part in parsed if part.block.ref for s in part.doc.sents
    )
    spoken = []
    for speaker, words in voices:
        span = Span(text.index(words), text.index(words) + len(words))
        ref = article.block_at(span.start).ref
        spoken.append(Voice(ref, "reported", span, words, speaker, None, None, "said"))
    return Reading(article, sentences, (), find_dates(article, parsed), (), tuple(spoken), (), (), ())
