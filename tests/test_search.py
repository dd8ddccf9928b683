"""The search as a reader uses it: words typed in a real browser, and which page comes first."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "search.yml").read_text(encoding="utf-8"))
QUERIES = [(q, f"people/{page}/") for q, page in CASES["people"].items()] + list(CASES["pages"].items())
MOST = 60 * 1024  # bytes of the index as a server sends it, compressed


@pytest.fixture(scope="module")
def field(browser: Browser, site: Site) -> Iterator[Page]:
    """A page with the search open and its index read."""
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    page = context.new_page()
    page.set_default_timeout(5000)
    page.goto(site.url)
    page.locator("[data-md-component=search-query]").click()
    yield page
    context.close()


def first_found(page: Page, query: str) -> str:
    """The address of the first result, without its anchor; empty where nothing is found."""
    field = page.locator("[data-md-component=search-query]")
    page.wait_for_function("() => /Type to/.test(document.querySelector('.md-search-result__meta')?.textContent)")
    field.fill(query)
    field.press("End")  # the theme looks when a key goes up
    page.wait_for_function("() => /matching/.test(document.querySelector('.md-search-result__meta').textContent)")
    links = page.locator(".md-search-result__item a")
    found = (links.first.get_attribute("href") or "").partition("#")[0].partition("?")[0] if links.count() else ""
    field.fill("")
    field.press("End")
    return found


def test_there_are_forty_queries() -> None:
    assert len(QUERIES) >= 40


@pytest.mark.parametrize(("query", "path"), QUERIES, ids=[query for query, _ in QUERIES])
def test_the_right_page_comes_first(query: str, path: str, field: Page, site: Site) -> None:
    assert first_found(field, query) == site.url + path


def test_what_is_nowhere_is_not_found(field: Page) -> None:
    assert first_found(field, "Zzyzx") == ""


def test_the_index_is_small(site: Site) -> None:
    index = (site.folder / "search" / "search_index.json").read_bytes()
    assert len(gzip.compress(index, mtime=0)) <= MOST
