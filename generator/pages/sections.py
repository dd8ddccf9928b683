"""Puts an editor's own sections where a page has a part for them already.

A page has parts of its own ("Where the sources differ", "Who argues what"). An editor's section under one of their
names opens that part instead of standing beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.briefing import Section


def take_parts(
    sections: Iterable[Section], parts: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, Section | None], tuple[Section, ...]]:
    """The section that opens each part, None where none does, and the other sections in their order. `parts` are the
    keys of a section that means the part, by the part's name; of several sections the first one opens it."""
    given = tuple(sections)
    own = {part: next((s for s in given if s.key in keys), None) for part, keys in parts.items()}
    return own, tuple(s for s in given if s not in own.values())
