"""README and CONTRIBUTING say what is so: their commands, what these print, their example, their editor's file."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from generator.articles.folder import read_article
from generator.articles.front_matter import DIGEST_KEYS, KEYS
from generator.cli import main
from generator.editor import EditorFile, read_editor_file
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def quoted(text: str) -> list[str]:
    """The block quotations of a Markdown text, each as one line."""
    blocks = re.findall(r"(?:^> .*\n)+", text, re.M)
    return [" ".join(line.removeprefix("> ") for line in block.splitlines()) for block in blocks]


def test_the_statement_in_the_readme_rests_on_the_paragraph_beside_it() -> None:
    statement, paragraph = quoted(README)
    data = json.loads((ROOT / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))
    (cites,) = [s["cites"] for s in data["statements"] if s["text"] == statement]
    block = read_article(ROOT / "seeds" / "ap.md").paragraph("10")
    assert cites == ["ap 10"]
    assert block
    assert block.text == paragraph


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"(?:`|^    (?:\$ )?)make ([a-z]+)\b", README + CONTRIBUTING, re.M))
    assert {"serve", "test", "site", "check"} <= named
    assert named <= targets


def test_the_editor_s_file_of_the_guide_is_read_with_every_key(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", CONTRIBUTING, re.S)
    (tmp_path / "briefing.yml").write_text(example, encoding="utf-8")
    editor = read_editor_file(tmp_path)
    assert set(yaml.safe_load(example)) == {field.name for field in fields(EditorFile)}
    assert all(getattr(editor, field.name) for field in fields(EditorFile))
    assert editor.overview[0].paragraphs[0][0].voice == "Ingrid Solvang"


def test_the_guide_has_every_key_of_an_article_s_front_matter() -> None:
    rows = re.findall(r"^\| (`\w+`) \|(.*?)\|", CONTRIBUTING, re.M)
    told = {key.strip("`"): tuple(re.findall(r"`(\w+)`", others)) for key, others in rows}
    read = {key: tuple(name for name in names if name != key) for key, names in KEYS.items()}
    assert told == read | dict.fromkeys(DIGEST_KEYS - set(KEYS), ())


def test_a_heading_that_the_readme_leads_to_is_there() -> None:
    titles = re.findall(r"^## (.+)$", CONTRIBUTING, re.M)
    headings = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    led = set(re.findall(r"\(CONTRIBUTING\.md#([\w-]+)\)", README))
    assert led
    assert led <= headings


def test_the_readme_shows_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check"]) == 0
    printed = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("Read ", "Found "))]
    shown = [line.strip() for line in README.splitlines() if line.startswith(("    Read ", "    Found "))]
    assert shown == printed


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "$ make test" in README
    assert re.search(r"^make test$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.M)
