"""The steps of the measures one by one on a common line of time: what was done, by whom, and when as far as is told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.briefing import Measure
from generator.pages.charts import WIDTH, Scale, fit
from generator.pages.phrases import parties, party
from generator.pages.timecharts import Tick, place_labels, year_ticks
from generator.steps.rules import load_rules

_STEP = 60  # height of a step: two lines of words and a line of time
_LINE = 16  # less where nobody is named who took it
_WORDS = 46  # characters of a line of words, some of them bold


@dataclass(frozen=True, slots=True)
class Leap:
    """One step: its words at `base`, its time on the line at `y`. `kind` is more or less of it, or promised; `after`
    is the year of what came before it, where only that has a date, else empty."""

    base: float
    y: float
    action: str
    target: str
    actors: str
    kind: str
    x1: float
    x2: float
    after: str

    @property
    def wide(self) -> float:
        """How long its stretch of time is."""
        return round(self.x2 - self.x1, 1)

    @property
    def is_late(self) -> bool:
        """True where no words have room to the right of it."""
        return self.x2 > WIDTH * 0.6

    @property
    def middle(self) -> float:
        """Where its shape is drawn."""
        return round((self.x1 + self.x2) / 2, 1)


@dataclass(frozen=True, slots=True)
class Stairs:
    """The steps, earliest first, on a common line of time."""

    width: int
    height: float
    leaps: tuple[Leap, ...]
    ticks: tuple[Tick, ...]
    top: float
    base: float
    timeless: int  # steps that are not drawn


_LESS = ("eased", "lifted")
_PROMISES = ("lifted", "eased", "tightened", "froze", "cut off")  # told from one another by their verbs alone


def stairs(measures: Sequence[Measure]) -> Stairs | None:
    """The steps of the measures that have a time; None where fewer than two have one."""
    timed = [(measure, _time(measure)) for measure in measures]
    known = [(measure, time) for measure, time in timed if time]
    if len(known) < 2:
        return None
    known.sort(key=lambda pair: (pair[1][0], pair[1][1]))
    first, last = min(t[0].year for _, t in known), max(t[1].year for _, t in known)
    place = Scale(dt.date(first, 1, 1).toordinal(), dt.date(last, 12, 31).toordinal() + 1, 8, WIDTH - 8)
    *tops, end = accumulate((_STEP if m.actors else _STEP - _LINE for m, _ in known), initial=0)
    leaps = tuple(_leap(top, measure, time, place) for top, (measure, time) in zip(tops, known, strict=True))
    base = end + 6
    ticks = place_labels(year_ticks(first, last), place)
    return Stairs(WIDTH, base + 20, leaps, ticks, leaps[0].y - 7, base, len(measures) - len(leaps))


def _time(measure: Measure) -> tuple[dt.date, dt.date, bool] | None:
    """From when to when; True where that is only the year of what came before it."""
    if measure.when:
        return measure.when.start, measure.when.end, False
    years = re.findall(r"\b(?:19|20)\d\d\b", measure.when_text)
    return (dt.date(int(years[-1]), 1, 1), dt.date(int(years[-1]), 12, 31), True) if years else None


_NO_NOUN = r"(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )"  # "the ban" is no verb


def undertaken(measure: Measure) -> str:
    """The step's action, of a promise with what was promised where its sentence says so: promised to lift."""
    if measure.action == load_rules()["undertaking"]["key"]:
        for key in _PROMISES:
            rule = next(rule for rule in load_rules()["actions"] if rule["key"] == key)
            for verb in rule["verbs"]:
                if re.search(rf"{_NO_NOUN}\b{verb.rstrip('e')}(?:e|es|s|ed|ing)?\b", measure.statement.text):
                    return f"{measure.action} to {verb}"
    return measure.action


def _kind(action: str) -> str:
    """How a step is drawn: less or more of the measures, and whether it is only promised."""
    verb = action.rpartition(" to ")[2]
    is_less = any(
        verb == rule["key"] or verb in rule["verbs"] for rule in load_rules()["actions"] if rule["key"] in _LESS
    )
    way = "less" if is_less else "more"
    return f"promised {way}" if action.startswith(load_rules()["undertaking"]["key"]) else way


def _leap(top: int, measure: Measure, time: tuple[dt.date, dt.date, bool], place: Scale) -> Leap:
    start, end, after = time
    action = undertaken(measure)
    x1, x2 = place(start.toordinal()), place(end.toordinal() + 1)
    return Leap(
        base=top + 14,
        y=top + 43 if measure.actors else top + 43 - _LINE,
        action=action,
        target=fit(party(measure.target), _WORDS - len(action)),
        actors=fit(parties(measure.actors), _WORDS - 3),
        kind=_kind(action),
        x1=x1,
        x2=max(x2, x1 + 4),
        after=str(start.year) if after else "",
    )
