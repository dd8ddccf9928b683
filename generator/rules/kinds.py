"""What kind it is: military intelligence is not foreign intelligence, nor the state railway the city's.

An adjective that sorts a noun, and that no passage has, does not take the place of another word before the same noun.
"""

from __future__ import annotations

from spacy.tokens import Token

from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import is_kin, senses_in, senses_of, stem
from generator.rules.holding import Case, Fault


def hold_kinds(case: Case) -> Fault | None:
    """No noun is of another kind than there."""
    for token in case.claim.doc:
        is_kind = token.dep_ == "amod" and token.lemma_.lower() in relation_words("sorting")
        if not is_kind or any(_is_form(token, t) for told in case.passages for t in told.doc):
            continue
        same = [t for told in case.passages for t in told.doc if stem(t.lemma_) == stem(token.head.lemma_)]
        before = [_before(noun) for noun in same]
        if same and all(word is not None and _is_left_out(case.claim, word) for word in before):
            shown = f"{before[0]} {same[0].text}"
            return Fault(f"there it is “{shown}”, not “{token.text} {token.head.text}”", is_sure=False)
    return None


def _is_form(token: Token, other: Token) -> bool:
    """The very word, or one made of the same: naval, navy. Other words for it are of other kinds as often as not."""
    mine, theirs = stem(token.lemma_), stem(other.lemma_)
    return mine == theirs or (other.is_alpha and min(len(mine), len(theirs)) > 3 and is_kin(mine, theirs))


def _before(noun: Token) -> Token | None:
    """The word that says right before a noun of what kind it is."""
    word = noun.nbor(-1) if noun.i > noun.sent.start else None
    is_part = word is not None and word.pos_ in ("ADJ", "NOUN", "PROPN") and word.dep_ != "poss"
    return word if is_part else None


def _is_left_out(claim: Told, word: Token) -> bool:
    there = senses_in(t.lemma_.lower() for t in claim.doc if t.is_alpha)
    return senses_of(word.lemma_.lower()).isdisjoint(there)
