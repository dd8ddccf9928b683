"""Figures, dates, people and other names of a statement: each has to stand in a cited paragraph or follow from one.

Every function answers one question and gives either how an anchor is carried (a sentence for a reader) or None.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Token

from generator.acts import nations_in
from generator.claims import Library, Name, Told, When, lemmas
from generator.model import Interval
from generator.nameparts import parse, sexes
from generator.names import compare
from generator.numbers import Number
from generator.wording import same, senses_in, senses_of, stem, words_of

Between = tuple[float, float]
_ROUND = 0.05  # "about 70" may stand for 67 to 73; for 66 a careful writer takes another word
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "himself": "m", "herself": "f"}


# ---------------------------------------------------------------- figures


def counted(told: Told, number: Number) -> tuple[str, ...]:
    """The lemmas of what a number counts: its noun, and the words between the two."""
    core = told.doc.char_span(*number.core, alignment_mode="expand")
    if core is None:
        return ()
    head = core.root.head if core.root.dep_ in ("nummod", "quantmod", "amod", "compound", "det", "nmod") else core.root
    words = [t for t in head.subtree if t.i >= core.end and t.i <= head.i] if head.i >= core.end else []
    for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i >= core.end):
        words += [c for c in prep.children if c.dep_ == "pobj"]
    return tuple(dict.fromkeys(w.lemma_.lower() for w in words if w.is_alpha))


def reach(number: Number) -> Between:
    """The values that a number allows."""
    low, high = number.low, number.high
    match number.bound:
        case "at least":
            return low, math.inf
        case "more than":
            return math.nextafter(low, math.inf), math.inf
        case "at most":
            return -math.inf, high
        case "fewer than":
            return -math.inf, math.nextafter(high, -math.inf)
        case "about":
            return low * (1 - _ROUND), high * (1 + _ROUND)
        case "nearly":
            return low * (1 - 2 * _ROUND), high
    return low, high


def is_carried(number: Number, other: Number) -> bool:
    """Whether one figure follows from another: the same, or looser than it and not by much."""
    if number.unit != other.unit and not (number.ordinal and other.unit == "times"):
        return _converted(number, other)
    alike = (number.low, number.high) == (other.low, other.high)
    if number.bound in ("exactly", "range"):
        return alike and (other.bound == number.bound or {other.bound, number.bound} == {"exactly", "range"})
    if alike and number.bound == other.bound:
        return True
    if other.bound == "about":
        return number.bound == "nearly" and alike
    (low, high), (least, most) = reach(number), reach(other)
    return low <= least and most <= high and (alike or _is_rounder(number.low, other.low))


def _is_rounder(value: float, exact: float) -> bool:
    """Whether a number is what another one comes to with fewer digits: 400 for 430, 1,200 for 1,227."""
    if exact <= 0 or value <= 0:
        return False
    size = 10 ** math.floor(math.log10(exact))
    steps = (size, size / 10) if exact >= 100 else (size,)
    return any(
        value in (math.floor(exact / s) * s, round(exact / s) * s, math.ceil(exact / s) * s) and value != exact
        for s in steps
    )


def _converted(number: Number, other: Number) -> bool:
    """The same stretch of time in another unit: three decades, 30 years."""
    days = {"years": 12.0, "decades": 120.0, "months": 1.0}
    if number.unit not in days or other.unit not in days or number.bound != other.bound:
        return False
    return number.low * days[number.unit] == other.low * days[other.unit]


def sums(number: Number, passages: Sequence[Told], told: Sequence[float] = ()) -> str | None:
    """How a plain count follows from those of the passages: a sum of parts, a difference, one more than "others". `told`
    are the parts that the statement itself lists; then they have to come to it."""
    if number.bound != "exactly" or number.unit or number.low < 2:
        return None
    value = number.low
    if told:
        return f"{' + '.join(f'{v:g}' for v in told)} = {value:g}" if math.fsum(told) == value else None
    parts = [(n, p) for p in passages for n in p.numbers if n.bound == "exactly" and n.unit == number.unit]
    more = {n.low + 1 for n, p in parts if any(w in ("other", "others") for w in (*counted(p, n), *_next(p, n)))}
    if value in more:
        return f"{value - 1:g} others and the one named are {value:g}"
    values = sorted({n.low for n, _ in parts} | more, reverse=True)
    for size in (2, 3):
        for some in combinations(values, size):
            if math.fsum(some) == value:
                return f"{' + '.join(f'{v:g}' for v in some)} = {value:g}"
    for one, other in combinations(values, 2):
        if one - other == value:
            return f"{one:g} − {other:g} = {value:g}"
    left = {a - b - c for a in values for b in values for c in values if a > b > c}
    return f"the rest of {max(values):g} is {value:g}" if value in left else None


def _next(told: Told, number: Number) -> list[str]:
    return [t.lower_ for t in told.doc if number.end <= t.idx < number.end + 8]


def spans_of_time(number: Number, dates: Sequence[Interval]) -> str | None:
    """Whether a length of time is the difference of two dates of the passages."""
    days = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}.get(number.unit)
    if not days:
        return None
    for one, other in combinations(sorted(set(dates), key=lambda i: (i.start, i.end)), 2):
        low, high = (other.start - one.end).days / days, (other.end - one.start).days / days
        least, most = reach(number)
        slack = 1.0 if number.unit != "days" else 0.0
        if number.bound == "exactly":  # four years are four to five; the dates may leave more than one answer open
            fits = least <= high and low < most + slack
        else:
            fits = least <= low and high <= most
        if low >= 0 and fits:
            return f"{say_interval(one)} to {say_interval(other)}"
    return None


# ---------------------------------------------------------------- dates


def date_carried(date: When, told: Sequence[When]) -> str | None:
    """How a date is carried: the same, or a less exact one that holds a date of the passages; None where it is not."""
    if date.interval is None:
        return "the same words" if any(date.text.lower() == w.text.lower() for w in told) else None
    known = [w for w in told if w.interval]
    for other in known:
        if other.interval and date.interval.start <= other.interval.start and other.interval.end <= date.interval.end:
            return f"“{other.text}” is {say_interval(other.interval)}"
    starts = [w for w in known if w.interval and w.interval.start == date.interval.start]
    ends = [w for w in known if w.interval and w.interval.end == date.interval.end]
    if starts and ends:
        return f"“{starts[0].text}” and “{ends[0].text}”"
    return None


def say_interval(interval: Interval) -> str:
    """A date as short as its precision allows."""
    match interval.precision:
        case "day":
            return _day(interval.start)
        case "month":
            return f"{interval.start:%B} {interval.start.year}"
        case "year":
            return str(interval.start.year)
    return f"{_day(interval.start)} to {_day(interval.end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


# ---------------------------------------------------------------- people and other names


def person_carried(name: Name, passages: Sequence[Told], library: Library) -> str | None:
    """How a person is carried: named in a passage under any spelling, or meant by a pronoun or a description there."""
    for told in passages:
        if name.keys & told.keys:
            return "named there"
    if any(name.keys & (told.authors | frozenset(k for s in told.sayings for k in s.keys)) for told in passages):
        return "who speaks there"
    for told in passages:
        for key in sorted(name.keys):
            if key.startswith("p:") and (how := _meant(key[2:], told, library)):
                return how
    return None


def _meant(person: str, told: Told, library: Library) -> str | None:
    if told.cite is None:
        return None
    earlier = _before(told.cite.article, told.cite.ref, person, library)
    if earlier is None:
        return None
    pronoun = next((t.text for t in told.doc if t.lower_ in _PRONOUNS), None)
    if pronoun and _fits(person, pronoun, library) and earlier:
        return f"“{pronoun}” stands for the person named before it"
    heads = _role_heads(person, library)
    offices = {s for h in heads for s in (h, *(["presidential"] if h == "president" else []))}
    noun = next((t.text for t in told.doc if {stem(t.lemma_), t.lower_} & offices and _is_definite(t)), None)
    return f"“{noun}” is a description of the person" if noun else None


def _is_definite(token: Token) -> bool:
    if token.pos_ == "ADJ":
        return True
    children = token.children
    return any(c.dep_ in ("det", "poss", "amod", "compound", "nmod") and c.lower_ not in ("a", "an") for c in children)


def _before(article: str, ref: str, person: str, library: Library) -> bool | None:
    """None where the article has not named the person before this paragraph; True where nobody is likelier to be meant by
    a pronoun at its beginning."""
    reading = library.readings[article]
    blocks = [b for b in reading.article.paragraphs if not b.ref.startswith("c")]
    place = next((i for i, b in enumerate(blocks) if b.ref == ref), 0)
    refs = [b.ref for b in blocks[:place]]
    mentions = [(m, library.whose.get((article, m.span), "")) for m in reading.mentions]
    if not any(p == person and m.ref in refs for m, p in mentions):
        return None
    for back in range(1, 3):
        near = [p for m, p in mentions if m.ref in refs[-back:] and p]
        if near:
            total = [p for _, p in mentions]
            best = max(sorted(set(near)), key=lambda p: (near.count(p), total.count(p)))
            return best == person
    return False


def _fits(person: str, pronoun: str, library: Library) -> bool:
    who = next((p for p in library.people if p.id == person), None)
    known = sexes(parse(who.name).given) if who else frozenset()
    return not known or _PRONOUNS[pronoun.lower()] in known


def _role_heads(person: str, library: Library) -> frozenset[str]:
    """The stems of the nouns that the articles call a person by: president, envoy."""
    who = next((p for p in library.people if p.id == person), None)
    if who is None:
        return frozenset()
    texts = [r.text for r in who.roles] + [m.mention.title for m in who.mentions]
    return frozenset(stem(w) for t in texts for w in t.lower().replace(".", " ").split() if stem(w) in _office_stems())


def _office_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in words_of("offices"))


def role_heads(person: str, library: Library) -> frozenset[str]:
    """The stems of a person's offices in any article."""
    return _role_heads(person, library)


def name_carried(name: Name, passages: Sequence[Told], library: Library, claim: Told) -> str | None:
    """How a nation, body or place is carried: named there, by another form of its name, or as who publishes it."""
    for told in passages:
        if name.keys & told.keys:
            if name.kind != "other" or _has_all(name, told):
                return "named there"
    text = name.text.casefold()
    for told in passages:
        if any(form in told.text.casefold() for form in _other_forms(text)):
            return "another form of the name"
    if any(_has_all(name, told) for told in passages):
        return "named there"
    if _is_source(name, passages, library):
        return "who publishes it"
    if _names_a_source(name, passages, library, claim):
        return "whose paper or official it is"
    if any(name.keys <= told.authors | frozenset(k for s in told.sayings for k in s.keys) for told in passages):
        return "who speaks there"
    for told in passages:
        for other in told.names:
            if name.kind == other.kind == "other" and _is_abbreviation(name.text, other.text):
                return "an abbreviation"
            if (
                name.kind == "other"
                and other.kind != "nation"
                and " " in name.text
                and compare(name.text, other.text).same
            ):
                return "another spelling"
    return None


def _is_before_source(name: Name, claim: Told) -> bool:
    """A US fact sheet, the American statement."""
    token = next((t for t in claim.doc if t.idx <= name.span.start < t.idx + len(t)), None)
    return token is not None and stem(token.head.lemma_) in {stem(w) for w in words_of("sources")}


def _names_a_source(name: Name, passages: Sequence[Told], library: Library, claim: Told) -> bool:
    """A nation whose officials or papers are meant (a US fact sheet) may be named elsewhere in the article."""
    for told in passages:
        if told.cite:
            text = library.readings[told.cite.article].article.text
            if (
                name.kind == "nation"
                and any(f"n:{n}" in name.keys for n in nations_in(text))
                and _is_before_source(name, claim)
            ):
                return True
    return False


def _has_all(name: Name, told: Told) -> bool:
    words = [w for w in name.text.replace("-", " ").split() if w[0].isupper()]
    there = {stem(w) for w in lemmas(told.doc)} | {t.lower_ for t in told.doc}
    return all(stem(w.strip(".,'")) in there or w.lower().strip(",") in there or _is_loose(w, there) for w in words)


def _is_loose(word: str, there: set[str]) -> bool:
    """A common noun in capitals (President, Embassy) that the passage has in other words."""
    return word.lower() in _title_words() and not senses_of(word.lower()).isdisjoint(senses_in(sorted(there)))


def _title_words() -> frozenset[str]:
    return words_of("offices") | words_of("title_words")


def _other_forms(text: str) -> Iterator[str]:
    for line in words_of_lines("abbreviations"):
        if text in line:
            yield from (f for f in line if f != text)


def words_of_lines(key: str) -> tuple[tuple[str, ...], ...]:
    """One of the lists of lines of data/wording.yml, in lower case."""
    from generator.wording import wording

    return tuple(tuple(str(w).casefold() for w in line) for line in wording()[key])


def _is_abbreviation(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    initials = "".join(w[0] for w in long.split() if w[0].isupper())
    return len(short) > 1 and short.replace(".", "") == initials


def _is_source(name: Name, passages: Sequence[Told], library: Library) -> bool:
    for told in passages:
        if told.cite:
            article = library.readings[told.cite.article].article
            known = f"{article.outlet} {article.agency} {article.author}".casefold()
            if all(k in known for k in name.keys if not k.startswith(("n:", "p:"))):
                return not any(k.startswith(("n:", "p:")) for k in name.keys)
    return False


__all__ = [
    "counted",
    "date_carried",
    "is_carried",
    "name_carried",
    "person_carried",
    "same",
    "say_interval",
    "spans_of_time",
    "sums",
]
