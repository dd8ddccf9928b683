"""What a speaker does next is no event: every example of data/events.yml."""

from __future__ import annotations

import pytest

from generator import data
from generator.dates.reading import find_dates
from generator.events.dated_clauses import find_clause
from generator.language import parse_texts
from tests.build_text import make_article

EXAMPLES = data.load("events")["occasion_examples"]


def is_told(text: str, is_spoken: bool) -> bool:
    article = make_article([text])
    parsed = tuple(parse_texts(article.blocks))
    (date,) = find_dates(article, parsed)
    return find_clause(parsed[0].doc, date.span.start, date.span.end, True, is_spoken) is not None


@pytest.mark.parametrize("text", EXAMPLES["anywhere"])
def test_briefing_is_no_event(text: str) -> None:
    assert not is_told(text, False)


@pytest.mark.parametrize("text", EXAMPLES["in_a_transcript"])
def test_programme_of_a_transcript_is_no_event(text: str) -> None:
    assert not is_told(text, True)


@pytest.mark.parametrize("text", EXAMPLES["events"])
def test_news_is_an_event(text: str) -> None:
    assert is_told(text, False)
