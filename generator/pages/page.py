"""What a page is made of before it is printed: where it stands, its template, and what the template is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path below `docs/`, the template it is printed from, and what the template is given.

    `parts` are pages that stand on this one too, a level deeper; `places` are the anchors on it that stand for other
    pages' paths, so that a link to one of those stays on this page."""

    path: str
    template: str
    given: Mapping[str, object]
    parts: tuple[Page, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


def find_turns(pages: Sequence[Page]) -> dict[str, tuple[str, str]]:
    """Which page comes before and which after each one, by path, in this order; empty where none does. A page that
    holds others stands beside the order: nobody reads it after them."""
    order = ["", *(page.path for page in pages if not page.parts), ""]
    turns = {page.path: ("", "") for page in pages}
    return turns | {path: (order[n - 1], order[n + 1]) for n, path in enumerate(order) if path}
