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

SETTINGS = """site_name: !ENV [SITE_NAME, "The bridge"]\nnav:\n  - Overview: index.md\n"""


class Builder:
    """Stands in for `build.build`: counts its calls and fails when told to."""

    def __init__(self) -> None:
        self.calls: list[tuple[Path, Path, Path]] = []
        self.fails = False

    def __call__(self, seeds: Path, docs: Path, templates: Path) -> SimpleNamespace:
        self.calls.append((seeds, docs, templates))
        if self.fails:
            raise InputError("river.md", "line 2", "`published: soon` is no date.", "Write 2031-03-10.")
        return SimpleNamespace(texts={"site.yml": SETTINGS}, written=Written(new=("index.md",)))


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


@pytest.mark.parametrize(("said", "expected"), [(None, "The bridge"), ("Ours", "Ours")])
def test_name_and_navigation_are_those_just_written(
    said: str | None, expected: str, builder: Builder, config: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_NAME", raising=False)
    if said:
        monkeypatch.setenv("SITE_NAME", said)
    hook.on_startup(command="build")
    config.site_name, config.nav = "as it was", [{"Gone": "gone.md"}]
    hook.on_pre_build(config=config)
    assert (config.site_name, config.nav) == (expected, [{"Overview": "index.md"}])


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


def test_without_the_generator_s_packages_the_pages_stay(
    builder: Builder, config: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    hook.on_startup(command="build", dirty=False)
    monkeypatch.setattr(hook, "_import_generator", lambda: lack("spacy"))
    hook.on_pre_build(config=config)
    assert builder.calls == []
    hook.on_startup(command="build", dirty=False)
    monkeypatch.setattr(hook, "_import_generator", lambda: lack("generator.build"))
    with pytest.raises(ModuleNotFoundError):
        hook.on_pre_build(config=config)


# ---------------------------------------------------------------- which scripts may run

POLICY = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'{}; style-src 'unsafe-inline'">"""
# The hash by hand: `printf %s 'go()' | openssl dgst -sha256 -binary | base64`.
GO = "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"


@pytest.mark.parametrize(
    ("scripts", "allowed"),
    [
        ("<script>go()</script>", f" {GO}"),
        ("<script>go()</script><p></p><script>go()</script>", f" {GO}"),
        ('<script src="a.js"></script><script defer>go()</script>', f" {GO}"),
        ('<script type="application/json">go()</script><script id="x" type="application/ld+json">{}</script>', ""),
    ],
    ids=["one", "the same twice", "beside a file", "data"],
)
def test_the_policy_names_the_page_s_own_scripts(scripts: str, allowed: str) -> None:
    page = POLICY.format(" 'unsafe-inline'") + scripts
    assert hook.allow_scripts(page) == POLICY.format(allowed) + scripts


def test_the_policy_is_narrow_in_a_build_and_wide_while_serving() -> None:
    page = POLICY.format(" 'unsafe-inline'") + "<script>go()</script>"
    for command, narrow in (("build", True), ("serve", False)):
        hook.on_startup(command=command)
        expected = hook.allow_scripts(page) if narrow else page
        assert hook.on_post_page(page) == expected
        assert hook.on_post_template(page, template_name="404.html") == expected
        assert hook.on_post_template(page, template_name="sitemap.xml") == page


# ---------------------------------------------------------------- with MkDocs itself


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 300) -> None:
    """Long, since a build takes a second on an idle machine and a minute on a busy one."""
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

    def rests() -> bool:
        before = builds()
        time.sleep(4)
        return builds() == before

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
        wait_for(rests, "a rest: it rebuilds for ever", 60)
        assert run.poll() is None
    finally:
        run.kill()
        run.wait()


def test_the_project_s_site_uses_the_hook() -> None:
    text = re.sub(r"!ENV", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = yaml.safe_load(text)
    assert settings["hooks"] == ["generator/hook.py"]
    assert {"seeds", "templates"} <= set(settings["watch"])
