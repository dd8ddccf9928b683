"""How a statement tells what its passages tell: how sure, of how many, and whether it still holds.

A denial stays one, a promise is no deed, most are not all, and a correction beats what it corrects. Each rule gives a
Fault or None.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as Tokens

from generator.evidence.claims import Told, content_words
from generator.evidence.clauses import Clause, holds_back
from generator.evidence.holding import Case, Fault, Match, grasp, is_reporting, keys_of, matches, share_of, units
from generator.evidence.wording import senses_in, senses_of, stem, wording, words_of

# ---------------------------------------------------------------- denied, promised, doubted


def hold_denials(case: Case) -> Fault | None:
    """A denial does not become its opposite, nor a fact its denial."""
    for told in case.passages:
        for mine, theirs in ((m, t) for m in case.claim.sayings for t in told.sayings if m.keys & t.keys):
            denies = [s.cue.lower() in words_of("denying") for s in (mine, theirs)]
            if denies == [False, True] and not any(c.is_denied for c in case.claim.clauses):
                return Fault(f"{theirs.speaker} denies it there")
    for clause, match in _answers(case):
        if clause.is_denied != match.clause.is_denied and not _has_opposite(clause, match.clause):
            what = "denies" if match.clause.is_denied else "does not deny"
            return Fault(f"the passage {what} it: “{_text(match)}”")
    return None


def hold_promises(case: Case) -> Fault | None:
    """What is promised, planned or possible is not told as done."""
    for clause, match in _answers(case):
        if (
            match.clause.is_unreal
            and not holds_back(clause.verb)
            and not _is_noun_like(clause)
            and not _is_real_elsewhere(case, clause)
        ):
            return Fault(f"there it is promised, planned or possible, not done: “{_text(match)}”")
        if clause.is_unreal and not holds_back(match.clause.verb) and _is_past(match.clause):
            return Fault(f"there it is told as done: “{_text(match)}”", is_sure=False)
    return None


def hold_doubts(case: Case) -> Fault | None:
    """A source that holds back is not made surer."""
    has_any = any(t.lemma_.lower() in words_of("hedges") or t.lower_ in words_of("hedges") for t in case.claim.doc)
    if has_any or case.claim.sayings:
        return None
    for _clause, match in _answers(case):
        if match.clause.is_hedged:
            return Fault(f"the passage holds back: “{_text(match)}”", is_sure=False)
    return None


def _answers(case: Case) -> list[tuple[Clause, Match]]:
    """For each clause of the statement the best clause with its verb, where no other that is as good differs."""
    found = []
    for clause in case.claim.clauses:
        if is_reporting(clause):
            continue
        is_being = clause.verb.lemma_ == "be"
        near = [m for m in matches(case, clause) if m.has_verb or (is_being and m.clause.verb.lemma_ == "be")]
        if near and near[0].share >= (0.75 if is_being else 0.5):
            best = [m for m in near if m.rank >= near[0].rank - 0.1]
            alike = {(m.clause.is_denied, m.clause.is_unreal, m.clause.is_hedged) for m in best}
            if len(alike) == 1:
                found.append((clause, best[0]))
    return found


def _has_opposite(one: Clause, other: Clause) -> bool:
    lines = [{stem(w) for w in line} for line in wording()["opposite"]]
    left, right = stem(one.verb.lemma_), stem(other.verb.lemma_)
    return any(left in line and right in line and left != right for line in lines)


def _is_real_elsewhere(case: Case, clause: Clause) -> bool:
    return any(
        m.has_verb and m.share >= 0.4 and not m.clause.is_unreal and m.has_parties for m in matches(case, clause)
    )


def _is_noun_like(clause: Clause) -> bool:
    return clause.verb.tag_ == "VBG" and clause.verb.dep_ in ("pcomp", "csubj", "amod", "acl")


def _is_past(clause: Clause) -> bool:
    return clause.verb.tag_ == "VBD" and not clause.is_denied


def _text(match: Match) -> str:
    tokens = sorted(match.clause.tokens)
    return " ".join(match.told.doc[tokens[0] : tokens[-1] + 1].text.split())


# ---------------------------------------------------------------- how many of them


def hold_degrees(case: Case) -> Fault | None:
    """Most, many or some of them do not become all, nor a few the only ones."""
    said = dict(_degrees(case.claim))
    there = {d for told in case.passages for d, _ in _degrees(told)}
    for degree, word in _degrees(case.claim):
        if degree in ("all", "only") and degree in there and not _is_same_degree(case, degree, word):
            return Fault(f"“{word}” is said there of something else", is_sure=False)
    for degree in ("all", "only", "most"):
        if degree in said and degree not in there and not (degree == "most" and "all" in there):
            return Fault(f"“{said[degree]}” is more than the passage says")
    if "most" in there and not said.keys() & {"most", "many", "some"} and (word := _dropped(case)):
        return Fault(f"the passage says it of most of the {word} only")
    return None


def _is_same_degree(case: Case, degree: str, word: str) -> bool:
    """Some clause of a passage that has a word of this degree answers to the statement's clause that has it."""
    places = [t.i for t in case.claim.doc if t.lower_ == word]
    clauses = [
        c
        for c in case.claim.clauses
        if any(i in c.tokens or i in {x.i for d in (*c.doers, *c.targets) for x in d.subtree} for i in places)
    ]
    words = set(wording()["degrees"][degree])
    for clause in clauses:
        wanted = [u for u in units(case.claim, clause) if u.isdisjoint(senses_of(word))]
        for told in case.passages:
            for other in told.clauses:
                has_word = any(told.doc[i].lower_ in words for i in other.tokens)
                if has_word and (not wanted or share_of(wanted, grasp(told, other)) >= 0.4):
                    return True
    return not clauses


def _degrees(told: Told) -> list[tuple[str, str]]:
    found = []
    for degree, words in wording()["degrees"].items():
        for word in words:
            for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", told.text, re.I):
                token = told.doc.char_span(*match.span(), alignment_mode="expand")
                if token is not None and not _is_no_degree(degree, word, told, token.start):
                    found.append((degree, word))
    return found


def _is_no_degree(degree: str, word: str, told: Told, i: int) -> bool:
    token = told.doc[i]
    before = told.doc[i - 1].lower_ if i else ""
    after = told.doc[i + 1] if i + 1 < len(told.doc) else None
    if word == "most":
        return (
            after is not None
            and after.pos_ in ("ADJ", "ADV")
            and not (after.nbor(1).tag_ == "NNS" if after.i + 1 < len(told.doc) else False)
        )
    if word in ("all", "any"):
        return before in ("at", "after", "of", "nearly", "almost", "above", "not", "in") and word == "all"
    if word in ("just", "only"):
        return after is not None and (
            after.like_num or after.lower_ in ("this", "weeks", "days", "after", "before", "a")
        )
    if word == "single":
        return before != "a"
    return word == "total" and token.pos_ == "NOUN"


def _dropped(case: Case) -> str:
    """The noun that the passage says most of, where the statement's subject or object is all of it."""
    for told in case.passages:
        for match in re.finditer(
            r"\b(?:most|majority) of (?:the |its |his |her |their )?(?:\w+ )?(\w+)\b", told.text, re.I
        ):
            noun = told.doc.char_span(*match.span(1), alignment_mode="expand")
            if noun is None:
                continue
            for clause in case.claim.clauses:
                for party in (*clause.doers, *clause.targets):
                    is_bare = not any(c.dep_ in ("nummod", "quantmod") for c in party.children)
                    if (
                        is_bare
                        and stem(party.lemma_) == stem(noun.root.lemma_)
                        and _is_about(told, noun.root.i, clause)
                    ):
                        return str(noun.text)
    return ""


def _is_about(told: Told, i: int, clause: Clause) -> bool:
    there = next((c for c in told.clauses if i in c.tokens), None)
    return there is not None and not senses_of(there.verb.lemma_).isdisjoint(senses_of(clause.verb.lemma_))


# ---------------------------------------------------------------- corrections


def hold_corrections(case: Case) -> Fault | None:
    """What a cited passage calls wrong is not told as so."""
    wrong = words_of("wrong_words")
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
                keys = {k for t in (*clause.doers, *clause.targets) for k in keys_of(case.claim, t)}
                verbs = [t for t in content_words(case.claim, clause.verb.sent) if t.pos_ == "VERB"]
                if keys & inside - outside and any(not senses_of(v.lemma_.lower()).isdisjoint(words) for v in verbs):
                    return f"the passage corrects this: “{sentence.text}”"
    return ""


def _is_of(told: Told, offset: int, sentence: Tokens) -> bool:
    return bool(sentence.start_char <= offset < sentence.end_char)
