"""What a statement rests on, as an editor asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.articles.folder import read_articles
from generator.briefing import Briefing
from generator.compile import compile_briefing
from generator.editor import read_editor_file
from generator.errors import InputError
from generator.explain import explain
from generator.model import Reading
from generator.pages.printing import anchor_of
from generator.read import read_all

ARTICLE = (
    "---\noutlet: The Daily Gull\ndate: 2011-03-05\n---\n\nThe harbour of Orkland was closed on Friday.\n\n"
    "Nobody hung nets on the quay that day.\n\n"
    "The pier in June.\n\nPhoto: Ann Lee\n"
)
EDITOR = "lead:\n  - say: The harbour was closed on 4 March 2011.\n    cite: [gull 1]\n"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> tuple[Briefing, tuple[Reading, ...]]:
    folder: Path = tmp_path_factory.mktemp("gull")
    (folder / "gull.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "briefing.yml").write_text(EDITOR, encoding="utf-8")
    readings = read_all(read_articles(folder))
    return compile_briefing(readings, read_editor_file(folder)), readings


@pytest.mark.parametrize("asked", ["closed on 4 March", "gull 1", " Gull  1 ", "#anchor", "#anchor-2"])
def test_a_statement_is_found_and_told(asked: str, bundle: tuple[Briefing, tuple[Reading, ...]]) -> None:
    briefing, readings = bundle
    told = explain(asked.replace("anchor", anchor_of(briefing.lead[0])), briefing, readings)
    for part in (
        "The harbour was closed on 4 March 2011.",
        "briefing.yml: line 2",
        "gull 1 (The Daily Gull): The harbour of Orkland was closed on Friday.",
        "rests on: 1 article, 1 origin",
        "rule: supported",
    ):
        assert part in told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("gull 99", "there is no paragraph 99.\n  gull.md has paragraphs 1 to 2 and caption c1."),
        ("gull c4", "there is no paragraph c4.\n  gull.md has paragraphs 1 to 2"),
        ("Gull 1 to 2", "is more than one citation.\n  Ask for one paragraph at a time: `gull 1`."),
        ("gull c1 to 10", "is more than one citation.\n  Ask for one paragraph at a time: `gull c1`."),
        ("gull c1", "no statement cites it.\n  It says: The pier in June."),
        ("wren 1", "fits no statement.\n  Give words of a statement, its #anchor, or a citation: `gull 1`."),
    ],
)
def test_a_citation_that_nothing_fits_is_told_why(
    asked: str, told: str, bundle: tuple[Briefing, tuple[Reading, ...]]
) -> None:
    with pytest.raises(InputError) as caught:
        explain(asked, *bundle)
    assert told in str(caught.value)


def test_what_fits_nothing_is_told_so(bundle: tuple[Briefing, tuple[Reading, ...]]) -> None:
    with pytest.raises(InputError, match="fits no statement"):
        explain("a bridge", *bundle)
