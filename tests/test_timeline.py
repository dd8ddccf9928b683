"""The timeline: which dated sentences are events, of when, in which words, and which accounts are one event."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from generator.briefing import Dating, Person, PersonMention
from generator.events.event_words import known_acts, name_act
from generator.events.timeline import compile_events
from generator.model import Citation, Mention, Span
from generator.read import read
from tests.reading_text import make_article, make_reading

MERGES = yaml.safe_load((Path(__file__).parent / "cases" / "timeline" / "merges.yml").read_text("utf8"))
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "timeline" / "events.yml").read_text("utf8"))
DAY = "2019-03-10"


def dating(reading):
    day = reading.article.published
    return Dating(reading.article.id, day, "printed" if day else "unknown", "")


def somebody(id, names, *readings):
    """A person with a mention wherever one of these names stands."""
    found = []
    for reading in readings:
        article = reading.article
        spots = [m.span() for name in names for m in re.finditer(re.escape(name), article.text)]
        for start, end in sorted(spots):
            mention = Mention(article.block_at(start).ref, Span(start, end), article.text[start:end])
            found.append(PersonMention(article.id, mention))
    return Person(id, names[0], (), "other", "", (), (), tuple(found), ())


def events_of(*readings, people=()):
    return compile_events(readings, [dating(r) for r in readings], people)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_events_of_one_text(case):
    published = case.get("published")
    reading = make_reading(case["text"], "a", str(published) if published else None, case.get("voices", ()))
    people = [somebody(id, names, reading) for id, names in case.get("people", {}).items()]
    events = events_of(reading, people=people)
    found = [[e.when.start, e.when.end, e.statement.text, e.statement.voice] for e in events]
    assert found == case["events"]


def test_two_accounts_of_one_event_are_one_that_cites_both():
    first = make_reading("Norland freed 40 miners in Vardo on Saturday.", "a", DAY)
    other = make_reading("The release came late.\n\nNorland released 40 miners over the weekend.", "b", DAY)
    (event,) = events_of(first, other)
    assert event.when.start == event.when.end == dt.date(2019, 3, 9)
    assert event.statement.text == "Norland released 40 miners over the weekend."  # what both say
    assert event.statement.cites == (Citation("b", "2"), Citation("a", "1"))
    assert event.when_text == ("the weekend", "Saturday")


def cites_of(*texts):
    """Each event's text, and which of the articles `a`, `b`, `c` … it cites."""
    readings = [make_reading(text, id, DAY) for id, text in zip("abcd", texts, strict=False)]
    names = {"ida": ["Ida Holm"], "ole": ["Ole Dahl"]}
    people = [somebody(id, each, *readings) for id, each in names.items()]
    statements = [e.statement for e in events_of(*readings, people=people)]
    return {s.text: "".join(c.article for c in s.cites) for s in statements}


@pytest.mark.parametrize("case", MERGES, ids=lambda case: case["name"])
def test_what_is_cited_carries_what_is_printed(case):
    assert cites_of(*case["texts"]) == case["events"]


def test_a_number_within_a_bound_carries_it():
    """Figures are read by figures.py; the exact one says more."""
    article = make_article("Norland freed more than 100 miners on Saturday, among them a poet.", "a", DAY)
    other = make_article("On Saturday Norland freed 123 miners.", "b", DAY)
    (event,) = events_of(read(article), read(other))
    assert event.statement.text == "Norland freed more than 100 miners on Saturday."
    assert [c.article for c in event.statement.cites] == ["a", "b"]


def test_the_day_of_the_number_before_a_change_is_no_event():
    text = "The catch of the Vardo fleet rose to 19 tons on Friday from 12 tons on Thursday."
    (event,) = events_of(read(make_article(text, "a", DAY)))
    assert event.when.start == dt.date(2019, 3, 8)


def test_everybody_the_sentence_names_is_linked():
    reading = make_reading("Ida Holm, whom Norland freed, was met in Vardo on Friday by Ole Dahl.", "a", DAY)
    people = [somebody("ida", ["Ida Holm"], reading), somebody("ole", ["Ole Dahl"], reading)]
    assert [e.people for e in events_of(reading, people=people)] == [("ida", "ole")]


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
