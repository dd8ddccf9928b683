"""Front matter: what stands between two lines of `---` above an article, and what it says of the article.

Anybody's front matter is read for what it offers, under the names people use, and the rest is left alone. A digest's is
held to known keys and forms, and a mistake is told with its line.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler
from rapidfuzz.distance import OSA

from generator.articles.signature import is_sketch
from generator.articles.timestamps import possible_dates, read_date
from generator.errors import InputError
from generator.model import Finding, Original
from generator.slips import find_slip

DIGEST_KEYS = frozenset(
    ("id", "title", "outlet", "agency", "author", "published", "url", "licence", "text", "original")
)
_ORIGINAL_KEYS = frozenset(("file", "sha256", "words", "signature"))
KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "sitename", "site_name"),
    "agency": ("agency",),
    "author": ("author", "authors", "byline", "by"),
    "published": ("published", "date", "published_time", "date_published", "publication_date", "pubdate"),
    "url": ("url", "source_url", "link", "canonical_url"),
    "licence": ("licence", "license"),
}
"""What the keys of anybody's front matter mean, the first one that is there counts."""
_MEANINGS = {name: what for what, names in KEYS.items() for name in names}
_NO_MISSPELLING = frozenset(("data", "state", "time", "size", "files", "tile", "cite", "life", "side", "line", "rank"))
"""Words of their own that are one letter away from a key."""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
_HEADER = re.compile(r"(?:[A-Za-z][A-Za-z _-]{0,20}:[ \t]+\S[^\n]*\n){2,12}(?=[ \t]*\n)")
_UNCLOSED = re.compile(r"\A---[ \t]*\n\s*[\w-]+[ \t]*:", re.S)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a file: as it stands there from the file's first line on, and what it says."""

    file: str
    raw: str
    values: Mapping[str, Any]

    @property
    def is_digest(self) -> bool:
        """True where it says `text: digest`."""
        return bool(self.values.get("text") == "digest")

    def line_of(self, key: str) -> str:
        """`line 4 (published)`: where a key stands, for an error to name."""
        for number, line in enumerate(self.raw.split("\n"), 1):
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*:", line):
                return f"line {number} ({key})"
        return key


def split(file: str, text: str) -> tuple[FrontMatter, str]:
    """Front matter and the text after it. Raises InputError for front matter that is not what it has to be."""
    match = _FRONT_MATTER.match(text)
    if match is None and (toml := _TOML.match(text)):
        return FrontMatter(file, toml[0], _load_toml(file, toml[1])), text[toml.end() :]
    if match is None and (header := _header_of(file, text)):
        return header, text[len(header.raw) :]
    if not match:
        if _UNCLOSED.match(text):
            advice = "Close it with a line that holds only ---."
            raise InputError(file, "line 1", "the front matter has no end.", advice)
        return FrontMatter(file, "", {}), text
    front = FrontMatter(file, match[0], _load(file, match[1]))
    _check_keys(front)
    return front, text[match.end() :]


def _load_toml(file: str, raw: str) -> dict[str, Any]:
    try:
        return tomllib.loads(raw)
    except tomllib.TOMLDecodeError as error:
        advice = 'Between two lines of +++ stands TOML, `key = "value"` a line.'
        raise InputError(file, "front matter", f"broken front matter: {error}.", advice) from error


def _header_of(file: str, text: str) -> FrontMatter | None:
    """The lines `Source: …`, `Date: …` that some copies have on top, above a blank line; two at least that we know."""
    match = _HEADER.match(text)
    if not match:
        return None
    pairs = [line.split(":", 1) for line in match[0].splitlines()]
    values = {key.strip(): value.strip() for key, value in pairs}
    if "Subject" in values:  # an e-mail's
        values["title"] = values.pop("Subject")
    known = {meant: value for key, value in values.items() if (meant := _MEANINGS.get(_plain_key(key)))}
    others = [value for key, value in values.items() if _plain_key(key) not in _MEANINGS]
    is_dated = "published" not in known or bool(possible_dates(known["published"]))
    is_header = len(known) > 1 and is_dated and all(len(value.split()) <= 4 for value in others)
    return FrontMatter(file, match[0], values) if is_header else None


def _plain_key(key: str) -> str:
    return re.sub(r"[\s-]+", "_", key.strip().lower())


def _load(file: str, raw: str) -> dict[str, Any]:
    advice = "Front matter is YAML between two lines of ---, `key: value` a line; a value with a colon needs quotes."
    try:
        meta = YAMLHandler().load(raw)
    except yaml.MarkedYAMLError as error:
        line, _ = find_slip(raw, error)
        raise InputError(file, f"line {line + 1}", f"broken front matter: {error.problem}.", advice) from error
    except yaml.YAMLError as error:
        raise InputError(file, "front matter", "broken front matter: this is no YAML.", advice) from error
    except ValueError as error:  # YAML makes dates by itself, and 2025-02-30 is none
        dated = [(n, s) for n, s in enumerate(raw.split("\n"), 2) if re.search(r":\s*\d{4}-\d", s)]
        line = next((n for n, s in dated if read_date(s) is None), 1)
        raise InputError(file, f"line {line}", f"a date that is none: {error}.", "Write it as YYYY-MM-DD.") from error
    if meta is None:
        return {}
    if not isinstance(meta, dict):
        raise InputError(file, "line 2", "broken front matter: no `key: value` in it.", advice)
    return {str(k): v for k, v in meta.items()}


def _check_keys(front: FrontMatter) -> None:
    """A digest's front matter is held to known keys and forms; anybody else's is their own business."""
    original = front.values.get("original")
    if not front.is_digest:
        if isinstance(original, dict) and "sha256" in original:
            found = "`original` belongs to a digest."
            raise InputError(front.file, front.line_of("text"), found, "Add `text: digest`.")
        return
    _check_known(front, front.values, DIGEST_KEYS, "")
    if not isinstance(original, dict):
        advice = "Write original: {file: …, sha256: …, words: …, signature: …}."
        raise InputError(front.file, front.line_of("original"), "a digest has to name its original.", advice)
    _check_known(front, original, _ORIGINAL_KEYS, "original.")
    _check_original(front, original)


def _check_known(front: FrontMatter, given: Mapping[str, Any], known: frozenset[str], prefix: str) -> None:
    for key in given:
        if key not in known:
            advice = f"Known are {', '.join(sorted(known))}."
            raise InputError(front.file, front.line_of(str(key)), f"unknown key `{prefix}{key}`.", advice)


def _check_original(front: FrontMatter, original: Mapping[str, Any]) -> None:
    words, signature = original.get("words"), original.get("signature")
    checks = (
        ("file", isinstance(original.get("file"), str) and original["file"], "has to be a file name"),
        ("sha256", re.fullmatch(r"[0-9a-f]{64}", str(original.get("sha256"))), "has to be 64 hexadecimal digits"),
        ("words", isinstance(words, int) and not isinstance(words, bool) and words > 0, "has to be a whole number"),
        ("signature", isinstance(signature, str) and is_sketch(signature), "has to be a signature"),
    )
    for key, is_right, what in checks:
        if not is_right:
            place = front.line_of(key) if re.search(rf"^\s+{key}\s*:", front.raw, re.M) else front.line_of("original")
            found = f"`original.{key}` {what}, not {original.get(key)!r}."
            raise InputError(front.file, place, found, "Make the entry again from the original.")


# ---------------------------------------------------------------- what it says


def _value_of(front: FrontMatter, what: str) -> tuple[str, Any]:
    """The key that says it in this front matter, and its value."""
    meta = front.values
    low = {_plain_key(k): k for k in meta}
    said = (low[name] for name in KEYS[what] if name in low)
    return next(((key, meta[key]) for key in said if meta[key] not in (None, "")), ("", None))


def text_of(front: FrontMatter, what: str) -> str:
    """What the front matter gives as title, outlet, agency, author, url or licence; empty where it gives nothing."""
    return text_of_value(_value_of(front, what)[1], what)


def text_of_value(value: object, what: str) -> str:
    """A value as text: a string, a number, a list of them, the name in a mapping; empty for anything else."""
    if isinstance(value, (list, tuple)):
        return ", ".join(text for v in value if (text := text_of_value(v, what)))
    if isinstance(value, Mapping):  # author: {name: …}
        value = next((value[k] for k in ("name", "title", what) if isinstance(value.get(k), str)), "")
    return " ".join(str(value).split()) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def odd_keys(front: FrontMatter) -> tuple[Finding, ...]:
    """Findings for keys that look like a misspelt one, and for values that cannot be what their key says."""
    findings = []
    for key, value in front.values.items():
        plain = _plain_key(key)
        meant = _MEANINGS.get(plain)
        if meant is None and (name := _misspelt(plain, front)):
            found = f"unknown key `{key}`; it looks like `{name}` and is not read."
            findings.append(Finding(front.file, front.line_of(key), found, f"Write `{name}:` if that is meant."))
        elif meant not in (None, "published") and value not in (None, "", []) and not text_of_value(value, meant or ""):
            found = f"`{key}` is no text but {value!r}, and is not read."
            findings.append(Finding(front.file, front.line_of(key), found, f"Write `{key}:` and the words."))
    return tuple(findings)


def _misspelt(key: str, front: FrontMatter) -> str:
    """The known key that this one is one letter off (two from seven letters on), unless that one is there, too."""
    there = {_MEANINGS.get(_plain_key(k)) for k in front.values}
    near = [(OSA.distance(key, name), name) for name, what in _MEANINGS.items() if what not in there]
    near = [(d, name) for d, name in near if 0 < d <= 1 + (min(len(key), len(name)) > 6) and len(name) > 3]
    return "" if key in _NO_MISSPELLING or len(key) < 4 else min(near, default=(0, ""))[1]


def published_of(front: FrontMatter, printed: dt.date | None) -> tuple[dt.date | None, tuple[Finding, ...]]:
    """The day the front matter gives. Where it can be read as two, the one that is printed in the text, else none."""
    key, value = _value_of(front, "published")
    if value is None:
        return None, ()
    if isinstance(value, dt.datetime):
        return value.date(), ()
    if isinstance(value, dt.date):
        return value, ()
    days = possible_dates(value) if isinstance(value, str) else ()
    if not days:
        raise InputError(front.file, front.line_of(key), f"a date that is none: {value!r}.", "Write it as YYYY-MM-DD.")
    if len(days) == 1 or printed in days:
        return (days[0] if len(days) == 1 else printed), ()
    found = f"{value!r} may be {days[0]} or {days[1]}; the article counts as undated."
    return None, (Finding(front.file, front.line_of(key), found, "Write it as YYYY-MM-DD."),)


def original_of(front: FrontMatter) -> Original:
    """A digest's original, once split() has passed it."""
    o = front.values["original"]
    return Original(o["file"], o["sha256"], o["words"], o["signature"])
