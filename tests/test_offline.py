"""The site as a folder of files, opened without a server: search included, and not a request to anybody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, run_python
from tests.reader import DESKTOP, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def folder(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make offline` builds it, at a path that an address has to escape."""
    folder = tmp_path_factory.mktemp("offline") / "a briefing, unpacked"
    built = run_python(
        project, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder), OFFLINE="true", SITE_URL=""
    )
    assert built.returncode == 0, built.stdout
    return folder


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page that fails the test for a request beyond the folder, a missing file or a complaint of the browser."""
    context = browser.new_context(viewport=DESKTOP)
    opened = context.new_page()
    wrong = watch(opened, folder.as_uri())
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def persons(project: Path) -> list[dict]:
    return json.loads((project / "docs/data/briefing.json").read_text("utf-8"))["people"]


def test_search_finds_a_person_by_another_spelling(page: Page, folder: Path, persons: list[dict]) -> None:
    others = [(p["id"], s["text"]) for p in persons for s in p["spellings"] if s["text"] != p["name"]]
    page.goto((folder / "index.html").as_uri())
    query = page.locator("[data-md-component=search-query]")
    query.click()
    assert others
    for person, spelling in others[:3]:
        query.fill(spelling[:-1])
        query.press(spelling[-1])  # the theme looks when a key goes up
        found = "path => document.querySelector('.md-search-result__item a')?.pathname.endsWith(path)"
        page.wait_for_function(found, arg=f"/people/{person}.html", timeout=10_000)


def test_search_finds_a_misspelt_name(page: Page, folder: Path, persons: list[dict]) -> None:
    word = max(persons[0]["name"].split(), key=len)
    page.goto((folder / "index.html").as_uri())
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.fill(f"{word[:4]}q{word[5:]}")
    query.press("End")  # the theme looks when a key goes up
    found = "path => [...document.querySelectorAll('.md-search-result__item a')].some(a => a.pathname.endsWith(path))"
    page.wait_for_function(found, arg=f"/people/{persons[0]['id']}.html", timeout=10_000)


def test_what_is_found_opens(page: Page, folder: Path, persons: list[dict]) -> None:
    page.goto((folder / "numbers.html").as_uri())
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.fill(persons[0]["name"][:-1])
    query.press(persons[0]["name"][-1])
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url(re.compile(rf"/people/{persons[0]['id']}\.html"))
    assert page.locator("h1").inner_text().startswith(persons[0]["name"])


@pytest.mark.parametrize("path", ["index.html", "sanctions.html", "numbers.html"])
def test_a_citation_leads_to_its_paragraph(path: str, page: Page, folder: Path) -> None:
    page.goto((folder / path).as_uri())
    page.locator("a.cite").first.click()
    page.wait_for_url(re.compile(r"/sources/[^/]+\.html#"))
    assert page.locator(":target").is_visible()


def test_every_page_opens(page: Page, folder: Path) -> None:
    paths = [path for path in sorted(folder.rglob("*.html")) if path.name != "404.html"]
    assert len(paths) > 10
    for path in paths:
        page.goto(path.as_uri(), wait_until="load")
        assert page.locator("html.js").count() == 1, path
        assert page.locator("h1").count() == 1, path


def test_every_link_is_to_a_file(folder: Path) -> None:
    broken = []
    for path in folder.rglob("*.html"):
        if path.name == "404.html":  # only a server shows it
            continue
        for link in re.findall(r'(?:href|src)="([^"#?]+)', path.read_text("utf-8")):
            if not re.match(r"[a-z]+:", link) and not (path.parent / link).is_file():
                broken.append(f"{path.name} → {link}")
    assert broken == []


def test_no_page_names_another_host_to_load_from(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"(?:https?:)?//", text), path
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
        assert policy
        assert "http" not in policy[1] and "unsafe" not in policy[1]


def test_a_site_for_a_server_has_none_of_it(project: Path, site: object) -> None:
    text = (site.folder / "index.html").read_text("utf-8")  # type: ignore[attr-defined]
    assert "iframe-worker" not in text
    assert not (site.folder / "search/search_index.js").exists()  # type: ignore[attr-defined]


def test_what_is_borrowed_names_its_licence() -> None:
    assets = ROOT / "docs/assets"
    assert "iframe-worker.LICENSE.txt" in (assets / "iframe-worker.js").read_text("utf-8")
    assert "Permission is hereby granted" in (assets / "iframe-worker.LICENSE.txt").read_text("utf-8")
