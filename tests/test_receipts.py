"""Receipts: what a build was made from and what came of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator import __version__
from generator.receipts import command, make_receipts, verify_receipts
from generator.write import checksum, write_pages
from tests.sample import ARTICLES

PAGES = {"index.md": "one\n", "people/ada.md": "two\n"}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """docs/ and seeds/ as a run leaves them."""
    docs, seeds = tmp_path / "docs", tmp_path / "seeds"
    seeds.mkdir()
    articles = [replace(article, sha256=checksum(article.text)) for article in ARTICLES]
    for article in articles:
        (seeds / article.file).write_text(article.text, encoding="utf-8")
    (seeds / "briefing.yml").write_text("title: Fishermen for tin\n", encoding="utf-8")
    write_pages(docs, PAGES | make_receipts(articles, PAGES, "a_model 1.0", seeds))
    return docs, seeds


def test_receipts_say_what_was_read_with_what_and_what_came_of_it(folders: tuple[Path, Path]) -> None:
    receipts = json.loads((folders[0] / "data" / "receipts.json").read_text(encoding="utf-8"))
    assert receipts["made_with"]["generator"] == __version__
    assert receipts["made_with"]["model"] == "a_model 1.0"
    assert receipts["made_with"]["spacy"].startswith("3.8.")
    assert list(receipts["seeds"]) == ["briefing.yml", "copy.md", "gazette.md", "wire.md"]
    # printf 'one\n' | sha256sum
    assert receipts["pages"]["index.md"] == "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806"
    assert set(receipts["pages"]) == set(PAGES)


def test_receipts_do_not_depend_on_the_order_of_pages() -> None:
    backwards = dict(reversed(PAGES.items()))
    assert make_receipts(ARTICLES, PAGES, "m") == make_receipts(ARTICLES, backwards, "m")


def test_nothing_to_say_where_everything_is_as_written(folders: tuple[Path, Path]) -> None:
    assert verify_receipts(*folders) == ()


@pytest.mark.parametrize(
    ("file", "content", "found"),
    [
        ("docs/index.md", "edited", "This is not the page that was generated."),
        ("docs/people/ada.md", None, "This file is missing."),
        ("seeds/wire.md", "edited", "The pages were made from another version of this file."),
        ("seeds/briefing.yml", "title: Another\n", "The pages were made from another version of this file."),
        ("seeds/copy.md", None, "This file is missing."),
        ("seeds/hill.md", "A new one.", "The pages were made without this file."),
        ("docs/data/receipts.json", None, "There are no receipts."),
        ("docs/data/receipts.json", "{", "The receipts cannot be read (JSONDecodeError)."),
        ("docs/data/receipts.json", "[]", "The receipts cannot be read (TypeError)."),
    ],
)
def test_a_difference_is_found(file: str, content: str | None, found: str, folders: tuple[Path, Path]) -> None:
    path = folders[0].parent / file
    if content is None:
        path.unlink()
    else:
        path.write_text(content, encoding="utf-8")
    (finding,) = verify_receipts(*folders)
    assert (finding.file, finding.found) == (path.as_posix(), found)


def test_files_that_are_no_articles_are_no_difference(folders: tuple[Path, Path]) -> None:
    (folders[1] / ".hidden.md").touch()
    (folders[1] / "picture.png").touch()
    (folders[0] / "assets.css").touch()
    assert verify_receipts(*folders) == ()


@pytest.mark.parametrize(
    ("seeds", "docs", "typed"),
    [
        ("seeds", "docs", ".venv/bin/python -m generator build"),
        ("my articles", "docs", ".venv/bin/python -m generator build --seeds 'my articles'"),
        ("seeds", "out", ".venv/bin/python -m generator build --docs out"),
    ],
)
def test_a_command_that_is_suggested_can_be_typed(seeds: str, docs: str, typed: str) -> None:
    assert command("build", Path(seeds), Path(docs)) == typed
