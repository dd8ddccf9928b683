"""What is believed to be a name, weighed from everything that speaks for it where it stands.

A full name is believed on the evidence of all its places together; a single word needs more, and a ship of somebody's
name nothing helps.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from generator.language import Parsed
from generator.mentions.nameruns import Piece
from generator.mentions.surnames import first_surnames_of, surname_forms, surnames_of
from generator.mentions.things import OF_PEOPLE, Witness, is_a_thing_so_called, is_firm, is_in_a_firm, is_of_a_thing
from generator.mentions.words import word_lists
from generator.names.chinese import is_eastern
from generator.names.nameparts import is_given_name, is_initial, titles
from generator.names.romanise import is_slavic_surname

_PLACES = ("GPE", "LOC", "FAC")
_THINGS = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")

# Weights of the witnesses. Neither a label of the model (3) nor a known given name (2.5) makes a full name by itself;
# both together do, or either with one sign beside the name. On 250 news articles that nobody prepared, a bar of 3.0
# for full names let in 55 shops, shows and headlines to win 70 people. A single word needs the label or somebody
# speaking, and merging.py keeps it only where companions or a title say whose it is.
FULL_NAME, SINGLE = 3.5, 2.5
LABEL, OTHER_LABEL, GIVEN, INITIAL, SLAVIC, ENDING = 3.0, -1.5, 2.5, 1.0, 0.5, 1.0
PARTICLE = 1.5  # inside the name: Nils van Dam; places have `de` and `la`
# Another article shows that the name is a person's: enough, whatever the model makes of it here.
KNOWN = FULL_NAME - OTHER_LABEL
# Where every sign beside the name is a place's. A plain one takes back a label and a known given name together, a weak
# one (`in`) a label alone: on 100 news articles one weight for both lost six people and no place more.
PLACE, INSIDE = -3.0, -1.5
# A ship, a storm or a building has any person's name and more: label, given name, verbs. Nothing makes up for it.
OF_A_THING = -20.0
_OF_NOBILITY = frozenset(("van", "von", "der", "den", "ter", "ten", "bin", "ibn", "bint", "abu", "zu"))
_OF_NO_PLACE = OF_PEOPLE | {"role", "speech", "aide", "served"}
SIGNS = {
    "title": 3.0,
    "role": 2.5,
    "kin": 2.5,
    "speech": 2.0,
    "act": 1.5,
    "who": 1.5,
    "age": 2.0,
    "owner": 1.5,
    "aide": 4.5,
    "served": 2.0,
    "pronoun": 1.0,
    "office": 1.0,
}


def believed(
    witnesses: Sequence[Witness],
    small: frozenset[str],
    firms: frozenset[str],
    partners: frozenset[str],
    known: frozenset[str] = frozenset(),
) -> list[Witness]:
    """The witnesses of one article that are names of people; `small` are the words that it also writes small, `firms`
    the names that it gives to companies, `partners` the pairs of names that make one, `known` the full names that other
    articles show to be people's."""
    witnesses = [w for w in witnesses if not is_in_a_firm(w, partners)]
    full = _with_family(_full_names(witnesses, firms, known), witnesses)
    singles = _single_names(witnesses, full, small)
    things = _things(witnesses)
    return [w for w in witnesses if _is_name(w, full, singles, things) and not is_a_thing_so_called(w)]


def _full_names(witnesses: Sequence[Witness], firms: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    groups: dict[str, list[Witness]] = defaultdict(list)
    alone: dict[str, list[Witness]] = defaultdict(list)
    for w in witnesses:
        if not w.piece.weak:
            (alone if w.piece.is_single else groups)[w.piece.key].append(w)
    return frozenset(
        key
        for key, group in groups.items()
        if _is_plausible(group[0].piece)
        and not is_firm(key, group, firms)
        and _weigh_full(group) + _weigh_alone(group, alone) + KNOWN * (key in known) >= FULL_NAME
    )


def _weigh_alone(group: Sequence[Witness], alone: Mapping[str, Sequence[Witness]]) -> float:
    """What speaks for a known given name and what follows it where the surname stands alone: `Kravchuk, 44, said`."""
    core = group[0].piece.core
    bare = alone.get(core[-1].text.casefold(), ())
    return max(0.0, _sign_weight(bare, 2.5)) if bare and is_given_name(core[0].text) else 0.0


def _with_family(full: frozenset[str], witnesses: Sequence[Witness]) -> frozenset[str]:
    """The full names, and every known given name before a surname that one of them has: `Karim Roy and Ali Roy`."""
    surnames = {key.split()[-1] for key in full}
    groups: dict[str, list[Witness]] = defaultdict(list)
    for w in witnesses:
        words = w.piece.words
        if len(words) == 2 and not w.piece.weak and is_given_name(words[0].text):
            groups[w.piece.key].append(w)
    return full | {key for key, group in groups.items() if key.split()[1] in surnames and not is_of_a_thing(group)}


def _is_plausible(piece: Piece) -> bool:
    """Two words with letters; not all initials, no acronym, at least one word longer than two letters at the end."""
    words = [w.text for w in piece.core]
    shouted = all(w.isupper() for w in words)
    acronym = not shouted and any(len(w) > 2 and w.isupper() and not w.endswith(".") for w in words)
    return len(words[-1]) > 1 and not is_initial(words[-1]) and not acronym


def _weigh_full(group: Sequence[Witness]) -> float:
    piece = group[0].piece
    score = _label_weight(group, _excused(group))
    score += GIVEN if is_given_name(piece.words[0].text) or is_eastern([w.text for w in piece.core]) else 0.0
    score += INITIAL if any(is_initial(w.text) for w in piece.core[:-1]) else 0.0
    score += SLAVIC if is_slavic_surname(piece.words[-1].text) else 0.0
    score += ENDING if piece.core[-1].text.casefold().endswith(tuple(word_lists()["surname_ends"])) else 0.0
    score += PARTICLE if any(w.text in _OF_NOBILITY for w in piece.core[1:-1]) else 0.0
    score += OF_A_THING if is_of_a_thing(group) else 0.0
    return score + _sign_weight(group)


def _label_weight(group: Sequence[Witness], excused: Collection[str] = ()) -> float:
    """What the model's labels say; those of things that are excused say nothing."""
    people = sum(w.label == "PERSON" for w in group)
    things = sum(w.label in _THINGS and w.label not in excused for w in group)
    return (LABEL * people + OTHER_LABEL * things) / len(group)


def _excused(group: Sequence[Witness]) -> Collection[str]:
    """The labels that are just wrong for a full name: a place's where it has a role or a title, any where it has a role
    that no firm has."""
    signs = frozenset().union(*(w.signs for w in group))
    if "office" in signs:
        return _THINGS
    return _PLACES if signs & (OF_PEOPLE | {"role"}) else ()


def _sign_weight(group: Sequence[Witness], most: float = 5.0) -> float:
    """What stands beside the name, at most so much; less than nothing where that is only what places have."""
    signs = frozenset().union(*(w.signs for w in group))
    if signs & {"place", "inside"} and not signs & _OF_NO_PLACE:
        return PLACE if "place" in signs else INSIDE
    return min(most, sum(SIGNS[s] for s in signs - {"place", "inside"}))


def lower_words(parsed: Sequence[Parsed]) -> frozenset[str]:
    """Words that the article also writes small; they are hardly names."""
    return frozenset(m for p in parsed for m in re.findall(r"\b[a-z]{3,}\b", p.doc.text))


def _single_names(witnesses: Sequence[Witness], full: frozenset[str], small: frozenset[str]) -> frozenset[str]:
    """Words that are somebody's name by themselves: no full name of the article holds them."""
    known = {word for key in full for word in key.split()}
    groups: dict[str, list[Witness]] = defaultdict(list)
    for w in witnesses:
        if w.piece.is_single and not w.piece.weak and w.piece.key not in known:
            groups[w.piece.key].append(w)
    return frozenset(key for key, group in groups.items() if _is_single(key, group, small))


def _is_single(key: str, group: Sequence[Witness], small: frozenset[str]) -> bool:
    word = group[0].piece.core[-1].text
    if len(word.rstrip(".")) < 2 or is_initial(word):
        return False
    if any(_is_titled(w) for w in group):
        return True
    if key in small or word.isupper():
        return False
    is_slavic = is_slavic_surname(word)
    label = _label_weight(group)
    if any("kin" in w.signs or (is_slavic and "role" in w.signs) for w in group):
        # the model takes a rare surname for a firm; firms have no such ending or role, and no kin
        label = max(0.0, label)
    score = label + _sign_weight(group, 4.0) + min(1.0, 0.5 * (len(group) - 1))
    score += 0.5 * is_given_name(word) + SLAVIC * is_slavic
    return score >= SINGLE


def _is_titled(w: Witness) -> bool:
    """A courtesy title makes any word a name; an office (`General`, `Chief`) needs the model or a verb to agree."""
    low = w.piece.title.casefold().replace(".", "")
    if not low or (w.piece.core[0].text.isupper() and not w.piece.title.isupper()):
        return False
    return low in titles()["courtesy"] or w.label == "PERSON" or bool(w.signs & {"speech", "act", "who", "owner"})


def _things(witnesses: Sequence[Witness]) -> frozenset[str]:
    """Single words that the model mostly takes for things, with no sign of a person beside them."""
    seen: dict[str, list[bool]] = defaultdict(list)
    full: Counter[str] = Counter()
    for w in witnesses:
        if w.piece.is_single:
            seen[w.piece.key].append(w.label in _THINGS and not w.signs)
        elif not w.piece.weak:
            full.update(surname_forms(w.piece.key))
    return frozenset(key for key, marks in seen.items() if 2 * sum(marks) > len(marks) and sum(marks) > full[key] + 1)


def _is_name(w: Witness, full: frozenset[str], singles: frozenset[str], things: frozenset[str]) -> bool:
    piece = w.piece
    if not piece.is_single:
        return not piece.weak and (piece.key in full or (piece.key in first_surnames_of(full) and bool(w.signs)))
    surnames = surnames_of(full)
    if piece.weak:
        return piece.key in surnames and (w.label == "PERSON" or "speech" in w.signs)
    if piece.key in singles or (piece.key in first_surnames_of(full) and bool(w.signs)):
        return True
    if piece.key in surnames:
        return piece.key not in things or bool(w.signs)
    return any(key.split()[0] == piece.key for key in full) and (
        w.label == "PERSON" or bool(w.signs & {"title", "speech", "act", "role", "kin"})
    )
