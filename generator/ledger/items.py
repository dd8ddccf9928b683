"""A figure with what lining it up needs: whose reporting, what it says happened to what, when, and on whose word."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from generator.figures.acts import Sense
from generator.ledger.moves import Move
from generator.model import Figure, Interval


@dataclass(frozen=True, slots=True)
class Item:
    """A figure with what lining it up needs."""

    article: str
    position: int  # order over all articles
    origin: str
    origin_name: str
    figure: Figure
    sense: Sense | None
    kind: str
    nation: str  # Ukraine, where Ukrainians are counted
    owner: str  # Person.id, a country or the word itself, in lower case
    owner_name: str
    scope: frozenset[str]
    when: Interval | None
    is_now: bool  # of the article's own news, not of an earlier time
    of_them: bool  # "about 70 of them"
    day: dt.date | None  # the article's date
    as_of: dt.date | None  # the day that a toll was counted on, or that something moved on
    move: Move | None  # what rose or fell by so much
    voice: str
    speaker: str  # Person.id of the voice, where it is one
    sentence: str
    names: frozenset[str]
    is_asked: bool  # in a question that somebody puts in a transcript, who reports nothing
    others_of: str  # prisoners, where "eight others" come after a word for them in the paragraph

    @property
    def sense_name(self) -> str:
        """The sense's name, else the verb itself."""
        return self.sense.name if self.sense else self.figure.act

    @property
    def family(self) -> str:
        """The sense's family, else the verb itself."""
        return self.sense.family if self.sense else self.figure.act

    @property
    def is_flow(self) -> bool:
        """Something that happens to what is counted, and no state of it."""
        return self.sense is not None and not self.sense.is_lasting

    @property
    def is_lasting(self) -> bool:
        """A state of what is counted."""
        return self.sense is not None and self.sense.is_lasting

    @property
    def is_of_things(self) -> bool:
        """Something that happens to things, which has to say whose they are."""
        return self.sense is not None and self.sense.is_of_things

    @property
    def is_carried(self) -> bool:
        """People on board of a ship, a plane or a bus, which is the figure's doer."""
        return self.sense is not None and self.sense.is_carried

    @property
    def is_exact(self) -> bool:
        """A number said without a bound or a range."""
        return self.figure.bound == "exactly" and self.figure.low == self.figure.high

    @property
    def is_bound(self) -> bool:
        """A number that the true one does not go below, or not above: at least 30, as many as 30."""
        return self.figure.bound in ("at least", "more than", "at most", "fewer than")

    @property
    def is_before(self) -> bool:
        """Where a change began: the 1,650 of "cut staff from 1,650 to 1,400"."""
        return self.figure.change is not None and self.figure.low == self.figure.change[0]

    @property
    def is_picked(self) -> bool:
        """Named out of a larger group: "among them two Danes", "two Danes were among those freed"."""
        return bool(
            re.search(r"\b(?:including|among (?:them|those|whom))\b[^;]{0,60}$", self.before, re.I)
            or re.search(r"\b(?:is|are|was|were) among (?:them|those|the)\b", self.onward, re.I)
        )

    @property
    def is_beside(self) -> bool:
        """Others than one who is named: with that one, one more."""
        return bool(self.figure.counts == "other" and self.figure.whose)

    @property
    def is_of_change(self) -> bool:
        """One end of a change of something, and no count of what happened to it."""
        return self.figure.change is not None and self.sense is None

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.sentence[: max(0, self.figure.span.start - self.figure.sentence.start)]

    @property
    def onward(self) -> str:
        """The sentence from the figure on."""
        return self.sentence[len(self.before) :]

    @property
    def said(self) -> str:
        """The figure in the article's words, with what sets it apart: eight others, another eight."""
        text = re.sub(r"\s+", " ", self.figure.text)
        if self.figure.change is not None and (tie := re.search(r"\b(?:from|to)\s+$", self.before)):
            return f"{tie.group().strip()} {text}"
        if another := re.search(r"\banother\s+$", self.before, re.I):
            return f"{another.group().strip()} {text[0].lower()}{text[1:]}"
        return f"{text} {self.figure.phrase}" if self.figure.counts == "other" else text

    @property
    def span(self) -> tuple[float, float]:
        """The values that the words allow. "About" and "nearly" allow 15 percent, which takes in 20 for 17 to 23."""
        low, high, bound = self.figure.low, self.figure.high, self.figure.bound
        if self.is_beside:
            high += 1
        return {
            "at least": (low, float("inf")),
            "more than": (low, float("inf")),
            "at most": (0.0, high),
            "fewer than": (0.0, high),
            "about": (low * 0.85, high * 1.15),
            "nearly": (low * 0.85, high),
        }.get(bound, (low, high))
