"""On paper: nothing to press, nothing folded, black on white, citations numbered and listed; and all on one page."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.render import render_pages
from tests.conftest import ROOT, Site
from tests.html_pages import read_page
from tests.reader import KINDS, address
from tests.sample import ALONE, FULL

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = [kind for kind in KINDS if kind != "404.html"] + ["print/"]
FURNITURE = (
    ".md-header, .md-tabs, .md-search, .md-sidebar, .md-footer, .md-top, .headerlink, .filter, .turn, .card, button"
)
# What an A4 sheet (210 mm) has between its margins of 20 mm, in CSS pixels of 1/96 inch; a Letter sheet has more.
SHEET = {"width": int(170 / 25.4 * 96), "height": 970}

TORN = """() => [...document.querySelectorAll("article h1, article h2, article h3, article li, article figure")]
  .filter(part => part.checkVisibility() && !part.querySelector("li"))
  .filter(part => getComputedStyle(part).breakInside !== "avoid").map(part => part.outerHTML.slice(0, 80))"""
HIDDEN = """() => [...document.querySelectorAll("article details, article details *")]
  .filter(part => !part.closest("svg, .headerlink") && !part.checkVisibility({contentVisibilityAuto: true}))
  .map(part => part.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_prints_as_a_document(kind: str, has_script: bool, browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=has_script, viewport=SHEET, color_scheme="dark")
    page = context.new_page()
    page.goto(address(site, kind))
    page.emulate_media(media="print", color_scheme="dark")

    assert [part for part in page.locator(FURNITURE).all() if part.is_visible()] == []
    assert page.evaluate(HIDDEN) == [], "something is still folded"
    colours = "part => [part, document.body].map(p => getComputedStyle(p)).map(s => s.color + s.backgroundColor).join()"
    assert page.locator("article").evaluate(colours).count("rgb(0, 0, 0)rgb") == 2
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.scrollingElement.scrollWidth") <= SHEET["width"]
    assert page.evaluate(TORN) == []

    imprint = page.locator(".imprint")
    assert imprint.is_visible()
    assert re.search(r"Articles up to \d+ \w+ \d{4}", imprint.inner_text())
    cited = {link.inner_text().strip() for link in page.locator("a.cite").all()}
    assert all(page.locator(f"#note-{number}").is_visible() for number in cited)
    context.close()


@pytest.mark.parametrize(("size", "box"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_sheet_is_the_reader_s_own(size: str, box: tuple[int, int], browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.url)
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(format=size))
    page.close()
    assert len(sheets) > 2
    assert all(abs(float(w) - box[0]) < 1.5 and abs(float(h) - box[1]) < 1.5 for w, h in sheets)


def test_what_was_folded_is_folded_again(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.url)
    closed = page.locator("details:not([open])").count()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == closed > 0
    page.close()


# ---------------------------------------------------------------- the whole briefing on one page


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render_pages(FULL, ROOT / "templates")


def test_the_whole_has_what_the_pages_have(pages: dict[str, str]) -> None:
    whole = _words(pages["print.md"])
    for path in ("index.md", "sanctions.md", "timeline.md", "numbers.md", "sources/index.md"):
        for said in re.findall(r'class="say" id="s-\w+"[^>]*>(.*)$', pages[path], re.M):
            assert _words(said.split('<span class="cites"')[0]) in whole, path
    for person in FULL.people:
        assert re.search(rf"^#### {person.name} ", pages["print.md"], re.M)


def test_its_citations_are_numbered_through_and_listed_once(pages: dict[str, str]) -> None:
    cited = list(dict.fromkeys(map(int, re.findall(r"\[(\d+)\]\(#note-\1\)\{ \.cite \}", pages["print.md"]))))
    assert cited == list(range(1, len(cited) + 1))
    assert list(map(int, re.findall(r"\{ #note-(\d+) \}", pages["print.md"]))) == cited
    assert len(cited) > 5


@pytest.mark.parametrize("briefing", [FULL, ALONE], ids=["full", "alone"])
def test_its_headings_go_down_one_by_one(briefing: object) -> None:
    text = render_pages(briefing, ROOT / "templates")["print.md"]  # type: ignore[arg-type]
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.M)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert text.count("\n---\n") == 1


def test_it_counts_for_nothing_again(pages: dict[str, str]) -> None:
    assert not any("print.md" in text for path, text in pages.items() if path.startswith("sources/"))


def test_its_links_stay_on_it(site: Site) -> None:
    page = read_page(site.folder / "print/index.html", site.url + "print/")
    within = [link.partition("#")[2] for link in page.links if link.startswith((f"{site.url}print/#", "#"))]
    assert len(within) > 20
    assert set(within) - {""} <= set(page.anchors)
    away = ("/numbers/", "/timeline/", "/sanctions/", "/people/")
    text = (site.folder / "print/index.html").read_text("utf-8").split("<article")[1].split("</article")[0]
    assert [href for href in re.findall(r'href="([^"]*)"', text) if any(part in f"/{href}" for part in away)] == []


def test_no_anchor_stands_on_it_twice(site: Site) -> None:
    found = re.findall(r'\sid="([^"]+)"', (site.folder / "print/index.html").read_text("utf-8"))
    assert sorted(found) == sorted(set(found))


def test_it_is_found_where_it_is_wanted_only(site: Site) -> None:
    index = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))
    assert not [doc for doc in index["docs"] if doc["location"].startswith("print/")]
    assert "/print/" not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert "/timeline/" in (site.folder / "sitemap.xml").read_text("utf-8")
    for path in ("index.html", "about/index.html"):
        article = (site.folder / path).read_text("utf-8").split("<article")[1]
        assert 'print/"' in article
        assert 'print/"' not in (site.folder / path).read_text("utf-8").split("<article")[0]


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>|\[\d+\]\([^)]*\)\{ \.cite \}", " ", text).split())
