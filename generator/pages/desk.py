"""Looks things up for the templates: who published an article, whose reporting it is, where its page is.

Built once from a briefing. What it returns is data; how it reads is the templates' business.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.briefing import Briefing, Dating, Origin, Person, Row
from generator.model import Article, Finding
from generator.pages.headlines import shorten_headline
from generator.pages.phrases import day


@dataclass(frozen=True, slots=True)
class SourceName:
    """What a reader knows an article by: its outlet, else the beginning of its headline, else that its site is unnamed.
    `origin` is the reporting it rests on where that says more than the outlet; `date` tells apart what would read the
    same, `letter` what the date does not, and neither stands where none is needed: without its origin, too, a name is
    one article's alone."""

    outlet: str
    title: str
    origin: str
    date: dt.date | None = None
    letter: str = ""

    @property
    def short(self) -> str:
        """The name where that of its origin stands already, as in citations."""
        title = f"“{self.title}”" if self.title else ""
        name = ", ".join(filter(None, (self.outlet, title))) or "Unnamed site"
        return f"{name}{f', {day(self.date)}' if self.date else ''}{f' {self.letter}' if self.letter else ''}"

    @property
    def whole(self) -> str:
        """The name with that of its origin, where it has another one."""
        return f"{self.short} ({self.origin})" if self.origin not in ("", self.short) else self.short


class Desk:
    """Answers the templates' questions about one briefing."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.articles = {a.id: a for a in briefing.articles}
        self.people = {p.id: p for p in briefing.people}
        self._origins = {id: origin for origin in briefing.origins for id in origin.articles}
        self._colours = {o.id: n for n, o in enumerate(briefing.origins, start=1)}
        self._datings = {d.article: d for d in briefing.datings}
        self._names = _source_names(briefing.articles, self._origins)
        times = Counter(a.called for a in briefing.articles)
        self._called = tuple(
            (re.compile(rf"(?<![\w-]){re.escape(a.called)}(?!\w)"), self._names[a.id].short)
            for a in briefing.articles
            if times[a.called] == 1
        )
        self._article_pages = _addresses(self.articles, "sources")
        self._person_pages = _addresses(self.people, "people")

    def article_page(self, id: str) -> str:
        """The path of an article's page below `docs/`."""
        return self._article_pages[id]

    def person_page(self, id: str) -> str:
        """The path of a person's page below `docs/`."""
        return self._person_pages[id]

    def article_of(self, page: str) -> Article | None:
        """The article whose page this is."""
        return next((self.articles[id] for id, path in self._article_pages.items() if path == page), None)

    def person_of(self, page: str) -> Person | None:
        """The person whose page this is."""
        return next((self.people[id] for id, path in self._person_pages.items() if path == page), None)

    def source_name(self, id: str) -> SourceName:
        """What a reader knows the article by."""
        return self._names[id]

    def reworded(self, text: str) -> str:
        """A reason with each article by the name that a reader knows it by, in place of its whole headline or its file.
        What might be one of several stays."""
        for pattern, name in self._called:
            text = name.join(pattern.split(text))
        return text

    def origin(self, article: str) -> Origin | None:
        """Whose reporting the article is."""
        return self._origins.get(article)

    def colour(self, origin: str) -> int:
        """The number of an origin (its id), which its colour goes by; 0 where there is none."""
        return self._colours.get(origin, 0)

    @property
    def colours(self) -> dict[str, int]:
        """Every origin's number, by id."""
        return dict(self._colours)

    def dating(self, article: str) -> Dating | None:
        """The day the article counts from."""
        return self._datings.get(article)

    def undated(self) -> tuple[Article, ...]:
        """The articles of which nobody knows the day."""
        dated = {d.article for d in self.briefing.datings if d.date}
        return tuple(article for id, article in self.articles.items() if id not in dated)

    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding of the build, each once, file by file."""
        own = (f for article in self.briefing.articles for f in article.findings)
        return tuple(sorted(dict.fromkeys((*own, *self.briefing.findings))))

    def anchor(self, ref: str) -> str:
        """The anchor of a paragraph on its article's page: `p7`, or `c2` for a caption."""
        return ref if ref.startswith("c") else f"p{ref}"

    def group_anchor(self, label: str) -> str:
        """The anchor of a group on the index of people."""
        return f"group-{slug(label)}"

    def row_anchor(self, row: Row) -> str:
        """The anchor of a row on the page of numbers."""
        return f"row-{slug(row.id)}"


def name_origins(briefing: Briefing) -> Briefing:
    """The briefing as a reader meets it: an origin that no article names is called what its first article is."""
    desk = Desk(briefing)
    named = (o if o.is_named else replace(o, name=desk.source_name(o.articles[0]).short) for o in briefing.origins)
    return replace(briefing, origins=tuple(named))


def slug(text: str) -> str:
    """The text in small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "x"


def _addresses(ids: Iterable[str], folder: str) -> dict[str, str]:
    """A page for each id, told apart where their slugs are the same; `index` is the folder's own page."""
    taken = {"index"}
    pages = {}
    for id in ids:
        name, n = slug(id), 1
        while name in taken:
            n += 1
            name = f"{slug(id)}-{n}"
        taken.add(name)
        pages[id] = f"{folder}/{name}.md"
    return pages


def _source_names(articles: tuple[Article, ...], origins: dict[str, Origin]) -> dict[str, SourceName]:
    names = {a.id: _source_name(a, articles, origins) for a in articles}
    dates = {a.id: a.published for a in articles}
    for ids in _alike(names):
        if any(dates[id] != dates[ids[0]] for id in ids):
            names |= {id: replace(names[id], date=dates[id]) for id in ids}
    for ids in _alike(names):
        names |= {id: replace(names[id], letter=_letter(n)) for n, id in enumerate(ids)}
    return names


def _alike(names: dict[str, SourceName]) -> list[list[str]]:
    """The articles that several have one name, but for their origins, name by name."""
    found: dict[SourceName, list[str]] = {}
    for id, name in names.items():
        found.setdefault(replace(name, origin=""), []).append(id)
    return [ids for ids in found.values() if len(ids) > 1]


def _source_name(article: Article, articles: tuple[Article, ...], origins: dict[str, Origin]) -> SourceName:
    outlet = article.outlet
    is_one_of_several = sum(a.outlet == outlet for a in articles) > 1
    title = shorten_headline(article.title) if not outlet or is_one_of_several else ""
    is_one_report = len({o.id for o in origins.values()}) < 2
    return SourceName(outlet, title, "" if is_one_report else _reporting(article, origins.get(article.id)))


def _letter(n: int) -> str:
    """A, B, C … Z, AA, AB …"""
    return (_letter(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)


def _reporting(article: Article, origin: Origin | None) -> str:
    """The origin's name where it says more than the outlet: of an article that has no outlet, and rests on another."""
    if article.outlet or origin is None or (len(origin.articles) == 1 and not article.agency):
        return ""
    return origin.name
