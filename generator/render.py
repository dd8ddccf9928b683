"""Prints a briefing as Markdown pages, from the Jinja2 templates of one folder.

A template can print text only escaped, and a fact only as a statement with its citations. A name that the briefing does
not have is an error with its file and line, never an empty place. Of an article that is not ours to show the pages have
no more words than the limit allows: they are counted as printed. Nothing is written here.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2 import nodes
from markupsafe import Markup

from generator.briefing import Briefing
from generator.errors import TemplateError
from generator.evidence.wall import all_statements
from generator.pages.card import NAME as CARD
from generator.pages.card import draw_card
from generator.pages.choosing import Room, fit, index_of, quoting_limit
from generator.pages.desk import Desk, name_origins
from generator.pages.escape import finalize, front_matter, front_matter_json, plain
from generator.pages.export import export_data
from generator.pages.linked_data import describe
from generator.pages.navigation import NAME as SITE
from generator.pages.navigation import name_pages, settings
from generator.pages.page import Page, find_turns
from generator.pages.phrases import FILTERS
from generator.pages.plan import plan
from generator.pages.printing import Press, Printed, Printer
from generator.pages.quoting import SHORTEST_RUN, Quoted, check_quoted, count_quoted, excess, over_limit

_ROUNDS = 6  # of choosing: what only a page shows (a heading, a finding) is known when it is printed; three were enough
# What a template may do beside our own filters. Jinja's other ones build strings, and a string built of escaped and
# unescaped parts is safe for HTML but not for Markdown.
_BUILT_IN = ("first", "last", "length")
_BUILDERS = (nodes.Concat, nodes.Add, nodes.Mod, nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages, by path below `docs/`, and every statement printed on them."""

    texts: dict[str, str]
    printed: tuple[Printed, ...]
    quoted: tuple[Quoted, ...]


def publish(briefing: Briefing, templates: Path, more: tuple[str, ...] = ()) -> dict[str, str | bytes]:
    """Every page, data file and picture, by its path below `docs/`, with no more of any article's words than allowed.
    `more` are files that will stand beside them. Raises TemplateError, and QuotingError where the editor's own words
    take more of an article than is allowed."""
    environment, index = _environment(templates), index_of(briefing)
    less: dict[str, int] = {}
    for _ in range(_ROUNDS):
        chosen, room = fit(briefing, index, less)
        data = export_data(chosen)
        pages = _print_pages(environment, chosen, (*data, *more), data, room)
        over = over_limit(pages.quoted)
        if not over:
            break
        less |= {q.article: less.get(q.article, 0) + excess(q) + SHORTEST_RUN for q in over}
    check_quoted(pages.quoted, {s.text: s.place for s in all_statements(briefing) if s.by_editor})
    return {**pages.texts, **data, SITE: settings(briefing), CARD: draw_card(chosen)}


def render_pages(briefing: Briefing, templates: Path, downloads: tuple[str, ...] = ()) -> dict[str, str]:
    """The Markdown of every page, by its path below `docs/`. Raises TemplateError."""
    return print_pages(briefing, templates, downloads).texts


def print_pages(briefing: Briefing, templates: Path, downloads: tuple[str, ...] = ()) -> Pages:
    """The same, with every statement that the pages print. `downloads` are files below `docs/` for the last page."""
    return _print_pages(_environment(templates), briefing, downloads, {}, None)


def _print_pages(
    environment: jinja2.Environment,
    briefing: Briefing,
    downloads: tuple[str, ...],
    data: Mapping[str, str],
    room: Room | None,
) -> Pages:
    briefing = name_origins(briefing)
    press, desk = Press(briefing, room), Desk(briefing)
    texts: dict[str, str] = {}
    quoted: tuple[Quoted, ...] = ()
    pages = plan(briefing, downloads)
    turns, names = find_turns(pages), name_pages(briefing)
    for page in pages:
        if page is pages[-1]:  # it tells what the others show
            index = room.index if room else index_of(briefing)
            quoted = count_quoted(index, texts | dict(data), quoting_limit(briefing))
        about = front_matter_json(describe(briefing, desk, page.path))
        given = {"briefing": briefing, "desk": desk, "press": press, "quoted": quoted, "linked_data": about}
        given["page_names"] = names
        given |= dict(zip(("before", "after"), turns[page.path], strict=True))
        # What is printed once more on the page that holds others is no further statement.
        printer = Printer(Press(briefing, room) if page.parts else press, page.path, page.places)
        parts = tuple(
            Markup(_print(environment, part, {**given, "printer": printer.within(part.path)})) for part in page.parts
        )
        texts[page.path] = _print(environment, page, {**given, "printer": printer, "parts": parts})
    return Pages(texts, tuple(press.printed), quoted)


class _Environment(jinja2.Environment):
    """Refuses templates that glue strings together: `~`, `+` and `%` escape for HTML only."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(_BUILDERS):
            raise jinja2.TemplateSyntaxError(
                f"{type(node).__name__} builds text outside the escaping", node.lineno, name, filename
            )
        return tree


def _environment(templates: Path) -> jinja2.Environment:
    environment = _Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    own = {**FILTERS, "front_matter": front_matter, "plain": plain}
    environment.filters = {**{name: environment.filters[name] for name in _BUILT_IN}, **own}
    return environment


def _print(environment: jinja2.Environment, page: Page, shared: dict[str, object]) -> str:
    try:
        text = environment.get_template(page.template).render({**shared, **page.given})
    except jinja2.TemplateSyntaxError as error:
        raise _error(error.name or page.template, error.lineno, error.message or "", page) from error
    except jinja2.TemplateNotFound as error:
        raise _error(str(error), 0, "there is no such template", page) from error
    except (jinja2.TemplateError, ValueError, TypeError, KeyError, AttributeError) as error:
        file, line = _place(error, page.template)
        raise _error(file, line, f"{type(error).__name__}: {error}", page) from error
    return _tidy(text)


def _error(file: str, line: int, found: str, page: Page) -> TemplateError:
    place = f"line {line}" if line else ""
    return TemplateError(f"templates/{file}", place, found, f"It was met while printing {page.path}.")


def _place(error: BaseException, template: str) -> tuple[str, int]:
    """The template and line that an error came from: Jinja puts them in the traceback as a frame of their own."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [f for f in frames if f.filename.endswith(".j2")]
    if not found:
        return template, 0
    return Path(found[-1].filename).name, found[-1].lineno or 0


def _tidy(text: str) -> str:
    """One empty line at most, no white space at the ends of lines, one newline at the end."""
    text = re.sub(r"[ \t]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
