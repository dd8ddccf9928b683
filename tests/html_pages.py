"""Built pages taken apart: what they link to, what they load, and which anchors they have."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LOADED = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "prefetch", "manifest"}


@dataclass(slots=True)
class Page:
    """One HTML page. Addresses are absolute."""

    url: str
    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)  # for a reader to follow
    loads: list[str] = field(default_factory=list)  # fetched by the browser itself
    handlers: list[str] = field(default_factory=list)  # attributes that run a script: onclick and the like


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page(url)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.page.handlers += [f"{tag} {name}" for name in given if name.startswith("on")]
        if given.get("id"):
            self.page.anchors.add(given["id"])
        if tag == "a" and given.get("name"):
            self.page.anchors.add(given["name"])
        if tag == "a" and "href" in given:
            self.page.links.append(urljoin(self.page.url, given["href"]))
        if tag == "link" and "href" in given and _LOADED & set(given.get("rel", "").split()):
            self.page.loads.append(urljoin(self.page.url, given["href"]))
        for name in ("src", "poster", "data", "action"):
            if name in given:
                self.page.loads.append(urljoin(self.page.url, given[name]))
        for candidate in filter(None, (part.strip() for part in given.get("srcset", "").split(","))):
            self.page.loads.append(urljoin(self.page.url, candidate.split()[0]))


def read_page(file: Path, url: str) -> Page:
    """The page in this file, as served at this address."""
    reader = _Reader(url)
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.page


def split(url: str, top: str) -> tuple[str, str] | None:
    """File below the top of the site and anchor that an address leads to; None where it leads elsewhere."""
    address, _, anchor = url.partition("#")
    if not address.startswith(top):
        return None
    path = unquote(urlsplit(address).path)[len(urlsplit(top).path) :]
    return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(anchor)
