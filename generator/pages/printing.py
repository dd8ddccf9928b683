"""What a page really prints: each statement with its anchor and citations, and the note that each numeral stands for.

Every page is printed through a `Printer`, and all printers write into one `Press`. So the statements that an article's
page lists under a paragraph are those that stand on a page, not those that were meant to.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from generator.briefing import Briefing, Origin, Statement
from generator.model import Citation
from generator.pages.choosing import Room
from generator.pages.crediting import speakers, voice_beyond
from generator.pages.escape import clean, typeset
from generator.pages.passages import balanced, is_shown_whole, passage

# Of a sentence and of no abbreviation: behind a word in small letters, a longer one or a figure.
_FULL_STOP = re.compile(r"(?:(?<!\w)[a-z]{2,}|\w{5,}|\d)\.$")


@dataclass(frozen=True, slots=True)
class Printed:
    """One statement on one page, where it stands there, and the passages shown beside it."""

    page: str
    anchor: str
    statement: Statement
    passages: tuple[tuple[Citation, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One paragraph behind a numeral: where it is, what is shown of it (empty where nothing may be), and whether that
    is retold."""

    article: str
    ref: str
    passage: str
    is_retold: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What one numeral on a page stands for: all cited paragraphs of one origin."""

    number: int
    origin: str  # its name
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement made ready for its page. `text` is empty where its words may not be shown: then only its citations
    are printed. `voice` is empty where the sentence itself names who speaks."""

    text: str
    anchor: str
    voice: str
    notes: tuple[Note, ...]
    articles: int
    origins: int

    @property
    def unended(self) -> str:
        """The text without its full stop, for what follows in brackets; with it where that may be an abbreviation's."""
        return self.text[:-1] if _FULL_STOP.search(self.text) else self.text

    @property
    def head(self) -> str:
        """The text but for its last word."""
        return self.text.rpartition(" ")[0]

    @property
    def tail(self) -> str:
        """Its last word."""
        return self.text.rpartition(" ")[2]


@dataclass(frozen=True, slots=True)
class Backlink:
    """One statement that rests on a paragraph, and every place where it is printed."""

    text: str
    places: tuple[tuple[str, str], ...]  # page, anchor


class Press:
    """Everything printed so far, page by page, in the order of printing. With a `room`, a passage is shown only where
    its words were chosen."""

    def __init__(self, briefing: Briefing, room: Room | None = None) -> None:
        self.room = room
        self.articles = {a.id: a for a in briefing.articles}
        self.origin_of: dict[str, Origin] = {id: origin for origin in briefing.origins for id in origin.articles}
        self.printed: list[Printed] = []
        self._resting: dict[Citation, list[Printed]] = {}
        self._speakers = speakers(briefing)

    def record(self, item: Printed) -> None:
        """Notes a statement that was printed, and under each paragraph that it cites."""
        self.printed.append(item)
        for cite in dict.fromkeys(item.statement.cites):
            self._resting.setdefault(cite, []).append(item)

    def speaker(self, statement: Statement) -> str:
        """Whose word the statement is: the person's name where an article's "the President" or "Mr. Ruiz" is one."""
        keys = [(cite.article, statement.voice.casefold()) for cite in statement.cites]
        return next((self._speakers[key] for key in keys if key in self._speakers), statement.voice)

    @property
    def count(self) -> int:
        """How many statements the pages hold so far."""
        return len(self.printed)

    @property
    def citations(self) -> int:
        """How many citations stand under them."""
        return sum(len(item.statement.cites) for item in self.printed)

    def backlinks(self, article: str, ref: str, page: str) -> tuple[Backlink, ...]:
        """The statements printed so far that cite this paragraph, each text once, with all its places; this page itself
        only where there is no other."""
        places: dict[str, list[tuple[str, str]]] = {}
        for item in self._resting.get(Citation(article, ref), ()):
            places.setdefault(item.statement.text, []).append((item.page, item.anchor))
        return tuple(Backlink(text, _one_a_page(found, page)) for text, found in places.items())

    def shown(self, article: str, ref: str) -> tuple[str, ...]:
        """The passages of a paragraph that printed statements rest on, each once, in the order of the text; none that
        would join with the one before it to more than may be shown at once."""
        block = self.articles[article].paragraph(ref)
        here = Citation(article, ref)
        resting = self._resting.get(here, ())
        found = {text for item in resting for cite, text in item.passages if text and cite == here}
        found = {text for text in found if not any(text != other and text in other for other in found)}
        order = " ".join(block.text.split()) if block else ""
        shown: list[str] = []
        for text in sorted(found, key=lambda text: (order.find(text.strip(' …“”"').partition(" …")[0]), text)):
            if self.room is None or self.room.fits_at_once(" ".join((*shown, text))):
                shown.append(text)
        return tuple(shown)

    def passage(self, cite: Citation, statement: Statement) -> str:
        """What is shown of a cited paragraph beside a statement; empty where its words may not be shown."""
        article = self.articles[cite.article]
        text = passage(article, cite.ref, statement.text, statement.about)
        if self.room is None or self.room.holds(text):
            return text
        block = article.paragraph(cite.ref)
        there = clean(block.text) if block else ""
        is_from_there = all(part.strip() in there for part in clean(statement.text).split("…"))
        return statement.text if is_from_there and self.room.holds(statement.text) else ""


def _one_a_page(places: list[tuple[str, str]], here: str) -> tuple[tuple[str, str], ...]:
    first: dict[str, str] = {}
    for page, anchor in places:
        first.setdefault(page, anchor)
    if len(first) > 1:
        first.pop(here, None)
    return tuple(first.items())


@dataclass(slots=True)
class Printer:
    """Prints one page. `page` is its path below `docs/`. On a page that holds others, `places` are the anchors that
    stand for their paths, and `part` is that of the one being printed: headings and anchors are then not its own."""

    press: Press
    page: str
    places: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    _numbers: dict[tuple[tuple[str, str, str], ...], Note] = field(default_factory=dict)
    _anchors: dict[str, int] = field(default_factory=dict)

    def say(self, statement: Statement) -> Said:
        """Records that the statement stands on this page and returns what is to be printed of it."""
        by_origin: dict[str, list[Citation]] = {}
        for cite in dict.fromkeys(statement.cites):
            by_origin.setdefault(self._origin(cite.article), []).append(cite)
        found = (self._note(name, tuple(cites), statement) for name, cites in by_origin.items())
        notes = tuple(sorted(found, key=lambda note: note.number))
        anchor = self._anchor(statement)
        passages = tuple((Citation(s.article, s.ref), s.passage) for note in notes for s in note.sources)
        self.press.record(Printed(self.page, anchor, statement, passages))
        text = typeset(balanced(clean(statement.text)))
        return Said(text, anchor, self._voice(statement), notes, len(statement.articles), len(by_origin))

    def within(self, path: str) -> Printer:
        """The same page's printer for the part of it that stands for this path: citations and anchors run on."""
        return replace(self, part=self.places[path])

    @property
    def deeper(self) -> Markup:
        """What a heading of a part has more than a heading of a page."""
        return Markup("#" if self.part else "")

    def id(self, name: str) -> str:
        """The anchor of this name on the page, one part's told from another's."""
        return f"{self.part}-{name}" if self.part else name

    def notes(self) -> tuple[Note, ...]:
        """What the numerals of this page stand for so far, in their order."""
        return tuple(self._numbers.values())

    def withholds(self) -> bool:
        """True where this page cites a paragraph whose words it may not show."""
        no_words = any(not source.passage for note in self.notes() for source in note.sources)
        return no_words or any(p.page == self.page and not p.statement.text for p in self.press.printed)

    def to(self, path: str, anchor: str = "") -> Markup:
        """A link from this page to another file below `docs/`, relative, for Markdown to resolve and to check."""
        if path in self.places:
            return Markup("#" + "-".join(filter(None, (self.places[path], anchor))))
        if path == self.page:
            return Markup(f"#{anchor}")
        relative = posixpath.relpath(path, posixpath.dirname(self.page) or ".")
        return Markup(f"{relative}#{anchor}" if anchor else relative)

    def _voice(self, statement: Statement) -> str:
        return voice_beyond(statement) and voice_beyond(replace(statement, voice=self.press.speaker(statement)))

    def _origin(self, article: str) -> str:
        origin = self.press.origin_of.get(article)
        return origin.name if origin else self.press.articles[article].outlet or "Unnamed site"

    def _note(self, origin: str, cites: tuple[Citation, ...], statement: Statement) -> Note:
        sources = tuple(self._source(cite, statement) for cite in cites)
        key = tuple((s.article, s.ref, s.passage) for s in sources)
        return self._numbers.setdefault(key, Note(len(self._numbers) + 1, origin, sources))

    def _source(self, cite: Citation, statement: Statement) -> Source:
        article = self.press.articles[cite.article]
        text = self.press.passage(cite, statement)
        return Source(cite.article, cite.ref, text, article.is_digest and is_shown_whole(article))

    def _anchor(self, statement: Statement) -> str:
        name = anchor_of(statement)
        self._anchors[name] = self._anchors.get(name, 0) + 1
        return name if self._anchors[name] == 1 else f"{name}-{self._anchors[name]}"


def anchor_of(statement: Statement) -> str:
    """The anchor that a page gives to a statement where it prints it first."""
    seed = "\n".join((statement.text, *sorted(map(str, statement.cites))))
    return "s-" + hashlib.sha256(seed.encode()).hexdigest()[:8]
