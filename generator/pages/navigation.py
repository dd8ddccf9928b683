"""What the pages are called and which of them a reader is led to: for the pages, and for whatever builds the site.

mkdocs.yml rests on the file made here, so that a builder without our hook has the same name and the same navigation. A
page that would have nothing to say is in neither.
"""

from __future__ import annotations

import yaml

from generator.briefing import Briefing
from generator.steps.rules import own_topic

NAME = "site.yml"
EXPLAINER = "sanctions.md"
_NAMES = {
    "index.md": "Overview",
    "people/index.md": "People",
    EXPLAINER: "Sanctions",
    "timeline.md": "Timeline",
    "numbers.md": "The numbers",
    "sources/index.md": "Sources",
    "about.md": "About",
}
_HEAD = "# Written with the pages: what the site is called, and the pages of its navigation. mkdocs.yml rests on it.\n"


def name_pages(briefing: Briefing) -> dict[str, str]:
    """The name of each page of the navigation by its path below `docs/`, in the order of reading."""
    names = dict(_NAMES)
    if not is_of_sanctions(briefing):
        names[EXPLAINER] = "Explainer"
    if not has_explainer(briefing):
        del names[EXPLAINER]
    return names


def has_explainer(briefing: Briefing) -> bool:
    """True where there is something to say on the page of sanctions, or of whatever an editor explains there."""
    own = briefing.explainer or briefing.glossary or briefing.deal or briefing.map
    return bool(own or briefing.measures or briefing.positions)


def is_of_sanctions(briefing: Briefing) -> bool:
    """True where the articles tell of a step, or somebody argues for or against one."""
    return bool(briefing.measures) or any(position.about == own_topic()["key"] for position in briefing.positions)


def settings(briefing: Briefing) -> str:
    """The file: MkDocs's settings `site_name`, for which SITE_NAME of the environment stands in, and `nav`."""
    title = yaml.safe_dump(briefing.title, default_style='"', allow_unicode=True, width=10**6).strip()
    pages = "".join(f"  - {name}: {path}\n" for path, name in name_pages(briefing).items())
    return f"{_HEAD}site_name: !ENV [SITE_NAME, {title}]\nnav:\n{pages}"
