"""Which words of an article are people's names.

spaCy's small model misses names and mislabels them; it is one witness among several. A full name is believed on the
evidence of all places where it stands (label, known given name, title, role, speech), and once believed its surname is
found everywhere else in the article. A single word needs more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from generator.language import Parsed
from generator.mentions.nameruns import Piece, find_pieces, word_lists
from generator.mentions.roles import Role, find_role, is_role_noun
from generator.model import Article, Mention, Span
from generator.names.nameparts import is_given_name, is_initial, titles
from generator.names.romanise import is_slavic_surname

READ = ("body", "caption", "headline", "dek", "subhead")
_THINGS = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")

# Weights of the witnesses. Neither a label of the model (3) nor a known given name (2.5) makes a full name by itself;
# both together do, or either with one sign beside the name. On 250 news articles that nobody prepared, a bar of 3.0
# for full names let in 55 shops, shows and headlines to win 70 people. A single word needs the label or somebody
# speaking, and merging.py keeps it only where companions or a title say whose it is.
FULL_NAME, SINGLE = 3.5, 2.5
LABEL, OTHER_LABEL, GIVEN, INITIAL, SLAVIC = 3.0, -1.5, 2.5, 1.0, 0.5
SIGNS = {
    "title": 3.0,
    "role": 2.5,
    "kin": 2.0,
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


def find_mentions(article: Article, parsed: tuple[Parsed, ...]) -> tuple[Mention, ...]:
    """Every mention of a person in body, captions and headlines, in the order of the text."""
    witnesses = [_witness(piece) for p in parsed if p.block.kind in READ for piece in find_pieces(p)]
    full = _full_names(witnesses)
    singles = _single_names(witnesses, full, _lower_words(parsed))
    things = _things(witnesses)
    kept = [w for w in witnesses if _is_name(w, full, singles, things)]
    mentions = [_mention(article, w) for w in kept]
    return tuple(sorted(_with_kin(mentions, kept), key=lambda m: m.span))


# ---------------------------------------------------------------- what speaks for a name


def _witness(piece: Piece) -> Witness:
    doc = piece.parsed.doc
    role = None if piece.weak else find_role(doc, piece.start, piece.end, piece.title_start, piece.title)
    return Witness(piece, _label(doc, piece.start, piece.end), frozenset(_signs(piece, role)), role)


def _label(doc: Doc, start: int, end: int) -> str:
    best, most = "", 0
    for ent in doc.ents:
        shared = min(end, ent.end_char) - max(start, ent.start_char)
        if shared > most and 2 * shared >= end - start:
            best, most = ent.label_, shared
    return best


def _signs(piece: Piece, role: Role | None) -> Iterable[str]:
    doc, after = piece.parsed.doc, piece.parsed.doc.text[piece.end :]
    lists = word_lists()
    if piece.title:
        yield "title"
    if role:
        yield "kin" if role.kin else "role"
    if re.match(r",\s+who\b", after):
        yield "who"
    if re.match(r",\s+\(?\d{1,3}\)?[,.;]|\s+\(\d{1,2}\)", after):
        yield "age"
    owned = re.match(r"'s?\s+(?:[\w-]+\s+){0,2}?([\w-]+)", after)
    if piece.owns and owned:
        noun = owned.group(1).lower()
        if noun in lists["kin"] or noun in lists["aides"]:
            yield "aide"
        elif is_role_noun(noun):
            yield "owner"
    span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
    if span is not None and _is_served(span.root, lists):
        yield "served"
    if span is not None:
        yield from _verb_signs(span.root, doc, span.start, lists)


def _is_served(root: Token, lists: dict[str, frozenset[str]]) -> bool:
    """True behind "an adviser to", "a brother of"."""
    if root.dep_ != "pobj" or root.head.lower_ not in ("to", "of"):
        return False
    return root.head.head.lower_ in lists["aides"] or root.head.head.lower_ in lists["kin"]


def _verb_signs(root: Token, doc: Doc, first: int, lists: dict[str, frozenset[str]]) -> Iterable[str]:
    verbs = []
    if root.dep_ in ("nsubj", "nsubjpass"):
        verbs.append(root.head.lemma_.lower())
    before = doc[first - 1] if first else None
    if (
        before is not None
        and before.pos_ == "VERB"
        and before.lemma_.lower() in ("say", "add", "tell", "note", "ask", "explain")
    ):
        yield "speech"
    if any(v in lists["speech"] for v in verbs) or doc[max(0, first - 2) : first].text.lower() == "according to":
        yield "speech"
    if any(v in lists["acts"] for v in verbs):
        yield "act"


# ---------------------------------------------------------------- full names, then single words


def _full_names(witnesses: Sequence[Witness]) -> frozenset[str]:
    groups: dict[str, list[Witness]] = defaultdict(list)
    for w in witnesses:
        if not w.piece.is_single and not w.piece.weak:
            groups[w.piece.key].append(w)
    return frozenset(
        key for key, group in groups.items() if _is_plausible(group[0].piece) and _weigh_full(group) >= FULL_NAME
    )


def _is_plausible(piece: Piece) -> bool:
    """Two words with letters; not all initials, no acronym, at least one word longer than two letters at the end."""
    words = [w.text for w in piece.core]
    shouted = all(w.isupper() for w in words)
    acronym = not shouted and any(len(w) > 2 and w.isupper() and not w.endswith(".") for w in words)
    return len(words[-1]) > 1 and not is_initial(words[-1]) and not acronym


def _weigh_full(group: Sequence[Witness]) -> float:
    piece = group[0].piece
    score = _label_weight(group)
    score += GIVEN if is_given_name(piece.words[0].text) else 0.0
    score += INITIAL if any(is_initial(w.text) for w in piece.core[:-1]) else 0.0
    score += SLAVIC if is_slavic_surname(piece.words[-1].text) else 0.0
    return score + _sign_weight(group)


def _label_weight(group: Sequence[Witness]) -> float:
    people = sum(w.label == "PERSON" for w in group)
    things = sum(w.label in _THINGS for w in group)
    return (LABEL * people + OTHER_LABEL * things) / len(group)


def _sign_weight(group: Sequence[Witness], most: float = 5.0) -> float:
    signs = frozenset().union(*(w.signs for w in group))
    return min(most, sum(SIGNS[s] for s in signs))


def _lower_words(parsed: Sequence[Parsed]) -> frozenset[str]:
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
        return piece.key in full and not piece.weak
    surnames = frozenset(form for key in full for form in _surname_forms(key))
    givens = {key.split()[0] for key in full}
    if piece.weak:
        return piece.key in surnames and (w.label == "PERSON" or "speech" in w.signs)
    if piece.key in singles:
        return True
    if piece.key in surnames:
        return piece.key not in things or bool(w.signs)
    return piece.key in givens and (w.label == "PERSON" or bool(w.signs & {"title", "speech", "act", "role"}))


# ---------------------------------------------------------------- mentions


def _mention(article: Article, w: Witness) -> Mention:
    block = w.piece.parsed.block
    span = Span(block.span.start + w.piece.start, block.span.start + w.piece.end)
    told = w.role if w.role and (w.role.owner or not w.role.kin) else None  # `his sister` tells a reader nothing
    role_span = Span(block.span.start + told.start, block.span.start + told.end) if told else None
    return Mention(
        ref=block.ref,
        span=span,
        text=article.text[span.start : span.end],
        title=w.piece.title,
        role=article.text[role_span.start : role_span.end] if role_span else "",
        role_span=role_span,
        kin=w.role.kin if w.role else "",
    )


def _with_kin(mentions: Sequence[Mention], kept: Sequence[Witness]) -> list[Mention]:
    """The same mentions, each kin pointing to the mention of whose kin it is."""
    done = []
    for mention, w in zip(mentions, kept, strict=True):
        owner = w.role.owner if w.role else None
        if owner:
            shift = w.piece.parsed.block.span.start
            place = Span(shift + owner[0], shift + owner[1])
            whose = next((m.span for m in mentions if m.span.overlaps(place) and m.span != mention.span), None)
            mention = replace(mention, kin_of=whose)
        done.append(mention)
    return done
