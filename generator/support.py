"""The rules that hold a statement against the paragraphs it cites, and the judgement they come to.

Each rule is a small function from a Case to a Fault or None; RULES is the readable list of them. A statement is supported
where none finds a fault, unsupported where one is sure, doubtful where one only suspects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from generator.acts import nations_in, sense_of
from generator.anchors import counted, date_carried, is_carried, name_carried, person_carried, spans_of_time, sums
from generator.claims import Library, Told, content_words, read_passage, read_statement
from generator.holding import Case, Fault
from generator.model import Citation, Figure, Reading
from generator.numbers import Number
from generator.relations import (
    hold_attributes,
    hold_belonging,
    hold_causes,
    hold_directions,
    hold_doers,
    hold_modifiers,
    hold_opposites,
    hold_order,
)
from generator.telling import (
    hold_corrections,
    hold_degrees,
    hold_denials,
    hold_doubts,
    hold_promises,
    hold_quotations,
    hold_said,
    hold_speakers,
)
from generator.wording import is_kin, senses_in, senses_of, stem, stems_of, wording, words_of

Verdict = Literal["supported", "unsupported", "doubtful"]

# The share of a statement's content words that its passages must have, as they are or in other words.
CARRIED = 0.6
_OPEN = ("NOUN", "VERB", "ADJ", "ADV", "PROPN")
CARRIES = 0.25  # … and the least that each single citation must add to it


@dataclass(frozen=True, slots=True)
class Rule:
    """One question, by name; `asks` is what a reader of `About` is told."""

    name: str
    asks: str
    hold: Callable[[Case], Fault | None]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules come to: the verdict, its reason (which begins with the rule's name), the passages that were
    cited, and the rules that found a fault."""

    verdict: Verdict
    reason: str
    passages: tuple[str, ...]
    rules: tuple[str, ...] = ()


# ---------------------------------------------------------------- anchors


def hold_figures(case: Case) -> Fault | None:
    """Every figure stands in a passage with its bound, or follows by a sum, a difference or a length of time."""
    for number in case.claim.numbers:
        if _is_no_claim(case, number):
            continue
        carried = [(n, t) for t in case.passages for n in t.numbers if is_carried(number, n)]
        words = counted(case.claim, number)
        if carried and not _counts_otherwise(words, carried):
            continue
        text = case.claim.text[number.start : number.end]
        if carried:
            other, told = carried[0]
            return Fault(f"{text} counts something else there: “{_around(told, other)}”", is_sure=False)
        if rival := _rival(case, number, words):
            return Fault(f"{text} is not what stands there: “{rival}”")
        if not number.unit and any(re.search(rf"\b{number.low:g}(?:st|nd|rd|th)\b", t.text) for t in case.passages):
            continue  # the 13th birthday is that of somebody who turns 13
        if sums(number, case.passages, _listed(case.claim, number)) or _is_span_of_time(case, number):
            continue
        return Fault(f"no passage has {text}, and it follows from none of its figures")
    return None


def _listed(claim: Told, number: Number) -> list[float]:
    """The parts that follow a number and a colon: twelve sailors: five Danes, one Swede and six Finns."""
    colon = claim.text.find(":", number.end)
    parts = [n.low for n in claim.numbers if n.start > colon and n.bound == "exactly" and not n.unit]
    return (
        parts if colon >= 0 and len(parts) > 1 and not any(number.end <= n.start < colon for n in claim.numbers) else []
    )


def _is_span_of_time(case: Case, number: Number) -> bool:
    """A length of time is the difference of two dates; four years and five months are one length."""
    known = [d.interval for t in case.passages for d in t.dates if d.interval]
    whole = [n for n in case.claim.numbers if n.unit in ("years", "months") and n.bound == "exactly"]
    if len(whole) == 2 and number in whole and case.claim.text[whole[0].end : whole[1].start].strip() in ("and", ","):
        months = whole[0].low * 12 + whole[1].low
        number = replace(whole[1], low=months, high=months)
    return spans_of_time(number, known) is not None


def hold_acts(case: Case) -> Fault | None:
    """What is counted as freed is not counted there as held."""
    for figure in case.claim.figures:
        sense = sense_of(figure.act)
        same = [
            f
            for t in case.passages
            for f in t.figures
            if (f.low, f.high, f.unit) == (figure.low, figure.high, figure.unit)
        ]
        theirs = [s for f in same if (s := sense_of(f.act))]
        is_there = sense and any(
            sense_of(t.lemma_.lower()) == sense for p in case.passages for f in same for t in _near(p, f)
        )
        if (
            sense
            and not is_there
            and theirs
            and len(theirs) == len(same)
            and all(s.family != sense.family for s in theirs)
        ):
            return Fault(
                f"{figure.text} is a figure of something else there: {same[0].label or same[0].phrase}", is_sure=False
            )
    return None


def _near(told: Told, figure: Figure) -> list[Token]:
    """The words of the sentence that a figure stands in, where it stands in this passage."""
    sentences = [s for s in told.doc.sents if figure.text in s.text]
    return [t for s in sentences for t in s if t.pos_ in ("VERB", "NOUN")]


def _is_no_claim(case: Case, number: Number) -> bool:
    """A number of sources (two articles), and `one` and the like as pronouns."""
    words = counted(case.claim, number)
    core = case.claim.doc.char_span(*number.core, alignment_mode="expand")
    if any(stem(w) in {stem(s) for s in words_of("sources")} for w in words):
        return number.low <= len({t.cite.article for t in case.passages if t.cite})
    if core is None or number.ordinal:
        return False
    if core.text.lower() in ("one", "both") and not number.unit:
        return number.bound == "exactly"
    follows = [t.lower_ for t in case.claim.doc[core.end : core.end + 1]]
    before = [t.lower_ for t in case.claim.doc[max(0, core.start - 1) : core.start]]
    is_known = (
        before and before[0] in ("the", "these", "those", "both") and number.low <= 3 and number.bound == "exactly"
    )
    return is_known or (core.text.lower() in ("two", "three") and follows in (["others"], [","]))


def _counts_otherwise(words: Sequence[str], carried: Sequence[tuple[Number, Told]]) -> bool:
    """The same number is there, but of something else each time."""
    if not words:
        return False
    for number, told in carried:
        there = counted(told, number)
        if not there:
            return False
        nations, theirs = nations_in(words[-1].title()), nations_in(there[-1].title())
        if nations and theirs and nations != theirs:
            continue  # five Danes are not five Swedes, however near the two stand
        if not senses_in(words).isdisjoint(senses_in(there)):
            return False
        near = [t.lemma_.lower() for t in told.doc if number.start - 60 <= t.idx < number.end + 60]
        if not senses_in(words).isdisjoint(senses_in(near)):
            return False
    return True


def _rival(case: Case, number: Number, words: Sequence[str]) -> str:
    """The passage's own figure for what the statement counts."""
    for told in case.passages:
        for other in told.numbers:
            there = counted(told, other)
            is_same = bool(words) and words == there and other.unit == number.unit
            if (
                (other.low, other.high) == (number.low, number.high)
                or is_same
                or (number.unit and other.unit == number.unit)
            ):
                return _around(told, other)
    return ""


def _around(told: Told, number: Number) -> str:
    tokens = told.doc.char_span(number.start, number.end, alignment_mode="expand")
    return told.doc[max(0, tokens.start - 3) : tokens.end + 5].text if tokens is not None else ""


def hold_dates(case: Case) -> Fault | None:
    """Every date, resolved, is one of the passages', or a less exact one that holds it."""
    there = [d for t in case.passages for d in t.dates]
    for date in case.claim.dates:
        if date_carried(date, there) is None:
            known = ", ".join(f"“{d.text}”" for d in there) or "no date"
            return Fault(f"{date.text} is not there; the passage has {known}")
    return None


def hold_people(case: Case) -> Fault | None:
    """Every person is named in a passage, under any spelling, or meant by a pronoun or a description."""
    for name in case.claim.names:
        if name.kind == "person" and person_carried(name, case.passages, case.library) is None:
            return Fault(f"{name.text} is not named there")
    return None


def hold_names(case: Case) -> Fault | None:
    """Every country, body and place is named in a passage, under any of its names."""
    for name in case.claim.names:
        if name.kind != "person" and name_carried(name, case.passages, case.library, case.claim) is None:
            return Fault(f"{name.text} is not named there")
    return None


# ---------------------------------------------------------------- words


def hold_words(case: Case) -> Fault | None:
    """Most of what is said, beside names and figures, stands in the passages in these or in other words."""
    words = content_words(case.claim)
    missing = [t for t in words if not any(_has(t, told) for told in case.passages)]
    if not words or not missing:
        return None
    carried = 1 - len(missing) / len(words)
    if (carried < CARRIED and len(missing) > 1) or carried < CARRIED / 2:
        listed = ", ".join(f"“{t.text}”" for t in missing)
        return Fault(f"the passage does not say {listed}", is_sure=carried < CARRIED / 2)
    return None


def hold_nouns(case: Case) -> Fault | None:
    """Nothing is brought in that the passages do not have: every noun, and every comparison, is carried."""
    for token in content_words(case.claim):
        is_thing = token.pos_ == "NOUN" and token.dep_ != "npadvmod" and not _is_source_word(token)
        is_compared = token.tag_ in ("JJR", "RBR") and stem(token.lemma_) not in _loose_comparatives()
        if (is_thing or is_compared) and not any(_has(token, told) for told in case.passages):
            if is_thing and _is_known_elsewhere(token, case):
                continue
            return Fault(f"the passage does not have “{token.text}”", is_sure=False)
    return None


def _is_known_elsewhere(token: Token, case: Case) -> bool:
    """The cited articles speak of it in other paragraphs, or another article says it of the name beside it: what "the
    prisoners" are need not be said in every paragraph."""
    for told in case.passages:
        if told.cite and _stands_in(token, case.library.readings[told.cite.article]):
            return True
    chunk = next((c for c in case.claim.doc.noun_chunks if c.start <= token.i < c.end), None)
    beside = [n for n in case.claim.names if chunk is not None and chunk.start_char <= n.span.start < chunk.end_char]
    return any(_stands_in(token, r, n.text) for n in beside for r in case.library.readings.values())


def _stands_in(token: Token, reading: Reading, beside: str = "") -> bool:
    return any(
        stem(token.lemma_) in stems_of(b.text) or not senses_of(token.lemma_.lower()).isdisjoint(stems_of(b.text))
        for b in reading.article.paragraphs
        if beside in b.text
    )


def _is_source_word(token: Token) -> bool:
    words = {stem(w) for w in words_of("sources")}
    return stem(token.lemma_) in words or (token.dep_ == "compound" and stem(token.head.lemma_) in words)


def _loose_comparatives() -> frozenset[str]:
    return frozenset(stem(w) for w in ("more", "less", "further", "late", "early", "long", "great"))


def hold_phrases(case: Case) -> Fault | None:
    """No clause and no prepositional phrase of the statement is without anything that the passages have."""
    for head in case.claim.doc:
        is_clause = head.pos_ == "VERB" and head.dep_ in ("relcl", "conj", "advcl", "acl", "ccomp", "xcomp")
        if not is_clause and head.dep_ != "prep":
            continue
        part = list(head.subtree)
        if any(n.span.start <= t.idx < n.span.end for n in case.claim.names for t in part):
            continue
        words = content_words(case.claim, part)
        if len(words) > 1 and not any(_has(t, told) for t in words for told in case.passages):
            return Fault(f"nothing there says “{' '.join(t.text for t in part)}”", is_sure=False)
    return None


def hold_strong_words(case: Case) -> Fault | None:
    """A superlative, a rank or a cause is claimed only where a passage claims it."""
    for token in case.claim.doc:
        is_strong = token.tag_ in ("JJS", "RBS") or token.lemma_.lower() in words_of("strong")
        if any(n.start <= token.idx < n.end for n in case.claim.numbers):
            continue
        if is_strong and token.lower_ not in ("most", "least") and not any(_has(token, told) for told in case.passages):
            return Fault(f"no passage says “{token.text}”", is_sure=False)
    return None


def _has(token: Token, told: Told) -> bool:
    word = token.lemma_.lower()
    if not (senses_of(word) | senses_of(token.lower_)).isdisjoint(told.senses):
        return True
    if (share := wording()["fractions"].get(word)) and any(
        n.unit == "percent" and n.low == share for n in told.numbers
    ):
        return True
    return len(word) > 4 and any(is_kin(stem(word), stem(t.lemma_)) for t in told.doc if t.is_alpha and t.pos_ in _OPEN)


def hold_citations(case: Case) -> Fault | None:
    """Each citation carries some of the statement."""
    if len(case.passages) < 2:
        return None
    words = content_words(case.claim)
    anchors = [n.keys for n in case.claim.names]
    for told in case.passages:
        total = len(words) + len(anchors)
        has = sum(_has(t, told) for t in words) + sum(bool(k & told.keys) for k in anchors)
        own = content_words(told)
        says = sum(_has(t, case.claim) for t in own) + sum(bool(n.keys & case.claim.keys) for n in told.names)
        is_short = bool(own or told.names) and says >= 0.5 * (len(own) + len(told.names))
        if total and has / total < CARRIES and not is_short and not _is_alone(case, told):
            return Fault(f"{told.cite} carries nothing of it", is_sure=False)
    return None


def _is_alone(case: Case, told: Told) -> bool:
    """No other cited paragraph has a name, a date or a figure that this one has for the statement."""
    others = [t for t in case.passages if t is not told]
    names = [n.keys for n in case.claim.names if n.keys & told.keys]
    if any(not any(k & t.keys for t in others) for k in names):
        return True
    dates = [d for d in case.claim.dates if date_carried(d, told.dates)]
    if any(date_carried(d, [x for t in others for x in t.dates]) is None for d in dates):
        return True
    numbers = [n for n in case.claim.numbers if any(is_carried(n, x) for x in told.numbers)]
    return any(not any(is_carried(n, x) for t in others for x in t.numbers) for n in numbers)


RULES: tuple[Rule, ...] = (
    Rule("quotation", "Is every quotation there word for word?", hold_quotations),
    Rule("figure", "Is every figure there, with its bound, or does it follow?", hold_figures),
    Rule("figure's act", "Does it count the same happening?", hold_acts),
    Rule("date", "Is every date there, as exact as it is told?", hold_dates),
    Rule("person", "Is every person named or meant there?", hold_people),
    Rule("name", "Is every country, body and place named there?", hold_names),
    Rule("correction", "Is it not what a passage corrects?", hold_corrections),
    Rule("speaker", "Is it said there by whom the statement says?", hold_speakers),
    Rule("said stays said", "Is whoever says it named?", hold_said),
    Rule("denial", "Is nothing turned into its denial or back?", hold_denials),
    Rule("promise", "Is nothing promised told as done?", hold_promises),
    Rule("doubt", "Is nothing surer than its source?", hold_doubts),
    Rule("degree", "Are most, many or some not told as all?", hold_degrees),
    Rule("direction", "Does the same party act on the same?", hold_directions),
    Rule("doer", "Is it done by the same person?", hold_doers),
    Rule("cause", "Is a cause told only where a passage tells it?", hold_causes),
    Rule("order", "Is before not told as after?", hold_order),
    Rule("opposite", "Is no word the opposite of the passage's?", hold_opposites),
    Rule("attribute", "Is it of the same party or place?", hold_attributes),
    Rule("modifier", "Is nothing said of one figure moved to another?", hold_modifiers),
    Rule("belonging", "Do dates, figures and people stay with what is said of them?", hold_belonging),
    Rule("strong words", "Is every superlative, rank and cause claimed there?", hold_strong_words),
    Rule("words", "Are most of its words carried?", hold_words),
    Rule("noun", "Is nothing brought in that the passages do not have?", hold_nouns),
    Rule("phrase", "Is no phrase of it without anything in the passages?", hold_phrases),
    Rule("citation", "Does each citation carry some of it?", hold_citations),
)


def judge(say: str, cites: Sequence[Citation], library: Library, voice: str = "") -> Judgement:
    """Hold a statement against the paragraphs that it cites. `voice` names who says it where the page does that beside
    the text. A citation of a paragraph that does not exist makes it unsupported."""
    try:
        passages = tuple(read_passage(cite, library) for cite in cites)
    except KeyError as error:
        return Judgement("unsupported", f"citation: there is no paragraph {error.args[0]}", (), ("citation",))
    if not passages:
        return Judgement("unsupported", "citation: nothing is cited", (), ("citation",))
    day = next((d for c in cites if (d := library.days.get(c.article))), None)
    case = Case(read_statement(say, library, day), passages, library, voice)
    faults = [(rule, fault) for rule in RULES if (fault := rule.hold(case))]
    shown = tuple(f"{p.cite}: {p.text}" for p in passages)
    if not faults:
        return Judgement("supported", "every rule holds", shown)
    faults.sort(key=lambda f: not f[1].is_sure)
    rule, fault = faults[0]
    verdict: Verdict = "unsupported" if fault.is_sure else "doubtful"
    return Judgement(verdict, f"{rule.name}: {fault.says}", shown, tuple(r.name for r, _ in faults))


def parse_citation(text: str) -> Citation:
    """`nyt 7` or `nyt c2`. Raises ValueError where it is neither."""
    match = re.fullmatch(r"\s*(\S+)\s+(c?[1-9]\d*)\s*", text)
    if match is None:
        raise ValueError(f"{text!r} is no citation; write the article's id and the paragraph: `nyt 7`, or `nyt c2`.")
    return Citation(match[1], match[2])
