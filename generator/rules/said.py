"""Said stays said: what every cited passage has from somebody is not told as plain fact."""

from __future__ import annotations

from collections.abc import Sequence

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.proper_names import initials
from generator.claims.reading import Saying, Told
from generator.claims.reference import role_heads
from generator.claims.wording import listed_stems, senses_in, senses_of, stem
from generator.rules.holding import Case, Fault, Match, is_reporting, is_within, matches, names_at, party_keys, units
from generator.rules.speakers import Speaker, speaker_of


def hold_said(case: Case) -> Fault | None:
    """Where every passage that carries a clause has it from somebody, the statement names the somebody."""
    if case.voice:
        return None
    is_passed_on = any(t.lower_ in relation_words("passed_on") for t in case.claim.doc)
    for clause in case.claim.clauses:
        if is_reporting(clause) or any(is_within(s.span, clause.verb) for s in case.claim.sayings):
            continue
        found = matches(case, clause)
        if not found or found[0].share < 0.5 or len(units(case.claim, clause)) < 2:
            continue
        if clause.verb.lemma_ == "be" and found[0].clause.verb.lemma_ != "be":
            continue  # what somebody is may stand beside a name in anybody's sentence
        near = [m for m in found if m.share >= found[0].share - 0.15]
        speakers = [(s, m.told) for m in near if (s := _speaker_of(m))]
        if len(speakers) < len(near) or any(_is_named(case, s, told) for s, told in speakers):
            continue
        if _is_claim_of(case.claim, clause, [speaker_of(told, s) for s, told in speakers]):
            continue
        if all(s.speaker == "Q" for s, _ in speakers) and _takes_up(clause):
            continue  # what somebody was asked, told beside the answer
        if is_passed_on and not any(k.startswith("p:") for s, _ in speakers for k in s.keys):
            continue  # reportedly, of what nobody by name says
        who = speakers[0][0].speaker or "somebody"
        is_sure = not is_passed_on and not _has_telling(case.claim) and all(map(_is_all_said, case.passages))
        return Fault(f"there it is the word of {who}, whom the statement does not name", is_sure)
    return None


def _is_claim_of(claim: Told, clause: Clause, speakers: Sequence[Speaker]) -> bool:
    """It is told as the claim of those for whom each speaker speaks: the Peruvian claim that the mine is safe."""
    above = [t for t in clause.verb.ancestors if stem(t.lemma_) in listed_stems("claims")]
    whose = [c for noun in above for c in noun.children if c.dep_ in ("amod", "poss", "compound", "nmod")]
    keys = party_keys(claim, whose)
    return bool(keys) and all(keys & (s.keys | s.bodies) for s in speakers)


def _takes_up(clause: Clause) -> bool:
    """Asked whether the ship was late; rejected the charge that it was late."""
    above = (clause.verb, *clause.verb.ancestors)
    return any(t.lemma_.lower() in relation_words("taking_up") for t in above)


def _has_telling(claim: Told) -> bool:
    return bool(claim.sayings) or any(_is_telling(t.lemma_.lower()) for t in claim.doc)


def _is_all_said(told: Told) -> bool:
    """Every sentence of a passage is somebody's word, or hands it over."""
    return all(
        any(s.span.start < sentence.end_char and sentence.start_char < s.span.end for s in told.sayings)
        for sentence in told.doc.sents
    )


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
    offices = [t for t in case.claim.doc if t.pos_ == "NOUN" and stem(t.lemma_) in listed_stems("offices")]
    has_role = any(not senses_of(t.lemma_.lower()).isdisjoint(roles) for t in offices)
    is_there = bool(saying.keys & keys) or (has_heads and not saying.keys) or has_role
    actors = party_keys(case.claim, (d for c in case.claim.clauses for d in c.doers))
    actors |= frozenset(k for s in case.claim.sayings for k in s.keys)
    if actors & told.authors:
        return True
    if any(k.startswith("p:") for k in saying.keys & keys):
        is_there = True
    elif heads:
        acts_for = not senses_in(heads).isdisjoint(listed_stems("acting_for_a_nation"))
        is_there = has_heads or (acts_for and bool(saying.keys & actors))
    if not is_there:
        return False
    return any(_is_telling(t.lemma_.lower()) for t in case.claim.doc) or bool(case.claim.sayings) or _acts(case, saying)


def _is_telling(lemma: str) -> bool:
    return stem(lemma) in listed_stems("saying", "unreal_above")


def _acts(case: Case, saying: Saying) -> bool:
    """The speaker does what is told: Washington promised, the government acknowledged."""
    actors = names_at(case.claim, [d.i for c in case.claim.clauses for d in c.doers])
    if any(len(short := initials(n.text)) > 1 and short in saying.keys for n in actors):
        return True  # what GM announces, General Motors does
    return any(saying.keys & n.keys for n in actors)


def _heads(saying: Saying) -> frozenset[str]:
    return saying.heads - {"former", "their", "that", "with", "from", "some", "many"}
