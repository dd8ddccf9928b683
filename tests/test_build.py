"""The pipeline as a person runs it: what the command prints and writes, and that bad input writes nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from generator.build import build
from generator.cli import main
from generator.errors import InputError
from tests.conftest import ROOT
from tests.html_pages import read_page

FOLDER = Path(__file__).parent / "cases" / "build"
BAD_INPUT = yaml.safe_load((FOLDER / "bad_input.yml").read_text(encoding="utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two small articles of one event, and the project's templates."""
    shutil.copytree(FOLDER / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return tmp_path


def run(command: str, project: Path, *options: str) -> int:
    folders = ["--seeds", str(project / "seeds"), "--templates", str(project / "templates")]
    docs = ["--docs", str(project / "docs")] if command in ("build", "verify") else []
    return main([command, *(folders if command != "verify" else folders[:2]), *docs, *options])


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("case", BAD_INPUT, ids=[case["case"] for case in BAD_INPUT])
def test_bad_input_is_told_with_its_place_and_nothing_is_written(
    case: dict, command: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()
    (project / case["file"]).write_bytes(content)
    assert run(command, project) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"Error in {case['error']}")
    assert len(told.splitlines()) >= 2, "what to do"
    assert told.endswith("Nothing was written.\n") is (command == "build")
    assert "Traceback" not in told
    assert not (project / "docs").exists()


def test_bad_input_leaves_the_pages_of_the_last_run(project: Path) -> None:
    assert run("build", project) == 0
    before = {file: file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()}
    (project / "seeds" / "third.md").write_text("---\nid: ferry\n---\n\nThe harbour was closed.\n", encoding="utf-8")
    assert run("build", project) == 1
    assert {file: file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()} == before


def test_the_command_says_what_it_read_found_and_wrote(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", project) == 0
    said = capsys.readouterr().out
    assert "2 articles" in said
    assert "7 paragraphs" in said
    assert " new; " in said
    assert run("build", project) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert run("verify", project) == 0
    (project / "docs" / "index.md").write_text("edited", encoding="utf-8")
    assert run("verify", project) == 1


def test_a_check_writes_nothing(project: Path) -> None:
    assert run("check", project) == 0
    assert not (project / "docs").exists()


def test_a_folder_without_an_editor_s_file_gives_a_whole_briefing(project: Path) -> None:
    run("build", project)
    data = json.loads((project / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))
    assert [article["id"] for article in data["articles"]] == ["ferry", "island"]
    assert {person["name"] for person in data["people"]} == {"Ingrid Solvang", "Pavel Hruska"}
    assert {origin["name"] for origin in data["origins"]} == {"Sound Courier", "Island Record"}
    assert ("2029-05-13", "2029-05-13") in {(event["from"], event["to"]) for event in data["events"]}
    assert not (project / "docs/sanctions.md").exists(), "no step is told, and nobody argues"
    for page in ("index", "people/index", "timeline", "numbers", "sources/index", "about"):
        assert (project / "docs" / f"{page}.md").stat().st_size > 200, page


def test_text_of_an_article_stays_text(project: Path, tmp_path: Path) -> None:
    """Markup, links, templates and directives in an article print as themselves on every page, through MkDocs."""
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    shutil.copy(FOLDER / "hostile.md", project / "seeds")
    title = "title: '<script>alert(7)</script> & {{ 7 * 7 }}'\n"
    (project / "seeds" / "briefing.yml").write_text(title, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets")
    build(project / "seeds", project / "docs", project / "templates")
    site = tmp_path / "site"
    build_site(load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(project / "docs"), site_dir=str(site), hooks=[]))
    pages = {file: read_page(file, "https://briefing.example/") for file in site.rglob("*.html")}
    assert any("alert(5)" in file.read_text(encoding="utf-8") for file in pages), "the text is shown"
    for file, page in pages.items():
        text = file.read_text(encoding="utf-8")
        leads = [url for url in page.links + page.loads if url.startswith(("https://evil.", "javascript:alert"))]
        assert not leads, file
        assert "<script>alert" not in text, file
        assert not page.handlers, file
        assert "49" not in text.split("</title>")[0], file


@pytest.mark.parametrize("docs", ["seeds", "seeds/pages", "."])
def test_pages_never_go_among_the_articles(docs: str, project: Path) -> None:
    before = sorted(project.rglob("*"))
    with pytest.raises(InputError, match="in one place with the articles"):
        build(project / "seeds", project / docs, project / "templates")
    assert sorted(project.rglob("*")) == before
