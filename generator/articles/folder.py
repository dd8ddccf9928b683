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
from dataclasses import replace
from pathlib import Path

from generator.articles.agencies import credited, is_known_agency, is_known_outlet, proper_agency, proper_outlet
from generator.articles.blocks import Taken, take_apart
from generator.articles.decoding import decode
from generator.articles.front_matter import FrontMatter, original_of, published_of, split, text_of
from generator.articles.timestamps import read_date
from generator.articles.webpage import Webpage, read_page
from generator.errors import InputError
from generator.model import Article, Block

ENDINGS = (".md", ".txt", ".html", ".htm")

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
    front, text = split(path.name, decoded.text)
    page = read_page(text) if path.suffix.lower() in (".html", ".htm") else None
    article = _article(path.name, front, text, page)
    digest = hashlib.sha256(data).hexdigest()
    return replace(article, sha256=digest, findings=(*decoded.findings, *article.findings))


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


# ---------------------------------------------------------------- the article


def _article(file: str, front: FrontMatter, text: str, page: Webpage | None) -> Article:
    """The article of a file but for its checksum: front matter comes first, then the page's word, then the text."""
    said = page or Webpage(text, "", "", "", "", None)
    title = text_of(front, "title") or said.title
    first_line = 1 if page else front.raw.count("\n") + 1
    taken = take_apart(said.text, file=file, title=title, is_digest=front.is_digest, first_line=first_line)
    if not any(b.ref for b in taken.blocks):
        found = "the article is empty: no paragraph stands in it."
        raise InputError(file, f"line {first_line}", found, "Add its text or take the file away.")
    printed = _printed_date(taken)
    published, dating = published_of(front, printed)
    is_full = front.values.get("text") == "full"
    return Article(
        id=_id_of(file, front),
        file=file,
        sha256="",
        text=said.text,
        title=title or _first(taken, "headline"),
        outlet=proper_outlet(text_of(front, "outlet") or said.outlet or _outlet_of(taken)),
        agency=_agency_of(front, taken),
        author=text_of(front, "author") or said.author or _author_of(taken),
        published=published or said.published or printed,
        url=text_of(front, "url") or said.url,
        licence=text_of(front, "licence") or ("may be shown in full" if is_full else ""),
        is_digest=front.is_digest,
        original=original_of(front) if front.is_digest else None,
        blocks=taken.blocks,
        set_aside=taken.set_aside,
        findings=(*dating, *taken.findings),
    )


def _id_of(file: str, front: FrontMatter) -> str:
    given = front.values.get("id")
    name = str(given) if isinstance(given, (str, int)) and str(given).strip() else Path(file).stem
    return slug(name) or hashlib.sha256(file.encode()).hexdigest()[:12]


def slug(name: str) -> str:
    """A name in the characters a-z, 0-9 and -, accents taken off: what addresses and citations are made of."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _first(taken: Taken, kind: str) -> str:
    return next((" ".join(b.text.split()) for b in taken.blocks if b.kind == kind), "")


def _byline_of(taken: Taken) -> list[str]:
    """The parts of the byline: who wrote, and for whom."""
    who = r"^(?:written |reported |story |words )?(?:by|from|author)\b[\s:]*"
    line = re.sub(who, "", _first(taken, "byline"), flags=re.I)
    return [p.strip() for p in re.split(r"\s*[·|•]\s*|\s+[–—-]\s+|,\s+", line) if p.strip(" .")]


def _outlet_of(taken: Taken) -> str:
    return next((p for p in _byline_of(taken) if is_known_outlet(p) and not is_known_agency(p)), "")


def _author_of(taken: Taken) -> str:
    return ", ".join(p for p in _byline_of(taken) if not is_known_outlet(p) and not is_known_agency(p))


def _agency_of(front: FrontMatter, taken: Taken) -> str:
    if given := text_of(front, "agency"):
        return proper_agency(given)
    credit = credited(taken.blocks)
    return credit.agency if credit else ""


def _printed_date(taken: Taken) -> dt.date | None:
    """The first full date printed on a line of its own above or right below the text."""
    stamps: list[Block] = [b for b in taken.blocks if b.kind == "timestamp"]
    return next((date for b in stamps if (date := read_date(b.text))), None)
