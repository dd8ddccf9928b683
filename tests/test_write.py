"""Writing: exactly the pages, nothing that is not ours, all or nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from generator.errors import WriteError
from generator.write import RECEIPTS, Written, checksum, write_pages

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "write.yml").read_text(encoding="utf-8"))


def with_receipts(pages: dict[str, str]) -> dict[str, str]:
    return pages | {RECEIPTS: json.dumps({"pages": {path: checksum(page) for path, page in sorted(pages.items())}})}


def content(docs: Path) -> dict[str, str]:
    return {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*") if p.is_file()}


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_write(case: dict, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "outside.md").write_text("somebody's", encoding="utf-8")
    if "ours" in case:
        write_pages(docs, with_receipts(case["ours"]))
    for path, text in case.get("by_hand", {}).items():
        if text is None:
            (docs / path).unlink()
        else:
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text(text, encoding="utf-8")

    if "error" in case:
        with pytest.raises(WriteError) as caught:
            write_pages(docs, with_receipts(case["pages"]))
        assert case["error"] in str(caught.value)
    else:
        expected = Written(**{what: tuple(paths) for what, paths in case["written"].items()})
        assert write_pages(docs, with_receipts(case["pages"])) == expected
    there = content(docs)
    if not case.get("receipts_by_hand"):
        there.pop(RECEIPTS, None)
    assert there == case["folder"]
    assert not [path for path in case.get("no_folder", ()) if (docs / path).exists()]
    assert (tmp_path / "outside.md").read_text(encoding="utf-8") == "somebody's"


def test_nothing_is_touched_where_nothing_changes(tmp_path: Path) -> None:
    pages = with_receipts({"index.md": "one", "people/ada.md": "two"})
    write_pages(tmp_path, pages)
    for path in pages:
        os.utime(tmp_path / path, ns=(1, 1))
    before = {path: (tmp_path / path).stat() for path in pages}
    write_pages(tmp_path, pages)
    after = {path: (tmp_path / path).stat() for path in pages}
    assert [(a.st_mtime_ns, a.st_ino) for a in after.values()] == [(b.st_mtime_ns, b.st_ino) for b in before.values()]


@pytest.mark.parametrize("link", ["index.md", "people"])
def test_a_symbolic_link_is_not_followed(link: str, tmp_path: Path) -> None:
    outside, docs = tmp_path / "outside", tmp_path / "docs"
    outside.mkdir()
    docs.mkdir()
    (outside / "ada.md").write_text("somebody's", encoding="utf-8")
    (docs / link).symlink_to(outside if link == "people" else outside / "ada.md")
    with pytest.raises(WriteError, match="symbolic link"):
        write_pages(docs, with_receipts({"index.md": "one", "people/ada.md": "two"}))
    assert content(outside) == {"ada.md": "somebody's"}


@pytest.mark.parametrize("fails_at", ["data/receipts.json", "index.md", "people/ada.md"])
def test_a_failure_while_moving_is_taken_back(fails_at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(tmp_path, with_receipts({"index.md": "one", "old/gone.md": "two"}))
    before = content(tmp_path)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target) == tmp_path / fails_at and self.read_text("utf-8") != before.get(fails_at):
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteError, match="No space left on device"):
        write_pages(tmp_path, with_receipts({"index.md": "changed", "people/ada.md": "new", "towns/x.md": "new"}))
    assert content(tmp_path) == before
    assert not (tmp_path / "people").exists()
    assert not (tmp_path / "towns").exists()


def test_pages_have_the_rights_of_any_new_file(tmp_path: Path) -> None:
    write_pages(tmp_path, with_receipts({"index.md": "one"}))
    (tmp_path / "other.md").touch()
    assert (tmp_path / "index.md").stat().st_mode == (tmp_path / "other.md").stat().st_mode
