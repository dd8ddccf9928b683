"""How a statement tells what its passages tell: in whose words, how sure, of how many.

Said stays said, a denial stays one, a promise is no deed, most are not all, and a correction beats what it corrects.
Each rule gives a Fault or None.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as Tokens

from generator.anchors import role_heads
from generator.claims import Saying, Told, content_words
from generator.clauses import Clause, holds_back
from generator.holding import Case, Fault, Match, grasp, is_within, keys_of, matches, share_of, units
from generator.wording import senses_in, senses_of, stem, wording, words_of

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
        tokens = [t for t in content_words(case.claim) if is_within(saying.span, t)]
        wanted = [senses_of(t.lemma_.lower()) | senses_of(t.lower_) for t in tokens]
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
        if any(_speaks_there(case, saying, told) and not _speaks_otherwise(told) for told in case.passages):
            continue
        return Fault(f"there it is {fitting[0][2].speaker or 'somebody unnamed'} who says it, not {saying.speaker}")
    return None


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
    return senses_in(w for t in tokens for w in (t.lemma_.lower(), t.lower_) if t.is_alpha)


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


def _speaks_otherwise(told: Told) -> bool:
    return bool(told.sayings)


# ---------------------------------------------------------------- said stays said


def hold_said(case: Case) -> Fault | None:
    """Where every passage that carries a clause has it from somebody, the statement names the somebody."""
    if case.voice:
        return None
    for clause in case.claim.clauses:
        if _is_reporting(clause) or any(is_within(s.span, clause.verb) for s in case.claim.sayings):
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


def _is_reporting(clause: Clause) -> bool:
    is_cue = stem(clause.verb.lemma_) in {stem(w) for w in words_of("saying")}
    return is_cue and any(c.dep_ in ("ccomp", "xcomp") or c.text == '"' for c in clause.verb.children)


def _speaker_of(match: Match) -> Saying | None:
    return next((s for s in match.told.sayings if is_within(s.span, match.clause.verb)), None)


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


# ---------------------------------------------------------------- denied, promised, doubted


def hold_denials(case: Case) -> Fault | None:
    """A denial does not become its opposite, nor a fact its denial."""
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
        if _is_reporting(clause):
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
    said = {d: w for d, w in _degrees(case.claim)}
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
