"""What the verbs, nouns and places around a figure mean, read from data/acts.yml and data/nations.yml.

Two articles rarely use the same verb: a sense says that "freed" and "pardoned" answer one question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from generator import data


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that can happen to what is counted. `label` is the row's name with {phrase} and {place} to fill; empty
    for one that only measures have."""

    name: str
    family: str
    verbs: frozenset[str]
    verb: str  # the first of them, which stands for a sense said without one: "behind bars" → hold
    nouns: frozenset[str]
    states: tuple[str, ...]
    implied_by: frozenset[str]
    receiving: frozenset[str]
    drop: frozenset[str]  # words of a phrase that the label says anyway
    label: str
    label_away: str
    label_verbs: frozenset[str]  # where there are any, `label` needs one of them; else it is `label_else`
    label_else: str
    is_fate: bool  # what becomes of those who are counted
    is_lasting: bool  # a state, and nothing that happens at a moment
    is_of_things: bool  # has to say whose they are: jobs cut, jets ordered
    is_carried: bool  # on board of a ship, a plane or a bus
    is_exclusive: bool  # who is in this one is in no other exclusive one: dead, missing, rescued
    is_open: bool  # what became of those is not known yet
    is_of_people: bool  # things are never freed or held in this sense: the list was released, the plane holds 90


def act_words() -> dict[str, Any]:
    """data/acts.yml."""
    return data.load("acts")


@lru_cache(maxsize=1)
def senses() -> tuple[Sense, ...]:
    """Every sense, in the order of the file."""
    words = act_words()
    return tuple(
        Sense(
            name=s["sense"],
            family=s["family"],
            verbs=frozenset(s["verbs"]),
            verb=s["verbs"][0],
            nouns=frozenset(s.get("nouns", ())),
            states=tuple(s.get("states", ())),
            implied_by=frozenset(s.get("implied_by", ())),
            receiving=frozenset(s.get("receiving", ())),
            drop=frozenset(s.get("drop", ())),
            label=s.get("label", ""),
            label_away=s.get("label_away", s.get("label", "")),
            label_verbs=frozenset(s.get("label_verbs", ())),
            label_else=s.get("label_else", ""),
            is_fate=s["family"] in words["families"]["fates"],
            is_lasting=s["family"] in words["families"]["lasting"],
            is_of_things=s["family"] in words["families"]["of_things"],
            is_carried=s["family"] in words["families"]["carried"],
            is_exclusive=s["sense"] in words["exclusive"],
            is_open=s["sense"] in words["open"],
            is_of_people=s.get("of_people", False),
        )
        for s in words["senses"]
    )


@lru_cache(maxsize=1)
def _by_verb() -> dict[str, Sense]:
    return {v: s for s in reversed(senses()) for v in s.verbs}


@lru_cache(maxsize=1)
def _by_noun() -> dict[str, Sense]:
    return {n: s for s in reversed(senses()) for n in s.nouns}


def sense_of(act: str) -> Sense | None:
    """The sense of a verb's or an action noun's lemma; None for one that the data does not know."""
    return _by_verb().get(act) or _by_noun().get(act)


def noun_sense(noun: str) -> Sense | None:
    """The sense that a noun says by itself: release, imprisonment, death."""
    return _by_noun().get(noun)


def implied_sense(noun: str) -> Sense | None:
    """The sense of a noun that nothing happens to: prisoners are held."""
    return next((s for s in senses() if noun in s.implied_by), None)


def state_sense(text: str) -> Sense | None:
    """The sense that words of state give: behind bars, in custody, dead."""
    return next((s for s, pattern in _states() if pattern.search(text)), None)


@lru_cache(maxsize=1)
def _states() -> tuple[tuple[Sense, re.Pattern[str]], ...]:
    return tuple((s, re.compile(rf"\b(?:{data.one_of(s.states)})\b", re.I)) for s in senses() if s.states)


def kind_of(noun: str) -> str:
    """One name for nouns that count the same: detainee → prisoner, jet → plane, resident → person."""
    words = act_words()
    if noun in words["people"]:
        return "person"
    return next((k[0] for k in (*words["kinds_of_people"], *words["kinds_of_things"]) if noun in k), noun)


def is_person(noun: str) -> bool:
    """True for a lemma that counts people, by the lists and endings of data/acts.yml."""
    words, noun = act_words(), noun.lower()
    if noun in words["people"] or noun in words["persons"] or any(noun in k for k in words["kinds_of_people"]):
        return True
    return noun.endswith(tuple(words["person_endings"])) and noun not in words["not_endings"]


def participle(verb: str) -> str:
    """The past participle of a verb's lemma, by the table or by rule."""
    irregular = cast(dict[str, str], act_words()["participles"])
    if verb in irregular:
        return irregular[verb]
    if (prefixed := re.fullmatch(r"(re-?|over|under|out|mis|with|fore|un)(\w{3,})", verb)) and prefixed[2] in irregular:
        return prefixed[1] + irregular[prefixed[2]]
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb) or re.search(r"[^aeiou][aeiou][bgp]$", verb):
        return verb + verb[-1] + "ed"
    return verb + "ed"


@lru_cache(maxsize=1)
def _nations() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, list[str]] = data.load("nations")
    names = {form: country for country, forms in table.items() for form in (country, *forms)}
    return re.compile(rf"(?<![\w-])(?P<name>{data.one_of(names)})(?:s|es|ese)?(?!\w)"), names


def nations_in(text: str) -> tuple[str, ...]:
    """The countries that a text names, by name, people or capital, in its order, each once."""
    pattern, names = _nations()
    return tuple(dict.fromkeys(names[m["name"]] for m in pattern.finditer(text)))


def name_nations(text: str) -> str:
    """The text with each country under its name, whatever form of it stands there: "Kenyan officials" as "Kenya
    officials"."""
    pattern, names = _nations()
    return pattern.sub(lambda m: names[m["name"]], text)
