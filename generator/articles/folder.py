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
from generator.articles.english import language_findings
from generator.articles.front_matter import FrontMatter, odd_keys, original_of, published_of, split, text_of
from generator.articles.markup import is_page, without_markup
from generator.articles.mastheads import is_outlet, outlet_behind, read_masthead, signed_by
from generator.articles.timestamps import cut_dates, read_date
from generator.articles.webpage import Webpage, read_page
from generator.errors import InputError
from generator.model import Article, Block, Finding

ENDINGS = (".md", ".txt", ".html", ".htm")
_UNREAD = ("pdf", "doc", "docx", "odt", "rtf", "epub", "mht", "mhtml", "webarchive", "eml", "markdown", "text")
NOT_READ = tuple(f".{kind}" for kind in _UNREAD)
"""Endings of files that somebody puts into a folder as articles, in vain."""


def read_articles(seeds: Path) -> tuple[Article, ...]:
    """Every article of a folder, by file name. Raises InputError for a folder or file that is not what it has to be."""
    if not seeds.is_dir():
        advice = "Name the folder that holds the articles: --seeds DIR."
        raise InputError(str(seeds), "", "there is no such folder.", advice)
    paths = sorted((p for p in seeds.iterdir() if is_article(p)), key=lambda p: p.name)
    if not paths:
        advice = f"Put articles into it: files that end in {', '.join(ENDINGS)}."
        raise InputError(str(seeds), "", "the folder holds no article.", advice)
    first, *others = (read_article(path) for path in paths)
    articles = (replace(first, findings=(*_unread(seeds), *first.findings)), *others)
    _check_ids(articles)
    return articles


def read_article(path: Path) -> Article:
    """One file. Raises InputError, with file and place, for whatever keeps it from being an article."""
    data = path.read_bytes()
    decoded = decode(data, path.name)
    front, text = split(path.name, decoded.text)
    is_html = path.suffix.lower() in (".html", ".htm") or is_page(text)
    plain = text if is_html else without_markup(text, is_markdown=path.suffix.lower() == ".md")
    article = _article(path.name, front, plain, read_page(text) if is_html else None)
    digest = hashlib.sha256(data).hexdigest()
    findings = (*decoded.findings, *_stray(path.name, text, plain), *article.findings)
    return replace(article, sha256=digest, findings=findings)


def _stray(file: str, text: str, plain: str) -> tuple[Finding, ...]:
    """The finding that a plain text held markup."""
    if text == plain:
        return ()
    advice = "Save the page itself as .html if something is missing."
    return (Finding(file, "", "Tags or letters written as in HTML were taken for what they stand for.", advice),)


def _unread(seeds: Path) -> tuple[Finding, ...]:
    """Findings for files that may be articles and cannot be read; whatever else lies in the folder is left alone."""
    names = sorted(p.name for p in seeds.iterdir() if p.suffix.lower() in NOT_READ and not p.name.startswith("."))
    advice = f"Save it as one of {', '.join(ENDINGS)}, or take it out of the folder."
    return tuple(Finding(name, "", "It was not read: this kind of file is not.", advice) for name in names)


def is_article(path: Path) -> bool:
    """True for a file that is read as an article, by its name."""
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
        title=title or _title_of(taken),
        outlet=proper_outlet(text_of(front, "outlet") or said.outlet or _outlet_of(taken)),
        agency=_agency_of(front, taken),
        author=text_of(front, "author") or said.author or _author_of(taken),
        published=published or said.published or printed,
        url=text_of(front, "url") or said.url,
        licence=text_of(front, "licence") or ("permission to show it in full" if is_full else ""),
        is_digest=front.is_digest,
        original=original_of(front) if front.is_digest else None,
        blocks=taken.blocks,
        set_aside=taken.set_aside,
        findings=(*odd_keys(front), *dating, *language_findings(file, taken.blocks), *taken.findings),
    )


def _id_of(file: str, front: FrontMatter) -> str:
    given = front.values.get("id")
    name = str(given) if isinstance(given, (str, int)) and str(given).strip() else Path(file).stem
    return slug(name) or hashlib.sha256(file.encode()).hexdigest()[:12]


def slug(name: str) -> str:
    """A name in the characters a-z, 0-9 and -, accents taken off: what addresses and citations are made of."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _title_of(taken: Taken) -> str:
    """The headline; of one that stands there twice, with section or outlet and without, the plain one."""
    lines = _lines(taken, "headline")
    if not lines:
        return ""
    parts = re.split(r"\s*\|\s*|\s+[–—-]\s+", lines[0])
    return next((line for line in lines[1:] if line in parts), outlet_behind(lines[0])[0])


def _lines(taken: Taken, *kinds: str) -> list[str]:
    """The blocks of these kinds, each as a line."""
    return [" ".join(b.text.split()) for b in taken.blocks if b.kind in kinds]


def _heads(taken: Taken) -> list[str]:
    return _lines(taken, "byline", "timestamp", "credit")


def _outlet_of(taken: Taken) -> str:
    """The outlet that a byline, the line with the date or the page's title names; no agency."""
    said = [m.outlet for m in map(read_masthead, _heads(taken)) if m]
    said += [p for p in _byline_of(taken) if is_known_outlet(p)]
    said += [m[1] for line in _heads(taken) if (m := re.match(r"SOURCE:? +(.+)", line))]
    said += [outlet_behind(line)[1] for line in _lines(taken, "headline")]
    return next((name for name in said if name and not is_known_agency(name)), "")


def _byline_of(taken: Taken) -> list[str]:
    """The parts of the byline: who wrote, and for whom. Of several the one that says `By`."""
    lines = [" ".join(b.text.replace("**", "").split()) for b in taken.blocks if b.kind == "byline"]
    lines = [line for line in lines if not is_outlet(line)]
    line = next((line for line in lines if signed_by(line) != line), next(iter(lines), ""))
    line = re.sub(r"^from\b[\s:]*", "", signed_by(line), flags=re.I)
    return [p.strip() for p in re.split(r"\s*[·|•]\s*|\s+[–—-]\s+|,\s+", line) if p.strip(" .")]


def _author_of(taken: Taken) -> str:
    said = next((m.author for m in map(read_masthead, _heads(taken)) if m and m.author), "")
    return said or ", ".join(p for p in _byline_of(taken) if not is_outlet(p))


def _agency_of(front: FrontMatter, taken: Taken) -> str:
    if given := text_of(front, "agency"):
        return proper_agency(given)
    credit = credited(taken.blocks)
    return credit.agency if credit else ""


def _printed_date(taken: Taken) -> dt.date | None:
    """The first full date printed on a line of its own above or right below the text, else behind a comma or a bar at
    the end of the headline: `Press conference of the harbour board, 4 May 2031`."""
    stamps: list[Block] = [b for b in taken.blocks if b.kind in ("timestamp", "byline")]
    printed = next((date for b in stamps if (date := read_date(b.text))), None)
    ended = [head for head in _lines(taken, "headline") if re.search(r"[,(–—-] *\|[ )]*$", cut_dates(head))]
    return printed or next((date for head in ended if (date := read_date(head))), None)
