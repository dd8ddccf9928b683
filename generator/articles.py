"""Files into articles: read, decoded, front matter understood, text taken apart.

Any bundle an editor hands in is read as it is; only digests are held to known keys. What a copy does not say of
itself stays empty. `Article.text` is the file's text after its front matter, character for character where the file is
clean UTF-8 (line breaks as \\n): offsets are counted in it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from generator.agencies import credited, is_known_agency, proper_agency, proper_outlet
from generator.blocks import Taken, take_apart
from generator.decoding import decode
from generator.errors import InputError
from generator.model import Article, Block, Finding, Original
from generator.signature import is_sketch
from generator.timestamps import possible_dates, read_date
from generator.webpage import Webpage, read_page

ENDINGS = (".md", ".txt", ".html", ".htm")
_DIGEST_KEYS = frozenset(
    ("id", "title", "outlet", "agency", "author", "published", "url", "licence", "text", "original")
)
_ORIGINAL_KEYS = frozenset(("file", "sha256", "words", "signature"))
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "sitename", "site_name"),
    "agency": ("agency",),
    "author": ("author", "authors", "byline", "by"),
    "published": ("published", "date", "published_time", "date_published", "publication_date", "pubdate"),
    "url": ("url", "source_url", "link", "canonical_url"),
    "licence": ("licence", "license"),
}
"""What the keys of anybody's front matter mean, the first one that is there counts."""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_UNCLOSED = re.compile(r"\A---[ \t]*\n\s*[\w-]+[ \t]*:", re.S)


def read_articles(seeds: Path) -> tuple[Article, ...]:
    """Every article of a folder, by file name. Raises InputError for a folder or file that is not what it has to be."""
    if not seeds.is_dir():
        advice = "Name the folder that holds the articles: --seeds DIR."
        raise InputError(str(seeds), "", "there is no such folder.", advice)
    paths = sorted((p for p in seeds.iterdir() if _is_article(p)), key=lambda p: p.name)
    if not paths:
        advice = f"Put articles into it: files that end in {', '.join(ENDINGS)}."
        raise InputError(str(seeds), "", "the folder holds no article.", advice)
    articles = tuple(read_article(path) for path in paths)
    _check_ids(articles)
    return articles


def read_article(path: Path) -> Article:
    """One file. Raises InputError, with file and place, for whatever keeps it from being an article."""
    data = path.read_bytes()
    decoded = decode(data, path.name)
    meta, text, first_line = _split(path.name, decoded.text)
    _check_keys(path.name, decoded.text, meta)
    page = read_page(text) if path.suffix.lower() in (".html", ".htm") else None
    return _article(path, hashlib.sha256(data).hexdigest(), meta, text, first_line, page, decoded.findings)


def _is_article(path: Path) -> bool:
    name = path.name.lower()
    return path.is_file() and name.endswith(ENDINGS) and not name.startswith((".", "readme"))


def _check_ids(articles: tuple[Article, ...]) -> None:
    seen: dict[str, str] = {}
    for article in articles:
        if article.id in seen:
            found = f"the id `{article.id}` is also that of {seen[article.id]}."
            raise InputError(article.file, "id", found, "Give one of the two another `id:` in its front matter.")
        seen[article.id] = article.file


# ---------------------------------------------------------------- front matter


def _split(file: str, text: str) -> tuple[dict[str, Any], str, int]:
    """Front matter, the text after it, and the number of that text's first line."""
    match = _FRONT_MATTER.match(text)
    if not match:
        if _UNCLOSED.match(text):
            raise InputError(file, "line 1", "the front matter has no end.", "Close it with a line that holds only ---.")
        return {}, text, 1
    meta = _load(file, match[1])
    return meta, text[match.end() :], text.count("\n", 0, match.end()) + 1


def _load(file: str, raw: str) -> dict[str, Any]:
    advice = "Front matter is YAML between two lines of ---, `key: value` a line; a value with a colon needs quotes."
    try:
        meta = YAMLHandler().load(raw)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = f"line {mark.line + 2}" if mark else "front matter"
        found = f"broken front matter: {getattr(error, 'problem', None) or 'this is no YAML'}."
        raise InputError(file, place, found, advice) from error
    except ValueError as error:  # YAML makes dates by itself, and 2025-02-30 is none
        dated = [(n, s) for n, s in enumerate(raw.split("\n"), 2) if re.search(r":\s*\d{4}-\d", s)]
        line = next((n for n, s in dated if read_date(s) is None), 1)
        raise InputError(file, f"line {line}", f"a date that is none: {error}.", "Write it as YYYY-MM-DD.") from error
    if meta is None:
        return {}
    if not isinstance(meta, dict):
        raise InputError(file, "line 2", "broken front matter: no `key: value` in it.", advice)
    return {str(k): v for k, v in meta.items()}


def _line_of(text: str, key: str) -> str:
    """`line 4 (published)`: where a key of the front matter stands."""
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(rf"\s*[{{]?\s*[\"']?{re.escape(key)}[\"']?\s*:", line):
            return f"line {number} ({key})"
    return key


def _check_keys(file: str, text: str, meta: Mapping[str, Any]) -> None:
    """A digest's front matter is held to known keys and forms; anybody else's is their own business."""
    original = meta.get("original")
    if meta.get("text") != "digest":
        if isinstance(original, dict) and "sha256" in original:
            raise InputError(file, _line_of(text, "text"), "`original` belongs to a digest.", "Add `text: digest`.")
        return
    for key in meta:
        if key not in _DIGEST_KEYS:
            advice = f"A digest has these keys: {', '.join(sorted(_DIGEST_KEYS))}."
            raise InputError(file, _line_of(text, key), f"unknown key `{key}`.", advice)
    if not isinstance(original, dict):
        advice = "Write original: {file: …, sha256: …, words: …, signature: …}."
        raise InputError(file, _line_of(text, "original"), "a digest has to name its original.", advice)
    for key in original:
        if key not in _ORIGINAL_KEYS:
            advice = f"`original` has these keys: {', '.join(sorted(_ORIGINAL_KEYS))}."
            raise InputError(file, _line_of(text, str(key)), f"unknown key `original.{key}`.", advice)
    _check_original(file, text, original)


def _check_original(file: str, text: str, original: Mapping[str, Any]) -> None:
    words, signature = original.get("words"), original.get("signature")
    checks = (
        ("file", isinstance(original.get("file"), str) and original["file"], "has to be a file name"),
        ("sha256", re.fullmatch(r"[0-9a-f]{64}", str(original.get("sha256"))), "has to be 64 hexadecimal digits"),
        ("words", isinstance(words, int) and not isinstance(words, bool) and words > 0, "has to be a whole number"),
        ("signature", isinstance(signature, str) and is_sketch(signature), "has to be a signature"),
    )
    for key, is_right, what in checks:
        if not is_right:
            place = _line_of(text, key) if re.search(rf"^\s+{key}\s*:", text, re.M) else _line_of(text, "original")
            found = f"`original.{key}` {what}, not {original.get(key)!r}."
            raise InputError(file, place, found, "Make the entry again from the original.")


# ---------------------------------------------------------------- the article


def _article(
    path: Path,
    sha256: str,
    meta: dict[str, Any],
    text: str,
    first_line: int,
    page: Webpage | None,
    findings: tuple[Finding, ...],
) -> Article:
    is_digest = meta.get("text") == "digest"
    title = _text_of(meta, "title") or (page.title if page else "")
    if page:
        text, first_line = page.text, 1
    taken = take_apart(text, file=path.name, title=title, is_digest=is_digest, first_line=first_line)
    if not any(b.ref for b in taken.blocks):
        found = "the article is empty: no paragraph stands in it."
        raise InputError(path.name, f"line {first_line}", found, "Add its text or take the file away.")
    printed = _printed_date(taken)
    published, dating = _published(path.name, meta, printed)
    outlet = _text_of(meta, "outlet") or (page.outlet if page else "") or _outlet_of(taken)
    return Article(
        id=_id_of(path, meta),
        file=path.name,
        sha256=sha256,
        text=text,
        title=title or _first(taken, "headline"),
        outlet=proper_outlet(outlet),
        agency=_agency_of(meta, taken),
        author=_text_of(meta, "author") or (page.author if page else "") or _author_of(taken),
        published=published or (page.published if page else None) or printed,
        url=_text_of(meta, "url") or (page.url if page else ""),
        licence=_text_of(meta, "licence") or ("may be shown in full" if meta.get("text") == "full" else ""),
        is_digest=is_digest,
        original=_original(meta) if is_digest else None,
        blocks=taken.blocks,
        set_aside=taken.set_aside,
        findings=(*findings, *dating, *taken.findings),
    )


def _value_of(meta: Mapping[str, Any], what: str) -> tuple[str, Any]:
    """The key that says it in this front matter, and its value."""
    low = {k.lower().replace("-", "_"): k for k in meta}
    said = (low[name] for name in _NAMES[what] if name in low)
    return next(((key, meta[key]) for key in said if meta[key] not in (None, "")), ("", None))


def _text_of(meta: Mapping[str, Any], what: str) -> str:
    value = _value_of(meta, what)[1]
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v).strip() for v in value if isinstance(v, (str, int)))
    return " ".join(str(value).split()) if isinstance(value, (str, int)) else ""


def _published(
    file: str, meta: Mapping[str, Any], printed: dt.date | None
) -> tuple[dt.date | None, tuple[Finding, ...]]:
    """The day the front matter gives. Where it can be read as two, the one that is printed in the text, else none."""
    key, value = _value_of(meta, "published")
    if value is None:
        return None, ()
    if isinstance(value, dt.datetime):
        return value.date(), ()
    if isinstance(value, dt.date):
        return value, ()
    days = possible_dates(value) if isinstance(value, str) else ()
    if not days:
        raise InputError(file, key, f"a date that is none: {value!r}.", "Write it as YYYY-MM-DD.")
    if len(days) == 1 or printed in days:
        return (days[0] if len(days) == 1 else printed), ()
    found = f"{value!r} may be {days[0]} or {days[1]}; the article counts as undated."
    return None, (Finding(file, key, found, "Write it as YYYY-MM-DD."),)


def _id_of(path: Path, meta: Mapping[str, Any]) -> str:
    given = meta.get("id")
    name = str(given) if isinstance(given, (str, int)) and str(given).strip() else path.stem
    return slug(name) or hashlib.sha256(path.name.encode()).hexdigest()[:12]


def slug(name: str) -> str:
    """A name in the characters a-z, 0-9 and -, accents taken off: what addresses and citations are made of."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _original(meta: Mapping[str, Any]) -> Original:
    o = meta["original"]
    return Original(o["file"], o["sha256"], o["words"], o["signature"])


def _first(taken: Taken, kind: str) -> str:
    return next((" ".join(b.text.split()) for b in taken.blocks if b.kind == kind), "")


def _byline_of(taken: Taken) -> list[str]:
    """The parts of the byline: who wrote, and for whom."""
    who = r"^(?:written |reported |story |words )?(?:by|from|author)\b[\s:]*"
    line = re.sub(who, "", _first(taken, "byline"), flags=re.I)
    return [p.strip() for p in re.split(r"\s*[·|•]\s*|\s+[–—-]\s+|,\s+", line) if p.strip(" .")]


def _outlet_of(taken: Taken) -> str:
    return next((p for p in _byline_of(taken) if proper_outlet(p) != p and not is_known_agency(p)), "")


def _author_of(taken: Taken) -> str:
    return ", ".join(p for p in _byline_of(taken) if proper_outlet(p) == p and not is_known_agency(p))


def _agency_of(meta: Mapping[str, Any], taken: Taken) -> str:
    if given := _text_of(meta, "agency"):
        return proper_agency(given)
    credit = credited(taken.blocks)
    return credit.agency if credit else ""


def _printed_date(taken: Taken) -> dt.date | None:
    """The first full date printed on a line of its own above or right below the text."""
    stamps: list[Block] = [b for b in taken.blocks if b.kind == "timestamp"]
    return next((date for b in stamps if (date := read_date(b.text))), None)
