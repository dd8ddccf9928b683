"""Records as files: JSON, and tables as CSV, in UTF-8. What is absent is null in JSON and empty in CSV.

A CSV file begins with a byte order mark (Python's `utf-8-sig`): without one a spreadsheet takes the names in it for
another encoding's. JSON may have none (RFC 8259, 8.1).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.pages.dictionary import Table

_MARK = "\ufeff"


def as_json(data: object) -> str:
    """A value as a JSON file."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def as_csv(table: Table, rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The table and the tables inside it, each as a file; a row of an inner one begins with its owner's id."""
    rows = list(rows)
    columns = [column.name for column in table.columns if column.type != "table"]
    files = {f"data/{table.name}.csv": _lines([*([table.key] if table.key else []), *columns], rows)}
    for inner in table.tables:
        belonging = [{inner.key: row["id"], **record} for row in rows for record in row[inner.name]]
        files |= as_csv(inner, belonging)
    return files


def _lines(columns: list[str], rows: Iterable[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return _MARK + out.getvalue()


def _cell(value: object) -> str:
    """A value as one cell; lists are joined by semicolons. A spreadsheet takes a text that begins like a formula for
    one and runs it, so such a text gets an apostrophe in front, as spreadsheets themselves mark text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if isinstance(value, (str, list)) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
