"""The values that all articles together come to, up to the whole Briefing that templates print.

As in model.py, every value is complete when it is made and never changes. A statement cannot be made without a
citation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from generator.model import Article, Citation, Doubt, Figure, Finding, Interval, Mention, Stance, Voice

Verdict = Literal["agree", "compatible", "not comparable", "unreconciled", "conflict", "one origin"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, a cell or a label on a page, with the paragraphs it rests on. `voice` is empty where the articles say
    it themselves, else whoever they quote. `by_editor` marks words of the editor's file; `place` is where they stand
    there, or the template, for an error to name."""

    text: str
    cites: tuple[Citation, ...]
    voice: str = ""
    by_editor: bool = False
    place: str = ""
    about: str = ""  # of a label that does not name its person: the names, one of which the passage shown has to hold

    def __post_init__(self) -> None:
        if not self.cites:
            raise ValueError(f"a statement without a citation: {self.text!r}")

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that it rests on."""
        return frozenset(cite.article for cite in self.cites)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way a person's full name is written by one article, and how often."""

    text: str
    article: str
    count: int


@dataclass(frozen=True, slots=True)
class OtherSpelling:
    """A spelling of a name that no article uses, and the published rule by which it is written. `language` is be, ru or
    uk, or empty for a spelling that only leaves out accents."""

    text: str
    language: str
    rule: str


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One mention of a person: in which article, and what stands there."""

    article: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the articles name: one person, every spelling. `merges` says, in sentences, why spellings are one."""

    id: str  # the slug of `name`
    name: str  # as the site writes it
    spellings: tuple[Spelling, ...]
    group: str  # a key of data/groups.yml: freed, held, government, opposition, analyst, family, other …
    group_label: str  # "Belarusian government", "Freed"
    group_why: tuple[Citation, ...]
    roles: tuple[Statement, ...]  # apposed roles, each once, most cited first
    mentions: tuple[PersonMention, ...]
    merges: tuple[str, ...]
    other_spellings: tuple[OtherSpelling, ...] = ()  # background

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Every paragraph that names the person, once, in the order of the articles."""
        seen = dict.fromkeys(Citation(m.article, m.mention.ref) for m in self.mentions if m.mention.ref)
        return tuple(seen)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an article is given to an origin: a sentence for a reader, and the paragraph it can be seen in if any."""

    article: str
    text: str
    cite: Citation | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose reporting a group of articles is; it counts once, however many they are. Where no article says whose,
    `name` holds the id of the first."""

    id: str
    name: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Overlap:
    """The share (0 to 1) of the word trigrams of `article` that also stand in `other`, from texts or signatures."""

    article: str
    other: str
    share: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One value in the ledger: the figure, where, who says so, and of what time; `statement` is the cell's text."""

    article: str
    origin: str  # Origin.id
    figure: Figure
    voice: str  # whoever the article has it from; empty for its own voice
    when: Interval | None
    statement: Statement


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ledger: the same thing counted, by everybody who counts it."""

    id: str
    what: str  # "prisoners freed"
    unit: str
    entries: tuple[Entry, ...]
    verdict: Verdict
    reason: str  # one sentence
    origins: tuple[str, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated, as precise as its source."""

    when: Interval
    when_text: tuple[str, ...]  # the source's own words for the time, each once: Saturday, last month
    statement: Statement
    people: tuple[str, ...]  # Person.id


@dataclass(frozen=True, slots=True)
class Measure:
    """One step, told by everybody who tells it. Actors are as the sources name them; where the text gives no time of
    the step, `when_text` is what it says came before it: "after the disputed election of 2020"."""

    id: str
    action: str
    actors: tuple[str, ...]
    target: str
    when: Interval | None
    when_text: str
    why: str
    statement: Statement  # the fullest telling, citing its own paragraph
    also: tuple[Statement, ...] = ()  # how the others tell the step, each citing its own

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Everywhere the step is told; first where `statement` stands."""
        return tuple(dict.fromkeys(cite for told in (self.statement, *self.also) for cite in told.cites))


@dataclass(frozen=True, slots=True)
class Position:
    """What a named party argues for or against."""

    who: str
    person: str  # Person.id, empty for a party that is no person
    stance: Stance
    about: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What a source itself says is not known, announced, confirmed, or has since been corrected."""

    kind: Doubt
    statement: Statement


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation or reported speech, with the person where there is one."""

    person: str  # Person.id, empty where the voice is unnamed or an institution
    speaker: str  # as written
    voice: Voice
    statement: Statement


@dataclass(frozen=True, slots=True)
class Agreement:
    """The same statement in several articles; `statement` cites all of them, `origins` counts whose reporting it is."""

    statement: Statement
    articles: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leading:
    """A sentence that a briefing opens with where no editor wrote it; `when` is the day it means by "today" or
    "Saturday", None where it names its day or none."""

    statement: Statement
    when: Interval | None = None


# What is one statement and what is known about it.
_Saying = TypeVar("_Saying", Entry, Event, Measure, Position, OpenQuestion, Utterance, Agreement, Leading)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the overview or the explainer and the statements under it, in paragraphs."""

    key: str
    heading: str
    paragraphs: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word explained, out of the articles."""

    term: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Gift:
    """Something that one side gives. `count` is how many people or things that are, where a picture shows each."""

    statement: Statement
    count: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a deal: who it is, resting on whatever says what it gives."""

    statement: Statement
    gives: tuple[Gift, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """Who gives what to whom, in the editor's words; what is lifted by it, and what was imposed and stays."""

    sides: tuple[Side, ...]
    lifted: tuple[Statement, ...] = ()
    stays: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a map: its name, resting on whatever names it, and where it lies, in degrees, which is background."""

    statement: Statement
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one end to the other, each a country or a place of the map, and what is said of it."""

    start: Statement
    end: Statement
    is_used: bool  # today's way; False for one of the past
    statement: Statement


@dataclass(frozen=True, slots=True)
class SketchMap:
    """Places and the ways between them. Shapes of countries are background."""

    places: tuple[Place, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """The day an article counts from, and how it is known: printed, inferred from companions, editor, or not at all."""

    article: str
    date: dt.date | None
    how: Literal["printed", "inferred", "editor", "unknown"]
    why: str  # one sentence


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the articles come to. Templates print this and nothing else."""

    title: str
    event: Interval | None
    place: str  # "Belarus"; empty where the editor names none
    lead: tuple[Statement, ...]
    articles: tuple[Article, ...]
    datings: tuple[Dating, ...]
    origins: tuple[Origin, ...]
    overlaps: tuple[Overlap, ...]
    people: tuple[Person, ...]  # in reading order
    ledger: tuple[Row, ...]  # conflicts first
    key_figures: tuple[str, ...]  # Row.id, at most four, for the first screen
    events: tuple[Event, ...]  # by start, then end
    measures: tuple[Measure, ...]
    positions: tuple[Position, ...]
    questions: tuple[OpenQuestion, ...]
    utterances: tuple[Utterance, ...]
    agreements: tuple[Agreement, ...]  # most origins first
    only_in: tuple[Agreement, ...]  # what one article alone says
    leading: tuple[Leading, ...]  # what matters most first
    overview: tuple[Section, ...]
    explainer: tuple[Section, ...]
    profiles: tuple[tuple[str, tuple[Statement, ...]], ...]  # (Person.id, the editor's sentences)
    glossary: tuple[Term, ...]
    corrections: tuple[tuple[dt.date, str], ...]
    deal: Deal | None = None
    map: SketchMap | None = None
    findings: tuple[Finding, ...] = ()
    limit: float | None = None  # the share (0 to 1) of an article's words that the editor lets the site show
    contact: str = ""  # where a reader reports an error: an address of the web or of mail

    @property
    def origin_of(self) -> dict[str, str]:
        """The id of each article's origin, by the article's id."""
        return {article: origin.id for origin in self.origins for article in origin.articles}

    def origins_under(self, statement: Statement) -> tuple[Origin, ...]:
        """The origins that a statement rests on, in the briefing's order."""
        return tuple(origin for origin in self.origins if not statement.articles.isdisjoint(origin.articles))

    def retold(self, tell: Callable[[Statement], Statement]) -> Briefing:
        """This briefing with each statement that the generator took from an article as `tell` has it."""

        def each(items: tuple[_Saying, ...]) -> tuple[_Saying, ...]:
            return tuple(replace(item, statement=tell(item.statement)) for item in items)

        return replace(
            self,
            people=tuple(replace(person, roles=tuple(map(tell, person.roles))) for person in self.people),
            ledger=tuple(replace(row, entries=each(row.entries)) for row in self.ledger),
            measures=tuple(replace(m, also=tuple(map(tell, m.also))) for m in each(self.measures)),
            events=each(self.events),
            positions=each(self.positions),
            questions=each(self.questions),
            utterances=each(self.utterances),
            agreements=each(self.agreements),
            only_in=each(self.only_in),
            leading=each(self.leading),
        )

    @property
    def as_of(self) -> dt.date | None:
        """The newest day an article is known to be of; None where none is dated."""
        return max((d.date for d in self.datings if d.date), default=None)
