"""The two sites that are measured: ours, and what Material makes of a page when nobody tells it anything.

Both are served as a web server would: under a sub-path, compressed, and by this machine only.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_SETTINGS = """
site_name: Default
site_url: {url}
site_description: A page.
theme: {{name: material}}
markdown_extensions: [footnotes]
nav: [index.md]
not_in_nav: /part/*
"""
DEFAULT_PAGE = "# Default\n\nA paragraph with a [link](#part).[^1]\n\n## Part\n\nAnother one.\n\n[^1]: A note.\n"
ONE_OF_MANY = ("people", "sources")  # folders with a page for each person and each article
_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its name in the table, its files and its address."""

    name: str
    folder: Path
    url: str

    def pages(self) -> tuple[tuple[str, str], ...]:
        """Name and address of a page of every type; of one of many, that with the longest text."""
        if self.name != "ours":
            return (("default Material", self.url),)
        found = [("overview", self.url)]
        for file in sorted(self.folder.glob("*/index.html")):
            found.append((file.parent.name, f"{self.url}{file.parent.name}/"))
        for kind in ONE_OF_MANY:
            longest = max(sorted((self.folder / kind).glob("*/index.html")), key=lambda file: file.stat().st_size)
            found.append((f"{kind}/*", f"{self.url}{kind}/{longest.parent.name}/"))
        return (*sorted(found[1:], key=lambda page: page[0]), found[0], ("404", f"{self.url}404.html"))

    def weigh(self, addresses: tuple[str, ...]) -> float:
        """What these files come to in KiB as a server sends them: text compressed (gzip -6), the rest as it is."""
        return sum(len(self.pack(self.find(address))) for address in addresses) / 1024

    def find(self, address: str) -> Path:
        """The file behind an address of this site."""
        path = address.partition("?")[0].partition("#")[0].removeprefix(self.url)
        return self.folder / (f"{path}index.html" if path == "" or path.endswith("/") else path)

    @staticmethod
    def pack(file: Path) -> bytes:
        """The file's bytes as they travel."""
        content = file.read_bytes()
        return gzip.compress(content, 6, mtime=0) if file.suffix in _TEXT else content


@contextmanager
def build_sites(work: Path) -> Iterator[tuple[Site, Site]]:
    """Ours and the default one, built below `work` and served until the block ends."""
    handler = functools.partial(_Packed, directory=str(work))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        top = f"http://127.0.0.1:{server.server_port}/"
        ours = Site("ours", work / "briefing", f"{top}briefing/")
        default = Site("default", work / "default", f"{top}default/")
        for page in ("index.md", "part/index.md"):
            (work / "plain/docs" / page).parent.mkdir(parents=True, exist_ok=True)
            (work / "plain/docs" / page).write_text(DEFAULT_PAGE, encoding="utf-8")
        (work / "plain/mkdocs.yml").write_text(DEFAULT_SETTINGS.format(url=default.url), encoding="utf-8")
        _build(ROOT, ours)
        _build(work / "plain", default)
        yield ours, default
        server.shutdown()


def _build(project: Path, site: Site) -> None:
    environment = {**os.environ, "SITE_URL": site.url, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site.folder)]
    subprocess.run(command, cwd=project, env=environment, check=True)


class _Packed(http.server.SimpleHTTPRequestHandler):
    """Sends text compressed, over connections that stay open, as any web server does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = Site.pack(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """The table is the output."""
