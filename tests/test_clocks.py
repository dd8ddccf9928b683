"""Times of day: what the examples of data/clocks.yml say is one time and what is another."""

from __future__ import annotations

import pytest

from generator import data
from generator.claims.clocks import clock_carried, find_clocks

WORDS = data.load("clocks")
CASES = [
    (line["told"], say, holds)
    for line in WORDS["examples"]
    for key, holds in (("holds", True), ("not", False))
    for say in line[key]
]


@pytest.mark.parametrize(("told", "say", "holds"), CASES, ids=str)
def test_a_time_of_day(told: str, say: str, holds: bool) -> None:
    (mine,), there = find_clocks(say), find_clocks(told)
    assert len(there) == 1
    assert clock_carried(mine, there) is holds


@pytest.mark.parametrize("text", WORDS["none"])
def test_what_is_no_time_of_day(text: str) -> None:
    assert not find_clocks(text)
