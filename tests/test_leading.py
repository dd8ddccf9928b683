"""What a briefing opens with where no editor wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from generator.briefing import Dating, Leading, Origin
from generator.model import Reading
from generator.people.compiling import compile_people
from generator.read import read
from generator.sources.agreements import find_agreements
from generator.sources.leading import find_leading
from tests.build_text import make_article

DAY = dt.date(2031, 5, 5)  # a Monday
STORM = "The ferry company Norlink closed its harbour office in Skarholm on Saturday after a storm damaged the pier."
CLOSED = "After a storm damaged the pier, the ferry company Norlink closed its harbour office in Skarholm on Saturday."
CHOIR = "A choir from the mountain villages sang on the market square of Lund until late at night."
ORIGINS = (Origin("herald", "Herald", ("herald",), ()), Origin("courier", "Courier", ("courier",), ()))


def leading(
    *, titles: dict[str, str] | None = None, days: dict[str, dt.date] | None = None, **articles: Sequence[str]
) -> tuple[Leading, ...]:
    readings: list[Reading] = []
    for name, paragraphs in articles.items():
        article = replace(make_article(list(paragraphs), name), title=(titles or {}).get(name, ""))
        readings.append(read(article))
    datings = [Dating(name, (days or {}).get(name, DAY), "printed", "") for name in articles]
    people = compile_people(readings, ())[0]
    return find_leading(readings, datings, ORIGINS, find_agreements(readings, ORIGINS, people))


def test_what_several_articles_tell_leads_and_cites_them() -> None:
    first, *rest = leading(
        herald=[CHOIR, STORM], courier=[CLOSED, "Nobody else was on the quay that night, the police said."]
    )
    assert "Norlink" in first.statement.text
    assert {cite.article for cite in first.statement.cites} == {"herald", "courier"}
    assert not any("Norlink closed" in told.statement.text for told in rest), "one thing is told once"


def test_a_day_that_takes_the_article_s_date_is_given() -> None:
    (first,) = leading(herald=[STORM])
    assert first.when is not None
    assert (first.when.start, first.when.precision) == (dt.date(2031, 5, 3), "day")
    (named,) = leading(herald=[STORM.replace("on Saturday", "on 3 May 2031")])
    assert named.when is None, "the sentence names its day"
    (undated,) = leading(herald=[STORM], days={"herald": None})  # type: ignore[dict-item]
    assert undated.when is None


def test_a_sentence_that_cannot_stand_alone_does_not_lead() -> None:
    for text in (
        "She closed the harbour office of the ferry company in Skarholm after the storm on Saturday.",
        "We closed the harbour office of the ferry company in Skarholm after the storm on Saturday.",
        "Will the ferry company Norlink close its harbour office in Skarholm after the storm on Saturday?",
        "However, the ferry company Norlink closed its harbour office in Skarholm after the storm on Saturday.",
        "The storm in Skarholm on Saturday, the ferry company Norlink, the harbour office and the pier",
        "And the ferry company Norlink closed its harbour office in Skarholm on Saturday after a storm.",
        "The ferry company Norlink closed its office in the harbour of Lund after the storm as well.",
        "Varga threw him out of the harbour office of the ferry company after the storm on Saturday.",
        "Norlink closed.",
    ):
        assert leading(herald=[text]) == (), text


def test_a_dateline_makes_no_sentence_too_long() -> None:
    told = "SKARHOLM, May 5, 2031 (NNW) - The ferry company Norlink closed its harbour office in Skarholm on Saturday "
    told += "after a storm damaged the pier and the two cranes, and the mayor promised help within a week."
    first, *_ = leading(herald=[told, CHOIR], courier=[CLOSED])
    assert "mayor" in leading(herald=[told])[0].statement.text
    assert "Norlink" in first.statement.text


def test_a_headline_and_a_place_high_up_count() -> None:
    bridge = "The old iron bridge across the Lund was blown up by army engineers early on Friday morning."
    told = leading(titles={"herald": "Army engineers blow up bridge across the Lund"}, herald=[CHOIR, bridge])
    assert told[0].statement.text == bridge
    told = leading(herald=[CHOIR, bridge])
    assert told[0].statement.text == CHOIR


def test_the_day_that_most_articles_are_of_leads() -> None:
    old = "The council of Skarholm sold a disused harbour crane to a museum of shipping in Lund."
    days = {"herald": dt.date(2031, 4, 1), "courier": DAY, "wire": DAY}
    told = leading(
        days=days, herald=[old], courier=[STORM], wire=["Norlink said nothing of when its ferries will sail again."]
    )
    assert told[0].statement.text == STORM
    assert old not in [t.statement.text for t in told], "an article of a month before tells how it came to this"


def test_a_story_over_months_has_no_history() -> None:
    old = "The council of Skarholm sold a disused harbour crane to a museum of shipping in Lund."
    days = {"herald": dt.date(2031, 4, 1), "courier": DAY}
    told = leading(days=days, herald=[old], courier=[STORM])
    assert {t.statement.text for t in told} == {STORM, old}
