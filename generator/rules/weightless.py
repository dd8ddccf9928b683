"""Nouns that a statement may bring in: they take up, count or tie together what it tells, and claim nothing themselves.

The toll, the pace, the watchdog, as a result, fewer where sales dropped, the swap of an article on a swap.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from generator.claims.modality import relation_words
from generator.claims.wording import senses_of, stem, stems_of, wording, words_of
from generator.rules.holding import Case


def claims_nothing(token: Token, case: Case) -> bool:
    """Whether the passages need not have this word."""
    if is_shell(token) or is_connecting(token):
        return True
    ways = (is_headlined, _is_known_way, _compares_there, _is_body, _is_of_phrase)
    return any(is_idle(token, case) for is_idle in ways)


def _is_of_phrase(token: Token, case: Case) -> bool:
    """A word of a set phrase that the passage has in other words: by a wide margin, by far."""
    for line in wording()["phrases"]:
        for form in line:
            at = [m.span() for m in re.finditer(rf"(?i)\b{re.escape(form)}\b", case.claim.text)]
            if any(a <= token.idx < b for a, b in at):
                others = "|".join(re.escape(other) for other in line)
                return any(re.search(rf"(?i)(?<!\w)(?:{others})\b", told.text) for told in case.passages)
    return False


def _is_known_way(token: Token, case: Case) -> bool:
    """Fewer cars, a higher price: by a word of growing or shrinking that a passage has (sales dropped)."""
    way = wording()["comparatives"].get(token.lower_)
    if way is None:
        return False
    stems = {stem(w) for w in wording()["ways"][way]}
    return any(stem(t.lemma_) in stems for told in case.passages for t in told.doc)


def _compares_there(token: Token, case: Case) -> bool:
    """At a higher cost, of a way that is costlier, or more costly: a passage compares the same, to the same side."""
    way, wanted = wording()["comparatives"].get(token.lower_), senses_of(token.head.lemma_.lower())
    if way is None:
        return False
    words = (t for told in case.passages for t in told.doc if not wanted.isdisjoint(senses_of(t.lemma_.lower())))
    return any(_way_of(t) == way for t in words)


def _way_of(token: Token) -> str:
    """To which side a word compares: up in costlier and more costly, down in less costly; empty where it does not."""
    degrees = [str(way) for c in token.children if (way := wording()["comparatives"].get(c.lower_))]
    return degrees[0] if degrees else "up" if token.tag_ in ("JJR", "RBR") else ""


def _is_body(token: Token, case: Case) -> bool:
    """The watchdog, the carrier: a body that a passage names."""
    kinds = relation_words("organisations") | relation_words("companies")
    is_definite = token.lemma_.lower() in kinds and any(c.lower_ == "the" for c in token.children)
    return is_definite and any(n.kind == "other" for told in case.passages for n in told.names)


def is_connecting(token: Token) -> bool:
    """It only ties a sentence to another one: as a result, for its part."""
    return any(a <= token.idx < b for a, b in _connections(token.doc.text))


@lru_cache(maxsize=16)  # asked of every word of a statement
def _connections(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for form in words_of("connecting") for m in re.finditer(rf"(?i)\b{re.escape(form)}\b", text))


def is_shell(token: Token) -> bool:
    """It only takes up or counts what is told: put the toll at 12, at a faster pace."""
    return token.pos_ == "NOUN" and any(token.lemma_.lower() in words_of(key) for key in ("shells", "utterances"))


def is_headlined(token: Token, case: Case) -> bool:
    """The swap, the ruling: what a cited article is about by its own title."""
    if token.pos_ != "NOUN" or not any(c.lower_ in ("the", "this", "that", "these") for c in token.children):
        return False
    titles = [case.library.readings[t.cite.article].article.title for t in case.passages if t.cite]
    return any(not senses_of(token.lemma_.lower()).isdisjoint(stems_of(title)) for title in titles)
