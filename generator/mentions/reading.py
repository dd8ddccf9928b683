"""Which words of an article are people's names.

spaCy's small model misses names and mislabels them; it is one witness among several. A full name is believed on the
evidence of all places where it stands (label, known given name, title, role, speech), and once believed its surname is
found everywhere else in the article. A single word needs more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.data.saying import verbs_of_saying, verbs_of_telling
from generator.language import Parsed
from generator.mentions.kin import Role
from generator.mentions.nameruns import Piece, find_pieces
from generator.mentions.place_signs import place_signs
from generator.mentions.roles import find_role, head_of, is_role_noun
from generator.mentions.things import Witness, firms_in, partners_in
from generator.mentions.weighing import believed, lower_words
from generator.mentions.words import word_lists
from generator.model import Article, Mention, Span

READ = ("body", "caption", "headline", "dek", "subhead")


def find_mentions(
    article: Article, parsed: tuple[Parsed, ...], known: frozenset[str] = frozenset()
) -> tuple[Mention, ...]:
    """Every mention of a person in body, captions and headlines, in the order of the text. `known` are full names of
    whom other articles show to be people, in lower case."""
    read = [p for p in parsed if p.block.kind in READ]
    witnesses = [_witness(piece, text) for p in read for text in [p.doc.text] for piece in find_pieces(p, known)]
    kept = believed(witnesses, lower_words(parsed), firms_in(parsed), partners_in(parsed), known)
    mentions = [_mention(article, w) for w in kept]
    return tuple(sorted(_with_kin(mentions, kept), key=lambda m: m.span))


# ---------------------------------------------------------------- what speaks for a name


def _witness(piece: Piece, text: str) -> Witness:
    doc = piece.parsed.doc
    role = None if piece.weak else find_role(doc, piece.start, piece.end, piece.title_start, piece.title)
    return Witness(piece, _label(doc, piece.start, piece.end), frozenset(_signs(piece, role, text)), role)


def _label(doc: Doc, start: int, end: int) -> str:
    best, most = "", 0
    for ent in doc.ents:
        shared = min(end, ent.end_char) - max(start, ent.start_char)
        if shared > most and 2 * shared >= end - start:
            best, most = ent.label_, shared
    return best


def _signs(piece: Piece, role: Role | None, text: str) -> Iterable[str]:
    doc, after = piece.parsed.doc, text[piece.end :]
    lists = word_lists()
    if piece.title:
        yield "title"
    if role:
        yield "kin" if role.kin else "role"
        if head_of(role) not in lists["firms_too"]:
            yield "office"
    if re.match(r",\s+who\b", after):
        yield "who"
    if not piece.is_single and _is_then_a_pronoun(after):
        yield "pronoun"
    yield from _place_signs(piece, text[: piece.title_start], after)
    if re.match(r",\s+\(?\d{1,3}\)?[,.;]|\s+\(\d{1,2}\)", after):
        yield "age"
    owned = re.match(r"'s?\s+(?:[\w-]+\s+){0,2}?([\w-]+)", after)
    if piece.owns and owned:
        noun = owned.group(1).lower()
        if noun in lists["kin"] or noun in lists["aides"]:
            yield "aide"
            if noun in lists["kin"] and noun not in lists["firms_too"]:
                yield "office"
        elif is_role_noun(noun):
            yield "owner"
    span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
    if span is not None and _is_served(span.root, lists):
        yield "served"
    if span is not None:
        yield from _verb_signs(span.root, doc, span.start, lists)


def _is_then_a_pronoun(after: str) -> bool:
    """True where the next sentence begins with `He` or `She` and nobody else is named before it."""
    following = re.match(r"[^.!?\"]*[.!?]\"?\s+(?:He|She)\b", after)
    return following is not None and not re.search(r"[^\W\d_a-z]\w+\s+[^\W\d_a-z]\w+", following[0][:-3])


def _place_signs(piece: Piece, before: str, after: str) -> Iterable[str]:
    """Words around a name that say that it is a place's: data/places.yml."""
    if piece.title or piece.owns:
        return
    for sign in place_signs():
        if sign.pattern.search(before if sign.is_before else after):
            yield "inside" if sign.is_weak else "place"


def _is_served(root: Token, lists: dict[str, frozenset[str]]) -> bool:
    """True behind "an adviser to", "a brother of"."""
    if root.dep_ != "pobj" or root.head.lower_ not in ("to", "of"):
        return False
    return root.head.head.lower_ in lists["aides"] or root.head.head.lower_ in lists["kin"]


def _verb_signs(root: Token, doc: Doc, first: int, lists: dict[str, frozenset[str]]) -> Iterable[str]:
    verb = root.head.lemma_.lower() if root.dep_ in ("nsubj", "nsubjpass") else ""
    is_by_phrase = doc[max(0, first - 2) : first].text.lower() == "according to"
    if verb in verbs_of_saying() or is_by_phrase or _is_turned(doc, first):
        yield "speech"
    if verb in lists["acts"]:
        yield "act"


def _is_turned(doc: Doc, first: int) -> bool:
    """The verb before the name hands it words: `“…,” said Berg`, whatever the parser makes of it."""
    if first < 2 or not doc[first - 2].is_punct:
        return False
    verb = doc[first - 1]
    return verb.pos_ == "VERB" and verb.lemma_.lower() in verbs_of_telling()


# ---------------------------------------------------------------- mentions


def _mention(article: Article, w: Witness) -> Mention:
    block = w.piece.parsed.block
    span = Span(block.span.start + w.piece.start, block.span.start + w.piece.end)
    is_told = w.role and (w.role.owner or not w.role.kin or head_of(w.role) != w.role.kin)
    told = w.role if is_told else None  # `his sister` tells a reader nothing
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
