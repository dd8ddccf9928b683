"""What a text itself ties: a cause to its effect, the earlier to the later, by a word, by a verb or by their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from generator import data
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import stem
from generator.rules.holding import names_at, units_of

Units = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two stretches that a text ties: `first` is the cause, or the earlier one."""

    kind: str
    first: Units
    second: Units
    text: str


@lru_cache(maxsize=1024)
def links_in(told: Told) -> tuple[Link, ...]:
    """Every link of a text; a side that is only a pronoun stands for the sentence before."""
    return (*_told_by_a_word(told), *_outcomes(told), *_sequels(told))


def _told_by_a_word(told: Told) -> Iterator[Link]:
    """What a word or phrase of the rules ties, or a verb."""
    rules = data.load("relations")
    for kind in ("cause", "time"):
        by_word = {rule["word"]: rule for rule in rules["links"][kind]}
        phrases = [rule for rule in rules["links"][kind] if " " in rule["word"]]
        by_verb = {rule["word"]: rule for rule in rules["linking_verbs"][kind]}
        for token in told.doc:
            rule = by_word.get(token.lower_) or next((r for r in phrases if _ends_here(r["word"], token)), None)
            if rule and (sides := _around(token, rule)):
                yield _link(told, kind, token, *sides, first_is_below=rule["first"] == "below")
                continue
            rule = by_verb.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
            if rule and (sides := _handed(token, rule["needs"]) if "needs" in rule else _parties(token)):
                yield _link(told, kind, token, *sides, first_is_below=rule["first"] == "object")


def _ends_here(phrase: str, token: Token) -> bool:
    words = phrase.split()
    first = token.i - len(words) + 1
    return first >= 0 and [t.lower_ for t in token.doc[first : token.i + 1]] == words


def _around(token: Token, rule: Mapping[str, str]) -> tuple[list[Token], list[Token]] | None:
    """What hangs under a word or phrase that ties, and what it hangs on: the nearest clause or noun above."""
    if "needs" in rule and not any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in token.children):
        return None
    if "not_under" in rule and token.head.lemma_.lower() in relation_words(rule["not_under"]):
        return None  # campaigned for leaving
    if "before" in rule and any(t.lower_ != rule["before"] for t in token.doc[token.i + 1 : token.i + 2]):
        return None  # due on Monday
    if " " in rule["word"]:
        below = [t for t in token.subtree if t != token]
        top = token.doc[token.i - len(rule["word"].split()) + 1]
        whole = set(top.subtree)
        above = [t for t in top.head.subtree if t not in whole]
        return (below, above) if below and above else None
    if token.dep_ == "mark":
        below, top = list(token.head.subtree), token.head
    elif token.dep_ in ("prep", "advmod", "amod", "acomp", "advcl", "xcomp") and any(True for _ in token.children):
        below, top = [t for t in token.subtree if t != token], token
    elif token.dep_ == "npadvmod" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        below, top = [t for t in token.nbor(1).subtree if t != token.nbor(1)], token  # thanks to
    else:
        return None
    head = top.head
    while head.dep_ in ("advmod", "npadvmod", "prep", "pcomp") and head.head is not head:
        head = head.head
    above = [t for t in head.subtree if t not in below and t != token]
    return (below, above) if head is not top and above else None


def _parties(verb: Token) -> tuple[list[Token], list[Token]] | None:
    """Object and subject of a verb that ties; the passive is turned round."""
    subject = [t for c in verb.children if c.dep_ in ("nsubj", "csubj") for t in c.subtree]
    passive = [t for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree]
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.subtree]
    if passive:
        return (passive, agents) if agents else None
    is_passive = verb.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in verb.head.children)
    if not subject and verb.dep_ == "conj" and not is_passive:
        subject = [t for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree]
    if not subject:
        return None
    rest = [t for t in verb.subtree if t not in subject and t != verb and t.i > verb.i]
    return (rest, subject) if rest else None


def _handed(verb: Token, prep: str) -> tuple[list[Token], list[Token]] | None:
    """What follows the preposition, and the object of the verb: blamed the loss on the storm."""
    below = [t for d in verb.subtree if d.lower_ == prep for o in d.children if o.dep_ == "pobj" for t in o.subtree]
    above = [t for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in c.subtree if t not in below]
    return (below, above) if below and above else None


def _outcomes(told: Told) -> Iterator[Link]:
    """ "So" and its like tie a clause to what stands before it in its sentence, or to the sentence before."""
    sentences = list(told.doc.sents)
    for number, sentence in enumerate(sentences):
        for token in sentence:
            is_then = token.lower_ in relation_words("so_then") and token.dep_ in ("advmod", "cc", "mark", "prep")
            opens = token.is_sent_start or token.nbor(-1).is_punct or token.nbor(-1).lower_ in ("and", "a")
            is_other = token.i + 1 < len(told.doc) and token.nbor(1).lower_ in ("far", "much", "many", "that", "long")
            if not is_then or not opens or is_other or token.head.pos_ in ("ADJ", "ADV"):
                continue
            before = [t for t in sentence if t.i < token.i] or (list(sentences[number - 1]) if number else [])
            after = [t for t in sentence if t.i > token.i]
            if len(before) > 1 and len(after) > 1:
                yield _link(told, "cause", token, after, before, first_is_below=False)


def _sequels(told: Told) -> Iterator[Link]:
    """ "Then", "ten days later" and the like at the head of a clause put it behind what stands before it."""
    sentences = list(told.doc.sents)
    for number, sentence in enumerate(sentences):
        for token in (t for t in sentence if t.lower_ in relation_words("and_then")):
            start = token.i
            while start > sentence.start and told.doc[start - 1].pos_ in ("NUM", "DET", "CCONJ", "ADV", "NOUN", "ADJ"):
                start -= 1
            opens = start == sentence.start or told.doc[start - 1].is_punct
            if not opens and not (token.dep_ == "advmod" and token.head == sentence.root):
                continue
            start = start if opens else sentence.start  # two of them then left
            before = [t for t in sentence if t.i < start] or (list(sentences[number - 1]) if number else [])
            after = [t for t in sentence if t.i >= start and t != token]
            if len(before) > 1 and len(after) > 1:
                yield _link(told, "time", token, after, before, first_is_below=False)


def _link(told: Told, kind: str, word: Token, below: list[Token], above: list[Token], *, first_is_below: bool) -> Link:
    cuts = [t.i for t in word.sent if t.text == ";"]
    above = [t for t in above if not any(min(t.i, word.i) < cut < max(t.i, word.i) for cut in cuts)] or above
    taken_up = _instead_of_pronoun(told, below, word)
    above = [t for t in _instead_of_pronoun(told, above, word) if taken_up is below or t not in taken_up]
    below = taken_up
    lower, upper = _units(told, below), _units(told, above)
    common = {k for u in lower for k in u} & {k for u in upper for k in u}
    lower, upper = (tuple(u for u in side if u.isdisjoint(common)) for side in (lower, upper))
    first, second = (lower, upper) if first_is_below else (upper, lower)
    return Link(kind, first, second, " ".join(word.sent.text.split()))


def _instead_of_pronoun(told: Told, side: list[Token], word: Token) -> list[Token]:
    """ "This", alone, stands for the clause or the sentence before."""
    words = [t for t in side if not t.is_punct]
    if len(words) != 1 or words[0].lower_ not in ("this", "that", "which", "it"):
        return side
    start = words[0].i
    before = [t for t in word.sent if t.i < start]
    if len(before) < 3:
        earlier = [s for s in told.doc.sents if s.end <= word.sent.start]
        before = list(earlier[-1]) if earlier else []
    return before or side


def _units(told: Told, tokens: Iterable[Token]) -> Units:
    tokens = sorted(tokens, key=lambda t: t.i)
    spots = {t.idx for t in tokens}
    figures = [frozenset({f"#{n.low:g}"}) for n in told.numbers if any(n.start <= s < n.end for s in spots)]
    days = [frozenset({stem(t.lemma_)}) for t in tokens if t.pos_ == "PROPN" and not names_at(told, [t.i])]
    return tuple(dict.fromkeys((*units_of(told, tokens), *figures, *days)))
