"""The rules of language, as data: one YAML file a kind of rule, each rule with an example that a test runs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
# PyYAML's own parser takes 2.5 s for all files, libyaml, which its wheels have, .4 s; both give the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> dict[str, Any]:
    """The rules of `name`.yml, from kind to rules. Not to be changed."""
    rules: dict[str, Any] = _parse(name)
    return rules


@cache
def load_list(name: str) -> list[Any]:
    """The rules of `name`.yml where their order counts: the first that matches decides. Not to be changed."""
    rules: list[Any] = _parse(name)
    return rules


def one_of(words: Iterable[str]) -> str:
    """The words of a list as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _parse(name: str) -> Any:
    return yaml.load((FOLDER / f"{name}.yml").read_text("utf-8"), Loader=_LOADER)
