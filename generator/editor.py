"""The editor's file, `seeds/briefing.yml`: title, statements in the editor's own words, and decisions.

Everything in it is optional. What is there is held to known keys, and every mistake is told with its line. Whether a
cited paragraph exists, and says so, is not decided here but in evidence.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from generator.articles.folder import slug as slug_or_nothing
from generator.briefing import Section, Statement, Term
from generator.errors import InputError
from generator.model import Citation, Interval

NAME = "briefing.yml"
T = TypeVar("T")


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
    articles: tuple[ArticleDecision, ...] = ()
    key_figures: tuple[str, ...] = ()
    glossary: tuple[Term, ...] = ()
    corrections: tuple[tuple[dt.date, str], ...] = ()


def read_editor_file(seeds: Path) -> EditorFile:
    """The editor's file of a seeds folder, or an empty one where there is none.

    Raises InputError, naming the line, where it is no YAML, has an unknown key or a value of the wrong kind.
    """
    path = seeds / NAME
    if not path.exists():
        return EditorFile()
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise InputError(NAME, f"byte {error.start}", "is not UTF-8 text.", "Save the file as UTF-8.") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(NAME, f"line {line}", f"{error.problem}.", "Mend the YAML at this line.") from None
    except yaml.YAMLError as error:
        raise InputError(NAME, "", f"{error}.", "Mend the YAML.") from None
    return EditorFile() if root is None else _editor_file(root)


def _editor_file(root: yaml.Node) -> EditorFile:
    of = _mapping(root, list(EditorFile.__dataclass_fields__))
    return EditorFile(
        title=_get(of, "title", _text, ""),
        place=_get(of, "place", _text, ""),
        event=_get(of, "event", _interval, None),
        lead=_get(of, "lead", _statements, ()),
        overview=_get(of, "overview", _list_of(_section), ()),
        explainer=_get(of, "explainer", _list_of(_section), ()),
        people=_get(of, "people", _list_of(_person), ()),
        articles=_get(of, "articles", _list_of(_article), ()),
        key_figures=_get(of, "key_figures", _list_of(_text), ()),
        glossary=_get(of, "glossary", _list_of(_term), ()),
        corrections=_get(of, "corrections", _list_of(_correction), ()),
    )


# ---------------------------------------------------------------- the parts of the file


def _statement(node: yaml.Node) -> Statement:
    of = _mapping(node, ["say", "cite", "voice"], required=["say", "cite"])
    cites = _list_of(_citation)(of["cite"])
    if not cites:
        raise _wrong(of["cite"], "no citation", "Cite at least one paragraph, as in `cite: [nyt 7]`.")
    say = " ".join(_text(of["say"]).split())
    return Statement(say, cites, _get(of, "voice", _text, ""), by_editor=True, place=f"{NAME}: line {_line(node)}")


def _statements(node: yaml.Node) -> tuple[Statement, ...]:
    return _list_of(_statement)(node)


def _citation(node: yaml.Node) -> Citation:
    text = _text(node)
    match = re.fullmatch(r"([a-z0-9][a-z0-9-]*)\s+(c?[1-9][0-9]*)", text)
    if not match:
        raise _wrong(node, f"the citation {text!r}", "Write the article's id and the paragraph: `nyt 7`, or `nyt c2`.")
    return Citation(match[1], match[2])


def _section(node: yaml.Node) -> Section:
    of = _mapping(node, ["heading", "text"], required=["heading", "text"])
    heading = _text(of["heading"])
    return Section(slug(heading), heading, _list_of(_paragraph)(of["text"]))


def _paragraph(node: yaml.Node) -> tuple[Statement, ...]:
    """One statement is a paragraph by itself; a list of them is a paragraph of several."""
    return _statements(node) if isinstance(node, yaml.SequenceNode) else (_statement(node),)


def _person(node: yaml.Node) -> PersonDecision:
    of = _mapping(node, ["name", "same", "different", "group", "profile"], required=["name"])
    return PersonDecision(
        name=_text(of["name"]),
        same=_get(of, "same", _list_of(_text), ()),
        different=_get(of, "different", _list_of(_text), ()),
        group=_get(of, "group", _text, ""),
        profile=_get(of, "profile", _statements, ()),
        line=_line(node),
    )


def _article(node: yaml.Node) -> ArticleDecision:
    of = _mapping(node, ["id", "published", "origin"], required=["id"])
    return ArticleDecision(
        _text(of["id"]), _get(of, "published", _date, None), _get(of, "origin", _text, ""), _line(node)
    )


def _term(node: yaml.Node) -> Term:
    of = _mapping(node, ["term", "say", "cite"], required=["term", "say", "cite"])
    said = yaml.MappingNode("", [(k, v) for k, v in _pairs(node) if k.value != "term"], node.start_mark, node.end_mark)
    return Term(_text(of["term"]), _statement(said))


def _correction(node: yaml.Node) -> tuple[dt.date, str]:
    of = _mapping(node, ["date", "say"], required=["date", "say"])
    return _date(of["date"]), _text(of["say"])


# ---------------------------------------------------------------- values, each with its line


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise _wrong(node, f"{_kind(node)} where a text is expected", "Write a text here.")
    return str(node.value).strip()


def _date(node: yaml.Node) -> dt.date:
    text = _text(node)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise _wrong(node, f"{text!r} is no date", "Write it as 2025-12-13.") from None


def _interval(node: yaml.Node) -> Interval:
    """A day, or two days with `to` between them."""
    parts = re.split(r"\s+to\s+", _text(node))
    try:
        start, end = dt.date.fromisoformat(parts[0]), dt.date.fromisoformat(parts[-1])
    except ValueError:
        advice = "Write `2025-12-13`, or `2025-12-12 to 2025-12-13`."
        raise _wrong(node, f"{_text(node)!r} is no date", advice) from None
    if len(parts) > 2 or end < start:
        raise _wrong(node, f"{_text(node)!r} is no interval", "Write the earlier day first.")
    return Interval(start, end)


def _list_of(read: Callable[[yaml.Node], T]) -> Callable[[yaml.Node], tuple[T, ...]]:
    def read_list(node: yaml.Node) -> tuple[T, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise _wrong(node, f"{_kind(node)} where a list is expected", "Begin each entry with `- `.")
        return tuple(read(item) for item in node.value)

    return read_list


def _get(of: dict[str, yaml.Node], key: str, read: Callable[[yaml.Node], T], default: T) -> T:
    return read(of[key]) if key in of else default


def _mapping(node: yaml.Node, keys: list[str], required: list[str] | None = None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(node, f"{_kind(node)} where {', '.join(keys)} are expected", f"Write `{keys[0]}: …`.")
    of: dict[str, yaml.Node] = {}
    for key, value in _pairs(node):
        if key.value not in keys:
            raise _wrong(key, f"the unknown key {key.value!r}", f"Known here: {', '.join(keys)}.")
        if key.value in of:
            raise _wrong(key, f"the key {key.value!r} for the second time", "Keep one of the two.")
        of[key.value] = value
    for key_name in required or []:
        if key_name not in of:
            raise _wrong(node, f"no `{key_name}`", f"Add `{key_name}: …`.")
    return of


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    return list(node.value)


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return "an empty value" if not node.value.strip() else f"the text {node.value!r}"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _wrong(node: yaml.Node, found: str, advice: str) -> InputError:
    return InputError(NAME, f"line {_line(node)}", f"{found}.", advice)


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with hyphens between, for addresses and anchors; never empty."""
    return slug_or_nothing(text) or "x"
