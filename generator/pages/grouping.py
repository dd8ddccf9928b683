"""Things that stand under one heading of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Things that stand under one heading; `key` is what they have in common."""

    key: str
    items: tuple[object, ...]


def group_by(items: Iterable[object], name: str) -> tuple[Group, ...]:
    """The items under one heading for each value of the named field, headings and items in their first order."""
    groups: dict[str, list[object]] = {}
    for item in items:
        groups.setdefault(str(getattr(item, name)), []).append(item)
    return tuple(Group(key, tuple(found)) for key, found in groups.items())
