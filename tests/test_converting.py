"""One figure in two units: what the examples of data/conversions.yml say holds and does not."""

from __future__ import annotations

import pytest

from generator import data
from generator.claims.converting import is_converted
from generator.figures.numbers import Number, find_numbers

CASES = [
    (line["told"], say, holds)
    for line in data.load("conversions")["examples"]
    for key, holds in (("holds", True), ("not", False))
    for say in line[key]
]


def number(text: str) -> Number:
    return find_numbers(text)[0]


@pytest.mark.parametrize(("told", "say", "holds"), CASES, ids=str)
def test_a_figure_in_another_unit(told: str, say: str, holds: bool) -> None:
    assert is_converted(number(say), number(told)) is holds
