"""How a statement tells what its passages tell: how sure, and whether it still holds.

A denial stays one, a promise is no deed, and a correction beats what it corrects. Each rule gives a
Fault or None.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.claims.clauses import Clause
from generator.claims.modality import Level, committed, is_ended, level_of, relation_words, undertaking
from generator.claims.reading import Told, content_words
from generator.claims.wording import senses_in, senses_of, stem, stems_of, wording, words_of
from generator.rules.holding import (
    Answer,
    Case,
    Fault,
    party_keys,
    say_clause,
    share_of,
    units,
)

# ---------------------------------------------------------------- denied, promised, doubted


def hold_denials(case: Case) -> Fault | None:
    """A denial does not become its opposite, nor a fact its denial."""
    for told in case.passages:
        for mine, theirs in ((m, t) for m in case.claim.sayings for t in told.sayings if m.keys & t.keys):
            denies = [s.cue.lower() in words_of("denying") for s in (mine, theirs)]
            if denies == [False, True] and not any(c.is_denied for c in case.claim.clauses):
                return Fault(f"{theirs.speaker} denies it there")
    for clause, answers in case.answers:
        if not answers or _is_quoted(case, clause) or _is_compared(clause):
            continue
        same = [a for a in answers if not _has_opposite(clause, a.clause) and _is_of_same(case, clause, a)]
        if same and all(_is_negative(a.clause) != _is_negative(clause) for a in same):
            what = "denies" if _is_negative(same[0].clause) else "does not deny"
            return Fault(f"the passage {what} it: “{say_clause(same[0].told, same[0].clause)}”")
    return None


def _is_negative(clause: Clause) -> bool:
    """Denied, or ended: no longer sails, gave up sailing."""
    return clause.is_denied != is_ended(clause.verb)


def _is_compared(clause: Clause) -> bool:
    """Only something to measure by: later than had been hoped."""
    return any(c.lower_ in ("than", "as") and c.dep_ in ("mark", "prep", "advmod") for c in clause.verb.children)


def _is_of_same(case: Case, clause: Clause, answer: Answer) -> bool:
    """Where a verb is about another clause (asked to stay, did not want to be seen), that one has its answer below."""
    if not answer.is_evident or answer.clause.verb.dep_ in ("acl", "amod") or _is_under_denial(clause, answer):
        return False
    below = [c for c in clause.verb.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("VERB", "AUX")]
    if not below:
        return True
    under = [a for c, answers in case.answers if c.verb in below for a in answers]
    if not under:
        return stem(clause.verb.lemma_) == stem(answer.clause.verb.lemma_)
    return any(a.told is answer.told and answer.clause.verb in a.clause.verb.ancestors for a in under)


def _is_under_denial(clause: Clause, answer: Answer) -> bool:
    """A denial above may take in what only hangs on it: no update in terms of giving advice."""
    verb = answer.clause.verb
    hangs = verb.dep_ == "pcomp" or (verb.dep_ == "xcomp" and verb.tag_ == "VBG")
    return clause.is_denied and hangs and any(c.dep_ == "neg" for above in verb.ancestors for c in above.children)


def hold_promises(case: Case) -> Fault | None:
    """What is promised, planned or possible is not told as done, and what may be is not told as sure to come."""
    for clause, answers in case.answers:
        if not answers or _is_quoted(case, clause) or _only_prepares(clause):
            continue
        mine, theirs = level_of(clause.verb), {_level_there(clause, a) for a in answers}
        what = f"“{say_clause(answers[0].told, answers[0].clause)}”"
        if _is_obliged(clause.verb) and all(_is_obliged(a.clause.verb) for a in answers):
            continue
        if mine == "done" and _is_finite(clause) and theirs <= {"future", "planned", "possible", "open"}:
            return Fault(f"there it is promised, planned or possible, not done: {what}")
        is_promised = mine == "planned" and _is_promised(clause.verb)
        if (mine == "future" or is_promised) and theirs <= {"possible", "open"}:
            return Fault(f"there it is possible, not sure to come: {what}")
        if mine in ("present", "planned") and theirs == {"open"}:
            return Fault(f"there it is left open: {what}")
        if _is_under(clause, "commissive") and all(_is_under(a.clause, "directive") for a in answers):
            return Fault(f"there somebody asks for it: {what}")
        if mine == "future" and theirs == {"done"}:
            return Fault(f"there it is told of the past: {what}", is_sure=False)
    return None


def _is_promised(verb: Token) -> bool:
    """It hangs on an undertaking, alone or as the second of several: promised to lift the ban and to pay."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in relation_words("commissive")


def _only_prepares(clause: Clause) -> bool:
    """It says no more than that something is to come: was getting ready, is due."""
    return any(
        c.dep_ == "acomp" and c.lemma_.lower() in relation_words("commitment", "planned") for c in clause.verb.children
    )


def _is_obliged(verb: Token) -> bool:
    """Somebody had to: had to leave, was required to leave, which required them to leave."""
    is_under = verb.dep_ in ("xcomp", "ccomp", "advcl") and any(c.tag_ == "TO" for c in verb.children)
    return is_under and verb.head.lemma_.lower() in relation_words("obliging")


def _level_there(clause: Clause, answer: Answer) -> Level:
    """How far a passage commits itself; to what it only weighs (considers a strike) as far as the weighing does."""
    verb = undertaking(clause.verb, answer.clause.verb)
    mine, theirs = (senses_of(v.lemma_.lower()) | senses_of(_with_particle(v)) for v in (clause.verb, verb))
    is_weighed = mine.isdisjoint(theirs)
    return (is_weighed and committed(verb)) or level_of(verb)


def _with_particle(verb: Token) -> str:
    """A verb with what makes another verb of it: put forward."""
    particle = next((c.lower_ for c in verb.children if c.i == verb.i + 1 and c.dep_ in ("prt", "advmod")), "")
    return f"{verb.lemma_.lower()} {particle}".rstrip()


def _is_under(clause: Clause, kind: str) -> bool:
    """Whether a clause hangs on somebody's undertaking (agreed to), or on somebody's asking for it."""
    above = clause.verb.head
    if clause.verb.dep_ == "acl" and above.dep_ == "dobj":
        above = above.head
    is_infinitive = any(c.tag_ == "TO" for c in clause.verb.children)
    return is_infinitive and above.lemma_.lower() in relation_words(kind)


def _is_quoted(case: Case, clause: Clause) -> bool:
    """It stands between quotation marks; whether those words are there is another rule's."""
    before = case.claim.text[: clause.verb.idx].count('"')
    return before % 2 == 1 and '"' in case.claim.text[clause.verb.idx :]


def _is_finite(clause: Clause) -> bool:
    """Told by a verb of its own (sailed, has sailed), not by a participle or an infinitive that describes something."""
    return clause.verb.dep_ not in ("acl", "amod", "pcomp", "csubj", "advcl") or any(
        c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in clause.verb.children
    )


def hold_doubts(case: Case) -> Fault | None:
    """A source that holds back is not made surer."""
    hedges, own = words_of("hedges"), relation_words("own_hedges")
    if any(t.lemma_.lower() in hedges or t.lower_ in hedges for t in case.claim.doc):
        return None
    for clause, answers in case.answers:
        held = [a for a in answers if a.clause.is_hedged and a.is_evident]
        if not held or len(held) < len(answers) or _is_quoted(case, clause):
            continue
        words = {w for t in held[0].clause.verb.sent for w in (t.lemma_.lower(), t.lower_)}
        if not case.claim.sayings or words & own:
            return Fault(f"the passage holds back: “{say_clause(held[0].told, held[0].clause)}”", is_sure=False)
    return None


def _has_opposite(one: Clause, other: Clause) -> bool:
    lines = [{stem(w) for w in line} for line in wording()["opposite"]]
    left, right = stem(one.verb.lemma_), stem(other.verb.lemma_)
    return any(left in line and right in line and left != right for line in lines)


# ---------------------------------------------------------------- corrections


def hold_corrections(case: Case) -> Fault | None:
    """What a cited passage calls wrong is not told as so."""
    wrong = words_of("wrong_words")
    for told in case.passages:
        if word := _struck_out(case.claim, told):
            return Fault(f"the passage strikes out “{word}”")
    taken_back = _taken_back(case, wrong)
    if taken_back:
        return Fault(taken_back)
    if any(
        t.lemma_.lower() in wrong or t.dep_ == "neg" or t.lower_ in ("deny", "denied", "clarified")
        for t in case.claim.doc
    ):
        return None
    for told in case.passages:
        for sentence in told.doc.sents:
            if not any(t.lemma_.lower() in wrong for t in sentence):
                continue
            words = senses_in(t.lemma_.lower() for t in sentence if t.is_alpha)
            keys = {k for n in told.names if sentence.start_char <= n.span.start < sentence.end_char for k in n.keys}
            for clause in case.claim.clauses:
                wanted = units(case.claim, clause)
                if len(wanted) > 1 and share_of(wanted, words | frozenset(keys)) >= 0.75:
                    return Fault(f"the passage says that this is not so: “{sentence.text}”")
    return None


_STRUCK = re.compile(r"<(s|del|strike)>(.*?)</\1>|~~(.+?)~~", re.S)


def _struck_out(claim: Told, told: Told) -> str:
    """A word of the statement that stands in a passage only where it is struck out."""
    struck = " ".join(m[2] or m[3] for m in _STRUCK.finditer(told.text))
    kept = stems_of(_STRUCK.sub(" ", told.text))
    words = [
        t for t in content_words(claim) if stem(t.lemma_) in {stem(w) for w in re.findall(r"[a-z]+", struck.lower())}
    ]
    return next((t.text for t in words if senses_of(t.lemma_.lower()).isdisjoint(kept)), "")


def _taken_back(case: Case, wrong: frozenset[str]) -> str:
    """Somebody whom the passages name only where they correct themselves is told of as before the correction."""
    if any(t.lemma_.lower() in wrong or t.dep_ == "neg" for t in case.claim.doc):
        return ""
    for told in case.passages:
        sentences = [s for s in told.doc.sents if any(t.lemma_.lower() in wrong for t in s)]
        for sentence in sentences:
            inside = {
                k for n in told.names if n.kind == "person" and _is_of(told, n.span.start, sentence) for k in n.keys
            }
            outside = {
                k
                for p in case.passages
                for n in p.names
                if not (p is told and _is_of(p, n.span.start, sentence))
                for k in n.keys
            }
            words = senses_in(t.lemma_.lower() for t in sentence if t.pos_ in ("NOUN", "VERB"))
            for clause in case.claim.clauses:
                keys = party_keys(case.claim, (*clause.doers, *clause.targets))
                verbs = [t for t in content_words(case.claim, clause.verb.sent) if t.pos_ in ("VERB", "ADJ", "NOUN")]
                if keys & inside - outside and any(not senses_of(v.lemma_.lower()).isdisjoint(words) for v in verbs):
                    return f"the passage corrects this: “{sentence.text}”"
    return ""


def _is_of(told: Told, offset: int, sentence: Tokens) -> bool:
    return bool(sentence.start_char <= offset < sentence.end_char)
