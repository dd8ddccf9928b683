"""Who does what to whom, clause by clause: the verbs of a text with their parties, and how sure each is said to be.

Works on one parsed paragraph (a spaCy Doc). The small model's parse is wrong now and then; what reads clauses has to
treat them as good hints, and act only where both sides are clear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.claims.wording import words_of

_SUBJECTS = ("nsubj", "csubj", "expl")


@dataclass(frozen=True, slots=True, eq=False)  # each is one of its own, and can be a key
class Clause:
    """One verb and what hangs on it, as tokens. `doers` and `targets` are logical: the passive is turned round."""

    verb: Token
    doers: tuple[Token, ...]
    targets: tuple[Token, ...]
    others: tuple[tuple[str, Token], ...]  # preposition, and the noun after it
    is_denied: bool
    is_unreal: bool  # promised, planned, wished, possible: not told as having happened
    is_hedged: bool
    tokens: frozenset[int]  # the words of the clause, those of clauses below it left out


def find_clauses(doc: Doc) -> tuple[Clause, ...]:
    """Every clause of a text, in the order of the verbs."""
    verbs = [t for t in doc if t.pos_ == "VERB" or (t.pos_ == "AUX" and t.dep_ not in ("aux", "auxpass"))]
    homes = {t.i: _home(t) for t in doc}
    return tuple(_clause(verb, frozenset(i for i, home in homes.items() if home == verb.i)) for verb in verbs)


def _home(token: Token) -> int:
    """The verb whose clause a word stands in."""
    for above in (token, *token.ancestors):
        if above.pos_ == "VERB" or (above.pos_ == "AUX" and above.dep_ not in ("aux", "auxpass")):
            return int(above.i)
    return int(token.sent.root.i)


def _clause(verb: Token, tokens: frozenset[int]) -> Clause:
    doers, targets = _parties(verb)
    return Clause(
        verb,
        tuple(doers),
        tuple(targets),
        tuple(_others(verb)),
        is_denied(verb, tokens),
        is_unreal(verb),
        is_hedged(verb),
        tokens,
    )


# ---------------------------------------------------------------- parties


def _parties(verb: Token) -> tuple[list[Token], list[Token]]:
    passive = [t for c in verb.children if c.dep_ in ("nsubjpass", "csubjpass") for t in spread(c)]
    active = [t for c in verb.children if c.dep_ in _SUBJECTS for t in spread(c)]
    objects = [t for c in verb.children if c.dep_ in ("dobj", "dative", "attr", "oprd") for t in spread(c)]
    agents = [t for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj" for t in spread(o)]
    if passive or _is_bare_participle(verb):
        return agents, _antecedents(passive or [verb.head]) + objects
    if not active:
        above = _governor(verb)
        active, turned = above if above else ([], False)
        if turned or any(c.dep_ == "auxpass" for c in verb.children):
            return agents, active + objects
    return _antecedents(active), _antecedents(objects)


def _is_bare_participle(verb: Token) -> bool:
    has_own = any(c.dep_ in ("aux", "nsubj") for c in verb.children)  # the order Lind issued
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "amod") and not has_own


def _antecedents(tokens: Iterable[Token]) -> list[Token]:
    """A relative pronoun stands for the noun before its clause."""
    found: list[Token] = []
    for token in tokens:
        relative = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        is_relative = token.lower_ in ("who", "which", "that", "whom") and token.pos_ == "PRON"
        found += spread(relative.head) if is_relative and relative is not None else [token]
    return found


def _governor(verb: Token) -> tuple[list[Token], bool] | None:
    """The parties of a verb that has no subject of its own: from the verb above it; True where they are its targets."""
    seen = verb
    for _ in range(4):
        head = seen.head
        is_due = seen.dep_ == "acomp" and seen.lemma_.lower() in words_of("leaning")  # is due to end
        if head is seen or not (is_due or seen.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acl")):
            return None
        if head.pos_ in ("VERB", "AUX"):
            objects = [t for c in head.children if c.dep_ == "dobj" for t in spread(c)]
            if seen.dep_ == "xcomp" and objects:
                return objects, False
            passive = [t for c in head.children if c.dep_ == "nsubjpass" for t in spread(c)]
            if passive:
                is_also_passive = seen.dep_ == "conj" and verb.tag_ == "VBN"
                return _antecedents(passive), is_also_passive
            active = [t for c in head.children if c.dep_ in _SUBJECTS for t in spread(c)]
            if active:
                return _antecedents(active), False
            if _is_bare_participle(head):
                return spread(head.head), seen.dep_ == "conj"
        elif seen.dep_ == "acl":
            return [*spread(head), *_givers(head)], False
        seen = head
    return None


def _givers(noun: Token) -> list[Token]:
    """Who issues what says something says it: the port has issued a notice warning the pilots."""
    is_given = noun.lemma_.lower() in words_of("issued") and noun.head.lemma_.lower() in words_of("issuing")
    return [t for c in noun.head.children if is_given and c.dep_ in _SUBJECTS for t in spread(c)]


def spread(token: Token) -> list[Token]:
    """A noun with those coordinated with it and those in apposition to it."""
    found = [token]
    for child in token.children:
        if child.dep_ in ("conj", "appos"):
            found += spread(child)
    return found


def _others(verb: Token) -> Iterator[tuple[str, Token]]:
    for prep in (c for c in verb.children if c.dep_ in ("prep", "agent", "dative", "advmod")):
        for noun in (o for o in prep.children if o.dep_ == "pobj"):
            for one in spread(noun):
                yield prep.lower_, one
                for inner in (c for c in one.children if c.dep_ == "prep"):
                    yield from ((inner.lower_, o) for o in inner.children if o.dep_ == "pobj")
        for deeper in (o for o in prep.children if o.dep_ == "prep"):  # out of the orbit
            yield from ((f"{prep.lower_} {deeper.lower_}", o) for o in deeper.children if o.dep_ == "pobj")


# ---------------------------------------------------------------- how sure


def is_denied(verb: Token, tokens: frozenset[int]) -> bool:
    """Whether a clause says that it is not so: its own `not`, a `no` in its parties, a verb of denial above."""
    own = [verb.doc[i] for i in sorted(tokens)]
    count = sum(t.lower_ in ("not", "n't", "never", "cannot") and not _is_of_something_else(t) for t in own)
    count += sum(
        c.lower_ in ("no", "neither", "nor", "hardly", "barely") and c.dep_ in ("neg", "advmod", "preconj")
        for c in verb.children
    )
    parties = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "expl")]
    preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "of")]
    parties += [o for prep in preps for o in prep.children if o.dep_ == "pobj"]  # asked for no help
    count += sum(
        g.lower_ in ("no", "neither") for c in parties for g in c.children if g.dep_ in ("det", "neg", "preconj")
    )
    count += sum(c.lower_ in ("nobody", "none", "nothing", "neither") for c in parties)
    is_kept = verb.dep_ in ("pcomp", "pobj") and verb.head.lower_ == "from"
    count += is_kept and verb.head.head.lemma_.lower() in words_of("keeping_from")
    count += any(_is_still_to_come(c) for c in verb.children)
    for above in _above(verb):
        if above.lemma_.lower() in words_of("deniers") and not _is_left_open(above) and not _is_beside(verb, above):
            count += 1
        elif above.lemma_.lower() in words_of("raising"):
            count += sum(c.dep_ == "neg" for c in above.children)
    return count % 2 == 1


def _is_still_to_come(token: Token) -> bool:
    """The `to` of "has yet to be named", "remains to be named"."""
    before = token.nbor(-1) if token.i else token
    return token.tag_ == "TO" and (before.lower_ == "yet" or before.lemma_.lower() == "remain")


def _is_of_something_else(token: Token) -> bool:
    """It denies no clause: not only, or what is set apart (a captain, not a cook; the war but not the raids)."""
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("only", "just", "merely"):
        return True
    is_apart = token.doc[max(0, token.i - 2) : token.i].text.removesuffix(" and").endswith((",", " but"))
    return token.lower_ == "not" and is_apart and token.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADP")


def _is_left_open(denier: Token) -> bool:
    """Neither confirmed nor denied."""
    return any(t.lemma_.lower() in words_of("confirming") for t in (denier.head, *denier.children))


def _is_beside(verb: Token, above: Token) -> bool:
    """A sentence of its own, which the model hangs under the next one: they were afraid, so they stopped."""
    return verb.dep_ == "ccomp" and verb.i < above.i and above.lower_ not in words_of("denying")


def _above(verb: Token) -> Iterator[Token]:
    """The verbs and nouns whose content a clause is."""
    seen = verb
    for _ in range(4):
        if seen.dep_ not in ("ccomp", "xcomp", "acl", "pcomp", "csubj", "dobj", "prep", "pobj", "conj"):
            return
        head = seen.head
        if seen.dep_ == "pcomp" and head.lower_ == "for" and head.head.pos_ == "VERB":
            return  # a cause, not what it is about: dismissed for stealing
        if seen.dep_ != "conj" and head.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            yield head
        if seen.dep_ in ("prep", "pobj") and head.pos_ in ("NOUN", "PROPN"):
            return
        seen = head


def is_unreal(verb: Token) -> bool:
    """Whether a clause is promised, planned, wished or possible rather than told as having happened."""
    if any(
        c.dep_ == "aux" and (c.lower_ in words_of("unreal_auxiliaries") or c.lower_ in ("'ll", "'d"))
        for c in verb.children
    ):
        return True
    is_second = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _has_subject(verb)
    if is_second and verb.tag_ in ("VB", verb.head.tag_):
        return is_unreal(verb.head)
    is_infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
    if not is_infinitive:
        is_object = verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp", "ccomp") and verb.head.pos_ == "VERB"
        return is_object and (verb.head.lemma_.lower() in words_of("unreal_above") or is_unreal(verb.head))
    if verb.dep_ == "advcl":
        return verb.head.lemma_.lower() not in words_of("causing")
    above = next(_above(verb), None)
    if above is None:
        return False
    lemma = above.lemma_.lower()
    if lemma == "be" or (lemma in words_of("unreal_above") and lemma not in words_of("real_anyway")):
        return True
    return above.pos_ == "VERB" and any(c.tag_ == "TO" for c in above.children) and is_unreal(above)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def is_hedged(verb: Token) -> bool:
    """Whether a clause holds back: reportedly, appears to, may."""
    own = any(c.lower_ in words_of("hedges") or c.lemma_.lower() in words_of("hedges") for c in verb.children)
    return own or any(a.lemma_.lower() in words_of("hedges") for a in _above(verb))
