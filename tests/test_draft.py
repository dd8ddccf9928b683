"""A first editor's file: it reads back, it holds, and it never replaces one."""

from pathlib import Path

import pytest

from generator.articles.folder import read_articles
from generator.cli import main
from generator.compile import compile_briefing
from generator.editor import read_editor_file
from generator.evidence.wall import check_briefing
from generator.read import read_all

HERALD = """---
title: Norlink closes its harbour office
date: 2031-05-05
source: Herald
license: CC BY 4.0
---
On Saturday the ferry company Norlink closed its harbour office in Skarholm after a storm damaged the pier.

Canada agreed to lift its sanctions on Norlink. The exact terms have not been announced.
"""
COURIER = """---
date: 2031-05-05
source: Courier
license: CC BY 4.0
---
After a storm damaged the pier, the ferry company Norlink closed its harbour office in Skarholm on Saturday.

Ingrid Solvang, the mayor of Skarholm, said: "We will rebuild the pier before the winter comes to us."
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "herald.md").write_text(HERALD, "utf-8")
    (tmp_path / "courier.md").write_text(COURIER, "utf-8")
    return tmp_path


def test_a_draft_reads_back_and_holds(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--seeds", str(seeds)]) == 0
    assert "briefing.yml" in capsys.readouterr().out
    editor = read_editor_file(seeds)
    readings = read_all(read_articles(seeds))
    briefing = check_briefing(compile_briefing(readings, editor), readings)
    assert editor.title == "Norlink closes its harbour office"
    assert editor.event is not None and str(editor.event.start) == "2031-05-03"
    assert "Norlink closed its harbour office" in editor.lead[0].text
    assert {cite.article for cite in editor.lead[0].cites} == {"herald", "courier"}
    assert [section.heading for section in editor.overview] == ["What happened", "What is not known"]
    assert "agreed to lift" in editor.explainer[0].paragraphs[0][0].text
    assert [person.name for person in editor.people] == ["Ingrid Solvang"]
    assert briefing.lead == editor.lead


def test_what_may_not_be_shown_is_a_remark_to_retell(seeds: Path) -> None:
    herald = HERALD.replace("license: CC BY 4.0\n", "")
    (seeds / "herald.md").write_text(herald, "utf-8")  # 35 words, of which a briefing may show five
    assert main(["draft", "--seeds", str(seeds)]) == 0
    text = (seeds / "briefing.yml").read_text("utf-8")
    assert "# - [herald 2] The exact terms have not been announced.\n" in text
    assert "exact terms" not in text.split("# - ")[0]
    assert all("exact terms" not in s.text for s in read_editor_file(seeds).lead)


def test_a_draft_never_replaces_a_file(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "briefing.yml").write_text("title: Mine\n", "utf-8")
    assert main(["draft", "--seeds", str(seeds)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert (seeds / "briefing.yml").read_text("utf-8") == "title: Mine\n"
