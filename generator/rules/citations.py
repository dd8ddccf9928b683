"""Citations: each of several carries some of what is said, or tells who or what is spoken of."""

from __future__ import annotations

import re

from generator.claims.counting import is_carried
from generator.claims.reading import Told, content_words
from generator.rules.dated import date_carried
from generator.rules.holding import Case, Fault
from generator.rules.worded import has_word

CARRIES = 0.25  # the least share of a statement that each single citation must carry


def hold_citations(case: Case) -> Fault | None:
    """Each citation carries some of the statement."""
    if len(case.passages) < 2:
        return None
    words = content_words(case.claim)
    anchors = [n.keys for n in case.claim.names]
    for told in case.passages:
        total = len(words) + len(anchors)
        has = sum(has_word(t, told) for t in words) + sum(bool(k & told.keys) for k in anchors)
        own = content_words(told)
        says = sum(has_word(t, case.claim) for t in own) + sum(bool(n.keys & case.claim.keys) for n in told.names)
        is_short = bool(own or told.names) and says >= 0.5 * (len(own) + len(told.names))
        is_needed = is_short or _is_alone(case, told) or _is_context(case, told) or _tells_who_speaks(case, told)
        if total and has / total < CARRIES and not is_needed:
            return Fault(f"{told.cite} carries nothing of it", is_sure=False)
    return None


def _tells_who_speaks(case: Case, told: Told) -> bool:
    """A speech may name its speaker only where it begins, paragraphs before what the statement tells of it."""
    mine = {w for s in case.claim.sayings for w in re.findall(r"[a-z]{3,}", s.speaker.lower())} - {"the"}
    theirs = [set(re.findall(r"[a-z]{3,}", s.speaker.lower())) for s in told.sayings]
    return any(words and words <= mine for words in theirs)


def _is_context(case: Case, told: Told) -> bool:
    """It stands right beside another cited paragraph, and may say of what that one tells."""
    if told.cite is None or not told.cite.ref.isdigit():
        return False
    near = {str(int(told.cite.ref) + step) for step in (-2, -1, 1, 2)}
    return any(t.cite and t.cite.article == told.cite.article and t.cite.ref in near for t in case.passages)


def _is_alone(case: Case, told: Told) -> bool:
    """No other cited paragraph has a name, a date or a figure that this one has for the statement."""
    others = [t for t in case.passages if t is not told]
    names = [n.keys for n in case.claim.names if n.keys & told.keys]
    if any(not any(k & t.keys for t in others) for k in names):
        return True
    dates = [d for d in case.claim.dates if date_carried(d, told.dates)]
    if any(date_carried(d, [x for t in others for x in t.dates]) is None for d in dates):
        return True
    years = {str(d.interval.start.year) for d in case.claim.dates if d.interval}
    if any(year in told.text and not any(year in t.text for t in others) for year in years):
        return True  # the caption has the year, the paragraph the day
    numbers = [n for n in case.claim.numbers if any(is_carried(n, x) for x in told.numbers)]
    return any(not any(is_carried(n, x) for t in others for x in t.numbers) for n in numbers)
