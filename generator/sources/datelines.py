"""Sentences without the dateline that they begin with: "LIMA, Peru (AP) — " tells where an article was filed, and is no
part of what it says.
"""

from __future__ import annotations

from dataclasses import replace

from generator.articles.datelines import dateline_of
from generator.briefing import Briefing, Statement


def drop_datelines(briefing: Briefing) -> Briefing:
    """The briefing with no dateline in any statement that was taken from an article."""
    return briefing.retold(_without_dateline)


def _without_dateline(statement: Statement) -> Statement:
    dateline = dateline_of(statement.text)
    if not dateline:
        return statement
    voice = "" if statement.voice and statement.voice in dateline else statement.voice
    return replace(statement, text=statement.text.removeprefix(dateline), voice=voice)
