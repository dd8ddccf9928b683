"""Sound statements pass in other words: units, times of day, shares, votes, turns of phrase; see the case file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.claims.library import Library
from generator.evidence.statements import load_library
from generator.evidence.support import judge, parse_citation
from tests.build_text import write_articles

FILE = yaml.safe_load((Path(__file__).parent / "cases" / "evidence" / "paraphrases.yml").read_text("utf-8"))
CASES = [(c["cite"], say, key == "sound") for c in FILE["cases"] for key in ("sound", "unsound") for say in c[key]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_articles(tmp_path_factory.mktemp("skerrow"), FILE["articles"]))


@pytest.mark.parametrize(("cite", "say", "is_sound"), CASES, ids=[say for _, say, _ in CASES])
def test_other_words_pass_and_other_facts_do_not(cite: str, say: str, is_sound: bool, library: Library) -> None:
    judgement = judge(say, [parse_citation(cite)], library)
    assert (judgement.verdict == "supported") is is_sound, judgement.reason
