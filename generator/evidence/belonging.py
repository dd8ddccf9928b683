"""What belongs to what: a date, a figure, a person, a place stays with what the passages say of it.

A rule acts only where the passages say the same of another one, clearly more than of this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.evidence.claims import Told, lemmas
from generator.evidence.clauses import Clause
from generator.evidence.holding import Case, Fault, grasp, is_reporting, keys_of, names_at, units
from generator.evidence.quantities import counted
from generator.evidence.wording import idle_stems, senses_in, senses_of, stem, words_of
from generator.figures.numbers import Number
from generator.model import Span

# How much better (0 to 1) somebody else's clause must fit than one's own for an anchor to count as moved.
CLEARLY = 0.34


FITS = 0.6  # … and how much of what is said of the anchor that clause must have


# ---------------------------------------------------------------- of whom, to what


def hold_attributes(case: Case) -> Fault | None:
    """The embassy to one country is not the embassy to another."""
    there = [pair for told in case.passages for pair in _attributes(told)]
    mutual = {stem(w) for w in words_of("mutual")}
    for noun, keys, text in _attributes(case.claim):
        theirs = [(k, t) for n, k, t in there if n == noun]
        if theirs and noun.split()[0] not in mutual and not any(k & keys for k, _ in theirs):
            return Fault(f"there it is “{theirs[0][1]}”, not “{text}”", is_sure=False)
    return None


def hold_together(case: Case) -> Fault | None:
    """Who or what a clause is about stands in a sentence with its verb, where a passage has both at all."""
    for clause in case.claim.clauses:
        verb = senses_of(clause.verb.lemma_.lower())
        if clause.verb.pos_ != "VERB" or stem(clause.verb.lemma_) in idle_stems() or is_reporting(clause):
            continue
        for party in (*clause.doers, *clause.targets):
            keys = keys_of(case.claim, party) or (
                senses_of(party.lemma_.lower()) if party.pos_ == "NOUN" else frozenset()
            )
            if not keys or stem(party.lemma_) in idle_stems():
                continue
            seen = [_meet(told, keys, verb) for told in case.passages]
            if "apart" in seen and "together" not in seen:
                return Fault(f"“{party.text}” and “{clause.verb.text}” do not stand together there", is_sure=False)
    return None


def _meet(told: Told, keys: frozenset[str], verb: frozenset[str]) -> str:
    """Whether a party and a verb are told of in one sentence (or the next one, which has a pronoun), or only apart."""
    has_party: list[bool] = []
    has_verb: list[bool] = []
    for sentence in told.doc.sents:
        names = {k for n in told.names if sentence.start_char <= n.span.start < sentence.end_char for k in n.keys}
        words = senses_in(lemmas(sentence)) | names
        has_verb.append(not verb.isdisjoint(words))
        is_open = any(t.pos_ == "PRON" or t.lower_ in _POINTING for t in sentence) or sentence.start == 0
        has_party.append(not keys.isdisjoint(words) or is_open)
    if any(p and v for p, v in zip(has_party, has_verb, strict=True)):
        return "together"
    return "apart" if any(has_party) and any(has_verb) else ""


def _attributes(told: Told) -> Iterator[tuple[str, frozenset[str], str]]:
    """A noun and the name that follows it: embassy to Norway, head of Viasna."""
    for prep in (
        t for t in told.doc if t.dep_ == "prep" and t.lower_ in ("of", "to", "for") and t.head.pos_ in ("NOUN", "PROPN")
    ):
        for name in (c for c in prep.children if c.dep_ == "pobj"):
            keys = keys_of(told, name)
            if keys:
                yield f"{stem(prep.head.lemma_)} of", keys, told.doc[prep.head.i : name.i + 1].text
    for noun in (t for t in told.doc[:-2] if t.pos_ == "NOUN" and t.nbor(1).lower_ in ("to", "from", "against")):
        after = next(
            (t for t in told.doc[noun.i + 2 : noun.i + 5] if t.pos_ == "PROPN" and names_at(told, [t.i])), None
        )
        keys = frozenset(k for n in names_at(told, [after.i]) for k in n.keys) if after is not None else frozenset()
        if keys and after is not None:
            yield f"{stem(noun.lemma_)} {noun.nbor(1).lower_}", keys, told.doc[noun.i : after.i + 1].text


def hold_modifiers(case: Case) -> Fault | None:
    """What is said of the things that one figure counts is not moved to those of another."""
    for number in case.claim.numbers:
        own = [(t, n) for t in case.passages for n in t.numbers if (n.low, n.high) == (number.low, number.high)]
        others = [(t, n) for t in case.passages for n in t.numbers if (n.low, n.high) != (number.low, number.high)]
        if not own or number.unit:
            continue
        near = {stem(x.lemma_) for t, n in own for x in _sentence(t, n)}
        for word in counted(case.claim, number)[:-1]:
            has_own = any(not senses_of(word).isdisjoint(senses_in(counted(t, n))) for t, n in own)
            has_other = any(word in counted(t, n) for t, n in others)
            if has_other and not has_own and stem(word) not in near:
                return Fault(f"“{word}” is said there of another figure", is_sure=False)
    return None


def _sentence(told: Told, number: Number) -> list[Token]:
    """The words around a figure, up to the next one on each side."""
    stops = [n.core[0] for n in told.numbers]
    start = max((s for s in stops if s < number.core[0]), default=0)
    end = min((s for s in stops if s > number.core[0]), default=len(told.text))
    return [t for t in told.doc if start < t.idx < end]


# ---------------------------------------------------------------- dates, figures and people


_POINTING = ("this", "that", "these", "those")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A name, a date or a figure in a clause."""

    kind: str
    keys: frozenset[str]
    text: str
    clause: Clause
    nouns: frozenset[str] = frozenset()  # of a figure: what it counts


def hold_belonging(case: Case) -> Fault | None:
    """A date, a figure or a person stays with what the passages say of it."""
    speaking = frozenset(k for t in (case.claim, *case.passages) for s in t.sayings for k in s.keys if t is case.claim)
    speaking |= frozenset(k for t in case.passages for k in t.authors)
    everywhere = frozenset(k for a in _anchors(case.claim) for k in a.keys)
    for anchor in _anchors(case.claim):
        wanted = [u for u in _wide_units(case.claim, anchor.clause) if not u & anchor.keys]
        if len(wanted) < 2 or anchor.keys & speaking:
            continue
        own, other, whose, is_there = 0.0, 0.0, "", anchor.kind.startswith("person")
        beside = frozenset(k for a in _anchors_of(case.claim, anchor.clause) for k in a.keys)
        for told in case.passages:
            for there in _anchors(told):
                if there.kind != anchor.kind:
                    continue
                fit = _fit(wanted, told, there.clause)
                if there.keys & anchor.keys:
                    own, is_there = max(own, fit), True
                elif there.keys & beside or any(a.keys & anchor.keys for a in _anchors_of(told, there.clause)):
                    continue
                elif anchor.kind.startswith("person") and _has_pronoun(there.clause):
                    own = max(own, fit)
                elif there.nouns.isdisjoint(anchor.nouns) and (there.nouns or anchor.nouns):
                    continue  # figures of other things
                elif there.keys & everywhere and (fit < 0.8 or len(wanted) < 3 or anchor.kind.startswith("number")):
                    continue  # both are in the statement: only a clear exchange counts
                elif fit > other:
                    other, whose = fit, there.text
        if is_there and other >= FITS and other - own >= CLEARLY:
            return Fault(f"the passage says it of “{whose}”, not of “{anchor.text}”")
    return None


def _below(told: Told, clause: Clause) -> list[Clause]:
    """The clauses that are part of what this one says: let Russia launch."""
    return [c for c in told.clauses if c.verb.dep_ in ("xcomp", "ccomp") and c.verb.head == clause.verb]


def _wide_units(told: Told, clause: Clause) -> list[frozenset[str]]:
    return list(dict.fromkeys(u for c in (clause, *_below(told, clause)) for u in units(told, c)))


def _has_pronoun(clause: Clause) -> bool:
    """Somebody named elsewhere acts or is acted upon."""
    parties = (*clause.doers, *clause.targets, *(t for _, t in clause.others))
    return any(t.pos_ == "PRON" and t.lower_ not in ("it", "that", "which") for t in parties)


def _fit(wanted: Sequence[frozenset[str]], told: Told, clause: Clause) -> float:
    there = grasp(told, clause).union(*(grasp(told, c) for c in _below(told, clause)))
    if _has_pronoun(clause):
        wanted = [w for w in wanted if not any(k.startswith("p:") for k in w)] or wanted
    return sum(not w.isdisjoint(there) for w in wanted) / len(wanted)


def _anchors(told: Told) -> list[_Anchor]:
    return [a for clause in told.clauses for a in _anchors_of(told, clause)]


def _anchors_of(told: Told, clause: Clause) -> list[_Anchor]:
    places = set(clause.tokens)
    for party in (*clause.doers, *clause.targets):
        places |= {t.i for t in party.subtree} if len(list(party.subtree)) < 12 else {party.i}
    found = []
    for role, parties in (("doer", clause.doers), ("target", clause.targets)):
        people = (n for n in names_at(told, [t.i for t in parties]) if n.kind == "person")
        found += [_Anchor(f"person {role}", n.keys, n.text, clause) for n in people]
    spots = [told.doc[i].idx for i in places]
    for date in told.dates:
        if any(date.span.start <= s < date.span.end for s in spots):
            found.append(_Anchor("date", _date_keys(date.interval, date.text), date.text, clause))
    for number in told.numbers:
        if any(number.core[0] <= s < number.core[1] for s in spots):
            span = Span(number.start, number.end)
            key = frozenset({f"{number.low:g}-{number.high:g}"})
            nouns = frozenset(s for w in counted(told, number) for s in senses_of(w)) | {f"unit {number.unit}"} - {
                "unit "
            }
            found.append(_Anchor(f"number {number.unit}", key, told.text[span.start : span.end], clause, nouns))
    return found


def _date_keys(interval: object, text: str) -> frozenset[str]:
    start, end = getattr(interval, "start", None), getattr(interval, "end", None)
    if start is None or end is None:
        return frozenset({text.lower()})
    keys = {f"{start.year}"}
    if (start.year, start.month) == (end.year, end.month):
        keys = {f"{start.year}-{start.month}"}
    if start == end:
        keys.add(str(start))
    return frozenset(keys | {f"y{start.year}"})
