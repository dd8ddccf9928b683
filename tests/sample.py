"""A small briefing about an invented event, made by hand: what the pages are printed from in tests.

Kestria frees twelve fishermen and Norland promises to lift its ban on tin. Two copies of one agency's report and one
report of its own: two origins, one undated copy without an outlet, two spellings of one name, a sum that does not fit.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Literal

from generator.briefing import (
    Agreement,
    Briefing,
    Dating,
    Entry,
    Event,
    Evidence,
    Leading,
    Measure,
    OpenQuestion,
    Origin,
    OtherSpelling,
    Overlap,
    Person,
    PersonMention,
    Position,
    Row,
    Section,
    Spelling,
    Statement,
    Term,
    Utterance,
)
from generator.model import (
    Article,
    Block,
    Bound,
    Citation,
    Figure,
    Finding,
    Interval,
    Mention,
    Original,
    SetAside,
    Span,
    Voice,
)

GAZETTE = """Kestria freed twelve fishermen on Tuesday, and Norland said it would lift its ban on Kestrian tin.
Among them was Ilva Dorran, who led the harbour strike of 2019.
The freed men and women were met by Oskar Pell, Norland's envoy, who said: "Nobody here is for sale."
About 40 fishermen are still held, according to the Harbour League, a rights group.
Nobody has announced when the tin ships may sail.
Ten boats lie in the northern basin, and the smallest of them leaks.
Caption: Ilva Dorran at the harbour of Port Lene in March 2019."""

WIRE = """Kestria has freed 12 fishermen after talks with Norland.
Ilva Doran, a strike leader, is one of them; eight were taken to Norland and five stayed, officials said.
Norland's envoy, Oskar Pell, promised that the ban on tin would be lifted.
President Tomas Vey has ruled Kestria since 1998.
A harbour pilot said that two more were on their way. Norland has not confirmed that claim.
Reports that thirteen had walked free were wrong, Oskar Pell said."""

COPY = """Kestria has freed 12 fishermen after talks with Norland, a report says.
Ilva Doran is one of them. Fewer than 60 fishermen had been held before."""


def _article(id: str, text: str, **known: object) -> Article:
    blocks, start, body, captions = [], 0, 0, 0
    for line, paragraph in enumerate(text.split("\n"), start=1):
        is_caption = paragraph.startswith("Caption:")
        body, captions = body + (not is_caption), captions + is_caption
        ref = f"c{captions}" if is_caption else str(body)
        span = Span(start, start + len(paragraph))
        blocks.append(Block("caption" if is_caption else "body", ref, line, span, paragraph))
        start = span.end + 1
    empty = Article(
        id=id, file=f"{id}.md", sha256="0" * 64, text=text, title="", outlet="", agency="", author="", published=None,
        url="", licence="", is_digest=True, original=Original(f"{id}.txt", "1" * 64, 120, ""), blocks=tuple(blocks),
        set_aside=(), findings=(),
    )  # fmt: skip
    return replace(empty, **known)  # type: ignore[arg-type]


def cite(*places: str) -> tuple[Citation, ...]:
    return tuple(Citation(*place.split()) for place in places)


def say(text: str, *places: str, voice: str = "") -> Statement:
    return Statement(text, cite(*places), voice)


ARTICLES = (
    _article("gazette", GAZETTE, outlet="The Lene Gazette", title="Fishermen walk free", published=dt.date(2031, 4, 8)),
    _article("wire", WIRE, outlet="Meridian Wire", agency="Meridian", author="A. Reporter"),
    _article(
        "copy", COPY, is_digest=False, original=None,
        set_aside=(SetAside(1, "Share this", "a share button"),),
        findings=(Finding("copy.md", "", "Lead missing: it starts with “It”.", "Look for a fuller copy."),),
    ),
)  # fmt: skip

_EVENT = Interval(dt.date(2031, 4, 8), dt.date(2031, 4, 8))


def _mention(article: str, ref: str, name: str, role: str = "") -> PersonMention:
    found = next(a for a in ARTICLES if a.id == article)
    block = found.paragraph(ref)
    assert block is not None
    start = found.text.index(name, block.span.start)
    return PersonMention(article, Mention(ref, Span(start, start + len(name)), name, role=role))


def _figure(ref: str, text: str, low: float, high: float, bound: Bound, counts: str) -> Figure:
    return Figure(ref, Span(0, len(text)), text, low, high, bound, "", counts, counts, "", "", Span(0, len(text)), ())


def _entry(article: str, origin: str, figure: Figure, voice: str = "") -> Entry:
    return Entry(article, origin, figure, voice, _EVENT, say(figure.text, f"{article} {figure.ref}", voice=voice))


ILVA = Person(
    id="ilva-dorran", name="Ilva Dorran",
    spellings=(
        Spelling("Ilva Dorran", "gazette", 2), Spelling("Ilva Doran", "wire", 1), Spelling("Ilva Doran", "copy", 1),
    ),
    group="freed", group_label="Freed", group_why=cite("gazette 2"),
    roles=(say("a strike leader", "wire 2"),),
    mentions=(
        _mention("gazette", "2", "Ilva Dorran"), _mention("gazette", "c1", "Ilva Dorran"),
        _mention("wire", "2", "Ilva Doran", "a strike leader"), _mention("copy", "2", "Ilva Doran"),
    ),
    merges=("Dorran and Doran differ by one doubled letter, and the first name is the same.",),
    other_spellings=(OtherSpelling("Ілва Доран", "be", "a rule"),),
)  # fmt: skip
OSKAR = Person(
    id="oskar-pell", name="Oskar Pell",
    spellings=(Spelling("Oskar Pell", "gazette", 1), Spelling("Oskar Pell", "wire", 1)),
    group="government", group_label="Norland government", group_why=cite("gazette 3"),
    roles=(say("Norland's envoy", "gazette 3", "wire 3"),),
    mentions=(_mention("gazette", "3", "Oskar Pell"), _mention("wire", "3", "Oskar Pell")), merges=(),
)  # fmt: skip
TOMAS = Person(
    id="tomas-vey", name="Tomas Vey", spellings=(Spelling("Tomas Vey", "wire", 1),), group="government",
    group_label="Kestrian government", group_why=(), roles=(say("President", "wire 4"),),
    mentions=(_mention("wire", "4", "Tomas Vey"),), merges=(),
)  # fmt: skip

LEDGER = (
    Row(
        "held", "fishermen held", "",
        (
            _entry("gazette", "gazette", _figure("4", "about 40", 40, 40, "about", "fisherman"), "the Harbour League"),
            _entry("copy", "meridian", _figure("2", "fewer than 60", 60, 60, "fewer than", "fisherman")),
        ),
        "not comparable", "One counts after the release, the other before it.", ("gazette", "meridian"),
        ("the Harbour League",),
    ),
    Row(
        "taken", "where the freed went", "",
        (
            _entry("wire", "meridian", _figure("2", "eight", 8, 8, "exactly", "fisherman"), "officials"),
            _entry("wire", "meridian", _figure("2", "five", 5, 5, "exactly", "fisherman"), "officials"),
        ),
        "unreconciled", "8 + 5 = 13, one more than the 12 who were freed.", ("meridian",), ("officials",),
    ),
    Row(
        "freed", "fishermen freed", "",
        (
            _entry("gazette", "gazette", _figure("1", "twelve", 12, 12, "exactly", "fisherman")),
            _entry("wire", "meridian", _figure("1", "12", 12, 12, "exactly", "fisherman")),
            _entry("copy", "meridian", _figure("1", "12", 12, 12, "exactly", "fisherman")),
        ),
        "agree", "Both origins give the same number.", ("gazette", "meridian"), (),
    ),
)  # fmt: skip

EVENTS = (
    Event(Interval(dt.date(1998, 1, 1), dt.date(1998, 12, 31)), ("since 1998",),
          say("President Tomas Vey has ruled Kestria since 1998.", "wire 4"), ("tomas-vey",)),
    Event(Interval(dt.date(2019, 3, 1), dt.date(2019, 3, 31)), ("March 2019",),
          say("Ilva Dorran stood at the harbour of Port Lene.", "gazette c1"), ("ilva-dorran",)),
    Event(_EVENT, ("Tuesday",),
          say("Kestria freed twelve fishermen.", "gazette 1", "wire 1", "copy 1"), ()),
)  # fmt: skip


def _utterance(kind: Literal["quote", "reported"], place: str, text: str, speaker: str, person: str = "") -> Utterance:
    voice = Voice(place.split()[1], kind, Span(0, 1), text.strip("“”"), speaker, None, None, "said", not person)
    return Utterance(person, speaker, voice, say(text, place, voice=speaker))


FULL = Briefing(
    title="Fishermen for tin",
    event=_EVENT,
    place="Kestria",
    lead=(
        say("Kestria freed twelve fishermen, and Norland is to lift its ban on tin.", "gazette 1", "wire 1", "wire 3"),
    ),
    articles=ARTICLES,
    datings=(
        Dating("gazette", dt.date(2031, 4, 8), "printed", "The copy gives the day."),
        Dating("wire", dt.date(2031, 4, 8), "inferred", "The other article on the same event is of that day."),
        Dating("copy", None, "unknown", "Nothing in the copy gives a day."),
    ),
    origins=(
        Origin("gazette", "The Lene Gazette", ("gazette",), (Evidence("gazette", "Its own reporters wrote it."),)),
        Origin("meridian", "Meridian", ("wire", "copy"), (
            Evidence("wire", "It credits Meridian."),
            Evidence("copy", "Its first sentence is Meridian's.", Citation("copy", "1")),
        )),
    ),
    overlaps=(Overlap("copy", "wire", 0.62), Overlap("gazette", "wire", 0.004)),
    people=(ILVA, OSKAR, TOMAS),
    ledger=LEDGER,
    key_figures=("freed", "held", "taken"),
    events=EVENTS,
    measures=(
        Measure("tin", "promised", ("Norland",), "Kestrian tin", _EVENT, "Tuesday", "",
                say("Norland promised to lift its ban on Kestrian tin.", "wire 3", "gazette 1")),
    ),
    positions=(
        Position("Oskar Pell", "oskar-pell", "for", "the ban on tin",
                 say("The ban on tin would be lifted, the envoy promised.", "wire 3", voice="Oskar Pell")),
    ),
    questions=(
        OpenQuestion("unannounced", say("Nobody has announced when the tin ships may sail.", "gazette 5")),
        OpenQuestion("unconfirmed", say("Norland has not confirmed that claim.", "wire 5")),
        OpenQuestion("corrected", say("Reports that thirteen had walked free were wrong, Oskar Pell said.", "wire 6")),
    ),
    utterances=(
        _utterance("quote", "gazette 3", "“Nobody here is for sale.”", "Oskar Pell", "oskar-pell"),
        _utterance("reported", "wire 6", "Reports that thirteen had walked free were wrong, Oskar Pell said.",
                   "Oskar Pell", "oskar-pell"),
        _utterance("reported", "wire 5", "A harbour pilot said that two more were on their way.", "A harbour pilot"),
    ),
    agreements=(
        Agreement(say("Kestria has freed 12 fishermen after talks with Norland.", "wire 1", "copy 1", "gazette 1"),
                  ("wire", "copy", "gazette"), ("meridian", "gazette")),
        Agreement(say("Ilva Doran is one of them.", "copy 2", "wire 2", "gazette 2"),
                  ("copy", "wire", "gazette"), ("meridian", "gazette")),
    ),
    leading=(
        Leading(say("Kestria has freed 12 fishermen after talks with Norland.", "wire 1", "copy 1", "gazette 1")),
        Leading(say("Ilva Doran is one of them.", "copy 2", "wire 2", "gazette 2")),
    ),
    only_in=(
        Agreement(say("Ten boats lie in the northern basin.", "gazette 6", voice="the Harbour League"),
                  ("gazette",), ("gazette",)),
    ),
    overview=(
        Section("story", "What happened", ((
            say("Twelve fishermen walked free on a Tuesday.", "gazette 1"),
            say("Ilva Dorran, who led a strike, was one of them.", "gazette 2", "wire 2"),
        ),)),
    ),
    explainer=(Section("tin", "Why tin", ((say("Norland has a ban on Kestrian tin.", "gazette 1"),),)),),
    profiles=(("ilva-dorran", (say("She led the harbour strike of 2019.", "gazette 2"),)),),
    glossary=(Term("Harbour League", say("A rights group.", "gazette 4")),),
    corrections=((dt.date(2031, 4, 9), "The envoy's name was misspelt."),),
)  # fmt: skip

PLAIN = replace(
    FULL, event=None, place="", lead=(), key_figures=(), measures=(), positions=(), questions=(), utterances=(),
    overview=(), explainer=(), profiles=(), glossary=(), corrections=(), overlaps=(),
)  # fmt: skip

ALONE = replace(
    PLAIN, articles=ARTICLES[2:], datings=(Dating("copy", None, "unknown", "Nothing in the copy gives a day."),),
    origins=(Origin("copy", "Unnamed", ("copy",), ()),), people=(), ledger=(), events=(), agreements=(), only_in=(),
    leading=(),
)  # fmt: skip
