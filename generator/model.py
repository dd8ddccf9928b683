"""The values that flow through the pipeline: what is read of one article by itself.

Every value is complete when it is made and never changes. Offsets count characters of `Article.text`, the end
exclusive; sequences are tuples in the order of the text unless a line says otherwise.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Kind = Literal["body", "caption", "headline", "dek", "subhead", "byline", "timestamp", "credit"]
Bound = Literal["exactly", "at least", "more than", "at most", "fewer than", "about", "nearly", "range"]
Precision = Literal["day", "month", "year", "interval"]
Stance = Literal["for", "against", "neither"]
Doubt = Literal["unknown", "unannounced", "unconfirmed", "corrected"]


# ---------------------------------------------------------------- places and checks


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Article.text`, in characters; `end` is exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """True where this span lies inside the other."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Where something stands: an article's id, and a paragraph's `ref` (`7`, or `c2` for a caption)."""

    article: str
    ref: str

    def __str__(self) -> str:
        return f"{self.article} {self.ref}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something a check wants an editor to see. `place` is a line, a paragraph or a key; empty for the whole file."""

    file: str
    place: str
    found: str
    advice: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: {self.found} {self.advice}".rstrip()


# ---------------------------------------------------------------- one article, as it was handed in


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of an article that was kept. `ref` is what a citation names it by; only body paragraphs and captions
    have one, and only they carry facts. `line` is the 1-based line of the file it begins on."""

    kind: Kind
    ref: str
    line: int
    span: Span
    text: str  # exactly Article.text[span.start:span.end]


@dataclass(frozen=True, slots=True)
class SetAside:
    """One line that is no part of the article (1-based, as in the file), and the reason, in a reader's words."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Original:
    """What a digest keeps of its original: file name, SHA-256 of its bytes, words of body and captions, signature."""

    file: str
    sha256: str
    words: int
    signature: str  # see articles/signature.py


@dataclass(frozen=True, slots=True)
class Article:
    """One file of `seeds/`, read and taken apart. What the copy does not say is empty or None; nothing is guessed."""

    id: str
    file: str  # its name inside the seeds folder
    sha256: str  # of the file's bytes
    text: str  # what was read: the file after its front matter, decoded
    title: str
    outlet: str
    agency: str  # as credited or given in front matter
    author: str
    published: dt.date | None
    url: str
    licence: str  # empty: all rights reserved
    is_digest: bool
    original: Original | None
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    findings: tuple[Finding, ...]

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """Body paragraphs and captions, in the order of the text: what a citation can name."""
        return tuple(b for b in self.blocks if b.ref)

    @property
    def called(self) -> str:
        """What a sentence can name the article by: its outlet, its headline, the agency that it credits, its file."""
        if self.outlet:
            return f"the article of {self.outlet}"
        if self.title:
            return f"“{self.title}”"
        return f"the article that credits {self.agency}" if self.agency else self.file

    def paragraph(self, ref: str) -> Block | None:
        """The paragraph or caption that a citation names, or None where there is none."""
        return next((b for b in self.blocks if b.ref and b.ref == ref), None)

    def block_at(self, offset: int) -> Block | None:
        """The block that this character lies in."""
        return next((b for b in self.blocks if b.span.start <= offset < b.span.end), None)


# ---------------------------------------------------------------- one article, as it was read


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph or caption. `verbs` are the lemmas of what its main clauses say is done."""

    ref: str
    span: Span
    text: str
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in a text. `span` covers the name as written, without a title before it or a possessive after."""

    ref: str  # empty in a headline or another block without a ref
    span: Span
    text: str  # the name as written
    title: str = ""  # Mr., Gen., President: what stands right before the name
    role: str = ""  # an apposed role, in the article's words: Norland's special envoy
    role_span: Span | None = None
    kin: str = ""  # "Lind's sister" beside Ana Roy: the word, `sister`
    kin_of: Span | None = None  # … and the mention of whom, `Lind`


@dataclass(frozen=True, slots=True)
class Interval:
    """A date as an interval of days, both ends included; never a false instant."""

    start: dt.date
    end: dt.date

    def overlaps(self, other: Interval) -> bool:
        """True where the two share at least one day."""
        return self.start <= other.end and other.start <= self.end

    def within(self, other: Interval) -> bool:
        """True where this interval lies inside the other."""
        return other.start <= self.start and self.end <= other.end

    @property
    def precision(self) -> Precision:
        """Day, month or year where the interval is exactly one; else interval."""
        if self.start == self.end:
            return "day"
        if self.start.day == 1 and (self.end + dt.timedelta(days=1)).day == 1:
            if (self.start.year, self.start.month) == (self.end.year, self.end.month):
                return "month"
            if self.start.year == self.end.year and (self.start.month, self.end.month) == (1, 12):
                return "year"
        return "interval"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. `expression` is what resolve() of the room dates turns into an interval once the article's date
    is known; its form is that room's own."""

    ref: str
    span: Span
    text: str
    expression: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text and what it says; `low` and `high` are equal but for a range ("eight or nine")."""

    ref: str
    span: Span  # number with its bound and unit: "at least 430", "9.5 million", "around 20 percent"
    text: str
    low: float
    high: float
    bound: Bound
    unit: str  # percent, years, days, pounds, USD …; empty for a plain count
    counts: str  # the head of what is counted, as a lemma: prisoner, citizen, visit
    phrase: str  # what is counted in the article's words: "freed prisoners", "of the world supply"
    whose: str  # the noun or name it belongs to, where there is one: Danes, Lind, Norland
    act: str  # the lemma of the verb that governs it: free, receive, remain
    sentence: Span
    dates: tuple[Span, ...]  # date mentions of the same clause
    voice: Span | None = None  # the content of the Voice that it stands in
    place: str = ""  # the country or place that the act happens in or leads to: Ukraine, Oslo
    label: str = ""  # what is counted and what happens to it, in the article's words: sailors freed
    doer: str = ""  # who does it, where the clause names somebody: Air Peru; of people on board, the ship or plane
    planned: bool = False  # it is to come: "will free 12 sailors", "plans to cut 40 jobs"
    change: tuple[float, float] | None = None  # the numbers before and after, one of them this: "fell from 31 to 27"


@dataclass(frozen=True, slots=True)
class Voice:
    """Words or content given to somebody. `speaker` is as written; a pronoun stays a pronoun and `named_by` points to
    the mention it stands for. An unnamed voice (officials, a spokeswoman, state media) has no `named_by`."""

    ref: str
    kind: Literal["quote", "reported"]
    span: Span  # of a quote: the words between the marks, without them
    text: str
    speaker: str
    speaker_span: Span | None
    named_by: Span | None  # the mention (Mention.span) of the speaking person, where there is one
    cue: str  # said, told, according to
    unnamed: bool = False  # somebody speaks whom the article does not name


@dataclass(frozen=True, slots=True)
class Step:
    """One mention of a measure: who did what to whom, when and why, each as a span of the text or None."""

    ref: str
    action: str  # imposed, tightened, cut off, eased, promised, lifted: the senses of data/measures.yml
    span: Span  # the clause
    verb: Span
    actors: tuple[Span, ...]
    target: Span | None
    dates: tuple[Span, ...]
    why: Span | None
    after: tuple[Span, ...] = ()  # dates of what came before the step: "after the election of 2020"
    promises: str = ""  # of a promise, the action that is promised


@dataclass(frozen=True, slots=True)
class Argument:
    """One mention of somebody arguing for or against something."""

    ref: str
    span: Span  # the sentence or clause
    who: Span
    stance: Stance
    about: str  # the topic's key in data/measures.yml


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the text says is not known, announced, confirmed, or has since been corrected."""

    ref: str
    span: Span  # the sentence
    kind: Doubt
    sign: Span  # the words that say so


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read of one article by itself, before anything is known of the others."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    voices: tuple[Voice, ...]
    steps: tuple[Step, ...]
    arguments: tuple[Argument, ...]
    unknowns: tuple[Unknown, ...]
