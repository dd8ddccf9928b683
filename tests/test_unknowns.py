import re
from pathlib import Path

import pytest
import yaml

from generator.language import parse_blocks
from generator.model import Article, Block, Citation, Reading, Span
from generator.steps.unknowns import compile_questions, find_unknowns
from generator.voices.reading import find_voices

CASES = Path(__file__).parent / "cases" / "unknowns"
RULES = yaml.safe_load((Path(__file__).parents[1] / "generator" / "data" / "doubt.yml").read_text("utf8"))["signs"]


def article(text, name="a"):
    """An article whose paragraphs are what blank lines part."""
    found = list(re.finditer(r"\S(?:.*?)(?=\n\n|\Z)", text, re.S))
    blocks = tuple(Block("body", str(n), 1, Span(m.start(), m.end()), m.group()) for n, m in enumerate(found, 1))
    return Article(name, f"{name}.txt", "", text, "", "", "", "", None, "", "", False, None, blocks, (), ())


def reading(text, name="a"):
    of = article(text, name)
    parsed = parse_blocks(of)
    return Reading(of, (), (), (), (), find_voices(of, parsed, ()), (), (), find_unknowns(parsed))


def load(name):
    return [pytest.param(c, id=c.get("name", c.get("left"))) for c in yaml.safe_load((CASES / name).read_text("utf8"))]


def examples(key):
    return [pytest.param(rule, text, id=text) for rule in RULES for text in rule[key]]


@pytest.mark.parametrize(("rule", "text"), examples("example"))
def test_a_rule_holds_for_its_examples(rule, text):
    assert re.search(rule["pattern"], text, re.IGNORECASE)
    assert [u.kind for u in reading(text).unknowns] == [rule["kind"]]


@pytest.mark.parametrize(("rule", "text"), examples("not"))
def test_no_rule_holds_for_a_counter_example(rule, text):
    assert reading(text).unknowns == ()


@pytest.mark.parametrize("case", load("sentences.yml"))
def test_unknowns(case):
    read = reading(case["text"])
    got = [{"kind": u.kind, "sign": read.article.text[u.sign.start : u.sign.end]} for u in read.unknowns]
    assert got == case["unknowns"]
    assert all(u.sign.within(u.span) for u in read.unknowns)


@pytest.mark.parametrize("case", load("questions.yml"))
def test_the_same_question_in_two_articles_is_one(case):
    questions = compile_questions([reading(case["left"], "a"), reading(case["right"], "b")])
    if case["same"]:
        assert [q.statement.cites for q in questions] == [(Citation("a", "1"), Citation("b", "1"))]
        assert questions[0].statement.text == case["left"]
    else:
        assert [q.statement.text for q in questions] == [case["left"], case["right"]]


def test_a_question_keeps_whose_word_it_is():
    (question,) = compile_questions([reading("Port officials said the names of the divers had not been released.")])
    assert (question.kind, question.statement.voice) == ("unannounced", "Port officials")
