"""A first editor's file for a new folder: what was read, with its citations, for an editor to correct rather than type.

Its sentences are the articles' own, so that the file holds from the start; an editor puts them into other words before
anybody publishes them. What is beyond the share of an article that may be shown stands as remarks, to be retold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import fill
from typing import Any

import yaml

from generator.briefing import Briefing, Statement
from generator.model import Interval

_HEAD = """\
# A first draft: the sentences are the articles' own. Put them into your words, keep what each citation says, and delete
# what does not matter. A name under `people` that is no person's goes into a list `not_people`. This tells with its
# line whatever a citation does not carry:
#   {check}
"""
_BEYOND = """
# More that matters, beyond the share of an article that a briefing may show in its words (so a "…" stands for some
# above, too). Retell it in your own words, under a heading above, and cite what stands in brackets:
"""
_LIST = "tag:yaml.org,2002:seq"
_MOST = 6  # sentences of a section; more is a list, not a draft
_WIDTH = 110  # characters of a line


def draft_file(briefing: Briefing, whole: Briefing, check: str) -> str:
    """The text of a `briefing.yml` made from a briefing that has none; `whole` is the same with all its words, `check`
    the command that checks the file. Reading it back gives the same statements."""
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
    """What would lead or is an open question, and has no words that may be shown: whole, some of each."""
    led = [told.statement for was, told in zip(briefing.leading, whole.leading, strict=True) if not was.statement.text]
    asked = [q.statement for was, q in zip(briefing.questions, whole.questions, strict=True) if not was.statement.text]
    return tuple(dict.fromkeys((*led[:_MOST], *asked[:_MOST])))


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
    """The day that most articles tell something of; the later one where two are told as often."""
    told = Counter(
        event.when for event in briefing.events if event.when.precision == "day" for _ in event.statement.cites
    )
    return max(told, key=lambda when: (told[when], when.start), default=None)


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
