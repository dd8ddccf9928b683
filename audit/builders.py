"""`make builders`: the same docs/ and mkdocs.yml under the two successors of MkDocs, with as many pages.

Each is installed into an environment of its own that is thrown away. Material's own maintenance ends in May 2027: this
tells whether the site could move.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from audit.sites import ROOT

PARTS = ("docs", "templates", "generator", "seeds", "mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Builder:
    """A program that builds the site: what to install, and the command that writes into `site/`."""

    name: str
    packages: tuple[str, ...]
    command: tuple[str, ...]


_THEME = f"mkdocs-material=={version('mkdocs-material')}"
BUILDERS = (
    Builder("ProperDocs 1.6.7", ("properdocs==1.6.7", _THEME), ("properdocs", "build", "-q", "-f", "mkdocs.yml")),
    Builder("Zensical 0.0.73", ("zensical==0.0.73",), ("zensical", "build", "-f", "mkdocs.yml")),
)


def main() -> int:
    """Build with each, show the pages side by side, and say whether they are those that MkDocs makes."""
    with tempfile.TemporaryDirectory() as work:
        own = _lay_out(Path(work) / "mkdocs")
        _run([sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], own)
        built = {f"MkDocs {version('mkdocs')}": _list_pages(own)}
        built |= {builder.name: _build_with(builder, Path(work)) for builder in BUILDERS}
    print(*_lay_side_by_side(built), sep="\n")
    different = find_differences(built)
    print(*(f"  - {line}" for line in different), sep="\n") if different else print("All make the same pages.")
    return 1 if different else 0


def find_differences(built: dict[str, set[str]]) -> list[str]:
    """A line for each page that one builder makes and the first does not, or the other way round."""
    (_, expected), *others = built.items()
    return [
        f"{name}: {path} {'is missing' if path in expected else 'is not made by MkDocs'}"
        for name, pages in others
        for path in sorted(expected ^ pages)
    ]


def _lay_side_by_side(built: dict[str, set[str]]) -> Iterator[str]:
    """A table: a column a builder, a row a part of the site with its number of pages."""
    yield f"{'pages':12}" + "".join(f"{name:>18}" for name in built)
    for part in sorted({_name_part(path) for pages in built.values() for path in pages}):
        counts = (sum(_name_part(path) == part for path in pages) for pages in built.values())
        yield f"{part:12}" + "".join(f"{count:18}" for count in counts)
    yield f"{'all':12}" + "".join(f"{len(pages):18}" for pages in built.values())


def _name_part(path: str) -> str:
    return path.partition("/")[0] + ("/" if "/" in path else "")


def _build_with(builder: Builder, work: Path) -> set[str]:
    project, tools = _lay_out(work / builder.packages[0]), work / f"{builder.packages[0]}-tools"
    venv.create(tools, with_pip=True)
    _run([str(tools / "bin/pip"), "install", "-qq", "--disable-pip-version-check", *builder.packages], project)
    _run([str(tools / "bin" / builder.command[0]), *builder.command[1:]], project)
    return _list_pages(project)


def _lay_out(project: Path) -> Path:
    project.mkdir()
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    return project


def _run(command: list[str], folder: Path) -> None:
    run = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stdout}")


def _list_pages(project: Path) -> set[str]:
    site = project / "site"
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")}


if __name__ == "__main__":
    sys.exit(main())
