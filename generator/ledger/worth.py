"""What deserves a row. What several origins count does: that they do says that it matters. A number that one origin
gives has to tell a reader something by itself: the fate of people, or what a named party did, has or lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.figures.acts import act_words, nations_in
from generator.figures.numbers import unit_kinds
from generator.ledger.items import Item
from generator.ledger.labels import find_template

_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|its|their|his|her|our|your|my|first|last|next|other)\s+(?:\w+\s+)?$", re.I
)

_RATE = re.compile(r"\b(?:each|every|per) (?:hour|day|week|month|year)\b", re.I)
_POINTING = re.compile(r"\b(?:these|those|both)\s+(?:\w+\s+)?$", re.I)


def is_bare(items: Sequence[Item], name: str) -> bool:
    """Too little for a row. `name` is what the row would be called."""
    first = items[0]
    if len({i.origin for i in items}) > 1 or first.kind == "population":
        return False
    if first.is_of_change:
        return not (first.owner_name or len(first.figure.phrase.split()) > 1)
    if first.figure.unit:
        return not _is_told(first, name)
    if first.of_them:
        return not first.figure.label
    if _is_garbled(first) or all(i.is_asked or _RATE.search(i.sentence) for i in items):
        return True  # so many a month: nobody counts what they come to
    if first.sense is not None and not first.is_of_things:
        if first.family == "stock" and first.figure.counts in first.sense.implied_by and _POINTING.search(first.before):
            return True  # those 12 prisoners: that they are held is in the word, and no news
        return find_template(first, items) is None
    if first.owner_name and not nations_in(first.figure.whose):
        return False
    figure = first.figure
    is_apart = bool(figure.doer or nations_in(figure.phrase))
    if _DEFINITE.search(first.before) or not is_apart or figure.counts == "other":
        return True  # the two companies: a description, not a count
    is_said = bool(figure.act) and figure.act not in act_words()["hollow"]
    return not (is_said and (first.sense is not None or figure.label != figure.phrase))


def _is_told(item: Item, name: str) -> bool:
    """A measure that says whose it is: by a name, a people or the world, or as the length of what is going on."""
    if item.is_asked and not item.owner_name:
        return False
    words = re.sub(r"\([^()]*\)", "", name).split() if item.figure.unit else name.split()
    if item.owner_name or nations_in(name) or any(w[:1].isupper() for w in words):
        return True
    if re.search(r"\b(?:world|global|worldwide)", name):
        return True
    is_time = unit_kinds()[item.figure.unit] == "time"
    return is_time and item.figure.counts in act_words()["lasting"]


def _is_garbled(item: Item) -> bool:
    """Hardly a noun, or one thing where several are counted: the number is part of a name (the 777 jet) or a list."""
    figure = item.figure
    words = figure.phrase.lower().split()
    if item.nation or not words:
        return False
    is_single = figure.low > 1 and figure.counts.lower() in words and figure.counts not in act_words()["unchanging"]
    is_odd = words[0] in ("and", "or") or re.search(r"^\d|[\"“”]", figure.phrase) is not None or len(figure.counts) < 3
    is_twice = words[-1].rstrip("s") == figure.act or figure.act in words[-1:]  # orders ordered
    return is_single or is_odd or is_twice
