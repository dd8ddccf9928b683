"""A folder through the generator's own interfaces, with the editor's file and without: what every measure starts from.

Nothing is measured by a side door: what is counted is what `inspect` shows a user.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.articles.folder import read_articles
from generator.briefing import Briefing
from generator.compile import compile_briefing
from generator.editor import NAME, EditorFile, read_editor_file
from generator.inspection import Json, inspect
from generator.model import Article
from generator.read import read_all


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure taken. `value` grows with quality: a share, or a count below zero of what is missing or wrong."""

    measure: str
    value: float
    shown: str
    is_count: bool = False
    total: int | None = None  # how many there were to find


@dataclass(frozen=True, slots=True)
class Read:
    """A folder as the generator reads it: the articles, the briefing, and what `inspect` prints of it."""

    articles: tuple[Article, ...]
    briefing: Briefing
    seen: Json


def has_editor_file(folder: Path) -> bool:
    """True where the folder holds an editor's file."""
    return (folder / NAME).exists()


def read_folder(folder: Path, *, edited: bool) -> Read:
    """The folder read, with the editor's file where `edited`, else as if there were none. Raises BriefingError."""
    articles = read_articles(folder)
    readings = read_all(articles)
    editor = read_editor_file(folder) if edited else EditorFile()
    briefing = compile_briefing(readings, editor)
    return Read(articles, briefing, inspect(readings, briefing))


def hits(measure: str, found: int, total: int) -> Figure:
    """`found` of `total`; held against the goals by what is missing."""
    return Figure(measure, found - total, f"{found} of {total}", is_count=True, total=total)


def faults(measure: str, found: int) -> Figure:
    """A number of things that should not be there; held against the goals as it is."""
    return Figure(measure, -found, str(found), is_count=True)


def share(measure: str, value: float, note: str = "") -> Figure:
    """A share from 0 to 1."""
    return Figure(measure, value, f"{value:.3f}{note}")
