"""Names of things that are called after people: a ship, a storm, a firm, a charity.

They have all that a person's name has, the model's label and a given name; what tells them is the word beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.language import Parsed
from generator.mentions.kin import Role
from generator.mentions.nameruns import Piece
from generator.mentions.words import word_lists
from generator.names.nameparts import titles

# Signs that a firm never shows; a firm speaks, acts and has spokeswomen.
OF_PEOPLE = frozenset(("title", "kin", "age", "who"))


@dataclass(frozen=True, slots=True)
class Witness:
    """A piece and what speaks for it where it stands."""

    piece: Piece
    label: str  # spaCy's label over most of it, or empty
    signs: frozenset[str]
    role: Role | None


def is_a_thing_so_called(w: Witness) -> bool:
    """True for one word behind an article with no noun to follow: a ship (`the file of the Holm is shut`), a body
    (`the Board`), a nickname."""
    if not w.piece.is_single or w.piece.title:
        return False
    before = w.piece.parsed.doc.text[: w.piece.title_start].split()[-1:]
    return before in (["the"], ["The"]) and _names_no_more(w)


def is_firm(key: str, group: Sequence[Witness], firms: frozenset[str]) -> bool:
    """True for a firm's name with nothing beside it that only people have: founders live on in names of firms."""
    return key in firms and not any(w.signs & OF_PEOPLE for w in group)


def firms_in(parsed: Sequence[Parsed]) -> frozenset[str]:
    """The names that the article somewhere gives to a company, by its form: of Holm Berg plc, `holm berg`."""
    return frozenset(m[1].casefold() for p in parsed for m in _form_of_company().finditer(p.doc.text))


@lru_cache(maxsize=1)
def _form_of_company() -> re.Pattern[str]:
    return re.compile(rf"((?:[A-Z][\w'-]+ ){{1,3}}[A-Z][\w'-]+){_form().pattern}")


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    """What ends a company's name: plc, Ltd, GmbH."""
    forms = "|".join(sorted(titles()["company"] | titles()["firm"]))
    return re.compile(rf",? (?:plc|(?=[A-Z])(?i:{forms}))\b")


_NAME = r"[A-Z][\w'’-]*\w"
_AND = re.compile(rf"(?:,\s+{_NAME})*,?\s+(?:&|and)\s+(?P<next>{_NAME})")
_AND_BEFORE = re.compile(rf"(?P<last>{_NAME}),?\s+(?:&|and)\s+$")


def partners_in(parsed: Sequence[Parsed]) -> frozenset[str]:
    """The pairs of names that the article somewhere makes one firm's: of Holm & Berg, or of the firm Holm and Berg,
    `holm berg`."""
    found = (m for p in parsed for pattern in _pairs() for m in pattern.finditer(p.doc.text))
    return frozenset(f"{m[1]} {m[2]}".casefold() for m in found)


@lru_cache(maxsize=1)
def _pairs() -> tuple[re.Pattern[str], ...]:
    bodies = "|".join(sorted(word_lists()["bodies"]))
    return (
        re.compile(rf"({_NAME}),?\s+&\s+({_NAME})"),
        re.compile(rf"\b(?:{bodies})\s+({_NAME}) and ({_NAME})(?=['’,.;:)]|$)"),
    )


def is_in_a_firm(w: Witness, partners: frozenset[str]) -> bool:
    """True for what is only part of a firm's name: the surname in `Holm & Berg` and in `Holm GmbH`, anybody in
    `Karl Holm and Sons`."""
    text = w.piece.parsed.doc.text
    following, last = _AND.match(text, w.piece.end), _AND_BEFORE.search(text[: w.piece.title_start])
    if following and following["next"].casefold() in word_lists()["houses"]:
        return True
    if not w.piece.is_single or w.piece.title:
        return False
    if _form().match(text, w.piece.end):
        return True
    word = w.piece.core[-1].text
    pairs = [f"{word} {following['next']}"] if following else []
    pairs += [f"{last['last']} {word}"] if last else []
    return any(pair.casefold() in partners for pair in pairs)


def is_of_a_thing(group: Sequence[Witness]) -> bool:
    """True where a word for a ship, a storm or a body stands right before the name, or it mostly has `the` and no
    title."""
    before = [w.piece.parsed.doc.text[: w.piece.title_start].split()[-1:] for w in group]
    nouns, bodies = word_lists()["vessels"], word_lists()["bodies"]
    if any(word and (word[0].casefold() in nouns or word[0] in word_lists()["vessel_marks"]) for word in before):
        return True
    if any(
        word and word[0] in bodies and not _has_verb_after(w)  # `told the newspaper Ann Roe was ill`
        for word, w in zip(before, group, strict=True)
    ):
        return True
    with_the = [word == ["the"] or word == ["The"] for word, w in zip(before, group, strict=True) if _names_no_more(w)]
    return 2 * sum(with_the) > len(group) and not any(w.piece.title for w in group)


def _names_no_more(w: Witness) -> bool:
    """True where no noun follows that the article before the name could belong to: `the Holm case`."""
    return not re.match(r"'s|\s+[a-z]+", w.piece.parsed.doc.text[w.piece.end :]) or _has_verb_after(w)


def _has_verb_after(w: Witness) -> bool:
    """True where a verb follows the name: `The Anna Karin was`, not `the Anna Karin case`."""
    doc = w.piece.parsed.doc
    following = next((t for t in doc if t.idx >= w.piece.end and not t.is_space), None)
    return following is not None and following.pos_ in ("VERB", "AUX")
