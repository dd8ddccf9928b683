"""What an editor reads of people who could not be told apart or put together, and the line that settles it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Finding
from generator.people.clusters import Cluster
from generator.people.identity import Local

FILE = "briefing.yml"


def may_be_one(a: str, b: str, why: str) -> Finding:
    """Two names that stay apart, and `why` they may be one."""
    advice = (
        f"They stay apart. In `people`, under {a}, `same: [{b}]` joins them and `different: [{b}]` ends this finding."
    )
    return Finding(FILE, "people", f"{a} and {b} {why}", advice)


def has_slip(a: str, b: str) -> Finding:
    """Two names that were joined although a letter differs."""
    advice = f"In `people`, under {a}, `same: [{b}]` ends this finding and `different: [{b}]` keeps them apart."
    return Finding(FILE, "people", f"{a} and {b} were taken for one person whose name has a slip.", advice)


def can_be_several(local: Local, fits: Sequence[Cluster]) -> Finding:
    """A surname alone that several people bear."""
    who = " or ".join(spelled_out(c) for c in fits)
    advice = f"It counts for nobody. In `people`, `same: [{local.bare[0]}]` under one of them gives it to that person."
    return Finding(FILE, "people", f"{local.bare[0]} in {local.article} can be {who}.", advice)


def may_be_first_name(word: str, names: Sequence[str], articles: Sequence[str]) -> Finding:
    """A first name alone that one or several people bear; `articles` are those that use it."""
    advice = f"It counts for nobody. In `people`, `same: [{word}]` under one of them gives it to that person."
    return Finding(FILE, "people", f"{word} in {', '.join(articles)} may be {' or '.join(names)}.", advice)


def spelled_out(cluster: Cluster) -> str:
    """Every full name of somebody."""
    return " / ".join(cluster.names)
