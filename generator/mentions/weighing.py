"""What is believed to be a name, weighed from everything that speaks for it where it stands.

A full name is believed on the evidence of all its places together; a single word needs more, and a ship of somebody's
name nothing helps.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.language import Parsed
from generator.mentions.nameruns import Piece, word_lists
from generator.mentions.roles import Role
from generator.names.nameparts import is_chinese, is_given_name, is_initial, titles
from generator.names.romanise import is_slavic_surname

_THINGS = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")

# Weights of the witnesses. Neither a label of the model (3) nor a known given name (2.5) makes a full name by itself;
# both together do, or either with one sign beside the name. On 250 news articles that nobody prepared, a bar of 3.0
# for full names let in 55 shops, shows and headlines to win 70 people. A single word needs the label or somebody
# speaking, and merging.py keeps it only where companions or a title say whose it is.
FULL_NAME, SINGLE = 3.5, 2.5
LABEL, OTHER_LABEL, GIVEN, INITIAL, SLAVIC, ENDING = 3.0, -1.5, 2.5, 1.0, 0.5, 1.0
# A ship, a storm or a building has any person's name and more: label, given name, verbs. Nothing makes up for it.
OF_A_THING = -20.0
# Signs that a firm never shows; a firm speaks, acts and has spokeswomen.
_OF_PEOPLE = frozenset(("title", "kin", "age", "who"))
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
}


@dataclass(frozen=True, slots=True)
class Witness:
    """A piece and what speaks for it where it stands."""

    piece: Piece
    label: str  # spaCy's label over most of it, or empty
    signs: frozenset[str]
    role: Role | None


def believed(witnesses: Sequence[Witness], small: frozenset[str], firms: frozenset[str]) -> list[Witness]:
    """The witnesses of one article that are names of people; `small` are the words that it also writes small, `firms`
    the names that it gives to companies."""
    full = _with_family(_full_names(witnesses, firms), witnesses)
    singles = _single_names(witnesses, full, small)
    things = _things(witnesses)
    return [w for w in witnesses if _is_name(w, full, singles, things) and not _is_a_thing_so_called(w)]


def _is_a_thing_so_called(w: Witness) -> bool:
    """True for one word behind an article with no noun to follow: a ship (`the file of the Holm is shut`), a body
    (`the Board`), a nickname."""
    if not w.piece.is_single or w.piece.title:
        return False
    before = w.piece.parsed.doc.text[: w.piece.title_start].split()[-1:]
    return before in (["the"], ["The"]) and _names_no_more(w)


def _full_names(witnesses: Sequence[Witness], firms: frozenset[str]) -> frozenset[str]:
    groups: dict[str, list[Witness]] = defaultdict(list)
    alone: dict[str, list[Witness]] = defaultdict(list)
    for w in witnesses:
        if not w.piece.weak:
            (alone if w.piece.is_single else groups)[w.piece.key].append(w)
    return frozenset(
        key
        for key, group in groups.items()
        if _is_plausible(group[0].piece)
        and not _is_firm(key, group, firms)
        and _weigh_full(group) + _weigh_alone(group, alone) >= FULL_NAME
    )


def _weigh_alone(group: Sequence[Witness], alone: Mapping[str, Sequence[Witness]]) -> float:
    """What speaks for a known given name and what follows it where the surname stands alone: `Kravchuk, 44, said`."""
    core = group[0].piece.core
    bare = alone.get(core[-1].text.casefold(), ())
    return _sign_weight(bare, 2.5) if bare and is_given_name(core[0].text) else 0.0


def _is_firm(key: str, group: Sequence[Witness], firms: frozenset[str]) -> bool:
    """True for a firm's name with nothing beside it that only people have: founders live on in names of firms."""
    return key in firms and not any(w.signs & _OF_PEOPLE for w in group)


def firms_in(parsed: Sequence[Parsed]) -> frozenset[str]:
    """The names that the article somewhere gives to a company, by its form: of Holm Berg plc, `holm berg`."""
    return frozenset(m[1].casefold() for p in parsed for m in _form_of_company().finditer(p.doc.text))


@lru_cache(maxsize=1)
def _form_of_company() -> re.Pattern[str]:
    forms = "|".join(sorted(titles()["company"] | titles()["firm"]))
    return re.compile(rf"((?:[A-Z][\w'-]+ ){{1,3}}[A-Z][\w'-]+),? (?:plc|(?=[A-Z])(?i:{forms}))\b")


def _with_family(full: frozenset[str], witnesses: Sequence[Witness]) -> frozenset[str]:
    """The full names, and every known given name before a surname that one of them has: `Karim Roy and Ali Roy`."""
    surnames = {key.split()[-1] for key in full}
    groups: dict[str, list[Witness]] = defaultdict(list)
    for w in witnesses:
        words = w.piece.words
        if len(words) == 2 and not w.piece.weak and is_given_name(words[0].text):
            groups[w.piece.key].append(w)
    return full | {key for key, group in groups.items() if key.split()[1] in surnames and not _is_of_a_thing(group)}


def _is_plausible(piece: Piece) -> bool:
    """Two words with letters; not all initials, no acronym, at least one word longer than two letters at the end."""
    words = [w.text for w in piece.core]
    shouted = all(w.isupper() for w in words)
    acronym = not shouted and any(len(w) > 2 and w.isupper() and not w.endswith(".") for w in words)
    return len(words[-1]) > 1 and not is_initial(words[-1]) and not acronym


def _weigh_full(group: Sequence[Witness]) -> float:
    piece = group[0].piece
    score = _label_weight(group)
    score += GIVEN if is_given_name(piece.words[0].text) or is_chinese([w.text for w in piece.core]) else 0.0
    score += INITIAL if any(is_initial(w.text) for w in piece.core[:-1]) else 0.0
    score += SLAVIC if is_slavic_surname(piece.words[-1].text) else 0.0
    score += ENDING if piece.core[-1].text.casefold().endswith(tuple(sorted(word_lists()["surname_ends"]))) else 0.0
    score += OF_A_THING if _is_of_a_thing(group) else 0.0
    return score + _sign_weight(group)


def _is_of_a_thing(group: Sequence[Witness]) -> bool:
    """True where a word for a ship or a storm stands right before the name, or it mostly has `the` and no title."""
    before = [w.piece.parsed.doc.text[: w.piece.title_start].split()[-1:] for w in group]
    nouns = word_lists()["vessels"]
    if any(word and (word[0].casefold() in nouns or word[0] in word_lists()["vessel_marks"]) for word in before):
        return True
    with_the = [
        word == ["the"] or word == ["The"]
        for word, w in zip(before, group, strict=True)
        if _names_no_more(w)
    ]
    return 2 * sum(with_the) > len(group) and not any(w.piece.title for w in group)


def _names_no_more(w: Witness) -> bool:
    """True where no noun follows that the article before the name could belong to: `the Holm case`."""
    return not re.match(r"'s|\s+[a-z]+", w.piece.parsed.doc.text[w.piece.end :]) or _has_verb_after(w)


def _has_verb_after(w: Witness) -> bool:
    """True where a verb follows the name: `The Anna Karin was`, not `the Anna Karin case`."""
    doc = w.piece.parsed.doc
    following = next((t for t in doc if t.idx >= w.piece.end and not t.is_space), None)
    return following is not None and following.pos_ in ("VERB", "AUX")


def _label_weight(group: Sequence[Witness]) -> float:
    people = sum(w.label == "PERSON" for w in group)
    things = sum(w.label in _THINGS for w in group)
    return (LABEL * people + OTHER_LABEL * things) / len(group)


def _sign_weight(group: Sequence[Witness], most: float = 5.0) -> float:
    signs = frozenset().union(*(w.signs for w in group))
    return min(most, sum(SIGNS[s] for s in signs))


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
    if is_slavic and any("role" in w.signs for w in group):
        label = max(0.0, label)  # the model takes a rare surname for a firm; firms have no such ending and no such role
    score = label + _sign_weight(group, 4.0) + min(1.0, 0.5 * (len(group) - 1))
    score += 0.5 * is_given_name(word) + SLAVIC * is_slavic
    return score >= SINGLE


@lru_cache(maxsize=4096)
def _surname_forms(key: str) -> tuple[str, ...]:
    """The ends of a full name that may stand for it: Berg, der Berg, van der Berg."""
    words = [w for w in key.split() if w.rstrip(".") not in titles()["suffixes"]]
    start = len(words) - 1
    while start > 1 and words[start - 1] in titles()["particles"]:
        start -= 1
    return tuple(" ".join(words[i:]) for i in range(start, len(words)))


@lru_cache(maxsize=64)
def _first_surnames(full: frozenset[str]) -> frozenset[str]:
    """The first of two surnames: García of Gabriel García Ruiz, López de Haro of Ana María López de Haro."""
    found = set()
    for words in (key.split() for key in full):
        middles = [i for i in range(1, len(words) - 1) if not is_given_name(words[i]) and not is_initial(words[i])]
        found |= {form for i in middles for form in (words[i], " ".join(words[i:])) if len(words[i]) > 2}
    return frozenset(found - titles()["particles"])


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
            full[w.piece.core[-1].text.casefold()] += 1
    return frozenset(key for key, marks in seen.items() if 2 * sum(marks) > len(marks) and sum(marks) > full[key] + 1)


def _is_name(w: Witness, full: frozenset[str], singles: frozenset[str], things: frozenset[str]) -> bool:
    piece = w.piece
    if not piece.is_single:
        return not piece.weak and (piece.key in full or (piece.key in _first_surnames(full) and bool(w.signs)))
    surnames = frozenset(form for key in full for form in _surname_forms(key))
    givens = {key.split()[0] for key in full}
    if piece.weak:
        return piece.key in surnames and (w.label == "PERSON" or "speech" in w.signs)
    if piece.key in singles or (piece.key in _first_surnames(full) and bool(w.signs) and not piece.weak):
        return True
    if piece.key in surnames:
        return piece.key not in things or bool(w.signs)
    return piece.key in givens and (w.label == "PERSON" or bool(w.signs & {"title", "speech", "act", "role", "kin"}))
