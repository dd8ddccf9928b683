"""The editor's file: what is read of it, and what each mistake is told as."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator.editor import EditorFile, read_editor_file, slug
from generator.errors import InputError
from generator.model import Citation, Interval

WHOLE = """\
title: The bridge at Orsa
place: Orsa
event: 2024-05-01 to 2024-05-03
lead:
  - say: The old bridge
      was closed.
    cite: [gazette 1, herald c2]
overview:
  - heading: What happened
    text:
      - say: The bridge was closed.
        cite: [gazette 1]
      - - say: Lorries go round.
          cite: [herald 3]
        - say: Buses do not.
          cite: [herald 4]
people:
  - name: Ada Lindqvist
    same: [Ada Lindquist]
    different: [Adam Lindqvist]
    group: government
    profile:
      - say: She is the mayor.
        cite: [herald 2]
articles:
  - id: herald
    published: 2024-05-02
    origin: Herald
key_figures: [lorries-a-day]
deal:
  sides:
    - party: Orsa
      gives:
        - {say: "Orsa lent 1,200 boats.", cite: [gazette 2, herald 1], count: 1200}
        - {say: Orsa opened its pier., cite: [herald 5], voice: Ada Lindqvist}
    - party: Mora
      gives: [{say: Mora paid., cite: [gazette 3]}]
  stays: [{say: The bridge stays closed., cite: [gazette 1]}]
map:
  places: [{name: Orsa, at: [61.12, 14.62], cite: [gazette 1]}]
  routes:
    - {from: Norway, to: Orsa, when: before, say: Timber came from Norway to Orsa., cite: [herald 6]}
glossary:
  - term: pier
    say: A pier carries the span.
    cite: [gazette 5]
corrections:
  - date: 2024-06-01
    say: The number of lorries was wrong.
"""


def read(folder: Path, text: str) -> EditorFile:
    (folder / "briefing.yml").write_text(text, "utf-8")
    return read_editor_file(folder)


def test_a_folder_without_the_file_has_an_empty_one(tmp_path: Path) -> None:
    assert read_editor_file(tmp_path) == EditorFile()
    assert read(tmp_path, "# nothing yet\n") == EditorFile()


def test_everything_is_read(tmp_path: Path) -> None:
    editor = read(tmp_path, WHOLE)
    assert editor.title == "The bridge at Orsa"
    assert editor.event == Interval(dt.date(2024, 5, 1), dt.date(2024, 5, 3))
    assert editor.lead[0].text == "The old bridge was closed."
    assert editor.lead[0].cites == (Citation("gazette", "1"), Citation("herald", "c2"))
    assert editor.lead[0].by_editor
    assert editor.lead[0].place == "briefing.yml: line 5"
    assert [len(paragraph) for paragraph in editor.overview[0].paragraphs] == [1, 2]
    person = editor.people[0]
    assert (person.same, person.different, person.group) == (("Ada Lindquist",), ("Adam Lindqvist",), "government")
    assert person.profile[0].cites == (Citation("herald", "2"),)
    assert editor.articles[0].published == dt.date(2024, 5, 2)
    assert editor.key_figures == ("lorries-a-day",)
    assert (editor.glossary[0].term, editor.glossary[0].statement.text) == ("pier", "A pier carries the span.")
    assert editor.corrections == ((dt.date(2024, 6, 1), "The number of lorries was wrong."),)


def test_its_pictures_are_read(tmp_path: Path) -> None:
    editor = read(tmp_path, WHOLE)
    assert editor.deal
    orsa, mora = editor.deal.sides
    assert [(gift.count, gift.statement.voice) for gift in orsa.gives] == [(1200, ""), (0, "Ada Lindqvist")]
    assert (orsa.statement.text, mora.statement.text) == ("Orsa", "Mora")
    assert [str(cite) for cite in orsa.statement.cites] == ["gazette 2", "herald 1", "herald 5"]
    assert (editor.deal.lifted, [s.text for s in editor.deal.stays]) == ((), ["The bridge stays closed."])
    assert editor.map
    (place,), (route,) = editor.map.places, editor.map.routes
    assert (place.statement.text, place.latitude, place.longitude) == ("Orsa", 61.12, 14.62)
    assert (route.start.text, route.end.text, route.is_used) == ("Norway", "Orsa", False)
    assert route.start.cites == route.end.cites == route.statement.cites == (Citation("herald", "6"),)


MISTAKES = yaml.safe_load((Path(__file__).parent / "cases" / "editor.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", MISTAKES, ids=[case["name"] for case in MISTAKES])
def test_a_mistake_names_its_line(tmp_path: Path, case: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, case["file"])
    assert caught.value.file == "briefing.yml"
    assert caught.value.place == case["place"]
    assert case["found"] in str(caught.value)
    assert caught.value.advice


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "briefing.yml").write_bytes(b"title: caf\xe9\n")
    with pytest.raises(InputError, match="not UTF-8"):
        read_editor_file(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ada Lindqvist", "ada-lindqvist"), ("Żółć & Co.", "zoc-co"), ("Ирина", "x")],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected
