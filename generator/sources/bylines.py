"""What an article by itself says of whose reporting it is, and how firmly: the editor's word, a credit, somebody who
spoke to an agency, an outlet, the site it was copied from."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.articles.agencies import Credit, credited, is_known_agency, proper_agency
from generator.articles.referring import referred_to, spoken_to
from generator.briefing import Evidence
from generator.model import Article, Citation

DECIDED, CREDITED, NAMED, OUTLET, NOBODY = 4, 3, 2, 1, 0
"""How firmly an article says whose reporting it is: the editor's word, an agency credited, an agency that people spoke
to, an outlet and nothing else, nobody."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article by itself says of its origin."""

    article: str
    name: str
    firmness: int
    evidence: tuple[Evidence, ...]


def claim_of(article: Article, decision: str) -> Claim:
    """The article's claim; `decision` is the origin's name that the editor gives, which comes first, or empty."""
    if decision:
        name = proper_agency(decision)
        return Claim(article.id, name, DECIDED, _said(article, f"The editor gives it to {name}."))
    if article.agency:
        return Claim(article.id, proper_agency(article.agency), CREDITED, _credit_evidence(article))
    if is_known_agency(article.outlet):
        name = proper_agency(article.outlet)
        return Claim(article.id, name, CREDITED, _said(article, f"It was published by {name}, a news agency."))
    if article.outlet:
        text = f"{article.outlet} published it, and no agency is credited."
        return Claim(article.id, article.outlet, OUTLET, _said(article, text))
    if first := _only_one(article):
        cite = Citation(article.id, first.ref)
        is_spoken_to = first in spoken_to(article.blocks)
        part = "the one who was spoken to" if is_spoken_to else "the one who reported it"
        evidence = Evidence(article.id, f"It names {first.agency} as {part}: “{first.text}”.", cite)
        return Claim(article.id, first.agency, NAMED, (evidence,))
    if host := (urlsplit(article.url).hostname or "").removeprefix("www."):
        text = f"It was published at {host}, and no agency is credited."
        return Claim(article.id, host, OUTLET, _said(article, text))
    return Claim(article.id, "", NOBODY, ())


def _only_one(article: Article) -> Credit | None:
    """The first place that names whoever is spoken to, or else is referred to in the first paragraph, if that is just
    one: an article that names nobody else tells what that one reports."""
    spoken = spoken_to(article.blocks)
    named = spoken or [c for c in referred_to(article.blocks) if c.ref == "1"]
    return named[0] if len({c.agency for c in named}) == 1 else None


def opening_credit(article: Article, reporter: str) -> Credit | None:
    """Where the first paragraph gives something as the reporter's, who is not its own outlet."""
    places = (c for c in referred_to(article.blocks) if c.ref == "1" and c.agency == reporter != article.outlet)
    return next(places, None)


def _credit_evidence(article: Article) -> tuple[Evidence, ...]:
    credit = credited(article.blocks)
    if credit and credit.agency == proper_agency(article.agency):
        cite = Citation(article.id, credit.ref) if credit.ref else None
        return (Evidence(article.id, f"It credits {credit.agency}: “{credit.text}”.", cite),)
    for place in spoken_to(article.blocks):
        if place.agency == proper_agency(article.agency):
            cite = Citation(article.id, place.ref)
            return (Evidence(article.id, f"It credits or names {place.agency}: “{place.text}”.", cite),)
    return _said(article, f"It credits {proper_agency(article.agency)}.")


def _said(article: Article, text: str) -> tuple[Evidence, ...]:
    return (Evidence(article.id, text),)
