"""What a page is, in the words of schema.org, for machines that read pages: a report, a person, a quotation.

Nothing stands there that the page does not show: spellings, days, headlines and spoken words are those of the briefing.
"""

from __future__ import annotations

from typing import Any

from generator.briefing import Briefing, Person
from generator.model import Article, Citation, Interval
from generator.pages.desk import Desk
from generator.pages.escape import clean

Node = dict[str, Any]
_CONTEXT = "https://schema.org"


def describe(briefing: Briefing, desk: Desk, path: str) -> Node:
    """The JSON-LD of one page (schema.org, JSON-LD 1.1), ready to be written as JSON."""
    if path == "index.md":
        return {"@context": _CONTEXT, **_report(briefing, desk)}
    if person := desk.person_of(path):
        return {"@context": _CONTEXT, "@graph": [_person(desk, person), *_quotations(briefing, desk, person)]}
    page: Node = {"@context": _CONTEXT, "@type": "WebPage", "isPartOf": {"@type": "Report", "name": briefing.title}}
    if article := desk.article_of(path):
        page["about"] = _article(desk, article)
    return page


def _report(briefing: Briefing, desk: Desk) -> Node:
    report: Node = {"@type": "Report", "name": briefing.title, "inLanguage": "en"}
    if briefing.event:
        about: Node = {"@type": "Event", "name": briefing.title, **_days(briefing.event)}
        if briefing.place:
            about["location"] = {"@type": "Place", "name": briefing.place}
        report["about"] = about
    if briefing.lead:
        report["abstract"] = " ".join(clean(statement.text) for statement in briefing.lead)
    report["citation"] = [_article(desk, article) for article in briefing.articles]
    report["mentions"] = [{"@type": "Person", "name": person.name} for person in briefing.people]
    return report


def _person(desk: Desk, person: Person) -> Node:
    spelled = (*(s.text for s in person.spellings), *(s.text for s in person.other_spellings))
    others = dict.fromkeys(text for text in spelled if text != person.name)
    node: Node = {"@type": "Person", "name": person.name}
    if others:
        node["alternateName"] = list(others)
    if role := next((role.text for role in person.roles if role.text), ""):
        node["description"] = clean(role)
    articles = dict.fromkeys(cite.article for cite in person.cites)
    return node | {"subjectOf": [_article(desk, desk.articles[id]) for id in articles]}


def _quotations(briefing: Briefing, desk: Desk, person: Person) -> list[Node]:
    spoken = [u for u in briefing.utterances if u.person == person.id and u.voice.kind == "quote" and u.statement.text]
    return [
        {
            "@type": "Quotation",
            "text": clean(said.statement.text),
            "creator": {"@type": "Person", "name": person.name},
            "isPartOf": _cited(desk, said.statement.cites[0]),
        }
        for said in spoken
    ]


def _cited(desk: Desk, cite: Citation) -> Node:
    return _article(desk, desk.articles[cite.article]) | {"pagination": cite.ref}


def _article(desk: Desk, article: Article) -> Node:
    node: Node = {"@type": "NewsArticle", "name": article.title or desk.source_name(article.id).whole}
    if article.outlet:
        node["publisher"] = {"@type": "Organization", "name": article.outlet}
    if article.author:
        node["author"] = {"@type": "Person", "name": article.author}
    if article.published:  # as printed: a day that was worked out is the briefing's, not the article's
        node["datePublished"] = article.published.isoformat()
    if article.url:
        node["url"] = article.url
    return node


def _days(when: Interval) -> Node:
    return {"startDate": when.start.isoformat(), "endDate": when.end.isoformat()}
