"""A first editor's file: it reads back, it holds, and it never replaces one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import draft
from generator.articles.folder import read_articles
from generator.briefing import Briefing, Statement
from generator.cli import main
from generator.compile import compile_briefing
from generator.editor import EditorFile, read_editor_file
from generator.errors import BriefingError, EvidenceError, QuotingError
from generator.evidence.wall import check_briefing
from generator.model import Reading
from generator.read import read_all

BUNDLES = yaml.safe_load((Path(__file__).parent / "cases" / "draft.yml").read_text("utf-8"))

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


@pytest.mark.parametrize("case", BUNDLES, ids=[case["name"] for case in BUNDLES])
def test_a_draft_passes_the_check(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in case["articles"].items():
        (tmp_path / name).write_text(text, "utf-8")
    assert main(["draft", "--seeds", str(tmp_path)]) == 0
    assert main(["check", "--seeds", str(tmp_path)]) == 0, capsys.readouterr().err
    assert "doubtful" not in capsys.readouterr().out
    proposed, _, remarks = (tmp_path / "briefing.yml").read_text("utf-8").partition("# More that matters")
    assert "say: " in proposed
    if "refused" in case:
        assert case["refused"] not in proposed
        assert case["refused"] in " ".join(remarks.replace("\n#  ", "").split())


@pytest.mark.parametrize(
    "refusing", [EvidenceError("briefing.yml", "line 8", "“…”", ""), QuotingError("index.md", "", "", "")]
)
def test_what_the_check_refuses_is_not_proposed(
    refusing: BriefingError, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is that the check refuses: the statement of the line, or the last one where it names none."""
    asked: list[EditorFile] = []

    def hold(readings: Sequence[Reading], editor: EditorFile, templates: Path) -> tuple[Briefing, dict[str, str]]:
        asked.append(editor)
        if len(asked) == 1:
            place = editor.lead[0].place if isinstance(refusing, EvidenceError) else "index.md: "
            refusing.file, _, refusing.place = place.partition(": ")
            raise refusing
        return compile_briefing(readings, editor), {}

    monkeypatch.setattr(draft, "hold", hold)
    text = draft.draft_file(read_all(read_articles(seeds)), Path("templates"), "check")
    first, second = ([*e.lead, *_sections(e)] for e in asked)
    gone = first[0] if isinstance(refusing, EvidenceError) else first[-1]
    assert [s.text for s in second] == [s.text for s in first if s.text != gone.text]
    assert gone.text in " ".join(text.partition("# More that matters")[2].replace("\n#  ", "").split())


def _sections(editor: EditorFile) -> list[Statement]:
    return [s for section in (*editor.overview, *editor.explainer) for p in section.paragraphs for s in p]


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
