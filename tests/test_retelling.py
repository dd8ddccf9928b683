"""A digest beside its original: a faithful one gives no finding, and each way to fail gives its own."""

from pathlib import Path

import pytest

from generator.articles.folder import read_article, read_articles
from generator.articles.signature import of_article
from generator.errors import InputError
from generator.evidence.retelling import verify_originals

ORIGINAL = """\
The harbour master of Skarholm, Ingrid Solvang, said on Friday that at least 212 people had left the ferry unhurt.

"Nobody panicked, and nobody had to swim," Solvang told reporters in May 2029 beside the damaged quay with its cranes.
"""
FAITHFUL = """\
On Friday Ingrid Solvang, harbour master in Skarholm, said that at least 212 people got off the ferry without harm.

In May 2029, beside cranes on the damaged quay, Solvang said to reporters: "Nobody panicked, and nobody had to swim."
"""


def write(folder: Path, digest: str, original: str = ORIGINAL) -> tuple[Path, Path]:
    seeds, originals = folder / "seeds", folder / "originals"
    seeds.mkdir()
    originals.mkdir()
    (originals / "ferry.txt").write_text(original, "utf-8")
    read = read_article(originals / "ferry.txt")
    front = f"id: ferry\ntext: digest\noriginal: {{file: ferry.txt, sha256: {read.sha256}, words: 40,"
    (seeds / "ferry.md").write_text(f'---\n{front} signature: "{of_article(read)}"}}\n---\n\n{digest}', "utf-8")
    return seeds, originals


def findings(folder: Path, digest: str) -> list[str]:
    seeds, originals = write(folder, digest)
    return [f"{f.place}: {f.found}" for f in verify_originals(read_articles(seeds), originals)]


def test_a_faithful_digest_has_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, FAITHFUL) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("at least 212", "212", "paragraph 1: lacks the figure at least 212."),
        ("at least 212", "at least 213", "paragraph 1: adds the figure at least 213."),
        ("On Friday", "On Thursday", "paragraph 1: lacks the date Friday."),
        ("May 2029", "June 2029", "paragraph 2: adds the date June 2029."),
        ("Ingrid Solvang", "Inga Solvang", "paragraph 1: lacks the name Ingrid."),
        ("Nobody panicked, and", "Nobody cried, and", "paragraph 2: quotes what the original does not say"),
    ],
)
def test_each_unfaithfulness_is_found(tmp_path: Path, before: str, after: str, found: str) -> None:
    assert before in FAITHFUL
    said = findings(tmp_path, FAITHFUL.replace(before, after))
    assert any(line.startswith(found) for line in said)


def test_a_copied_sentence_is_found(tmp_path: Path) -> None:
    copied = "Gangs hauled broken timber from the slipway until long after midnight.\n"
    seeds, originals = write(tmp_path, f"{FAITHFUL}\n{copied}", f"{ORIGINAL}\nCleaning {copied.lower()}")
    said = [f.found for f in verify_originals(read_articles(seeds), originals)]
    assert said == ["copies “hauled broken timber from the slipway until long”."]


def test_another_number_of_paragraphs(tmp_path: Path) -> None:
    assert findings(tmp_path, FAITHFUL.split("\n\n")[0]) == [": has 1 body paragraphs, the original 2."]


def test_an_original_that_changed(tmp_path: Path) -> None:
    seeds, originals = write(tmp_path, FAITHFUL)
    (originals / "ferry.txt").write_text(ORIGINAL.replace("its cranes", "its tall cranes"), "utf-8")
    places = [f.place for f in verify_originals(read_articles(seeds), originals)]
    assert places == ["original.sha256", "original.signature"]


def test_an_original_that_is_not_there(tmp_path: Path) -> None:
    seeds, originals = write(tmp_path, FAITHFUL)
    (originals / "ferry.txt").unlink()
    assert [f.place for f in verify_originals(read_articles(seeds), originals)] == ["original.file"]
    with pytest.raises(InputError, match="no such folder"):
        verify_originals(read_articles(seeds), tmp_path / "nowhere")
