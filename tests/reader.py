"""A reader in a browser, for tests that look at the finished site: which pages there are, and what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

# One page of every kind; of one of many, that with the longest text.
KINDS = [
    *("", "people/", "people/*/", "sanctions/", "timeline/", "numbers/"),
    *("sources/", "sources/*/", "about/", "print/", "404.html"),
]
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 844}

# How many pieces of a page the browser may still put off.
PUT_OFF = """() => [...document.querySelectorAll("article *")]
  .filter(piece => getComputedStyle(piece).contentVisibility === "auto").length"""


def address(site: Site, kind: str) -> str:
    """The address of a page of this kind."""
    if "*" not in kind:
        return site.url + kind
    files = (site.folder / kind.split("*")[0]).glob("*/index.html")
    longest = max(sorted(files), key=lambda file: file.stat().st_size)
    return f"{site.url}{longest.parent.relative_to(site.folder).as_posix()}/"


def settle(page: Page) -> None:
    """Wait until the whole of a page is laid out, which it is for a reader only."""
    page.mouse.move(0, 0)
    page.mouse.move(1, 1)
    page.wait_for_function(f"() => !({PUT_OFF})()")


def watch(page: Page, home: str) -> list[str]:
    """A list that fills with every request to another place than `home`, every missing file and every complaint of the
    browser, those of the Content-Security-Policy among them."""
    wrong: list[str] = []
    page.on("request", lambda r: r.url.startswith((home, "data:", "blob:")) or wrong.append(f"request: {r.url}"))
    page.on("response", lambda r: r.status < 400 or wrong.append(f"{r.status}: {r.url}"))
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("console", lambda said: said.type in ("error", "warning") and wrong.append(f"console: {said.text}"))
    return wrong
