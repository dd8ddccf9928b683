"""What is only asked is nobody's word: neither that of whoever asks it nor that of whoever is to answer.

In a transcript a paragraph that begins with "Q" is the reporter's; anywhere, a sentence that ends with a question mark
leaves open what it asks. A plain yes takes it over, any other answer only what it says itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import is_open, relation_words
from generator.claims.reading import Told, lemmas
from generator.claims.wording import idle_stems, senses_in, senses_of, stem, words_of
from generator.rules.alignment import predicate
from generator.rules.holding import Case, Fault, is_reporting, share_of

_ASKED = re.compile(r"\s*(?:Q|QUESTION|REPORTER)\b[\s.:]")  # how a transcript marks whoever asks
_LABEL = re.compile(r"\s*(?:[A-Z][A-Z.'-]+\s+)*[A-Z][A-Z.'-]+:\s*")
_SHORT = re.compile(  # It did, and we are grateful.
    r"(?:I|we|you|he|she|it|they|that|this) "
    r"(?:do|does|did|have|has|had|am|are|is|was|were|will|would|can|could)\b\s*[,.;:!—-]",
    re.I,
)
# The least share of what is told as confirmed that a question has, and the greatest that its answer may have.
ASKED, ANSWERED = 0.5, 0.35
_FIRST = 6  # words of an answer in which its yes stands: "Well, yes, I do."


def hold_questions(case: Case) -> Fault | None:
    """No deed is told that the passages have only in a question."""
    asked = [s for told in case.passages for s in told.doc.sents if _is_asked(told, s)]
    if not asked or _tells_of_asking(case.claim) or any(_affirms(told) for told in case.passages):
        return None
    there = senses_in(lemmas(t for s in asked for t in s))
    answered = senses_in(lemmas(t for told in case.passages for s in told.doc.sents if s not in asked for t in s))
    for clause in case.claim.clauses:
        deed = predicate(case.claim, clause)
        if _tells_no_deed(clause) or is_open(clause.verb) or _is_left_open(clause):
            continue
        if not deed.isdisjoint(there) and deed.isdisjoint(answered):
            return Fault(f"there it is only asked: “{' '.join(asked[0].text.split())}”", is_sure=False)
    return _unanswered(case, there, answered)


def _unanswered(case: Case, there: frozenset[str], answered: frozenset[str]) -> Fault | None:
    """Somebody confirms what the passages have in a question, and hardly a word of it in the answer."""
    for verb in (t for t in case.claim.doc if t.pos_ == "VERB" and t.lemma_.lower() in words_of("confirming")):
        below = [t for c in verb.children if c.dep_ == "ccomp" for t in c.subtree]
        wanted = [senses_of(t.lemma_.lower()) for t in below if _counts(t)]
        if len(wanted) > 2 and share_of(wanted, there) >= ASKED and share_of(wanted, answered) <= ANSWERED:
            return Fault(f"there it is only asked: nobody does “{verb.text}” it", is_sure=False)
    return None


def _counts(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and stem(token.lemma_) not in idle_stems()


def _is_asked(told: Told, sentence: Tokens) -> bool:
    return bool(_ASKED.match(told.text)) or sentence.text.rstrip('" ').endswith("?")


def _tells_of_asking(claim: Told) -> bool:
    """The statement tells it as what was asked: asked about the strike, the minister said."""
    return any(
        t.lemma_.lower() in relation_words("asking_about")
        and (t.pos_ != "VERB" or t.tag_ == "VBN" or any(c.dep_ == "ccomp" for c in t.children))
        for t in claim.doc
    ) or claim.text.rstrip('" ').endswith("?")


def _tells_no_deed(clause: Clause) -> bool:
    """It hands over what somebody says or knows, or only describes a noun: a report that, the risk of."""
    is_aside = clause.verb.dep_ in ("acl", "pcomp", "xcomp", "csubj", "amod")
    return is_aside or is_reporting(clause) or clause.verb.lemma_.lower() in relation_words("commitment", "open")


def _is_left_open(clause: Clause) -> bool:
    """Somebody does not say it: did not confirm that, would not say that."""
    return clause.is_denied or any(c.dep_ == "neg" for above in clause.verb.ancestors for c in above.children)


def _affirms(told: Told) -> bool:
    """An answer that begins with a yes."""
    is_short = _SHORT.match(_LABEL.sub("", told.text, count=1))
    is_yes = is_short is not None or any(word in relation_words("affirming") for word in _opening(told))
    return is_yes and not _ASKED.match(told.text)


def _opening(told: Told) -> Iterator[str]:
    words = re.findall(r"[a-z']+", _LABEL.sub("", told.text, count=1).lower())[:_FIRST]
    if "not" not in words and "no" not in words:
        yield from words
