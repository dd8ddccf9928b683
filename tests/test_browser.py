"""The site as a reader meets it, in Chromium: citations, search, a phone's width, and no request to anybody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError

from tests.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

KINDS = ["people/", "people/*/", "sanctions/", "timeline/", "numbers/", "sources/", "sources/*/", "about/", "404.html"]


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A phone's page that fails the test for a request to another host, a missing file or an error of a script."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("request", lambda r: r.url.startswith((site.url, "data:", "blob:")) or wrong.append(f"request: {r.url}"))
    opened.on("response", lambda r: r.status < 400 or wrong.append(f"{r.status}: {r.url}"))
    opened.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    opened.on("console", lambda said: said.type in ("error", "warning") and wrong.append(f"console: {said.text}"))
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def data(project: Path) -> dict:
    return json.loads((project / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))


def address(site: Site, kind: str) -> str:
    """The address of a page of this kind; of one of many, that with the longest text."""
    if "*" not in kind:
        return site.url + kind
    files = (site.folder / kind.split("*")[0]).glob("*/index.html")
    longest = max(sorted(files), key=lambda file: file.stat().st_size)
    return f"{site.url}{longest.parent.relative_to(site.folder).as_posix()}/"


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_no_page_scrolls_sideways(kind: str, page: Page, site: Site) -> None:
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(address(site, kind))
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["", "people/*/", "sanctions/", "timeline/", "numbers/"])
def test_a_citation_leads_to_its_paragraph(kind: str, page: Page, site: Site) -> None:
    page.goto(address(site, kind))
    page.locator("a.cite").first.click()
    page.wait_for_url(re.compile(r"/sources/[^/]+/#"))
    target = page.locator(":target")
    assert target.count() == 1
    box = target.bounding_box()
    assert box
    assert 0 <= box["y"] < 844, "the paragraph is on the screen"
    others = page.locator(f".paragraph:not(#{page.url.partition('#')[2]})")
    assert look(target) != look(others.first), "the paragraph is told from the others"
    assert target.inner_text().strip()


def look(locator: Locator) -> str:
    """What a reader can tell an element by."""
    read = "e => (s => [s.backgroundColor, s.outline, s.boxShadow, s.animationName].join())(getComputedStyle(e))"
    return locator.evaluate(read)


def test_a_paragraph_leads_back_to_its_statements(page: Page, site: Site) -> None:
    page.goto(address(site, "sources/*/"))
    page.locator(".rests summary").first.click()
    link = page.locator(".rests a").first
    link.click()
    page.wait_for_url(re.compile("#"))
    assert page.locator(":target").count() == 1


def test_search_finds_a_person_by_every_spelling(page: Page, site: Site, data: dict) -> None:
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(site.url)
    query = page.locator("[data-md-component=search-query]")
    query.click()
    missed = []
    for person in data["people"]:
        for spelling in {s["text"]: None for s in person["spellings"]}:
            query.fill(spelling[:-1])
            query.press(spelling[-1])  # the theme looks when a key goes up
            found = "path => document.querySelector('.md-search-result__item a')?.pathname.endsWith(path)"
            try:
                page.wait_for_function(found, arg=f"/people/{person['id']}/", timeout=3000)
            except TimeoutError:
                missed.append((spelling, page.locator(".md-search-result__item a").first.get_attribute("href")))
    assert missed == []


def test_the_first_screen_says_what_happened(page: Page, site: Site, data: dict) -> None:
    page.goto(site.url)
    heading = page.locator("h1")
    assert heading.count() == 1
    assert data["title"] in heading.inner_text()
    first = page.locator(".say").first.bounding_box()
    assert first
    assert first["y"] < 844


def test_the_site_reads_without_scripts(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.url)
    assert page.locator("h1").is_visible()
    assert page.locator(".say").first.is_visible()
    page.locator("a.cite").first.click()
    assert page.locator(":target").is_visible()
    context.close()
