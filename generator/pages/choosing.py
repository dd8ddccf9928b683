"""Chooses which of the articles' own words a briefing shows: the most valuable first, until an article's share is used.

A statement that finds no room any more keeps its citation and loses its words; what stands around them (a date, who is
meant, a figure) stays. Words of digests, of articles with a licence and of the editor are not touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest
from types import MappingProxyType

from spacy.tokens import Doc

from generator.briefing import Briefing, Entry, Event, Measure, Statement, Utterance
from generator.evidence.wall import all_statements
from generator.language import sentence_at
from generator.model import Article
from generator.pages.export import export_data
from generator.pages.overview import opening
from generator.pages.passages import is_shown_whole, passage
from generator.pages.quoting import LIMIT, MOST_WORDS, SHORTEST_RUN, Index, allowed, words_of
from generator.pages.shortening import shorten_clauses
from generator.pages.stretches import texts_on

# Words of a line in a list. Of 274 words that five articles take for nine steps of sanctions, lines of 18 need 150.
_LINE = 18


@dataclass(slots=True)
class Room:
    """How many words of each article may still be shown, and which have been chosen. An article that may be shown whole
    is not in `left`."""

    index: Index
    left: dict[str, int]
    chosen: set[tuple[str, int]] = field(default_factory=set)

    def take(self, text: str) -> bool:
        """Makes room for the text; False, and nothing is taken, where there is none."""
        new = {place for place in self.index.places(text) - self.chosen if place[0] in self.left}
        cost = {id: sum(place[0] == id for place in new) for id in {place[0] for place in new}}
        if any(cost[id] > self.left[id] for id in cost) or not self.fits_at_once(text):
            return False
        for id in cost:
            self.left[id] -= cost[id]
        self.chosen |= new
        return True

    def holds(self, text: str) -> bool:
        """True where all the articles' words in the text have been chosen already."""
        new = self.index.places(text) - self.chosen
        return self.fits_at_once(text) and all(id not in self.left for id, _ in new)

    def is_open(self, statement: Statement) -> bool:
        """False where its article has no room left for as much as a run; no need to shorten it then."""
        left = self.left.get(statement.cites[0].article, SHORTEST_RUN)
        return left >= SHORTEST_RUN or self.holds(statement.text)

    def is_scarce(self, statement: Statement) -> bool:
        """True for words taken from an article of which little may be shown."""
        if statement.by_editor:
            return False
        is_from_there = statement.cites[0].article in self.left
        return is_from_there or any(id in self.left for id, _ in self.index.places(statement.text))

    def fits_at_once(self, text: str) -> bool:
        """True where it holds no more words at once than may be shown."""
        return all(id not in self.left or run.words <= MOST_WORDS for id, run in self.index.runs(text))


def index_of(briefing: Briefing) -> Index:
    """The words of the briefing's articles, but for the names of people with the titles before them."""
    mentions = (mention.mention for person in briefing.people for mention in person.mentions)
    return Index(briefing.articles, {f"{m.title} {m.text}" for m in mentions})


def quoting_limit(briefing: Briefing) -> float:
    """The share (0 to 1) of an article that may be shown; an editor may want less than the rule, not more."""
    return min(LIMIT, briefing.limit) if briefing.limit is not None else LIMIT


def fit(briefing: Briefing, index: Index, less: Mapping[str, int] = MappingProxyType({})) -> tuple[Briefing, Room]:
    """The briefing with the words that it may show, and which those are. `less` is how many words of an article are to
    be left over for what only a page has."""
    limit = quoting_limit(briefing)
    total = {a.id: allowed(index.total(a), limit) for a in index.articles if not is_shown_whole(a)}
    taken = {place for place in _spoken_for(briefing, index) if place[0] in total}
    used = {id: sum(place[0] == id for place in taken) + less.get(id, 0) for id in total}
    room = Room(index, {id: max(0, total[id] - used[id]) for id in total}, taken)
    return choose(briefing, room), room


def _spoken_for(briefing: Briefing, index: Index) -> set[tuple[str, int]]:
    """The articles' words that are shown in any case: in an editor's sentences, in values, names and reasons."""
    bare = choose(briefing, Room(index, {a.id: 0 for a in briefing.articles if not is_shown_whole(a)}))
    texts = {text for path, data in export_data(bare).items() for text in texts_on(path, data)}
    return {place for text in texts for place in index.places(text)}


def choose(briefing: Briefing, room: Room) -> Briefing:
    """The briefing with the words that have room, and citations alone for the others. `room` knows afterwards what was
    chosen."""
    articles = {a.id: a for a in briefing.articles}
    told: dict[Statement, str] = {}
    for statement in all_statements(briefing):
        for cite in statement.cites if statement.by_editor else ():
            room.take(passage(articles[cite.article], cite.ref, statement.text))
    for most in (_LINE, MOST_WORDS):
        for wish in _by_value(briefing):
            if wish.statement not in told and room.is_scarce(wish.statement) and room.is_open(wish.statement):
                most_words, parsed = most if wish.is_line else MOST_WORDS, _parsed(wish.statement, articles)
                text = shorten_clauses(wish.statement.text, most_words, wish.keep, parsed)
                if text and room.take(text):
                    told[wish.statement] = text

    def tell(statement: Statement) -> Statement:
        return replace(statement, text=told.get(statement, "")) if room.is_scarce(statement) else statement

    return _without_wordless(briefing.retold(tell), room)


def _parsed(statement: Statement, articles: Mapping[str, Article]) -> Doc | None:
    """The statement as it was parsed when its article was read, where it is a sentence of that."""
    found = (sentence_at(articles[cite.article], cite.ref, statement.text) for cite in statement.cites)
    return next((doc for doc in found if doc is not None), None)


# ---------------------------------------------------------------- what is worth most


@dataclass(frozen=True, slots=True)
class _Wish:
    """A statement that would like to be shown, the words of it that must stay, and whether a line of it is enough."""

    statement: Statement
    keep: Collection[str] = ()
    is_line: bool = True


def _by_value(briefing: Briefing) -> Iterator[_Wish]:
    """The most valuable first: the figures; what the overview opens with; what several articles date; who is who; what
    else several say; what nobody knows; then steps, events, arguments and spoken words in turn."""
    yield from (_Wish(entry.statement) for row in briefing.ledger for entry in row.entries)
    yield from (_Wish(told.statement, is_line=False) for told in opening(briefing))
    events = _ranked_events(briefing)
    yield from (_Wish(event.statement) for event in events if _is_shared(event.statement))
    yield from (_Wish(role) for person in briefing.people for role in person.roles[:1])
    yield from (_Wish(told.statement) for told in briefing.leading)
    yield from (_Wish(question.statement) for question in briefing.questions)
    dated = (_Wish(event.statement) for event in events)
    in_turn = zip_longest(_steps(briefing), dated, _positions(briefing), _spoken(briefing))
    yield from (wish for wish in chain.from_iterable(in_turn) if wish)
    yield from (_Wish(a.statement) for a in briefing.agreements)
    yield from (_Wish(role) for person in briefing.people for role in person.roles[1:])


def _steps(briefing: Briefing) -> Iterator[_Wish]:
    """Each step as its fullest telling has it; then how others tell it."""
    for m in briefing.measures:
        yield _Wish(m.statement, words_of(" ".join((m.target, *m.actors))))
    yield from (_Wish(told) for m in briefing.measures for told in m.also)


def _ranked_events(briefing: Briefing) -> list[Event]:
    """Those that most articles tell of first, and of these the ones of the day that all of it is about."""
    return sorted(briefing.events, key=lambda e: (-len(e.statement.articles), e.when != briefing.event))


def _is_shared(statement: Statement) -> bool:
    return len(statement.articles) > 1



def _positions(briefing: Briefing) -> Iterator[_Wish]:
    return (_Wish(position.statement) for position in briefing.positions)


def _spoken(briefing: Briefing) -> Iterator[_Wish]:
    """One quotation of each speaker, then a second of each; what is only retold behind all quotations."""
    turns: dict[str, int] = {}

    def turn(utterance: Utterance) -> tuple[bool, int]:
        key = utterance.person or utterance.speaker
        turns[key] = turns.get(key, 0) + 1
        return utterance.voice.kind != "quote", turns[key]

    ranked = sorted(((turn(u), n, u) for n, u in enumerate(briefing.utterances)), key=lambda item: item[:2])
    return (_Wish(utterance.statement) for _, _, utterance in ranked)


# ---------------------------------------------------------------- the briefing with what was chosen


def _without_wordless(briefing: Briefing, room: Room) -> Briefing:
    """The briefing without roles that lost their words. A value is a fact and always stands, if need be without what it
    counts."""
    return replace(
        briefing,
        people=tuple(replace(p, roles=tuple(role for role in p.roles if role.text)) for p in briefing.people),
        ledger=tuple(replace(row, entries=tuple(map(_valued, row.entries))) for row in briefing.ledger),
        measures=tuple(_step(measure, room) for measure in briefing.measures),
    )


def _valued(entry: Entry) -> Entry:
    said = entry.statement
    return entry if said.text else replace(entry, statement=replace(said, text=entry.figure.text))


def _step(measure: Measure, room: Room) -> Measure:
    """A step keeps who took it; on what and why only where there is room for the words."""

    def fits(text: str) -> str:
        return text if room.take(text) else ""

    return replace(measure, target=fits(measure.target), when_text=fits(measure.when_text), why=fits(measure.why))
