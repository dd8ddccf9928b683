"""People of a statement: each has to stand in a cited paragraph, under any spelling, or be meant there.

How one is carried is a short text (named there, "she" stands for her); None where one is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.claims.library import Library, Name
from generator.claims.reading import Told
from generator.claims.reference import (
    holds_office,
    is_called_by_given_name,
    is_definite,
    moved_role,
    role_heads,
)
from generator.claims.wording import stem
from generator.names.nameparts import parse, sexes
from generator.rules.holding import Case, Fault
from generator.voices.cast import SEX_OF_PRONOUN


def hold_people(case: Case) -> Fault | None:
    """Every person is named in a passage, under any spelling, or meant by a pronoun or a description."""
    for name in case.claim.names:
        if name.kind == "person" and person_carried(name, case.passages, case.library) is None:
            return Fault(f"{name.text} is not named there")
    if moved := moved_role(case.claim, case.passages):
        return Fault(moved)
    return None


def person_carried(name: Name, passages: Sequence[Told], library: Library) -> str | None:
    """How a person is carried: named in a passage under any spelling, or meant by a pronoun or a description there."""
    for told in passages:
        if name.keys & told.keys:
            return "named there"
    if any(name.keys & (told.authors | frozenset(k for s in told.sayings for k in s.keys)) for told in passages):
        return "who speaks there"
    for told in passages:
        for key in sorted(name.keys):
            if key.startswith("p:") and (how := _meant(key[2:], told, library)):
                return how
    return None


def _meant(person: str, told: Told, library: Library) -> str | None:
    if told.cite is None:
        return None
    if is_called_by_given_name(person, told, library):
        return "the given name is there"
    heads = role_heads(person, library)
    offices = {s for h in heads for s in (h, *(["presidential"] if h == "president" else []))}
    noun = next((t for t in told.doc if {stem(t.lemma_), t.lower_} & offices and is_definite(t)), None)
    earlier = _before(told.cite.article, told.cite.ref, person, library)
    if noun is not None and (
        earlier is not None or holds_office(person, noun.lemma_.lower(), told.cite.article, library)
    ):
        return f"“{noun.text}” is a description of the person"
    pronoun = next((t.text for t in told.doc if t.lower_ in SEX_OF_PRONOUN), None)
    if pronoun and earlier and fits_pronoun(person, pronoun, library):
        return f"“{pronoun}” stands for the person named before it"
    return None


def _before(article: str, ref: str, person: str, library: Library) -> bool | None:
    """None where the article has not named the person before this paragraph; True where nobody is likelier to be meant
    by a pronoun at its beginning."""
    reading = library.readings[article]
    blocks = [b for b in reading.article.paragraphs if not b.ref.startswith("c")]
    place = next((i for i, b in enumerate(blocks) if b.ref == ref), 0)
    refs = [b.ref for b in blocks[:place]]
    mentions = [(m, library.whose.get((article, m.span), "")) for m in reading.mentions]
    if not any(p == person and m.ref in refs for m, p in mentions):
        return None
    for back in range(1, 3):
        near = [p for m, p in mentions if m.ref in refs[-back:] and p]
        if near:
            total = [p for _, p in mentions]
            best = max(sorted(set(near)), key=lambda p: (near.count(p), total.count(p)))
            return best == person
    return False


def fits_pronoun(person: str, pronoun: str, library: Library) -> bool:
    """Whether a person can be meant by he or by she, by the given name; True where that tells nothing."""
    who = next((p for p in library.people if p.id == person), None)
    known = sexes(parse(who.name).given) if who else frozenset()
    return not known or SEX_OF_PRONOUN[pronoun.lower()] in known
