"""Words of a statement beside its names and figures: most have to stand in the passages, in these or other words.

What a statement adds shows in a noun, with its phrase, of which no passage has anything.
"""

from __future__ import annotations

import math
import re

from spacy.tokens import Token

from generator.claims.clocks import find_clocks
from generator.claims.fractions import carried_spans
from generator.claims.idioms import in_other_words
from generator.claims.modality import relation_words
from generator.claims.reading import Told, content_words
from generator.claims.votes import find_chances
from generator.claims.wording import idle_stems, is_kin, listed_stems, senses_of, stem, stems_of, words_of
from generator.figures.numerals import part_words
from generator.model import Reading
from generator.rules.holding import Case, Fault
from generator.rules.weightless import claims_nothing, is_connecting, is_shell

# The share of a statement's content words that its passages must have, as they are or in other words. At .6 the rule
# alone refused five sound statements of 280 labelled ones and no unsound one of 265; at .34 it refuses one.
CARRIED = 0.34


_TAKING_UP = ("it", "this", "that", "these", "those", "they", "them")
_PARTIES = ("nsubj", "nsubjpass", "dobj")
_OPEN = ("NOUN", "VERB", "ADJ", "ADV", "PROPN")


def hold_words(case: Case) -> Fault | None:
    """Most of what is said, beside names and figures, stands in the passages in these or in other words."""
    words = [t for t in content_words(case.claim) if not is_frame(t) and t.lemma_.lower() not in words_of("strong")]
    other_words = in_other_words(case.claim, case.passages)
    words = [t for t in words if not (is_shell(t) or is_connecting(t) or t.i in other_words)]
    missing = [t for t in words if not any(has_word(t, told) for told in case.passages) and not _is_meant(t, case)]
    if not words or not missing:
        return None
    anchors = len(case.claim.names) + len(case.claim.numbers) + len(case.claim.dates)  # each held by its own rule
    carried = 1 - len(missing) / (len(words) + anchors)
    if (carried < CARRIED and len(missing) > 1) or carried < CARRIED / 2:
        listed = ", ".join(f"“{t.text}”" for t in missing)
        return Fault(f"the passage does not say {listed}", is_sure=carried < CARRIED / 2)
    return None


def hold_nouns(case: Case) -> Fault | None:
    """Nothing is brought in: what somebody or something is, one more of a list, a comparison, and each phrase of place,
    time or manner stands in the passages in some word. A noun elsewhere is mostly another word for what they have: held
    against every noun, the rule refused 12 of 32 sound paraphrases; so it refuses two."""
    quoted = [m.span() for m in re.finditer(r'"[^"]*"', case.claim.text)]
    quoted += [(s.start - 1, s.end) for s in carried_spans(case.claim, case.passages)]
    quoted += [(c.span.start - 1, c.span.end) for c in find_clocks(case.claim.text)]
    other_words = in_other_words(case.claim, case.passages)
    for token in content_words(case.claim):
        is_compared = token.tag_ in ("JJR", "RBR") and stem(token.lemma_) not in _loose_comparatives()
        if not (token.pos_ == "NOUN" or is_compared) or any(a < token.idx < b for a, b in quoted):
            continue
        if any(has_word(token, told) for told in case.passages) or _is_source_word(token) or is_frame(token):
            continue
        if claims_nothing(token, case) or token.i in other_words or _speaks_there(token, case):
            continue
        if _is_document(token, case) or _is_meant(token, case):
            continue
        if not (is_compared or _is_added(token, case)):
            continue
        return Fault(f"the passage does not have “{token.text}”", is_sure=False)
    return None


def _speaks_there(token: Token, case: Case) -> bool:
    """A word of what a passage calls its speaker: a transcript's SENIOR OFFICIAL."""
    speakers = (s.speaker.lower() for told in case.passages for s in told.sayings)
    return any(stem(token.lemma_) == stem(word) for speaker in speakers for word in speaker.split())


def _is_meant(token: Token, case: Case) -> bool:
    """It names again what the article speaks of elsewhere: it tells who a name is, or stands for a pronoun there."""
    return (_describes(token) or _stands_for_pronoun(token, case)) and is_known_elsewhere(token, case)


def _stands_for_pronoun(token: Token, case: Case) -> bool:
    """The deal, for an "it" of the passage in the same place: as a party, or after the same preposition."""
    if token.pos_ != "NOUN" or not any(c.lower_ in ("the", "this", "that", "these") for c in token.children):
        return False
    things = [t for told in case.passages for t in told.doc if t.pos_ == "PRON" and t.lower_ in _TAKING_UP]
    if token.dep_ == "pobj":
        return any(t.dep_ == "pobj" and t.head.lower_ == token.head.lower_ for t in things)
    return token.dep_ in _PARTIES and any(t.dep_ in _PARTIES for t in things)


def _is_added(token: Token, case: Case) -> bool:
    """It could be left out of its sentence, and nothing beside it in its phrase is carried."""
    if token.dep_ in ("attr", "appos", "oprd", "conj"):
        return True
    if any(c.dep_ in ("compound", "amod", "nmod") and _is_anchored(c, case) for c in token.children):
        return False  # refuelling gear for refuelling equipment
    head = token.head
    if token.dep_ == "pobj":
        is_part = head.lower_ == "of" and _is_anchored(head.head, case)
        below = [t for t in head.subtree if t not in (head, token)]
        if head.lower_ in relation_words("slots", "place"):  # at the airport in Vardo is not in Vardo only
            below = [t for t in below if not _is_in_place(t, token)]
        return not is_part and not any(_is_anchored(t, case) for t in below)
    return head.pos_ == "VERB" and not _is_anchored(head, case)


def _is_in_place(token: Token, noun: Token) -> bool:
    """It stands in what tells where a place is."""
    between = [token, *(a for a in token.ancestors if noun in a.ancestors)]
    return any(t.dep_ == "prep" and t.lower_ in relation_words("slots", "place") for t in between)


def _is_anchored(token: Token, case: Case) -> bool:
    """A name, a figure, or a word that some passage has."""
    spans = [(n.span.start, n.span.end) for n in case.claim.names] + [(n.start, n.end) for n in case.claim.numbers]
    if any(a <= token.idx < b for a, b in spans):
        return True
    is_word = token.pos_ in _OPEN and stem(token.lemma_) not in idle_stems()
    return is_word and any(has_word(token, told) for told in case.passages)


def is_frame(token: Token) -> bool:
    """It is part of a turn of phrase: in the wake of, in his eyes."""
    return stem(token.lemma_) in listed_stems("framing")


def _describes(token: Token) -> bool:
    """It says who or what a name beside it is, or stands in its place: a spokeswoman for, the airline."""
    bodies = words_of("bodies") | words_of("countries")
    if token.lemma_.lower() in bodies and any(c.lower_ == "the" for c in token.children):
        return True
    if token.dep_ in ("attr", "appos", "compound", "nmod"):
        return True
    return any(c.dep_ == "appos" for c in token.children)


def is_known_elsewhere(token: Token, case: Case) -> bool:
    """The cited articles speak of it in other paragraphs, or another article says it of the name beside it: what "the
    prisoners" are need not be said in every paragraph."""
    for told in case.passages:
        if told.cite and _stands_in(token, case.library.readings[told.cite.article]):
            return True
        if told.cite and _is_topic(token, told, case.library.readings[told.cite.article].article.title):
            return True
    chunk = next((c for c in case.claim.doc.noun_chunks if c.start <= token.i < c.end), None)
    beside = [n for n in case.claim.names if chunk is not None and chunk.start_char <= n.span.start < chunk.end_char]
    return any(_stands_in(token, r, n.text) for n in beside for r in case.library.readings.values())


def _is_topic(token: Token, told: Told, title: str) -> bool:
    """What the article is about, by its title, where the paragraph only points at it: surmising from this."""
    points = any(t.lower_ in ("this", "these", "it") and t.pos_ == "PRON" for t in told.doc)
    return points and stem(token.lemma_) in {stem(w) for w in re.findall(r"[a-z]+", title.lower())}


def _stands_in(token: Token, reading: Reading, beside: str = "") -> bool:
    return any(
        stem(token.lemma_) in stems_of(b.text) or not senses_of(token.lemma_.lower()).isdisjoint(stems_of(b.text))
        for b in reading.article.paragraphs
        if beside in b.text
    )


def _is_document(token: Token, case: Case) -> bool:
    """The order, the letter: the cited article itself, by its title."""
    titles = [case.library.readings[t.cite.article].article.title for t in case.passages if t.cite]
    return token.lemma_.lower() in words_of("documents") and any(stem(token.lemma_) in stems_of(t) for t in titles)


def _is_source_word(token: Token) -> bool:
    words = listed_stems("sources")
    return stem(token.lemma_) in words or (token.dep_ == "compound" and stem(token.head.lemma_) in words)


def _loose_comparatives() -> frozenset[str]:
    return frozenset(stem(w) for w in ("more", "less", "further", "late", "early", "long", "great"))


def has_word(token: Token, told: Told) -> bool:
    """Whether a passage has a word, in this form or in another word for it."""
    word = token.lemma_.lower()
    if not (senses_of(word) | senses_of(token.lower_)).isdisjoint(told.senses):
        return True
    if parts := part_words().get(word):
        shares = [n.low for n in told.numbers if n.unit == "percent"] + [c.percent for c in find_chances(told.text)]
        if any(math.isclose(100 / parts, share, abs_tol=1e-6) for share in shares):
            return True
    return len(word) > 4 and any(is_kin(stem(word), stem(t.lemma_)) for t in told.doc if t.is_alpha and t.pos_ in _OPEN)
