"""Who argues: what a paragraph tells of it, and how people are called in all of them together."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.read import read
from generator.steps.positions import compile_positions, find_arguments
from generator.steps.reading import find_steps
from tests.build_text import make_article, parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "positions.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_paragraph_tells_who_argues(case: dict[str, Any]) -> None:
    article, parsed = parse(case["text"])
    found = find_arguments(parsed, (), find_steps(parsed, ()))
    if case.get("none"):
        assert found == ()
        return
    (argument,) = found
    assert article.text[argument.who.start : argument.who.end] == case["who"]
    assert (argument.stance, argument.about) == (case["stance"], case["about"])


def test_a_position_cites_its_paragraph() -> None:
    reading = read(make_article(["The mill is old.", "The union opposed the embargo on timber."], "herald"))
    (position,) = compile_positions([reading], (), {})
    assert (position.who, position.stance, position.person) == ("The union", "against", "")
    assert [str(cite) for cite in position.statement.cites] == ["herald 2"]
    assert position.statement.text == "The union opposed the embargo on timber."
