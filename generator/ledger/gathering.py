"""Figures of all articles as Items: each with whose reporting it is, what it counts of whom, when and on whose word."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from generator.briefing import Dating, Origin, Person
from generator.dates.reading import resolve, resolve_past
from generator.figures.acts import Sense, act_words, implied_sense, is_person, kind_of, nations_in, sense_of, senses
from generator.figures.bare import TOLL
from generator.ledger.hearsay import is_asked, speaker_of, voice_of
from generator.ledger.items import Item
from generator.ledger.moves import Move, find_move
from generator.model import Article, Figure, Interval, Reading
from generator.names.nameparts import titles

NEAR = 7  # days before an article's date that still are its news: a weekly's, and a weekend's


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
    is_surname = not before or " ".join(before) in titles()["office"]
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
    is_a_people = bool(nations_in(figure.counts.title()))  # 40 Danes
    nation = nations[0] if nations and (is_person(figure.counts) or is_a_people) else ""
    kind = "person" if nation and is_a_people else kind
    owner, owner_name = _owner(figure.whose, names)
    sentence = article.text[figure.sentence.start : figure.sentence.end]
    when, is_now = _moment(reading, figure, day)
    after = article.text[figure.span.end : figure.span.end + 12]
    sense = sense_of(figure.act) or (implied_sense(figure.counts.lower()) if not figure.act else None)
    if sense is not None and sense.is_of_people and not (nation or figure.unit or is_person(figure.counts)):
        sense = None
    move = find_move(figure)
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
        as_of=_moved_on(move, when, day) if move is not None else _counted_on(figure, sense, when, day),
        move=move,
        voice=voice_of(reading, figure, sentence, names),
        speaker=speaker_of(reading, figure, names),
        sentence=sentence,
        names=frozenset(re.findall(r"(?<=[a-z,;)”\"] )[A-Z][\w.]+", sentence))
        | frozenset(re.findall(r"^[A-Z]{2,}\b", sentence))
        | frozenset(nations_in(sentence)),
        is_asked=is_asked(reading, figure),
        others_of=_others_of(article, figure) if figure.counts == "other" else "",
    )


def _moved_on(move: Move, when: Interval | None, day: dt.date | None) -> dt.date | None:
    """The day of a rise or fall: its own, else the article's for what moves daily; none where it took longer."""
    if when is None:
        return day if move.is_daily else None
    return when.start if when.start == when.end else None


def _counted_on(figure: Figure, sense: Sense | None, when: Interval | None, day: dt.date | None) -> dt.date | None:
    """The day on which the dead or the hurt were counted: the toll's own, else the article's; not that on which they
    died."""
    if sense is None or sense.family != "harm":
        return None
    is_tally = figure.counts == TOLL or figure.change is not None
    if is_tally and when is not None and when.start == when.end:
        return when.start
    is_earlier = figure.change is not None and figure.low == figure.change[0]
    return None if is_earlier else day


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
    as_told = resolve if figure.planned or reading.article.published is None else resolve_past
    found = [i for d in mentions if (i := as_told(d.expression, day)) is not None]
    if figure.planned and day is not None:  # what is to come is not of the day on which it is said
        found = [i for i in found if i.end > day] or found
    if not found:
        return None, all(re.match(r"\((?:weekday|day|weekend)", d.expression) for d in mentions)
    when = Interval(min(i.start for i in found), max(i.end for i in found))
    if day is None:
        return when, False
    is_news = when.start >= day - dt.timedelta(days=NEAR) and when.end <= day + dt.timedelta(days=NEAR)
    return when, is_news
