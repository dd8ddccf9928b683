"""Which words of a sentence make the clause of a verb: its own, and whom it is about where a sentence shares that.

What two commas set off can go, and so can a clause that hangs on the verb; the subject is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

Pieces = tuple[tuple[int, int], ...]  # where words stand in a Doc's text, in characters, in their order

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVE = frozenset({"who", "which", "that"})
_HANGING = frozenset({"conj", "cc", "advcl", "relcl", "parataxis", "preconj"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case"})
_ASIDES = frozenset({"appos", "prep", "relcl", "acl", "advcl", "npadvmod", "advmod"})
_OF_OTHERS = frozenset({"other", "others", "another", "rest", "more", "latter", "former", "one", "some", "both", "all"})
_LONG_SUBJECT = 12  # words; beyond, the noun with what stands before it names the subject well enough


def words_inside(pieces: Pieces, head: Token) -> list[Token]:
    """The words of the head's sentence that the pieces hold."""
    return [t for t in head.sent if any(a <= t.idx < b for a, b in pieces)]


def cut_asides(pieces: Pieces, head: Token, date: Token) -> Pieces:
    """The same without what commas set off before the verb, and without all that follows a comma once the date, the
    verb and whom and what it is about are told."""
    inside = words_inside(pieces, head)
    told = {head, *date.subtree, *(c for c in head.children if c.dep_ in (*SUBJECTS, "dobj", "attr", "prt"))}
    last = max(t.i for t in told if t in inside)
    end = next((t.i for t in inside if t.i > last and t.text == ","), inside[-1].i + 1)
    dropped = {t for t in inside if t.i >= end}
    for token in inside:
        words = list(token.subtree)
        if token.i < head.i and token.dep_ in _ASIDES and _is_set_off(words) and not told & set(words):
            dropped |= set(words)
    return (as_runs([t for t in inside if t not in dropped]) or pieces) if dropped else pieces


def _is_set_off(words: list[Token]) -> bool:
    first, last = words[0], words[-1]
    before = first.nbor(-1).text if first.i > first.sent.start else ""
    after = last.nbor(1).text if last.i + 1 < last.sent.end else ""
    return before == "," or (first.i == first.sent.start and after == ",")


def as_runs(tokens: list[Token]) -> Pieces:
    """Unbroken runs of words, without marks at their edges."""
    worded = [run for run in unbroken(tokens) if any(t.is_alpha or t.like_num for t in run)]
    return tuple(trim(run) for run in worded)


def unbroken(tokens: list[Token]) -> list[list[Token]]:
    """The tokens, which are in their order, as runs of which each follows right on the one before."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def with_subject(head: Token, date: Token) -> Pieces:
    """The clause of a verb, with whom it is about; nothing where that is doubtful."""
    words = without_hanging(head, date)
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if subject is not None and subject.lower_ not in RELATIVE:
        return (trim(words),)
    if subject is not None:
        words = [t for t in words if t.i > subject.i]
    owner = _find_owner(head)
    if owner is None or not words or owner.i >= words[0].i or owner.lower_ in _OF_OTHERS:
        return ()
    return (trim(phrase_of(owner, head)), trim(words))


def _find_owner(verb: Token) -> Token | None:
    """Whom a verb without a subject of its own is about: the noun it describes or the subject it shares. None where
    the parse is doubtful: a verb in another tense than the one it is joined to, a full clause without a subject."""
    if verb.dep_ in ("relcl", "acl"):
        return name_owner(verb)
    above = next((t for t in verb.ancestors if t.pos_ in VERBS), None)
    is_finite = verb.tag_ in ("VBD", "VBZ", "VBP")
    if above is None or (is_finite and verb.dep_ != "conj"):
        return None
    if is_finite and above.tag_ != verb.tag_:
        described = _find_described(verb)
        return name_owner(described) if described is not None else None
    subject = next((c for c in above.children if c.dep_ in SUBJECTS), None)
    if subject is not None and subject.lower_ not in RELATIVE:
        return subject
    return _find_owner(above)


def _find_described(verb: Token) -> Token | None:
    """The verb of the "who …" before a past verb that a parser joins to a main verb in the present: of "is a tyrant who
    burned the archive and sold the port", `burned`."""
    before = [t for t in verb.sent if t.i < verb.i and t.dep_ == "relcl" and t.head.i > verb.head.i]
    told = [t for t in before if any(c.dep_ in SUBJECTS and c.lower_ in ("who", "which") for c in t.children)]
    is_past = told and told[-1].tag_ in ("VBD", "VBN") and not any(c.dep_ == "aux" for c in told[-1].children)
    return told[-1] if is_past and verb.tag_ == "VBD" and verb.head.tag_ != "VBD" else _above_described(verb)


def _above_described(verb: Token) -> Token | None:
    return _find_described(verb.head) if verb.dep_ == "conj" and verb.head.dep_ == "conj" else None


def name_owner(verb: Token) -> Token | None:
    """The name behind "an activist who …": what an apposition stands beside, or the subject of "is". Of "A and B, who
    …" it is B, unless the verb speaks of several."""
    noun = verb.head
    joined = [c for c in noun.conjuncts if noun.i < c.i < verb.left_edge.i]
    if joined:
        return None if any(t.lower_ in ("were", "are", "have") for t in (verb, *verb.children)) else joined[-1]
    if noun.dep_ == "appos":
        return noun.head
    if noun.dep_ == "attr":
        return next((c for c in noun.head.children if c.dep_ in SUBJECTS), noun)
    return noun


def phrase_of(noun: Token, leave_out: Token | None = None) -> list[Token]:
    """A noun with all that belongs to it; an apposition with the noun it stands beside; where it is long, the noun and
    what stands before it."""
    if noun.dep_ == "appos" and leave_out is None:
        return list(noun.doc[_left_edge(noun.head) : noun.right_edge.i + 1])
    hanging = {t for c in noun.children if c.dep_ in _HANGING or c == leave_out for t in c.subtree}
    words = _around([t for t in noun.subtree if t not in hanging], noun)
    if len(words) <= _LONG_SUBJECT and (leave_out is None or leave_out not in words):
        return words
    return list(noun.doc[_left_edge(noun) : noun.i + 1])


def _left_edge(noun: Token) -> int:
    return min([c.left_edge.i for c in noun.lefts if c.dep_ in _BEFORE_NOUN] + [noun.i])


def without_hanging(head: Token, date: Token) -> list[Token]:
    """The words under a verb, without the clauses that hang on it and do not hold the date."""
    kept = [head]
    for child in head.children:
        inside = list(child.subtree)
        if child.dep_ not in _HANGING or date in inside:
            kept += inside
    return _around(sorted(kept, key=lambda token: token.i), head)


def _around(words: list[Token], head: Token) -> list[Token]:
    """The unbroken run of words about the head: what is left out leaves no hole."""
    kept = {token.i for token in words}
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return [token for token in words if first <= token.i <= last]


def _opens(word: Token) -> bool:
    return word.dep_ in ("cc", "mark") or (word.dep_ == "advmod" and word.lower_ in ("when", "where", "while", "once"))


def trim(tokens: Iterable[Token]) -> tuple[int, int]:
    """From the first word to the last, in characters, without marks and joining words at either end."""
    row = list(tokens)
    while len(row) > 1 and (row[0].text in ",;:-–—" or row[0].is_space or _opens(row[0])):
        row.pop(0)
    while len(row) > 1 and (row[-1].text in ",;:-–—" or row[-1].dep_ in ("cc", "prep") or row[-1].is_space):
        row.pop()
    first, last = row[0], row[-1]
    while first.i > first.sent.start and _is_joined(first.nbor(-1), first):
        first = first.nbor(-1)
    while last.i + 1 < last.sent.end and _is_joined(last, last.nbor(1)):
        last = last.nbor(1)
    return first.idx, last.idx + len(last)


def _is_joined(left: Token, right: Token) -> bool:
    """Whether a hyphen makes them one word, which is never cut: "re-entered"."""
    return not left.whitespace_ and "-" in (left.text, right.text)
