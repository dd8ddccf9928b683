"""Countries, bodies and places of a statement: each has to stand in a cited paragraph under one of its names.

How one is carried is a short text (named there, an abbreviation); None where one is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from generator import data
from generator.claims.library import Library, Name
from generator.claims.modality import relation_words
from generator.claims.reading import Told, lemmas
from generator.claims.reference import (
    is_described,
    is_of_the_institution,
    is_other_spelling,
)
from generator.claims.wording import listed_stems, senses_in, senses_of, stem, wording, words_of
from generator.figures.acts import nations_in
from generator.names import compare
from generator.rules.holding import Case, Fault, is_within, word_at

_SMALL = "of|for|and|the|in|on|to|at|with|de|du|des|la"  # words inside a long name


def hold_names(case: Case) -> Fault | None:
    """Every country, body and place is named in a passage, under any of its names."""
    for name in case.claim.names:
        if name.kind != "person" and name_carried(name, case.passages, case.library, case.claim) is None:
            return Fault(f"{name.text} is not named there")
    return None


def name_carried(name: Name, passages: Sequence[Told], library: Library, claim: Told) -> str | None:
    """How a nation, body or place is carried: named there, by another form of its name, or as who publishes it."""
    for told in passages:
        if name.keys & told.keys and (name.kind != "other" or _has_all(name, told)):
            return "named there"
    for told in passages:
        if any(_stands(form, told.text) for form in _other_forms(name.text)):
            return "another form of the name"
    if any(_has_all(name, told) or _is_model_of(name, told, library) for told in passages):
        return "named there"
    if _acts(name, claim) and any(_stands(form, t.text) for form in stands_for(name) for t in passages):
        return "whom it stands for"
    if not _is_place(name, claim) and _is_source(name, passages, library):
        return "who publishes it"
    if _names_a_source(name, passages, library, claim):
        return "whose paper or official it is"
    if any(name.keys <= frozenset(k for s in told.sayings for k in s.keys) for told in passages):
        return "who speaks there"
    if (name.kind == "nation" or _acts(name, claim)) and any(name.keys <= told.authors for told in passages):
        return "who speaks there"
    if name.kind == "other" and any(_is_abbreviation(name.text, told.text) for told in passages):
        return "an abbreviation"
    for told in passages:
        for other in told.names:
            if name.kind == other.kind == "other" and _is_spelled_out(other.text, name.text):
                return "an abbreviation"
            if (
                name.kind == "other"
                and other.kind != "nation"
                and " " in name.text
                and compare(name.text, other.text).same
            ):
                return "another spelling"
            if other.kind == "other" and is_other_spelling(name.text, other.text):
                return "another spelling"
    if _members_named(name, passages) > 1:
        return "several of those whom it means"
    if any(_is_where(name, told, library) for told in passages):
        return "where the article says that it lies"
    if any(_is_in_role(name, told, library) for told in passages):
        return "of whom the passage names an officer"
    if any(is_described(name, told, library) for told in passages):
        return "a description of what the paragraphs before it name"
    return None


def stands_for(name: Name) -> Iterator[str]:
    """The body that a town may mean (Brussels, the EU), and the parts of a nation's government."""
    yield from data.load("metonyms")["towns"].get(name.text, ())
    for nation, bodies in data.load("metonyms")["bodies"].items():
        if f"n:{nation}" in name.keys:
            yield from bodies


def _members_named(name: Name, passages: Sequence[Told]) -> int:
    """How many of the nations that a name for several means (Western, Nordic) the passages name."""
    members = data.load("metonyms")["several"].get(name.text.removeprefix("the "), ())
    return len({f"n:{m}" for m in members} & {k for told in passages for k in told.keys})


def _acts(name: Name, claim: Told) -> bool:
    """It does something, something is done to it or is its own; it is no place."""
    tokens = [t for t in claim.doc if is_within(name.span, t)]
    heads = [t for t in tokens if t.head not in tokens]
    while heads and heads[0].dep_ == "conj":
        heads = [heads[0].head]
    return any(t.dep_ in ("nsubj", "nsubjpass", "poss", "agent", "dobj", "iobj") or _is_by(t) for t in heads)


def _is_place(name: Name, claim: Told) -> bool:
    """Something happens there: at the White House."""
    tokens = [t for t in claim.doc if is_within(name.span, t)]
    preps = [t.head.lower_ for t in tokens if t.dep_ == "pobj"]
    return any(p in relation_words("slots", kind) for p in preps for kind in ("place", "onward", "away"))


def _is_by(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in ("by", "between", "with", "against")


def _is_before_source(name: Name, claim: Told) -> bool:
    """A US fact sheet, the American statement."""
    token = word_at(claim, name.span.start)
    return token is not None and stem(token.head.lemma_) in listed_stems("sources")


def _names_a_source(name: Name, passages: Sequence[Told], library: Library, claim: Told) -> bool:
    """A nation whose officials or papers are meant (a US fact sheet) may be named elsewhere in the article."""
    if name.kind != "nation" or not _is_before_source(name, claim):
        return False
    texts = (library.readings[told.cite.article].article.text for told in passages if told.cite)
    return any(f"n:{n}" in name.keys for text in texts for n in nations_in(text))


def _has_all(name: Name, told: Told) -> bool:
    words = [w for w in name.text.replace("-", " ").split() if w[0].isupper()]
    there = {stem(w) for w in lemmas(told.doc)} | {t.lower_ for t in told.doc}
    return all(
        stem(w.strip(".,'")) in there or w.lower().strip(",") in there or _is_loose(w, there) or _stands(w, told.text)
        for w in words
    )


def _is_model_of(name: Name, told: Told, library: Library) -> bool:
    """A model that the passage names by its number alone (the B52), and the article with its maker elsewhere."""
    words = name.text.split()
    if told.cite is None or name.kind != "other" or len(words) < 2 or not re.search(r"[A-Z]-?\d|\d[A-Z]", words[-1]):
        return False
    return _stands(words[-1], told.text) and _stands(words[0], library.readings[told.cite.article].article.text)


def _is_where(name: Name, told: Told, library: Library) -> bool:
    """The place beside which the article elsewhere puts what the passage names: the Space Center in Hull, Norland."""
    if told.cite is None or name.kind == "person":
        return False
    text = " ".join(library.readings[told.cite.article].article.text.split())
    between = r"(?:\s*\([^()]*\))?,?\s+(?:(?:in|of|at|near)\s+)?(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)*,\s+)?"
    whole = [n.text.split() for n in told.names if n.kind == "other" and len(n.text) > 3]
    named = [" ".join(words[:size]) for words in whole for size in range(min(2, len(words)), len(words) + 1)]
    return any(re.search(rf"\b{re.escape(n)}{between}{re.escape(name.text)}\b", text) for n in named)


def _is_in_role(name: Name, told: Told, library: Library) -> bool:
    """A body that somebody named in the passage by an office (chief executive Lind) holds it at, as told elsewhere."""
    people = {k[2:] for k in told.keys if k.startswith("p:")}
    roles = [r.text for p in library.people if p.id in people for r in p.roles]
    has_office = any(stem(t.lemma_) in listed_stems("offices") for t in told.doc)
    return name.kind == "other" and has_office and any(_stands(name.text, role) for role in roles)


def _is_loose(word: str, there: set[str]) -> bool:
    """A common noun in capitals (President, Embassy) that the passage has in other words."""
    if is_of_the_institution(word, there):
        return True
    return word.lower() in _title_words() and not senses_of(word.lower()).isdisjoint(senses_in(sorted(there)))


def _title_words() -> frozenset[str]:
    return words_of("offices") | words_of("title_words")


def _other_forms(text: str) -> Iterator[str]:
    for line in wording()["abbreviations"]:
        if text.casefold() in {str(form).casefold() for form in line}:
            yield from (str(form) for form in line if str(form).casefold() != text.casefold())


def _stands(form: str, text: str) -> bool:
    """The form is there as a word; one in capitals in capitals: WHO is not who."""
    flags = 0 if form.isupper() else re.I
    return bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, flags))


def _is_abbreviation(name: str, text: str) -> bool:
    """Whether a name consists of initials that a text spells out: the OSCE, of a passage with its long name."""
    return bool(re.fullmatch(r"[A-Z]\.?(?:[A-Za-z]\.?){,5}[A-Z]\.?", name)) and _is_spelled_out(name, text)


def _is_spelled_out(short: str, text: str) -> bool:
    """Words of a text, one after the other, have these initials; small words between them may count (the DoJ) or, in
    a name of more than two words, be left out (the OSCE)."""
    letters = short.replace(".", "").upper()
    if len(letters) < 2 or not letters.isalpha():
        return False
    between = rf"[\s-]+(?:(?:{_SMALL})\s+)*" if len(letters) > 2 else r"\s+"
    words = [rf"{a}[\w'-]*" for a in letters]
    words[1:-1] = [rf"(?:{word}|(?={a.lower()})(?:{_SMALL}))" for word, a in zip(words, letters, strict=True)][1:-1]
    return re.search(r"\b" + between.join(words) + r"\b", text) is not None


def _is_source(name: Name, passages: Sequence[Told], library: Library) -> bool:
    for told in passages:
        if told.cite:
            article = library.readings[told.cite.article].article
            known = f"{article.outlet} {article.agency} {article.author}".casefold()
            words = [k for k in name.keys if k in name.text.casefold()]  # not its initials
            if all(k in known for k in words):
                return not any(k.startswith(("n:", "p:")) for k in name.keys)
    return False
