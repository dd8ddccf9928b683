"""Figures of all articles lined up: those that answer one question come into one group.

Strict where figures differ, so that no two things are held against each other that only look alike; more lenient where
they say the same number, since agreement does no harm.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.acts import Sense, act_words, implied_sense, kind_of, nations_in, sense_of
from generator.briefing import Dating, Origin, Person
from generator.dates import resolve
from generator.model import Figure, Interval, Reading
from generator.numbers import unit_kinds

NEAR = 7  # days before an article's date that still are its news: a weekly's, and a weekend's
APART = 31  # articles further apart write of another moment unless a figure says its own date
_FLOWS = ("freed", "moved", "killed", "injured", "missing", "arrested", "displaced", "cut", "ordered", "delivered", "sanctioned")
_TIMELESS = ("age", "population")


@dataclass(frozen=True, slots=True)
class Item:
    """A figure with what lining it up needs."""

    article: str
    position: int  # order over all articles
    origin: str
    figure: Figure
    sense: Sense | None
    kind: str
    nation: str  # Ukraine, where Ukrainians are counted
    owner: str  # Person.id, a country or the word itself, in lower case
    owner_name: str
    scope: frozenset[str]
    when: Interval | None
    is_now: bool  # of the article's own news, not of an earlier time
    of_them: bool  # "about 70 of them"
    day: dt.date | None  # the article's date
    voice: str
    sentence: str
    names: frozenset[str]

    @property
    def sense_name(self) -> str:
        """The sense's name, else the verb itself."""
        return self.sense.name if self.sense else self.figure.act

    @property
    def family(self) -> str:
        """The sense's family, else the verb itself."""
        return self.sense.family if self.sense else self.figure.act

    @property
    def is_exact(self) -> bool:
        """A number said without a bound or a range."""
        return self.figure.bound == "exactly" and self.figure.low == self.figure.high

    @property
    def span(self) -> tuple[float, float]:
        """The values that the words allow. "About" and "nearly" allow 15 percent, which takes in 20 for 17 to 23."""
        low, high, bound = self.figure.low, self.figure.high, self.figure.bound
        if self.figure.whose and self.figure.counts == "other":
            high += 1  # others than the one named: with that one, one more
        return {
            "at least": (low, float("inf")),
            "more than": (low, float("inf")),
            "at most": (0.0, high),
            "fewer than": (0.0, high),
            "about": (low * 0.85, high * 1.15),
            "nearly": (low * 0.85, high),
        }.get(bound, (low, high))


def gather(
    readings: Sequence[Reading], datings: Sequence[Dating], origins: Sequence[Origin], people: Sequence[Person]
) -> tuple[Item, ...]:
    """Every figure as an Item, in the order of the articles."""
    days = {d.article: d.date for d in datings}
    origin_of = {a: o.id for o in origins for a in o.articles}
    names = _names(people)
    items: list[Item] = []
    for reading in readings:
        day = days.get(reading.article.id) or reading.article.published
        for figure in reading.figures:
            items.append(_item(reading, figure, len(items), origin_of.get(reading.article.id, reading.article.id), day, names))
    return tuple(items)


def group(items: Sequence[Item]) -> list[list[Item]]:
    """Items that answer one question, in the order in which the questions first come up. Exact figures go first: what
    is less exact joins the group that it fits."""
    groups: list[list[Item]] = []
    for item in sorted(items, key=lambda i: (not i.is_exact, i.figure.bound == "range", i.position)):
        home = next((g for g in groups if all(is_same_question(item, other) for other in g)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    for found in groups:
        found.sort(key=lambda i: i.position)
    return sorted(groups, key=lambda g: g[0].position)


def is_same_question(a: Item, b: Item) -> bool:
    """True where the two figures tell a reader the same kind of thing about the same thing."""
    if a.figure.unit != b.figure.unit or a.of_them != b.of_them:
        return False
    if not _is_same_time(a, b):
        return False
    return _is_same_measure(a, b) if a.figure.unit else _is_same_count(a, b)


def fits(a: Item, b: Item) -> bool:
    """True where both can be true of one thing: their spans overlap, or one is the other rounded."""
    (a_low, a_high), (b_low, b_high) = a.span, b.span
    return (a_low <= b_high and b_low <= a_high) or _is_rounding(a, b) or _is_rounding(b, a)


def is_equal(a: Item, b: Item) -> bool:
    """True where the two say the same number in the same way."""
    return (a.figure.low, a.figure.high, a.figure.bound) == (b.figure.low, b.figure.high, b.figure.bound)


def _is_rounding(rough: Item, fine: Item) -> bool:
    """1,200 for 1,227: a number of at least three digits that ends in zeros, and the other rounds to it."""
    value, other = rough.figure.low, fine.figure.low
    if not (rough.is_exact and fine.is_exact) or value < 100 or value % 10 or value == other:
        return False
    step = 10 ** (len(str(int(value))) - len(str(int(value)).rstrip("0")))
    return step <= value / 10 and abs(value - other) <= step / 2


def _is_same_time(a: Item, b: Item) -> bool:
    """Both of the news or both of earlier times; articles far apart only where they say so themselves."""
    if a.sense_name in _FLOWS and a.is_now != b.is_now:
        return False
    if a.figure.counts in _TIMELESS:
        return True
    if a.day and b.day and abs((a.day - b.day).days) > APART:
        return bool(a.when and b.when and a.when.start <= b.when.end and b.when.start <= a.when.end)
    return True


def _is_same_measure(a: Item, b: Item) -> bool:
    """Figures with a unit: of the same owner, or of the same thing."""
    if a.figure.counts == "age" or a.sense_name in ("held", "sentenced", "ruled") == b.sense_name:
        return a.figure.counts == b.figure.counts and bool(a.owner) and a.owner == b.owner
    if unit_kinds()[a.figure.unit] == "time" and a.sense_name == b.sense_name and a.sense and a.owner:
        return a.owner == b.owner
    if _is_world_share(a) and _is_world_share(b):
        return bool(_topics(a) & _topics(b))
    if a.figure.counts and a.figure.counts == b.figure.counts:
        if a.owner != b.owner or (not is_equal(a, b) and not a.owner and not a.names & b.names):
            return False
        return _is_alike(a.figure.phrase, b.figure.phrase)
    if a.figure.counts or b.figure.counts:
        return False
    return bool(a.figure.act) and a.sense_name == b.sense_name and bool(a.owner) and a.owner == b.owner


def _is_world_share(item: Item) -> bool:
    """A percentage of what the world makes, sells or has."""
    return item.figure.unit == "percent" and bool(re.search(r"\b(?:world|global|worldwide|international)", item.figure.phrase))


def _topics(item: Item) -> set[str]:
    """The common nouns that say what a sentence is about: its longer words in lower case."""
    return set(re.findall(r"\b[a-z]{5,}\b", item.sentence)) - {
        "world", "global", "around", "percent", "before", "country", "exports", "supply", "company", "about", "which", "state",
        "approximately", "accounted", "produces", "currently", "western", "route", "costly", "owned", "export", "largest",
    }  # fmt: skip


def _is_alike(left: str, right: str) -> bool:
    """Two phrases that share at least half of the shorter one's words."""
    a, b = set(re.findall(r"\w{3,}", left.lower())), set(re.findall(r"\w{3,}", right.lower()))
    return bool(a and b) and len(a & b) * 2 > min(len(a), len(b))


def _is_same_count(a: Item, b: Item) -> bool:
    """Plain counts: the same kind of thing, the same act, the same part of the whole, the same place."""
    if "population" in (a.kind, b.kind):
        return a.kind == b.kind and (a.owner == b.owner or (not (a.owner and b.owner) and is_equal(a, b)))
    if a.nation != b.nation:
        return False
    if a.nation and is_equal(a, b) and a.family == b.family and a.family:
        return True
    same_kind = a.kind == b.kind
    if not same_kind and not ("person" in (a.kind, b.kind) and _is_people(a) and _is_people(b) and a.sense):
        return False
    if a.sense_name != b.sense_name:
        return False
    if a.sense_name == "moved" or a.figure.place != b.figure.place:
        lenient = a.sense_name != "moved" and not (a.figure.place and b.figure.place) and fits(a, b)
        if not lenient and (a.figure.place != b.figure.place or not a.figure.place):
            return False
    if not a.sense:
        return is_equal(a, b) and a.scope == b.scope and same_kind and (bool(a.figure.act) or bool(a.scope))
    if not _is_people(a) and not is_equal(a, b) and not a.names & b.names:
        return False
    if a.is_now and a.sense_name in _FLOWS and not fits(a, b) and not (a.is_exact and b.is_exact and same_kind):
        return False
    return a.scope <= b.scope or b.scope <= a.scope


def _is_people(item: Item) -> bool:
    """People, by any word for them."""
    return item.kind in ("person", "prisoner", "hostage", "soldier", "police", "child", "worker") or bool(item.nation)


def _names(people: Sequence[Person]) -> dict[str, tuple[str, str]]:
    """The last word of every spelling → (person's id, name); a word that several people share is left out."""
    found: dict[str, set[tuple[str, str]]] = {}
    for person in people:
        for text in (person.name, *(s.text for s in person.spellings)):
            found.setdefault(text.split()[-1].lower(), set()).add((person.id, person.name))
    return {word: next(iter(who)) for word, who in found.items() if len(who) == 1}


def _item(
    reading: Reading, figure: Figure, position: int, origin: str, day: dt.date | None, names: dict[str, tuple[str, str]]
) -> Item:
    article = reading.article
    nations = nations_in(figure.whose)
    kind = kind_of(figure.counts.lower())
    nation = nations[0] if nations and (kind in ("person", "prisoner", "hostage") or nations_in(figure.counts.title())) else ""
    kind = "person" if nation and nations_in(figure.counts.title()) else kind
    last = figure.whose.split()[-1].lower() if figure.whose else ""
    owner, owner_name = names.get(last, (nations[0].lower() if nations else figure.whose.lower(), figure.whose))
    sentence = article.text[figure.sentence.start : figure.sentence.end]
    when, is_now = _moment(reading, figure, day)
    after = article.text[figure.span.end : figure.span.end + 12]
    sense = sense_of(figure.act) or (implied_sense(figure.counts.lower()) if not figure.act else None)
    return Item(
        article=article.id,
        position=position,
        origin=origin,
        figure=figure,
        sense=sense,
        kind=kind,
        nation=nation,
        owner=owner,
        owner_name=owner_name,
        scope=_scope(figure, sense),
        when=when,
        is_now=is_now and not (figure.bound == "range" and figure.high > 4 * figure.low and "other" not in figure.phrase),
        of_them=bool(re.match(r"\s+of\s+(?:them|those|whom|these)\b", after)),
        day=day,
        voice=_voice(reading, figure, sentence),
        sentence=sentence,
        names=frozenset(re.findall(r"(?<=[a-z,;)”\"] )[A-Z][\w.]+", sentence)) | frozenset(re.findall(r"^[A-Z]{2,}\b", sentence)),
    )


def _scope(figure: Figure, sense: Sense | None) -> frozenset[str]:
    """The words that narrow what is counted: political, senior; not the noun, not what the act says, not a people."""
    words = re.findall(r"[\w-]+", figure.phrase)
    idle = {"the", "of", "a", "their", "its", *act_words()["partial"], *(sense.drop if sense else ())}
    kept = {w.lower() for w in words if not nations_in(w)} - idle
    return frozenset(w for w in kept if not _is_form(w, figure.counts.lower()))


def _is_form(word: str, lemma: str) -> bool:
    """prisoners / prisoner, countries / country."""
    return word == lemma or word.rstrip("s") == lemma.rstrip("s") or word == lemma[:-1] + "ies" or lemma in ("person", "other")


def _moment(reading: Reading, figure: Figure, day: dt.date | None) -> tuple[Interval | None, bool]:
    """The figure's time, and whether that is the article's own news."""
    mentions = [d for d in reading.dates if d.span in figure.dates]
    found = [i for d in mentions if (i := resolve(d.expression, day)) is not None]
    if not found:
        return None, all(re.match(r"\((?:weekday|day|weekend)", d.expression) for d in mentions)
    when = Interval(min(i.start for i in found), max(i.end for i in found))
    if day is None:
        return when, False
    is_news = when.start >= day - dt.timedelta(days=NEAR) and when.end <= day + dt.timedelta(days=NEAR)
    return when, is_news


def _voice(reading: Reading, figure: Figure, sentence: str) -> str:
    """Whoever the article has the figure from, by name where a pronoun stands; empty for its own word."""
    text = reading.article.text
    voice = next((v for v in reading.voices if figure.voice is not None and v.span == figure.voice), None)
    if voice is not None:
        if voice.named_by is not None:
            return text[voice.named_by.start : voice.named_by.end]
        return "" if voice.speaker.lower() in ("he", "she", "they", "it") else voice.speaker
    said = re.match(r"(?P<who>[^,;.]{3,60}?)\s+(?:confirmed|reported|announced|acknowledged)\s+\w+ing\b", sentence)
    return said["who"] if said and figure.span.start > figure.sentence.start + said.end() - 1 else ""
