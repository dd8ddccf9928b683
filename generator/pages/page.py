"""What a page is made of before it is printed: where it stands, its template, and what the template is given."""

from __future__ import annotations

from collections.abc import Mapping
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
