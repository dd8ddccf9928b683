"""The editor's file, `seeds/briefing.yml`: title, statements in the editor's own words, and decisions.

Everything in it is optional. What is there is held to known keys, and every mistake is told with its line. Whether a
cited paragraph exists, and says so, is not decided here but in the room evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.articles.folder import slug as slug_or_nothing
from generator.briefing import Deal, Gift, Place, Route, Section, Side, SketchMap, Statement, Term
from generator.data.world import country_names
from generator.errors import InputError
from generator.model import Citation, Interval
from generator.nodes import (
    NAME,
    get,
    line_of,
    list_of,
    read_address,
    read_citations,
    read_count,
    read_date,
    read_interval,
    read_mapping,
    read_place,
    read_share,
    read_statement,
    read_statements,
    read_text,
    wrong,
)
from generator.slips import find_slip

__all__ = ["NAME", "ArticleDecision", "EditorFile", "PersonDecision", "parse_editor_file", "read_editor_file", "slug"]


@dataclass(frozen=True, slots=True)
class PersonDecision:
    """What the editor decides of one person. `name`, `same` and `different` hold spellings found in the articles."""

    name: str  # the site writes the person like this
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    group: str = ""  # a key of data/groups.yml
    profile: tuple[Statement, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class ArticleDecision:
    """What the editor knows of one article and its copy does not say."""

    id: str
    published: dt.date | None = None
    origin: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class EditorFile:
    """All of it; empty where there is no file."""

    title: str = ""
    place: str = ""
    event: Interval | None = None
    lead: tuple[Statement, ...] = ()
    overview: tuple[Section, ...] = ()
    explainer: tuple[Section, ...] = ()
    people: tuple[PersonDecision, ...] = ()
    not_people: tuple[str, ...] = ()  # what was taken for somebody's name and is none, as an article writes it
    articles: tuple[ArticleDecision, ...] = ()
    key_figures: tuple[str, ...] = ()
    deal: Deal | None = None
    map: SketchMap | None = None
    glossary: tuple[Term, ...] = ()
    corrections: tuple[tuple[dt.date, str], ...] = ()
    limit: float | None = None  # the share (0 to 1) of an article's words that may be shown, where less than the rule
    contact: str = ""  # where a reader reports an error


def read_editor_file(seeds: Path) -> EditorFile:
    """The editor's file of a seeds folder, or an empty one where there is none.

    Raises InputError, naming the line, where it is no YAML, has an unknown key or a value of the wrong kind.
    """
    path = seeds / NAME
    if not path.exists():
        return EditorFile()
    try:
        return parse_editor_file(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(NAME, f"byte {error.start}", "is not UTF-8 text.", "Save the file as UTF-8.") from None


def parse_editor_file(text: str) -> EditorFile:
    """The editor's file that has this text. Raises InputError, naming the line."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line, advice = find_slip(text, error)
        raise InputError(NAME, f"line {line}", f"is no YAML ({error.problem}).", advice) from None
    except yaml.YAMLError as error:
        raise InputError(NAME, "", f"{error}.", "Mend the YAML.") from None
    return EditorFile() if root is None else _editor_file(root)


def _editor_file(root: yaml.Node) -> EditorFile:
    of = read_mapping(root, list(EditorFile.__dataclass_fields__))
    return EditorFile(
        title=get(of, "title", read_text, ""),
        place=get(of, "place", read_text, ""),
        event=get(of, "event", read_interval, None),
        lead=get(of, "lead", read_statements, ()),
        overview=get(of, "overview", list_of(_section), ()),
        explainer=get(of, "explainer", list_of(_section), ()),
        people=get(of, "people", list_of(_person), ()),
        not_people=get(of, "not_people", list_of(read_text), ()),
        articles=get(of, "articles", list_of(_article), ()),
        key_figures=get(of, "key_figures", list_of(read_text), ()),
        deal=get(of, "deal", _deal, None),
        map=get(of, "map", _map, None),
        glossary=get(of, "glossary", list_of(_term), ()),
        corrections=get(of, "corrections", list_of(_correction), ()),
        limit=get(of, "limit", read_share, None),
        contact=get(of, "contact", read_address, ""),
    )


# ---------------------------------------------------------------- the parts of the file


def _section(node: yaml.Node) -> Section:
    of = read_mapping(node, ["heading", "text"], required=["heading", "text"])
    heading = read_text(of["heading"])
    return Section(slug(heading), heading, list_of(_paragraph)(of["text"]))


def _paragraph(node: yaml.Node) -> tuple[Statement, ...]:
    """One statement is a paragraph by itself; a list of them is a paragraph of several."""
    return read_statements(node) if isinstance(node, yaml.SequenceNode) else (read_statement(node),)


def _person(node: yaml.Node) -> PersonDecision:
    of = read_mapping(node, ["name", "same", "different", "group", "profile"], required=["name"])
    return PersonDecision(
        name=read_text(of["name"]),
        same=get(of, "same", list_of(read_text), ()),
        different=get(of, "different", list_of(read_text), ()),
        group=get(of, "group", read_text, ""),
        profile=get(of, "profile", read_statements, ()),
        line=line_of(node),
    )


def _article(node: yaml.Node) -> ArticleDecision:
    of = read_mapping(node, ["id", "published", "origin"], required=["id"])
    return ArticleDecision(
        read_text(of["id"]), get(of, "published", read_date, None), get(of, "origin", read_text, ""), line_of(node)
    )


def _term(node: yaml.Node) -> Term:
    of = read_mapping(node, ["term", "say", "cite"], required=["term", "say", "cite"])
    return Term(read_text(of["term"]), read_statement(node, beside=["term"]))


def _correction(node: yaml.Node) -> tuple[dt.date, str]:
    of = read_mapping(node, ["date", "say"], required=["date", "say"])
    return read_date(of["date"]), read_text(of["say"])


# ---------------------------------------------------------------- its pictures


def _deal(node: yaml.Node) -> Deal:
    of = read_mapping(node, ["sides", "lifted", "stays"], required=["sides"])
    sides = list_of(_side)(of["sides"])
    if len(sides) < 2:
        raise wrong(of["sides"], "fewer than two sides", "Write what each side gives: `- {party: …, gives: […]}`.")
    return Deal(sides, get(of, "lifted", read_statements, ()), get(of, "stays", read_statements, ()))


def _side(node: yaml.Node) -> Side:
    """A party rests on all that its gifts cite: they have to name it."""
    of = read_mapping(node, ["party", "gives"], required=["party", "gives"])
    gives = list_of(_gift)(of["gives"])
    if not gives:
        raise wrong(of["gives"], "a side that gives nothing", "Write at least one statement.")
    cites = dict.fromkeys(cite for gift in gives for cite in gift.statement.cites)
    return Side(_label(of["party"], tuple(cites)), gives)


def _gift(node: yaml.Node) -> Gift:
    of = read_mapping(node, ["say", "cite", "voice", "count"], required=["say", "cite"])
    statement = read_statement(node, beside=["count"])
    count = get(of, "count", read_count, 0)
    if count and str(count) not in statement.text.replace(",", ""):
        raise wrong(of["count"], f"the count {count}, which the sentence does not give", "Count what it says.")
    return Gift(statement, count)


def _map(node: yaml.Node) -> SketchMap:
    of = read_mapping(node, ["places", "routes"], required=["routes"])
    places: tuple[Place, ...] = get(of, "places", list_of(_place), ())
    known = {place.statement.text for place in places} | country_names()
    return SketchMap(places, list_of(lambda node: _route(node, known))(of["routes"]))


def _place(node: yaml.Node) -> Place:
    of = read_mapping(node, ["name", "at", "cite"], required=["name", "at", "cite"])
    return Place(_label(of["name"], read_citations(of["cite"])), *read_place(of["at"]))


def _route(node: yaml.Node, known: Collection[str]) -> Route:
    """Both ends are countries, or places of the map; the route's own paragraphs have to name them."""
    ends = ["from", "to", "when"]
    of = read_mapping(node, [*ends, "say", "cite", "voice"], required=[*ends, "say", "cite"])
    statement, when = read_statement(node, beside=ends), read_text(of["when"])
    for end in (of["from"], of["to"]):
        if read_text(end) not in known:
            found = f"{read_text(end)!r} is neither a country nor one of the places"
            raise wrong(end, found, "Name a country in English, or add the place to `places`.")
    if when not in ("before", "since"):
        raise wrong(of["when"], f"{when!r}", "Write `before` for a route of the past, `since` for today's.")
    return Route(_label(of["from"], statement.cites), _label(of["to"], statement.cites), when == "since", statement)


def _label(node: yaml.Node, cites: tuple[Citation, ...]) -> Statement:
    """A name in a picture, held like a sentence: what it cites has to name it."""
    return Statement(read_text(node), cites, by_editor=True, place=f"{NAME}: line {line_of(node)}")


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with hyphens between, for addresses and anchors; never empty."""
    return slug_or_nothing(text) or "x"
