"""The timeline: which dated sentences are events, of when, in which words, and which accounts are one event."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator.briefing import Dating, Person, PersonMention
from generator.event_words import known_acts, name_act
from generator.model import Citation, Mention, Span
from generator.timeline import compile_events
from tests.reading_text import make_reading

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "timeline" / "events.yml").read_text("utf8"))
DAY = "2019-03-10"


def dating(reading):
    day = reading.article.published
    return Dating(reading.article.id, day, "printed" if day else "unknown", "")


def events_of(*readings, people=()):
    return compile_events(readings, [dating(r) for r in readings], people)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_events_of_one_text(case):
    published = case.get("published")
    reading = make_reading(case["text"], "a", str(published) if published else None, case.get("voices", ()))
    found = [[e.when.start, e.when.end, e.statement.text, e.statement.voice] for e in events_of(reading)]
    assert found == case["events"]


def test_two_accounts_of_one_event_are_one_that_cites_both():
    first = make_reading("Norland freed 40 miners in Vardo on Saturday.", "a", DAY)
    other = make_reading("The release came late.\n\nNorland released 40 miners over the weekend.", "b", DAY)
    (event,) = events_of(first, other)
    assert event.when.start == event.when.end == dt.date(2019, 3, 9)
    assert event.statement.cites == (Citation("a", "1"), Citation("b", "2"))
    assert event.when_text == ("Saturday", "the weekend")


def test_two_events_of_one_day_stay_two():
    reading = make_reading(
        "On Saturday Ida Holm met Ole Dahl in Vardo. On Saturday Norland sank its last ferry.", "a", DAY
    )
    assert len(events_of(reading)) == 2


def test_events_are_in_the_order_of_time():
    reading = make_reading("Norland freed Ida Holm on Friday. Kestria sank the ferry Ulla in 1964.", "a", DAY)
    assert [e.when.start.year for e in events_of(reading)] == [1964, 2019]


def test_people_named_in_the_clause_are_linked():
    text = "Ida Holm built the dam in 1964 and Ole Dahl sold the ferry in 1987."
    reading = make_reading(text, "a", DAY)
    mention = Mention("1", Span(text.index("Ole"), text.index("Ole") + 8), "Ole Dahl")
    ole = Person("ole-dahl", "Ole Dahl", (), "other", "", (), (), (PersonMention("a", mention),), ())
    assert [e.people for e in events_of(reading, people=(ole,))] == [(), ("ole-dahl",)]


def test_an_account_in_the_articles_own_voice_comes_first():
    said = make_reading(
        "Police said Norland freed 40 miners on Saturday.",
        "a",
        DAY,
        [("Police", "Norland freed 40 miners on Saturday")],
    )
    told = make_reading("Norland freed 40 miners on Saturday.", "b", DAY)
    (event,) = events_of(said, told)
    assert event.statement.voice == ""
    assert event.statement.cites == (Citation("b", "1"), Citation("a", "1"))


def test_words_for_one_act_have_one_name():
    assert name_act("release") == name_act("pardon") == "free"
    assert "free" in known_acts()
    assert name_act("sink") == "sink"
