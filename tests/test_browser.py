"""The site as a reader meets it, in Chromium: citations, search, a phone's width, and no request to anybody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError

from generator.names.romanise import plain
from tests.conftest import Site
from tests.reader import DESKTOP, KINDS, PHONE, PUT_OFF, address, settle, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Route


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A phone's page that fails the test for a request to another host, a missing file or an error of a script."""
    context = browser.new_context(viewport=PHONE)
    opened = context.new_page()
    wrong = watch(opened, site.url)
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def data(project: Path) -> dict:
    return json.loads((project / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(kind: str, page: Page, site: Site) -> None:
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        page.goto(address(site, kind))
        settle(page)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_shows_what_comes_first_first(kind: str, page: Page, site: Site) -> None:
    """In the order of the source, in which keys and screen readers go."""
    page.set_viewport_size(PHONE)
    page.goto(address(site, kind))
    settle(page)
    tops = page.locator("article :is(h1, h2, h3)").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert tops == sorted(tops)


@pytest.mark.parametrize("height", [10, 10_000])
def test_a_list_beside_the_story_tears_no_hole_into_it(height: int, page: Page, site: Site) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site.url)
    page.locator(".beside").evaluate("(list, px) => { list.replaceChildren(); list.style.height = `${px}px` }", height)
    top, end = ("part => part.getBoundingClientRect().top", "part => part.getBoundingClientRect().bottom")
    for above, below in ((".telling", ".part-timeline"), (".part-unknown", ".beside")):
        assert page.locator(above).evaluate(end) == pytest.approx(page.locator(below).evaluate(top), abs=1)
    assert page.locator(".telling").evaluate(top) == page.locator(".part-unknown").evaluate(top)


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


@pytest.mark.parametrize("has_script", [True, False], ids=["with scripts", "without scripts"])
def test_a_citation_of_the_whole_briefing_unfolds_its_passage(has_script: bool, browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=has_script, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site.url}print/")
    citation, passages = page.locator("article a.cite").nth(30), page.locator(".notes")
    assert not passages.locator("li").first.is_visible()
    citation.click()
    note = page.locator(f"#note-{citation.inner_text()}")
    note.wait_for()
    box = note.bounding_box()
    assert box
    assert 0 <= box["y"] < 844, "it is on the screen"
    context.close()


# A browser that has time for nothing but what a reader asks for, until it is told that it has.
BUSY = "window.waiting = []; window.requestIdleCallback = work => waiting.push(work)"
HAS_TIME = "() => { while (waiting.length) waiting.shift()(); }"


@pytest.mark.parametrize("sign", ["moves the pointer", "scrolls"])
def test_the_whole_briefing_is_laid_out_bit_by_bit_for_a_reader(sign: str, page: Page, site: Site) -> None:
    page.add_init_script(BUSY)
    page.goto(f"{site.url}print/")
    page.evaluate(HAS_TIME)
    put_off = page.evaluate(PUT_OFF)
    assert put_off > 50, "nobody reads"
    assert page.locator("article > h2").first.evaluate("part => part.checkVisibility({contentVisibilityAuto: true})")
    if sign == "scrolls":
        page.evaluate("scrollBy(0, 100)")
    else:
        page.mouse.move(9, 9)
    page.wait_for_function("() => waiting.length")
    page.evaluate("() => waiting.shift()()")
    assert 0 < page.evaluate(PUT_OFF) < put_off, "some of it at once"
    page.evaluate(HAS_TIME)
    assert page.evaluate(PUT_OFF) == 0


@pytest.mark.parametrize("way", ["address", "link", "back"])
def test_who_is_led_into_the_whole_briefing_lands_there(way: str, page: Page, site: Site) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(BUSY)
    page.goto(f"{site.url}print/{'#numbers' if way == 'address' else ''}")
    part = page.locator("h2#numbers")
    if way == "link":
        page.locator("article a[href='#numbers']").first.click()
    elif way == "back":
        page.evaluate(HAS_TIME)
        part.evaluate("part => part.scrollIntoView()")
        page.wait_for_timeout(100)  # the browser notes now and then how far somebody has read
        page.goto(site.url)
        page.go_back()
    page.wait_for_function("() => scrollY > 1000")
    box = part.bounding_box()
    assert box
    assert -1 < box["y"] < 120
    page.evaluate(HAS_TIME)
    assert part.bounding_box() == box, "and stays there"


def test_a_key_leads_to_the_very_end_of_the_whole_briefing(page: Page, site: Site) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(BUSY)
    page.goto(f"{site.url}print/")
    page.keyboard.press("End")
    page.wait_for_function("() => scrollY > 10000")
    page.wait_for_timeout(300)
    page.evaluate(HAS_TIME)
    assert page.evaluate("document.scrollingElement.scrollHeight - innerHeight - scrollY") < 2


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
    page.set_viewport_size(DESKTOP)
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


@pytest.mark.parametrize("way", ["a click", "a key", "an address"])
def test_the_search_is_loaded_where_somebody_searches(way: str, page: Page, site: Site) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.set_viewport_size(DESKTOP)
    arrive(page, site.url)
    assert [name for name in loaded if re.match(r"search_index|search\..*min\.js", name)] == []
    if way == "an address":
        page.goto(f"{site.url}?q=article")
    elif way == "a key":
        page.keyboard.press("f")
        page.keyboard.type("article")
    else:
        page.locator(".md-search__input").click()
        page.keyboard.type("article")
    page.locator(".md-search-result__item a").first.wait_for()
    assert loaded.count("search_index.json") == 1


# ---------------------------------------------------------------- the theme's script waits for a reader

HAS_THEME = "() => typeof component$ === 'object'"  # what the theme's script leaves for others


def arrive(page: Page, url: str) -> None:
    """Open a page and wait until it is painted: before that the browser drops what a reader does."""
    page.goto(url, wait_until="networkidle")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def begin_reading(page: Page) -> None:
    """Move the pointer, for which the theme's script is fetched, and wait until it has run."""
    page.mouse.move(5, 5)
    page.mouse.move(9, 9)
    page.wait_for_function(HAS_THEME)


def test_the_theme_s_script_is_fetched_at_the_first_sign_of_a_reader(page: Page, site: Site) -> None:
    arrive(page, site.url)
    assert not page.evaluate(HAS_THEME)
    begin_reading(page)


def test_the_first_key_opens_the_search(page: Page, site: Site) -> None:
    page.set_viewport_size(DESKTOP)
    arrive(page, site.url)
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.matches('.md-search__input')")


def test_the_theme_s_script_leaves_the_focus_where_a_reader_put_it(page: Page, site: Site) -> None:
    page.set_viewport_size(DESKTOP)
    held: list[Route] = []
    page.route("**/bundle.*.js", lambda route: held.append(route))
    arrive(page, site.url)
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('.md-search__input')"):
            break
    held.pop().continue_()
    page.wait_for_function(HAS_THEME)
    assert page.evaluate("() => document.activeElement.matches('.md-search__input')")


def test_the_first_tap_switches_to_dark_and_the_next_page_is_dark(page: Page, site: Site) -> None:
    page.emulate_media(color_scheme="light")
    arrive(page, site.url)
    page.get_by_title("Switch to dark").dispatch_event("click")  # with nothing before it that would fetch the script
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    page.get_by_title("Switch to light").wait_for()
    page.goto(f"{site.url}people/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.get_by_title("Switch to light").is_visible()


def test_the_first_screen_says_what_happened(page: Page, site: Site, data: dict) -> None:
    page.goto(site.url)
    heading = page.locator("h1")
    assert heading.count() == 1
    assert data["title"] in heading.inner_text()
    first = page.locator(".say").first.bounding_box()
    assert first
    assert first["y"] < 844


@pytest.mark.parametrize("kind", KINDS)
def test_the_site_reads_without_scripts(kind: str, browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address(site, kind))
    assert page.locator("h1").is_visible()
    page.locator("label.md-header__button[for=__drawer]").click()
    name = "About" if kind == "sources/" else "Sources"
    page.locator(".md-sidebar--primary").get_by_role("link", name=name, exact=True).click()
    assert page.url == f"{site.url}{name.lower()}/"
    page.goto(address(site, kind))
    citations = page.locator("a.cite:visible")
    if citations.count():
        citations.first.click()
        assert page.locator(":target").is_visible()
    context.close()


def test_a_missing_page_leads_on(page: Page, site: Site) -> None:
    """Shown by the server for any address, however deep: its links hold, and it offers to search for the last words."""
    lost = (site.folder / "404.html").read_text(encoding="utf-8")
    page.route("**/a/lost/some-name/", lambda route: route.fulfill(body=lost, content_type="text/html"))
    page.goto(f"{site.url}a/lost/some-name/")
    for name, path in (("Overview", ""), ("People", "people/"), ("Sources", "sources/")):
        link = page.locator("article").get_by_role("link", name=name, exact=True)
        assert link.evaluate("link => link.href") == site.url + path
    page.get_by_role("button", name="Search").and_(page.locator("article button")).click()
    page.wait_for_url(f"{site.url}?q=some+name")
    assert page.locator(".md-search__input").input_value() == "some name"


def test_a_missing_page_of_a_broken_address_can_be_searched_from(page: Page, site: Site, data: dict) -> None:
    lost = (site.folder / "404.html").read_text(encoding="utf-8")
    page.route("**/a/%F0*", lambda route: route.fulfill(body=lost, content_type="text/html"))
    page.goto(f"{site.url}a/%F0")
    page.get_by_role("searchbox", name="Search").fill(data["people"][0]["name"])
    page.keyboard.press("Enter")
    page.locator(".md-search-result__item a").first.wait_for()


# ---------------------------------------------------------------- the list of people


def test_the_filter_comes_before_the_groups(page: Page, site: Site) -> None:
    page.goto(f"{site.url}people/")
    field, groups = page.locator(".filter").bounding_box(), page.locator(".groups").bounding_box()
    assert field
    assert groups
    assert field["y"] + field["height"] <= groups["y"]


@pytest.mark.parametrize("written", ["Łukasz Đorđe O’Þór", "Lukasz Dorde OThor"])
@pytest.mark.parametrize("typed", ["Łukasz", "lukasz", "LUKASZ ĐORĐE", "dorde", "O'Thor", "Þór"])
def test_the_filter_knows_a_letter_with_and_without_its_marks(
    written: str, typed: str, page: Page, site: Site, data: dict
) -> None:
    text = (site.folder / "people" / "index.html").read_text(encoding="utf-8")
    name = data["people"][0]["name"]
    text = text.replace(f">{name}</a>", f">{written}</a>")
    page.route("**/people/", lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(f"{site.url}people/")
    page.locator(".filter input").fill(typed)
    assert page.locator(".people li:visible").all_inner_texts() != []
    assert all(written in shown for shown in page.locator(".people li:visible").all_inner_texts())


def test_the_pages_fold_letters_as_the_generator_does(page: Page, site: Site) -> None:
    page.goto(site.url)
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x2B0, 0x2C0)) if chr(code) not in "ſ"]
    folded = page.evaluate("letters => letters.map(foldLetters)", letters)
    assert dict(zip(letters, folded, strict=True)) == {letter: plain(letter.lower()) for letter in letters}


# ---------------------------------------------------------------- no other host, no other script


def test_no_page_calls_another_host_or_breaks_its_policy(page: Page, site: Site) -> None:
    for path in site.pages():
        page.goto(site.url + path)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        begin_reading(page)


def test_a_script_that_is_not_the_page_s_own_does_not_run(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    wrong = watch(page, site.url)
    for kind in ("", "404.html"):
        page.goto(site.url + kind)
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'alien = 1'}))")
        assert page.evaluate("typeof alien") == "undefined"
    context.close()
    assert len(wrong) == 2
    assert all("Content Security Policy" in said for said in wrong)


def test_the_policy_holds_for_pages_opened_as_files(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wrong = watch(page, "file:")
    for kind in ("index.html", "people/index.html"):
        page.goto((site.folder / kind).as_uri())
        begin_reading(page)
        assert page.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px", "styles apply"
    page.locator(".filter input").fill("nobody of this name")
    assert not page.locator(".people li").first.is_visible(), "our own script has run"
    context.close()
    assert [said for said in wrong if "Policy" in said or "request" in said] == []
