"""Verbs of saying, for every room that asks whether a verb hands words to somebody: data/speech.yml."""

from __future__ import annotations

from functools import cache

from generator import data

_KINDS = ("verbs", "with_object", "with_preposition", "with_infinitive", "naming", "addressing")


@cache
def verbs_of_saying() -> frozenset[str]:
    """The lemmas of all verbs whose subject speaks."""
    return frozenset(verb for kind in _KINDS for verb in data.load("speech")[kind])


@cache
def verbs_of_report() -> frozenset[str]:
    """Of these the verbs whose present tense tells what has been said: no promises and no mere thoughts."""
    speech = data.load("speech")
    return verbs_of_saying() - {*speech["ahead"], *speech["thinking"]}


@cache
def verbs_of_telling() -> frozenset[str]:
    """Of those the verbs that only hand on words: nothing else comes about by them."""
    return verbs_of_report() - set(data.load("speech")["acting"])
