"""Where things stand in the drawings of figures: pure geometry, in the units of the drawing's own view box.

Templates draw it. Every drawing repeats what the page says in words beside it, so it can be left unseen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.briefing import Entry, Row
from generator.model import Figure
from generator.pages.phrases import amount, bound, number

WIDTH = 340  # of every drawing: a phone of 390 px shows it a little enlarged
LETTER = 7.3  # width of a character at a font size of 12, measured in DejaVu Sans, the widest in use
_LANE = 36  # height of an entry: its words, and the line below them
_WORDS = 44  # characters of a source's name and its value together
_MARGIN = 20  # room for the arrow of a bound at either end
_FLAT = 1.15  # where the greatest value is not that much more than the least, a line from nought would tell nothing
_MOST_DOTS = 500  # more are a grey field, not a number of people
_PITCH = 11  # from dot to dot
_ACROSS = 25  # dots in a row, so that rows can be counted
_KINDS = {
    "range": "bar", "at least": "up", "more than": "up", "at most": "down", "fewer than": "down",
    "about": "about", "nearly": "about",
}  # fmt: skip


class Scale:
    """A value's place between two ends of a drawing; in the middle where there is but one value."""

    def __init__(self, least: float, most: float, left: float, right: float) -> None:
        self.least, self.span, self.left, self.right = least, most - least, left, right

    def __call__(self, value: float) -> float:
        """Where the value stands."""
        part = (value - self.least) / self.span if self.span else 0.5
        return round(self.left + part * (self.right - self.left), 1)


def fit(text: str, most: int) -> str:
    """As many whole words of the text as have room in so many characters, with an ellipsis; one word at least."""
    if len(text) <= most:
        return text
    kept, *others = text.split()
    for word in others:
        if len(kept) + len(word) + 2 > most:
            return f"{kept}…"
        kept = f"{kept} {word}"
    return kept


@dataclass(frozen=True, slots=True)
class Lane:
    """One entry: its source, a mark from `x1` to `x2`, its value in words. `kind` says how the mark is drawn (dot, bar,
    up for at least, down for at most, about), `colour` is the number of its origin, `y` its middle."""

    y: float
    name: str
    value: str
    kind: str
    x1: float
    x2: float
    colour: int

    @property
    def base(self) -> float:
        """The baseline of its words."""
        return self.y - 12


@dataclass(frozen=True, slots=True)
class Plot:
    """The values of a row on a common line; `start` is the number that it begins with.
    `band` is the stretch between values that cannot be reconciled, `guides` are values that several give."""

    width: int
    height: float
    start: str
    lanes: tuple[Lane, ...]
    guides: tuple[float, ...]
    band: tuple[float, float] | None

    @property
    def axis(self) -> float:
        """Where the common line lies."""
        return self.height - 20

    @property
    def base(self) -> float:
        """The baseline of the number below it."""
        return self.height - 4

    @property
    def band_width(self) -> float:
        """How wide the band is."""
        return round(self.band[1] - self.band[0], 1) if self.band else 0


def values(row: Row, colours: Mapping[str, int], names: Mapping[str, str]) -> Plot | None:
    """The values of a row on a common line, a line an entry; None where all of them are the same.

    `colours` gives each origin's number, `names` what each article is called. The line begins with nought, unless the
    values lie so close that it would tell nothing.
    """
    entries = [entry for entry in row.entries if not _is_vague(entry.figure)]
    if len({(e.figure.low, e.figure.high, e.figure.bound) for e in entries}) < 2:
        return None
    texts = [f"{bound(e.figure)} {amount(e.figure)}".strip() for e in entries]
    titles = [fit(names.get(e.article, ""), _WORDS - len(text)) for e, text in zip(entries, texts, strict=True)]
    least, most = min(e.figure.low for e in entries), max(e.figure.high for e in entries)
    start = 0 if least >= 0 and most >= _FLAT * least else least
    place = Scale(start, most, _MARGIN, WIDTH - _MARGIN)
    lanes = tuple(
        _lane(n, e, t, v, place, colours) for n, (e, t, v) in enumerate(zip(entries, titles, texts, strict=True))
    )
    given = [lane.x1 for lane in lanes]
    guides = tuple(sorted({x for x in given if given.count(x) > 1}))
    band = (min(given), max(lane.x2 for lane in lanes)) if row.verdict in ("conflict", "unreconciled") else None
    return Plot(WIDTH, len(lanes) * _LANE + 26, number(start), lanes, guides, band)


def _lane(n: int, entry: Entry, name: str, value: str, place: Scale, colours: Mapping[str, int]) -> Lane:
    figure = entry.figure
    kind = _KINDS.get(figure.bound, "dot")
    colour = colours.get(entry.origin, 0)
    return Lane(n * _LANE + 25, name, value, kind, place(figure.low), place(figure.high), colour)


def _is_vague(figure: Figure) -> bool:
    """True for "dozens" and the like: drawn, their ends would be numbers that nobody gave."""
    return figure.high > 2 * figure.low and not any(character.isdigit() for character in figure.text)


@dataclass(frozen=True, slots=True)
class Total:
    """A whole and its parts, which do not make it: two bars, the second in pieces, and what is missing or too much."""

    width: int
    whole: str
    whole_wide: float
    parts: str
    pieces: tuple[tuple[float, float], ...]
    gap: tuple[float, float]
    gap_text: str


def total(row: Row) -> Total | None:
    """The drawing of a row whose reason is that exact parts do not make the whole; None for any other row."""
    figures = [e.figure for e in row.entries if e.figure.bound == "exactly"]
    if row.verdict != "unreconciled" or " + " not in row.reason or len(figures) < 3:
        return None
    whole, *parts = sorted((f.low for f in figures), reverse=True)
    made = sum(parts)
    if not 0 < abs(whole - made) < whole / 2:
        return None
    place = Scale(0, max(whole, made), 0, WIDTH)
    pieces, at = [], 0.0
    for part in reversed(parts):
        pieces.append((place(at), round(place(at + part) - place(at), 1)))
        at += part
    low, high = sorted((place(whole), place(made)))
    written = f"{' + '.join(number(part) for part in reversed(parts))} = {number(made)}"
    rest = f"{number(abs(whole - made))} {'not broken down' if made < whole else 'more than the whole'}"
    return Total(WIDTH, number(whole), place(whole), written, tuple(pieces), (low, round(high - low, 1)), rest)


@dataclass(frozen=True, slots=True)
class Dots:
    """A field of dots, one for each that is counted."""

    width: int
    height: int
    places: tuple[tuple[float, float], ...]


def dots(count: int) -> Dots | None:
    """So many dots; None for fewer than two, or too many to be told apart."""
    if not 1 < count <= _MOST_DOTS:
        return None
    across = min(count, _ACROSS)
    places = tuple((n % across * _PITCH + 5.5, n // across * _PITCH + 5.5) for n in range(count))
    return Dots(across * _PITCH, -(-count // across) * _PITCH, places)
