"""What the people and things of a text are called.

"The engineer Lund" is not said of Holt, and whoever was a minister is not the minister.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from generator.claims.library import Name
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import is_office, senses_of, stem
from generator.rules.holding import Case, Fault, is_within


@dataclass(frozen=True, slots=True)
class Description:
    """A noun that tells what a named one is, with its words of status (former, current)."""

    name: Name
    noun: Token
    status: frozenset[str]


def hold_descriptions(case: Case) -> Fault | None:
    """What somebody is called is what the passages call him or her, not what they call another."""
    there = [d for told in case.passages for d in descriptions(told)]
    for mine in descriptions(case.claim):
        senses = senses_of(mine.noun.lemma_.lower())
        own = [d for d in there if d.name.keys & mine.name.keys]
        like = [d for d in own if not senses.isdisjoint(senses_of(d.noun.lemma_.lower()))]
        others = [
            d for d in there if not d.name.keys & mine.name.keys and stem(d.noun.lemma_) == stem(mine.noun.lemma_)
        ]
        if others and own and not like and mine.name.kind != "nation":
            return Fault(f"there the {mine.noun.text} is {others[0].name.text}, not {mine.name.text}")
        was = [d for d in like if d.status & relation_words("was")]
        if was and len(was) == len(like) and not mine.status & relation_words("was"):
            return Fault(f"there {mine.name.text} is told of as a {sorted(was[0].status)[0]} {was[0].noun.text}")
    return None


@lru_cache(maxsize=1024)
def descriptions(told: Told) -> tuple[Description, ...]:
    """Each noun that describes a name: before it, in apposition to it, or after a form of to be."""
    found = []
    for name in told.names:
        tokens = [t for t in told.doc if is_within(name.span, t)]
        if not tokens:
            continue
        for root in dict.fromkeys(t for t in tokens if t.head not in tokens or t.head is t):
            for noun in _nouns_for(root, tokens):
                words = {c.lower_ for t in (noun, root) for c in t.children if c.i < max(noun.i, root.i)}
                if noun.i < tokens[0].i:  # words of status stand before the first of them, whatever they hang on
                    words |= {t.lower_ for t in told.doc[max(noun.sent.start, noun.i - 4) : noun.i]}
                if any(c.dep_ == "prep" and c.lower_ in ("until", "till") for c in noun.subtree):
                    words |= {"former"}  # head of the agency until 2022
                status = frozenset(words & (relation_words("was") | relation_words("is_now")))
                found.append(Description(name, noun, status))
    return tuple(found)


def _nouns_for(root: Token, tokens: list[Token]) -> Iterator[Token]:
    before = root.doc[tokens[0].i - 1] if tokens[0].i else None
    if before is not None and _is_title(before) and before.sent == root.sent:
        yield before
        return
    for child in root.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield child
        elif child.dep_ == "relcl" and child.lemma_ == "be":
            yield from (c for c in child.children if c.dep_ == "attr" and c.pos_ == "NOUN")
    if root.dep_ == "appos" and root.head.pos_ == "NOUN":
        yield root.head
    if root.dep_ == "conj" and root.head.pos_ == "PROPN" and before is not None and before.text in (",", "and"):
        first = root.head
        while first.dep_ == "conj" and first.head.pos_ == "PROPN":
            first = first.head
        title = first.doc[first.left_edge.i - 1] if first.left_edge.i else None
        yield from (t for t in (title, *first.lefts) if t is not None and _is_title(t) and t.tag_ == "NNS")
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ == "be":
        yield from (c for c in root.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")


def _is_title(token: Token) -> bool:
    if is_office(token):
        return True  # Mayor Vidal
    return token.pos_ == "NOUN" or (token.is_upper and len(token.text) == 3 and token.text.endswith("O"))
