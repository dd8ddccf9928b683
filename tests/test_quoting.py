"""How much of an article the pages show: what counts, what does not, and that too much of it is an error."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.articles.folder import read_articles
from generator.briefing import Briefing
from generator.build import prepare
from generator.errors import QuotingError
from generator.model import Article
from generator.pages.quoting import LIMIT, MOST_WORDS, SHORTEST_RUN, Index, Quoted, count_quoted, over_limit
from tests.sample import ARTICLES

TEMPLATES = Path(__file__).parents[1] / "templates"
FERRY = replace(ARTICLES[2], licence="", is_digest=False)
WORDS = "Kestria has freed 12 fishermen after talks"  # seven words of the copy's first sentence


def count(page: str, article: Article = FERRY, path: str = "index.md") -> Quoted:
    return count_quoted(Index([article]), {path: page})[0]


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("index.md", f"A line.\n\n- {WORDS}.\n"),
        ("index.md", "Kestria has **freed** 12 <span class='x'>fishermen</span> after [talks](a.md \"A\"){ .cite }"),
        ("index.md", "Kestria has freed 12 fisher&#109;en after talks"),
        ("index.md", f'<span data-names="{WORDS}">x</span>'),
        ("index.md", f'[1](a.md "{WORDS}")'),
        ("data/a.json", json.dumps({"a": [{"text": WORDS.upper()}]})),
        ("data/a.csv", f'id,text\n1,"{WORDS}, and more"\n'),
    ],
    ids=["a line", "marked up", "escaped", "an attribute", "a title", "a value", "a cell"],
)
def test_words_count_wherever_they_stand(path: str, page: str) -> None:
    assert count(page, path=path).shown == 7


@pytest.mark.parametrize(
    "page",
    [
        "Kestria has freed 12 boats, and fishermen after talks",
        "Kestria has freed\n\n12 fishermen after talks",
        "Nothing of it.",
    ],
    ids=["too short", "two blocks", "nothing"],
)
def test_a_name_or_a_set_phrase_is_no_quotation(page: str) -> None:
    assert SHORTEST_RUN == 5
    assert count(page).shown == 0


def test_what_an_article_says_twice_is_shown_twice() -> None:
    text = f"{WORDS}.\n{WORDS}."
    block = replace(FERRY.blocks[0], text=text)
    assert count(WORDS, replace(FERRY, blocks=(block,))).shown == 14


def test_of_a_digest_only_what_was_spoken_counts() -> None:
    gazette = ARTICLES[0]  # "Nobody here is for sale." is its only quotation, and its original has 120 words
    shown = count("Kestria freed twelve fishermen on Tuesday. Nobody here is for sale.", gazette)
    assert (shown.shown, shown.words) == (5, 120)


@pytest.mark.parametrize(
    ("licence", "is_free"), [("CC BY 4.0", True), ("public domain", True), ("All rights reserved", False), ("", False)]
)
def test_a_licence_lets_an_article_be_shown_whole(licence: str, is_free: bool) -> None:
    shown = count(FERRY.text.replace("\n", " "), replace(FERRY, licence=licence))
    assert (over_limit([shown]) == ()) == is_free


def test_a_headline_and_a_name_are_what_things_are_called() -> None:
    titled = replace(FERRY, title=WORDS)
    assert count(WORDS, titled).shown == 0
    assert count_quoted(Index([FERRY], [WORDS]), {"index.md": WORDS})[0].shown == 0


def test_what_goes_on_from_a_headline_is_counted_from_where_it_is_no_headline() -> None:
    """The run's first words are free; those after them, of which the headline has nothing, are not."""
    titled = replace(FERRY, title="Kestria has freed 12 fishermen")
    shown = count(WORDS, titled)
    assert shown.longest is not None
    assert (shown.longest.text, shown.shown) == ("has freed 12 fishermen after talks", 6)


def test_of_a_short_notice_a_few_words_may_be_shown_all_the_same() -> None:
    assert count(FERRY.text).words == 26
    assert over_limit([count(WORDS)]) == ()
    assert over_limit([count(f"{WORDS} with Norland, a report")]) != ()


def test_the_words_of_a_free_copy_are_free() -> None:
    free = replace(FERRY, id="free", licence="CC BY 4.0")
    of_free, of_other = count_quoted(Index([free, FERRY]), {"index.md": WORDS})
    assert (of_free.shown, of_other.shown) == (7, 0)


# ---------------------------------------------------------------- a folder of articles nobody may republish

ISLAND = """---
outlet: Skarholm Post
published: 2029-05-14
{more}---
The ferry Aurelia ran aground off Skarholm on Sunday night with 212 people on board, the harbour master said.

All 212 passengers and the crew were brought ashore by fishing boats before dawn, and nobody was hurt.

"I heard a noise like thunder and then the lamps went out," said Ingrid Solvang, the harbour master of Skarholm, who
had watched from the quay as the ship turned towards the rocks in the thick fog that lay over the whole bay that night.

Norrvik Lines, which owns the ferry, bought it in 2011 from a yard in the south, and had it rebuilt three years later.

The ministry of transport suspended the licence of Norrvik Lines on Monday because of the accident, an official said.

It is not known why the ferry left its course, and the ministry has not said when the licence may be given back.

Divers found a long tear in the hull on Monday, and pumps were brought from the mainland to keep the wreck afloat.
"""


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("island")
    (folder / "post.md").write_text(ISLAND.format(more=""), "utf-8")
    return folder, prepare(folder, TEMPLATES).texts


def test_the_pages_of_such_a_folder_stay_within_the_limit(island: tuple[Path, dict[str, str]]) -> None:
    folder, pages = island
    (shown,) = count_quoted(Index(read_articles(folder)), pages)
    assert shown.limit == LIMIT
    assert 0.08 < shown.share <= LIMIT
    assert shown.longest is not None
    assert shown.longest.words <= MOST_WORDS


def test_values_and_citations_stay_where_words_go(island: tuple[Path, dict[str, str]]) -> None:
    _, pages = island
    assert "14 May 2029" in pages["timeline.md"]
    assert "Told in [Skarholm Post, paragraph 5](sources/post.md#p5)" in pages["timeline.md"]
    assert "its words are not shown" in pages["timeline.md"]
    events = json.loads(pages["data/briefing.json"])["events"]
    assert [(event["from"], event["cites"]) for event in events if event["text"] is None] == [
        ("2011-01-01", ["post 4"]),
        ("2029-05-14", ["post 5"]),
    ]


def test_with_a_licence_the_same_folder_shows_everything(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(ISLAND.format(more="licence: public domain\n"), "utf-8")
    page = prepare(tmp_path, TEMPLATES).texts["sources/post.md"]
    assert "pumps were brought from the mainland to keep the wreck afloat" in page


def test_an_editor_may_allow_less(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(ISLAND.format(more=""), "utf-8")
    (tmp_path / "briefing.yml").write_text("limit: 8%\n", "utf-8")
    pages = prepare(tmp_path, TEMPLATES).texts
    (shown,) = count_quoted(Index(read_articles(tmp_path)), pages, 0.08)
    assert shown.share <= 0.08
    assert "| 8% |" in pages["about.md"]


def _edited(folder: Path, *said: str) -> Briefing:
    lines = [f"  - {{say: {json.dumps(text)}, cite: [post {ref}]}}" for text, ref in zip(said, "12457", strict=False)]
    (folder / "post.md").write_text(ISLAND.format(more=""), "utf-8")
    (folder / "briefing.yml").write_text("lead:\n" + "\n".join(lines) + "\n", "utf-8")
    return prepare(folder, TEMPLATES).briefing


def test_an_editor_who_copies_is_told_where(tmp_path: Path) -> None:
    paragraphs = ISLAND.split("---\n")[2].split("\n\n")
    copied = [" ".join(paragraphs[n].split()) for n in (0, 1)]
    with pytest.raises(QuotingError) as error:
        _edited(tmp_path, *copied)
    assert error.value.file == "briefing.yml"
    assert error.value.place in ("line 2", "line 3")
    assert "post.md" in str(error.value)
    assert "your own words" in str(error.value)
