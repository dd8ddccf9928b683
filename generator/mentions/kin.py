"""Whose kin somebody is: `Ivo Lind's son Karl`, `his daughter, the singer Ana`, `their sons Ivo and Nils`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from generator.mentions.tokens import whole_word
from generator.mentions.words import word_lists

_ROW = re.compile(r"\b(sons|daughters|children|grandchildren),? (?:[A-Z][\w-]+, ){0,3}[A-Z][\w-]+(?:, and|,| and) $")
_KIN_BEFORE = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|(?P<owner>[A-Z][\w-]+)'s?) (?P<kin>[a-z-]+), (?:the |an? )?$")


@dataclass(frozen=True, slots=True)
class Role:
    """A phrase and its offsets in the block, with the kinship word in it and whose kin, if any."""

    text: str
    start: int
    end: int
    kin: str = ""
    owner: tuple[int, int] | None = None  # the offsets of the name that owns the kin


def with_kin(doc: Doc, start: int, end: int, head: Token) -> Role:
    """The phrase from start to end with the kinship word that heads it, if one does, and whose kin is meant."""
    pronoun = re.match(r"(?:my|your|his|her|its|our|their)\s+", doc.text[start:end], re.IGNORECASE)
    start += pronoun.end() if pronoun else 0
    text = doc.text[start:end]
    kin = whole_word(head).casefold()
    if kin not in word_lists()["kin"]:
        return Role(text, start, end)
    owner = re.search(
        r"([^\W\d_][\w.\- ]*?)'s?\s+(?:[\w-]+\s+){0,3}?" + re.escape(whole_word(head)) + r"$",
        doc.text[: head.idx + len(head.text)],
    )
    if owner and owner.end() > start:
        return Role(text, start, end, kin, (owner.end(1) - 1, owner.end(1)))
    of = re.match(r"\s+(?:of|to)\s+", doc.text[head.idx + len(head.text) :])
    if of:
        at = head.idx + len(head.text) + of.end()
        return Role(text, start, end, kin, (at, at + 40))
    return Role(text, start, end, kin, None)


def with_kin_before(doc: Doc, role: Role) -> Role:
    """The role before a name, with the kin before that: `his daughter, the singer Ana Lind`."""
    found = _KIN_BEFORE.search(doc.text[: role.start]) if not role.kin else None
    if found is None or found["kin"] not in word_lists()["kin"]:
        return role
    owner = (found.end("owner") - 1, found.end("owner")) if found["owner"] else None
    return replace(role, kin=found["kin"], owner=owner)


def kin_in_a_row(doc: Doc, start: int) -> Role | None:
    """The second and third of `their sons Ivo, Karl and Nils`."""
    row = _ROW.search(doc.text[:start])
    return Role(row[1], row.start(1), row.end(1), row[1], None) if row else None
