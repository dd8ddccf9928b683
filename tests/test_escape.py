from __future__ import annotations

import html
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from markupsafe import Markup

from generator.pages.escape import escape, finalize, front_matter, plain, typeset

ROOT = Path(__file__).parent
CASES = yaml.safe_load((ROOT / "cases/escape/hostile.yml").read_text(encoding="utf-8"))
# What the site has switched on, and what somebody may switch on one day.
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "footnotes", "abbr", "def_list", "admonition", "meta"]
PLACES = {
    "paragraph": "{}",
    "middle of a paragraph": "before {} after",
    "list item": "- {}",
    "heading": "## {} {{ #own }}",
    "table cell": "| a | b |\n| --- | --- |\n| {} | c |",
    "inline element": 'x <span class="say" id="s">{}</span>[1](#s "t"){{ .cite }}',
    "block element": '<div class="x" markdown="1">\n\n{}\n\n</div>',
    "raw block": "<figure>\n<p>{}</p>\n</figure>",
    "link text": "[{}](#x)",
}
VALUES = {
    "title of a link": 'before [1](#x "{}"){{ .cite }} after',
    "attribute of an element": 'before <span class="x" title="{}">y</span> after',
    "attribute list": 'before [1](#x){{ .cite title="{}" }} after',
}


class Seen(HTMLParser):
    """What a browser makes of a page: tags with their attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.titles: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.titles += [value or "" for name, value in attrs if name == "title"]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")


def convert(text: str) -> Seen:
    return Seen(markdown.markdown(text, extensions=EXTENSIONS))


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("place", PLACES)
def test_text_is_read_as_it_stands(case: dict[str, str], place: str) -> None:
    seen = convert(PLACES[place].format(escape(case["text"])))
    harmless = convert(PLACES[place].format("WORD"))
    expected = squeeze(case.get("read", case["text"]))
    assert squeeze(seen.text) == squeeze(harmless.text.replace("WORD", expected))
    assert seen.tags == harmless.tags
    assert seen.names == harmless.names


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("place", VALUES)
def test_text_stays_in_its_attribute(case: dict[str, str], place: str) -> None:
    seen = convert(VALUES[place].format(escape(case["text"])))
    harmless = convert(VALUES[place].format("WORD"))
    assert seen.titles == [squeeze(case.get("read", case["text"]))]
    assert (seen.tags, seen.text) == (harmless.tags, harmless.text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_front_matter_is_one_quoted_value(case: dict[str, str]) -> None:
    value = yaml.safe_load(f"title: {front_matter(case['text'])}")["title"]
    assert html.unescape(value) == typeset(squeeze(case.get("read", case["text"])))
    assert not set("<>\"") & set(value)


def test_what_is_escaped_once_stays() -> None:
    assert finalize(Markup("<b>")) == "<b>"
    assert plain(escape("a*b & “c”")) == "a*b & “c”"


def test_nothing_is_not_printed() -> None:
    with pytest.raises(ValueError, match="None"):
        finalize(None)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('He said: "No," and left.', "He said: “No,” and left."),
        ('"It is \'over\' in 2031".', "“It is ‘over’ in 2031”."),
        ("Lind's word, the dockers' word", "Lind’s word, the dockers’ word"),
        ("in the '90s", "in the ’90s"),
        ('a pipe of 5\'10" and one of 6"', 'a pipe of 5\'10" and one of 6"'),
        ('(the "chief")', "(the “chief”)"),
        ('… of the talks" and', "… of the talks” and"),
        ("“as it was”", "“as it was”"),
    ],
)
def test_marks_are_those_of_print(typed: str, printed: str) -> None:
    assert plain(finalize(typed)) == printed
    assert typeset(printed) == printed
