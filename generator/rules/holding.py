"""A statement held against its passages: the case that every rule looks at, and which clause answers to which.

Alignment is by words: a clause of the statement answers to the clauses of the passages that share its verb or most of
what it says.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.library import Library, Name
from generator.claims.modality import relation_words
from generator.claims.reading import Told, content_words, lemmas
from generator.claims.wording import idle_stems, listed_stems, same, senses_in, senses_of, stem
from generator.model import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """A clause of a passage that tells the same as one of the statement: its verb, and how much (0 to 1) of the rest.
    `is_evident` where something of the rest is there in words, not only perhaps behind a pronoun."""

    told: Told
    clause: Clause
    fit: float
    is_evident: bool


Answers = tuple[tuple[Clause, tuple[Answer, ...]], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at. `voice` is who says it where the statement's text leaves that to the page; `answers` are
    the clauses of the statement, each with those of the passages that answer to it, `loose` the same with those that
    answer only loosely, see alignment.py."""

    claim: Told
    passages: tuple[Told, ...]
    library: Library
    voice: str = ""
    answers: Answers = ()
    loose: Answers = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a rule does not let a statement pass; doubtful where the rule only suspects."""

    says: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """A clause of a passage that answers to one of the statement, and how much of it (0 to 1) it has."""

    told: Told
    clause: Clause
    share: float
    has_verb: bool
    has_parties: bool  # some party is the same

    @property
    def rank(self) -> float:
        """By how much of the clause it has; the verb and the parties count for more than the rest."""
        return self.share + 0.15 * self.has_verb + 0.25 * self.has_parties


def names_at(told: Told, tokens: Iterable[int]) -> list[Name]:
    """The names that any of these words belongs to."""
    places = [told.doc[i].idx for i in tokens]
    return [n for n in told.names if any(n.span.start <= p < n.span.end for p in places)]


def name_keys(told: Told, tokens: Iterable[int]) -> frozenset[str]:
    """What the names that any of these words belongs to can be found by."""
    return frozenset(k for n in names_at(told, tokens) for k in n.keys)


def word_at(told: Told, place: int) -> Token | None:
    """The word that a place of a text falls into; None between two words."""
    return next((t for t in told.doc if t.idx <= place < t.idx + len(t)), None)


def clause_of(told: Told, token: Token) -> Clause | None:
    """The clause that a word stands in; None in a sentence without a verb."""
    return next((c for c in told.clauses if token.i in c.tokens), None)


def noun_phrase(noun: Token, left_out: Collection[str], longest: float = math.inf) -> list[Token]:
    """A noun with what hangs on it, but not by a tie that is `left_out`; the noun and its children alone where that is
    longer (in words) than can say what it is."""
    found = [noun]
    for child in noun.children:
        if child.dep_ not in left_out:
            found += noun_phrase(child, left_out, longest)
    return found if len(found) <= longest else [noun, *noun.children]


def keys_of(told: Told, token: Token) -> frozenset[str]:
    """What a party of a clause can be found by: the names in it, or in what stands right before its noun."""
    own = [token.i, *(c.i for c in token.children if c.dep_ in ("compound", "appos") and c.ent_type_ != "NORP")]
    found = name_keys(told, own)
    beside = name_keys(told, [c.i for c in token.children if c.dep_ in ("amod", "nmod", "compound")])
    if not found and stem(token.lemma_) in listed_stems("acting_for_a_nation"):
        found = beside
    return found


def party_keys(told: Told, tokens: Iterable[Token]) -> frozenset[str]:
    """What any of several parties can be found by."""
    return frozenset(k for t in tokens for k in keys_of(told, t))


def units(told: Told, clause: Clause) -> list[frozenset[str]]:
    """What a clause says, one set of senses for each content word or name."""
    tokens = [told.doc[i] for i in sorted(clause.tokens)]
    tokens += [t for t in (*clause.doers, *clause.targets) if t.i not in clause.tokens]
    return units_of(told, tokens)


def units_of(told: Told, tokens: Sequence[Token]) -> list[frozenset[str]]:
    """The same for any words of a text."""
    words = [senses_of(t.lemma_.lower()) | senses_of(t.lower_) for t in content_words(told, tokens)]
    return words + [n.keys for n in dict.fromkeys(names_at(told, [t.i for t in tokens]))]


def words_in(told: Told, sentence: Tokens) -> frozenset[str]:
    """All that a sentence can be found by: the senses of its words, and its names."""
    names = {k for n in told.names if sentence.start_char <= n.span.start < sentence.end_char for k in n.keys}
    return senses_in(lemmas(sentence)) | names


@lru_cache(maxsize=8192)
def grasp(told: Told, clause: Clause) -> frozenset[str]:
    """All that a clause of a passage can be found by, the noun phrases of its parties included."""
    tokens = {told.doc[i] for i in clause.tokens}
    for party in (*clause.doers, *clause.targets):
        tokens |= set(party.subtree) if len(list(party.subtree)) < 12 else {party, *party.children}
    return senses_in(lemmas(sorted(tokens, key=lambda t: t.i))) | name_keys(told, [t.i for t in tokens])


def share_of(wanted: Sequence[frozenset[str]], there: frozenset[str]) -> float:
    """How much of what is wanted (0 to 1) is there."""
    return sum(not w.isdisjoint(there) for w in wanted) / len(wanted) if wanted else 0.0


def matches(case: Case, clause: Clause) -> list[Match]:
    """The clauses of the passages by how much of this clause they have, the best first."""
    wanted = units(case.claim, clause)
    verb, parties = clause.verb.lemma_.lower(), parties_of(case.claim, clause)
    is_idle = stem(verb) in idle_stems()
    found = []
    for told in case.passages:
        for other in told.clauses:
            has_verb = not is_idle and same(verb, other.verb.lemma_.lower())
            has_parties = not parties.isdisjoint(parties_of(told, other))
            found.append(Match(told, other, share_of(wanted, grasp(told, other)), has_verb, has_parties))
    return sorted(found, key=lambda m: -m.rank)


def parties_of(told: Told, clause: Clause) -> frozenset[str]:
    """What those who act and are acted upon can be found by."""
    return frozenset(
        s for t in (*clause.doers, *clause.targets) for s in keys_of(told, t) or senses_of(t.lemma_.lower())
    )


def is_within(span: Span, token: Token) -> bool:
    """Whether a word stands in a stretch of its text."""
    return span.start <= token.idx < span.end


def says_little(verb: Token) -> bool:
    """Whether a verb leaves what it says to the words after it: is profitable, gets checkups."""
    return verb.lemma_.lower() in relation_words("light_verbs") or stem(verb.lemma_) in idle_stems()


def is_reporting(clause: Clause) -> bool:
    """Whether a clause only hands over what somebody says."""
    is_cue = stem(clause.verb.lemma_) in listed_stems("saying")
    return is_cue and any(c.dep_ in ("ccomp", "xcomp") or c.text == '"' for c in clause.verb.children)


def say_clause(told: Told, clause: Clause) -> str:
    """A clause as it stands in its text, from its first word to its last."""
    tokens = sorted(clause.tokens)
    return " ".join(told.doc[tokens[0] : tokens[-1] + 1].text.split())
