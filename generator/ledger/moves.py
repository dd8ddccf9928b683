"""Rises and falls of one thing: "the Nasdaq index fell 3.2 percent" and "3.2 percent lost by the Nasdaq" are of one.

An index is told of every day, and by several names; what sets two things apart are the words of their names that are
not in data/acts.yml's list of words for an index; where there are none, whose index it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.figures.acts import act_words, nations_in
from generator.figures.numbers import unit_kinds
from generator.model import Figure

# How naming.py names a change, and what is lost or gained.
_NAMED = re.compile(r"(?:(?P<noun>\w+) (?:in|of)|[a-z ]+ (?P<verb>lost|gained) by) (?P<thing>.+?)(?: \([a-z ]+\))?$")


@dataclass(frozen=True, slots=True)
class Move:
    """What moved, by the words that set it apart, and whether it rose. Two that are equal are of one thing."""

    thing: frozenset[str]
    is_rise: bool
    is_daily: bool = field(compare=False)  # an index or a share, by name alone; sales and prices move over longer times


def find_move(figure: Figure) -> Move | None:
    """The move that a percentage or a number of points is of; None where the label names none."""
    is_change = figure.unit and unit_kinds()[figure.unit] in ("share", "change") and not figure.phrase
    named = _NAMED.match(figure.label) if is_change else None
    if named is None:
        return None
    words = act_words()["moves"]
    if named["noun"] and named["noun"] not in (*words["rises"], *words["falls"]):
        return None
    thing = re.sub(r"['’]s?(?=\s|$)", "", named["thing"])
    if not re.search(r"[A-Z]", thing):
        return None
    own = [w for w in re.findall(r"[\w&]+", thing) if w.lower() not in words["index"] and not w.isdigit()]
    is_daily = not any(w.islower() and len(w) > 3 for w in own)  # Bank of America
    own = [w.lower() for w in own if not nations_in(w)]
    own = words["short"].get(" ".join(own), " ".join(own)).split() or list(nations_in(thing))
    if not own:
        return None
    return Move(frozenset(own), named["noun"] in words["rises"] or named["verb"] == "gained", is_daily)
