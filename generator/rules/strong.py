"""Strong words: a superlative, a rank, a multiple or a cause is claimed only where a passage claims it."""

from __future__ import annotations

import re

from spacy.tokens import Token

from generator.claims.clocks import find_clocks
from generator.claims.fractions import carried_spans, find_fractions
from generator.claims.wording import opposites, senses_of, stem, words_of
from generator.figures.numerals import number_words
from generator.rules.holding import Case, Fault
from generator.rules.ranks import outranked
from generator.rules.reckoning import multiple, multiple_of
from generator.rules.worded import has_word


def hold_strong_words(case: Case) -> Fault | None:
    """A superlative, a rank, a multiple or a cause is claimed only where a passage claims it, and as widely."""
    if fault := outranked(case):
        return fault
    for token in case.claim.doc:
        is_superlative = token.tag_ in ("JJS", "RBS") and token.lower_ not in ("most", "least")
        is_strong = is_superlative or token.lemma_.lower() in words_of("strong") or _is_strong_adverb(token)
        is_deed = token.pos_ == "VERB" and token.lemma_ in ("last", "second")
        if not is_strong or is_deed or any(n.start <= token.idx < n.end for n in case.claim.numbers):
            continue
        timed = [d.span for d in case.claim.dates] + [c.span for c in find_clocks(case.claim.text)]
        timed += carried_spans(case.claim, case.passages)
        if any(s.start <= token.idx < s.end for s in timed):
            continue
        if not any(has_word(token, told) for told in case.passages) and not _follows(token, case):
            return Fault(f"no passage says “{token.text}”", is_sure=False)
    return None


def _is_strong_adverb(token: Token) -> bool:
    """It says how often, how long or in what manner: has long been, resigned secretly."""
    is_compared = any(c.lower_ == "as" for c in token.children)  # as long as they hold the ship
    is_beside_verb = token.dep_ == "advmod" and token.head.pos_ in ("VERB", "AUX") and not is_compared
    return is_beside_verb and token.lower_ in words_of("strong_adverbs")


def _follows(token: Token, case: Case) -> bool:
    """It is another word for a cause, a multiple of two figures, or the half of a year that holds the dates."""
    if _is_of_a_list(token, case) or _is_anniversary(token, case) or _is_counted_out(token, case):
        return True
    if token.lower_ == "because":
        cues = words_of("causal")
        return any(t.lower_ in cues or t.lemma_.lower() in cues for told in case.passages for t in told.doc)
    if token.tag_ == "JJS":
        return _has_its_like(token, case)
    if token.lower_ == "half" and token.i and token.nbor(-1).lower_ in ("first", "second"):
        token = token.nbor(-1)
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "half" and token.lower_ in ("first", "second"):
        months = range(1, 7) if token.lower_ == "first" else range(7, 13)
        known = [d.interval for t in case.passages for d in t.dates if d.interval]
        return any(i.start.month in months and i.end.month in months for i in known)
    if any(f.bound and f.span.start <= token.idx < f.span.end for f in find_fractions(case.claim.text)):
        return False  # over half is a share, and no two figures come to it
    factor = multiple_of(token.lemma_.lower())
    return factor is not None and multiple(factor, case.passages) is not None


def _is_of_a_list(token: Token, case: Case) -> bool:
    """The first and the second of what a passage tells one after the other."""
    counts = [t.lower_ for t in token.sent if number_words()["ordinals"].get(t.lower_, 1) > 1]
    cues = {"then", "another", "other", "next", "later", *counts}
    return token.lower_ == "first" and bool(counts) and any(t.lower_ in cues for p in case.passages for t in p.doc)


def _is_counted_out(token: Token, case: Case) -> bool:
    """Twice, with the two dates; half a year, for six months; never the one, where it was always the other."""
    after = token.doc[token.i + 1 : token.i + 3].text.lower()
    if token.lower_ == "half" and after == "a year":
        return any(n.unit == "months" and n.low == 6 for told in case.passages for n in told.numbers)
    if token.lower_ == "never":
        return any(t.lower_ == "always" for told in case.passages for t in told.doc)
    return token.lower_ == "twice" and sum(d.span.start > token.idx for d in case.claim.dates) == 2


def _is_anniversary(token: Token, case: Case) -> bool:
    """The first anniversary of what was a year ago; the fifth, after five years."""
    years = 1 if token.lower_ == "first" else number_words()["ordinals"].get(token.lower_)
    if token.head.lemma_ != "anniversary" or years is None:
        return False
    if years == 1 and any(re.search(r"\b(?:a|one) year\b", told.text, re.I) for told in case.passages):
        return True
    return any(n.unit == "years" and n.low == n.high == years for told in case.passages for n in told.numbers)


def _has_its_like(token: Token, case: Case) -> bool:
    """A passage has another superlative of the same, and not the opposite one: the steepest fall, the worst decline."""
    head = senses_of(token.head.lemma_.lower())
    for other in (t for told in case.passages for t in told.doc if t.tag_ == "JJS"):
        is_same = not head.isdisjoint(senses_of(other.head.lemma_.lower()))
        if is_same and stem(other.lemma_) not in opposites(token.lemma_.lower()):
            return True
    return False
