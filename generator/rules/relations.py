"""Who does what to whom, when and why: a statement has to tie its parts as the passages do.

All names and figures of a statement can stand in a paragraph and yet be joined wrongly. These rules look for a verb
with its parties exchanged, another doer, and a way told backwards. They act only where both sides are clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, senses_of, stem, words_of
from generator.rules.alignment import identity
from generator.rules.holding import (
    Case,
    Fault,
    clause_of,
    is_reporting,
    keys_of,
    matches,
    name_keys,
    party_keys,
    say_clause,
)

# ---------------------------------------------------------------- parties and ways


def hold_directions(case: Case) -> Fault | None:
    """Who acts and who is acted upon are not exchanged; to is not from."""
    for clause in case.claim.clauses:
        found = [m for m in matches(case, clause) if m.has_verb and m.share >= 0.4]
        if clause.verb.lemma_.lower() in relation_words("symmetric"):
            continue
        one_way = [m for m in found if m.clause.verb.lemma_.lower() not in relation_words("symmetric")]
        turned = [m for m in one_way if _is_turned(case.claim, clause, m.told, m.clause)]
        straight = [m for m in found if _is_straight(case.claim, clause, m.told, m.clause)]
        if turned and not straight:
            return Fault(f"there it is the other way round: “{say_clause(turned[0].told, turned[0].clause)}”")
        ways = [m for m in found if _goes_otherwise(case.claim, clause, m.told, m.clause)]
        if ways and not any(_goes_alike(case.claim, clause, m.told, m.clause) for m in found):
            return Fault(f"there the way is another: “{say_clause(ways[0].told, ways[0].clause)}”")
    return None


def hold_doers(case: Case) -> Fault | None:
    """What one person does there is not done here by another."""
    for clause, answers in case.answers:
        if _is_helped(clause):
            continue
        names = party_keys(case.claim, [d for d in clause.doers if d.pos_ == "PROPN"])
        names = frozenset(k for k in names if not k.startswith("n:"))
        theirs = [party_keys(a.told, a.clause.doers) for a in answers]
        is_close = answers and answers[0].is_evident and answers[0].fit >= 0.5
        if (
            names
            and is_close
            and all(theirs)
            and not any(names & t for t in theirs)
            and not _are_nations(names, theirs)
        ):
            return Fault(f"there it is somebody else: “{say_clause(answers[0].told, answers[0].clause)}”")
    for clause in case.claim.clauses:
        verb = stem(clause.verb.lemma_)
        if verb in idle_stems() or is_reporting(clause) or clause.verb.lemma_.lower() in relation_words("symmetric"):
            continue
        doers, targets = party_keys(case.claim, clause.doers), party_keys(case.claim, clause.targets)
        found = [m for m in matches(case, clause) if stem(m.clause.verb.lemma_) == verb and m.share >= 0.25]
        theirs = [party_keys(m.told, m.clause.doers) for m in found]
        for kind in ("p:", "n:"):  # a president acts for a nation: only like is held against like
            own = {k for k in doers if k.startswith(kind)}
            others = [{k for k in t if k.startswith(kind)} for t in theirs]
            if own and others and all(others) and not any(own & t for t in others):
                return Fault(f"there it is somebody else: “{say_clause(found[0].told, found[0].clause)}”")
        own = {k for k in targets if k.startswith("p:")}
        others = [{k for k in party_keys(m.told, m.clause.targets) if k.startswith("p:")} for m in found]
        is_open = any(t.lower_ in words_of("likewise") for m in found for t in m.clause.verb.sent)
        if own and others and all(others) and not is_open and not any(own & t for t in others):
            return Fault(f"there it happens to somebody else: “{say_clause(found[0].told, found[0].clause)}”")
    return None


def _is_helped(clause: Clause) -> bool:
    """What one helps another to do both do: helped the town keep its ferry."""
    return clause.verb.dep_ in ("ccomp", "xcomp") and clause.verb.head.lemma_ in ("help", "enable", "assist")


def _are_nations(names: frozenset[str], theirs: Sequence[frozenset[str]]) -> bool:
    """A president acts for a nation, and a body's own name may hold another's: only people and like names differ."""
    kinds = [{k[:2] if k[1:2] == ":" else "" for k in keys} for keys in (names, *theirs)]
    return any(kind != kinds[0] for kind in kinds[1:])


def hold_exchanges(case: Case) -> Fault | None:
    """Two parties do not change their places around a preposition: more than, over, ahead of."""
    for prep, other, clause in _compared(case.claim):
        after = _marks(case.claim, other)
        for doer in clause.doers:
            before = _marks(case.claim, doer) - after
            if not before or not after - _marks(case.claim, doer):
                continue
            deed = stem(clause.verb.lemma_)
            places = [_places(told, prep.lower_, deed, before, after) for told in case.passages]
            if "turned" in places and "straight" not in places:
                return Fault(f"there “{doer.text}” and “{other.text}” change places")
    return None


def _compared(told: Told) -> Iterator[tuple[Token, Token, Clause]]:
    """Each preposition that sets one party against another, with what follows it and the clause that it stands in."""
    for prep in (t for t in told.doc if t.lower_ in _TURNING):
        if (clause := clause_of(told, prep)) is not None:
            yield from ((prep, o, clause) for o in prep.children if o.dep_ == "pobj")


_TURNING = ("over", "than", "against", "ahead", "behind", "above", "below", "from", "to")


def _marks(told: Told, token: Token) -> frozenset[str]:
    """What a party is known by on the page: its names, or a figure (a 787)."""
    near = [t for t in (token, *token.children) if any(c.isdigit() for c in t.text)]
    return keys_of(told, token) or frozenset(t.lower_ for t in near) or identity(told, token)


def _places(told: Told, prep: str, deed: str, before: frozenset[str], after: frozenset[str]) -> str:
    """Whether some sentence with the preposition has the two as the statement has them, or turned round."""
    found = ""
    for token in (t for t in told.doc if t.lower_ == prep):
        if not any(stem(t.lemma_) == deed for t in token.sent):
            continue
        right = _keys_in(told, token.doc[token.i : min(token.i + 7, token.sent.end)])
        left = _keys_in(told, token.doc[token.sent.start : token.i])
        if before & left and after & right:
            return "straight"
        if after & left - right and before & right - left:
            found = "turned"
    return found


def _keys_in(told: Told, tokens: Tokens) -> frozenset[str]:
    nouns = frozenset(s for t in tokens if t.pos_ == "NOUN" for s in senses_of(t.lemma_.lower()))
    figures = frozenset(t.lower_ for t in tokens if t.text[:1].isdigit())
    return nouns | figures | name_keys(told, [t.i for t in tokens])


def _is_turned(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    if other.verb.dep_ == "acl" and other.verb.tag_ == "VBG":
        return False  # a letter to the sailors urging them: who urges does not stand beside it
    doers, targets = _told_apart(claim, clause)
    their_doers, their_targets = _told_apart(told, other)
    if doers & their_targets and not doers & their_doers:
        return bool(targets & their_doers) or (bool(targets) and not targets & their_targets) or bool(their_doers)
    return bool(targets & their_doers) and not targets & their_targets and bool(doers or their_targets)


def _told_apart(told: Told, clause: Clause) -> tuple[frozenset[str], frozenset[str]]:
    """What only those who act are found by, and only those who are acted upon: of two committees, the other words."""
    doers, targets = party_keys(told, clause.doers), party_keys(told, clause.targets)
    return doers - targets, targets - doers


def _is_straight(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    doers, targets = _told_apart(claim, clause)
    their_doers, their_targets = _told_apart(told, other)
    return bool(doers & their_doers) or bool(targets & their_targets)


_WAYS = {
    "to": ("to", "into", "toward", "towards", "onto"),
    "from": ("from", "out of", "away from"),
    "for": ("for",),
    "against": ("against",),
    "with": ("with",),
    "by": ("by",),
    "before": ("before",),
    "after": ("after",),
    "under": ("under",),
    "through": ("through", "via"),
}


_TURNED = {
    ("to", "from"),
    ("from", "to"),
    ("for", "against"),
    ("against", "for"),
    ("before", "after"),
    ("after", "before"),
}


def _ways(told: Told, clause: Clause) -> Iterator[tuple[str, frozenset[str]]]:
    for prep, noun in clause.others:
        way = next((w for w, words in _WAYS.items() if prep in words), "")
        keys = keys_of(told, noun) or (senses_of(noun.lemma_.lower()) if way in ("to", "from") else frozenset())
        if way and keys:
            yield way, keys


def _goes_otherwise(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    theirs = list(_ways(told, other))
    return any((way, w) in _TURNED and keys & k for way, keys in _ways(claim, clause) for w, k in theirs)


def _goes_alike(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    theirs = list(_ways(told, other))
    return any(way == w and keys & k for way, keys in _ways(claim, clause) for w, k in theirs)
