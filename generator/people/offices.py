"""Whose government somebody is in where nothing beside the name says it: that of the one whom they speak for.

"The foreign minister" beside one name and "Norrland's foreign minister" elsewhere are often two people: on two folders
of government texts that gave five of eight leaders to the wrong country, so it is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.briefing import Person
from generator.model import Citation
from generator.people.groups import UNSAID, country_in

_GOVERNMENT = "government"


def with_governments(people: Sequence[Person]) -> tuple[Person, ...]:
    """The people; `a spokeswoman for President X` is in the government of X, cited with what says whose that is."""
    return tuple(_by_service(person, people) if _is_open(person) else person for person in people)


def _is_open(person: Person) -> bool:
    return person.group == _GOVERNMENT and person.group_label == UNSAID


def _by_service(person: Person, people: Sequence[Person]) -> Person:
    served = [
        other
        for m in person.mentions
        for other in people
        if other is not person and other.group == _GOVERNMENT and m.mention.role_span
        for o in other.mentions
        if o.article == m.article and o.mention.span.within(m.mention.role_span)
    ]
    labels = {other.group_label for other in served}
    if len(labels) != 1 or UNSAID in labels:
        return person
    cited = [m for m in served[0].mentions if m.mention.ref]
    tells = [Citation(m.article, m.mention.ref) for m in cited if country_in(m.mention.role)]
    why = tuple(dict.fromkeys((*person.group_why, *(tells or served[0].group_why)[:1])))
    return replace(person, group_label=served[0].group_label, group_why=why)
