"""The rules of language, as data: one YAML file a kind of rule, each rule with an example that a test runs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The rules of `name`.yml, from kind to rules. Not to be changed."""
    rules: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return rules


@cache
def load_list(name: str) -> list[Any]:
    """The rules of `name`.yml where their order counts: the first that matches decides. Not to be changed."""
    rules: list[Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return rules
