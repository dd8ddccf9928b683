"""The name of a ledger row, in the articles' own words: short, lower case, no word twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.items import Item
from generator.lineup import world_topic

_LONGEST = 70  # characters; longer names break the table on a phone


def name_row(items: Sequence[Item]) -> str:
    """What the row counts: "prisoners freed", "population of Chile". Empty where the texts say too little for it."""
    first = next((i for i in items if i.is_exact), items[0])
    name = _name(first, items)
    name = re.sub(r"\s+", " ", re.sub(r"\b(\w+)( \1\b)+", r"\1", name)).strip(" ,;—-")
    if not first.is_now and first.sense is not None and not first.figure.unit and first.sense.name != "held":
        name += _when(items)
    return name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0]


def is_bare(items: Sequence[Item]) -> bool:
    """Too little for a row: one article's number of a thing that nothing is said of ("two countries"), or a small or
    vague one of a thing that only its adjective tells apart."""
    first = items[0]
    if any(i.figure.unit or i.sense or i.kind == "population" for i in items) or len({i.article for i in items}) > 1:
        return False
    if first.figure.act or (first.owner_name and not first.nation):
        return False
    return not first.scope or first.figure.high <= 3 or first.figure.bound == "range"


def _name(first: Item, items: Sequence[Item]) -> str:
    figure = first.figure
    owner = next((i.owner_name for i in items if i.owner_name), "")
    if figure.counts in ("age", "population"):
        return f"{figure.counts} of {owner}" if owner else figure.counts if figure.counts == "population" else ""
    if figure.unit:
        return _name_measure(first, items, owner)
    phrase = _phrase(items)
    if not phrase:
        return ""
    if first.of_them:
        return f"part of the {phrase} {first.sense_name if first.sense else ''}".strip()
    if first.nation and any(i.sense_name == "freed" for i in items):
        return f"{phrase} among those freed"
    if first.sense is None:
        name = _plain(figure.label or phrase)
        return f"{name} ({owner})" if owner and owner.split()[-1] not in name and not first.nation else name
    template = first.sense.label
    if "{place}" in template and not any(i.figure.act in first.sense.receiving for i in items):
        template = first.sense.label_away
    if "{place}" in template and not figure.place:
        return _plain(figure.label or phrase)
    if "{" in template.replace("{phrase}", "").replace("{place}", ""):
        return _plain(figure.label or phrase)
    return template.format(phrase="people" if phrase == "others" else phrase, place=figure.place)


def _name_measure(first: Item, items: Sequence[Item], owner: str) -> str:
    """A figure with a unit: "days of imprisonment (Berg)"; the unit is in the name."""
    figure = first.figure
    if first.sense_name == "ruled":
        return f"{figure.unit} in power ({owner})" if owner else ""
    if topic := world_topic(items):
        return f"{figure.unit} of the world's {topic}"
    name = _plain(figure.label)
    if not name:
        return ""
    if owner and owner.split()[-1] not in name:
        name = f"{name} ({owner})"
    return name


def _phrase(items: Sequence[Item]) -> str:
    """The phrase that most of the items use for what is counted, without what the row's name says anyway."""
    drop = set(items[0].sense.drop) if items[0].sense else set()
    words = [" ".join(w for w in i.figure.phrase.split() if w.lower() not in drop) or i.figure.phrase for i in items]
    named = [w for w in words if w not in ("others", "them", "")] or words
    exact = [w for w, i in zip(words, items, strict=True) if i.is_exact and w in named] or named
    counted, precise = Counter(exact), {w for w, i in zip(words, items, strict=True) if i.kind != "person"}
    return _plain(max(exact, key=lambda w: (counted[w], w in precise, -exact.index(w))))


def _plain(text: str) -> str:
    """Without a determiner or a dash at its head and a possessor's mark alone."""
    return re.sub(r"^(?:the|a|an|its|his|her|their|[—–-])\s+", "", re.sub(r"\s+", " ", text).strip(), flags=re.I)


def _when(items: Sequence[Item]) -> str:
    """ " earlier", where all that is dated lies before the article's news."""
    return " earlier" if any(i.when and i.day and i.when.end < i.day for i in items) else " at other times"
