"""One figure in two units: 132 pounds and some 60 kilograms, 1,613 days and more than four years.

A bound goes with the figure: what is about so many miles is about so many kilometres, and never exactly.
"""

from __future__ import annotations

import math
from functools import lru_cache

from generator import data
from generator.figures.numbers import Number

# How far a figure told as "about" may be from what the other one comes to; a half more than among figures of one unit
# would let 45 kg pass for 90 pounds, and a writer who converts rounds to the nearest whole.
_NEAR = 0.04
# How far below the converted figure a "more than", how far above it a "nearly" may lie, where the whole unit is no
# nearer: four years for 4.4 of them, 40 kg for 40.8.
_BESIDE = 0.1
_LOOSER = {
    "exactly": ("exactly",),
    "range": ("range",),
    "about": ("exactly", "about"),
    "more than": ("exactly", "more than", "at least"),
    "at least": ("exactly", "more than", "at least"),
    "nearly": ("exactly", "nearly"),
    "fewer than": ("exactly", "fewer than", "at most"),
    "at most": ("exactly", "fewer than", "at most"),
}


@lru_cache(maxsize=1)
def _sizes() -> dict[str, tuple[str, float]]:
    lines = data.load("conversions")["sizes"].items()
    return {unit: (kind, size) for kind, units in lines for unit, size in units.items()}


def is_converted(number: Number, other: Number) -> bool:
    """Whether a figure says what another one of another unit says, as exactly as that one or looser, by not much."""
    (kind, size), (its, other_size) = (_sizes().get(n.unit, ("", 1.0)) for n in (number, other))
    if not kind or kind != its or number.unit == other.unit or other.bound not in _LOOSER[number.bound]:
        return False
    low, high = (value * other_size / size for value in (other.low, other.high))
    is_strict = number.bound in ("more than", "fewer than") and other.bound != number.bound
    if is_strict and math.isclose(low, number.low, rel_tol=1e-9):
        return False  # three decades are not more than 30 years
    if kind == "time":
        return _is_span(number, other, low)
    return _is_near(number, low) and (number.bound != "range" or _is_round_of(number.high, high))


def _is_span(number: Number, other: Number, value: float) -> bool:
    """Lengths of time: exact ones only from exact ones, in whole units (48 hours, two days)."""
    if number.bound == other.bound and _whole_months(number) == _whole_months(other):
        return True
    if {number.unit, other.unit} == {"days", "months"} and number.bound == other.bound:
        days, months = (other, number) if number.unit == "months" else (number, other)
        return days.low == 30 * months.low <= 360  # sixty days to answer are two months
    if number.bound in ("exactly", "range"):
        is_even = {number.unit, other.unit} <= {"minutes", "hours", "days", "weeks"}
        return is_even and number.bound == "exactly" and math.isclose(value, number.low, rel_tol=1e-9)
    return _is_near(number, value)


def _whole_months(number: Number) -> float:
    """Its length in months by the calendar; one of its own kind where it has none."""
    months = {"decades": 120.0, "years": 12.0, "months": 1.0}.get(number.unit)
    return number.low * months if months else -_sizes()[number.unit][1] * number.low


def _is_near(number: Number, value: float) -> bool:
    low = number.low
    match number.bound:
        case "about":
            return abs(low - value) <= _NEAR * value
        case "more than" | "at least":
            return low <= value and (math.floor(value) == low or value <= low * (1 + _BESIDE))
        case "nearly" | "fewer than" | "at most":
            return 0 <= low - value <= _BESIDE * low
    return _is_round_of(low, value)


def _is_round_of(number: float, value: float) -> bool:
    """The value rounded to a whole number, or to as many digits as the number has, two at least."""
    digits = max(2, len(f"{number:.10g}".replace(".", "").strip("0")))
    return number == round(value) or math.isclose(number, float(f"{value:.{digits}g}"))
