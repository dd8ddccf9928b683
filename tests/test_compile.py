"""What the editor's file decides about somebody or something that the articles do not have is a finding."""

from pathlib import Path

from generator.articles.folder import read_articles
from generator.compile import compile_briefing
from generator.editor import EditorFile, read_editor_file
from generator.read import read_all

GAZETTE = """---
title: Orsa bridge closed
date: 2024-05-04
source: Orsa Gazette
---
Mayor Ada Lindqvist closed the bridge on Saturday after 12 lorries were stuck on it.
"""
EDITOR = """\
people:
  - name: Ada Lindqvist
  - name: Eva Holm
articles:
  - id: herald
key_figures: [trains-stuck]
"""


def test_what_is_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "gazette.md").write_text(GAZETTE, "utf-8")
    (tmp_path / "briefing.yml").write_text(EDITOR, "utf-8")
    briefing = compile_briefing(read_all(read_articles(tmp_path)), read_editor_file(tmp_path))
    assert [(f.file, f.place, f.found) for f in briefing.findings] == [
        ("briefing.yml", "key_figures", "no figure has the id trains-stuck."),
        ("briefing.yml", "line 3", "nobody in the articles is Eva Holm."),
        ("briefing.yml", "line 5", "no article has the id herald."),
    ]


def test_the_editor_says_who_is_no_person(tmp_path: Path) -> None:
    (tmp_path / "gazette.md").write_text(GAZETTE, "utf-8")
    (tmp_path / "briefing.yml").write_text("not_people: [Ada Lindqvist, Orsa Board]\n", "utf-8")
    briefing = compile_briefing(read_all(read_articles(tmp_path)), read_editor_file(tmp_path))
    assert briefing.people == ()
    assert [(f.place, f.found) for f in briefing.findings] == [("not_people", "nobody was taken for Orsa Board.")]


def test_a_briefing_without_an_editor_is_complete(tmp_path: Path) -> None:
    (tmp_path / "gazette.md").write_text(GAZETTE, "utf-8")
    briefing = compile_briefing(read_all(read_articles(tmp_path)), EditorFile())
    assert briefing.title == "Orsa bridge closed"
    assert briefing.findings == ()
    assert [person.name for person in briefing.people] == ["Ada Lindqvist"]
