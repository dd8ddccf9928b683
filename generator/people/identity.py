"""Which mentions of one article are one person.

An article is read the way a reader reads it: a full name introduces somebody, and a bare surname later means whoever of
that surname has been introduced by then. A first name alone says less, see firstnames.py. A bare name that could
still be two people belongs to neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.mentions.nameruns import full_names_in
from generator.mentions.roles import is_role_noun
from generator.mentions.words import word_lists
from generator.model import Mention, Reading
from generator.names import compare
from generator.names.likeness import same_surname
from generator.names.nameparts import NameParts, is_given_name, parse, sexes
from generator.names.romanise import latin
from generator.people.firstnames import Text, has_given, relation

ESTABLISHED = 2  # bare mentions after which a surname keeps meaning the same person
_SHORT = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "prof": "professor"}


@dataclass(frozen=True, slots=True)
class Local:
    """One person of one article: the full names as written, the bare ones, and all mentions."""

    article: str
    names: tuple[str, ...]
    bare: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def fullest(self) -> str:
        """The full name with most words, else the bare name."""
        return max(self.names, key=lambda n: (len(n.split()), len(n))) if self.names else self.bare[0]

    @property
    def is_sure(self) -> bool:
        """True where a bare name is a person's without any companion saying so: it has a title, a role or kin, or
        stands three times; and it is more than a first name."""
        told = any(m.title or m.role or m.kin for m in self.mentions)
        return bool(self.names) or (told or len(self.mentions) > 2)


@dataclass(slots=True)
class _Introduced:
    """Somebody as far as the article has been read. `title` is the full name that only the article's title gives."""

    mentions: list[Mention] = field(default_factory=list)
    title: str = ""

    @property
    def names(self) -> list[str]:
        """The full names."""
        return [m.text for m in self.mentions if not parse(m.text).is_single] + [self.title] * bool(self.title)


def locals_of(reading: Reading) -> tuple[Local, ...]:
    """The people of one article; every mention is in exactly one of them."""
    people: list[_Introduced] = []
    full = [m for m in reading.mentions if not parse(m.text).is_single]
    for m in sorted(full, key=lambda m: (-len(m.text.split()), m.span)):
        home = next((p for p in people if _is_same_here(p, m)), None)
        if home is None:
            people.append(_Introduced([m]))
        else:
            home.mentions.append(m)
    people += _titled(reading, people)
    first = {id(p): min((m.span.start for m in p.mentions), default=-1) for p in people}
    text = Text(reading)
    left: dict[str, list[Mention]] = {}
    for m in reading.mentions:
        if parse(m.text).is_single:
            home = _choose(m, _meant_by(m, people, text), first)
            (left.setdefault(latin(m.text), []) if home is None else home.mentions).append(m)
    everyone = [_local(reading.article.id, p.mentions, p.title) for p in people if p.mentions]
    everyone += [_local(reading.article.id, mentions) for mentions in left.values()]
    return tuple(sorted(everyone, key=lambda x: x.mentions[0].span))


def _titled(reading: Reading, people: Sequence[_Introduced]) -> list[_Introduced]:
    """Whom the article's title gives in full and its text only by surname: Mara Lind, before `MS. LIND:`."""
    bare = {latin(m.text) for m in reading.mentions if parse(m.text).is_single}
    known = [name for p in people for name in p.names]
    names = [n for n in full_names_in(reading.article.title) if latin(parse(n).surname) in bare]
    return [_Introduced([], n) for n in names if not has_surname(parse(n).surname, known)]


def _choose(m: Mention, meant: Sequence[_Introduced], first: dict[int, int]) -> _Introduced | None:
    """The only one it can mean, or the only one introduced so far, or the one whom the bare name has meant all along:
    a relative who comes in later is named in full."""
    before = [p for p in meant if first[id(p)] < m.span.start]
    usual = [p for p in before if sum(x.text == m.text for x in p.mentions) >= ESTABLISHED]
    return next((options[0] for options in (meant, before, usual) if len(options) == 1), None)


def _local(article: str, mentions: Iterable[Mention], title: str = "") -> Local:
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    written = [" ".join(m.text.split()) for m in ordered]
    texts = [(text, parse(text).is_single or _is_end_of_another(text, written)) for text in written]
    names = dict.fromkeys([text for text, single in texts if not single] + [title] * bool(title))
    return Local(article, tuple(names), tuple(dict.fromkeys(text for text, single in texts if single)), ordered)


def _is_end_of_another(name: str, names: Iterable[str]) -> bool:
    """True for what a longer name ends with: Suarez Diaz beside Ana Suarez Diaz, Bin Salman beside Turki bin Salman."""
    words = [latin(w) for w in name.split()]
    longer = ([latin(w) for w in n.split()] for n in names if len(n.split()) > len(words))
    return any(n[-len(words) :] == words for n in longer)


def _is_same_here(person: _Introduced, m: Mention) -> bool:
    """The same name in another form, or the end of a longer one: Suarez Diaz after Ana Suarez Diaz. A father and a son
    of one name differ by `Jr.`, and one is called the other's kin."""
    words = [latin(w) for w in m.text.split()]
    suffixes = {parse(n).suffix for n in person.names}
    if parse(m.text).suffix not in suffixes and (m.kin or any(x.kin for x in person.mentions)):
        return False
    return any(compare(n, m.text).same or [latin(w) for w in n.split()][-len(words) :] == words for n in person.names)


def _meant_by(m: Mention, people: Sequence[_Introduced], text: Text) -> list[_Introduced]:
    """The introduced people whom a bare name can mean: by surname, else by given name; a title's sex has to fit."""
    word, suffix = parse(m.text).surname, parse(m.text).suffix
    fitting = [p for p in people if is_sex_fitting(m.title, p.names, p.mentions)]
    fitting = [p for p in fitting if not suffix or suffix in {parse(n).suffix for n in p.names}]
    by_surname = [p for p in fitting if has_surname(word, p.names)] or _of_two_surnames(word, fitting)
    if by_surname:
        return [p for p in by_surname if is_of_office(m.title, p.mentions)] or by_surname
    bearers = [p for p in fitting if has_given(word, p.names)]
    if len(bearers) != 1:
        return bearers
    is_same = relation(word, bearers[0].names) == "same"
    return bearers if text.means(m, bearers[0].mentions, is_same) else []


def _of_two_surnames(word: str, people: Sequence[_Introduced]) -> list[_Introduced]:
    """Whom the first of two surnames means: García for Gabriel García Ruiz; no given name is one."""
    middles = [(p, {latin(w) for n in p.names for w in parse(n).middle}) for p in people]
    return [p for p, words in middles if latin(word) in words and not is_given_name(word)]


def is_of_office(title: str, mentions: Iterable[Mention]) -> bool:
    """True where a title is the office that somebody holds: Sen. for `the senator from Maine`, not for a former one."""
    office = title.casefold().rstrip(".")
    office = _SHORT.get(office, office)
    held = (f"{m.title} {m.role}".casefold() for m in mentions if "former" not in m.role.casefold())
    return bool(office) and any(re.search(rf"\b{re.escape(office)}\b", role) for role in held)


def office_words(mention: Mention) -> frozenset[str]:
    """The nouns for what somebody is in role and title: `senator` of `Sen.` and of `the senator from Maine`."""
    words = re.findall(r"[^\W\d_]+", f"{mention.title} {mention.role}".casefold())
    nouns = frozenset(_SHORT.get(w, w) for w in words)
    return frozenset(w for w in nouns if is_role_noun(w)) - word_lists()["men"] - word_lists()["women"]


def has_surname(word: str, names: Iterable[str]) -> bool:
    """True where one of the full names has this surname, in whatever spelling."""
    return any(same_surname(word, p.surname) in ("same", "spelling") for p in _full_parts(names))


def is_sex_fitting(title: str, names: Iterable[str], mentions: Iterable[Mention] = ()) -> bool:
    """False where the title is a man's, and given name, another title or the kin a woman's, or the other way round."""
    sex = _sex_of(title)
    told = {s for m in mentions if (s := _sex_of(m.title) or _sex_of(m.kin))}
    known = told or frozenset().union(*(sexes(p.given) for p in _full_parts(names)))
    return not sex or not known or sex in known


def _sex_of(word: str) -> str:
    low = word.casefold().rstrip(".")
    return "m" if low in word_lists()["men"] else "f" if low in word_lists()["women"] else ""


def _full_parts(names: Iterable[str]) -> list[NameParts]:
    return [p for p in map(parse, names) if not p.is_single]
