"""What tests of the finished site share: the project copied, the pages generated in it, the site built and served."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
SUBPATH = "/briefing/"  # as on GitHub Pages, where a project's site is not at the top
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its files, its address, and what MkDocs said while building it."""

    folder: Path
    url: str
    said: str

    def pages(self) -> list[str]:
        """Every page's path from the top of the site, the 404 page included."""
        return sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))


def copy_project(to: Path, *, with_docs: bool = True) -> Path:
    """The parts of the project that make the site, in another folder, so that a test writes nothing into this one."""
    for name in ("generator", "templates", "seeds"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", to)
    if with_docs:
        shutil.copytree(ROOT / "docs", to / "docs")
    return to


def run_python(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python ARGUMENTS` with the copied project's own modules. Its output is in `stdout`, errors included."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project as it is committed, pages included. Not to be changed."""
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder that is served under SUBPATH, and its address."""
    folder = tmp_path_factory.mktemp("served")
    handler = functools.partial(_Quiet, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield folder / SUBPATH.strip("/"), f"http://127.0.0.1:{httpd.server_port}{SUBPATH}"
        httpd.shutdown()


@pytest.fixture(scope="session")
def site(project: Path, server: tuple[Path, str]) -> Site:
    """The site that the committed pages come to, built with --strict and served under a sub-path."""
    folder, url = server
    run = run_python(project, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder), SITE_URL=url)
    assert run.returncode == 0, run.stdout
    return Site(folder, url, run.stdout)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Where it is missing the test is skipped and says so; in CI that is a failure."""
    chromium = shutil.which("chromium")
    if not chromium:
        reason = "Chromium is missing (Debian: apt install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=_FLAGS.split())
        yield opened
        opened.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A test's output is no place for a list of requests."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that closes a page hangs up on what it was loading."""
