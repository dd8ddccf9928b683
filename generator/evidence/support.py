"""The rules that hold a statement against the paragraphs it cites, and the judgement they come to.

Each rule is a small function from a Case to a Fault or None; RULES is the readable list of them. A statement is
supported where none finds a fault, unsupported where one is sure, doubtful where one only suspects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.claims.library import Library
from generator.claims.reading import read_passage, read_statement
from generator.model import Citation
from generator.rules.alignment import align
from generator.rules.asked import hold_asked
from generator.rules.attributes import hold_attributes, hold_modifiers, hold_together
from generator.rules.belonging import hold_belonging
from generator.rules.bodies import hold_names
from generator.rules.changed import hold_changed, hold_differences
from generator.rules.citations import hold_citations
from generator.rules.companions import hold_companions
from generator.rules.complements import hold_complements
from generator.rules.conditions import hold_conditions
from generator.rules.counted import hold_counted, hold_tallies
from generator.rules.courses import hold_courses
from generator.rules.dated import hold_dates
from generator.rules.deeds import hold_deeds
from generator.rules.degrees import hold_degrees
from generator.rules.descriptions import hold_descriptions
from generator.rules.exchanged import hold_exchanged, hold_ways
from generator.rules.fillers import hold_fillers
from generator.rules.hedged import hold_hedges
from generator.rules.holding import Case, Fault
from generator.rules.joined import hold_crossed, hold_heads, hold_pairs, hold_rivals
from generator.rules.kinds import hold_kinds
from generator.rules.links import hold_causes, hold_order
from generator.rules.measures import hold_comparisons, hold_exceptions, hold_periods
from generator.rules.objects import hold_objects
from generator.rules.occasions import hold_occasions
from generator.rules.opposites import hold_opposites
from generator.rules.persons import hold_people
from generator.rules.places import hold_places, hold_sides
from generator.rules.plans import hold_plans
from generator.rules.quantities import hold_acts, hold_figures
from generator.rules.questions import hold_questions
from generator.rules.reach import hold_reach
from generator.rules.relations import hold_directions, hold_doers, hold_exchanges
from generator.rules.relatives import hold_relatives
from generator.rules.said import hold_said
from generator.rules.scopes import hold_numbers, hold_shares
from generator.rules.speaking import hold_quotations, hold_speakers
from generator.rules.states import hold_states
from generator.rules.statuses import hold_statuses
from generator.rules.strong import hold_strong_words
from generator.rules.telling import hold_corrections, hold_denials, hold_doubts, hold_promises
from generator.rules.turns import hold_lasting, hold_turns
from generator.rules.worded import hold_nouns, hold_words

Verdict = Literal["supported", "unsupported", "doubtful"]


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


RULES: tuple[Rule, ...] = (
    Rule("quotation", "Is every quotation there word for word?", hold_quotations),
    Rule("figure", "Is every figure there, with its bound, or does it follow?", hold_figures),
    Rule("figure's act", "Does it count the same happening?", hold_acts),
    Rule("period", "Is it so much by the day, the month or the year there, too?", hold_periods),
    Rule("comparison", "Is more than half not told as half?", hold_comparisons),
    Rule("exception", "Is all but three not told as three, nor a week as a year?", hold_exceptions),
    Rule("date", "Is every date there, as exact as it is told?", hold_dates),
    Rule("change", "Is a figure from before a change not told as the one after it?", hold_changed),
    Rule("difference", "Is fifty more not told as fifty?", hold_differences),
    Rule("person", "Is every person named or meant there?", hold_people),
    Rule("name", "Is every country, body and place named there?", hold_names),
    Rule("correction", "Is it not what a passage corrects?", hold_corrections),
    Rule("speaker", "Is it said there by whom the statement says?", hold_speakers),
    Rule("occasion", "Is it said there where and how it is told to be?", hold_occasions),
    Rule("said stays said", "Is whoever says it named?", hold_said),
    Rule("denial", "Is nothing turned into its denial or back?", hold_denials),
    Rule("promise", "Is nothing promised told as done?", hold_promises),
    Rule("plan", "Is nothing still to come or under way told as done, by another verb?", hold_plans),
    Rule("condition", "Is no condition left out, and nothing likely told as certain?", hold_conditions),
    Rule("question", "Is nothing told that is only asked?", hold_questions),
    Rule("asked", "Is nothing under way that is only asked for or proposed?", hold_asked),
    Rule("doubt", "Is nothing surer than its source?", hold_doubts),
    Rule("hedge", "Is nothing sure that a passage only thinks or takes for something?", hold_hedges),
    Rule("degree", "Are most, many or some not told as all?", hold_degrees),
    Rule("share", "Is a share one of the same thing?", hold_shares),
    Rule("one of them", "Is what one of them does not told of all?", hold_numbers),
    Rule("some of them", "Is what some of them do not told of as many as there are?", hold_counted),
    Rule("tally", "Do so many do what the passage says of so many?", hold_tallies),
    Rule("description", "Is everybody what the passage calls him or her?", hold_descriptions),
    Rule("status", "Is a deputy, an acting head or a candidate called so?", hold_statuses),
    Rule("direction", "Does the same party act on the same?", hold_directions),
    Rule("exchange", "Do two parties keep their places?", hold_exchanges),
    Rule("giver", "Does it happen to the same, not to whoever does it?", hold_exchanged),
    Rule("relative", "Does nobody stand for his or her parents, friends or lawyers?", hold_relatives),
    Rule("way", "Is into not told as out of?", hold_ways),
    Rule("lead", "Does whoever is only consulted not take the place of whoever decides?", hold_companions),
    Rule("doer", "Is it done by the same person?", hold_doers),
    Rule("cause", "Is a cause told only where a passage tells it?", hold_causes),
    Rule("order", "Is before not told as after?", hold_order),
    Rule("place", "Does it happen at the same place, or on the way to it?", hold_places),
    Rule("side", "Is before something not told as after it?", hold_sides),
    Rule("opposite", "Is no word the opposite of the passage's?", hold_opposites),
    Rule("state", "Is nothing told as undone that still holds?", hold_states),
    Rule("course", "Has nothing ended that goes on, nor ended for good that is suspended?", hold_courses),
    Rule("turn of phrase", "Is no turn of phrase the contrary of the passage's?", hold_turns),
    Rule("length", "Is years not told as months, nor over a year as nearly one?", hold_lasting),
    Rule("attribute", "Is it of the same party or place?", hold_attributes),
    Rule("together", "Do a party and its verb stand together?", hold_together),
    Rule("modifier", "Is nothing said of one figure moved to another?", hold_modifiers),
    Rule("pair", "Does each name of a list keep its own figure and place?", hold_pairs),
    Rule("head", "Is what is said of a part not said of the whole?", hold_heads),
    Rule("reach", "Is a ban or a tax on the same thing?", hold_reach),
    Rule("kind", "Is nothing of another kind than there?", hold_kinds),
    Rule("crossing", "Does each of two parties keep its part?", hold_crossed),
    Rule("counterpart", "Does no noun stand where the passage has another one?", hold_fillers),
    Rule("object", "Is what is done done to the same thing?", hold_objects),
    Rule("deed", "Is no journey, killing or the like brought in?", hold_deeds),
    Rule("complement", "Is a noun of the same thing there?", hold_complements),
    Rule("rival", "Does no other noun take the place of the passage's?", hold_rivals),
    Rule("belonging", "Do dates, figures and people stay with what is said of them?", hold_belonging),
    Rule("strong words", "Is every superlative, rank and cause claimed there?", hold_strong_words),
    Rule("words", "Are most of its words carried?", hold_words),
    Rule("noun", "Is nothing brought in that the passages do not have?", hold_nouns),
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
    claim = read_statement(say, library, day)
    case = Case(claim, passages, library, voice, *align(claim, passages))
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
