"""Names that one article shows to be a person's and another leaves open.

The model takes some people for places or firms wherever an article has them. A companion in which the same name has a
title, a role or kin, or speaks, settles it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from generator.model import Reading
from generator.names.nameparts import parse


def known_elsewhere(readings: Sequence[Reading]) -> tuple[frozenset[str], ...]:
    """For each reading the full names, in lower case, that others show to be people's and that stand in its text where
    it has no mention."""
    shown: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for name in _shown_in(reading):
            shown[name].add(reading.article.id)
    return tuple(_unseen(r, [n for n, ids in sorted(shown.items()) if ids - {r.article.id}]) for r in readings)


def _shown_in(reading: Reading) -> frozenset[str]:
    """The full names beside which the article has what only people have."""
    speaking = {v.named_by for v in reading.voices if v.named_by}
    return frozenset(
        " ".join(m.text.split()).casefold()
        for m in reading.mentions
        if not parse(m.text).is_single and (m.title or m.role or m.kin or m.span in speaking)
    )


def _unseen(reading: Reading, names: Sequence[str]) -> frozenset[str]:
    text = reading.article.text.casefold()
    return frozenset(name for name in names if name in text and _is_unseen(reading, text, name))


def _is_unseen(reading: Reading, text: str, name: str) -> bool:
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    return any(
        (block := reading.article.block_at(at)) is not None
        and block.kind in ("body", "caption")
        and not any(m.span.start <= at < m.span.end for m in reading.mentions)
        for at in places
    )
