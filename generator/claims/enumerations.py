"""How many names a passage lists one after the other: at the UN, the OSCE and NATO are three bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.claims.counting import counted
from generator.claims.library import Name
from generator.claims.reading import Told
from generator.claims.wording import words_of
from generator.figures.numbers import Number

# What stands between two names of a list: a comma or "and", and the short form of the name before it in brackets.
_BETWEEN = re.compile(r"\s*(?:\([^()]{2,12}\))?\s*(?:,|,? (?:and|or|as well as))\s+(?:the\s+)?")


def enumerated(claim: Told, number: Number, passages: Sequence[Told]) -> str | None:
    """Which list of a passage has as many names as the statement counts; one of them has to be in the statement."""
    words = counted(claim, number)
    if number.bound != "exactly" or number.unit or not 2 <= number.low <= 12 or not words:
        return None
    if own := _named_beside(claim, number):
        return own
    if number.low < 3:
        return None
    is_of_places = not words_of("kinds_of_place").isdisjoint(words)
    for told in passages:
        shorts = list(_short_forms(told))
        for names in () if shorts else lists_in(told):  # with short forms, names may be cut at their own "and"
            forms = {n.text for n in names}
            forms |= {m[1] for n in names if (m := re.match(r"\s*\(([^()]+)\)", told.text[n.span.end :]))}
            is_there = any(n.text in forms or any(n.keys & o.keys for o in names) for n in claim.names)
            is_there = is_there or (is_of_places and all(_is_place(told, n) for n in names))
            if len(names) == number.low and is_there:
                return ", ".join(n.text for n in names)
        for short in shorts:
            if len(short) == number.low and any(n.text in short for n in claim.names):
                return ", ".join(short)
    return None


def _named_beside(claim: Told, number: Number) -> str | None:
    """The names that the statement itself lists beside what it counts: two schools, the Alder and the Birch. That each
    of them stands in a passage is held elsewhere."""
    for names in lists_in(claim, 2):
        listed = names[-int(number.low) :]
        before, after = claim.text[: listed[0].span.start], claim.text[listed[-1].span.end :]
        between = claim.text[number.end : listed[0].span.start]
        is_after = number.end <= listed[0].span.start and not re.search(r"[.;?!]\s", between)
        opens = re.search(r"(?:[,:(–—]|\bnamely)\s*(?:the\s+)?$", before)
        closes = re.match(r"\s*(?:[,.;:)–—]|$)", after)
        if is_after and opens and closes and len(listed) == number.low:
            return ", ".join(n.text for n in listed)
        gap = claim.text[listed[-1].span.end : number.start]
        if len(names) == number.low and re.fullmatch(r"\s*,\s+(?:the\s+)?", gap):
            return ", ".join(n.text for n in listed)  # the Alder and the Birch, two schools
    return None


def _is_place(told: Told, name: Name) -> bool:
    """A country, state or town, as the model reads it."""
    span = told.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
    return name.kind == "nation" or (span is not None and all(t.ent_type_ in ("GPE", "LOC") for t in span))


_SHORT = re.compile(r"\(([A-Z][A-Z0-9&-]{1,8})\)")


def _short_forms(told: Told) -> Iterator[list[str]]:
    """The short forms in brackets of each sentence: of long names, whose own words may hold commas and "and"."""
    for sentence in told.doc.sents:
        found = _SHORT.findall(sentence.text)
        if len(found) > 2:
            yield found


def lists_in(told: Told, least: int = 3) -> Iterator[list[Name]]:
    """Every list of at least so many names, short forms in brackets left out."""
    row: list[Name] = []
    for name in told.names:
        if told.text[: name.span.start].endswith("("):
            continue
        is_next = row and name.span.start >= row[-1].span.end
        if is_next and not _BETWEEN.fullmatch(told.text, row[-1].span.end, name.span.start):
            if len(row) >= least:
                yield row
            row = []
        row.append(name)
    if len(row) >= least:
        yield row
