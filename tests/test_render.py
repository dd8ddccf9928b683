from __future__ import annotations

import re
import shutil
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.briefing import Briefing
from generator.errors import TemplateError
from generator.evidence import all_statements
from generator.render import Pages, print_pages, render_pages
from tests.sample import ALONE, FULL, PLAIN
from tests.test_escape import Seen

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
SAMPLES = {"full": FULL, "plain": PLAIN, "alone": ALONE}
FIXED = {"index.md", "people/index.md", "sanctions.md", "timeline.md", "numbers.md", "sources/index.md", "about.md"}


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> tuple[Briefing, Pages]:
    briefing = SAMPLES[request.param]
    return briefing, print_pages(briefing, TEMPLATES)


@pytest.fixture(scope="module")
def full() -> dict[str, str]:
    return render_pages(FULL, TEMPLATES)


def test_every_page_is_there(sample: tuple[Briefing, Pages]) -> None:
    briefing, pages = sample
    people = {f"people/{person.id}.md" for person in briefing.people}
    articles = {f"sources/{article.id}.md" for article in briefing.articles}
    assert set(pages.texts) == FIXED | people | articles


def test_every_page_opens_with_title_and_description(sample: tuple[Briefing, Pages]) -> None:
    for path, text in sample[1].texts.items():
        head = yaml.safe_load(text.split("---\n")[1])
        assert head["title"] and head["description"], path
        assert re.search(r"^# \S", text, re.M), path


def test_every_page_says_up_to_when(sample: tuple[Briefing, Pages]) -> None:
    briefing, pages = sample
    expected = "reach up to 8 April 2031" if briefing.as_of else "None of the articles is dated"
    assert all(expected in text for text in pages.texts.values())


def test_anchors_are_unique_and_backlinks_lead_to_them(sample: tuple[Briefing, Pages]) -> None:
    texts = sample[1].texts
    anchors = {path: re.findall(r'(?: id="|\{ #)([^" }]+)', text) for path, text in texts.items()}
    for path, found in anchors.items():
        assert len(found) == len(set(found)), path
    for printed in sample[1].printed:
        assert printed.anchor in anchors[printed.page]


def test_every_statement_is_printed_with_all_its_citations() -> None:
    pages = print_pages(FULL, TEMPLATES)
    printed = {item.statement for item in pages.printed}
    assert [s.text for s in all_statements(FULL) if s not in printed] == []
    for item in pages.printed:
        line = next(line for line in pages.texts[item.page].split("\n") if f'id="{item.anchor}"' in line)
        origins = {"gazette" if cite.article == "gazette" else "meridian" for cite in item.statement.cites}
        assert len(re.findall(r"\{ \.cite \}", line.split(item.anchor)[1].split('class="say"')[0])) == len(origins)


def test_a_paragraph_lists_what_rests_on_it(full: dict[str, str]) -> None:
    paragraph = full["sources/gazette.md"].split('id="p4"')[1].split('id="p5"')[0]
    assert "[The numbers](../numbers.md#s-" in paragraph
    assert "[Overview](../index.md#s-" in paragraph
    assert "about 40" in paragraph


def test_an_article_without_licence_is_shown_by_its_cited_sentences_only(full: dict[str, str]) -> None:
    text = full["sources/copy.md"].split("## Paragraph by paragraph")[1]
    assert "Fewer than 60 fishermen had been held before." in text
    uncited = replace(FULL, ledger=(), key_figures=(), agreements=(), events=())
    text = render_pages(uncited, TEMPLATES)["sources/copy.md"].split("## Paragraph by paragraph")[1]
    assert "Fewer than 60" not in text and "Ilva Doran is one" not in text
    assert "…" in text


def test_a_retold_passage_says_so(full: dict[str, str]) -> None:
    assert "The Lene Gazette, paragraph 1, retold" in full["index.md"]
    assert "Retold; the original is not shown." in full["index.md"]
    assert "Unnamed site, resting on Meridian, paragraph 1, retold" not in full["index.md"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("sources/gazette.md", "(according to the Harbour League)"),  # the sentence does not name who says it
        ("numbers.md", "from the Harbour League"),
        ("people/oskar-pell.md", '<q class="spoken">Nobody here is for sale.</q>'),
        ("people/ilva-dorran.md", "So written in 1 of 3 articles"),
        ("people/ilva-dorran.md", "Ілва Доран"),
        ("sources/copy.md", "The copy gives no title."),
        ("sources/copy.md", "The lead is missing."),
        ("sources/copy.md", "1 line: a share button"),
        ("about.md", "9 April 2031"),
        ("index.md", "Twelve fishermen walked free on a "),
    ],
)
def test_what_a_reader_must_not_miss(full: dict[str, str], page: str, expected: str) -> None:
    assert expected in full[page]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("index.md", "The articles count nothing"),
        ("people/index.md", "The articles name nobody."),
        ("sanctions.md", "None of the articles tells of a sanctions step."),
        ("timeline.md", "The articles give no date that can be placed"),
        ("numbers.md", "The articles count nothing"),
        ("sources/copy.md", "the copy names no outlet"),
    ],
)
def test_what_is_missing_is_said(page: str, expected: str) -> None:
    assert expected in render_pages(ALONE, TEMPLATES)[page]


def test_same_in_same_out(full: dict[str, str]) -> None:
    assert render_pages(FULL, TEMPLATES) == full


# ---------------------------------------------------------------- text of an article does nothing

HOSTILE = "<img/src=x/onerror=alert(1)>{{config}}{%raw%}[x](javascript:y)*b*{.evil}`c`|d[^1]&lt;\"'"
HARMLESS = re.sub(r"\W", "·", HOSTILE)  # the same words, so that the same passages are chosen
PROSE = {
    "text", "title", "outlet", "author", "agency", "licence", "name", "group_label", "what", "reason", "voice",
    "voices", "found", "advice", "place", "why", "who", "about", "heading", "term", "merges", "other_spellings",
    "corrections", "speaker",
}  # fmt: skip


def spoil(value: Any, word: str, field: str = "") -> Any:
    """The value with the word behind every text that comes from an article or an editor."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: spoil(getattr(value, f.name), word, f.name) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(spoil(item, word, field) for item in value)
    return value + word if isinstance(value, str) and field in PROSE and value else value


def test_hostile_text_changes_no_page() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=Lenient)["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in settings]
    harmless, hostile = (render_pages(spoil(FULL, word), TEMPLATES) for word in (HARMLESS, HOSTILE))
    for path, text in hostile.items():
        head, body = text.split("---\n", 2)[1:]
        expected = Seen(markdown.markdown(harmless[path].split("---\n", 2)[2], extensions=names))
        seen = Seen(markdown.markdown(body, extensions=names))
        assert seen.tags == expected.tags, path
        assert seen.names == expected.names, path
        assert not set("<>") & set("".join(map(str, yaml.safe_load(head).values()))), path
        assert " ".join(seen.text.split()) == " ".join(expected.text.replace(HARMLESS, HOSTILE).split()), path


class Lenient(yaml.SafeLoader):
    """Reads mkdocs.yml without minding `!ENV`."""


Lenient.add_constructor("!ENV", lambda loader, node: None)


# ---------------------------------------------------------------- templates that ask for what is not there


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{ briefing.titel }}", "titel"),
        ("{{ nothing }}", "nothing"),
        ("{{ briefing.title | safe }}", "safe"),
        ('{{ briefing.title ~ "x" }}', "Concat"),
        ("{% if %}", "Expected"),
        ('{{ desk.dating("nobody") }}', "None"),
        ('{% include "absent.j2" %}', "absent.j2"),
    ],
)
def test_a_template_error_names_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    templates = shutil.copytree(TEMPLATES, tmp_path / "templates")
    page = templates / "timeline.md.j2"
    lines = page.read_text(encoding="utf-8").split("\n")
    page.write_text("\n".join([*lines[:6], line, *lines[6:]]), encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render_pages(FULL, templates)
    assert message in str(caught.value)
    if "absent" not in line:
        assert (caught.value.file, caught.value.place) == ("templates/timeline.md.j2", "line 7")


# ---------------------------------------------------------------- the site


@pytest.mark.parametrize("name", SAMPLES)
def test_the_site_builds_without_a_warning(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    docs = shutil.copytree(ROOT / "docs" / "assets", tmp_path / "docs" / "assets").parent
    for path, text in render_pages(SAMPLES[name], TEMPLATES).items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(tmp_path / "site"), strict=True, hooks=[]
    )
    build(config)  # strict: a link or an anchor that leads nowhere is an error
    for page in (tmp_path / "site").rglob("*.html"):
        seen = Seen(page.read_text(encoding="utf-8").split("<article")[-1].split("</article>")[0])
        assert not re.search(r"\{ [.#]|\]\(|markdown=", seen.text), page  # Markdown that was meant to act and did not
    first = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>Fishermen for tin</title>" in first
    hosts = set(re.findall(r'(?:src|href)="(https?://[^/"]+)', first))
    assert hosts <= {"http://127.0.0.1:8000"}
