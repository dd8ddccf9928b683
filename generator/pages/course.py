"""Decides what stands on the pages of how it came about: the steps of the sanctions, and everything by its date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.briefing import Briefing, Deal, OpenQuestion, Section, Statement
from generator.model import Citation, Interval
from generator.pages import charts
from generator.pages.arguments import arrange
from generator.pages.glossary import place_terms
from generator.pages.grouping import Group, group_by
from generator.pages.maps import draw_map
from generator.pages.navigation import is_of_sanctions
from generator.pages.overview import questions_of
from generator.pages.passages import detached
from generator.pages.phrases import parties, party
from generator.pages.portrait import dated
from generator.pages.sections import OF_EXPLAINER, OF_OVERVIEW, take_parts
from generator.pages.stairs import stairs
from generator.pages.timecharts import timeline
from generator.steps.rules import own_topic, participles


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence about measures: what was done by whom to what, each as a line of action, parties and target."""

    when: Interval | None
    acts: tuple[tuple[str, str, str], ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Given:
    """What one side of the deal gives, and a dot for each where it can be counted."""

    statement: Statement
    dots: charts.Dots | None


@dataclass(frozen=True, slots=True)
class Party:
    """One side of the deal."""

    name: str
    gives: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """The deal as it is drawn. `home` is the key of the explainer's section that it illustrates; empty for none."""

    sides: tuple[Party, ...]
    lifted: tuple[Statement, ...]
    stays: tuple[Statement, ...]
    home: str


def tell_measures(briefing: Briefing) -> Mapping[str, object]:
    """What the template of the sanctions is given. What the explainer says first opens the page."""
    steps = _steps(briefing)
    own, explained = take_parts(briefing.explainer, OF_EXPLAINER)
    opening, sections = _opening(explained)
    deal = _exchange(briefing.deal, explained) if briefing.deal else None
    map_home = _home(explained, [c for r in briefing.map.routes for c in r.statement.cites]) if briefing.map else ""
    positions = tuple(replace(p, statement=_detached(p.statement)) for p in briefing.positions)
    return {
        "is_of_sanctions": is_of_sanctions(briefing),
        "opening": opening,
        "sections": sections,
        "edited": own,
        "undated": tuple(step for step in steps if step.when is None),
        "dated": tuple(step for step in steps if step.when is not None),
        "tally": _tally(briefing),
        "positions": arrange(positions, briefing.origin_of),
        "questions": questions_of(briefing, _is_of_measures(briefing)),
        "deal": deal,
        "drawn": draw_map(briefing),
        "map_home": map_home,
        "stairs": stairs(briefing.measures),
        "terms": place_terms(briefing.glossary, explained, take_parts(briefing.overview, OF_OVERVIEW)[1]),
    }


def _tally(briefing: Briefing) -> tuple[tuple[str, int], ...]:
    """How many steps were imposed, lifted, frozen …"""
    done = participles()
    return tuple((done.get(g.key, g.key), len(g.items)) for g in group_by(briefing.measures, "action"))


def _opening(sections: tuple[Section, ...]) -> tuple[Statement | None, tuple[Section, ...]]:
    """What the explainer says first, where its section goes on, and the sections without it."""
    if not sections or not sections[0].paragraphs:
        return None, sections
    (first, *others), *paragraphs = sections[0].paragraphs
    rest = (*((tuple(others),) if others else ()), *paragraphs)
    return (first, (replace(sections[0], paragraphs=rest), *sections[1:])) if rest else (None, sections)


def _exchange(deal: Deal, sections: tuple[Section, ...]) -> Exchange:
    sides = tuple(
        Party(side.statement.text, tuple(Given(gift.statement, charts.dots(gift.count)) for gift in side.gives))
        for side in deal.sides
    )
    cites = [cite for side in deal.sides for gift in side.gives for cite in gift.statement.cites]
    return Exchange(sides, deal.lifted, deal.stays, _home(sections, cites))


def _home(sections: tuple[Section, ...], cites: Iterable[Citation]) -> str:
    """The section that rests on most of these paragraphs, the first of several; empty for none."""
    wanted = set(cites)

    def shared(section: Section) -> int:
        return len(wanted.intersection(c for p in section.paragraphs for s in p for c in s.cites))

    best = max(sections, key=shared, default=None)
    return best.key if best and shared(best) else ""


def _steps(briefing: Briefing) -> tuple[Step, ...]:
    """The measures, with those of one sentence and one time under it together."""
    found: dict[tuple[Statement, Interval | None], list[tuple[str, str, str]]] = {}
    for m in briefing.measures:
        found.setdefault((m.statement, m.when), []).append((m.action, parties(m.actors), party(m.target)))
    return tuple(Step(when, tuple(acts), statement) for (statement, when), acts in found.items())


def _detached(statement: Statement) -> Statement:
    text = detached(statement.text)
    return statement if text == statement.text else replace(statement, text=text)


def _is_of_measures(briefing: Briefing) -> Callable[[OpenQuestion], bool]:
    """True for a question about the measures: it stands beside one, or speaks of their topic."""
    measured = {c for m in briefing.measures for c in m.statement.cites}
    words = "|".join(map(re.escape, own_topic()["words"]))
    topic = re.compile(rf"\b(?:{words})", re.IGNORECASE)
    return lambda q: not measured.isdisjoint(q.statement.cites) or bool(topic.search(q.statement.text))


def tell_times(briefing: Briefing) -> Mapping[str, object]:
    """What the template of the timeline is given."""
    events = dated(briefing.events)
    years: dict[str, list[object]] = {}
    for event in events:
        years.setdefault(str(event.whens[0].start.year), []).append(event)
    whens = [when for event in events for when in event.whens]
    day = briefing.event
    return {
        "years": tuple(Group(year, tuple(found)) for year, found in years.items()),
        "count": len(events),
        "first": min(whens, key=lambda w: (w.start, -w.end.toordinal()), default=None),
        "last": max(whens, key=lambda w: (w.start, -w.end.toordinal()), default=None),
        "on_the_day": sum(day in event.whens for event in events) if day else 0,
        "drawing": timeline(briefing.events, briefing.event),
    }
