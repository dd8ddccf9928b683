"""Words of a statement beside its names and figures: most have to stand in the passages, in these or other words.

What a statement adds shows in a noun or a phrase of which no passage has anything.
"""

from __future__ import annotations

from spacy.tokens import Token

from generator.evidence.anchors import date_carried
from generator.evidence.claims import Told, content_words
from generator.evidence.holding import Case, Fault
from generator.evidence.quantities import is_carried
from generator.evidence.wording import is_kin, senses_of, stem, stems_of, wording, words_of
from generator.model import Reading

# The share of a statement's content words that its passages must have, as they are or in other words.
CARRIED = 0.6


_OPEN = ("NOUN", "VERB", "ADJ", "ADV", "PROPN")


CARRIES = 0.25  # … and the least that each single citation must add to it


def hold_words(case: Case) -> Fault | None:
    """Most of what is said, beside names and figures, stands in the passages in these or in other words."""
    words = content_words(case.claim)
    missing = [t for t in words if not any(_has(t, told) for told in case.passages)]
    if not words or not missing:
        return None
    carried = 1 - len(missing) / len(words)
    if (carried < CARRIED and len(missing) > 1) or carried < CARRIED / 2:
        listed = ", ".join(f"“{t.text}”" for t in missing)
        return Fault(f"the passage does not say {listed}", is_sure=carried < CARRIED / 2)
    return None


def hold_nouns(case: Case) -> Fault | None:
    """What somebody or something is, and every comparison, stands in the passages. Other nouns that a passage lacks are
    mostly other words for what it has; a phrase of them is for hold_phrases."""
    for token in content_words(case.claim):
        is_thing = token.pos_ == "NOUN" and token.dep_ in ("attr", "appos") and not _is_source_word(token)
        is_compared = token.tag_ in ("JJR", "RBR") and stem(token.lemma_) not in _loose_comparatives()
        if (is_thing or is_compared) and not any(_has(token, told) for told in case.passages):
            if is_thing and _is_known_elsewhere(token, case):
                continue
            return Fault(f"the passage does not have “{token.text}”", is_sure=False)
    return None


def _is_known_elsewhere(token: Token, case: Case) -> bool:
    """The cited articles speak of it in other paragraphs, or another article says it of the name beside it: what "the
    prisoners" are need not be said in every paragraph."""
    for told in case.passages:
        if told.cite and _stands_in(token, case.library.readings[told.cite.article]):
            return True
    chunk = next((c for c in case.claim.doc.noun_chunks if c.start <= token.i < c.end), None)
    beside = [n for n in case.claim.names if chunk is not None and chunk.start_char <= n.span.start < chunk.end_char]
    return any(_stands_in(token, r, n.text) for n in beside for r in case.library.readings.values())


def _stands_in(token: Token, reading: Reading, beside: str = "") -> bool:
    return any(
        stem(token.lemma_) in stems_of(b.text) or not senses_of(token.lemma_.lower()).isdisjoint(stems_of(b.text))
        for b in reading.article.paragraphs
        if beside in b.text
    )


def _is_source_word(token: Token) -> bool:
    words = {stem(w) for w in words_of("sources")}
    return stem(token.lemma_) in words or (token.dep_ == "compound" and stem(token.head.lemma_) in words)


def _loose_comparatives() -> frozenset[str]:
    return frozenset(stem(w) for w in ("more", "less", "further", "late", "early", "long", "great"))


def hold_phrases(case: Case) -> Fault | None:
    """No clause and no prepositional phrase of the statement is without anything that the passages have."""
    for head in case.claim.doc:
        is_clause = head.pos_ == "VERB" and head.dep_ in ("relcl", "conj", "advcl", "acl", "ccomp", "xcomp")
        if not is_clause and head.dep_ != "prep":
            continue
        part = list(head.subtree)
        if any(n.span.start <= t.idx < n.span.end for n in case.claim.names for t in part):
            continue
        words = content_words(case.claim, part)
        if len(words) > 1 and not any(_has(t, told) for t in words for told in case.passages):
            return Fault(f"nothing there says “{' '.join(t.text for t in part)}”", is_sure=False)
    return None


def hold_strong_words(case: Case) -> Fault | None:
    """A superlative, a rank or a cause is claimed only where a passage claims it."""
    for token in case.claim.doc:
        is_strong = token.tag_ in ("JJS", "RBS") or token.lemma_.lower() in words_of("strong")
        if any(n.start <= token.idx < n.end for n in case.claim.numbers):
            continue
        if is_strong and token.lower_ not in ("most", "least") and not any(_has(token, told) for told in case.passages):
            return Fault(f"no passage says “{token.text}”", is_sure=False)
    return None


def _has(token: Token, told: Told) -> bool:
    word = token.lemma_.lower()
    if not (senses_of(word) | senses_of(token.lower_)).isdisjoint(told.senses):
        return True
    if (share := wording()["fractions"].get(word)) and any(
        n.unit == "percent" and n.low == share for n in told.numbers
    ):
        return True
    return len(word) > 4 and any(is_kin(stem(word), stem(t.lemma_)) for t in told.doc if t.is_alpha and t.pos_ in _OPEN)


def hold_citations(case: Case) -> Fault | None:
    """Each citation carries some of the statement."""
    if len(case.passages) < 2:
        return None
    words = content_words(case.claim)
    anchors = [n.keys for n in case.claim.names]
    for told in case.passages:
        total = len(words) + len(anchors)
        has = sum(_has(t, told) for t in words) + sum(bool(k & told.keys) for k in anchors)
        own = content_words(told)
        says = sum(_has(t, case.claim) for t in own) + sum(bool(n.keys & case.claim.keys) for n in told.names)
        is_short = bool(own or told.names) and says >= 0.5 * (len(own) + len(told.names))
        if total and has / total < CARRIES and not is_short and not _is_alone(case, told):
            return Fault(f"{told.cite} carries nothing of it", is_sure=False)
    return None


def _is_alone(case: Case, told: Told) -> bool:
    """No other cited paragraph has a name, a date or a figure that this one has for the statement."""
    others = [t for t in case.passages if t is not told]
    names = [n.keys for n in case.claim.names if n.keys & told.keys]
    if any(not any(k & t.keys for t in others) for k in names):
        return True
    dates = [d for d in case.claim.dates if date_carried(d, told.dates)]
    if any(date_carried(d, [x for t in others for x in t.dates]) is None for d in dates):
        return True
    numbers = [n for n in case.claim.numbers if any(is_carried(n, x) for x in told.numbers)]
    return any(not any(is_carried(n, x) for t in others for x in t.numbers) for n in numbers)
