"""Who says it: quotations word for word and from whom they are, and said stays said.

Each rule gives a Fault or None."""

from __future__ import annotations

import re

from generator.evidence.anchors import role_heads
from generator.evidence.claims import Saying, Told, content_words
from generator.evidence.holding import Case, Fault, Match, is_reporting, is_within, keys_of, matches, share_of, units
from generator.evidence.wording import senses_in, senses_of, stem, words_of

_QUOTE = re.compile(r'"([^"]+)"')


# ---------------------------------------------------------------- quotations


def hold_quotations(case: Case) -> Fault | None:
    """A quotation stands in a passage word for word."""
    for words in _QUOTE.findall(case.claim.text):
        if not any(_plain(words) in _plain(told.text) for told in case.passages):
            return Fault(f"the quotation “{words}” does not stand there word for word")
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r'[".,;:!?]', " ", text.casefold()).split())


# ---------------------------------------------------------------- speakers


def hold_speakers(case: Case) -> Fault | None:
    """What the statement gives to somebody, a passage gives to the same."""
    for saying in case.claim.sayings:
        if _is_source(case, saying) or saying.is_open or _is_unsaid(case.claim, saying):
            continue
        wanted = _wanted(case.claim, saying)
        if saying.kind == "quote" and (whose := _quoted_from(case, saying)):
            if any(_is_same_speaker(case, saying, told, s) for told, s in whose):
                continue
            return Fault(f"there it is {whose[0][1].speaker} who says it, not {saying.speaker}")
        if not wanted:
            continue
        if any(saying.keys & told.authors and not _is_others_word(told, wanted) for told in case.passages):
            continue
        ranked = sorted(
            ((share_of(wanted, _content_of(told, s)), told, s) for told in case.passages for s in told.sayings),
            key=lambda r: -r[0],
        )
        fitting = _innermost([r for r in ranked if r[0] >= max(0.34, ranked[0][0] - 0.2)])
        if any(_is_same_speaker(case, saying, told, s) for _, told, s in fitting):
            continue
        if not fitting or ranked[0][0] < 0.5:
            if any(_speaks_there(case, saying, told) for told in case.passages):
                continue
            return Fault(f"nothing there is given to {saying.speaker}", is_sure=False)
        if any(_speaks_there(case, saying, told) and not told.sayings for told in case.passages):
            continue
        if any(s.keys and s.keys <= case.claim.keys and _speaks_there(case, saying, told) for _, told, s in fitting):
            continue  # the passage has it from one who has it from the other, and the statement names both
        return Fault(f"there it is {fitting[0][2].speaker or 'somebody unnamed'} who says it, not {saying.speaker}")
    return None


def _wanted(claim: Told, saying: Saying) -> list[frozenset[str]]:
    """What is given to somebody: words, names and numbers, each as what it can be found by."""
    tokens = [t for t in content_words(claim) if is_within(saying.span, t)]
    names = [n.keys for n in claim.names if saying.span.start <= n.span.start < saying.span.end]
    numbers = [frozenset({f"#{n.low:g}"}) for n in claim.numbers if saying.span.start <= n.start < saying.span.end]
    return [senses_of(t.lemma_.lower()) | senses_of(t.lower_) for t in tokens] + names + numbers


def _quoted_from(case: Case, saying: Saying) -> list[tuple[Told, Saying]]:
    """Who says these very words in the passages."""
    words = _plain(case.claim.text[saying.span.start : saying.span.end])
    found = [
        (1.0, t, s) for t in case.passages for s in t.sayings if words in _plain(t.text[s.span.start : s.span.end])
    ]
    return [(t, s) for _, t, s in _innermost(found) if words]


def _is_unsaid(claim: Told, saying: Saying) -> bool:
    """Somebody has not confirmed it, or has yet to."""
    cues = [c for c in claim.clauses if c.verb.text == saying.cue]
    return any(c.is_denied or c.is_unreal or any(a.lower_ == "yet" for a in c.verb.head.children) for c in cues)


def _is_others_word(told: Told, wanted: list[frozenset[str]]) -> bool:
    """In an article that is one person's words, this is quoted from another."""
    return any(
        s.keys and not s.keys & told.authors and share_of(wanted, _content_of(told, s)) >= 0.6 for s in told.sayings
    )


def _innermost(found: list[tuple[float, Told, Saying]]) -> list[tuple[float, Told, Saying]]:
    """Without the sayings that hold another one of somebody known: who quotes Holt does not speak Holt's words."""
    known = [(t, s) for _, t, s in found if not s.is_open]
    return [
        (share, told, s)
        for share, told, s in found
        if not any(t is told and o is not s and o.span.within(s.span) and o.span != s.span for t, o in known)
    ]


def _content_of(told: Told, saying: Saying) -> frozenset[str]:
    tokens = [t for t in told.doc if is_within(saying.span, t)]
    inside = saying.span
    names = (k for n in told.names if inside.start <= n.span.start < inside.end for k in n.keys)
    numbers = (f"#{n.low:g}" for n in told.numbers if inside.start <= n.start < inside.end)
    return senses_in(w for t in tokens for w in (t.lemma_.lower(), t.lower_) if t.is_alpha).union(names, numbers)


def _is_source(case: Case, saying: Saying) -> bool:
    """An article or an outlet speaks: the page names its source."""
    words = {stem(w) for w in re.findall(r"\w+", saying.speaker.lower())}
    if words & {stem(w) for w in words_of("sources")}:
        return True
    for told in case.passages:
        if told.cite:
            article = case.library.readings[told.cite.article].article
            known = {stem(w) for w in re.findall(r"\w+", f"{article.outlet} {article.agency}".lower())}
            if words and words - {"the"} <= known:
                return True
    return False


def _is_same_speaker(case: Case, saying: Saying, told: Told, other: Saying) -> bool:
    if other.is_open:
        return True
    people = {k for k in saying.keys if k.startswith("p:")}
    theirs = {k for k in other.keys if k.startswith("p:")}
    heads, their_heads = _heads(saying), _heads(other)
    if people and theirs and not heads and not their_heads:
        return bool(people & theirs)
    if heads and their_heads:
        return not senses_in(heads).isdisjoint(senses_in(their_heads)) and _do_not_clash(saying, other)
    if people & theirs and not heads and not their_heads:
        return True
    if heads and theirs:  # the statement says "the spokeswoman", the passage her name
        known = frozenset(s for k in theirs for s in role_heads(k[2:], case.library))
        return any(not senses_of(h).isdisjoint({s for r in known for s in senses_of(r)}) for h in heads)
    if their_heads and people:
        known = frozenset(s for k in people for s in role_heads(k[2:], case.library))
        return any(not senses_of(h).isdisjoint({s for r in known for s in senses_of(r)}) for h in their_heads)
    return bool(saying.keys & other.keys)


def _heads(saying: Saying) -> frozenset[str]:
    return saying.heads - {"former", "their", "that", "with", "from", "some", "many"}


def _do_not_clash(saying: Saying, other: Saying) -> bool:
    return not saying.keys or not other.keys or bool(saying.keys & other.keys)


def _speaks_there(case: Case, saying: Saying, told: Told) -> bool:
    """The passage has the speaker and a word of saying, though nothing read there is given to anybody."""
    if not (saying.keys & told.keys) and saying.keys:
        return False
    if saying.heads and senses_in(saying.heads).isdisjoint(told.senses):
        return False
    return any(stem(t.lemma_) in {stem(w) for w in words_of("saying")} for t in told.doc)


# ---------------------------------------------------------------- said stays said


def hold_said(case: Case) -> Fault | None:
    """Where every passage that carries a clause has it from somebody, the statement names the somebody."""
    if case.voice:
        return None
    for clause in case.claim.clauses:
        if is_reporting(clause) or any(is_within(s.span, clause.verb) for s in case.claim.sayings):
            continue
        found = matches(case, clause)
        if not found or found[0].share < 0.5 or len(units(case.claim, clause)) < 2:
            continue
        if clause.verb.lemma_ == "be" and found[0].clause.verb.lemma_ != "be":
            continue  # what somebody is may stand beside a name in anybody's sentence
        near = [m for m in found if m.share >= found[0].share - 0.15]
        speakers = [_speaker_of(m) for m in near]
        if all(speakers) and not any(s and _is_named(case, s, m.told) for s, m in zip(speakers, near, strict=True)):
            who = next(s.speaker for s in speakers if s) or "somebody"
            return Fault(f"there it is the word of {who}, whom the statement does not name", is_sure=False)
    return None


def _speaker_of(match: Match) -> Saying | None:
    verb = match.clause.verb
    before = verb.doc[verb.left_edge.i - 1].text if verb.left_edge.i else ""
    if verb.dep_ == "relcl" and before == ",":
        return None  # an aside of the writer's
    return next((s for s in match.told.sayings if is_within(s.span, verb)), None)


def _is_named(case: Case, saying: Saying, told: Told) -> bool:
    """Somebody who says so stands in the statement beside a word of saying or as who acts."""
    keys = case.claim.keys
    heads = frozenset(h for h in _heads(saying))
    has_heads = bool(heads) and not senses_in(heads).isdisjoint(case.claim.senses)
    people = {k[2:] for k in saying.keys if k.startswith("p:")}
    roles = {s for p in people for r in role_heads(p, case.library) for s in senses_of(r)}
    offices = [
        t for t in case.claim.doc if t.pos_ == "NOUN" and stem(t.lemma_) in {stem(w) for w in words_of("offices")}
    ]
    has_role = any(not senses_of(t.lemma_.lower()).isdisjoint(roles) for t in offices)
    is_there = bool(saying.keys & keys) or (has_heads and not saying.keys) or has_role
    actors = frozenset(k for c in case.claim.clauses for d in c.doers for k in keys_of(case.claim, d))
    actors |= frozenset(k for s in case.claim.sayings for k in s.keys)
    if actors & told.authors:
        return True
    if heads:
        acts_for = not senses_in(heads).isdisjoint(stem(w) for w in words_of("acting_for_a_nation"))
        is_there = has_heads or (acts_for and bool(saying.keys & actors))
    if not is_there:
        return False
    return any(_is_telling(t.lemma_.lower()) for t in case.claim.doc) or bool(case.claim.sayings) or _acts(case, saying)


def _is_telling(lemma: str) -> bool:
    return stem(lemma) in {stem(w) for w in (*words_of("saying"), *words_of("unreal_above"))}


def _acts(case: Case, saying: Saying) -> bool:
    """The speaker does what is told: Washington promised, the government acknowledged."""
    return any(
        saying.keys & frozenset(k for n in case.claim.names if n.span.start <= d.idx < n.span.end for k in n.keys)
        for c in case.claim.clauses
        for d in c.doers
    )
