"""What kind it is: military intelligence is not foreign intelligence, nor the state railway the city's.

An adjective that sorts a noun, and that no passage has, does not take the place of another word before the same noun;
and of two kinds that shut each other out (a private bank, a state bank) the noun stays with its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from generator import data
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import is_kin, senses_in, senses_of, stem
from generator.rules.holding import Case, Fault


def hold_kinds(case: Case) -> Fault | None:
    """No noun is of another kind than there."""
    return _crossed(case) or _replaced(case)


def _crossed(case: Case) -> Fault | None:
    """Of two kinds that shut each other out the statement has the one, and the passages have the other."""
    for noun in (t for t in case.claim.doc if t.pos_ == "NOUN"):
        if not (mine := _sides(noun)):
            continue
        senses = senses_of(noun.lemma_.lower())
        same = [t for p in case.passages for t in p.doc if t.pos_ in ("NOUN", "PRON", "NUM") and _is_like(t, senses)]
        theirs = {side: word for t in same for side, word in _sides(t).items()}
        for (group, side), word in mine.items():
            other = next((w for (g, s), w in theirs.items() if g == group and s != side), None)
            if other is not None and (group, side) not in theirs:
                return Fault(f"there it is “{other.text}”, not “{word.text}” ({noun.text})", is_sure=False)
    return None


def _is_like(token: Token, senses: frozenset[str]) -> bool:
    """The same noun, or what stands for it: two private banks and a public one."""
    return token.lemma_.lower() == "one" or not senses.isdisjoint(senses_of(token.lemma_.lower()))


def _sides(noun: Token) -> dict[tuple[int, int], Token]:
    """Which of two kinds that shut each other out a noun is of, by a word before it or after "is"."""
    words = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i]
    words += [c for w in words for c in w.children if c.dep_ in ("amod", "conj", "compound", "npadvmod")]
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        words += [c for c in noun.head.children if c.dep_ == "acomp"]
    groups = enumerate(data.load("relations")["exclusive"])
    return {(g, s): w for g, sides in groups for s, side in enumerate(sides) for w in words if _form(w) in side}


def _form(word: Token) -> str:
    """A word with the "non-" that the model cuts off it."""
    before = word.doc[max(0, word.i - 2) : word.i].text.lower()
    return before + word.lower_ if before == "non-" else word.lower_


def _replaced(case: Case) -> Fault | None:
    """An adjective that sorts takes the place of another word before the same noun."""
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
