"""Invented sentences held against each other by one rule."""

from __future__ import annotations

from collections.abc import Callable

from generator.claims.library import make_library
from generator.claims.reading import read_statement
from generator.rules.alignment import align
from generator.rules.holding import Case, Fault

Hold = Callable[[Case], Fault | None]

NOBODY = make_library((), (), ())


def case(passage: str, say: str) -> Case:
    """A statement with the passage that it cites, in a library that knows nobody."""
    claim, passages = read_statement(say, NOBODY, None), (read_statement(passage, NOBODY, None),)
    return Case(claim, passages, NOBODY, "", *align(claim, passages))


def assert_holds(hold: Hold, passage: str, wrong: str, right: str) -> None:
    """A rule refuses the one statement on a passage, and has nothing against the other."""
    assert isinstance(hold(case(passage, wrong)), Fault)
    assert hold(case(passage, right)) is None


def named(value: object) -> str:
    """What a row of a table of cases is called: by its rule."""
    return getattr(value, "__name__", "")
