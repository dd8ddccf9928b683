"""Datelines: where, when and by which agency a text was filed, before its first sentence and no part of what it says.

One pattern serves whoever leaves a dateline out of a sentence, dates an article by it or credits its agency.
"""

from __future__ import annotations

import re

from generator import data
from generator.data.calendar import MONTH_FORM

_DAY = rf"(?:{MONTH_FORM} \d{{1,2}}|\d{{1,2}} {MONTH_FORM})"
_WORD = r"[A-Z][\w.'’-]*"
_REGION = r"(?:, [A-Z][\w.]*(?: [\w.]+){0,2})"
_IN_CAPITALS = rf"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)*{_REGION}{{0,3}}(?:,? \d{{4}})?"
# Any place, if a day stands behind it; "Friday, May 3 — …" is a line of a chronology.
_WITH_DAY = rf"(?!\w+day,){_WORD}(?: {_WORD}){{0,3}}{_REGION}?, {_DAY}(?:,? \d{{4}})?"
# Any place, if an agency stands behind it; some write themselves small, as dpa does.
_WITH_AGENCY = rf"(?:{_WORD}(?:[ /,]+(?:(?:of|de|del|da|do|la) )?[A-Z0-9][\w.'’-]*){{0,6}}\s*)?(?=\()"
_SMALL = data.one_of(mark for row in data.load("agencies")["agencies"] for mark in row["mark"] if mark.islower())
_AGENCY = rf"\((?P<agency>[A-Z][\w /.&-]+|{_SMALL})\)"
_FORM = re.compile(
    rf"(?:{_IN_CAPITALS}|{_WITH_DAY}|{_WITH_AGENCY})(?:\s*{_AGENCY})?"
    r"\s*(?P<end>[-–—:]|--)\s+(?=[\"“‘'(\[]?[A-Z0-9])"
)


def find_dateline(text: str) -> re.Match[str] | None:
    """The dateline that the text begins with, with the `agency` in its brackets. One that ends in a colon may also be
    the label of a transcript's speaker."""
    return _FORM.match(text)


def dateline_of(text: str) -> str:
    """The dateline that the text begins with ("LIMA, Peru (AP) — "), or an empty string where it may be a label."""
    found = find_dateline(text)
    return found[0] if found and found["end"] != ":" else ""
