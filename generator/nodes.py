"""Values of the editor's file, `seeds/briefing.yml`, read from their YAML nodes: each is told with its line where it is
not what it should be.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import yaml

from generator.briefing import Statement
from generator.errors import InputError
from generator.model import Citation, Interval

NAME = "briefing.yml"
T = TypeVar("T")


def read_statement(node: yaml.Node, beside: Sequence[str] = ()) -> Statement:
    """What is said, with its citations; keys in `beside` are left to the caller. Raises InputError, as all here do."""
    of = read_mapping(node, ["say", "cite", "voice", *beside], required=["say", "cite"])
    say = " ".join(read_text(of["say"]).split())
    cites, voice = read_citations(of["cite"]), get(of, "voice", read_text, "")
    return Statement(say, cites, voice, by_editor=True, place=f"{NAME}: line {line_of(node)}")


def read_statements(node: yaml.Node) -> tuple[Statement, ...]:
    """A list of statements."""
    return list_of(read_statement)(node)


def read_citations(node: yaml.Node) -> tuple[Citation, ...]:
    """A list of at least one citation."""
    cites = list_of(read_citation)(node)
    if not cites:
        raise wrong(node, "no citation", "Cite at least one paragraph, as in `cite: [nyt 7]`.")
    return cites


def read_citation(node: yaml.Node) -> Citation:
    """`nyt 7`, or `nyt c2` for a caption."""
    text = read_text(node)
    match = re.fullmatch(r"([a-z0-9][a-z0-9-]*)\s+(c?[1-9][0-9]*)", text)
    if not match:
        raise wrong(node, f"the citation {text!r}", "Write the article's id and the paragraph: `nyt 7`, or `nyt c2`.")
    return Citation(match[1], match[2])


def read_text(node: yaml.Node) -> str:
    """A text that is not empty."""
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise wrong(node, f"{_kind(node)} where a text is expected", "Write a text here.")
    return str(node.value).strip()


def read_date(node: yaml.Node) -> dt.date:
    """`2025-12-13`."""
    text = read_text(node)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise wrong(node, f"{text!r} is no date", "Write it as 2025-12-13.") from None


def read_count(node: yaml.Node) -> int:
    """A whole number above nought."""
    text = read_text(node)
    if not text.isdecimal() or int(text) == 0:
        raise wrong(node, f"{text!r} is no count", "Write a whole number.")
    return int(text)


def read_share(node: yaml.Node) -> float:
    """`10%` or `0.1`: more than nought, one at most."""
    text = read_text(node)
    try:
        share = float(text.rstrip("% ")) / (100 if text.endswith("%") else 1)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise wrong(node, f"{text!r} is no share", "Write it as `10%`.")
    return share


def read_address(node: yaml.Node) -> str:
    """An address of the web or of mail."""
    text = read_text(node)
    if not re.fullmatch(r"https?://[\w.~/%#?=:-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text):
        raise wrong(node, f"{text!r} is no address", "Write `https://…` or an address of mail.")
    return text


def read_place(node: yaml.Node) -> tuple[float, float]:
    """`[57.9, 11.5]`: latitude and longitude in degrees, north and east."""
    try:
        latitude, longitude = (float(text) for text in list_of(read_text)(node))
    except ValueError:
        raise wrong(node, "no place on Earth", "Write latitude and longitude: `[57.9, 11.5]`.") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise wrong(node, f"{latitude}, {longitude} is no place on Earth", "Write latitude, then longitude.")
    return latitude, longitude


def read_interval(node: yaml.Node) -> Interval:
    """A day, or two days with `to` between them."""
    parts = re.split(r"\s+to\s+", read_text(node))
    try:
        start, end = dt.date.fromisoformat(parts[0]), dt.date.fromisoformat(parts[-1])
    except ValueError:
        advice = "Write `2025-12-13`, or `2025-12-12 to 2025-12-13`."
        raise wrong(node, f"{read_text(node)!r} is no date", advice) from None
    if len(parts) > 2 or end < start:
        raise wrong(node, f"{read_text(node)!r} is no interval", "Write the earlier day first.")
    return Interval(start, end)


def list_of(read: Callable[[yaml.Node], T]) -> Callable[[yaml.Node], tuple[T, ...]]:
    """A reader of lists whose entries `read` reads."""

    def read_list(node: yaml.Node) -> tuple[T, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise wrong(node, f"{_kind(node)} where a list is expected", "Begin each entry with `- `.")
        return tuple(read(item) for item in node.value)

    return read_list


def get(of: dict[str, yaml.Node], key: str, read: Callable[[yaml.Node], T], default: T) -> T:
    """What stands under a key, read; `default` where there is no such key."""
    return read(of[key]) if key in of else default


def read_mapping(node: yaml.Node, keys: list[str], required: list[str] | None = None) -> dict[str, yaml.Node]:
    """The nodes under each key; no key but `keys`, each once, and none of `required` missing."""
    if not isinstance(node, yaml.MappingNode):
        raise wrong(node, f"{_kind(node)} where {', '.join(keys)} are expected", f"Write `{keys[0]}: …`.")
    of: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value not in keys:
            raise wrong(key, f"the unknown key {key.value!r}", f"Known here: {', '.join(keys)}.")
        if key.value in of:
            raise wrong(key, f"the key {key.value!r} for the second time", "Keep one of the two.")
        of[key.value] = value
    for key_name in required or []:
        if key_name not in of:
            raise wrong(node, f"no `{key_name}`", f"Add `{key_name}: …`.")
    return of


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return "an empty value" if not node.value.strip() else f"the text {node.value!r}"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def line_of(node: yaml.Node) -> int:
    """The line of the file, from 1."""
    return int(node.start_mark.line) + 1


def wrong(node: yaml.Node, found: str, advice: str) -> InputError:
    """The error that names the line, what was found there and what to do."""
    return InputError(NAME, f"line {line_of(node)}", f"{found}.", advice)
