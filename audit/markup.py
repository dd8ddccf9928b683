"""What the Nu HTML checker says of every page that it does not say of the default site, too."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from audit.sites import Site


def check_markup(ours: Site, default: Site, tools: Path) -> list[str] | None:
    """The errors of our own markup, with page and line; None where there is no Java to run the checker."""
    java, checker = shutil.which("java"), tools / "vnu-jar/build/dist/vnu.jar"
    if not java or not checker.is_file():
        return None
    theme_s = {what for _, what in _find_errors(java, checker, default)}
    return [f"{where}: {what}" for where, what in _find_errors(java, checker, ours) if what not in theme_s]


def _find_errors(java: str, checker: Path, site: Site) -> list[tuple[str, str]]:
    files = sorted(str(file) for file in site.folder.rglob("*.html"))
    command = [java, "-jar", str(checker), "--format", "json", "--errors-only", "--exit-zero-always", *files]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found = json.loads(run.stderr)["messages"]
    return [
        (f"{message['url'].rpartition(site.folder.name)[2]}:{message.get('lastLine', '?')}", message["message"])
        for message in found
        if message["type"] != "info"
    ]
