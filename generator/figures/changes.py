"""Two numbers that a sentence gives as before and after of one thing: "cut staff from 900 to 640", "rose to 12 from 9".

How such a pair is written is data/before_after.yml; what is counted is what the verb of the change is about. A pair
without a thing that the sentence names is left to be read number by number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator import data
from generator.figures.acts import noun_sense, sense_of, state_sense
from generator.figures.bare import TOLL
from generator.figures.doing import find_mood
from generator.figures.governing import Counted
from generator.figures.numbers import Number
from generator.figures.owners import find_subject, lemma_of, resolved
from generator.figures.whole_names import name_of
from generator.model import Span

_NEAR_DATE = 25  # characters from a number to its own date: "12 people a day earlier"; farther it is the sentence's
_FAR = 16  # words from the verb to the first number: "fell in the first half of the year to 31"


@dataclass(frozen=True, slots=True)
class Change:
    """A pair of numbers; `counted` is None where the later number says what it counts by itself."""

    before: Number
    after: Number
    counted: Counted | None


@dataclass(frozen=True, slots=True)
class _Pair:
    """One rule of `pairs`."""

    lead: re.Pattern[str]
    between: re.Pattern[str]
    is_first_before: bool
    is_governed: bool
    is_dated: bool


def change_words() -> dict[str, Any]:
    """data/before_after.yml."""
    return data.load("before_after")


@lru_cache(maxsize=1)
def _pairs() -> tuple[_Pair, ...]:
    return tuple(
        _Pair(
            re.compile(rule.get("lead", ""), re.I),
            re.compile(rule["between"], re.I),
            rule["first"] == "before",
            rule.get("governed", False),
            rule.get("dated", False),
        )
        for rule in change_words()["pairs"]
    )


def find_changes(doc: Doc, numbers: Sequence[Number], dates: Sequence[Span]) -> tuple[Change, ...]:
    """The pairs among the numbers of a paragraph, in their order; each number is in one pair at most. `dates` are those
    of the paragraph, placed in its text."""
    found: list[Change] = []
    for first, second in pairwise(numbers):
        if found and first in (found[-1].before, found[-1].after):
            continue
        change = next((c for rule in _pairs() if (c := _paired(doc, first, second, rule, dates))), None)
        if change is not None:
            found.append(change)
    return tuple(found)


def follows(date: Span, end: int, text: str) -> bool:
    """True where a date stands right behind a number that ends there, and nothing sets it off: "12 a day earlier"."""
    gap = text[end : date.start]
    return 0 <= date.start - end <= _NEAR_DATE and not re.search(r"[\d,;:.]", gap)


def _paired(doc: Doc, first: Number, second: Number, rule: _Pair, dates: Sequence[Span]) -> Change | None:
    text = doc.text
    if not rule.lead.search(text[: first.start]) or not rule.between.fullmatch(text[first.end : second.start]):
        return None
    if rule.is_dated and not any(follows(date, second.end, text) for date in dates):
        return None  # compared with 40 elsewhere
    if first.unit != second.unit:
        if first.unit or not rule.is_first_before or first.end != first.core[1]:
            return None
        first = replace(first, unit=second.unit)  # from 4 to 6 percent
    core = doc.char_span(*first.core, alignment_mode="expand")
    last = doc.char_span(*second.core, alignment_mode="expand")
    if core is None or last is None or core.sent != last.sent:
        return None
    before, after = (first, second) if rule.is_first_before else (second, first)
    if not rule.is_governed:
        return Change(before, after, None)
    counted = _read_thing(core)
    return Change(before, after, counted) if counted is not None else None


def _read_thing(core: Tokens) -> Counted | None:
    """What rises or falls: the object of the verb before the number, else its subject; what a noun of change is in."""
    verb = _find_verb(core)
    thing = _thing_of(verb, core) if verb is not None else None
    if verb is None or thing is None:
        return None
    counter = thing if thing.lemma_.lower() in change_words()["counters"] else None
    inner = _below(thing, ("of",)) if counter is not None else None
    if counter is not None and inner is None:
        return None  # the total rose: of what?
    thing = inner if inner is not None else thing
    act = _act_of(counter or thing, thing)
    if thing.pos_ not in ("NOUN", "PROPN") and not act:
        return None
    is_toll, is_state = thing.lemma_.lower() == TOLL, thing.pos_ not in ("NOUN", "PROPN")  # the missing, the dead
    phrase = "people" if is_toll or is_state else _phrase(thing)
    counts = TOLL if is_toll else "people" if is_state else lemma_of(thing)
    planned = find_mood(verb, thing) == "planned"
    whose = "" if act else _whose(counter or thing, verb)  # who counts the dead anew does not own them
    return Counted(counts, phrase, whose, act, label=phrase, noun=thing, verb=verb, is_planned=planned)


def _find_verb(core: Tokens) -> Token | None:
    """The nearest word of a change before the number, in its sentence."""
    words = change_words()
    for token in reversed(list(core.doc[max(core.sent.start, core.start - _FAR) : core.start])):
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in words["verbs"]:
            return token
        if token.pos_ == "NOUN" and lemma in words["nouns"] and _below(token, ("in", "of")) is not None:
            return token
    return None


def _thing_of(verb: Token, core: Tokens) -> Token | None:
    if verb.pos_ == "NOUN":
        return _below(verb, ("in", "of"))
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < core.start and not c.like_num]
    thing = objects[-1] if objects else find_subject(verb)
    return thing if thing is not None and thing.i < core.start and thing.pos_ != "PRON" else None


def _below(noun: Token, ties: Sequence[str]) -> Token | None:
    tie = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ties), None)
    return next((c for c in tie.children if c.dep_ in ("pobj", "pcomp")), None) if tie is not None else None


def _act_of(top: Token, thing: Token) -> str:
    """What has happened to the counted: "the number of people killed", "the toll", "the number of missing"."""
    sense = noun_sense(thing.lemma_.lower())
    if sense is not None and sense.is_fate:  # deaths, by whatever; orders are counted, and not ordered
        return min(sense.verbs - sense.label_verbs) if sense.label_verbs else sense.verb
    for noun in dict.fromkeys((thing, top)):
        for clause in noun.children:
            if clause.dep_ in ("acl", "amod", "relcl") and (sense_of(clause.lemma_) or state_sense(clause.text)):
                known = state_sense(clause.text)
                return str(clause.lemma_) if sense_of(clause.lemma_) or known is None else known.verb
    state = state_sense(thing.text)
    return state.verb if state is not None else ""


def _phrase(thing: Token) -> str:
    """The thing with what narrows it: ship engines, price of a ticket, orders for barges."""
    start = min((t.left_edge.i for t in thing.lefts if t.dep_ in ("amod", "compound", "nmod")), default=thing.i)
    below = _below(thing, ("of", "for"))
    end = below.i if below is not None and 0 < below.i - thing.i <= 5 else thing.i
    text = str(thing.doc[start : end + 1].text)
    return text[0].lower() + text[1:] if start == thing.sent.start and thing.doc[start].pos_ != "PROPN" else text


def _whose(thing: Token, verb: Token) -> str:
    """Whose it is: a possessor, else who makes the change; a noun such as "the company" is left empty."""
    own = next((c for c in thing.children if c.dep_ == "poss"), None)
    if own is not None:
        return name_of(own) if own.pos_ == "PROPN" else resolved(own) if own.lower_ in ("its", "his", "her") else ""
    subject = find_subject(verb) if verb.pos_ == "VERB" else None
    if subject is None or subject is thing or subject.is_ancestor(thing):
        return ""
    return resolved(subject) if subject.pos_ == "PROPN" or subject.lower_ in ("it", "he", "she") else ""
