"""Every name of a text, however it is written: people by any spelling, nations by name, people or capital.

The same for a statement and for a paragraph; what a name is found by are its `keys`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.claims.library import Library, Name, fold
from generator.claims.wording import is_listed
from generator.data.calendar import MONTHS, WEEKDAYS
from generator.figures.acts import nations_in
from generator.mentions.words import kind_of
from generator.model import Span
from generator.names import compare

# The fewest words of a name that its initials stand for anywhere; those of two words are as often somebody else's.
_CALLED_BY_INITIALS = 3

_NO_NAMES = {"i", "mr", "ms", "mrs", *(w.lower() for w in (*MONTHS, *WEEKDAYS))}


def find_names(doc: Doc, known: Sequence[tuple[Span, str]], library: Library) -> tuple[Name, ...]:
    """Every name of a text: people by their mentions or by a known spelling, nations by name, people or capital, and
    whatever else is written with capitals."""
    found = [Name(span, doc.text[span.start : span.end], frozenset({f"p:{p}"}), "person") for span, p in known if p]
    taken = [n.span for n in found]
    for start, end in _capitals(doc, library):
        for part_start, part_end in _split(doc, start, end, taken):
            found += _name_parts(doc, part_start, part_end, library)
    return tuple(sorted(found, key=lambda n: n.span))


def _capitals(doc: Doc, library: Library) -> list[tuple[int, int]]:
    """Runs of capitalised words, as token positions; `of` and the like inside belong to them."""
    runs: list[list[int]] = []
    for token in doc:
        if not (_is_name_word(token, library) or _is_named_like_a_month(token, library)):
            continue
        if runs and _joins(doc, runs[-1][1], token.i):
            runs[-1][1] = token.i + 1
        else:
            runs.append([token.i, token.i + 1])
    return [(a, b) for a, b in runs]


def _is_name_word(token: Token, library: Library) -> bool:
    if not token.text[0].isupper() or token.lower_.rstrip(".") in _NO_NAMES:
        return False
    opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).text in ('"', ":", "("))
    if token.pos_ == "NOUN" and fold(token.text) in library.spelled:
        return True  # a surname that the model does not know
    if opens and not token.ent_type_ and not nations_in(token.text) and _is_plain_word(token.text):
        return False  # Employment grew: an ordinary word that begins a sentence
    return token.pos_ == "PROPN" or bool(nations_in(token.text)) or (token.ent_type_ == "NORP") or not opens


def _is_plain_word(word: str) -> bool:
    """No name by itself, by the lists of what names are not, or of which words say the same."""
    return kind_of(word) in ("title", "edge", "never") or is_listed(word)


def _is_named_like_a_month(token: Token, library: Library) -> bool:
    """May, in Theresa May, where somebody is called so; never by itself, for then it may be the month."""
    if not token.i or not token.text[0].isupper() or token.lower_ not in _NO_NAMES:
        return False
    return fold(f"{token.nbor(-1).text} {token.text}") in library.spelled


def _joins(doc: Doc, end: int, start: int) -> bool:
    between = [t.lower_ for t in doc[end:start] if not t.is_space]
    return between in ([], ["of"], ["-"], ["for"], ["of", "the"])


def _split(doc: Doc, start: int, end: int, taken: Sequence[Span]) -> list[tuple[int, int]]:
    """The parts of a run that no known person's mention covers."""
    parts: list[list[int]] = []
    for i in range(start, end):
        token = doc[i]
        if any(s.start < token.idx + len(token) and token.idx < s.end for s in taken):
            continue
        if parts and parts[-1][1] == i:
            parts[-1][1] = i + 1
        else:
            parts.append([i, i + 1])
    return [(a, b) for a, b in parts]


def _name_parts(doc: Doc, start: int, end: int, library: Library) -> list[Name]:
    """What a run of capitals names; "President Belor Andic" is a person with a title."""
    found: list[Name] = []
    i = start
    while i < end:
        for j in range(end, i, -1):
            name = _known(doc, i, j, library)
            if name:
                found.append(name)
                i = j
                break
        else:
            if found and found[-1].kind == "other" and found[-1].span.end >= doc[i].idx - 1:
                last = found.pop()
                found.append(_other(doc, last.span.start, doc[i]))
            elif doc[i].text[0].isupper():
                found.append(_other(doc, doc[i].idx, doc[i]))
            i += 1
    return found


def _known(doc: Doc, i: int, j: int, library: Library) -> Name | None:
    if not (doc[i].text[0].isupper() and doc[j - 1].text[0].isupper()):
        return None
    span = Span(doc[i].idx, doc[j - 1].idx + len(doc[j - 1]))
    text = " ".join(doc.text[span.start : span.end].split())
    people = library.spelled.get(fold(text)) or (_alike(text, library) if j - i in (2, 3) else None)
    if people:
        return Name(span, text, frozenset(f"p:{p}" for p in people), "person")
    nations = nations_in(text)
    if nations and j - i <= 3 and _is_nation(text, nations):
        return Name(span, text, frozenset(f"n:{n}" for n in nations), "nation")
    return None


def _alike(text: str, library: Library) -> frozenset[str]:
    """The people whom this can be another spelling of."""
    return frozenset(
        p.id for p in library.people if " " in p.name and any(compare(text, s.text).same for s in p.spellings)
    )


def _is_nation(text: str, nations: Sequence[str]) -> bool:
    """The whole text is a nation's name, not only a word of it."""
    return len(nations) == 1 and (len(text.split()) == 1 or nations[0] == text or not nations_in(text.split()[0]))


def initials(text: str) -> str:
    """By what a body with a long name may be called, in small letters: gm."""
    return "".join(w[0] for w in _capitalised(text)).casefold()


def _capitalised(text: str) -> list[str]:
    return [w for w in re.findall(r"[^\W_]+", text) if w[0].isupper()]


def _other(doc: Doc, start: int, last: Token) -> Name:
    span = Span(start, last.idx + len(last))
    text = " ".join(doc.text[span.start : span.end].split())
    keys = {fold(w) for w in _capitalised(text) if len(w) > 1}
    if len(short := initials(text)) >= _CALLED_BY_INITIALS:
        keys.add(short)
    return Name(span, text, frozenset(keys or {fold(text)}), "other")
