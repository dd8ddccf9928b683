"""The whole briefing as one page, for paper: the pages of the site one after the other, from the same templates.

People are short there, a heading with what happened to them, and the paragraphs of the articles are left out: the
passages that statements rest on stand once, numbered through, at its end.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.briefing import Briefing, Person
from generator.pages.desk import Desk
from generator.pages.grouping import Group
from generator.pages.page import Page
from generator.pages.portrait import portray

PATH = "print.md"
_PEOPLE = "people/index.md"


def bind(briefing: Briefing, desk: Desk, groups: tuple[Group, ...], pages: tuple[Page, ...]) -> Page:
    """These pages as parts of one, with people told in short in place of their index."""
    portraits = {person.id: _portrait(briefing, person) for person in briefing.people}
    who = Page(_PEOPLE, "who.md.j2", {"groups": groups, "portraits": portraits})
    parts = tuple(who if page.path == _PEOPLE else page for page in pages)
    return Page(PATH, "print.md.j2", {}, parts, _places(desk, parts))


def _portrait(briefing: Briefing, person: Person) -> Mapping[str, object]:
    others = dict.fromkeys(spelling.text for spelling in person.spellings if spelling.text != person.name)
    return {**portray(briefing, person), "others": tuple(others)}


def _places(desk: Desk, parts: tuple[Page, ...]) -> Mapping[str, str]:
    """The anchor that stands for each page: its path in one word; `people-` and the name for a person's."""
    paths = (*(part.path for part in parts), *(desk.person_page(id) for id in desk.people))
    return {path: _word(path) for path in paths}


def _word(path: str) -> str:
    return path.removesuffix(".md").removesuffix("/index").replace("/", "-").replace("index", "overview")
