"""A person's page: what happened is told once, with its date or without."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing import Agreement
from generator.pages.portrait import portray
from tests.sample import EVENTS, FULL, say


def told_beside(event: str, when: str, sentence: str) -> list[str]:
    """What is said of Ilva Dorran, whom one event and one sentence of several articles name."""
    only = replace(EVENTS[1], when_text=(when,), statement=say(event, "gazette 2"))
    agreed = Agreement(say(sentence, "gazette 2", "wire 2"), ("gazette", "wire"), ("gazette", "meridian"))
    briefing = replace(
        FULL, events=(only,), agreements=(agreed,), measures=(), positions=(), questions=(), only_in=(), profiles=()
    )
    person = next(p for p in briefing.people if p.id == "ilva-dorran")
    told = portray(briefing, person)["told"]
    return [s.text for group in told for s in group.statements]  # type: ignore[attr-defined]


def test_a_sentence_that_the_timeline_has_without_its_date_is_not_told_again() -> None:
    event = "Ilva Dorran led the strike in Port Lene."
    assert told_beside(event, "last month", "Ilva Dorran led the strike in Lund last month.") != []
    assert told_beside(event, "Last month", "Last month, Ilva Dorran led the strike in Port Lene.") == []
    assert told_beside(event, "last month", "Ilva Dorran led the strike in Port Lene last month.") == []
    assert told_beside(event, "Mar 3, 2019", "Ilva Dorran led the strike on Mar 3, 2019, in Port Lene.") == []
