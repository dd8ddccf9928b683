"""An article's day: printed, the editor's, inferred from companions, or honestly unknown."""

import datetime as dt

from generator.editor import ArticleDecision
from generator.sources.datings import date_articles
from tests.reading_text import make_reading

STORY = """Norland freed 212 miners on Saturday, among them Ida Holm and Ole Dahl of the Vardo
Union, President Kaj Berg said.

Envoy Lea Strand flew to Vardo with Minister Per Lund, and Kestria will lift its ban on 4,500
tons of tin from Norland."""
RETOLD = """The release of 212 miners by Norland on Saturday followed a visit by Envoy Lea Strand to Vardo.

President Kaj Berg spoke of Ida Holm and Ole Dahl. Per Lund said 4,500 tons of tin would move to Kestria from Vardo
Union mines."""
OTHER = "The harvest in Westmark failed, and Farmers Aid asked Premier Ann Roth for 90 trucks."


def date_one(*readings, decisions=()):
    datings, findings = date_articles(readings, decisions)
    assert [d.article for d in datings] == [r.article.id for r in readings]
    return datings[0], findings


def test_front_matter_comes_first():
    dating, findings = date_one(
        make_reading(STORY, "a", "2019-03-10"), decisions=[ArticleDecision("a", dt.date(2019, 3, 9))]
    )
    assert (dating.date, dating.how) == (dt.date(2019, 3, 10), "printed")
    assert findings == ()


def test_a_timestamp_in_the_copy_counts_as_printed():
    dating, _ = date_one(make_reading("Stamp: 10 Mar 2019 9:14AM\n\n" + STORY, "a"))
    assert (dating.date, dating.how) == (dt.date(2019, 3, 10), "printed")


def test_a_dateline_in_the_copy_counts_as_printed():
    dating, _ = date_one(make_reading("VARDO, March 10, 2019 — The mine opened.", "a"))
    assert (dating.date, dating.how) == (dt.date(2019, 3, 10), "printed")


def test_a_date_inside_the_story_is_no_printed_date():
    dating, findings = date_one(make_reading("The mine opened on 10 March 2019 and shut at once.", "a"))
    assert (dating.date, dating.how) == (None, "unknown")
    assert "No article beside it bears a date" in findings[0].found


def test_companions_on_the_same_event_lend_their_date_with_a_finding():
    dating, findings = date_one(make_reading(RETOLD, "a"), make_reading(STORY, "b", "2019-03-10"))
    assert (dating.date, dating.how) == (dt.date(2019, 3, 10), "inferred")
    assert "b" in dating.why
    assert "212" in dating.why
    assert [f.file for f in findings] == ["a.txt"]


def test_the_editor_overrules_what_could_be_inferred():
    decision = ArticleDecision("a", dt.date(2019, 3, 11))
    dating, findings = date_one(make_reading(RETOLD, "a"), make_reading(STORY, "b", "2019-03-10"), decisions=[decision])
    assert (dating.date, dating.how) == (dt.date(2019, 3, 11), "editor")
    assert findings == ()


def test_an_article_on_something_else_lends_nothing():
    dating, findings = date_one(make_reading(OTHER, "a"), make_reading(STORY, "b", "2019-03-10"))
    assert (dating.date, dating.how) == (None, "unknown")
    assert "shares enough" in findings[0].found


def test_companions_of_two_days_that_fit_alike_leave_it_unknown():
    dating, _ = date_one(
        make_reading(RETOLD, "a"), make_reading(STORY, "b", "2019-03-10"), make_reading(STORY, "c", "2019-05-10")
    )
    assert (dating.date, dating.how) == (None, "unknown")
    assert "2019-05-10" in dating.why


def test_a_later_date_in_the_text_forbids_the_inference():
    later = RETOLD + "\n\nOn 3 June 2019 the last of them came home."
    dating, findings = date_one(make_reading(later, "a"), make_reading(STORY, "b", "2019-03-10"))
    assert dating.date is None
    assert "3 June 2019" in findings[0].found


def test_a_weekend_told_as_past_says_that_the_inferred_day_may_be_too_early():
    retold = RETOLD + " They came home over the weekend."
    dating, _ = date_one(make_reading(retold, "a"), make_reading(STORY, "b", "2019-03-09"))
    assert (dating.date, dating.how) == (dt.date(2019, 3, 9), "inferred")
    assert "may be of a later day, for it tells of “the weekend” as past" in dating.why


def test_a_weekend_that_is_over_says_nothing_of_the_kind():
    retold = RETOLD + " They came home over the weekend."
    dating, _ = date_one(make_reading(retold, "a"), make_reading(STORY, "b", "2019-03-12"))
    assert dating.how == "inferred"
    assert "later day" not in dating.why
