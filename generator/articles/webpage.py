"""The one place that knows trafilatura: a web page in, its article's text and what the page says of itself out.

Nothing is fetched. What is set aside line by line later on is what trafilatura let through; the rest of a page's
markup never becomes text.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document

from generator.articles.mastheads import outlet_in_title
from generator.articles.timestamps import read_date

_SILENT = re.compile(r"<(script|style|head|template|noscript)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)
_BREAKS = re.compile(r"</?(?:p|div|li|ul|ol|h\d|br|tr|td|table|article|section|blockquote|body|html)\b[^>]*>", re.I)
_CAPTION = re.compile(r"<figcaption\b[^>]*>(.*?)</figcaption\s*>", re.S | re.I)
_TAG = re.compile(r"<[^>]*>")
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title\s*>", re.S | re.I)
_TOP = re.compile(r"<h1\b[^>]*>(.*?)</h1\s*>", re.S | re.I)
_NO_LIMIT = "2199-12-31"
"""Without a limit of its own trafilatura takes the day of the run, and the same page would read differently later."""
_META_DATE = re.compile(
    r"<meta[^>]+(?:article:published|datepublished|pubdate|publish|dc\.date|dcterms\.(?:date|created)|parsely-pub-date|\"date\")"
    r"|\"datePublished\"|<time\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Webpage:
    """What a page holds; what it does not say is empty or None. `text` has one paragraph a line and a blank line
    between two, headings marked with `#`."""

    text: str
    title: str
    author: str
    outlet: str
    url: str
    published: dt.date | None


def read_page(html: str) -> Webpage:
    """The article of a page. Without one the text is empty; nothing is raised."""
    document = trafilatura.bare_extraction(
        _CAPTION.sub(_as_paragraph, html),
        with_metadata=True, include_comments=False, include_tables=True, favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _NO_LIMIT},
    )  # fmt: skip
    if not isinstance(document, Document):
        document = trafilatura.extract_metadata(html)
    lines = [] if document.body is None else _lines(document.body)
    lines = lines or _all_lines(html)
    url = document.url or ""
    host = urlsplit(url).hostname or ""
    title = (document.title or "").strip()
    site = (document.sitename or host.removeprefix("www.")).strip()
    if not document.sitename or site.casefold() in host:  # an address is what a page is called that says nothing else
        site = outlet_in_title(_words_in(_TITLE, html), (title, *_all_words_in(_TOP, html)), host) or site
    return Webpage(
        text="\n\n".join(lines) + "\n",
        title=title,
        author=(document.author or "").replace("; ", ", ").strip(),
        outlet=site,
        url=url,
        published=read_date(document.date or "") if _META_DATE.search(html) else None,
    )


def _all_words_in(tag: re.Pattern[str], html: str) -> tuple[str, ...]:
    return tuple(" ".join(unescape(_TAG.sub(" ", found)).split()) for found in tag.findall(html))


def _words_in(tag: re.Pattern[str], html: str) -> str:
    return next(iter(_all_words_in(tag, html)), "")


def _as_paragraph(caption: re.Match[str]) -> str:
    """A picture's caption as a paragraph of its own, which trafilatura keeps; it drops captions with their pictures."""
    words = " ".join(_TAG.sub(" ", caption[1]).split())
    return f"</figure><p>Caption: {words}</p><figure>" if len(words.split()) > 2 else ""


def _all_lines(html: str) -> list[str]:
    """All text of a page that is too short or too odd to tell the article from the rest."""
    pieces = _BREAKS.split(_SILENT.sub(" ", html))
    return [words for piece in pieces if (words := " ".join(unescape(_TAG.sub("", piece)).split()))]


def _lines(body: object) -> list[str]:
    """Paragraphs, headings, list items and rows of tables in order, each on one line."""
    lines: list[str] = []
    for element in body.iter("p", "head", "item", "quote", "row", "code"):  # type: ignore[attr-defined]
        if any(a.tag in ("p", "item", "row") for a in element.iterancestors()):
            continue
        if element.tag == "row":
            cells = (" ".join("".join(_pieces(cell)).split()) for cell in element)
            lines.append(" | ".join(cell for cell in cells if cell))
            continue
        pieces = re.split(r"\n\s*\n", "".join(_pieces(element)))
        for piece in pieces:
            if words := " ".join(piece.split()):
                lines.append(_marked(element, words))
    return lines


def _pieces(element: object) -> list[str]:
    """The text inside an element, a line break becoming white space."""
    out: list[str] = [element.text or ""]  # type: ignore[attr-defined]
    for child in element:  # type: ignore[attr-defined]
        out += [" \n\n" if child.tag == "lb" else "", *_pieces(child), child.tail or ""]
    return out


def _marked(element: object, words: str) -> str:
    tag: str = element.tag  # type: ignore[attr-defined]
    if tag == "head":
        depth = element.get("rend") or "h2"  # type: ignore[attr-defined]
        return f"{'#' * int(depth[1]) if depth[1:2].isdigit() else '##'} {words}"
    return f"- {words}" if tag == "item" else words
