"""The wall: each rule, the measured corpora with their floors, and what a build does with a statement that fails."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from benchmarks.evidence import load_cases, run, run_in
from generator import data
from generator.articles.folder import read_articles
from generator.briefing import Briefing, Statement
from generator.claims.library import Library
from generator.cli import main
from generator.compile import compile_briefing
from generator.editor import read_editor_file
from generator.errors import EvidenceError
from generator.evidence.statements import load_library
from generator.evidence.support import RULES, judge, parse_citation
from generator.evidence.wall import check_briefing
from generator.model import Citation
from generator.read import read_all
from generator.rules.states import hold_states
from generator.rules.turns import hold_turns
from tests.build_text import write_articles
from tests.test_classes import CLASSES
from tests.test_courses import HELD as COURSES
from tests.test_turns import HELD

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases" / "evidence"
RULE_FILE = yaml.safe_load((CASES / "rules.yml").read_text("utf-8"))
FLOORS = yaml.safe_load((CASES / "floors.yml").read_text("utf-8"))


@lru_cache(maxsize=1)
def seeds_library() -> Library:
    return load_library(ROOT / "seeds")


@pytest.fixture(scope="module")
def orkland(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("orkland"), RULE_FILE["articles"])


@pytest.fixture(scope="module")
def library(orkland: Path) -> Library:
    return load_library(orkland)


# ---------------------------------------------------------------- rules


@pytest.mark.parametrize("case", RULE_FILE["cases"], ids=lambda c: f"{c['rule']}: {c['unsound']}")
def test_a_rule_lets_the_sound_through_and_holds_the_unsound(case: dict, library: Library) -> None:
    cites = [parse_citation(cite) for cite in case["cite"]]
    sound, unsound = judge(case["sound"], cites, library), judge(case["unsound"], cites, library)
    assert sound.verdict == "supported", sound.reason
    assert unsound.verdict != "supported"
    assert case["rule"] in unsound.rules, unsound


def test_every_rule_has_a_case() -> None:
    elsewhere = {hold for hold, *_ in (*HELD, *COURSES)} | {hold_turns, hold_states}
    pairs = {pair["rule"] for pair in CLASSES["pairs"] if "rule" in pair}
    tested = (
        {case["rule"] for case in RULE_FILE["cases"]} | pairs | {rule.name for rule in RULES if rule.hold in elsewhere}
    )
    assert {rule.name for rule in RULES} == tested


def test_a_citation_of_nothing_carries_nothing(library: Library) -> None:
    judgement = judge("The ferry sailed.", [Citation("gull", "99")], library)
    assert (judgement.verdict, judgement.rules) == ("unsupported", ("citation",))


# ---------------------------------------------------------------- measured


@pytest.mark.parametrize("floor", FLOORS["corpora"], ids=lambda f: f["file"])
def test_a_corpus_stays_above_its_floor(floor: dict) -> None:
    """The floors belong to these very cases: who changes a case has to look at the floor, and to say so in a diff."""
    path = CASES / floor["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == floor["sha256"], "The cases changed: measure again."
    results = run(load_cases(path), seeds_library())
    wrong = "\n".join(f"{r.case['say']}: {r.judgement.reason}" for r in results if not r.is_right)
    for sound, key in ((True, "sound"), (False, "unsound")):
        asked = [r for r in results if bool(r.case["sound"]) is sound]
        assert len(asked) == floor[key]["of"]
        assert sum(r.is_right for r in asked) >= floor[key]["right"], wrong
    told = {kind for fault in data.load_list("let_through") for kind in fault["kinds"]}
    assert {r.case["kind"] for r in results if not r.case["sound"] and not r.is_right} <= told, "About has to tell it."


def test_the_corpus_outside_the_project_stays_above_its_floor() -> None:
    """Cases on articles that are not ours to ship: EVIDENCE_CASES names their files (with the system's separator of
    paths between them), EVIDENCE_ARTICLES the folder that has one folder of articles for each `bundle`."""
    cases, articles = os.environ.get("EVIDENCE_CASES"), os.environ.get("EVIDENCE_ARTICLES")
    if not cases or not articles:
        pytest.skip("not here: set EVIDENCE_CASES and EVIDENCE_ARTICLES to measure the cases kept outside the project")
    results = run_in([c for file in cases.split(os.pathsep) for c in load_cases(Path(file))], Path(articles))
    for sound, key in ((True, "sound"), (False, "unsound")):
        right = sum(r.is_right for r in results if bool(r.case["sound"]) is sound)
        assert right >= FLOORS["outside"][key]["right"]


# ---------------------------------------------------------------- a build


def checked(folder: Path, editor: str) -> Briefing:
    (folder / "briefing.yml").write_text(editor, encoding="utf-8")
    readings = read_all(read_articles(folder))
    return check_briefing(compile_briefing(readings, read_editor_file(folder)), readings)


def test_an_unsupported_statement_stops_the_build(orkland: Path, tmp_path: Path) -> None:
    folder = copied(orkland, tmp_path)
    with pytest.raises(EvidenceError) as error:
        checked(folder, "title: Astrid\nlead:\n  - say: 24 sailors were freed.\n    cite: [gull 1]\n")
    message = str(error.value)
    for part in ("briefing.yml: line 3", "24 sailors were freed", "gull 1: The Norwegian coastguard", "at least 24"):
        assert part in message


def test_a_doubtful_statement_is_a_finding(orkland: Path, tmp_path: Path) -> None:
    say = "  - say: The accident began in the engine room.\n    cite: [gull 6]\n"
    briefing = checked(copied(orkland, tmp_path), f"lead:\n{say}")
    found = [f for f in briefing.findings if f.file == "briefing.yml"]
    assert [f.place for f in found] == ["line 2"]
    assert "holds back" in found[0].found


def test_a_paragraph_that_does_not_exist_stops_the_build(orkland: Path, tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="cites gull 70, a paragraph that does not exist"):
        checked(copied(orkland, tmp_path), "lead:\n  - say: The ferry sailed.\n    cite: [gull 70]\n")


def test_a_lead_of_words_that_are_not_in_the_paragraph_stops_the_build(orkland: Path, tmp_path: Path) -> None:
    readings = read_all(read_articles(copied(orkland, tmp_path)))
    briefing = compile_briefing(readings, read_editor_file(orkland))
    made_up = replace(briefing, lead=(Statement("The ferry was painted green.", (Citation("gull", "7"),)),))
    with pytest.raises(EvidenceError, match=r"painted green.”: has words that are not in the paragraph"):
        check_briefing(made_up, readings)


def test_the_shipped_briefing_passes_the_wall() -> None:
    readings = read_all(read_articles(ROOT / "seeds"))
    briefing = check_briefing(compile_briefing(readings, read_editor_file(ROOT / "seeds")), readings)
    assert not [f for f in briefing.findings if f.file == "briefing.yml"]


def copied(folder: Path, to: Path) -> Path:
    for file in folder.glob("*.md"):
        (to / file.name).write_bytes(file.read_bytes())
    return to


# ---------------------------------------------------------------- the command


def test_check_statements_prints_a_judgement_a_line(
    orkland: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    says = [{"say": "Lund praised Holt.", "cite": ["herald 1"]}, {"say": "25 sailors were freed.", "cite": ["gull 1"]}]
    file = tmp_path / "statements.json"
    file.write_text(json.dumps(says), encoding="utf-8")
    assert main(["check", "--statements", str(file), "--seeds", str(orkland)]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(line) for line in lines] == [["say", "verdict", "reason", "passages"]] * 2
    assert [line["verdict"] for line in lines] == ["supported", "unsupported"]
    file.write_text(json.dumps(says[:1]), encoding="utf-8")
    assert main(["check", "--statements", str(file), "--seeds", str(orkland)]) == 0


@pytest.mark.parametrize("text", ["say: x", "- cite: [gull 1]", "- say: x", "- {say: x, cite: [gull]}", "- [", "- 3"])
def test_a_file_that_is_no_list_of_statements_is_told_so(
    text: str, orkland: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "statements.yml"
    file.write_text(text, encoding="utf-8")
    assert main(["check", "--statements", str(file), "--seeds", str(orkland)]) == 1
    assert "statements.yml" in capsys.readouterr().err


def test_what_the_generator_cannot_stand_by_is_left_out(orkland: Path) -> None:
    readings = read_all(read_articles(orkland))
    briefing = compile_briefing(readings, read_editor_file(orkland))
    assert briefing.events
    event = briefing.events[0]
    invented = replace(event, statement=replace(event.statement, text="A zeppelin landed."))
    checked = check_briefing(replace(briefing, events=(invented, *briefing.events[1:])), readings)
    assert checked.events == briefing.events[1:]
    (finding,) = set(checked.findings) - set(check_briefing(briefing, readings).findings)
    assert "zeppelin" in finding.found
    assert finding.place == f"paragraph {event.statement.cites[0].ref}"
