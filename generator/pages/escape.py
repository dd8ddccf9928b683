"""Turns text into Markdown that shows exactly that text and does nothing else.

Articles are read from anywhere, and their words end up inside Markdown, HTML attributes and front matter. Whatever
they hold, no markup, link, attribute list, table, footnote, template or directive of it takes effect: every character
that could begin one leaves here as a numeric character reference, which Markdown and HTML both print as the character.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata

from markupsafe import Markup

# What means something to Markdown, HTML, attribute lists, tables, footnotes or a template wherever it stands.
_ALWAYS = re.compile(r"[\\`*_{}\[\]<>#|~^=$&\"@]")
# At the start of a line only: lists, definitions, admonitions, rules, headings underlined; also `+++`, `???`, `!!!`.
_AT_START = re.compile(r"^[-+:!?.;(%/]")
# `1.` and `1)` begin a numbered list where a line starts with them.
_NUMBERED = re.compile(r"^(\d+)([.)])(?!\w)")
# A colon that no space follows may begin an address (`http://`) or name an emoji (`:skull:`).
_COLON = re.compile(r":(?=\S)")
_MARKS = {'"': ("“", "”"), "'": ("‘", "’")}
_OPENING = re.compile(r"|[\s(\[—–/“‘\"']")  # what a quotation mark that opens stands behind
# Control characters (Python-Markdown marks its own placeholders with two of them) and marks that turn text around.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def clean(text: str) -> str:
    """The text in one line, its white space as single spaces, without characters that are not meant to be seen."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def escape(text: str) -> Markup:
    """The text as Markdown that prints as itself, in running text, a heading, a table cell or a quoted attribute.

    White space becomes single spaces, so that no line of a page begins inside it. Control characters go.
    """
    out = _ALWAYS.sub(_reference, clean(text))
    out = _AT_START.sub(_reference, out)
    out = _NUMBERED.sub(lambda m: f"{m[1]}&#{ord(m[2])};", out)
    return Markup(_COLON.sub("&#58;", out))


def typeset(text: str) -> str:
    """The text with the quotation marks and apostrophes of print for those of a typewriter. One that stands behind a
    figure, and closes nothing, is a sign of inches or seconds and stays."""
    out = list(text)
    opened: list[str] = []
    for place, mark in enumerate(text):
        if mark not in "\"'":
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        begins, ends = _MARKS[mark]
        if mark == "'" and (after.isalpha() if before.isalnum() else after.isdigit()):
            out[place] = "’"  # Lind's, '90s
        elif _OPENING.fullmatch(before) and after.strip() and mark not in opened:
            out[place] = begins
            opened.append(mark)
        elif mark in opened:
            out[place] = ends
            opened = opened[: opened.index(mark)]
        elif not before.isdigit():
            out[place] = ends
    return "".join(out)


def finalize(value: object) -> Markup:
    """What `{{ value }}` prints in a template: markup of ours as it is, all other text typeset and escaped. None is an
    error."""
    if isinstance(value, Markup):
        return value
    if value is None:
        raise ValueError("a template prints something that has no value (None)")
    return escape(typeset(str(value)))


def plain(value: object) -> str:
    """The text again that `finalize` made safe: for a place that is no Markdown."""
    return html.unescape(str(value)) if isinstance(value, Markup) else clean(str(value))


def front_matter(value: object) -> Markup:
    """The text as a quoted YAML scalar. A theme prints it into HTML as it stands, so it is escaped for HTML too."""
    return Markup(json.dumps(html.escape(typeset(plain(value))), ensure_ascii=False))


def front_matter_json(value: object) -> Markup:
    """A value as JSON, quoted as a YAML scalar; it can stand in a `<script>` as it is, since no `<` or `&` is in it."""
    text = re.sub("[<>&\x85\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))
    return Markup(json.dumps(text, ensure_ascii=False))
