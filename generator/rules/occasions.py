"""Where and how words were said: what was told at a dinner was not told on the telephone, nor written in a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from generator import data
from generator.claims.clauses import Clause
from generator.claims.wording import listed_stems, stem
from generator.rules.holding import Case, Fault

_PREPS = ("in", "at", "during", "over", "by", "on", "via", "through", "after", "before")
_WRITING = ("write", "pen", "tweet", "email")
# Words by which a passage lets a statement say that something was written.
_WRITTEN = (
    "write", "letter", "post", "tweet", "message", "email", "e-mail", "statement", "article", "memo", "book", "blog",
    "column", "report", "paper", "essay", "publish", "text", "op-ed", "note", "sign", "document", "order", "notice",
)  # fmt: skip


def hold_occasions(case: Case) -> Fault | None:
    """Words keep the occasion and the way that a passage gives for them."""
    saying = listed_stems("saying")
    for clause in case.claim.clauses:
        if stem(clause.verb.lemma_) not in saying:
            continue
        for noun in _occasions_of(clause):
            if not any(_names(noun, told.doc) for told in case.passages) and not _is_document(case, noun):
                return Fault(f"the passage does not say that it was so told: “{noun.text}”", is_sure=False)
            if (other := _other_occasion(case, noun)) is not None:
                return Fault(f"there it is the “{other.text}” where it was said", is_sure=False)
        if clause.verb.lemma_.lower() in _WRITING and not _is_written(case):
            return Fault("the passage does not say that it was written", is_sure=False)
    return None


def _occasions_of(clause: Clause) -> Iterator[Token]:
    for prep, noun in clause.others:
        if prep in _PREPS and noun.pos_ == "NOUN" and _lines(noun):
            yield noun


def _names(noun: Token, tokens: Iterable[Token]) -> bool:
    """Another text has this very occasion, or another word for it."""
    return any(noun.lemma_.lower() == t.lemma_.lower() or _lines(noun) & _lines(t) for t in tokens)


def _is_document(case: Case, noun: Token) -> bool:
    """The cited article is itself the letter or the speech, by its title or as whole."""
    titles = (case.library.readings[t.cite.article].article.title.lower() for t in case.passages if t.cite)
    return any(noun.lemma_.lower() in title for title in titles) or any(t.authors for t in case.passages)


def _lines(token: Token) -> frozenset[int]:
    return _numbered().get(token.lemma_.lower(), frozenset()) | _numbered().get(token.lower_, frozenset())


@lru_cache(maxsize=1)
def _numbered() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(data.load("relations")["occasions"]):
        for word in line:
            found[word] = found.get(word, frozenset()) | {number}
    return found


def _other_occasion(case: Case, noun: Token) -> Token | None:
    """The occasion "where" a passage has the statement's words said, if it is another one."""
    quotes = [q for q in case.claim.text.split('"')[1::2] if len(q) > 5]
    for told in case.passages:
        for word in (t for t in told.doc if t.lower_ in ("where", "when") and t.dep_ == "advmod"):
            head = next((a.head for a in word.ancestors if a.dep_ == "relcl"), None)
            said = told.text[word.idx : word.sent.end_char]
            is_said = any(q.rstrip(",.") in said for q in quotes)
            if head is not None and is_said and _lines(head) and not _lines(head) & _lines(noun):
                return head
    return None


def _is_written(case: Case) -> bool:
    stems = {stem(w) for w in _WRITTEN}
    is_post = any(t.cite and case.library.readings[t.cite.article].article.author for t in case.passages)
    return is_post or any(stem(t.lemma_) in stems for told in case.passages for t in told.doc)
