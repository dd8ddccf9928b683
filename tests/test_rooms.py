"""Data flows one way: a room of the generator imports from the rooms before it, and from the values."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[1] / "generator"
VALUES = {"errors", "model", "briefing", "language", "data", "editor", "read", "slips", "__version__"}
ROOMS = [
    "data",
    "articles",
    "names",
    "dates",
    "figures",
    "mentions",
    "voices",
    "people",
    "sources",
    "steps",
    "ledger",
    "events",
    "claims",
    "rules",
    "evidence",
    "pages",
]


def _imports(path: Path) -> set[str]:
    """The rooms and root modules that a module imports from."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {name.name for name in node.names}
    return found


def test_every_room_has_its_place() -> None:
    assert {path.parent.name for path in GENERATOR.glob("*/__init__.py")} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_rooms_before_it(room: str) -> None:
    allowed = VALUES | set(ROOMS[: ROOMS.index(room) + 1])
    for path in (GENERATOR / room).glob("*.py"):
        assert _imports(path) <= allowed, path
