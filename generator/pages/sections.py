"""Puts an editor's own sections where a page has a part for them already.

A page has parts of its own ("Where the sources differ", "Who argues what"). An editor's section under one of their
names opens that part instead of standing beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.briefing import Section

_UNKNOWN = ("unknown", "what-is-not-known-yet", "what-is-not-known")
# The parts of a page by name, each with the keys of a section that means it.
OF_OVERVIEW = {
    "freed": ("freed", "who-was-freed"),
    "people": ("people", "who-is-who"),
    "differences": ("differences", "where-the-sources-differ", "where-sources-differ"),
    "unknown": _UNKNOWN,
    "timeline": ("timeline", "how-it-came-to-this"),
}
OF_EXPLAINER = {
    "steps": ("steps", "step-by-step"),
    "positions": ("positions", "who-argues-what"),
    "unknown": _UNKNOWN,
}


def take_parts(
    sections: Iterable[Section], parts: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, Section | None], tuple[Section, ...]]:
    """The section that opens each part, None where none does, and the other sections in their order. `parts` are the
    keys of a section that means the part, by the part's name; of several sections the first one opens it."""
    given = tuple(sections)
    own = {part: next((s for s in given if s.key in keys), None) for part, keys in parts.items()}
    return own, tuple(s for s in given if s not in own.values())
