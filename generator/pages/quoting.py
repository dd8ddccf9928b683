"""How much of an article's own words the site shows, counted on the pages themselves.

Every run of words on a page, in an attribute or in a data file that stands word for word in an article counts,
whoever wrote it there and whatever it was meant for. An article with a licence may be shown whole; of a digest, which
is our own words, only the spoken quotations that it keeps count; of any other text no more than `LIMIT` may be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.errors import QuotingError
from generator.model import Article
from generator.pages.stretches import texts_on

MOST_WORDS = 30  # the most that is shown at once of a text that is not ours to show

# The share of an article's words that a site may show in pieces. No law gives a share for quotations: what counts is
# that they serve a purpose and do not replace the article. Where a law does give one, for teaching and for research
# without asking, it is 15 % of a work (German copyright act, sections 60a and 60c). That is taken here.
LIMIT = 0.15

# Of a notice of a few lines that many words may be shown all the same: a value with what it counts is no republishing.
LEAST = 10

# A run of fewer words is a name, a date or a set phrase ("the president of the United States"), not somebody's
# sentence.
SHORTEST_RUN = 5

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SPOKEN = re.compile(r"“[^“”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of an article that stand on a page as they stand in the article: the numbers of its first word and of the
    one after its last, and where they were found."""

    first: int
    end: int
    page: str
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Quoted:
    """What the site shows of one article. `words` are the original's; `shown` those of them that some page has, `share`
    their part of all (0 to 1); `limit` is None where the article may be shown whole."""

    article: str
    file: str
    words: int
    shown: int
    longest: Run | None
    limit: float | None

    @property
    def share(self) -> float:
        """The part of the original's words that is shown, 0 to 1."""
        return self.shown / self.words if self.words else 0.0


def is_free(article: Article) -> bool:
    """True where the article may be shown whole as it stands: its text has a licence, and one that leaves something."""
    return not article.is_digest and has_licence(article)


def has_licence(article: Article) -> bool:
    """True where the article names a licence; "all rights reserved" is none."""
    return bool(article.licence) and not re.match(
        r"(?i)\W*(?:none|no|unknown|proprietary|©|\(c\)|copyright\b|all rights reserved)", article.licence
    )


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: in small letters, with straight apostrophes, without marks."""
    return tuple(m.group().casefold().replace("’", "'") for m in _WORD.finditer(text))


def body_of(article: Article) -> tuple[str, ...]:
    """What of an article is not ours to show freely, paragraph after paragraph; of a digest the spoken quotations."""
    return tuple(part for block in article.paragraphs for part in _parts(article, block.text))


def _parts(article: Article, text: str) -> tuple[str, ...]:
    return tuple(_SPOKEN.findall(text)) if article.is_digest else (text,)


# ---------------------------------------------------------------- counting


class Index:
    """Finds the articles' words in any text. Two paragraphs of an article, or two quotations of one, do not join. Words
    that an article with a licence has, too, are free in every copy of it, and so are headlines and the `names` of
    people: that is what they are called."""

    def __init__(self, articles: Iterable[Article], names: Iterable[str] = ()) -> None:
        self.articles = tuple(articles)
        called = [words_of(name) for name in (*names, *(article.title for article in self.articles))]
        self._called = {name[n : n + SHORTEST_RUN] for name in called for n in range(len(name) - SHORTEST_RUN + 1)}
        self._words: dict[str, list[str]] = {}
        self._starts: dict[tuple[str, ...], list[tuple[str, int]]] = {}
        self._free = {article.id for article in self.articles if is_free(article)}
        for article in sorted(self.articles, key=is_free, reverse=True):
            self._read(article)

    def _read(self, article: Article) -> None:
        theirs = self._words[article.id] = []
        for part in body_of(article):
            words = words_of(part)
            for n in range(len(words) - SHORTEST_RUN + 1):
                starts = self._starts.setdefault(words[n : n + SHORTEST_RUN], [])
                is_common = words[n : n + SHORTEST_RUN] in self._called or (starts and starts[0][0] in self._free)
                if is_free(article) or not is_common:
                    starts.append((article.id, len(theirs) + n))
            theirs += [*words, ""]

    def total(self, article: Article) -> int:
        """How many words the article has; of a digest, how many its original has."""
        if article.is_digest and article.original:
            return article.original.words
        return sum(map(bool, self._words[article.id]))

    def places(self, text: str) -> set[tuple[str, int]]:
        """Every word of an article that stands in the text as part of a run, by the article and the word's number;
        where an article says it more than once, all of them."""
        words = words_of(text)
        return {
            (id, start + k)
            for n in range(len(words) - SHORTEST_RUN + 1)
            for id, start in self._starts.get(words[n : n + SHORTEST_RUN], ())
            for k in range(SHORTEST_RUN)
        }

    def runs(self, text: str, page: str = "") -> Iterator[tuple[str, Run]]:
        """Every run of an article's words in the text, as long as it goes, with the article's id."""
        words = words_of(text)
        for n in range(len(words) - SHORTEST_RUN + 1):
            before = self._starts.get(words[n - 1 : n - 1 + SHORTEST_RUN], ()) if n else ()
            for id, start in self._starts.get(words[n : n + SHORTEST_RUN], ()):
                theirs = self._words[id]
                if (id, start - 1) in before:
                    continue  # part of the run that began before it
                length = SHORTEST_RUN
                while words[n + length : n + length + 1] == tuple(theirs[start + length : start + length + 1]) != ():
                    length += 1
                yield id, Run(start, start + length, page, " ".join(words[n : n + length]))


def count_quoted(index: Index, files: Mapping[str, str], limit: float = LIMIT) -> tuple[Quoted, ...]:
    """What these files, by path, show of each article."""
    texts: dict[str, str] = {}
    for path in sorted(files):
        for text in texts_on(path, files[path]):
            texts.setdefault(text, path)
    shown: dict[str, set[int]] = {article.id: set() for article in index.articles}
    longest: dict[str, Run] = {}
    for text, path in texts.items():
        for id, run in index.runs(text, path):
            if id not in longest or run.words > longest[id].words:
                longest[id] = run
        for id, place in index.places(text):
            shown[id].add(place)
    return tuple(
        Quoted(a.id, a.file, index.total(a), len(shown[a.id]), longest.get(a.id), None if is_free(a) else limit)
        for a in index.articles
    )


def over_limit(quoted: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """The articles of which more is shown than may be."""
    return tuple(q for q in quoted if q.limit is not None and (excess(q) > 0 or _is_long(q)))


def excess(quoted: Quoted) -> int:
    """How many words more than the limit allows are shown."""
    return quoted.shown - allowed(quoted.words, quoted.limit or 0.0)


def allowed(words: int, limit: float) -> int:
    """How many words may be shown of an article that has so many."""
    return max(LEAST, int(limit * words))


def _is_long(quoted: Quoted) -> bool:
    return quoted.longest is not None and quoted.longest.words > MOST_WORDS


def check_quoted(quoted: Iterable[Quoted], places: Mapping[str, str]) -> None:
    """Raises QuotingError where more of an article is shown than may be. `places` says where in the editor's file a
    text was written."""
    for one in over_limit(quoted):
        run = one.longest
        assert run is not None
        where = next((place for text, place in places.items() if run.text in " ".join(words_of(text))), run.page)
        file, _, place = where.partition(": ")
        if _is_long(one):
            found = f"{run.words} words of {one.file} stand there as they stand in it: “{_short(run.text)}”."
            raise QuotingError(file, place, found, f"Quote {MOST_WORDS} words at most, or put it in your own words.")
        found = f"the site shows {one.share:.0%} of the words of {one.file}, the most at once “{_short(run.text)}”."
        advice = f"No more than {one.limit:.0%} may be shown of it: put it in your own words, or quote less."
        raise QuotingError(file, place, found, advice)


def _short(text: str, most: int = 12) -> str:
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])} …"
