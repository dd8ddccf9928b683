"""Files into articles: what is read, what stays untouched, and what is refused with file and place."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles.folder import read_articles
from generator.errors import InputError

CASES = Path(__file__).parent / "cases" / "articles"


def load(name: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in yaml.safe_load((CASES / name).read_text("utf-8"))]


@pytest.mark.parametrize("case", load("read.yml"))
def test_reads(case: dict[str, Any], tmp_path: Path) -> None:
    data = case["content"].encode(case.get("encoding", "utf-8"))
    (tmp_path / case["file"]).write_bytes(data)
    (article,) = read_articles(tmp_path)
    assert {key: getattr(article, key) for key in case["expect"]} == case["expect"]
    assert article.file == case["file"]
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert all(article.text[b.span.start : b.span.end] == b.text for b in article.blocks)
    for words in case.get("findings", ()):
        assert any(words in str(finding) for finding in article.findings)
    if not case.get("findings"):
        assert article.findings == ()
    if "bodies" in case:
        assert [b.text for b in article.blocks if b.kind == "body"] == case["bodies"]


@pytest.mark.parametrize("case", load("errors.yml"))
def test_refuses(case: dict[str, Any], tmp_path: Path) -> None:
    for name, content in case.get("files", {}).items():
        (tmp_path / name).write_text(content, "utf-8")
    for name, content in case.get("hex", {}).items():
        (tmp_path / name).write_bytes(bytes.fromhex(str(content)))
    with pytest.raises(InputError) as caught:
        read_articles(tmp_path)
    for words in case["says"]:
        assert words in str(caught.value)


def test_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        read_articles(tmp_path / "nowhere")


def test_reads_a_folder_by_file_name_and_leaves_other_files_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.HTML"):
        (tmp_path / name).write_text("Four villages were flooded on Monday, the governor said in Anba.\n")
    for name in ("briefing.yml", "README.md", ".draft.md", "notes.pdf", "readme.txt"):
        (tmp_path / name).write_text("No article.")
    assert [article.file for article in read_articles(tmp_path)] == ["a.md", "b.txt", "c.HTML"]


def test_tells_of_files_that_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Four villages were flooded on Monday, the governor said in Anba.\n")
    for name in ("flood.pdf", "flood.DOCX", "bridge.jpg", "briefing.yml", ".hidden.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.4")
    (article,) = read_articles(tmp_path)
    assert [finding.file for finding in article.findings] == ["flood.DOCX", "flood.pdf"]
    assert all("was not read" in finding.found for finding in article.findings)


def test_reads_a_text_of_twenty_thousand_words(tmp_path: Path) -> None:
    paragraph = "Four villages were flooded on Monday, the governor said in Anba. "
    (tmp_path / "a.txt").write_text("\n\n".join([paragraph * 20] * 100))
    (article,) = read_articles(tmp_path)
    assert len(article.paragraphs) == 100


def test_reads_one_stray_letter_of_another_encoding(tmp_path: Path) -> None:
    clean = "“Four villages were flooded,” the governor’s aide said; "
    (tmp_path / "a.txt").write_bytes(clean.encode() + "the navy’s boat came.\n".encode("cp1252"))
    (article,) = read_articles(tmp_path)
    assert article.text == "“Four villages were flooded,” the governor’s aide said; the navy’s boat came.\n"
    assert "UTF-8 with a few bytes of cp1252" in article.findings[0].found


def test_keeps_clean_text_character_for_character(tmp_path: Path) -> None:
    text = "“Curly” and 'straight', non breaking, ﬁ, … and — all stay.\n\n  Two  spaces \t too.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert read_articles(tmp_path)[0].text == text


def test_counts_lines_from_the_top_of_the_file(tmp_path: Path) -> None:
    content = "---\ntitle: T\n---\nAdvertisement\n\nFour villages were flooded on Monday, the governor said.\n"
    (tmp_path / "a.md").write_text(content, "utf-8")
    (article,) = read_articles(tmp_path)
    assert [aside.line for aside in article.set_aside] == [4]
    assert [block.line for block in article.blocks] == [6]
