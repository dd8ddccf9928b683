"""Who does what to whom, when and why: a statement has to tie its parts as the passages do.

All names and figures of a statement can stand in a paragraph and yet be joined wrongly. These rules look for a verb
with its parties exchanged, another doer, a way told backwards, after for before, a cause that nobody gives, and words
turned round. They act only where both sides are clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from generator.evidence.claims import Told, content_words, lemmas
from generator.evidence.clauses import Clause
from generator.evidence.holding import (
    Case,
    Fault,
    grasp,
    is_reporting,
    keys_of,
    matches,
    names_at,
    parties_of,
    share_of,
    units,
)
from generator.evidence.wording import idle_stems, opposites, senses_in, senses_of, stem, words_of

# ---------------------------------------------------------------- parties and ways


def hold_directions(case: Case) -> Fault | None:
    """Who acts and who is acted upon are not exchanged; to is not from."""
    for clause in case.claim.clauses:
        found = [m for m in matches(case, clause) if m.has_verb and m.share >= 0.4]
        turned = [m for m in found if _is_turned(case.claim, clause, m.told, m.clause)]
        straight = [m for m in found if _is_straight(case.claim, clause, m.told, m.clause)]
        if turned and not straight:
            return Fault(f"there it is the other way round: “{_say(turned[0].told, turned[0].clause)}”")
        ways = [m for m in found if _goes_otherwise(case.claim, clause, m.told, m.clause)]
        if ways and not any(_goes_alike(case.claim, clause, m.told, m.clause) for m in found):
            return Fault(f"there the way is another: “{_say(ways[0].told, ways[0].clause)}”")
    return None


def hold_doers(case: Case) -> Fault | None:
    """What one person does there is not done here by another."""
    for clause in case.claim.clauses:
        verb = stem(clause.verb.lemma_)
        if verb in idle_stems() or is_reporting(clause):
            continue
        doers, targets = _party_keys(case.claim, clause.doers), _party_keys(case.claim, clause.targets)
        found = [m for m in matches(case, clause) if stem(m.clause.verb.lemma_) == verb and m.share >= 0.25]
        theirs = [_party_keys(m.told, m.clause.doers) for m in found]
        for kind in ("p:", "n:"):  # a president acts for a nation: only like is held against like
            own = {k for k in doers if k.startswith(kind)}
            others = [{k for k in t if k.startswith(kind)} for t in theirs]
            if own and others and all(others) and not any(own & t for t in others):
                return Fault(f"there it is somebody else: “{_say(found[0].told, found[0].clause)}”")
        own = {k for k in targets if k.startswith("p:")}
        others = [{k for k in _party_keys(m.told, m.clause.targets) if k.startswith("p:")} for m in found]
        is_open = any(t.lower_ in words_of("likewise") for m in found for t in m.clause.verb.sent)
        if own and others and all(others) and not is_open and not any(own & t for t in others):
            return Fault(f"there it happens to somebody else: “{_say(found[0].told, found[0].clause)}”")
    return None


def _party_keys(told: Told, tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(k for t in tokens for k in keys_of(told, t))


def _is_turned(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    doers, targets = _party_keys(claim, clause.doers), _party_keys(claim, clause.targets)
    their_doers, their_targets = _party_keys(told, other.doers), _party_keys(told, other.targets)
    if doers & their_targets and not doers & their_doers:
        return bool(targets & their_doers) or (bool(targets) and not targets & their_targets) or bool(their_doers)
    return bool(targets & their_doers) and not targets & their_targets and bool(doers or their_targets)


def _is_straight(claim: Told, clause: Clause, told: Told, other: Clause) -> bool:
    doers, targets = _party_keys(claim, clause.doers), _party_keys(claim, clause.targets)
    their_doers, their_targets = _party_keys(told, other.doers), _party_keys(told, other.targets)
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


def _say(told: Told, clause: Clause) -> str:
    tokens = sorted(clause.tokens)
    return " ".join(told.doc[tokens[0] : tokens[-1] + 1].text.split())


# ---------------------------------------------------------------- causes


def hold_causes(case: Case) -> Fault | None:
    """That one thing came of another is told only where a sentence of a passage has both."""
    for clause in case.claim.clauses:
        marks = [c for c in clause.verb.children if c.dep_ == "mark" and c.lower_ == "because"]
        is_for = clause.verb.dep_ == "pcomp" and clause.verb.head.lower_ in ("for", "over", "by", "of")
        if not (marks or (is_for and clause.verb.tag_ == "VBG")):
            continue
        above = clause.verb.head.head if is_for else clause.verb.head
        effect = next((c for c in case.claim.clauses if c.verb == above), None)
        if effect is None:
            continue
        cause, outcome = units(case.claim, clause), units(case.claim, effect)
        if cause and outcome and not any(_has_both(told, cause, outcome) for told in case.passages):
            return Fault("no passage ties the two together as the statement does", is_sure=False)
    return None


def _has_both(told: Told, cause: list[frozenset[str]], outcome: list[frozenset[str]]) -> bool:
    for sentence in told.doc.sents:
        words = senses_in(lemmas(sentence))
        words |= frozenset(
            k for n in told.names if sentence.start_char <= n.span.start < sentence.end_char for k in n.keys
        )
        if share_of(cause, words) >= 0.5 and share_of(outcome, words) >= 0.3:
            return True
    return False


# ---------------------------------------------------------------- before and after


def hold_order(case: Case) -> Fault | None:
    """Before is not after, until is not since."""
    for word, other in (("before", "after"), ("after", "before"), ("until", "since"), ("since", "until")):
        for token in case.claim.doc:
            if token.lower_ != word or any(_has_order(t, word) for t in case.passages):
                continue
            what = _after(case.claim, token)
            for told in case.passages:
                for there in told.doc:
                    if _is_order(there, other) and what and not what.isdisjoint(_after(told, there)):
                        return Fault(f"the passage has “{there.text}”, not “{word}”")
    return None


def _has_order(told: Told, word: str) -> bool:
    return any(_is_order(t, word) for t in told.doc)


_ORDER = {
    "before": ("before", "prior", "ahead", "until", "previously", "earlier", "preceding"),
    "after": ("after", "following", "since", "once", "later", "follows", "followed", "as", "when", "then", "had"),
    "until": ("until", "till", "before"),
    "since": ("since", "after", "from"),
}


def _is_order(token: Token, word: str) -> bool:
    return token.lower_ in _ORDER[word]


def _after(told: Told, token: Token) -> frozenset[str]:
    """What stands under a word of time."""
    below = [t for t in token.subtree if t is not token] or [t for t in token.head.subtree if t.i > token.i]
    words = {s for t in below if t.pos_ in ("NOUN", "VERB") for s in senses_of(t.lemma_.lower())}
    return frozenset(words) | frozenset(k for n in names_at(told, [t.i for t in below]) for k in n.keys)


# ---------------------------------------------------------------- words turned round


def hold_opposites(case: Case) -> Fault | None:
    """No word of the statement is the opposite of what its passages say in the same place."""
    for clause in case.claim.clauses:
        for told in case.passages:
            if fault := _opposite_in(case, clause, told):
                return fault
    return None


def _opposite_in(case: Case, clause: Clause, told: Told) -> Fault | None:
    best = max((m.share for m in matches(case, clause)), default=0.0)
    for token in content_words(case.claim, [case.claim.doc[i] for i in sorted(clause.tokens)]):
        turned = opposites(token.lemma_.lower()) | opposites(token.lower_)
        if not turned or any(_is_carried_word(token, t) for t in case.passages):
            continue
        for other in told.doc:
            if stem(other.lemma_) in turned or stem(other.lower_) in turned:
                near = next((c for c in told.clauses if other.i in c.tokens), None)
                wanted = [u for u in units(case.claim, clause) if u.isdisjoint(senses_of(token.lemma_.lower()))]
                fit = share_of(wanted, grasp(told, near)) if near is not None else 0.0
                are_verbs = near is not None and token == clause.verb and other == near.verb
                is_same = (
                    are_verbs
                    and near is not None
                    and not parties_of(case.claim, clause).isdisjoint(parties_of(told, near))
                )
                if is_same or fit >= max(0.6 if len(wanted) < 3 else 0.4, best - 0.05):
                    return Fault(f"the passage has “{other.text}”, the opposite of “{token.text}”")
    return None


def _is_carried_word(token: Token, told: Told) -> bool:
    return not (senses_of(token.lemma_.lower()) | senses_of(token.lower_)).isdisjoint(told.senses)
