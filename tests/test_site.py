"""The whole way: articles, pages, site. What stands in docs/ is what is generated, and the site holds together."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.build import build
from tests.conftest import ROOT, Site, copy_project, run_python
from tests.html_pages import Page, read_page, split

# A machine as unlike this one as two settings of the environment can make it.
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "SOURCE_DATE_EPOCH": "0",
}


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, Page]:
    """Every page of the site, by its file."""
    return {path: read_page(site.folder / path, site.url + path.removesuffix("index.html")) for path in site.pages()}


# ---------------------------------------------------------------- the pages


def test_the_committed_pages_are_what_is_generated(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    written = build(project / "seeds", project / "docs", project / "templates").written
    assert written is not None
    assert (written.new, written.changed, written.removed) == ((), (), ()), "run `make pages` and commit docs/"


def test_the_same_articles_give_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "elsewhere" / "Ünder a longer name", with_docs=False)
    run = run_python(project, "-m", "generator", "build", **ELSEWHERE)
    assert run.returncode == 0, run.stdout
    for file in (project / "docs").rglob("*"):
        if file.is_file():
            path = file.relative_to(project / "docs")
            assert file.read_bytes() == (ROOT / "docs" / path).read_bytes(), path


def test_no_page_names_the_machine(project: Path) -> None:
    owned = json.loads((project / "docs" / "data" / "receipts.json").read_text(encoding="utf-8"))["pages"]
    for path in owned:
        content = (project / "docs" / path).read_bytes()  # a picture is among them
        assert not re.search(rb"/(?:home|root|tmp|Users)/|\b[A-Z]:\\[A-Za-z]", content), path


# ---------------------------------------------------------------- the site


def test_mkdocs_has_nothing_to_complain_of(site: Site) -> None:
    assert not re.search(r"WARNING|ERROR|Warning:", site.said), site.said


def test_no_paragraph_holds_what_may_not_stand_in_one(site: Site) -> None:
    block = re.compile(r"<p(?: [^>]*)?>(?:(?!</p>).)*?<(details|div|ul|ol|figure|table|h[1-6])\b", re.DOTALL)
    texts = {path: (site.folder / path).read_text(encoding="utf-8") for path in site.pages()}
    assert [f"{path}: {found[1]}" for path, text in texts.items() for found in block.finditer(text)] == []


def test_every_link_leads_somewhere(site: Site, pages: dict[str, Page]) -> None:
    broken = []
    for path, page in pages.items():
        for link in page.links + page.loads:
            if (target := split(link, site.url)) is None:
                continue
            file, anchor = target
            is_there = (site.folder / file).is_file()
            if not is_there or (anchor and file in pages and anchor not in pages[file].anchors):
                broken.append(f"{path} → {link}")
    assert not broken


def test_every_page_can_be_reached(site: Site, pages: dict[str, Page]) -> None:
    reached, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in pages and path not in reached:
            reached.add(path)
            ahead += [target[0] for link in pages[path].links if (target := split(link, site.url))]
    assert set(pages) - reached == {"404.html"}


def test_before_and_after_a_page_are_those_that_its_foot_leads_to(site: Site) -> None:
    led = 0
    for path in site.pages():
        head, _, body = (site.folder / path).read_text(encoding="utf-8").partition("</head>")
        ahead = dict(re.findall(r'<link rel="(prev|next)" href="([^"]*)"', head))
        foot = {rel: href for href, rel in re.findall(r'<a class="[a-z]+" href="([^"]*)" rel="(prev|next)"', body)}
        assert ahead == foot, path
        led += len(ahead)
    readable = len(site.pages()) - 2  # neither the page with everything nor that for a missing one is between others
    assert led == 2 * (readable - 1)


def test_the_page_with_everything_leads_back(pages: dict[str, Page], site: Site) -> None:
    text = (site.folder / "print" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<a class="before" href="\.\./">Overview</a>', text)


def test_a_table_of_contents_has_names_without_figures(site: Site) -> None:
    text = (site.folder / "people" / "index.html").read_text(encoding="utf-8")
    counted = re.findall(r'<h2 id="([^"]*)">([^<]*) <span class="count"', text)
    entry = re.compile(r'<a href="#([^"]*)" class="md-nav__link">\s*<span class="md-ellipsis">\s*(.*?)\s*<')
    listed = dict(entry.findall(text))
    assert counted
    assert {anchor: listed[anchor] for anchor, _ in counted} == dict(counted)


def test_nothing_is_loaded_from_another_host(site: Site, pages: dict[str, Page]) -> None:
    assert [(path, url) for path, page in pages.items() for url in page.loads if split(url, site.url) is None] == []
    addresses = re.compile(r"(?:url\(|@import)\s*[\"']?(?!data:)(?:[a-z]+:)?//", re.I)
    assert [file.name for file in site.folder.rglob("*.css") if addresses.search(file.read_text("utf-8"))] == []


def test_every_kind_of_page_is_there(site: Site, project: Path) -> None:
    data = json.loads((project / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))
    paths = site.pages()
    for path in ("index", "people/index", "sanctions/index", "timeline/index", "numbers/index", "sources/index", "404"):
        assert f"{path}.html" in paths
    assert sum(bool(re.fullmatch(r"people/[^/]+/index\.html", path)) for path in paths) == len(data["people"])
    assert sum(bool(re.fullmatch(r"sources/[^/]+/index\.html", path)) for path in paths) == len(data["articles"])


def test_downloads_are_part_of_the_site(site: Site, pages: dict[str, Page]) -> None:
    linked = {target[0] for link in pages["about/index.html"].links if (target := split(link, site.url))}
    there = {f"data/{file.name}" for file in (ROOT / "docs" / "data").iterdir()}
    assert there
    assert there <= linked
