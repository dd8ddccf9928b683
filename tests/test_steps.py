"""Steps of a measure: what one sentence tells, and that every rule's example is told as the rule says."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.dates.reading import find_dates
from generator.steps.reading import find_steps
from generator.steps.rules import is_reference, load_rules
from tests.build_text import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "steps.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_sentence_tells_its_step(case: dict[str, Any]) -> None:
    article, parsed = parse(case["text"])
    steps = find_steps(parsed, ())
    if case.get("none"):
        assert steps == ()
        return
    assert len(steps) == case.get("among", 1)
    step = steps[-1]
    assert step.action == case["action"]
    assert [article.text[a.start : a.end] for a in step.actors] == case["actors"]
    assert step.target is not None
    assert article.text[step.target.start : step.target.end] == case["target"]
    why = article.text[step.why.start : step.why.end] if step.why else None
    assert why == case.get("why")


RULES = [*load_rules()["actions"], load_rules()["undertaking"]]


@pytest.mark.parametrize("rule", RULES, ids=[rule["key"] for rule in RULES])
def test_every_rule_keeps_its_example(rule: dict[str, str]) -> None:
    _, parsed = parse(rule["example"])
    assert rule["key"] in [step.action for step in find_steps(parsed, ())]


def test_a_noun_only_refers() -> None:
    assert is_reference("Lifting")
    assert not is_reference("lifted")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norway agreed on Friday to end the embargo that it placed on Graustark in May.", ["Friday", "May"]),
        ("Canada welcomes the steps taken today and measures announced by Norway on June 24.", ["June 24"]),
        ("They met in September, when Norway eased some sanctions.", ["September"]),
    ],
)
def test_a_step_has_the_dates_of_its_own_clause(text: str, days: list[str]) -> None:
    article, parsed = parse(text)
    steps = find_steps(parsed, find_dates(article, parsed))
    assert [article.text[d.start : d.end] for step in steps for d in step.dates] == days
