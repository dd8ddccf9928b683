"""Who does what to whom, and what belongs to what: a statement has to tie its parts as the passages do.

All names and figures of a statement can stand in a paragraph and yet be joined wrongly. These rules look for that: the
same verb with its parties exchanged, a place one comes from told as one goes to, a date or a figure or a person moved
to what the paragraph says of another one. They act only where the passage has both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.anchors import counted
from generator.claims import Told, content_words, lemmas
from generator.clauses import Clause
from generator.holding import Case, Fault, grasp, keys_of, matches, names_at, share_of, units
from generator.model import Span
from generator.numbers import Number
from generator.wording import idle_stems, opposites, senses_in, senses_of, stem, words_of

# How much better (0 to 1) somebody else's clause must fit than one's own for an anchor to count as moved.
CLEARLY = 0.34
FITS = 0.6  # … and how much of what is said of the anchor that clause must have


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
        if verb in idle_stems() or verb in {stem(w) for w in words_of("saying")}:
            continue
        doers = {k for k in _party_keys(case.claim, clause.doers) if k.startswith("p:")}
        found = [m for m in matches(case, clause) if stem(m.clause.verb.lemma_) == verb and m.share >= 0.25]
        theirs = [{k for k in _party_keys(m.told, m.clause.doers) if k.startswith("p:")} for m in found]
        if doers and theirs and all(theirs) and not any(doers & t for t in theirs):
            return Fault(f"there it is somebody else: “{_say(found[0].told, found[0].clause)}”")
    return None


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
        cause, outcome = units(case.claim, clause), [u for u in units(case.claim, effect)]
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


_WAYS = {"to": "to", "into": "to", "toward": "to", "towards": "to", "onto": "to", "for": "for", "from": "from", "against": "against",
         "with": "with", "by": "by", "before": "before", "after": "after", "under": "under", "through": "through", "via": "through", "out of": "from", "away from": "from"}  # fmt: skip
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
        way = _WAYS.get(prep, "")
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


def _is_order(token: Token, word: str) -> bool:
    words = {"before": ("before", "prior", "ahead", "until", "previously", "earlier", "preceding"),
             "after": ("after", "following", "since", "once", "later", "follows", "followed", "as", "when", "then", "had"),
             "until": ("until", "till", "before"), "since": ("since", "after", "from")}  # fmt: skip
    return token.lower_ in words[word]


def _after(told: Told, token: Token) -> frozenset[str]:
    """What stands under a word of time."""
    below = [t for t in token.subtree if t is not token] or [t for t in token.head.subtree if t.i > token.i]
    words = {s for t in below if t.pos_ in ("NOUN", "VERB") for s in senses_of(t.lemma_.lower())}
    return frozenset(words) | frozenset(k for n in names_at(told, [t.i for t in below]) for k in n.keys)


# ---------------------------------------------------------------- of whom, to what


def hold_attributes(case: Case) -> Fault | None:
    """The embassy to one country is not the embassy to another."""
    there = [pair for told in case.passages for pair in _attributes(told)]
    mutual = {stem(w) for w in words_of("mutual")}
    for noun, keys, text in _attributes(case.claim):
        theirs = [(k, t) for n, k, t in there if n == noun]
        if theirs and noun not in mutual and not any(k & keys for k, _ in theirs):
            return Fault(f"there it is “{theirs[0][1]}”, not “{text}”", is_sure=False)
    return None


def _attributes(told: Told) -> Iterator[tuple[str, frozenset[str], str]]:
    """A noun and the name that follows it: embassy to Norway, head of Viasna."""
    for prep in (
        t for t in told.doc if t.dep_ == "prep" and t.lower_ in ("of", "to", "for") and t.head.pos_ in ("NOUN", "PROPN")
    ):
        for name in (c for c in prep.children if c.dep_ == "pobj"):
            keys = keys_of(told, name)
            if keys:
                yield stem(prep.head.lemma_), keys, told.doc[prep.head.i : name.i + 1].text


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
                if fit >= max(0.6 if len(wanted) < 3 else 0.4, best - 0.05):
                    return Fault(f"the passage has “{other.text}”, the opposite of “{token.text}”")
    return None


def _is_carried_word(token: Token, told: Told) -> bool:
    return not (senses_of(token.lemma_.lower()) | senses_of(token.lower_)).isdisjoint(told.senses)


# ---------------------------------------------------------------- what belongs to what


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
