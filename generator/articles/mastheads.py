"""Lines above or below an article that say who published it, who wrote it and when, in whatever order.

`The Coast Post | 15 March 2026 | By Mira Stolz`, `Mira Stolz in Tessmar` above a time, `Shipping correspondent`. A line
counts only where every part of it is one of these; the words that make a name an outlet's are in data/agencies.yml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import data
from generator.articles import marks
from generator.articles.agencies import is_known_agency, is_known_outlet
from generator.articles.timestamps import cut_dates, is_around_date

_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]+\s+|,\s+|\s+/\s+")
_TITLE_PARTS = re.compile(r"\s+(?:[|·•–—»-]|::)+\s+|\s*\|\s*")
_LED_BY = re.compile(
    r"(?:(?:first |originally )?(?:published|posted|appeared|printed) (?:by|in|on)|source\s*[:–—]|from)\s+", re.I
)
_POSTED = re.compile(r"(?:posted|published|filed|submitted|uploaded) by\s+", re.I)
_SIGNED = re.compile(rf"(?:{marks.SIGNED} )?(?:by|author|as told to)\b[\s:]+", re.I)
_WHERE = re.compile(r"\s+(?:(?:in|at|from|for)\s+[A-Z][\w .'’-]*|and (?:agencies|wires|staff))+$")
_PERSON = r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|van|von|der|de|da|bin|al|el)){1,3}"
_PEOPLE = re.compile(rf"{_PERSON}(?:(?:, and|,| and| &) {_PERSON}){{0,4}}")
_DESK = re.compile(
    r"(?:[\w'’&-]+ ){0,5}(?:correspondent|editor|reporter|writer|columnist|journalist|producer|bureau chief|staff)"
    r"(?:(?:,| in| at| for) [\w .'’&-]{2,40})?",
    re.I,
)
_ABOUT = re.compile(
    r"\s+(?:covers|writes (?:about|for|on)|reports (?:on|for|from)|(?:is|was|has been|works|joined)\b.*\b(?:report\w*"
    r"|correspondent|editor|journalist|writer|columnist|cover(?:s|ing)|writes|bureau|freelance\w*))\b",
    re.I,
)
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}|[A-Z]{2,}\.[A-Z]{2,4}")
_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "le", "&", "on", "in"})


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a line says in its parts; empty where it does not. `is_dated` is true where a full date stands in it."""

    outlet: str
    author: str
    is_dated: bool


def read_masthead(line: str) -> Masthead | None:
    """The parts of a line that is nothing but outlet, author, date and place; None for any other line."""
    text = line.replace("**", "").replace("__", "").strip(" *_()[]")
    if len(text) > 140 or text.endswith(("?", "!")) or re.match(r"[\"“]", text):
        return None
    without = cut_dates(text)
    is_dated = without != text
    outlet, author, rest = "", "", []
    for part in (p.strip(" :;–—-") for p in _PARTS.split(without)):
        name = re.sub(r"\s+(?:on|at)$", "", part)
        posted = _POSTED.match(name)
        name = _LED_BY.sub("", name).strip()
        if not name or is_around_date(name):
            continue
        if posted and people_in(name):
            author = author or name
        elif signed := _SIGNED.match(name):
            author = author or _WHERE.sub("", name[signed.end() :])
        elif is_outlet(name):
            outlet = outlet or name
        else:
            rest.append(name)
    if outlet and not is_dated and len(rest) == 1 and not author and people_in(rest[0]):
        author = rest.pop()
    is_whole = all(_is_capitalised(name) and len(name.split()) <= 4 for name in rest) and len(rest) <= 2
    found = (outlet or author or is_dated) if is_dated else ((outlet or author) and not rest)
    return Masthead(outlet, author, is_dated) if found and is_whole else None


def is_outlet(name: str) -> bool:
    """True for the name of a paper, station or site: one of the list, or a short name with a word that papers bear."""
    if is_known_outlet(name) or is_known_agency(name) or _SITE.fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= 5 or not _is_capitalised(name):
        return False
    begins = words[0].casefold() in _words("outlet_begins") or is_body(name)
    return begins or words[-1].casefold() in _words("outlet_ends")


def is_body(name: str) -> bool:
    """True for a ministry or an embassy: it publishes, but is no paper."""
    return name.split()[0].casefold() in _words("bodies")


def outlet_behind(title: str) -> tuple[str, str]:
    """A page's title without the outlet that browsers put behind it, and that outlet: `Nine dark - The Coast Post`."""
    parts = re.match(r"(.{12,}?)\s+[|–—-]\s+([^|]{2,40})$", title)
    return (parts[1], parts[2]) if parts and is_outlet(parts[2]) else (title, "")


def is_posted(line: str) -> bool:
    """True for who put an article on a site, and when: `Posted by Mira Stolz on 15 March 2026`."""
    masthead = read_masthead(line) if _POSTED.match(line) else None
    return bool(masthead and masthead.author)


def outlet_in_title(title: str, headlines: Sequence[str], host: str = "") -> str:
    """The outlet that a page's own title has beside its headline, or an empty string: `Nine dark | World | Anba Today`.

    Beside a headline that the page also prints, `headlines`, anything that is no section's name is the outlet; beside
    another only what can be known as one, by its words or as the page's `host`."""
    parts = [p.strip() for p in _TITLE_PARTS.split(title) if p.strip()]
    printed = [letters_of(h) for h in headlines if h and not is_outlet(h)]
    whole = letters_of(title)
    is_printed = any(letters_of(p) in printed for p in parts) or any(
        whole != h and (whole.startswith(h) or whole.endswith(h)) for h in printed
    )
    rest = [p for p in reversed(parts) if not any(letters_of(p) in h for h in printed)]
    rest = [p for p in rest if not set(p.casefold().split()) <= _words("sections")]
    known = [p for p in rest if len(parts) > 1 and (is_outlet(p) or _is_host(p, host))]
    named = [p for p in rest if is_printed and len(p.split()) <= 5 and _is_capitalised(p) and p[-1] not in ".?!"]
    return next(iter((*known, *named)), "")


def _is_host(name: str, host: str) -> bool:
    letters, parts = letters_of(name), (host, host.removeprefix("www."), *host.split("."))
    return len(letters) > 2 and letters in map(letters_of, parts)


def letters_of(text: str) -> str:
    """Letters and digits alone, in lower case: what two prints of a headline share."""
    return re.sub(r"[\W_]+", "", text).casefold()


def people_in(line: str) -> str:
    """The names in a byline that does not say `By`: `Mira Stolz and Jon Rask in Tessmar`; else an empty string."""
    text = _WHERE.sub("", line.strip(" *_"))
    is_thing = any(w.casefold().rstrip(",") in _thing_words() for w in text.split())
    return text if not is_thing and _PEOPLE.fullmatch(text) and not is_outlet(text) else ""


def is_desk(line: str) -> bool:
    """True for what stands below an author's name: `Shipping correspondent`, `BBC News, Tessmar`."""
    return len(line.split()) <= 8 and not marks.is_ended(line) and bool(_DESK.fullmatch(line.strip()))


def is_about(line: str, byline: str) -> bool:
    """True for a line about one of the authors: `Mira Stolz covers shipping for The Coast Post.`"""
    names = re.findall(_PERSON, _SIGNED.sub("", byline))
    return any(line.startswith(name) and _ABOUT.match(line[len(name) :]) for name in names) and len(line.split()) <= 60


def signed_by(line: str) -> str:
    """Who signs in a byline, without `By`, place and agencies."""
    return _WHERE.sub("", _SIGNED.sub("", line.strip(" *_")))


def _is_capitalised(name: str) -> bool:
    return all(w in _SMALL or not w[:1].islower() for w in name.split()) and not name[:1].islower()


@lru_cache(maxsize=8)
def _words(key: str) -> frozenset[str]:
    return frozenset(data.load("agencies")[key].split())


@lru_cache(maxsize=1)
def _thing_words() -> frozenset[str]:
    words = " ".join(data.load("not_names").values())
    return frozenset(words.split()) - {"and"}
