"""Statements of a file, held against the articles of a folder: what `check --statements` does.

The file is a YAML or JSON list of `{say: …, cite: [nyt 7, ap c2]}`; further keys are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.articles.folder import read_articles
from generator.claims.library import Library, make_library
from generator.editor import read_editor_file
from generator.errors import InputError
from generator.evidence.support import Judgement, judge, parse_citation
from generator.model import Citation
from generator.people.compiling import compile_people
from generator.read import read_all
from generator.sources.datings import date_articles

_EXAMPLE = "Write a list of `- {say: …, cite: [nyt 7, ap c2]}`."


def judge_file(path: Path, seeds: Path) -> Iterator[tuple[str, Judgement]]:
    """Each statement of the file and its judgement, in order. Raises InputError where the file is no such list."""
    statements = read_statements(path)
    library = load_library(seeds)
    for say, cites, voice in statements:
        yield say, judge(say, cites, library, voice)


def load_library(seeds: Path) -> Library:
    """A folder of articles, read as far as the check needs it, with the editor's decisions about people and dates."""
    readings, editor = read_all(read_articles(seeds)), read_editor_file(seeds)
    people, _ = compile_people(readings, editor.people, editor.not_people)
    datings, _ = date_articles(readings, editor.articles)
    return make_library(readings, people, datings)


def read_statements(path: Path) -> list[tuple[str, tuple[Citation, ...], str]]:
    """What is said, its citations, and whose voice it is (mostly empty)."""
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))  # JSON is YAML, too
    except FileNotFoundError:
        raise InputError(str(path), "", "there is no such file.", _EXAMPLE) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(str(path), "", f"is no YAML and no JSON: {error}.", _EXAMPLE) from None
    if not isinstance(raw, list):
        raise InputError(str(path), "", "is no list.", _EXAMPLE)
    return [_statement(path, number, item) for number, item in enumerate(raw, start=1)]


def _statement(path: Path, number: int, item: Any) -> tuple[str, tuple[Citation, ...], str]:
    place = f"entry {number}"
    if not isinstance(item, dict) or not isinstance(item.get("say"), str) or not item["say"].strip():
        raise InputError(str(path), place, "has no `say` with a text.", _EXAMPLE)
    cites = item.get("cite")
    if isinstance(cites, str):
        cites = [cites]
    if not isinstance(cites, list) or not cites:
        raise InputError(str(path), place, "has no `cite` with a list.", _EXAMPLE)
    try:
        return item["say"], tuple(parse_citation(str(c)) for c in cites), str(item.get("voice") or "")
    except ValueError as error:
        raise InputError(str(path), place, str(error), _EXAMPLE) from None


def as_json(say: str, judgement: Judgement) -> str:
    """One line: say, verdict, reason, passages."""
    shown: dict[str, str | Sequence[str]] = {
        "say": say,
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "passages": judgement.passages,
    }
    return json.dumps(shown, ensure_ascii=False)
