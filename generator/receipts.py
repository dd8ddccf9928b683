"""What a build was made from and what came of it, as checksums, for anybody to check.

The same articles give the same pages, so the receipts hold nothing of the day, the machine or the folder. They also
tell the next run which files in `docs/` are ours (see write.py).
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from generator import __version__
from generator.articles.folder import is_article
from generator.editor import NAME as EDITOR_FILE
from generator.model import Article, Finding
from generator.write import RECEIPTS, checksum

_NOT_OURS = "This is not the page that was generated."


def make_receipts(
    articles: Iterable[Article], pages: Mapping[str, str | bytes], model: str, seeds: Path | None = None
) -> dict[str, str]:
    """The receipts as a page, by its path: SHA-256 of the articles' files and of the pages, and the versions of what
    read them. `model` is language.model_name(); with `seeds` the editor's file there is counted in."""
    files = {article.file: article.sha256 for article in articles}
    if seeds and (seeds / EDITOR_FILE).is_file():
        files[EDITOR_FILE] = checksum((seeds / EDITOR_FILE).read_bytes())
    receipts = {
        "made_with": {"generator": __version__, "spacy": version("spacy"), "model": model},
        "seeds": dict(sorted(files.items())),
        "pages": {path: checksum(page) for path, page in sorted(pages.items())},
    }
    return {RECEIPTS: json.dumps(receipts, ensure_ascii=False, indent=1) + "\n"}


def verify_receipts(docs: Path, seeds: Path) -> tuple[Finding, ...]:
    """What differs between the receipts in `docs` and the files as they are now; empty where nothing does."""
    file, generate = docs / RECEIPTS, f"Run `{command('build', seeds, docs)}`."
    try:
        receipts = json.loads(file.read_bytes())
        seeds_then, pages_then = dict(receipts["seeds"]), dict(receipts["pages"])
    except FileNotFoundError:
        return (Finding(file.as_posix(), "", "There are no receipts.", generate),)
    except (OSError, ValueError, KeyError, TypeError) as error:
        return (Finding(file.as_posix(), "", f"The receipts cannot be read ({type(error).__name__}).", generate),)
    return (
        *_verify(seeds, seeds_then, "The pages were made from another version of this file.", generate, generate),
        *_unknown(seeds, seeds_then, generate),
        *_verify(docs, pages_then, _NOT_OURS, f"Whose edit is it? {generate}", generate),
    )


def command(name: str, seeds: Path, docs: Path = Path("docs")) -> str:
    """A command to type, from the project's folder, with the folders that it would not take by itself."""
    folders = (("--seeds", seeds, Path("seeds")), ("--docs", docs, Path("docs")))
    options = [f"{option} {shlex.quote(str(folder))}" for option, folder, usual in folders if folder != usual]
    return " ".join((".venv/bin/python -m generator", name, *options))


def _verify(folder: Path, then: Mapping[str, str], found: str, advice: str, generate: str) -> Iterator[Finding]:
    for path, was in then.items():
        file = folder / path
        if not file.is_file():
            yield Finding(file.as_posix(), "", "This file is missing.", generate)
        elif checksum(file.read_bytes()) != was:
            yield Finding(file.as_posix(), "", found, advice)


def _unknown(seeds: Path, then: Mapping[str, str], generate: str) -> Iterator[Finding]:
    for file in sorted(seeds.iterdir() if seeds.is_dir() else ()):
        if (file.name == EDITOR_FILE or is_article(file)) and file.name not in then:
            yield Finding(file.as_posix(), "", "The pages were made without this file.", generate)
