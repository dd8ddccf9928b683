"""The same statement in several articles, and what one article alone says.

A sentence is carried by another article where one paragraph there has its names, its numbers and most of what else it
says. It is the direction that matters: what carries a sentence may say more, never less. In doubt, two sentences
are two.
"""

from __future__ import annotations

import calendar
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.briefing import Agreement, Origin, Person, Statement
from generator.figures.acts import nations_in
from generator.language import STOP_WORDS
from generator.model import Citation, Reading, Sentence, Span
from generator.people.compiling import person_index
from generator.voices.reading import voice_at

# The share of a sentence's weight that a paragraph has to carry. Of 45 pairs of the first briefing that share more than
# .35, read by hand, the 18 at .61 and above (none missing a word that matters) say the same; of the three between .58
# and .60 each leaves something out.
CARRIED = 0.61
MISSING = 0.2  # the most that a single word which the paragraph lacks may weigh: "pardoned" is not "freed"
CALENDAR = frozenset((*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr))
FEWEST = 4  # content words; a shorter sentence says too little to be recognised
_SUFFIXES = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "e")
_QUIET = STOP_WORDS | {"mr", "mrs", "ms", "said", "says", "told", "according", "adding", "added"}


@dataclass(frozen=True, slots=True)
class _Content:
    """What a stretch of text says: word stems, and the anchors that must not be missing elsewhere."""

    stems: frozenset[str]
    anchors: frozenset[str]  # people, numbers, dates' words, and countries, however written
    words: frozenset[str]  # stems that must not be missing either: other names, and what is done


def find_agreements(
    readings: Sequence[Reading], origins: Sequence[Origin], people: Sequence[Person]
) -> tuple[Agreement, ...]:
    """Statements that at least two articles carry, those of most origins first; each sentence is used once."""
    index = person_index(people)
    origin_of = {article: origin.id for origin in origins for article in origin.articles}
    paragraphs = {
        Citation(r.article.id, b.ref): _content(r, b.span, index) for r in readings for b in r.article.paragraphs
    }
    weights = _weights(paragraphs)
    candidates = []
    for reading in readings:
        for sentence in reading.sentences:
            home = Citation(reading.article.id, sentence.ref)
            said = _content(reading, sentence.span, index, sentence.verbs)
            carriers = _carriers(home, said, paragraphs, weights)
            if carriers:
                candidates.append(_agreement(reading, sentence, (home, *carriers), origin_of))
    order = {reading.article.id: n for n, reading in enumerate(readings)}
    candidates.sort(key=lambda a: (-len(a.origins), -len(a.articles), _place(a.statement.cites[0], order)))
    return tuple(_distinct(candidates))


def find_singular(readings: Sequence[Reading], agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """The sentences of paragraphs that no agreement cites, in the order of the articles: what one alone says."""
    shared = {cite for agreement in agreements for cite in agreement.statement.cites}
    alone = []
    for reading in readings:
        article = reading.article
        for sentence in reading.sentences:
            cite = Citation(article.id, sentence.ref)
            if cite not in shared and len(stem_words(sentence.text)) >= FEWEST:
                statement = Statement(flatten(sentence.text), (cite,), _speaker(reading, sentence.span))
                alone.append(Agreement(statement, (article.id,), ()))
    return tuple(alone)


def _agreement(
    reading: Reading, sentence: Sentence, cites: tuple[Citation, ...], origin_of: Mapping[str, str]
) -> Agreement:
    articles = tuple(dict.fromkeys(cite.article for cite in cites))
    origins = tuple(dict.fromkeys(origin_of.get(article, article) for article in articles))
    statement = Statement(flatten(sentence.text), cites, _speaker(reading, sentence.span))
    return Agreement(statement, articles, origins)


def _carriers(
    home: Citation, said: _Content, paragraphs: Mapping[Citation, _Content], weights: Mapping[str, float]
) -> tuple[Citation, ...]:
    """The best paragraph of each other article that says all of this."""
    if len(said.stems) < FEWEST:
        return ()
    others = {c: p for c, p in paragraphs.items() if c.article != home.article and _has_anchors(said, p)}
    total = math.fsum(weights[stem] for stem in said.stems)
    best: dict[str, tuple[float, Citation]] = {}
    for cite, there in others.items():
        share = _carried(said, there, weights, total)
        if share >= CARRIED and share > best.get(cite.article, (0.0, home))[0]:
            best[cite.article] = (share, cite)
    return tuple(cite for _, cite in best.values())


def _has_anchors(said: _Content, there: _Content) -> bool:
    return said.anchors <= there.anchors and said.words <= there.stems


def _carried(said: _Content, there: _Content, weights: Mapping[str, float], total: float) -> float:
    """The share of the total weight of what is said that stands there, 0 where one word that matters is missing."""
    if max((weights[stem] for stem in said.stems - there.stems), default=0.0) > MISSING * total:
        return 0.0
    return math.fsum(weights[stem] for stem in said.stems & there.stems) / total


def _distinct(agreements: Sequence[Agreement]) -> list[Agreement]:
    """Without those whose paragraphs an earlier one has cited already."""
    kept: list[Agreement] = []
    for agreement in agreements:
        cites = set(agreement.statement.cites)
        if not any(len(cites & set(other.statement.cites)) >= 2 for other in kept):
            kept.append(agreement)
    return kept


def _weights(paragraphs: Mapping[Citation, _Content]) -> Mapping[str, float]:
    """Inverse document frequency (Spärck Jones 1972) of a stem over all paragraphs. One that none has, part of a name
    that goes on in the next sentence, weighs as one that a single paragraph has."""
    seen = Counter(stem for content in paragraphs.values() for stem in content.stems)
    found: defaultdict[str, float] = defaultdict(lambda: math.log(1 + len(paragraphs)))
    found.update({stem: math.log(1 + len(paragraphs) / n) for stem, n in seen.items()})
    return found


def _content(
    reading: Reading, span: Span, index: Mapping[tuple[str, Span], str], verbs: Sequence[str] = ()
) -> _Content:
    article = reading.article
    text = article.text[span.start : span.end]
    anchors: set[str] = {*nations_in(text), *re.findall(r"\b(?:1[5-9]|20)\d\d\b", text), *_calendar_words(text)}
    names = set()
    for mention in reading.mentions:
        if mention.span.within(span) and (person := index.get((article.id, mention.span))):
            anchors.add(person)
            names |= set(stem_words(mention.text))
    for figure in reading.figures:
        if figure.span.within(span):
            anchors.add(f"{figure.low:g}-{figure.high:g}{figure.unit}")
    stems = (set(stem_words(text)) - names) | anchors
    words = (_proper(text) - names) | set(stem_words(" ".join(verbs)))
    return _Content(frozenset(stems), frozenset(anchors), frozenset(words))


def _calendar_words(text: str) -> set[str]:
    """The months and days of the week of a text, whole or abbreviated, by their first three letters."""
    return {f"{word[:3].lower()}." for word in re.findall(r"\b[A-Z][a-z]+", text) if word in CALENDAR}


def _proper(text: str) -> set[str]:
    """The stems of words with a capital inside a sentence; countries and the calendar are no names here."""
    words = re.findall(r"(?<=[a-z0-9,;:] )[A-Z][\w'’-]*", text)
    return {stem for word in words if word not in CALENDAR and not nations_in(word) for stem in stem_words(word)}


def stem_words(text: str) -> list[str]:
    """The stems of a text's content words, in order."""
    words = re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", text.lower().replace("’", "'"))
    return [_stem(re.sub(r"'s?$", "", word)) for word in words if word not in _QUIET]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """A word without its commonest endings; crude, but the same crudeness on both sides."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def _speaker(reading: Reading, span: Span) -> str:
    voice = voice_at(reading.voices, span)
    return voice.speaker if voice else ""


def flatten(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def listed(texts: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join((", ".join(texts[:-1]), texts[-1])) if len(texts) > 1 else "".join(texts)


def _place(cite: Citation, order: Mapping[str, int]) -> tuple[int, bool, int]:
    return order[cite.article], cite.ref.startswith("c"), int(cite.ref.lstrip("c"))
