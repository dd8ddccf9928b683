"""The same fact has the same value on every page: what contradicts, and what only seems to."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import data
from generator.articles.folder import read_articles
from generator.briefing import Briefing
from generator.compile import compile_briefing
from generator.editor import EditorFile, read_editor_file
from generator.errors import EvidenceError
from generator.evidence.sameness import check_sameness
from generator.language import load_model
from generator.model import Reading
from generator.read import read_all

FILE = yaml.safe_load((Path(__file__).parent / "cases/sameness.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sequence[Reading], Briefing]:
    folder = tmp_path_factory.mktemp("harbour")
    for name, text in FILE["articles"].items():
        (folder / f"{name}.md").write_text(f"---\noutlet: The {name}\npublished: 2031-04-10\n---\n{text}", "utf-8")
    readings = read_all(read_articles(folder))
    return readings, compile_briefing(readings, EditorFile())


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: str(case["name"]))
def test_one_fact_has_one_value(case: dict[str, Any], told: tuple[Sequence[Reading], Briefing], tmp_path: Path) -> None:
    lines = [f"  - {yaml.safe_dump(said, default_flow_style=True, width=1000).strip()}" for said in case["said"]]
    (tmp_path / "briefing.yml").write_text("\n".join(["lead:", *lines, ""]), "utf-8")
    readings, briefing = told
    briefing = replace(briefing, lead=read_editor_file(tmp_path).lead)
    if not case.get("places"):
        check_sameness(briefing, readings)
        return
    with pytest.raises(EvidenceError) as error:
        check_sameness(briefing, readings)
    first, second = case["places"]
    assert (error.value.file, first in str(error.value), second in error.value.found) == ("briefing.yml", True, True)


def test_one_side_of_a_conflict_is_not_told_as_plain(told: tuple[Sequence[Reading], Briefing], tmp_path: Path) -> None:
    (tmp_path / "briefing.yml").write_text(
        "lead:\n  - {say: 'After the talks, Kestria let twelve fishermen go.', cite: [gazette 1]}\n", "utf-8"
    )
    readings, briefing = told
    (row,) = [row for row in briefing.ledger if {e.figure.low for e in row.entries} >= {12.0, 14.0}]
    briefing = replace(briefing, lead=read_editor_file(tmp_path).lead, ledger=(replace(row, verdict="conflict"),))
    with pytest.raises(EvidenceError, match=r"line 2.*says twelve, but tribune \d says"):
        check_sameness(briefing, readings)
    given = replace(briefing.lead[0], voice="the Gazette")
    check_sameness(replace(briefing, lead=(given,)), readings)
    check_sameness(replace(briefing, ledger=(replace(row, verdict="not comparable"),)), readings)


@pytest.mark.parametrize("line", data.load("once")["happenings"], ids=lambda line: str(line["words"][0]))
def test_each_happening_has_an_example(line: dict[str, Any]) -> None:
    assert set(line["words"]) & {token.lemma_.lower() for token in load_model()(line["example"])}
