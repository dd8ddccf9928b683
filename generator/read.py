"""One article at a time: everything that can be read of it before anything is known of the others.

Pure: the same article gives the same Reading. Readings are kept for the life of the process, so that an edit of one
article reads that one again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Span as Tokens

from generator.dates.reading import find_dates
from generator.figures.reading import find_figures
from generator.language import Parsed, parse_blocks
from generator.mentions.companions import known_elsewhere
from generator.mentions.filing import without_datelines
from generator.mentions.reading import find_mentions
from generator.model import Article, Reading, Sentence
from generator.steps.positions import find_arguments
from generator.steps.reading import find_steps
from generator.steps.unknowns import find_unknowns
from generator.voices.reading import find_voices


def read_all(articles: Sequence[Article]) -> tuple[Reading, ...]:
    """A Reading for each article, in their order. An article in which a name went unseen that another shows to be a
    person's is read once more with it."""
    alone = tuple(read(article) for article in articles)
    known = known_elsewhere(alone)
    return tuple(read(a, names) if names else reading for a, reading, names in zip(articles, alone, known, strict=True))


@lru_cache(maxsize=512)
def read(article: Article, known: frozenset[str] = frozenset()) -> Reading:
    """All that is read of one article by itself; `known` are names that other articles show to be people's."""
    parsed = parse_blocks(article)
    filed = without_datelines(parsed)
    mentions = find_mentions(article, filed, known)
    dates = find_dates(article, parsed)
    voices = find_voices(article, filed, mentions)
    steps = find_steps(filed, dates)
    return Reading(
        article=article,
        sentences=find_sentences(parsed),
        mentions=mentions,
        dates=dates,
        figures=find_figures(article, parsed, dates, voices),
        voices=voices,
        steps=steps,
        arguments=find_arguments(parsed, voices, steps),
        unknowns=find_unknowns(parsed),
    )


def find_sentences(parsed: Sequence[Parsed]) -> tuple[Sentence, ...]:
    """The sentences of paragraphs and captions, without the space around them."""
    found = []
    for part in parsed:
        if not part.block.ref:
            continue
        for sentence in part.doc.sents:
            span = part.span(sentence)
            text = part.block.text[span.start - part.block.span.start : span.end - part.block.span.start]
            if text.strip():
                found.append(Sentence(part.block.ref, span, text.strip(), main_verbs(sentence)))
    return tuple(found)


def main_verbs(sentence: Tokens) -> tuple[str, ...]:
    """The lemmas of the verbs of a sentence's main clauses, and of what is said to be done: "said that it closed"."""
    root = sentence.root
    verbs = [root, *root.conjuncts, *(child for child in root.children if child.dep_ == "ccomp")]
    return tuple(dict.fromkeys(verb.lemma_.lower() for verb in verbs if verb.pos_ == "VERB"))
