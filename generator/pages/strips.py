"""Which articles carry something, as a row of numbered squares, and how much of each stands in the others.

Every article has one number on all of these, and the colour of its origin; a square is filled, with its number light,
or hollow, so that nothing rests on colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import groupby

from generator.briefing import Agreement, Briefing, Measure, Origin, Person, Row
from generator.pages.charts import WIDTH
from generator.pages.desk import SourceName
from generator.pages.passages import dangles
from generator.pages.phrases import share
from generator.pages.stairs import undertaken

_STEP = 22  # from square to square
_SIDE = 18
_ROW = 14  # squares in a row: 308 px, which a phone has room for
_CELL = 48  # of the table of shared wording: room for its share below a square
_HEAD = 26  # the numbers above and beside that table
_LEAST_CELL = 30  # with less room a share is drawn, not written


@dataclass(frozen=True, slots=True)
class Square:
    """One article's square: where it begins, its number, its origin's, and whether it is filled."""

    x: int
    y: int
    article: str
    number: int
    colour: int
    is_filled: bool

    @property
    def middle(self) -> int:
        """Where its number is centred."""
        return self.x + _SIDE // 2

    @property
    def base(self) -> int:
        """The baseline of its number."""
        return self.y + 13


@dataclass(frozen=True, slots=True)
class Strip:
    """A square for every article."""

    width: int
    height: int
    squares: tuple[Square, ...]

    @property
    def filled(self) -> tuple[Square, ...]:
        """Those of the articles that carry it."""
        return tuple(square for square in self.squares if square.is_filled)


class Numbering:
    """Gives every article its number, in the order of the origins, and its origin's colour."""

    def __init__(self, briefing: Briefing) -> None:
        colours = {id: n for n, origin in enumerate(briefing.origins, start=1) for id in origin.articles}
        ordered = [a.id for a in sorted(briefing.articles, key=lambda a: colours.get(a.id, len(colours) + 1))]
        self._squares = tuple((id, n, colours.get(id, 0)) for n, id in enumerate(ordered, start=1))
        self.numbers = {id: number for id, number, _ in self._squares}

    def strip(self, articles: Collection[str]) -> Strip:
        """The row of squares, filled for these articles."""
        squares = tuple(
            Square((n - 1) % _ROW * _STEP + 1, (n - 1) // _ROW * _STEP + 1, id, n, colour, id in articles)
            for id, n, colour in self._squares
        )
        count = len(squares)
        return Strip(min(count, _ROW) * _STEP, -(-count // _ROW) * _STEP, squares)

    def badge(self, article: str) -> Strip:
        """The article's square alone."""
        found = next((id, n, colour) for id, n, colour in self._squares if id == article)
        return Strip(_STEP, _STEP, (Square(1, 1, *found, True),))


def called(name: SourceName, origin: Origin | None) -> str:
    """What a drawing of figures writes beside an article's mark: its outlet, else whose reporting it is."""
    return name.outlet or (origin.name if origin else "Unnamed site")


# ---------------------------------------------------------------- which article carries which fact


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that at least two articles carry: a sentence, a row of the ledger or a step of the measures."""

    kind: str  # figure, step, sentence
    item: Agreement | Row | Measure
    origins: int
    strip: Strip

    @property
    def action(self) -> str:
        """What a step is; empty for anything else."""
        return undertaken(self.item) if isinstance(self.item, Measure) else ""


def find_facts(briefing: Briefing, numbering: Numbering) -> tuple[tuple[int, tuple[Fact, ...]], ...]:
    """What several articles carry, by the number of their origins, those of most first, then of most articles. A
    sentence whose words may not be shown, or that opens with a pronoun, tells nobody what it is, and is left out."""
    origin_of = briefing.origin_of
    facts = []
    items: tuple[Agreement | Row | Measure, ...] = (*briefing.ledger, *briefing.measures, *briefing.agreements)
    for item in items:
        articles = _articles(item)
        is_told = not isinstance(item, Agreement) or (item.statement.text and not dangles(item.statement.text))
        if len(articles) > 1 and is_told:
            origins = len({origin_of.get(article, article) for article in articles})
            facts.append(Fact(_KINDS[type(item)], item, origins, numbering.strip(articles)))
    facts.sort(key=lambda fact: (-fact.origins, -len(fact.strip.filled)))
    return tuple((origins, tuple(found)) for origins, found in groupby(facts, key=lambda fact: fact.origins))


_KINDS = {Row: "figure", Measure: "step", Agreement: "sentence"}


def _articles(item: Agreement | Row | Measure) -> set[str]:
    if isinstance(item, Agreement):
        return set(item.articles)
    if isinstance(item, Row):
        return {entry.article for entry in item.entries}
    return {cite.article for cite in item.cites}


# ---------------------------------------------------------------- who spells whom how


@dataclass(frozen=True, slots=True)
class Spelt:
    """A person with each spelling of the whole name and the articles that use it, the site's own first."""

    person: Person
    spellings: tuple[tuple[str, Strip], ...]


def find_spellings(briefing: Briefing, numbering: Numbering) -> tuple[Spelt, ...]:
    """The people whose whole name is written in more than one way. Its end alone, a last name, is no other spelling."""
    found = []
    for person in briefing.people:
        users: dict[str, set[str]] = {}
        for spelling in person.spellings:
            is_end = any(other.text.endswith(f" {spelling.text}") for other in person.spellings)
            if " " in spelling.text.strip() and not is_end:
                users.setdefault(spelling.text, set()).add(spelling.article)
        if len(users) > 1:
            order = sorted(users, key=lambda text: (text != person.name, -len(users[text]), text))
            found.append(Spelt(person, tuple((text, numbering.strip(users[text])) for text in order)))
    return tuple(found)


# ---------------------------------------------------------------- how much of each stands in the others


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair: a square whose area is the share, around its middle; `share` is what is written below it."""

    x: float
    y: float
    side: float
    share: float
    is_written: bool

    @property
    def text(self) -> str:
        """The share as it is written; "under 1%" in signs, or two of them would run into one another."""
        return share(self.share).replace("under ", "<")

    @property
    def left(self) -> float:
        """The left edge of the square."""
        return round(self.x - self.side / 2, 1)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return round(self.y - self.side / 2, 1)

    @property
    def base(self) -> float:
        """The baseline of what is written below it."""
        return self.y + 24


@dataclass(frozen=True, slots=True)
class Shares:
    """The table of shared wording: a line for each article, a column for each that its wording may stand in."""

    width: int
    height: int
    heads: tuple[Square, ...]
    cells: tuple[Cell, ...]
    blanks: tuple[tuple[float, float], ...]  # an article beside itself


def draw_shares(briefing: Briefing, numbering: Numbering) -> Shares | None:
    """None where fewer than three articles were compared: a sentence says as much."""
    ids = list(numbering.numbers)
    compared = {id for overlap in briefing.overlaps for id in (overlap.article, overlap.other)}
    if len(compared) < 3:
        return None
    ids = [id for id in ids if id in compared]
    cell = min(_CELL, (WIDTH - _HEAD) / len(ids))
    most = max(overlap.share for overlap in briefing.overlaps) or 1.0

    def middle(id: str) -> float:
        return round(_HEAD + (ids.index(id) + 0.5) * cell, 1)

    is_written = cell >= _LEAST_CELL
    room, lift = (22.0, 7.0) if is_written else (cell * 0.9, 0.0)
    cells = tuple(
        Cell(
            middle(o.other), round(middle(o.article) - lift, 1), round(room * (o.share / most) ** 0.5, 1),
            o.share, is_written,
        )
        for o in briefing.overlaps
    )  # fmt: skip
    size = round(_HEAD + len(ids) * cell)
    blanks = tuple((middle(id), middle(id)) for id in ids)
    return Shares(size, size, _heads(numbering, ids, middle) if cell >= _SIDE else (), cells, blanks)


def _heads(numbering: Numbering, ids: list[str], middle: Callable[[str], float]) -> tuple[Square, ...]:
    """The articles' squares above the columns and beside the lines."""
    heads = []
    for id in ids:
        badge = numbering.badge(id).squares[0]
        at = round(middle(id) - _SIDE / 2)
        heads += [replace(badge, x=at, y=2), replace(badge, x=2, y=at)]
    return tuple(heads)
