"""What people are on board of: a ship, a plane or a bus, by its kind and, where the text has one, its name.

Two numbers of people on board are of one thing only where their carriers may be one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator import data
from generator.figures.acts import act_words

ABOARD = "be aboard"  # the sense's verb, for people who are aboard, on board, on the ferry


def find_carrier(text: str, start: int, end: int) -> str:
    """The ship, plane or bus nearest to the number from `start` to `end` of a paragraph: the one that they are said to
    be on, else the last before, else the first after; empty where there is none."""
    said = _on().match(text, end)
    before = [*_carrier().finditer(text, 0, start)]
    found = said or (before[-1] if before else None) or _carrier().search(text, end)
    if found is None:
        return ""
    return f"{found['kind']} {found['name']}" if found["name"] else found["kind"]


def is_on_one(text: str) -> bool:
    """True for words behind a noun that put it on board: "aboard the ferry", "on board", "who were on the bus"."""
    return _aboard().match(text) is not None


def carrier_words(carrier: str) -> frozenset[str]:
    """A carrier's words, its kind by one word for all of that kind: a ferry is a ship."""
    kind, _, name = carrier.partition(" ")
    kinds = (k[0] for k in act_words()["carriers"] if kind.lower() in k)
    return frozenset((next(kinds, kind.lower()), *name.split())) if carrier else frozenset()


def _kinds() -> str:
    return data.one_of(word for kind in act_words()["carriers"] for word in kind)


@lru_cache(maxsize=1)
def _carrier() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<kind>(?i:{_kinds()}))\b(?: [“\"]?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*))?")


@lru_cache(maxsize=1)
def _on() -> re.Pattern[str]:
    """What stands between a number and the carrier that it is on."""
    article = "(?:an?|the|its|his|her|their)"
    return re.compile(rf"[^.;:,]{{0,40}}?\b(?:aboard|on|on board)\s+{article}\s+{_carrier().pattern}")


@lru_cache(maxsize=1)
def _aboard() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:who (?:were|was|are) |that were |travell?ing )?"
        rf"(?:on board|aboard|on (?:an?|the|its) (?:\w+ )?(?:{_kinds()}))\b"
    )
