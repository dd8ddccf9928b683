"""What is only asked for or proposed is not told as under way or done.

The rule of promises goes by clauses that answer to each other; here a passage's own words of asking and proposing lead
to what they are about, whoever is asked and however the statement puts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from generator.claims.clauses import Clause, spread
from generator.claims.modality import level_of, relation_words
from generator.claims.reading import Told
from generator.claims.wording import idle_stems, same, senses_of, stem
from generator.rules.alignment import identity
from generator.rules.holding import Case, Fault, is_reporting, say_clause

_TOLD_AS_SO = ("done", "present")


def hold_asked(case: Case) -> Fault | None:
    """Nobody does yet what he or she is asked to do, and what is proposed is not there yet."""
    for clause in case.claim.clauses:
        if level_of(clause.verb) not in _TOLD_AS_SO or not _is_told_as_so(clause) or is_reporting(clause):
            continue
        for told in case.passages:
            if (asked := _asked_for(case.claim, clause, told)) and not _is_done_there(case, clause):
                return Fault(f"there somebody is asked to: “{asked.sent.text.strip()}”")
            if (wanted := _proposed(case.claim, clause, told)) and not _is_done_there(case, clause):
                return Fault(f"there it is only put forward: “{wanted.sent.text.strip()}”", is_sure=False)
            if allowed := _authorized(clause, told):
                return Fault(f"there it is only made possible: “{allowed.sent.text.strip()}”", is_sure=False)
    for clause, answers in case.loose:
        if level_of(clause.verb) != "present" or not answers or not _is_told_as_so(clause):
            continue
        if all(_is_asked(a.clause.verb) for a in answers):
            return Fault(f"there somebody asks for it: “{say_clause(answers[0].told, answers[0].clause)}”")
    return None


def _is_told_as_so(clause: Clause) -> bool:
    """Nothing in the sentence leaves it at being asked or proposed, and the verb has its own say."""
    above = [clause.verb, *clause.verb.ancestors]
    kinds = ("aux", "mark", "nsubj", "attr", "advmod")
    near = {*above[1:], *(c for a in above for c in a.children if c.dep_ in kinds)}
    stems = {stem(w) for w in relation_words("left_at_that")}
    is_own = clause.verb.dep_ not in ("acl", "amod", "pcomp", "csubj", "xcomp")
    return is_own and not any(stem(t.lemma_) in stems for t in near)


def _is_done_there(case: Case, clause: Clause) -> bool:
    """A passage tells the same verb of somebody as done or under way."""
    return any(
        same(clause.verb.lemma_.lower(), other.verb.lemma_.lower())
        and level_of(other.verb) in _TOLD_AS_SO
        and not _is_asked(other.verb)
        for told in case.passages
        for other in told.clauses
        if stem(other.verb.lemma_) not in idle_stems()
        and other.verb.lemma_.lower() not in relation_words("proposing") - {clause.verb.lemma_.lower()}
    )


def _is_asked(verb: Token) -> bool:
    """It hangs on somebody's asking: demanded that the mill reopen, urged the line to run trains."""
    is_bare = verb.tag_ == "VB" and not any(
        c.dep_ == "aux" and c.lower_ != "to" and c.lower_ != "should" for c in verb.children
    )
    return is_bare and verb.dep_ in ("xcomp", "ccomp", "advcl") and _asks(verb.head)


def _asks(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in relation_words("asking")


def _asked_for(claim: Told, clause: Clause, told: Told) -> Token | None:
    """The asking verb under which a passage has this verb, where the same is asked who does it here."""
    doers = _keys(claim, clause.doers)
    for verb in (t for t in told.doc if _asks(t)):
        below = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB"]
        below += [c for v in below for c in v.children if c.dep_ == "conj" and c.tag_ == "VB"]
        whom = [o for c in verb.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
        whom += [
            c
            for c in (*verb.children, *(x for v in below for x in v.children))
            if c.dep_ in ("dobj", "nsubj", "dative")
        ]
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        asked = _keys(told, [w for w in whom if w not in own])
        if doers & asked and any(stem(v.lemma_) == stem(clause.verb.lemma_) for v in below):
            return verb
    return None


def _proposed(claim: Told, clause: Clause, told: Told) -> Token | None:
    """The proposing verb whose object a passage has, where the statement does something with that very thing."""
    stems = {stem(w) for w in (*relation_words("proposing"), *relation_words("asking"))}
    if stem(clause.verb.lemma_) in idle_stems() | stems:
        return None
    mine = {stem(t.lemma_) for t in clause.targets if t.pos_ == "NOUN"}
    for verb in (t for t in told.doc if t.pos_ == "VERB" and t.lemma_.lower() in relation_words("proposing")):
        things = {stem(o.lemma_) for c in verb.children if c.dep_ == "dobj" for o in spread(c) if o.pos_ == "NOUN"}
        if mine & things and not any(mine & set(_things(c)) for c in told.clauses if c.verb != verb):
            return verb
    return None


def _authorized(clause: Clause, told: Told) -> Token | None:
    """The verb by which a passage only makes room for what is carried out in the statement: authorises sanctions."""
    if clause.verb.lemma_.lower() not in relation_words("carrying_out"):
        return None
    mine = {stem(t.lemma_) for t in clause.targets if t.pos_ == "NOUN"}
    for verb in (t for t in told.doc if t.pos_ == "VERB" and t.lemma_.lower() in relation_words("authorizing")):
        objects = [o for c in verb.children if c.dep_ == "dobj" for o in spread(c)]
        if verb.dep_ == "amod" and verb.tag_ == "VBG" and verb.head.i > verb.i:
            objects.append(verb.head)  # an order authorising fines, where the model takes it for authorising ones
        objects += [o for t in objects for o in t.subtree if o.dep_ in ("pobj", "conj") and o.pos_ == "NOUN"]
        others = {s for c in told.clauses if c.verb != verb for s in _things(c)}
        if mine & {stem(o.lemma_) for o in objects} - others:
            return verb
    return None


def _things(clause: Clause) -> Iterator[str]:
    return (stem(t.lemma_) for t in (*clause.doers, *clause.targets))


def _keys(told: Told, tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(k for t in tokens for k in identity(told, t) or senses_of(t.lemma_.lower()) if t.pos_ != "PRON")
