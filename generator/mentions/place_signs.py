"""Words beside a name that only a place has beside it: data/places.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator import data


@dataclass(frozen=True, slots=True)
class PlaceSign:
    """A line of data/places.yml: on which side of a name, what, and how much it says."""

    is_before: bool
    pattern: re.Pattern[str]
    is_weak: bool


@lru_cache(maxsize=1)
def place_signs() -> tuple[PlaceSign, ...]:
    """data/places.yml."""
    rows = data.load("places")
    return tuple(
        PlaceSign(side == "before", re.compile(row["pattern"]), bool(row.get("weak")))
        for side in ("before", "after")
        for row in rows[side]
    )
