"""The search as a reader uses it: words typed in a real browser, and which page comes first."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.conftest import ROOT, Site

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


def first_found(page: Page, query: str, *, keep: bool = False) -> str:
    """The address of the first result, without its anchor; empty where nothing is found. The results go again, unless
    they are to be kept."""
    field = page.locator("[data-md-component=search-query]")
    page.wait_for_function("() => /Type to/.test(document.querySelector('.md-search-result__meta')?.textContent)")
    field.fill(query)
    field.press("End")  # the theme looks when a key goes up
    page.wait_for_function("() => /matching/.test(document.querySelector('.md-search-result__meta').textContent)")
    links = page.locator(".md-search-result__item a")
    found = (links.first.get_attribute("href") or "").partition("#")[0].partition("?")[0] if links.count() else ""
    if not keep:
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


def test_of_a_misspelling_everybody_who_may_be_meant_is_found(field: Page, site: Site) -> None:
    first_found(field, "Tikhanovskya", keep=True)
    found = field.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => link.pathname)")
    assert [path for path in found if "/people/s" in path][:2] == [
        "/briefing/people/sergei-tikhanovsky/",
        "/briefing/people/sviatlana-tsikhanouskaya/",
    ]
    missing = field.locator(".md-search-result__terms").first
    assert "tikhanovskya" in missing.inner_text(), "and that it is nowhere is said"


def test_the_index_is_small(site: Site) -> None:
    index = (site.folder / "search" / "search_index.json").read_bytes()
    assert len(gzip.compress(index, mtime=0)) <= MOST


# ---------------------------------------------------------------- what the search is asked, with a worker of our own

Known = dict[str, list[tuple[str, float]]]  # what our worker finds for a query: titles of pages, and their scores

# Finds what `known` has for a query, and writes down what it was asked; says of every result that it has all words.
WORKER = """known => {
  window.asked = [];
  window.Worker = class extends EventTarget {
    postMessage(message) {
      const isQuery = message.type === 2;
      if (isQuery) asked.push(message.data);
      const terms = Object.fromEntries(String(message.data).split(" ").map(word => [word, true]));
      const items = (known[message.data] || []).map(
        ([title, score]) => [{location: title, title: `<mark>${title}</mark>`, score: score, terms: terms}]);
      setTimeout(() => this.dispatchEvent(new MessageEvent("message",
        {data: isQuery ? {type: 3, data: {items: items}} : {type: 1}})));
    }
  };
}"""
ASK = r"""queries => new Promise(done => {
  const worker = new Worker("any"), said = [];
  worker.addEventListener("message", event => {
    if (event.data.type === 1) return;
    said.push(event.data.data.items.map(([page]) => page.location));
    if (said.length === queries.length) done(said);
  });
  worker.postMessage({type: 0, data: {config: {separator: "[\\s.]+"}}});
  queries.forEach(query => worker.postMessage({type: 2, data: query}));
})"""


def ask(browser: Browser, known: Known, *queries: str) -> tuple[list[list[str]], list[str]]:
    """What is found for each query, and everything that the worker was asked."""
    page = browser.new_page()
    page.set_content("<div class=md-search><input autofocus></div>")
    page.locator("input").focus()
    page.evaluate(WORKER, known)
    for script in ("script.js", "search.js"):
        page.add_script_tag(content=(ROOT / "docs" / "assets" / script).read_text(encoding="utf-8"))
    found, asked = page.evaluate(ASK, list(queries)), page.evaluate("asked")
    page.close()
    return found, asked


PIER: Known = {"pier": [("Ada Pier", 9.0), ("Bo Pier", 8.9), ("Boats", 2.0)]}


@pytest.mark.parametrize(
    ("known", "query", "found", "asked"),
    [
        (PIER, "Pier", ["Ada Pier", "Bo Pier", "Boats"], ["pier"]),
        (PIER, "B. Pier", ["Bo Pier", "Ada Pier", "Boats"], ["pier"]),
        (PIER, "Pier X", ["Ada Pier", "Bo Pier", "Boats"], ["pier"]),
        ({"oster": [("Øster", 1.0)]}, "Øster", ["Øster"], ["øster", "oster", "oster"]),
        ({"stoker~1": [("A stroker", 1.0)]}, "stoker", ["A stroker"], ["stoker", "stoker~1", "stoker~1"]),
        ({"harbourer~2": [("Harbour", 1.0)]}, "harbourer", ["Harbour"],
         ["harbourer", "harbourer~1", "harbourer~2", "harbourer~2"]),
        ({}, "ada", [], ["ada"]),
        ({}, "2031", [], ["2031"]),
        ({}, "+ada", [], ["+ada"]),
        ({}, '"ada pier" title:b', [], ['"ada pier" title:b']),
        ({"b": [("Boats", 1.0)]}, "b", ["Boats"], ["b"]),
    ],
)  # fmt: skip
def test_what_is_asked_and_in_which_order_it_is_shown(
    known: Known, query: str, found: list[str], asked: list[str], browser: Browser
) -> None:
    assert ask(browser, known, query) == ([found], asked)


def test_answers_come_in_the_order_of_the_questions(browser: Browser) -> None:
    found, asked = ask(browser, PIER | {"stoker~1": [("A stroker", 1.0)]}, "stoker", "pier")
    assert found == [["A stroker"], ["Ada Pier", "Bo Pier", "Boats"]]
    assert asked[-1] == "pier", "one after the other"
