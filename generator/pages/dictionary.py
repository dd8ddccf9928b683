"""The tables that can be downloaded and what their columns mean: data/dictionary.yml, read once.

The JSON Schema and the columns of the CSV files are made from it, so that what is described and what is there cannot
drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator import data

_CITATION = {"type": "string", "pattern": r"^.+ c?[1-9][0-9]*$"}
_TYPES: Mapping[str, dict[str, Any]] = {
    "text": {"type": "string", "minLength": 1},
    "number": {"type": "number"},
    "integer": {"type": "integer", "minimum": 0},
    "yes or no": {"type": "boolean"},
    "date": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "list of text": {"type": "array", "items": {"type": "string", "minLength": 1}},
    "citation": _CITATION,
    "citations": {"type": "array", "uniqueItems": True, "items": _CITATION},
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type as the dictionary writes it (without the question mark), and what it means."""

    name: str
    type: str
    is_optional: bool
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. A table inside another has a `key`: what the column is called that names the row it belongs to."""

    name: str
    about: str
    columns: tuple[Column, ...]
    tables: tuple[Table, ...] = ()
    key: str = ""

    def table(self, name: str) -> Table:
        """The table inside this one that a column of type `table` holds."""
        return next(table for table in self.tables if table.name == name)


def read_dictionary() -> tuple[Table, ...]:
    """All tables, in the dictionary's order."""
    return tuple(_table(name, entry) for name, entry in data.load("dictionary").items())


def make_schema(tables: tuple[Table, ...]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `data/briefing.json`."""
    properties: dict[str, Any] = {
        "title": {"description": "The briefing's title.", "type": "string", "minLength": 1},
        "place": _described("Where the event took place.", "text", True),
        "from": _described("First day of the event.", "date", True),
        "to": _described("Last day of the event.", "date", True),
        "as_of": _described("The newest day that an article is known to be of.", "date", True),
    }
    for table in tables:
        properties[table.name] = _rows(table)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Briefing",
        "description": "A briefing as data: everything that its pages say, with the paragraphs it rests on.",
        **_object(properties),
    }


def _table(name: str, entry: Mapping[str, Any]) -> Table:
    return Table(
        name=name,
        about=entry["about"],
        columns=tuple(
            Column(column, written.removesuffix("?"), written.endswith("?"), about)
            for column, (written, about) in entry["columns"].items()
        ),
        tables=tuple(_table(inner, inside) for inner, inside in entry.get("tables", {}).items()),
        key=entry.get("key", ""),
    )


def _rows(table: Table) -> dict[str, Any]:
    properties = {
        column.name: _rows(table.table(column.name))
        if column.type == "table"
        else _described(column.about, column.type, column.is_optional)
        for column in table.columns
    }
    return {"description": table.about, "type": "array", "items": _object(properties)}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _described(about: str, written: str, is_optional: bool) -> dict[str, Any]:
    if written.startswith("one of: "):
        return {"description": about, "enum": written.removeprefix("one of: ").split(", ")}
    schema = dict(_TYPES[written])
    if is_optional:
        schema["type"] = [schema["type"], "null"]
    return {"description": about, **schema}
