"""The stretches of words on a page or in a data file, as a reader meets them: each block, attribute, cell or value."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping

_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'[\w-]+="([^"]*)"')
_LINK = re.compile(r'\]\([^()\s]*(?:\s+"([^"]*)")?\s*\)')
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")


def texts_on(path: str, page: str) -> Iterator[str]:
    """The stretches of words on a page or in a data file: each block of text, each attribute, each cell or value."""
    if path.endswith(".ftm.json"):  # an object a line
        yield from _strings([json.loads(line) for line in page.splitlines()])
    elif path.endswith(".json"):
        yield from _strings(json.loads(page))
    elif path.endswith(".csv"):
        yield from (cell for row in csv.reader(io.StringIO(page)) for cell in row)
    else:
        yield from _blocks(page)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _blocks(page: str) -> Iterator[str]:
    """Markdown as our templates write it: whatever an article's words could mean to Markdown was escaped before."""
    for tag in _TAG.findall(page):
        yield from (html.unescape(value) for value in _ATTRIBUTE.findall(tag))
    plain = _TAG.sub("", page)
    yield from (html.unescape(title) for title in _LINK.findall(plain) if title)
    plain = _ATTRIBUTES.sub(" ", _LINK.sub(" ", plain))
    plain = re.sub(r"(?<=\s)\[|^\[|\*\*", " ", plain)
    yield from (html.unescape(line) for line in plain.splitlines() if line.strip())
