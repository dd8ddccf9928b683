"""What `inspect` prints: places that are really there, and the same data for the same folder."""

import json
import subprocess
import sys
from pathlib import Path

from generator.articles.folder import read_articles
from generator.compile import compile_briefing
from generator.editor import EditorFile
from generator.inspection import inspect
from generator.read import read_all

GAZETTE = """---
title: Orsa bridge closed
date: 2024-05-04
source: Orsa Gazette
---
Mayor Ada Lindqvist closed the bridge on Saturday after 12 lorries were stuck on it.

"We will open it in June," said Lindqvist. It was built in 1931.
"""


def test_offsets_name_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "gazette.md").write_text(GAZETTE, "utf-8")
    readings = read_all(read_articles(tmp_path))
    found = inspect(readings, compile_briefing(readings, EditorFile()))
    (article,) = found["articles"]
    text = article["text"]
    assert (article["file"], article["published"]) == ("gazette.md", "2024-05-04")
    for part in (*article["mentions"], *article["dates"], *article["figures"]):
        assert text[part["start"] : part["end"]] == part.get("text")
    assert {m["text"]: m["person"] for m in article["mentions"]} == {
        "Ada Lindqvist": "ada-lindqvist",
        "Lindqvist": "ada-lindqvist",
    }
    dates = {d["text"]: (d["from"], d["to"]) for d in article["dates"]}
    assert dates["Saturday"] == ("2024-05-04", "2024-05-04")
    assert dates["1931"] == ("1931-01-01", "1931-12-31")
    (quote,) = article["quotes"]
    assert text[quote["start"] : quote["end"]].startswith("We will open it in June")
    assert text[quote["speaker_start"] : quote["speaker_end"]] == "Lindqvist"
    assert [(p["n"], p["ref"], p["kind"]) for p in article["paragraphs"]] == [(1, "1", "body"), (2, "2", "body")]
    assert [person["name"] for person in found["people"]] == ["Ada Lindqvist"]
    json.dumps(found)


def test_whoever_reads_may_stop_reading(tmp_path: Path) -> None:
    """`inspect | head -1`: no traceback when nobody takes what is printed."""
    (tmp_path / "gazette.md").write_text(GAZETTE, "utf-8")
    command, root = [sys.executable, "-m", "generator", "inspect", "--seeds", str(tmp_path)], Path(__file__).parents[1]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
