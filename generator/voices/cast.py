"""Whom a speaker means: from "she" or "the adviser" to the mention of a person, or to nobody where the text leaves it
open.

The rules are those of a hurried reader: the nearest sentence first, in it the subject before others, and nobody whose
title, role, kinship or name tells another gender.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language import Parsed
from generator.mentions.words import word_lists
from generator.model import Mention, Span
from generator.names.nameparts import sexes
from generator.voices.speakers import Speaker, is_unnamed
from generator.voices.transcripts import Turn

SEX_OF_PRONOUN = {
    "he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_DEFINITE = {"the", "this", "that", "his", "her", "their"}
_SUBJECTS = {"nsubj", "nsubjpass", "appos"}
# Surnames that only women bear in the Slavic languages, romanised.
_WOMANS_SURNAME = re.compile(r"(?:[sc]kaya|[sc]kaia|[sc]kaja|[sc]ka|ova|eva)$")
# Paragraphs back to look for whom a pronoun or a role means.
_REACH = 3
_SUBJECT = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker with whom it means: the mention of a person; or somebody whom the article does not name; or neither,
    an institution or nobody known."""

    speaker: Speaker
    named: Span | None
    unnamed: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one article, to find out whom a pronoun or a role means. `parsed` and `mentions` in text order;
    `turns` where it is a transcript."""

    parsed: tuple[Parsed, ...]
    mentions: tuple[Mention, ...]
    turns: tuple[Turn, ...] = ()

    def resolve(self, speaker: Speaker, last: Heard | None, said: Span) -> Heard:
        """Whom the speaker of the words at `said` means. `last` is who spoke before, named or not: after "a spokeswoman
        said", "she" is that spokeswoman."""
        if speaker.named_by is not None:
            return Heard(speaker, speaker.named_by, False)
        word = speaker.head.lower_
        if word in SEX_OF_PRONOUN:
            return self._pronoun(speaker, SEX_OF_PRONOUN[word], last, said)
        named = None
        if speaker.head.tag_ in {"NN", "NNP"} and any(c.lower_ in _DEFINITE for c in speaker.head.children):
            named = self._role(speaker.span.start, speaker.head.lemma_.lower())
        return Heard(speaker, named, named is None and is_unnamed(speaker.head))

    def gender(self, mention: Mention) -> str:
        """m, f or nothing: what titles, roles, kinship and given names of this surname's bearers say, if they agree."""
        bearers = [m for m in self.mentions if _surname(m) == _surname(mention) and _may_be_one(m, mention)]
        for tell in (_told_gender, _named_gender):
            told = {tell(m) for m in bearers} - {""}
            if told:
                return told.pop() if len(told) == 1 else ""
        return ""

    def _before(self, start: int) -> list[Mention]:
        floor = self._floor(start)
        return [m for m in self.mentions if floor <= m.span.start and m.span.end <= start]

    def _floor(self, start: int) -> int:
        """Where the paragraphs begin in which somebody may stand whom a word at `start` means."""
        index = next((i for i, p in enumerate(self.parsed) if p.block.span.start <= start < p.block.span.end), 0)
        return self.parsed[max(0, index - _REACH)].block.span.start

    def _pronoun(self, speaker: Speaker, gender: str, last: Heard | None, said: Span) -> Heard:
        start = speaker.span.start
        named = {_surname(m) for m in self.mentions if m.span.overlaps(said)}  # nobody names himself
        near = [m for m in self._before(start) if m.span.start >= self._turn_start(start) and _surname(m) not in named]
        near = [m for m in near if not self._is_told_of(m, speaker)]
        fitting = [m for m in near if self.gender(m) in {"", gender}]
        last_named = last.named if last is not None else None
        best = max(fitting, key=lambda m: self._salience(m, last_named)) if fitting else None
        if last is not None and last.named is None and self._is_nearer(last.speaker, best, speaker.span.start):
            return Heard(speaker, None, last.unnamed)
        return Heard(speaker, best.span if best is not None else None, False)

    def _is_told_of(self, mention: Mention, speaker: Speaker) -> bool:
        """True for the one whom the pronoun's own clause is about: `Lind, whom he called …`."""
        clause = next((t for t in (speaker.head, *speaker.head.ancestors) if t.dep_ == "relcl"), None)
        if clause is None:
            return False
        parsed = next(p for p in self.parsed if p.block.span.start <= speaker.span.start < p.block.span.end)
        head = parsed.span(clause.head.doc[clause.head.i : clause.head.i + 1])
        return mention.span.overlaps(head)

    def _turn_start(self, start: int) -> int:
        """Where the turn of a transcript begins that a word stands in, after its label; 0 outside of any. What others
        say does not tell whom a pronoun means, and nobody is "he" in a turn of his own."""
        label = next((t.label_span for t in self.turns if t.words.start <= start < t.words.end), None)
        return min((t.words.start for t in self.turns if t.label_span == label), default=0)

    def _is_nearer(self, last: Speaker, best: Mention | None, start: int) -> bool:
        """Whether somebody without a known name spoke after the best candidate's sentence, or as its subject."""
        floor = max(self._floor(start), self._turn_start(start))
        if last.head.tag_ not in {"NN", "NNP", "PRP"} or last.span.start < floor:
            return False
        if best is None:
            return True
        sentence, weight, _ = self._salience(best, None)
        return self._sentence(last.span) > sentence or (self._sentence(last.span) == sentence and weight < _SUBJECT)

    def _sentence(self, span: Span) -> int:
        """Where the sentence begins that a span stands in."""
        parsed = next(p for p in self.parsed if p.block.span.start <= span.start < p.block.span.end)
        start = parsed.block.span.start
        tokens = parsed.doc.char_span(span.start - start, span.end - start, alignment_mode="expand")
        return start + (tokens.root.sent.start_char if tokens is not None else 0)

    def _salience(self, mention: Mention, last: Span | None) -> tuple[int, int, int]:
        """Nearest sentence first, within one the subject or whoever spoke last, then whoever comes first in it."""
        parsed = next(p for p in self.parsed if p.block.span.start <= mention.span.start < p.block.span.end)
        start = parsed.block.span.start
        tokens = parsed.doc.char_span(mention.span.start - start, mention.span.end - start, alignment_mode="expand")
        if tokens is None:
            return (start, 0, -mention.span.start)
        weight = _SUBJECT * (tokens.root.dep_ in _SUBJECTS) + (last == mention.span) - (tokens.root.dep_ == "poss")
        return (tokens.root.sent.start_char + start, weight, -mention.span.start)

    def _role(self, start: int, noun: str) -> Span | None:
        for mention in reversed(self._before(start)):
            words = {w.strip(".,").lower() for w in f"{mention.role} {mention.title} {mention.kin}".split()}
            if noun in words:
                return mention.span
        return None


def _surname(mention: Mention) -> str:
    return mention.text.split()[-1].rstrip(".").lower()


def _may_be_one(one: Mention, other: Mention) -> bool:
    """False for two of one surname with other given names: what is said of the one tells nothing of the other."""
    first, second = one.text.split(), other.text.split()
    return len(first) < 2 or len(second) < 2 or first[0] == second[0]


def _told_gender(mention: Mention) -> str:
    """By title, role or kinship."""
    words = {w.strip(".,").lower() for w in f"{mention.title} {mention.role} {mention.kin}".split()}
    lists = word_lists()
    is_mans = not words.isdisjoint(lists["men"] | lists["men_in_office"])
    is_womans = not words.isdisjoint(lists["women"] | lists["women_in_office"])
    return "" if is_mans == is_womans else "m" if is_mans else "f"


def _named_gender(mention: Mention) -> str:
    """By the given name, where the table has it for one gender only; by a surname that tells."""
    words = mention.text.split()
    told = sexes(words[0]) if len(words) > 1 else frozenset()
    if len(told) == 1:
        return next(iter(told))
    return "f" if not told and _WOMANS_SURNAME.search(words[-1].lower()) else ""
