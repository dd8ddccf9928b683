"""A first editor's file for a new folder: what was read, with its citations, for an editor to correct rather than type.

Its sentences are the articles' own, cut only outside quotations, and each has passed the check that the build makes;
an editor puts them into other words before anybody publishes them. What may not be shown in the article's words, or was
refused, stands as remarks, to be retold.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from textwrap import fill
from typing import Any

import yaml

from generator.briefing import Briefing, Statement
from generator.build import hold
from generator.compile import compile_briefing
from generator.editor import NAME, EditorFile, parse_editor_file
from generator.errors import EvidenceError, QuotingError
from generator.language import sentence_at
from generator.model import Citation, Interval, Reading
from generator.pages.choosing import Room, fit, index_of
from generator.pages.quoting import MOST_WORDS
from generator.pages.shortening import QUOTATION, shorten_clauses

Said = tuple[str, tuple[Citation, ...]]
"""A proposal as the file has it: its words and what they cite."""

_HEAD = """\
# A first draft: the sentences are the articles' own. Put them into your words, keep what each citation says, and delete
# what does not matter. A name under `people` that is no person's goes into a list `not_people`. This tells with its
# line whatever a citation does not carry:
#   {check}
"""
_BEYOND = """
# More that matters, beyond the share of an article that a briefing may show in its words (so a "…" stands for some
# above, too), or not to be shortened so that it holds. Retell it in your own words, under a heading above, and cite
# what stands in brackets:
"""
_LIST = "tag:yaml.org,2002:seq"
_MOST = 6  # sentences of a section; more is a list, not a draft
_WIDTH = 110  # characters of a line


def draft_file(readings: Sequence[Reading], templates: Path, check: str) -> str:
    """The text of a `briefing.yml` for articles that have none; `check` is the command that checks the file. It passes:
    what the check refuses or doubts is taken out again. Raises BriefingError where even the articles alone fail."""
    whole = compile_briefing(readings, EditorFile())
    shown, room = fit(whole, index_of(whole))
    shown = _with_whole_quotations(shown, whole, room)
    while True:
        text = _write(shown, whole, check)
        refused = _refused(parse_editor_file(text), readings, templates)
        if not refused:
            return text
        shown = _without(shown, refused)


# ---------------------------------------------------------------- what holds


def _with_whole_quotations(shown: Briefing, whole: Briefing, room: Room) -> Briefing:
    """What was cut inside a quotation, on a page no harm, is cut elsewhere, or loses its words."""
    articles = {article.id: article for article in whole.articles}
    told: dict[Statement, str] = {}
    for was, full in _pairs(shown, whole):
        if set(QUOTATION.findall(was.text)) <= set(QUOTATION.findall(full.text)):
            continue
        parsed = sentence_at(articles[full.cites[0].article], full.cites[0].ref, full.text)
        text = shorten_clauses(full.text, MOST_WORDS, parsed=parsed, cuts_quotations=False)
        told[was] = text if text and room.take(text) else ""
    return shown.retold(lambda statement: replace(statement, text=told.get(statement, statement.text)))


def _pairs(shown: Briefing, whole: Briefing) -> Iterator[tuple[Statement, Statement]]:
    """What a draft may propose: as it may be shown, and with all its words."""
    for name in ("leading", "questions", "measures"):
        both = zip(getattr(shown, name), getattr(whole, name), strict=True)
        yield from ((was.statement, full.statement) for was, full in both)


def _refused(editor: EditorFile, readings: Sequence[Reading], templates: Path) -> set[Said]:
    """What of the file's statements does not pass: the one at which the check stops, else all that it doubts; where it
    names none, for too much of an article is shown, the last one. Raises BriefingError where there is none."""
    paragraphs = (p for section in (*editor.overview, *editor.explainer) for p in section.paragraphs)
    proposed = [*editor.lead, *chain.from_iterable(paragraphs)]
    try:
        briefing, _ = hold(readings, editor, templates)
    except (EvidenceError, QuotingError) as error:
        places = {f"{error.file}: {error.place}"}
        if not proposed or (isinstance(error, EvidenceError) and error.file != NAME):
            raise
        return {(s.text, s.cites) for s in proposed if s.place in places} or {(proposed[-1].text, proposed[-1].cites)}
    places = {f"{finding.file}: {finding.place}" for finding in briefing.findings}
    return {(s.text, s.cites) for s in proposed if s.place in places}


def _without(shown: Briefing, refused: Collection[Said]) -> Briefing:
    """The briefing without the words of these statements."""

    def tell(statement: Statement) -> Statement:
        is_refused = (" ".join(statement.text.split()), statement.cites) in refused
        return replace(statement, text="") if is_refused else statement

    return shown.retold(tell)


# ---------------------------------------------------------------- the file


def _write(briefing: Briefing, whole: Briefing, check: str) -> str:
    """The file's text; `whole` is the briefing with all its words. Reading it back gives the same statements."""
    event = _event(briefing)
    leading = [told.statement for told in briefing.leading if told.statement.text]
    steps = [measure.statement for measure in briefing.measures if measure.statement.text]
    asked = [question.statement for question in briefing.questions if question.statement.text]
    parts: dict[str, Any] = {"title": briefing.title}
    if event:
        parts["event"] = event.start if event.start == event.end else f"{event.start} to {event.end}"
    if leading:
        parts["lead"] = _statements(leading[:1])
    overview = (("What happened", leading[1:]), ("What is not known", asked))
    parts["overview"] = [_section(heading, said) for heading, said in overview if said]
    if steps:
        parts["explainer"] = [_section("What was done", steps)]
    parts["people"] = [{"name": person.name} for person in briefing.people]
    if briefing.key_figures:
        parts["key_figures"] = list(briefing.key_figures)
    text = "".join(f"\n{_dump({key: value})}" for key, value in parts.items() if value)
    return _HEAD.format(check=check) + text + _remark(_beyond(briefing, whole))


def _beyond(briefing: Briefing, whole: Briefing) -> tuple[Statement, ...]:
    """What would lead, is an open question or was done, and has no words that may be shown: whole, some of each."""
    lost = {full for was, full in _pairs(briefing, whole) if not was.text}
    kinds = (whole.leading, whole.questions, whole.measures)
    some = ([said.statement for said in kind if said.statement in lost][:_MOST] for kind in kinds)
    return tuple({(s.text, s.cites): s for s in chain.from_iterable(some)}.values())


def _remark(statements: Iterable[Statement]) -> str:
    """The statements as remarks of YAML, which nothing reads but an editor."""
    lines = (
        fill(
            f"[{', '.join(map(str, s.cites))}] {' '.join(s.text.split())}",
            _WIDTH,
            initial_indent="# - ",
            subsequent_indent="#   ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for s in statements
    )
    text = "\n".join(lines)
    return f"{_BEYOND}{text}\n" if text else ""


def _event(briefing: Briefing) -> Interval | None:
    """The day that most articles tell something of; where two are told as often one that is past, and the later one."""
    told = Counter(
        event.when for event in briefing.events if event.when.precision == "day" for _ in event.statement.cites
    )
    newest = briefing.as_of or dt.date.max
    return max(told, key=lambda when: (told[when], when.start <= newest, when.start), default=None)


def _section(heading: str, statements: Sequence[Statement]) -> dict[str, Any]:
    return {"heading": heading, "text": _statements(statements[:_MOST])}


def _statements(statements: Iterable[Statement]) -> list[dict[str, Any]]:
    return [
        {"say": s.text, "cite": _Cites(str(cite) for cite in s.cites)} | ({"voice": s.voice} if s.voice else {})
        for s in dict.fromkeys(statements)
    ]


class _Cites(list[str]):
    """Citations, which stand on one line: [nyt 7, ap 2]."""


class _Dumper(yaml.SafeDumper):
    """YAML as an editor would write it: a line an entry, citations on one line."""

    def ignore_aliases(self, data: Any) -> bool:
        """Every value is written out where it belongs."""
        return True


_Dumper.add_representer(_Cites, lambda dumper, cites: dumper.represent_sequence(_LIST, cites, flow_style=True))


def _dump(part: dict[str, Any]) -> str:
    text: str = yaml.dump(part, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text
