"""The name of a ledger row, in the articles' own words: short, lower case, no word twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.figures.acts import participle, state_sense
from generator.figures.naming import name_loosely
from generator.figures.numbers import unit_kinds
from generator.figures.reading import TIMELESS
from generator.ledger.items import Item
from generator.ledger.lineup import world_topic

_POINTING = ("them", "those", "these", "whom")  # of whom nobody knows who they are away from the article
_LONGEST = 70  # characters; longer names break the table on a phone


def name_row(items: Sequence[Item]) -> str:
    """What the row counts: "prisoners freed", "population of Chile". Empty where the texts say too little for it."""
    first = next((i for i in items if i.is_exact), items[0])
    name = _name(first, items)
    name = re.sub(r"\s+", " ", re.sub(r"\b(\w+)( \1\b)+", r"\1", name)).strip(" ,;—-")
    is_past = not first.is_now and first.sense is not None and not first.figure.unit and not first.of_them
    if is_past and first.sense_name != "held" and not first.figure.planned:
        name += _when(items)
    return name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0]


def _name(first: Item, items: Sequence[Item]) -> str:
    figure = first.figure
    owner = next((i.owner_name for i in items if i.owner_name), "")
    if figure.counts in TIMELESS:
        return f"{figure.counts} of {owner}" if owner else figure.counts if figure.counts == "population" else ""
    if first.is_of_change:
        return _name_change(items, owner)
    if figure.unit:
        return _name_measure(first, items, owner)
    phrase = _phrase(items)
    if not phrase:
        return ""
    if first.of_them:
        return _name_part(first, phrase) if phrase not in _POINTING else ""
    if first.nation and any(i.sense_name == "freed" for i in items):
        return f"{phrase} among those freed"
    if first.sense is None:
        name = _plain(figure.label or phrase)
        name = _done(name, items) if figure.label.endswith(f" {participle(figure.act)}") else name
        return f"{name} ({owner})" if owner and owner.split()[-1] not in name and not first.nation else name
    if all(i.is_picked for i in items) and first.sense.label == f"{{phrase}} {first.sense.name}":
        return f"{phrase} among those {first.sense.name}"
    template = find_template(first, items)
    if template is None:
        return _plain(figure.label or phrase)
    others = next((i.others_of for i in items if i.others_of), "people")
    name = template.format(phrase=others if phrase == "others" else phrase, place=figure.place)
    return _done(name, items) if first.is_of_things else _to_come(name, template, items)


def _name_change(items: Sequence[Item], owner: str) -> str:
    """ "staff, before and after (Air Peru)"."""
    phrase = max((_plain(i.figure.phrase) for i in items), key=lambda p: len(p.split()))  # whoever says most
    unit = items[0].figure.unit
    if not phrase:
        return ""
    behind = [owner] if owner and owner.split()[-1] not in phrase else []
    told = ", ".join([*behind, unit] if unit else behind)
    return f"{phrase}, before and after ({told})" if told else f"{phrase}, before and after"


def _done(name: str, items: Sequence[Item]) -> str:
    """ "jets ordered" with who does it and, where nobody says that it is done, as something to come."""
    doer = next((i.figure.doer for i in items if i.figure.doer), "")
    if all(i.figure.planned for i in items):
        thing, _, done = name.rpartition(" ")
        name = f"{thing} to be {done}"
    return f"{name} by {doer}" if doer and doer.split()[-1] not in name else name


def _to_come(name: str, template: str, items: Sequence[Item]) -> str:
    """ "prisoners to be freed", where nobody says that they are."""
    act = template.removeprefix("{phrase} ").split()[0]
    is_act = act.endswith(("ed", "nt"))  # freed, killed, sent to; not dead, in hospital
    if not all(i.figure.planned for i in items) or not is_act or items[0].family == "stock":
        return name
    return re.sub(rf" {act}\b", f" to be {act}", name, count=1)


def find_template(first: Item, items: Sequence[Item]) -> str | None:
    """The sense's name for a plain count, with {phrase} and {place} to fill; None where the texts cannot fill it."""
    if first.sense is None:
        return None
    is_receiving = any(i.figure.act in first.sense.receiving for i in items)
    template = first.sense.label if is_receiving else first.sense.label_away
    if first.sense.label_verbs and not any(i.figure.act in first.sense.label_verbs for i in items):
        template = first.sense.label_else
    return template if template and ("{place}" not in template or first.figure.place) else None


def _name_part(first: Item, phrase: str) -> str:
    """A part of a whole, by what sets it off: "sailors freed in deals made by Chile"."""
    tail, done = first.figure.label, first.sense_name if first.sense else ""
    if tail.startswith("who ") and first.sense is not None and state_sense(tail) is first.sense:
        return f"{phrase} {done}"  # rescued, who were brought to safety
    if not tail:
        return f"part of the {phrase} {done}".strip()
    return f"{phrase} {tail}" if tail.startswith("whose ") or not done else f"{phrase} {done} {tail}"


def _name_measure(first: Item, items: Sequence[Item], owner: str) -> str:
    """A figure with a unit: "days of imprisonment (Berg)"; the unit is in the name."""
    figure = first.figure
    if first.sense_name == "ruled":
        return f"{figure.unit} in power ({owner})" if owner else ""
    if topic := world_topic(items):
        return f"share of the world's {topic} ({figure.unit})"
    is_time = unit_kinds()[figure.unit] == "time"
    if is_time and first.sense_name in ("held", "sentenced") and not owner:
        return ""
    if is_time and first.sense_name == "sentenced":
        return f"length of sentence ({owner})"
    name = _plain(next((i.figure.label for i in items if i.figure.label), ""))
    if not name and len({i.origin for i in items}) > 1:
        name = _plain(name_loosely(figure.unit, figure.phrase))
    if not name or (is_time and figure.phrase.startswith(("in ", "behind ")) and not owner):
        return ""
    if first.move is not None:
        return name  # it has the index's name
    if owner and owner.split()[-1] in name:
        return name if owner in name else re.sub(rf"\b{re.escape(owner.split()[-1])}\b", owner, name, count=1)
    return f"{name} ({owner})" if owner and " by " not in name else name


def _phrase(items: Sequence[Item]) -> str:
    """The phrase that most of the items use for what is counted, without what the row's name says anyway."""
    drop = set(items[0].sense.drop) if items[0].sense else set()
    words = [" ".join(w for w in i.figure.phrase.split() if w.lower() not in drop) or i.figure.phrase for i in items]
    named = [w for w in words if w not in ("others", "them", "")] or words
    exact = [w for w, i in zip(words, items, strict=True) if i.is_exact and w in named] or named
    pairs = [(w, i) for w, i in zip(words, items, strict=True) if i.kind != "person"]
    widest = min((len(i.scope) for _, i in pairs), default=0)
    narrow = {w for w, i in pairs if len(i.scope) > widest}  # not every text says political
    exact = [w for w in exact if w not in narrow] or [w for w in named if w not in narrow] or exact
    counted, precise = Counter(exact), {w for w, _ in pairs}
    return _plain(max(exact, key=lambda w: (counted[w], w in precise, -exact.index(w))))


def _plain(text: str) -> str:
    """Without a determiner or a dash at its head and a possessor's mark alone."""
    return re.sub(r"^(?:the|a|an|its|his|her|their|[—–-])\s+", "", re.sub(r"\s+", " ", text).strip(), flags=re.I)


def _when(items: Sequence[Item]) -> str:
    """ " earlier", where what is dated lies before the article's news."""
    if any(i.when and i.day and i.when.end < i.day for i in items):
        return " earlier"
    return "" if any(i.when for i in items) else ", no date given"
