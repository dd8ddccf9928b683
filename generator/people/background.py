"""What stands beside a person's name without being in any article: the same name in other letters and romanisations.

Background by rule (names/background.py), never about the event. All that the articles give for it is whom they call
Belarusian, Russian or Ukrainian.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.briefing import OtherSpelling, Person
from generator.names.background import home_of, write_otherwise
from generator.names.nameparts import parse
from generator.people.groups import country_in


def with_background(people: Sequence[Person]) -> tuple[Person, ...]:
    """The people with `other_spellings`. Who is given no nation counts to that of most of the others."""
    nations = {person.id: nation_of(person) for person in people}
    east_slavic = Counter(nation for nation in nations.values() if home_of(nation))
    setting = max(east_slavic, key=lambda nation: (east_slavic[nation], nation), default="")
    return tuple(replace(p, other_spellings=_others(p, nations[p.id], setting)) for p in people)


def nation_of(person: Person) -> str:
    """The nation that most of what the articles call the person names, as data/groups.yml writes it; else empty."""
    found = Counter(country_in(person.group_label) for _ in range(len(person.group_why)))
    for role in person.roles:
        found[country_in(role.text)] += len(role.cites)
    del found[""]
    return max(found, key=lambda nation: (found[nation], nation), default="")


def _others(person: Person, nation: str, setting: str) -> tuple[OtherSpelling, ...]:
    written = (person.name, *(s.text for s in person.spellings))
    full = tuple(dict.fromkeys(name for name in written if not parse(name).is_single))
    return tuple(OtherSpelling(v.text, v.language, v.rule) for v in write_otherwise(full, nation, setting))
