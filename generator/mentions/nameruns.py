"""Stretches of capitalised words that could be names, before anybody asks whose.

A run is cut at titles, places, nationalities and words of organisations, so that `Norway Karen Holm Denmark`
leaves `Karen Holm` and `Baltic Vice President Erik Lund` leaves two pieces, the second with its title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language import Parsed
from generator.mentions.words import Word, kind_of, word_lists, words_of
from generator.names.chinese import is_surname_first
from generator.names.nameparts import is_given_name, titles

_SURNAMES_TOO = {"king", "bishop", "pope", "prince", "marshal", "major", "dean", "judge", "cardinal", "lord", "duke"}
_NUMERALS = frozenset(("I", "V", "VI", "X", "XI", "XV"))  # those that are initials or names elsewhere
MAX_WORDS = 6
_PLACES = ("countries", "cities", "states")
_TOLD = re.compile(
    r",\s+(?:(?:aged?\s+)?\d{1,3},|(?:an?\s+|the\s+)?((?:[\w'-]+ ){0,4}?[\w-]+)(?=,| of | for | at | who | in ))"
)
_INTO = frozenset(("in", "at", "from", "to", "near", "for", "of", "outside", "around", "across", "toward", "towards"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A candidate: words of one run that could be one name, in the block `parsed`."""

    parsed: Parsed
    words: tuple[Word, ...]
    title: str  # the words of the title right before, as written
    title_start: int
    weak: bool  # words that are names only if something else says so: Press, King, Brown

    @property
    def start(self) -> int:
        """Where the name begins in the block, without its title."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends, without a possessive."""
        return self.words[-1].end

    @property
    def key(self) -> str:
        """The name without case and line breaks: one for `MS. HOLM` and `Holm`."""
        return " ".join(w.text.casefold() for w in self.words)

    @property
    def core(self) -> tuple[Word, ...]:
        """The words without Jr. and the like."""
        return tuple(w for w in self.words if w.kind != "suffix")

    @property
    def is_single(self) -> bool:
        """True for one word, particles before it not counted: Berg, van der Berg."""
        return len([w for w in self.core if w.kind != "particle"]) < 2

    @property
    def owns(self) -> bool:
        """True where a possessive follows."""
        return self.words[-1].owns


def find_pieces(parsed: Parsed, known: frozenset[str] = frozenset()) -> tuple[Piece, ...]:
    """Every candidate of one block, in the order of the text. `known` are names of people, as Piece.key has them: a
    place's name in one of them is cut off nobody's."""
    text = parsed.doc.text
    pieces: list[Piece] = []
    for run in _runs(text, words_of(text)):
        pieces += _pieces_of(parsed, run, known)
    return tuple(pieces)


def _runs(text: str, words: list[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    current: list[Word] = []
    for word in words:
        gap = text[current[-1].end : word.start] if current else ""
        joined = bool(current) and not current[-1].owns and (gap.isspace() or (word.kind == "suffix" and gap == ", "))
        if current and (not joined or word.kind == "lower"):
            runs.append(current)
            current = []
        if word.kind != "lower" and (current or word.kind != "particle"):
            current.append(word)
    return [*runs, current] if current else runs


def _pieces_of(parsed: Parsed, run: list[Word], known: frozenset[str]) -> list[Piece]:
    """A run cut at everything that is no name; a title before a piece stays with it."""
    kinds = _kinds_in_run(run)
    if kinds[:3] == ["name"] * 3 and run[0].text.casefold() in word_lists()["nouns"] and _opens(parsed, run[0]):
        kinds[0] = "edge"  # Nurse Ann Roy was saved.
    for i in range(1, len(run)):
        pair = f"{run[i - 1].text} {run[i].text}".casefold()
        if {kinds[i], kinds[i - 1]} == {"edge", "name"} and (
            pair in known or _is_one_person(parsed, run[i - 1], run[i]) or (len(run) == 2 and _is_placed(parsed, run))
        ):
            kinds[i] = kinds[i - 1] = "name"
    pieces: list[Piece] = []
    i = 0
    while i < len(run):
        leads = kinds[i] == "particle" and i + 1 < len(run) and kinds[i + 1] in ("particle", "name")
        if kinds[i] != "name" and not leads:
            i += 1
            continue
        j = i
        while j + 1 < len(run) and kinds[j + 1] in ("name", "particle", "suffix"):
            j += 1
        while kinds[j] == "particle":
            j -= 1
        title = i
        while title > 0 and kinds[title - 1] == "title":
            title -= 1
        title = _whole_title(run, title, i)
        in_the_middle = any(k == "suffix" and kinds[n + 1] == "name" for n, k in enumerate(kinds[i:j], i))
        if j - i < MAX_WORDS and not in_the_middle and not _is_facility(run[j + 1 :]):
            before = " ".join(w.text for w in run[title:i])
            pieces.append(Piece(parsed, tuple(run[i : j + 1]), before, run[title].start, False))
        i = j + 1
    pieces += [
        Piece(parsed, (w,), "", w.start, True)
        for w, kind in zip(run, kinds, strict=True)
        if kind in ("edge", "never", "title")
    ]
    return pieces


def _opens(parsed: Parsed, word: Word) -> bool:
    """True for the first word of a sentence, which is written with a capital whatever it is."""
    return not parsed.doc.text[: word.start].rstrip(" \"'(").removesuffix(":") or bool(
        re.search(r"[.!?:]$", parsed.doc.text[: word.start].rstrip(" \"'("))
    )


def _whole_title(run: list[Word], title: int, name: int) -> int:
    """Where a title of several words begins of which the last ones stand right before the name: Prime Minister."""
    for first in range(max(0, title - 2), title):
        if " ".join(w.text.casefold().rstrip(".") for w in run[first:name]) in titles()["office"]:
            return first
    return title


def _is_one_person(parsed: Parsed, first: Word, last: Word) -> bool:
    """True where the model takes exactly these two words for a person: Valerie Paris."""
    return any(e.label_ == "PERSON" and (e.start_char, e.end_char) == (first.start, last.end) for e in parsed.doc.ents)


def _is_placed(parsed: Parsed, run: list[Word]) -> bool:
    """True for a place's name before another word where both are followed by what somebody is: `Paris Hale, head of
    the mission,`, `Chelsea Roy, 41,`. Behind a preposition the place is one: `in London Ann, a nurse, …`."""
    lists = word_lists()
    if kind_of(run[0].text) != "edge" or not any(run[0].text.casefold() in lists[k] for k in _PLACES):
        return False
    before = parsed.doc.text[: run[0].start].split()[-1:]
    told = _TOLD.match(parsed.doc.text[run[1].end :])
    if told is None or (before and before[0].casefold() in _INTO):
        return False
    return told[1] is None or told[1].split()[-1].casefold() in lists["nouns"]


def _is_facility(rest: list[Word]) -> bool:
    """True where the run goes on to a word for a building, a prize or a company: the name is only part of its name."""
    return any(w.text.casefold() in word_lists()["facility"] for w in rest)


def _kinds_in_run(run: list[Word]) -> list[str]:
    """The words' kinds where they stand: a title or place right after a given name is a surname (Jim Press, Jack
    London), and a given name that is also a place or a month is a name where one follows (Jordan Ellis)."""
    kinds = [w.kind for w in run]
    for i, word in enumerate(run):
        after = kinds[i + 1] if i + 1 < len(run) else ""
        is_given = is_given_name(word.text)
        if kinds[i] in ("edge", "title") and is_given and after == "name":
            kinds[i] = "name"
        if kinds[i] in ("edge", "never") and after == "name" and is_surname_first((word.text, run[i + 1].text)):
            kinds[i] = "name"  # Park Min-seo
        alone_before = i > 0 and kinds[i - 1] == "name" and (i == 1 or kinds[i - 2] in ("title", "edge", "never"))
        if (
            kinds[i] in ("edge", "title")
            and alone_before
            and is_given_name(run[i - 1].text)
            and after in ("", "suffix")
        ):
            kinds[i] = "name"
        if i > 1 and word.text in _NUMERALS and kinds[i - 2 : i] == ["title", "name"]:
            kinds[i] = "edge"  # King Harald V: the number is no part of what he is called
        if i > 0 and kinds[i] in ("edge", "title") and run[i - 1].text.endswith(".") and kinds[i - 1] == "name":
            kinds[i] = "name"  # Martin L. King
        if (
            i > 1
            and word.text.casefold() in _SURNAMES_TOO
            and kinds[i - 2 : i] == ["name", "name"]
            and after in ("", "suffix")
        ):
            kinds[i] = "name"  # Ann Marie King
    return kinds


def full_names_in(line: str) -> list[str]:
    """The full names in a headline, where any word may be capitalised: a known given name, initials, one word more."""
    words = words_of(line)
    found = []
    for i, word in enumerate(words[:-1]):
        is_first = not i or words[i - 1].kind != "name" or words[i - 1].owns
        if word.kind != "name" or not is_first or not is_given_name(word.text):
            continue
        last = i + 1
        while last + 1 < len(words) and words[last].text.endswith("."):
            last += 1
        between = [line[a.end : b.start] for a, b in zip(words[i:last], words[i + 1 : last + 1], strict=True)]
        if words[last].kind == "name" and all(gap.isspace() for gap in between):
            found.append(" ".join(w.text for w in words[i : last + 1]))
    return found
