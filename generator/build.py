"""The guided tour: a folder of articles becomes a folder of pages, one stage after the other.

    articles  →  readings  →  briefing  →  check  →  render  →  write

Each stage returns a complete value and leaves the one before as it was. Nothing is written until all of it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.articles.folder import read_articles
from generator.briefing import Briefing
from generator.compile import compile_briefing
from generator.editor import EditorFile, read_editor_file
from generator.errors import InputError
from generator.evidence.sameness import check_sameness
from generator.evidence.wall import check_briefing
from generator.language import model_name
from generator.model import Reading
from generator.read import read_all
from generator.receipts import make_receipts
from generator.render import publish
from generator.write import RECEIPTS, Written, write_pages


@dataclass(frozen=True, slots=True)
class Built:
    """What a run came to: the briefing, its pages by their path below `docs/`, and what was written (None: nothing)."""

    briefing: Briefing
    pages: dict[str, str | bytes]
    written: Written | None = None

    @property
    def texts(self) -> dict[str, str]:
        """The pages and files that are text."""
        return {path: content for path, content in self.pages.items() if isinstance(content, str)}


def prepare(seeds: Path, templates: Path) -> Built:
    """Everything but writing: read, compile, check, render. Raises BriefingError where something does not hold."""
    articles = read_articles(seeds)
    editor = read_editor_file(seeds)
    briefing, pages = hold(read_all(articles), editor, templates)
    return Built(briefing, {**pages, **make_receipts(articles, pages, model_name(), seeds)})


def hold(readings: Sequence[Reading], editor: EditorFile, templates: Path) -> tuple[Briefing, dict[str, str | bytes]]:
    """The briefing and its pages, once everything said in it holds. Raises BriefingError where something does not."""
    briefing = check_briefing(compile_briefing(readings, editor), readings)
    check_sameness(briefing, readings)
    return briefing, publish(briefing, templates, (RECEIPTS,))


def build(seeds: Path, docs: Path, templates: Path) -> Built:
    """The whole way. Raises BriefingError, and then nothing has been written."""
    _keep_apart(seeds, docs)
    built = prepare(seeds, templates)
    return Built(built.briefing, built.pages, write_pages(docs, built.pages))


def _keep_apart(seeds: Path, docs: Path) -> None:
    """Pages among the articles would be read as articles the next time."""
    articles, pages = seeds.resolve(), docs.resolve()
    if articles == pages or articles in pages.parents or pages in articles.parents:
        found = f"lies in one place with the articles in {seeds}."
        raise InputError(str(docs), "", found, "Name another folder for the pages: --docs DIR.")
