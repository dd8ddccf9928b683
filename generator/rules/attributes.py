"""Of whom, to what: the embassy of one country, a verb beside its party, a word of one figure stay where they are.

Each rule gives a Fault or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.claims.clauses import spread
from generator.claims.counting import counted, value_of
from generator.claims.idioms import in_other_words
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, listed_stems, senses_in, senses_of, stem, words_of
from generator.figures.numbers import Number
from generator.rules.alignment import identity
from generator.rules.holding import Case, Fault, is_reporting, keys_of, name_keys, names_at, words_in

_POINTING = ("this", "that", "these", "those")


def hold_attributes(case: Case) -> Fault | None:
    """The embassy to one country is not the embassy to another."""
    there = [pair for told in case.passages for pair in _attributes(told)]
    mutual = listed_stems("mutual")
    for noun, keys, text in _attributes(case.claim):
        if turned := _from_the_other(noun, keys, there):
            return Fault(f"there it is “{turned}”, not “{text}”", is_sure=False)
        if noun.split()[0] not in _fixed() and not noun.endswith((" to", " 's")):
            continue  # support and access may be of one and for another; an embassy is only one country's
        theirs = [(k, t) for n, k, t in there if n == noun and not (_is_nation(keys) and _is_government(t))]
        if any(t == text for _, t in theirs) or _may_be_a_body(keys, case, theirs):
            continue
        if theirs and noun.split()[0] not in mutual and not any(k & keys for k, _ in theirs):
            return Fault(f"there it is “{theirs[0][1]}”, not “{text}”", is_sure=False)
    return None


_Attribute = tuple[str, frozenset[str], str]
_TURNED = {"to": "from", "from": "to"}


def _from_the_other(noun: str, keys: frozenset[str], there: Sequence[_Attribute]) -> str:
    """How a passage has it the other way: concessions from a country, for concessions to it."""
    head, way = noun.rsplit(" ", 1)
    same = [(n.rsplit(" ", 1)[1], text) for n, k, text in there if n.rsplit(" ", 1)[0] == head and k & keys]
    if way not in _TURNED or way in {w for w, _ in same}:
        return ""
    return next((text for w, text in same if w == _TURNED[way]), "")


def _may_be_a_body(keys: frozenset[str], case: Case, theirs: Sequence[tuple[frozenset[str], str]]) -> bool:
    """The union's chairman may be that of the union which the passage names."""
    bodies = {k for told in case.passages for n in told.names if n.kind == "other" for k in n.keys}
    return not keys & case.claim.keys and any(k & bodies for k, _ in theirs)


def _is_nation(keys: frozenset[str]) -> bool:
    return any(k.startswith("n:") for k in keys)


def _is_government(text: str) -> bool:
    """The administration's demand: of which nation, its paragraph need not say."""
    whose = re.match(r"[A-Za-z]+", text)
    return whose is not None and whose[0].lower() in words_of("acting_for_a_nation")


def hold_together(case: Case) -> Fault | None:
    """Who or what a clause is about stands in a sentence with its verb, where a passage has both at all."""
    other_words = in_other_words(case.claim, case.passages)
    for clause in case.claim.clauses:
        verb = senses_of(clause.verb.lemma_.lower())
        if clause.verb.pos_ != "VERB" or stem(clause.verb.lemma_) in idle_stems() or is_reporting(clause):
            continue
        for party in (*clause.doers, *clause.targets):
            keys = keys_of(case.claim, party) or (
                senses_of(party.lemma_.lower()) if party.pos_ == "NOUN" else frozenset()
            )
            if not keys or stem(party.lemma_) in idle_stems() or not {party.i, clause.verb.i}.isdisjoint(other_words):
                continue
            seen = [_meet(told, keys, verb) for told in case.passages]
            if "apart" in seen and "together" not in seen:
                return Fault(f"“{party.text}” and “{clause.verb.text}” do not stand together there", is_sure=False)
    return None


def _meet(told: Told, keys: frozenset[str], verb: frozenset[str]) -> str:
    """Whether a party and a verb are told of in one sentence (or the next one, which has a pronoun), or only apart."""
    has_party: list[bool] = []
    has_verb: list[bool] = []
    told_before = frozenset[str]()
    for sentence in told.doc.sents:
        words = words_in(told, sentence)
        goes_on = sentence[0].lower_ in ("so", "neither", "nor") and has_verb[-1:] == [True]  # so was the cook
        has_verb.append(not verb.isdisjoint(words) or goes_on)
        is_open = any(t.pos_ == "PRON" or t.lower_ in _POINTING for t in sentence) or sentence.start == 0
        is_open = is_open or _takes_up(sentence, told_before)
        told_before |= words
        has_party.append(not keys.isdisjoint(words) or is_open)
    if any(p and v for p, v in zip(has_party, has_verb, strict=True)):
        return "together"
    return "apart" if any(has_party) and any(has_verb) else ""


@lru_cache(maxsize=1)
def _fixed() -> frozenset[str]:
    """The stems of nouns that are one party's only: the embassy, the president of a country."""
    bodies = relation_words("organisations") | relation_words("companies")
    words = words_of("offices") | words_of("title_words") | bodies
    return frozenset(stem(w) for w in words)


def _takes_up(sentence: Tokens, before: frozenset[str]) -> bool:
    """It begins with something told before: "The release was announced", where somebody was freed."""
    subject = next((t for t in sentence if t.dep_ in ("nsubj", "nsubjpass")), None)
    return (
        sentence[0].lower_ == "the"
        and subject is not None
        and subject.pos_ == "NOUN"
        and not senses_of(subject.lemma_.lower()).isdisjoint(before)
    )


def _attributes(told: Told) -> Iterator[tuple[str, frozenset[str], str]]:
    """A noun and the name that follows it: embassy to Norway, head of Viasna."""
    for prep in (
        t for t in told.doc if t.dep_ == "prep" and t.lower_ in ("of", "to", "for") and t.head.pos_ in ("NOUN", "PROPN")
    ):
        for name in (n for c in prep.children if c.dep_ == "pobj" for n in spread(c)):
            keys = keys_of(told, name)
            if keys:
                head = stem(prep.head.lemma_)
                way = "to" if prep.lower_ == "to" and head not in _fixed() else "of"
                yield f"{head} {way}", keys, told.doc[prep.head.i : name.i + 1].text
    for name in (t for t in told.doc if t.dep_ == "poss" and t.head.pos_ == "NOUN"):
        is_body = name.lemma_.lower() in relation_words("organisations")
        if keys := identity(told, name) if is_body else keys_of(told, name):
            yield f"{stem(name.head.lemma_)} 's", keys, told.doc[name.i : name.head.i + 1].text
    for noun in (t for t in told.doc[:-2] if t.pos_ == "NOUN" and t.nbor(1).lower_ in ("to", "from", "against")):
        after = next(
            (t for t in told.doc[noun.i + 2 : noun.i + 5] if t.pos_ == "PROPN" and names_at(told, [t.i])), None
        )
        if after is not None and any(t.is_punct or t.pos_ == "PRON" for t in told.doc[noun.i : after.i]):
            continue
        keys = name_keys(told, [after.i]) if after is not None else frozenset()
        if keys and after is not None:
            yield f"{stem(noun.lemma_)} {noun.nbor(1).lower_}", keys, told.doc[noun.i : after.i + 1].text


def hold_modifiers(case: Case) -> Fault | None:
    """What is said of the things that one figure counts is not moved to those of another."""
    for number in case.claim.numbers:
        there = [(t, n) for t in case.passages for n in t.numbers]
        own = [(t, n) for t, n in there if value_of(n) == value_of(number)]
        others = [(t, n) for t, n in there if value_of(n) != value_of(number)]
        if not own or number.unit:
            continue
        near = {stem(x.lemma_) for t, n in own for x in _sentence(t, n)}
        for word in counted(case.claim, number)[:-1]:
            has_own = any(not senses_of(word).isdisjoint(senses_in(counted(t, n))) for t, n in own)
            has_other = any(word in counted(t, n) for t, n in others)
            if has_other and not has_own and stem(word) not in near:
                return Fault(f"“{word}” is said there of another figure", is_sure=False)
    return None


def _sentence(told: Told, number: Number) -> list[Token]:
    """The words around a figure, up to the next one on each side."""
    stops = [n.core[0] for n in told.numbers]
    start = max((s for s in stops if s < number.core[0]), default=0)
    end = min((s for s in stops if s > number.core[0]), default=len(told.text))
    return [t for t in told.doc if start < t.idx < end]
