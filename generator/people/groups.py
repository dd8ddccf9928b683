"""Who is who by what the texts say: freed, still held, government, opposition, analyst, family.

The rules are data/groups.yml. Nothing is known of anybody but what stands beside the name; where nothing does, the
group is `other`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import data
from generator.briefing import PersonMention
from generator.mentions.words import word_lists
from generator.model import Citation, Mention, Reading, Span

_MAX_WHY = 5  # citations shown beside a group
UNSAID = "Officials"  # of a government that nothing beside the name tells


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the example it has to fit; `of` is what it is held against: a role, a sentence (`text`), or a
    sentence and the one before it (`pair`) or behind it (`next`)."""

    of: str
    regex: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class GroupRule:
    """One group and the patterns any of which puts somebody in it."""

    key: str
    label: str
    kin: bool
    patterns: tuple[Pattern, ...]
    unless: re.Pattern[str] | None = None  # what stands before a match, in its clause, and takes it back


@dataclass(frozen=True, slots=True)
class Grouping:
    """A person's group, how it is called, and where that can be seen."""

    key: str
    label: str
    why: tuple[Citation, ...]


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    return data.load("groups")


@lru_cache(maxsize=1)
def rules() -> tuple[GroupRule, ...]:
    """data/groups.yml, compiled, in its order."""
    gap = _file()["gap"]
    return tuple(
        GroupRule(
            row["key"],
            row["label"],
            bool(row.get("kin")),
            tuple(
                Pattern(of, re.compile(_guard(p["pattern"].replace("{gap}", gap))), p["example"])
                for of in ("role", "text", "pair", "next")
                for p in row.get(of, ())
            ),
            re.compile(f"(?:{row['unless']})[^.;:]{{0,80}}$") if "unless" in row else None,
        )
        for row in _file()["groups"]
    )


def _guard(pattern: str) -> str:
    """A pattern that begins with the name fails where a preposition leads to it (`against …, and * were`)."""
    words = ("against", "by", "with", "for", "under", "to", "from", "of", "after", "via", "behind", "than")
    return "".join(f"(?<!\\b{w} )" for w in words) + pattern if re.match("…(?!'s)", pattern) else pattern


def group_of(mentions: Sequence[PersonMention], readings: Mapping[str, Reading]) -> Grouping:
    """The first group that a role, a title or a sentence of any mention speaks for, with the paragraphs that do."""
    cited = [m for m in mentions if m.mention.ref]
    sentences = {id(m): sentence_around(m.mention, readings[m.article]) for m in cited}
    said = {
        id(m): {
            "text": sentences[id(m)],
            "pair": f"{sentence_before(m.mention, readings[m.article])} {sentences[id(m)]}",
            "next": f"{sentences[id(m)]} {sentence_behind(m.mention, readings[m.article])}",
        }
        for m in cited
    }
    for rule in rules():
        why = [
            Citation(m.article, m.mention.ref)
            for m in cited
            if _speaks_for(rule, m.mention, said[id(m)])
        ]
        if why:
            lands = [_land_behind(m.mention, sentences[id(m)]) for m in cited]
            return Grouping(rule.key, label_of(rule, cited, lands), tuple(dict.fromkeys(why))[:_MAX_WHY])
    last = rules()[-1]
    return Grouping(last.key, last.label, tuple(dict.fromkeys(Citation(m.article, m.mention.ref) for m in cited))[:1])


def _speaks_for(rule: GroupRule, mention: Mention, said: Mapping[str, str]) -> bool:
    if rule.kin and mention.kin:
        return True
    role = role_text(mention)
    if rule.key == "government" and any(re.search(_file()[key], role) for key in ("not_government", "not_now")):
        return False
    return any(_holds(rule, p, said.get(p.of, role)) for p in rule.patterns)


def _holds(rule: GroupRule, pattern: Pattern, text: str) -> bool:
    """Whether a pattern fits somewhere where nothing before it makes an aim or a condition of it."""
    found = pattern.regex.finditer(text)
    return any(rule.unless is None or not rule.unless.search(text[: m.start()]) for m in found)


def role_text(mention: Mention) -> str:
    """Role and title in lower case, as the patterns want them."""
    return f"{mention.role} {mention.title}".replace("’", "'").casefold().strip()


def _land_behind(mention: Mention, sentence: str) -> str:
    """What stands behind an office and its holder: `of Norland` of `President Ida Holm of Norland`; else empty."""
    match = re.search(r"…,? (of (?:the )?\w+(?: \w+)?)", sentence) if mention.title else None
    return match[1] if match else ""


def label_of(rule: GroupRule, mentions: Sequence[PersonMention], lands: Sequence[str] = ()) -> str:
    """The label, with the country or body that most roles name; without one nothing is said of whose government.
    `lands` are what stands behind titled names."""
    if "{country}" not in rule.label:
        return rule.label
    roles = [*(m.mention.role for m in mentions), *lands]
    bodies = Counter(found for role in roles if (found := _first_of(_bodies(), role)))
    countries = Counter(found for role in roles if (found := country_in(role)))
    if bodies.total() > countries.total():
        return f"{max(bodies, key=lambda b: (bodies[b], b))} officials"
    best = max(countries, key=lambda c: (countries[c], c)) if countries else ""
    return rule.label.replace("{country}", best) if best else UNSAID


def country_in(role: str) -> str:
    """The country whose name comes first in a role, as a label writes it; empty where there is none."""
    found = _first_of(_countries(), role)
    states = word_lists()["states"]
    return found or ("US" if any(w in states for w in re.findall(r"\w+", role.casefold())) else "")


@dataclass(frozen=True, slots=True)
class _Table:
    """Labels by the words that stand for them, and the pattern of all these words."""

    labels: Mapping[str, str]
    words: re.Pattern[str]


def _first_of(table: _Table, role: str) -> str:
    found = table.words.search(role.replace("’", "'").casefold())
    return table.labels[found[0]] if found else ""


def _table(words_of: Mapping[str, Sequence[str]]) -> _Table:
    labels = {word: label for label, words in words_of.items() for word in words}
    return _Table(labels, re.compile(rf"(?<!\w)(?:{data.one_of(labels)})(?!\w)"))


@lru_cache(maxsize=1)
def _bodies() -> _Table:
    return _table(_file()["bodies"])


@lru_cache(maxsize=1)
def _countries() -> _Table:
    """The countries of data/groups.yml and, by their demonym, those that only data/nations.yml has."""
    table = {label: tuple(words) for label, words in _file()["countries"].items()}
    known = {word for words in table.values() for word in words} | {w for b in _file()["bodies"].values() for w in b}
    for country, forms in data.load("nations").items():
        words = tuple(w.casefold().rstrip(".") for w in (country, *forms))
        if not known & set(words):
            table[forms[0]] = words
    return _table(table)


def sentence_around(mention: Mention, reading: Reading) -> str:
    """The mention's sentence in lower case, the name with title and role as `…`, other people's as `*`."""
    home = next((s.span for s in reading.sentences if mention.span.within(s.span)), None)
    if home is None:
        block = reading.article.block_at(mention.span.start)
        home = block.span if block else mention.span
    return _masked(mention, reading, home)


def sentence_before(mention: Mention, reading: Reading) -> str:
    """The sentence before that one, in the same or the paragraph above, in the same form; empty where there is none."""
    earlier = [s.span for s in reading.sentences if s.span.end <= mention.span.start]
    return _masked(mention, reading, earlier[-1]) if earlier else ""


def sentence_behind(mention: Mention, reading: Reading) -> str:
    """The sentence behind that one, in the same or the paragraph below, in the same form; empty where there is none."""
    later = (s.span for s in reading.sentences if s.span.start >= mention.span.end)
    following = next(later, None)
    return _masked(mention, reading, following) if following else ""


def _masked(mention: Mention, reading: Reading, home: Span) -> str:
    text, at = "", home.start
    for other in (m for m in reading.mentions if m.span.within(home)):
        start = max(at, min(_lead(other, home), other.span.start))
        text += reading.article.text[at:start] + ("…" if other.span == mention.span else "*")
        at = other.span.end
        if "," in reading.article.text[start : other.span.start] and reading.article.text[at : at + 1] == ",":
            at += 1  # of "the reporter, Ida Holm, was freed" one name is left, set off by nothing
    text += reading.article.text[at : home.end]
    return re.sub(r"\s+", " ", text.replace("’", "'")).casefold()


def _lead(mention: Mention, home: Span) -> int:
    """Where a name begins together with its title and a role right before it."""
    start = mention.span.start - (len(mention.title) + 1 if mention.title else 0)
    role = mention.role_span
    if role and role.end <= mention.span.start and mention.span.start - role.end <= len(mention.title) + 2:
        start = min(start, role.start)
    return max(start, home.start)
