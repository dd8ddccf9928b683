"""What the people and things of a text are called.

"The engineer Lund" is not said of Holt, and whoever was a minister is not the minister.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from generator.claims.library import Name
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import is_office, senses_of, stem
from generator.rules.holding import Case, Fault, is_within, name_keys

_UNTIL_THEN = re.compile(
    r",\s+(?:until (?:then|recently|now)|till then|formerly|previously)\s+(?=(?:the|an?|its|his|her|their)\b)", re.I
)
_TOLD_AS_PAST = "was"  # beside the words of status: the verb tells of the past


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
        if was and len(was) == len(like) and not mine.status & (relation_words("was") | {_TOLD_AS_PAST}):
            return Fault(f"there {mine.name.text} is told of as a {sorted(was[0].status)[0]} {was[0].noun.text}")
    return _still_acting(case.claim, there)


def _still_acting(claim: Told, there: list[Description]) -> Fault | None:
    """Whoever was the head does not head it."""
    for clause in (c for c in claim.clauses if c.verb.tag_ in ("VBZ", "VBP") and not c.is_denied):
        senses, keys = senses_of(clause.verb.lemma_.lower()), name_keys(claim, [d.i for d in clause.doers])
        own = [d for d in there if d.name.keys & keys and not senses.isdisjoint(senses_of(d.noun.lemma_.lower()))]
        if own and all(d.status & relation_words("was") for d in own):
            return Fault(f"there {own[0].name.text} is told of as a former {own[0].noun.text}")
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
                between = noun.doc[root.i + 1 : noun.i] if noun.dep_ == "appos" else ()
                if any(t.lower_ in ("until", "till") for t in (*between, *noun.subtree)):
                    words |= {"former"}  # head of the agency until 2022; until then the main route
                words |= {t.lower_ for t in between}
                if noun.dep_ == "attr" and noun.head.tag_ == "VBD":
                    words |= {_TOLD_AS_PAST}
                status = frozenset(words & (relation_words("was") | relation_words("is_now") | {_TOLD_AS_PAST}))
                found.append(Description(name, noun, status))
        if (ended := _UNTIL_THEN.match(told.text, name.span.end)) is not None:
            nouns = [t for t in told.doc if t.idx >= ended.end() and t.pos_ in ("NOUN", "PROPN")]
            ends = [t for t in nouns if t.i + 1 == len(told.doc) or t.nbor(1).pos_ != "NOUN"]
            found += [Description(name, noun, frozenset({"former"})) for noun in ends[:1]]
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
    elif root.dep_ == "appos" and root.head.dep_ == "pobj" and is_office(root.head.head.head):
        yield root.head.head.head  # the mayor of Ghent, Omar Diallo
    if root.dep_ == "conj" and root.head.pos_ == "PROPN" and before is not None and before.text in (",", "and"):
        first = root.head
        while first.dep_ == "conj" and first.head.pos_ == "PROPN":
            first = first.head
        title = first.doc[first.left_edge.i - 1] if first.left_edge.i else None
        yield from (t for t in (title, *first.lefts) if t is not None and _is_title(t) and t.tag_ == "NNS")
    subject = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root  # the port of Ghent
    if subject.dep_ in ("nsubj", "nsubjpass") and subject.head.lemma_ in ("be", "remain"):
        yield from (c for c in subject.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")


def _is_title(token: Token) -> bool:
    if is_office(token):
        return True  # Mayor Vidal
    return token.pos_ == "NOUN" or (token.is_upper and len(token.text) == 3 and token.text.endswith("O"))
