"""The MkDocs hook: an edit of an article shows by itself, once, and a mistake in one does not take the site down."""

from __future__ import annotations

import logging
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from mkdocs.exceptions import PluginError

import generator.build
from generator import hook
from generator.errors import InputError
from generator.write import Written
from tests.conftest import ROOT, copy_project


class Builder:
    """Stands in for `build.build`: counts its calls and fails when told to."""

    def __init__(self) -> None:
        self.calls: list[tuple[Path, Path, Path]] = []
        self.fails = False

    def __call__(self, seeds: Path, docs: Path, templates: Path) -> SimpleNamespace:
        self.calls.append((seeds, docs, templates))
        if self.fails:
            raise InputError("river.md", "line 2", "`published: soon` is no date.", "Write 2031-03-10.")
        return SimpleNamespace(briefing=SimpleNamespace(title="The bridge"), written=Written(new=("index.md",)))


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    made = Builder()
    monkeypatch.setattr(generator.build, "build", made)
    return made


@pytest.fixture
def config(tmp_path: Path) -> SimpleNamespace:
    """As much of MkDocs's configuration as the hook looks at, of a project with an article and a template."""
    for file in ("seeds/river.md", "templates/index.md.j2", "docs/index.md"):
        (tmp_path / file).parent.mkdir()
        (tmp_path / file).write_text("one", encoding="utf-8")
    return SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"))


def test_pages_are_written_from_the_project_of_the_configuration(builder: Builder, config: SimpleNamespace) -> None:
    hook.on_startup(command="build", dirty=False)
    hook.on_pre_build(config=config)
    root = Path(config.config_file_path).parent
    assert builder.calls == [(root / "seeds", root / "docs", root / "templates")]


@pytest.mark.parametrize(
    ("change", "runs"),
    [
        (lambda root: None, 1),
        (lambda root: (root / "docs/index.md").write_text("other", encoding="utf-8"), 1),
        (lambda root: (root / "seeds/river.md").write_text("longer", encoding="utf-8"), 2),
        (lambda root: os.utime(root / "seeds/river.md", ns=(1, 1)), 2),
        (lambda root: (root / "templates/index.md.j2").unlink(), 2),
        (lambda root: (root / "seeds/valley.md").touch(), 2),
    ],
    ids=["nothing", "a page", "an article", "only its time", "a template gone", "a new article"],
)
def test_only_a_change_of_an_input_counts(
    change: Callable[[Path], object], runs: int, builder: Builder, config: SimpleNamespace
) -> None:
    hook.on_startup(command="serve", dirty=False)
    hook.on_pre_build(config=config)
    change(Path(config.config_file_path).parent)
    hook.on_pre_build(config=config)
    assert len(builder.calls) == runs


@pytest.mark.parametrize(("said", "expected"), [(None, "The bridge"), ("Ours", "as configured")])
def test_the_site_is_called_what_the_briefing_is(
    said: str | None, expected: str, builder: Builder, config: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_NAME", raising=False)
    if said:
        monkeypatch.setenv("SITE_NAME", said)
    hook.on_startup(command="build")
    for _ in range(2):  # the second build reads nothing and still knows the name
        config.site_name = "as configured"
        hook.on_pre_build(config=config)
        assert config.site_name == expected


def test_a_mistake_ends_a_build(builder: Builder, config: SimpleNamespace) -> None:
    builder.fails = True
    hook.on_startup(command="build", dirty=False)
    with pytest.raises(PluginError, match=r"river\.md: line 2: `published: soon` is no date\."):
        hook.on_pre_build(config=config)


def test_a_mistake_while_serving_is_told_once(
    builder: Builder, config: SimpleNamespace, caplog: pytest.LogCaptureFixture
) -> None:
    builder.fails = True
    hook.on_startup(command="serve", dirty=False)
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        hook.on_pre_build(config=config)
        hook.on_pre_build(config=config)
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert "river.md: line 2: `published: soon` is no date." in record.getMessage()
    assert "The pages stay as they were." in record.getMessage()


# ---------------------------------------------------------------- with MkDocs itself


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s: {what}"
        time.sleep(0.2)


def test_serving_shows_an_edit_and_then_rests(tmp_path: Path) -> None:
    """`mkdocs serve` as typed, on a copy of the project: an edit of a template shows, a broken one does not."""
    project = copy_project(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    mkdocs = shutil.which("mkdocs", path=str(Path(sys.executable).parent))
    assert mkdocs
    log = tmp_path / "log"
    about = project / "templates" / "about.md.j2"
    original = about.read_text(encoding="utf-8")

    def page() -> str:
        try:
            with urllib.request.urlopen(f"{url}about/", timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def builds() -> int:
        return log.read_text(encoding="utf-8").count("Documentation built")

    with log.open("wb") as out:
        run = subprocess.Popen(
            [mkdocs, "serve", "--dev-addr", url.split("/")[2]],
            cwd=project,
            env={**os.environ, "SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(lambda: "<h1" in page(), "the first page")
        about.write_text(original + "\nEdited while it is served.\n", encoding="utf-8")
        wait_for(lambda: "Edited while it is served." in page(), "the edit")
        about.write_text(original + "\n{{ nothing_of_this_name }}\n", encoding="utf-8")
        wait_for(lambda: "nothing_of_this_name" in log.read_text(encoding="utf-8"), "the message")
        wait_for(lambda: "Edited while it is served." in page(), "the last good page")
        settled = builds()
        time.sleep(4)
        assert builds() - settled <= 1, "it rebuilds for ever"
        assert run.poll() is None
    finally:
        run.terminate()
        run.wait(timeout=20)


def test_the_project_s_site_uses_the_hook() -> None:
    text = re.sub(r"!ENV", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = yaml.safe_load(text)
    assert settings["hooks"] == ["generator/hook.py"]
    assert {"seeds", "templates"} <= set(settings["watch"])
