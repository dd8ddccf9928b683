"""Ways in which a sentence goes astray, on invented passages: the sound one passes, the unsound one does not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.claims.library import Library
from generator.evidence.statements import load_library
from generator.evidence.support import judge, parse_citation
from tests.build_text import write_articles

FILE = Path(__file__).parent / "cases" / "evidence" / "classes.yml"
CLASSES = yaml.safe_load(FILE.read_text("utf-8"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_articles(tmp_path_factory.mktemp("classes"), CLASSES["articles"]))


@pytest.mark.parametrize("pair", CLASSES["pairs"], ids=lambda p: f"{p['class']}: {p['unsound']}")
def test_only_the_sound_one_of_a_pair_passes(pair: dict[str, str], library: Library) -> None:
    """A limit that is known has to be one still: whoever mends it takes its mark away."""
    cite = [parse_citation(pair["cite"])]
    sound, unsound = judge(pair["sound"], cite, library), judge(pair["unsound"], cite, library)
    assert (sound.verdict == "supported") is not bool(pair.get("refused")), sound.reason
    assert (unsound.verdict == "supported") is bool(pair.get("let_through")), unsound.reason
    assert "rule" not in pair or pair["rule"] in unsound.rules, unsound


def test_every_class_has_three_pairs() -> None:
    assert min(Counter(pair["class"] for pair in CLASSES["pairs"]).values()) >= 3
