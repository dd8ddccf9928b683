"""First names that several people of a bundle bear.

One article may give only one bearer's full name and mean another by the first name alone; a companion shows that the
other exists. Such a name is taken from whoever has it, and stays in doubt with whatever is said beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.model import Mention
from generator.names import compare
from generator.names.nameparts import parse
from generator.names.romanise import latin
from generator.people.firstnames import is_rival
from generator.people.identity import Local, has_surname, office_words

# Paragraphs from the last naming to the first name; the full name stands there or in the headline. Without this
# exception, articles that call their hero by his first name lose him to a namesake: B³ on news falls from .99 to .95.
AT_ONCE = 4
LISTED = 6  # characters between the names of a list: `, and `


def take_shared_apart(everyone: Sequence[Local]) -> list[Local]:
    """The same people; a first name that another person of any article bears too is taken from whoever has it."""
    names = sorted({n for x in everyone for n in x.names})
    done: list[Local] = []
    for local in everyone:
        words = [w for w in local.bare if local.names and not has_surname(w, local.names)]
        near = [m for x in everyone if x.article == local.article for m in x.mentions]
        words = [w for w in words if not _is_introduced(w, local, near)]
        others = _of_others(local, names) if words else []
        shared = {w for w in words if any(is_rival(w, local.names, [n]) for n in others)}
        for part in _set_apart(local, shared):
            same = next((x for x in done if not x.names and not part.names and _is_one_word(x, part)), None)
            if same is None:
                done.append(part)
            else:
                mentions = sorted((*same.mentions, *part.mentions), key=lambda m: m.span)
                done[done.index(same)] = replace(same, mentions=tuple(mentions))
    return done


def take_early_apart(everyone: Sequence[Local]) -> list[Local]:
    """The same people; a surname is taken from whoever has it where another article tells of another bearer and it
    stands in a paragraph above the one that introduces the first, or beside the office of the other."""
    names = sorted({n for x in everyone for n in x.names})
    done: list[Local] = []
    for local in everyone:
        own = [w for w in local.bare if has_surname(w, local.names)]
        others = _of_others(local, names) if own else []
        words = {w for w in own if has_surname(w, others)}
        bearers = [x for x in everyone if any(n in others and any(has_surname(w, [n]) for w in words) for n in x.names)]
        doubtful = (*_above(local, words), *_of_office(local, words, bearers))
        early = [m for m in local.mentions if m in doubtful]
        if not early:
            done.append(local)
            continue
        kept = tuple(m for m in local.mentions if m not in early)
        done.append(replace(local, mentions=kept, bare=tuple(w for w in local.bare if any(m.text == w for m in kept))))
        done += [
            Local(local.article, (), (word,), tuple(m for m in early if m.text == word))
            for word in dict.fromkeys(m.text for m in early)
        ]
    return done


def _of_others(local: Local, names: Sequence[str]) -> list[str]:
    """Those of the full names that are not this person's."""
    return [n for n in names if not any(compare(n, own).same for own in local.names)]


def _above(local: Local, words: Collection[str]) -> list[Mention]:
    """The mentions by these words in paragraphs above the first one that names the person in full."""
    full = [m for m in local.mentions if m.text in local.names]
    if not all(m.ref for m in full):
        return []
    first = min((int(m.ref) for m in full if m.ref.isdigit()), default=0)
    return [m for m in local.mentions if m.text in words and m.ref.isdigit() and int(m.ref) < first]


def _of_office(local: Local, words: Collection[str], bearers: Sequence[Local]) -> list[Mention]:
    """The mentions by these words beside an office that another bearer is said to have, and this one nowhere else."""
    bare = [m for m in local.mentions if m.text in words and m.ref]
    own = {word for m in local.mentions if m not in bare for word in office_words(m)}
    theirs = {word for x in bearers for m in x.mentions for word in office_words(m)}
    # `Lind, a grandson of the founder`: the office is the grandfather's
    return [m for m in bare if not m.kin and office_words(m) & theirs and not office_words(m) & own]


def _is_introduced(word: str, local: Local, near: Sequence[Mention]) -> bool:
    """True where the first name follows the full one at once, `Vera Falk … Vera`, and stands in no list of names."""
    first = next((m for m in local.mentions if m.text == word), None)
    if first is None or any(
        0 <= max(first.span.start - m.span.end, m.span.start - first.span.end) <= LISTED for m in near
    ):
        return False
    before = [m for m in local.mentions if m.span.end <= first.span.start and m.text != word]
    at_once = [m for m in before if m.ref.isdigit() and first.ref.isdigit() and int(first.ref) - int(m.ref) <= AT_ONCE]
    in_headline = [m for m in before if not m.ref]
    return bool(at_once) and any(not parse(m.text).is_single for m in (*at_once, *in_headline))


def _is_one_word(one: Local, other: Local) -> bool:
    return one.article == other.article and latin(one.bare[0]) == latin(other.bare[0])


def _set_apart(local: Local, words: set[str]) -> list[Local]:
    """The person without the mentions by these words, and for each word somebody who has only that name."""
    if not words:
        return [local]
    by_word: dict[str, list[Mention]] = {}
    for m in local.mentions:
        by_word.setdefault(m.text if m.text in words else "", []).append(m)
    return [
        Local(local.article, (), (word,), tuple(mentions))
        if word
        else replace(local, bare=tuple(w for w in local.bare if w not in words), mentions=tuple(mentions))
        for word, mentions in by_word.items()
    ]
