"""The site for everybody: what axe finds, by keyboard alone, enlarged, on the narrowest screen, and without motion."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import Site
from tests.reader import DESKTOP, KINDS, PHONE, PUT_OFF, address, settle, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCHEMES = {"light": "default", "dark": "slate"}  # a reader's wish, and what the theme calls it
MENU_LINKS = ".md-sidebar--primary a.md-nav__link:visible"
# Everything that axe knows of WCAG 2.2, and with it what Lighthouse counts: axe itself leaves the size of targets out.
AXE = {"rules": {"target-size": {"enabled": True}}}
# What has the focus: a name for it, whether it lies on the screen, and whether anything shows that it has the focus
# (the theme draws the switch of light and dark as the label beside its input).
FOCUS = """() => {
  const e = document.activeElement, drawn = e.matches(".md-option") ? e.nextElementSibling : e;
  const box = drawn.getBoundingClientRect(), style = getComputedStyle(drawn);
  return {
    name: e.getAttribute("aria-label") || e.textContent.trim(),
    is_on_screen: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    is_shown: style.outlineStyle !== "none" || e.matches("input[type=text]"),
    in_content: !!e.closest("article"),
  };
}"""


@contextmanager
def opened(browser: Browser, site: Site, size: dict[str, int], **settings: Any) -> Iterator[Page]:
    """A page of a reader with these settings; anything that goes wrong in it fails the test."""
    context = browser.new_context(viewport=size, **settings)
    page = context.new_page()
    wrong = watch(page, site.url)
    yield page
    context.close()
    assert wrong == []


def find_violations(page: Page) -> list[str]:
    """What axe finds, with the element. It runs from outside, which the page's policy lets a browser's own tools do."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{rule['id']} ({rule['impact']}): {node['html'][:200]}" for rule in found for node in rule["nodes"]]


# ---------------------------------------------------------------- axe


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, scheme: str, browser: Browser, site: Site) -> None:
    with opened(browser, site, PHONE, color_scheme=scheme, reduced_motion="reduce") as page:
        page.goto(address(site, kind))
        settle(page)
        assert page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            assert find_violations(page) == [], size


def test_axe_finds_nothing_in_what_is_put_off(browser: Browser, site: Site) -> None:
    with opened(browser, site, PHONE) as page:
        page.goto(f"{site.url}print/")
        assert find_violations(page) == []
        assert page.evaluate(PUT_OFF) > 50


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_what_opens(size: dict[str, int], scheme: str, browser: Browser, site: Site) -> None:
    with opened(browser, site, size, color_scheme=scheme, reduced_motion="reduce") as page:
        page.goto(site.url)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        focus_first_citation(page)
        assert page.locator(".card").is_visible()
        assert find_violations(page) == [], "a citation's card"
        page.keyboard.press("Escape")
        page.keyboard.press("f")
        page.keyboard.type("article")
        page.locator(".md-search-result__item a").first.wait_for()
        assert find_violations(page) == [], "the search"
        page.keyboard.press("Escape")
        if size is PHONE:
            page.get_by_role("button", name="Menu").click()
            assert page.locator(MENU_LINKS).first.is_visible()
            assert find_violations(page) == [], "the menu"


# ---------------------------------------------------------------- by keyboard alone


def focus_first_citation(page: Page) -> None:
    """As a reader does who goes from link to link."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.cite')"):
            return
    pytest.fail("no citation within 60 steps of the Tab key")


def test_on_a_phone_no_card_lies_on_the_citation_that_has_the_focus(browser: Browser, site: Site) -> None:
    with opened(browser, site, PHONE, reduced_motion="reduce") as page:
        page.goto(address(site, "numbers/"))
        apart, met = "() => document.activeElement.getBoundingClientRect().bottom - card.getBoundingClientRect().top", 0
        while met < 8:
            focus_first_citation(page)
            page.wait_for_timeout(50)
            assert page.evaluate(apart) <= 0
            met += 1


def test_the_first_step_leads_past_everything_to_the_content(browser: Browser, site: Site) -> None:
    with opened(browser, site, DESKTOP) as page:
        page.goto(address(site, "sanctions/"))
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["name"] == "Skip to content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["in_content"]


@pytest.mark.parametrize("kind", ["", "people/", "numbers/", "sources/*/"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_focus_is_always_in_sight(size: dict[str, int], kind: str, browser: Browser, site: Site) -> None:
    with opened(browser, site, size, reduced_motion="reduce") as page:
        page.goto(address(site, kind))
        for step in range(40):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            assert focus["is_on_screen"], (step, focus)
            assert focus["is_shown"], (step, focus)


def test_the_menu_opens_and_closes_by_key(browser: Browser, site: Site) -> None:
    with opened(browser, site, PHONE, reduced_motion="reduce") as page:
        page.goto(site.url)
        menu = page.get_by_role("button", name="Menu")
        menu.focus()
        page.keyboard.press("Enter")
        first = page.locator(MENU_LINKS).first
        assert first.is_visible()
        assert first.evaluate("link => link === document.activeElement")
        page.keyboard.press("Escape")
        assert page.locator(MENU_LINKS).count() == 0
        assert menu.evaluate("button => button === document.activeElement")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_search_is_used_by_key(size: dict[str, int], browser: Browser, site: Site) -> None:
    with opened(browser, site, size, reduced_motion="reduce") as page:
        page.goto(site.url)
        if size is PHONE:
            page.get_by_role("button", name="Search").focus()
            page.keyboard.press("Enter")
        else:
            page.keyboard.press("f")
        page.keyboard.type("article")
        page.locator(".md-search-result__item a").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.md-search-result__item a')")
        page.keyboard.press("Escape")
        assert not page.locator("#__search").is_checked()


def test_a_citation_s_card_opens_by_focus_and_closes_by_escape(browser: Browser, site: Site) -> None:
    with opened(browser, site, DESKTOP) as page:
        page.goto(site.url)
        focus_first_citation(page)
        card = page.locator(".card")
        assert card.is_visible()
        described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
        assert card.get_attribute("id") == described, "a screen reader is told the same"
        page.keyboard.press("Escape")
        assert card.count() == 0
        assert page.evaluate("document.activeElement.matches('a.cite')"), "the focus stays where it was"


# ---------------------------------------------------------------- enlarged, narrow, without motion


@pytest.mark.parametrize("kind", KINDS)
def test_enlarged_nothing_scrolls_sideways(kind: str, browser: Browser, site: Site) -> None:
    """A desktop at 200 % has half the width; a small phone has 320 px, and its reader may want text at 160 %."""
    with opened(browser, site, {"width": 640, "height": 640}) as page:
        page.goto(address(site, kind))
        for width, text in ((640, 100), (320, 100), (320, 160)):
            page.set_viewport_size({"width": width, "height": 640})
            page.evaluate(
                "text => { const all = document.documentElement; all.style.fontSize = '';"
                " all.style.fontSize = parseFloat(getComputedStyle(all).fontSize) * text / 100 + 'px' }",
                text,
            )
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, text


@pytest.mark.parametrize("kind", ["", "sources/*/"])
def test_nothing_moves_for_who_wants_no_motion(kind: str, browser: Browser, site: Site) -> None:
    with opened(browser, site, PHONE, reduced_motion="reduce") as page:
        page.goto(address(site, kind))
        page.locator("a.cite, .rests summary").first.press("Enter")
        page.wait_for_load_state()
        assert page.evaluate("document.getAnimations().map(a => a.animationName || a.transitionProperty)") == []
