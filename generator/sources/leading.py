"""What a reader is told first where no editor wrote it: the sentences that say most of what the articles share.

News begins with what happened: a sentence counts for the weight of the words that it shares with other articles, for
standing high up in its own, for repeating its headline, and for being of the day that most articles are of. One that
cannot stand alone is no candidate: it points back, asks, speaks as "we" or "you", or is cut off. Nor is one of an
article from long before or after the days that most are of: it tells how it came to this.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.articles.datelines import dateline_of
from generator.articles.openings import refers_back
from generator.briefing import Agreement, Dating, Leading, Origin, Statement
from generator.dates.reading import resolve
from generator.model import Citation, Interval, Reading, Sentence
from generator.sources.agreements import flatten, stem_words
from generator.voices.reading import voice_at

MOST = 8  # sentences: about a screen and a half of a phone
# In words. Shorter says too little to open with, longer is more than a page may quote of an article at once.
_WORDS = range(8, 31)
_DEPTH = 0.35  # what each paragraph further down costs; the second lead sentence counts for 3/4 of the first
_ALIKE = 0.35  # of the smaller sentence's words: two that share more tell one thing
_SAME = 0.6  # of the larger one's, where both stand in a paragraph that is cited: one statement in two wordings
_NEWS = dt.timedelta(days=7)  # from the day most articles are of; where most are within it, the others are history
_SIZE = 12  # words added to a length before the weight is divided by it: brevity alone does not win
_SPEAKING = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Uu]s|[Mm]y|[Mm]e|[Yy]ou|[Yy]our|[Ll]et)\b(?!\.)")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_WHOLE = re.compile(r"[“\"]?[A-Z0-9].*[.!][”\"]?$", re.DOTALL)
_POINTING = re.compile(
    r"\b(?:also|this|these|those|he|she|they|it|his|her|their|others?|latter|finally|lastly|then|step back)\b"
    r"|^the (?:officials?|order|deal|agreement|move|decision|statement|announcement|company|spokes\w+|group|report)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"[“\"]?(?:And|But|So|Or|Nor|Yet)\b|.*\b(?:as well|too)[.!][”\"]?$", re.DOTALL)
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


@dataclass(frozen=True, slots=True)
class _Candidate:
    leading: Leading
    stems: frozenset[str]
    score: float


def find_leading(
    readings: Sequence[Reading], datings: Sequence[Dating], origins: Sequence[Origin], agreements: Sequence[Agreement]
) -> tuple[Leading, ...]:
    """Up to MOST sentences, the one to open with first. One that several articles carry cites all of them. Empty where
    no sentence can stand alone."""
    shared = [
        (a.statement, frozenset(stem_words(a.statement.text))) for a in agreements if _stands_alone(a.statement.text)
    ]
    days = {dating.article: dating.date for dating in datings}
    weights = _weights(readings, {id: origin.id for origin in origins for id in origin.articles})
    written = Counter(days.values())
    history = _history(days)
    found: list[_Candidate] = []
    for reading in readings:
        day = days.get(reading.article.id)
        if reading.article.id in history:
            continue
        same_day = written[day] / len(readings) if day else 0.0
        found += [replace(c, score=c.score * (1 + same_day)) for c in _candidates(reading, day, weights, shared)]
    chosen: list[_Candidate] = []
    for candidate in sorted(found, key=lambda c: -c.score):
        if len(chosen) < MOST and not any(_alike(candidate, other) for other in chosen):
            chosen.append(candidate)
    return tuple(c.leading for c in chosen)


def _history(days: Mapping[str, dt.date | None]) -> frozenset[str]:
    """The articles of other days than the event's: none, unless more than half are within a week of the most frequent
    day (the later of two), so that a story told over months has no history."""
    known = {article: day for article, day in days.items() if day}
    if not known:
        return frozenset()
    written = Counter(known.values())
    centre = max(written, key=lambda day: (written[day], day))
    far = frozenset(article for article, day in known.items() if abs(day - centre) > _NEWS)
    return far if 2 * len(far) < len(known) else frozenset()


def _weights(readings: Sequence[Reading], origin_of: Mapping[str, str]) -> dict[str, float]:
    """The centroid of the articles (Radev et al. 2004): how much of the bundle a stem stands for, by the shares of the
    articles and of the origins that have it and by how few of the paragraphs do."""
    articles: dict[str, set[str]] = defaultdict(set)
    origins: dict[str, set[str]] = defaultdict(set)
    paragraphs: Counter[str] = Counter()
    texts = [(r.article.id, b.text) for r in readings for b in r.article.paragraphs]
    for article, text in texts:
        for stem in set(stem_words(text)):
            paragraphs[stem] += 1
            articles[stem].add(article)
            origins[stem].add(origin_of.get(article, article))
    total = len(readings) * max(1, len(set(origin_of.values())))
    return {
        stem: len(articles[stem]) * len(origins[stem]) / total * math.log(1 + len(texts) / count)
        for stem, count in paragraphs.items()
    }


def _candidates(
    reading: Reading,
    day: dt.date | None,
    weights: Mapping[str, float],
    shared: Sequence[tuple[Statement, frozenset[str]]],
) -> Iterator[_Candidate]:
    title = frozenset(stem_words(reading.article.title or ""))
    for sentence in reading.sentences:
        text, cite = flatten(sentence.text), Citation(reading.article.id, sentence.ref)
        if not sentence.ref.isdigit() or not sentence.verbs or not _stands_alone(text.removeprefix(dateline_of(text))):
            continue
        voice = voice_at(reading.voices, sentence.span)
        stems = frozenset(stem_words(text))
        same = (said for said, words in shared if cite in said.cites and _is_same(stems, words))
        statement = next(same, None) or Statement(text, (cite,), voice.speaker if voice else "")
        worth = math.fsum(weights[stem] for stem in stems) / (len(stems) + _SIZE)
        told = 1 + (len(stems & title) / len(title) if title else 0)
        told *= 1 + math.log(len(statement.cites))
        yield _Candidate(
            Leading(statement, _when(reading, sentence, day)),
            stems,
            worth * told / (1 + _DEPTH * (int(sentence.ref) - 1)),
        )


def _when(reading: Reading, sentence: Sentence, day: dt.date | None) -> Interval | None:
    """The day that the sentence's first word for a time means, where that takes the article's date to know."""
    for date in reading.dates:
        if date.span.within(sentence.span) and resolve(date.expression, None) is None:
            when = resolve(date.expression, day) if day else None
            return when if when and when.precision == "day" else None
    return None


def _stands_alone(text: str) -> bool:
    own = _QUOTED.sub("", text)
    return (
        len(text.split()) in _WORDS
        and bool(_WHOLE.match(text))
        and text.count("(") == text.count(")")
        and not refers_back(text)
        and not _SPEAKING.search(own)
        and not _POINTING.search(" ".join(own.split()[:5]))
        and not _JOINING.match(text)
        and not _leaves_him_open(own)
    )


def _leaves_him_open(text: str) -> bool:
    """ "Varga sent him to prison": the one name before "him" is somebody else's, or he would be "himself"."""
    before, him, _ = text.partition(" him ")
    return bool(him) and len(_NAME.findall(before)) < 2


def _alike(left: _Candidate, right: _Candidate) -> bool:
    shared, smaller = len(left.stems & right.stems), min(len(left.stems), len(right.stems))
    return bool(smaller) and shared / smaller > _ALIKE


def _is_same(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) > _SAME * max(len(left), len(right))
