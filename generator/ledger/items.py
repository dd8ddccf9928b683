"""A figure with what lining it up needs: whose reporting, what it says happened to what, when, and on whose word."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator import data
from generator.briefing import Dating, Origin, Person
from generator.dates.reading import resolve
from generator.figures.acts import Sense, act_words, implied_sense, is_person, kind_of, nations_in, sense_of, senses
from generator.figures.bare import TOLL
from generator.model import Article, Figure, Interval, Reading

_ANONYMOUS = re.compile(r"\bon (?:the )?condition of anonymity\b", re.I)
# "The union put the number of dead at 17".
_PUT = re.compile(
    r"(?:^|[,;]\s+|\b(?:but|while|and|though)\s+)(?!but\b|while\b|and\b)(?P<who>[^,;.\"“”]{3,50}?)"
    r"\s+(?:puts?|placed|has put)\s+"
    r"(?:the|its|their)\s+[^,;.]{3,40}\s+at\s+$"
)
OF_THINGS = ("jobs", "trade", "sanction")  # families of acts that have to say whose they are
NEAR = 7  # days before an article's date that still are its news: a weekly's, and a weekend's


@dataclass(frozen=True, slots=True)
class Item:
    """A figure with what lining it up needs."""

    article: str
    position: int  # order over all articles
    origin: str
    origin_name: str
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
    speaker: str  # Person.id of the voice, where it is one
    sentence: str
    names: frozenset[str]
    is_asked: bool  # in a question that somebody puts in a transcript, who reports nothing
    others_of: str  # prisoners, where "eight others" come after a word for them in the paragraph

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
    def is_picked(self) -> bool:
        """Named out of a larger group: "among them two Danes", "two Danes were among those freed"."""
        start = self.figure.span.start - self.figure.sentence.start
        before, after = self.sentence[:start], self.sentence[start:]
        return bool(
            re.search(r"\b(?:including|among (?:them|those|whom))\b[^;]{0,60}$", before, re.I)
            or re.search(r"\b(?:is|are|was|were) among (?:them|those|the)\b", after, re.I)
        )

    @property
    def is_beside(self) -> bool:
        """Others than one who is named: with that one, one more."""
        return bool(self.figure.counts == "other" and self.figure.whose)

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.sentence[: self.figure.span.start - self.figure.sentence.start]

    @property
    def said(self) -> str:
        """The figure in the article's words, with what sets it apart: eight others, another eight."""
        before = self.sentence[: self.figure.span.start - self.figure.sentence.start]
        text = re.sub(r"\s+", " ", self.figure.text)
        if another := re.search(r"\banother\s+$", before, re.I):
            return f"{another.group().strip()} {text[0].lower()}{text[1:]}"
        return f"{text} {self.figure.phrase}" if self.figure.counts == "other" else text

    @property
    def span(self) -> tuple[float, float]:
        """The values that the words allow. "About" and "nearly" allow 15 percent, which takes in 20 for 17 to 23."""
        low, high, bound = self.figure.low, self.figure.high, self.figure.bound
        if self.is_beside:
            high += 1
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
    origin_of = {a: (o.id, o.name) for o in origins for a in o.articles}
    names = _names(people)
    items: list[Item] = []
    for reading in readings:
        day = days.get(reading.article.id) or reading.article.published
        for figure in reading.figures:
            own = (reading.article.id, reading.article.id)
            items.append(_item(reading, figure, len(items), origin_of.get(reading.article.id, own), day, names))
    return tuple(items)


def _names(people: Sequence[Person]) -> dict[str, tuple[str, str]]:
    """Every spelling and its last word → (person's id, name); what several people share is left out."""
    found: dict[str, set[tuple[str, str]]] = {}
    for person in people:
        for text in (person.name, *(s.text for s in person.spellings)):
            for key in (text.lower(), text.split()[-1].lower()):
                found.setdefault(key, set()).add((person.id, person.name))
    return {word: next(iter(who)) for word, who in found.items() if len(who) == 1}


def _owner(whose: str, names: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Whose the figure is, as (id, name): a person by a spelling or by the surname, with a title or without; then a
    country; else the word itself. A surname alone does not make Lima Berg of the Berg index."""
    nations = nations_in(whose)
    *before, last = whose.lower().split() or [""]
    is_surname = not before or " ".join(before) in data.load("titles")["office"]
    known = names.get(whose.lower()) or (names.get(last) if is_surname else None)
    return known or (nations[0].lower() if nations else whose.lower(), whose)


def _item(
    reading: Reading,
    figure: Figure,
    position: int,
    origin: tuple[str, str],
    day: dt.date | None,
    names: dict[str, tuple[str, str]],
) -> Item:
    article = reading.article
    nations = nations_in(figure.whose)
    kind = kind_of(figure.counts.lower())
    nation = (
        nations[0]
        if nations and (kind in ("person", "prisoner", "hostage") or nations_in(figure.counts.title()))
        else ""
    )
    kind = "person" if nation and nations_in(figure.counts.title()) else kind
    owner, owner_name = _owner(figure.whose, names)
    sentence = article.text[figure.sentence.start : figure.sentence.end]
    when, is_now = _moment(reading, figure, day)
    after = article.text[figure.span.end : figure.span.end + 12]
    sense = sense_of(figure.act) or (implied_sense(figure.counts.lower()) if not figure.act else None)
    if sense is not None and sense.is_of_people and not (nation or figure.unit or is_person(figure.counts)):
        sense = None
    return Item(
        article=article.id,
        position=position,
        origin=origin[0],
        origin_name=origin[1],
        figure=figure,
        sense=sense,
        kind=kind,
        nation=nation,
        owner=owner,
        owner_name=owner_name,
        scope=_scope(figure, sense),
        when=when,
        is_now=is_now
        and not (figure.bound == "range" and figure.high > 4 * figure.low and "other" not in figure.phrase),
        of_them=bool(re.match(r"\s+of\s+(?:them|those|whom|these)\b", after)),
        day=day,
        voice=_voice(reading, figure, sentence, names),
        speaker=_speaker(reading, figure, names),
        sentence=sentence,
        names=frozenset(re.findall(r"(?<=[a-z,;)”\"] )[A-Z][\w.]+", sentence))
        | frozenset(re.findall(r"^[A-Z]{2,}\b", sentence))
        | frozenset(nations_in(sentence)),
        is_asked=_is_asked(reading, figure),
        others_of=_others_of(article, figure) if figure.counts == "other" else "",
    )


def _others_of(article: Article, figure: Figure) -> str:
    """The last word for those who are held that the paragraph has before the figure: prisoners, hostages."""
    block = article.paragraph(figure.ref)
    held = "|".join(sorted(n for s in senses() for n in s.implied_by))
    before = article.text[block.span.start : figure.span.start] if block is not None else ""
    return next((m.group().lower() for m in reversed(list(re.finditer(rf"\b(?:{held})s\b", before, re.I)))), "")


def _scope(figure: Figure, sense: Sense | None) -> frozenset[str]:
    """The words that narrow what is counted: political, senior; not the noun, not what the act says, not a people."""
    words = re.findall(r"[\w-]+", figure.phrase)
    own = {"the", "of", "a", "their", "its", "our", "his", "her", "my"}
    idle = {*own, *act_words()["partial"], *(sense.drop if sense else ())}
    kept = {w.lower() for w in words if not nations_in(w)} - idle
    return frozenset(w for w in kept if not _is_form(w, figure.counts.lower()))


def _is_form(word: str, lemma: str) -> bool:
    """prisoners / prisoner, countries / country."""
    return (
        word == lemma
        or word.rstrip("s") == lemma.rstrip("s")
        or word == lemma[:-1] + "ies"
        or lemma in ("person", "other", TOLL)
    )


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


def _is_asked(reading: Reading, figure: Figure) -> bool:
    """True for what a questioner says whom a transcript marks as such."""
    voice = next((v for v in reading.voices if figure.voice is not None and v.span == figure.voice), None)
    return voice is not None and voice.speaker.rstrip(":.").upper() in ("Q", "QUESTION", "REPORTER")


def _speaker(reading: Reading, figure: Figure, names: dict[str, tuple[str, str]]) -> str:
    """The person whose word the figure is, however an article spells the name."""
    voice = next((v for v in reading.voices if figure.voice is not None and v.span == figure.voice), None)
    if voice is None or voice.named_by is None:
        return ""
    name = reading.article.text[voice.named_by.start : voice.named_by.end].lower()
    return (names.get(name) or names.get(name.split()[-1]) or ("", ""))[0]


def _voice(reading: Reading, figure: Figure, sentence: str, names: dict[str, tuple[str, str]]) -> str:
    """Whoever the article has the figure from, by name where a pronoun stands or a label in capitals; empty for its own
    word."""
    text = reading.article.text
    voice = next((v for v in reading.voices if figure.voice is not None and v.span == figure.voice), None)
    if voice is not None:
        if voice.named_by is not None:
            name = text[voice.named_by.start : voice.named_by.end]
            return names.get(name.lower(), ("", name))[1] if name.isupper() else name
        if voice.speaker.lower() in ("he", "she", "they", "it"):
            return ""
        speaker = voice.speaker.lower() if voice.speaker.isupper() and " " in voice.speaker else voice.speaker
        return f"{speaker}, on condition of anonymity" if _ANONYMOUS.search(sentence) else speaker
    before = sentence[: figure.span.start - figure.sentence.start]
    if put := _PUT.search(before):
        return put["who"]
    said = re.match(r"(?P<who>[^,;.]{3,60}?)\s+(?:confirmed|reported|announced|acknowledged)\s+\w+ing\b", sentence)
    return said["who"] if said and figure.span.start > figure.sentence.start + said.end() - 1 else ""
