"""Whose word a printed sentence is, where it does not say so itself: "(according to Ana Ruiz)".

An article may write a speaker as "the President" or "Mr. Ruiz"; a page calls everybody by one name.
"""

from __future__ import annotations

import re

from generator.briefing import Briefing, Statement
from generator.people.utterances import PRONOUNS


def speakers(briefing: Briefing) -> dict[tuple[str, str], str]:
    """For an article and a speaker as it writes one, the name of the person who speaks there; without the words that
    stand for more than one person there, or for a person here and for nobody known there."""
    names = {person.id: person.name for person in briefing.people}
    spoken: dict[tuple[str, str], set[str]] = {}
    for said in briefing.utterances:
        for cite in said.statement.cites[:1]:
            spoken.setdefault((cite.article, said.voice.speaker.casefold()), set()).add(said.person)
    return {key: names[min(ids)] for key, ids in spoken.items() if len(ids) == 1 and min(ids) in names}


def voice_beyond(statement: Statement) -> str:
    """The voice where the sentence does not hold it already; a person's last name is enough to hold it. A pronoun names
    nobody."""
    voice, text = statement.voice.strip(), statement.text.casefold()
    if not voice or voice.casefold() in PRONOUNS:
        return ""
    last = re.sub(r",? (?:jr|sr|ii|iii)\.?$", "", voice.casefold()).split()[-1]
    if voice.casefold() in text or last in re.findall(r"[\w.-]+", text):
        return ""
    return voice
