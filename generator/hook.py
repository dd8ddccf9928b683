"""Makes `mkdocs serve` show an edit of seeds/ or templates/, and tells each page which scripts of its own may run.

Thin on purpose: the site builds the same without it, from the pages as they are, only with a wider policy. Pages are
written only when an input has changed, and only where they differ, or the server would see its own work and never rest.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import yaml_load

_log = logging.getLogger("mkdocs.hooks.briefing")
Stamp = tuple[tuple[str, int, int], ...]
# What a browser runs: a script with another type (`application/json`) is data, and no policy looks at it.
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
_ANY_SCRIPT = "script-src 'self' 'unsafe-inline'"
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')


@dataclass(slots=True)
class _Memory:
    """What lasts from one build of the site to the next, within one run of MkDocs."""

    is_serving: bool = False
    seen: Stamp | None = None


_memory = _Memory()


def on_startup(command: str, **_: Any) -> None:
    """MkDocs says once whether it builds or serves."""
    _memory.is_serving = command == "serve"
    _memory.seen = None


def on_pre_build(config: Any, **_: Any) -> None:
    """Write the pages if an input changed. What is wrong with the input ends a build; while serving it is told and the
    last good pages stay."""
    root = Path(config.config_file_path).parent
    seen = take_stamp(root / "seeds", root / "templates")
    if seen == _memory.seen:
        return
    _memory.seen = seen
    try:
        _import_generator()
        from generator.build import build
        from generator.errors import BriefingError
        from generator.pages.navigation import NAME
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("generator"):
            raise
        _log.info("%s is not installed here: the pages stay as they are.", missing.name)
        return

    try:
        built = build(root / "seeds", Path(config.docs_dir), root / "templates")
    except BriefingError as error:
        if not _memory.is_serving:
            raise PluginError(f"{error}\nNothing was written.") from error
        _log.error("%s\nThe pages stay as they were.", error)
        return
    # Settings as they have just been written: MkDocs had read them before.
    settings = yaml_load(built.texts[NAME])
    config.site_name, config.nav = settings["site_name"], settings["nav"]
    if written := built.written:
        pages = (*written.new, *written.changed, *written.removed)
        _log.info("Pages written: %s", ", ".join(pages) or "none, nothing has changed")


def on_post_page(output: str, **_: Any) -> str:
    """The page as it is written out, with its policy."""
    return output if _memory.is_serving else allow_scripts(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The same for the page that stands for a missing one; the site map is one of these templates, too."""
    is_page = template_name.endswith(".html")
    return allow_scripts(output_content) if is_page and not _memory.is_serving else output_content


def allow_scripts(html: str) -> str:
    """The page with a policy that names its own inline scripts by their SHA-256 (Content Security Policy Level 3,
    2.3.1) where the template allows any. MkDocs's server adds a script to what it serves, so there any may run."""
    hashes = dict.fromkeys(_name_script(script) for script in _INLINE_SCRIPT.findall(html))
    allowed = " ".join(("script-src 'self'", *hashes))

    def narrow(found: re.Match[str]) -> str:
        return found[1] + found[2].replace(_ANY_SCRIPT, allowed) + found[3]

    return _POLICY.sub(narrow, html, count=1)


def _name_script(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def take_stamp(*folders: Path) -> Stamp:
    """Path, time of change (ns) and size of every file in these folders: the same until one of them changes."""
    return tuple(sorted((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in _files(*folders)))


def _files(*folders: Path) -> Iterator[tuple[Path, Any]]:
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file():
                yield file, file.stat()


def _import_generator() -> None:
    """`mkdocs` as typed does not look for modules in the project's own folder."""
    root = str(Path(__file__).resolve().parent.parent)
    if root not in sys.path:
        sys.path.insert(0, root)
