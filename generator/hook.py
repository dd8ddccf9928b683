"""Makes `mkdocs serve` show an edit of seeds/ or templates/: before each build of the site it writes the pages.

Thin on purpose: the site builds the same without it, from the pages as they are. It runs only when an input has
changed, and writes only what differs, or the server would see its own work and build for ever.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

_log = logging.getLogger("mkdocs.hooks.briefing")
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class _Memory:
    """What lasts from one build of the site to the next, within one run of MkDocs."""

    is_serving: bool = False
    seen: Stamp | None = None
    title: str = ""


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
        _name_site(config)
        return
    _memory.seen = seen
    _import_generator()
    from generator.build import build
    from generator.errors import BriefingError

    try:
        built = build(root / "seeds", Path(config.docs_dir), root / "templates")
    except BriefingError as error:
        if not _memory.is_serving:
            raise PluginError(f"{error}\nNothing was written.") from error
        _log.error("%s\nThe pages stay as they were.", error)
        return
    _memory.title = built.briefing.title
    _name_site(config)
    if written := built.written:
        pages = (*written.new, *written.changed, *written.removed)
        _log.info("Pages written: %s", ", ".join(pages) or "none, nothing has changed")


def _name_site(config: Any) -> None:
    """The site is called what the briefing is, unless somebody says otherwise in SITE_NAME."""
    if _memory.title and "SITE_NAME" not in os.environ:
        config.site_name = _memory.title


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
