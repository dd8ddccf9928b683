"""What the page About tells of its build: the score, what was set aside and shown, the check's limits, whom to tell."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator import data
from generator.briefing import Briefing, Dating
from generator.render import publish, render_pages
from tests.sample import FULL

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def about() -> str:
    *ours, copy = FULL.articles
    return publish(replace(FULL, articles=(*ours, replace(copy, licence="CC BY 4.0"))), ROOT / "templates")["about.md"]


@pytest.mark.parametrize(
    "line",
    [
        "| Articles | 3 |",
        "| Origins | 2 |",
        "| Sentences of the editor held against the paragraphs they cite | 0 |",
        "- A share button: 1 line",
        "[The Lene Gazette](sources/gazette.md) | 120 | 4% | 15% |",
        "| 100% | none: CC BY 4.0 |",
        "No more than 15% of an article and 30 words at once",
        "The envoy’s name was misspelt.",
        "Tell whoever publishes this site",
    ],
)
def test_the_score_of_the_build_is_told(line: str, about: str) -> None:
    assert line in about


def test_every_known_fault_of_the_check_is_told(about: str) -> None:
    for fault in data.load_list("let_through"):
        assert fault["says"] in about


def test_the_faults_are_kinds_of_the_cases() -> None:
    folder = ROOT / "tests/cases/evidence"
    floors = yaml.safe_load((folder / "floors.yml").read_text("utf-8"))
    files = [folder / corpus["file"] for corpus in floors["corpora"]]
    kinds = {case["kind"] for file in files for case in yaml.safe_load(file.read_text("utf-8")) if not case["sound"]}
    assert {kind for fault in data.load_list("let_through") for kind in fault["kinds"]} <= kinds


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("desk@example.org", "(mailto:desk@example.org)"),
        ("https://example.org/errors", "(https://example.org/errors)"),
    ],
)
def test_a_reader_is_told_whom_to_tell(contact: str, link: str) -> None:
    page = render_pages(replace(FULL, contact=contact), ROOT / "templates")["about.md"]
    assert link in page


def _dated(*days: dt.date | None) -> Briefing:
    datings = (
        Dating(a.id, day, "printed" if day else "unknown", "") for a, day in zip(FULL.articles, days, strict=True)
    )
    return replace(FULL, datings=tuple(datings))


@pytest.mark.parametrize(
    ("briefing", "said"),
    [
        (
            _dated(dt.date(2031, 4, 7), dt.date(2031, 4, 8), dt.date(2031, 4, 6)),
            "The articles reach up to 8 April 2031",
        ),
        (
            _dated(dt.date(2031, 4, 7), None, dt.date(2031, 4, 8)),
            "As far as they are dated, the articles reach up to 8 April 2031; 1 article carries no date",
        ),
        (_dated(dt.date(2031, 4, 7), None, None), "2 articles carry no date and may be later"),
        (_dated(None, None, None), "None of the articles is dated"),
    ],
    ids=["all dated", "one without", "two without", "none"],
)
def test_every_page_says_up_to_when_its_articles_reach(briefing: Briefing, said: str) -> None:
    for path, page in render_pages(briefing, ROOT / "templates").items():
        assert said in page, path
