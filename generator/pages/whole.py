"""The whole briefing as one page, for paper: the pages of the site one after the other, from the same templates.

People are short there, a heading with what happened to them, and the paragraphs of the articles are left out: the
passages that statements rest on stand once, numbered through, at its end.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.briefing import Person
from generator.pages.desk import Desk
from generator.pages.grouping import Group
from generator.pages.page import Page

PATH = "print.md"
_PEOPLE = "people/index.md"


def bind(
    desk: Desk, groups: tuple[Group, ...], portraits: Mapping[str, Mapping[str, object]], pages: tuple[Page, ...]
) -> Page:
    """These pages as parts of one, with people told in short in place of their index; `portraits` are their bodies by
    id, as `portray` makes them."""
    others = {id: _others(person) for id, person in desk.people.items()}
    who = Page(_PEOPLE, "who.md.j2", {"groups": groups, "portraits": portraits, "others": others})
    parts = tuple(who if page.path == _PEOPLE else page for page in pages)
    return Page(PATH, "print.md.j2", {}, parts, _places(desk, parts))


def _others(person: Person) -> tuple[str, ...]:
    """How else the name is written."""
    return tuple(dict.fromkeys(spelling.text for spelling in person.spellings if spelling.text != person.name))


def _places(desk: Desk, parts: tuple[Page, ...]) -> Mapping[str, str]:
    """The anchor that stands for each page: its path in one word; `people-` and the name for a person's."""
    paths = (*(part.path for part in parts), *(desk.person_page(id) for id in desk.people))
    return {path: _word(path) for path in paths}


def _word(path: str) -> str:
    return path.removesuffix(".md").removesuffix("/index").replace("/", "-").replace("index", "overview")
