"""Figures of all articles lined up: those that answer one question come into one group.

Strict where figures differ, so that no two things are held against each other that only look alike; more lenient where
they say the same number, since agreement does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.data.calendar import MONTH_NAMES, WEEKDAY_NAMES
from generator.figures.acts import act_words, is_person
from generator.figures.bare import TOLL
from generator.figures.carriers import carrier_words
from generator.figures.numbers import unit_kinds
from generator.figures.reading import TIMELESS
from generator.ledger.courses import is_one_change, is_other_day
from generator.ledger.items import Item

APART = 31  # days; articles further apart write of another moment unless a figure says its own date
_CALENDAR = frozenset((*MONTH_NAMES, *WEEKDAY_NAMES))  # names that two sentences may share by chance
_FAR = 1.5  # times the smaller: "some 2,300" may be the 1,800 of another article, "some 4,000" is another count


def group(items: Sequence[Item]) -> list[list[Item]]:
    """Items that answer one question, in the order in which the questions first come up. Exact figures go first: what
    is less exact joins the group that it fits."""
    groups: list[list[Item]] = []
    for item in sorted(items, key=lambda i: (not i.is_exact, i.figure.bound == "range", i.position)):
        homes = [g for g in groups if all(is_same_question(item, o) or _is_disputed_in(item, o, g) for o in g)]
        home = next((g for g in homes if any(is_equal(item, other) for other in g)), homes[0] if homes else None)
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
    if a.of_them and a.figure.label != b.figure.label and not is_equal(a, b):
        return False  # each text sets its part off by other words
    is_other = a.article == b.article and a.is_exact and b.is_exact and not is_equal(a, b)
    if is_other and not (is_disputed(a, b) or is_one_change(a, b) or is_other_day(a, b)):
        return False  # whoever gives two exact numbers means two things
    if a.article != b.article and is_equal(a, b) and a.sentence == b.sentence:
        return True  # the same words, copied
    if a.move is not None and b.move is not None:
        return a.move == b.move
    if (a.figure.change or b.figure.change) and not (a.sense or b.sense):
        return is_one_change(a, b) and (is_same_kind(a, b) or a.article == b.article or bool(a.names & b.names))
    if not _is_same_time(a, b):
        return False
    return _is_same_measure(a, b) if a.figure.unit else _is_same_count(a, b)


def is_disputed(a: Item, b: Item) -> bool:
    """True where one sentence sets two voices against each other: "the mill said 12 had died, the union said 17"."""
    if a.article != b.article or a.figure.sentence != b.figure.sentence or a.family != "harm":
        return False
    first, second = sorted((a, b), key=lambda i: i.figure.span.start)
    offset = a.figure.sentence.start
    between = a.sentence[first.figure.span.end - offset : second.figure.span.start - offset]
    against = "|".join(act_words()["against"])
    return bool(a.voice and b.voice and a.voice != b.voice and re.search(rf"\b(?:{against})\b", between, re.I))


def _is_disputed_in(item: Item, other: Item, found: Sequence[Item]) -> bool:
    """The number that an article gives again, after it set it against the other one."""
    return item.article == other.article and any(
        is_equal(item, o) and is_disputed(o, other) and is_same_question(item, o) for o in found
    )


def is_same_kind(a: Item, b: Item) -> bool:
    """One word for what is counted; a toll counts whoever died, "31 others" whoever is counted beside them."""
    is_toll = TOLL in (a.figure.counts, b.figure.counts) and _is_people(a) and _is_people(b)
    is_other = "other" in (a.figure.counts, b.figure.counts) and a.family == b.family == "harm"
    return a.kind == b.kind or is_toll or (is_other and _is_people(a) and _is_people(b))


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
    step: int = 10 ** (len(str(int(value))) - len(str(int(value)).rstrip("0")))
    return step <= value / 10 and abs(value - other) <= step / 2


def _is_same_time(a: Item, b: Item) -> bool:
    """Both of the news or both of earlier times; articles far apart only where they say so themselves."""
    if a.is_flow and a.is_now != b.is_now:
        return False
    if a.figure.counts in TIMELESS:
        return True
    if a.day and b.day and abs((a.day - b.day).days) > APART:
        return bool(a.when and b.when and a.when.overlaps(b.when))
    return True


def _is_same_measure(a: Item, b: Item) -> bool:
    """Figures with a unit: of the same owner, or of the same thing."""
    if a.figure.counts == "age" or (a.is_lasting and a.sense_name == b.sense_name):
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
    return item.figure.unit == "percent" and bool(
        re.search(r"\b(?:world|global|worldwide|international)", item.figure.phrase)
    )


def world_topic(items: Sequence[Item]) -> str:
    """What several shares of the world are shares of: the word that their sentences have in common; empty otherwise."""
    if len(items) < 2 or not all(_is_world_share(i) for i in items):
        return ""
    shared = sorted(set.intersection(*(_topics(i) for i in items)))
    return max(shared, key=lambda w: sum(i.sentence.count(w) for i in items), default="")


def _topics(item: Item) -> set[str]:
    """What a sentence may be about: its longer words in lower case, without those that any such sentence has."""
    return set(re.findall(r"\b[a-z]{5,}\b", item.sentence)) - set(act_words()["no_topic"])


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
    same_kind = is_same_kind(a, b)
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
    if a.is_of_things and (_is_by_others(a, b) or not (is_equal(a, b) or a.names & b.names)):
        return False  # jobs cut, jets ordered: by whom? Only a name that both sentences have says that it is the same
    if a.is_carried and not _is_on_one(a, b):
        return False
    if a.is_now and a.is_flow and not fits(a, b) and not (same_kind and _is_near(a, b)):
        return False
    return a.scope <= b.scope or b.scope <= a.scope


def _is_near(a: Item, b: Item) -> bool:
    """Two numbers that differ and may be of one thing: both exact, or one of them rough and not far off; of the dead
    and the hurt, whom two articles count, also one that only bounds the number."""
    if a.is_exact and b.is_exact:
        return True
    is_toll = a.family == "harm" and a.article != b.article
    rough = all(i.is_exact or i.figure.bound in ("about", "nearly") or (is_toll and i.is_bound) for i in (a, b))
    low, high = sorted((a.figure.low, b.figure.low))
    return rough and a.scope == b.scope and high <= _FAR * low


def _is_on_one(a: Item, b: Item) -> bool:
    """People on board of what may be one ship or plane: of one kind, not of two names, and where the numbers differ,
    something else is named in both sentences, too."""
    left, right = carrier_words(a.figure.doer), carrier_words(b.figure.doer)
    is_known = bool(left and right and (a.names & b.names) - _CALENDAR)
    return (left <= right or right <= left) and (is_known or is_equal(a, b))


def _is_by_others(a: Item, b: Item) -> bool:
    """Two doers are named, and they share no word of their names."""
    left, right = (set(re.findall(r"[A-Z]\w+", i.figure.doer)) for i in (a, b))
    return bool(left and right) and not left & right


def _is_people(item: Item) -> bool:
    """People, by any word for them."""
    return is_person(item.figure.counts) or bool(item.nation)
