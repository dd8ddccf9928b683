"""What a browser meets on a page: what axe finds there, what is loaded and from where, and what the console says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from audit.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

WIDTHS, HEIGHT = (390, 1280), 844  # px: a phone's and a desktop's
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
INDEX = "search/search_index.json"
LAID_OUT = "![...document.querySelectorAll('article *')].some(p => getComputedStyle(p).contentVisibility === 'auto')"


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as browsed. Weights in KiB, compressed: the first load and all that has come once a reader does
    something, both without the search index, and the index."""

    axe: tuple[tuple[str, ...], ...]  # for light phone, light desktop, dark phone, dark desktop: the rules broken
    weight: float
    used: float
    index: float
    elsewhere: tuple[str, ...]
    said: tuple[str, ...]


def browse(browser: Browser, site: Site, url: str, axe: Path) -> Seen:
    """Open a page on both screens in both schemes. `axe` is axe-core's script; it runs from outside the page."""
    broken: list[tuple[str, ...]] = []
    met = _Met(site.url)
    first: tuple[str, ...] = ()
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.on("request", met.note_request)
        page.on("console", met.note_message)
        page.on("pageerror", lambda error: met.say(str(error)))
        page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        page.goto(url, wait_until="load")
        page.wait_for_load_state("networkidle")
        first = first or met.files()
        page.mouse.move(1, 1)  # a reader is here: the theme's script comes, and axe sees what it makes of the page
        page.wait_for_function("() => typeof component$ === 'object'")
        page.wait_for_function(f"() => {LAID_OUT}")
        page.wait_for_load_state("networkidle")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            broken.append(_find_violations(page, axe))
        context.close()
    weights = site.weigh(first), site.weigh(met.files()), site.weigh((site.url + INDEX,))
    return Seen(tuple(broken), *weights, tuple(met.elsewhere), tuple(met.said))


class _Met:
    """Fills while pages are open; each address and each saying once, in the order in which they came."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.loaded: dict[str, None] = {}
        self.elsewhere: dict[str, None] = {}
        self.said: dict[str, None] = {}

    def note_request(self, request: Request) -> None:
        if request.url.startswith(self.home):
            self.loaded.setdefault(request.url)
        elif not request.url.startswith(("data:", "blob:")):
            self.elsewhere.setdefault(request.url)

    def files(self) -> tuple[str, ...]:
        """The addresses loaded so far, without the search index."""
        return tuple(address for address in self.loaded if not address.endswith(INDEX))

    def note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.say(message.text)

    def say(self, text: str) -> None:
        self.said.setdefault(text)


def _find_violations(page: Page, axe: Path) -> tuple[str, ...]:
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({rules: {'target-size': {enabled: true}}})")["violations"]  # left out by itself
    return tuple(f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"])
