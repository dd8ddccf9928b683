"""Turns of phrase, lengths without a figure, and joined words: what must not change, on invented sentences."""

from __future__ import annotations

import pytest

from generator import data
from generator.rules.attributes import hold_attributes
from generator.rules.belonging import hold_belonging
from generator.rules.bodies import hold_names
from generator.rules.changed import hold_changed, hold_differences
from generator.rules.companions import hold_companions
from generator.rules.complements import hold_complements
from generator.rules.conditions import hold_conditions
from generator.rules.counted import hold_counted, hold_tallies
from generator.rules.dated import hold_dates
from generator.rules.deeds import hold_deeds
from generator.rules.descriptions import hold_descriptions
from generator.rules.exchanged import hold_ways
from generator.rules.fillers import hold_fillers
from generator.rules.hedged import hold_hedges
from generator.rules.holding import Fault
from generator.rules.joined import hold_crossed, hold_heads, hold_pairs, hold_rivals
from generator.rules.kinds import hold_kinds
from generator.rules.links import hold_causes, hold_order
from generator.rules.objects import hold_objects
from generator.rules.opposites import hold_opposites
from generator.rules.places import hold_places, hold_sides
from generator.rules.plans import hold_plans
from generator.rules.quantities import hold_figures
from generator.rules.questions import hold_questions
from generator.rules.reach import hold_reach
from generator.rules.relations import hold_directions, hold_doers
from generator.rules.said import hold_said
from generator.rules.states import hold_states
from generator.rules.strong import hold_strong_words
from generator.rules.telling import hold_denials, hold_promises
from generator.rules.turns import hold_lasting, hold_turns
from generator.rules.worded import hold_nouns
from tests.holding_text import Hold, assert_holds, case, named


@pytest.mark.parametrize("rule", data.load_list("turns"), ids=lambda rule: rule["one"][0])
def test_a_turn_of_phrase_is_not_told_as_its_contrary(rule: dict[str, list[str]]) -> None:
    passage, say = rule["example"]
    assert isinstance(hold_turns(case(passage, say)), Fault)
    assert hold_turns(case(passage, passage)) is None


@pytest.mark.parametrize("line", data.load("states")["lines"], ids=lambda line: line["example"][1])
def test_what_still_holds_has_not_been_undone(line: dict[str, list[str]]) -> None:
    passage, say = line["example"]
    assert isinstance(hold_states(case(passage, say)), Fault)
    assert hold_states(case(say, say)) is None


@pytest.mark.parametrize("line", data.load("relations")["deeds"], ids=lambda line: line["example"][1])
def test_no_deed_of_another_kind_is_brought_in(line: dict[str, list[str]]) -> None:
    passage, say = line["example"]
    assert isinstance(hold_deeds(case(passage, say)), Fault)
    assert hold_deeds(case(say, say)) is None


def test_what_goes_on_for_one_may_have_ended_for_another() -> None:
    there = "The son of Lea Holm is still in prison."
    assert hold_states(case(there, "The son of Ada Berg has been freed.")) is None
    assert hold_states(case(there, "The daughter of Lea Holm has been freed.")) is None
    assert hold_states(case(there, "The son of Lea Holm has not been freed.")) is None


HELD = [
    (hold_descriptions, "Lea Holm, head of the harbour board from 2016 until 2022, was there.",
     "Lea Holm, the current head of the harbour board, was there.",
     "Lea Holm, a former head of the harbour board, was there."),
    (hold_lasting, "The singer was for years kept from travelling.", "The singer was for months kept from travelling.",
     "The singer could not travel for years."),
    (hold_lasting, "The plan took over a year of work.", "The plan took nearly a year of work.",
     "The plan took more than a year of work."),
    (hold_pairs, "Nestor held 19 percent, Alba at 15 percent and Corvo at 13 percent.",
     "Nestor held 19 percent, with Corvo at 15 percent and Alba at 13 percent.",
     "Alba at 15 percent came before Corvo at 13 percent."),
    (hold_heads, "Chile put controls on gas equipment.", "Chile put controls on gas.",
     "Chile put controls on equipment for gas."),
    (hold_rivals, "Prices fell with a drop in milk consumption.", "Prices fell with a drop in milk production.",
     "Prices fell after less milk consumption."),
    (hold_heads, "Lea Holm is the founder of the Vigo charity and a friend of the Anker union.",
     "Lea Holm is a friend of Anker.", "Lea Holm is the founder of Vigo."),
    (hold_tallies, "Sixteen miners are missing, and nine were pulled out.", "Sixteen miners were pulled out.",
     "Nine miners were pulled out."),
    (hold_tallies, "Some 30 sailors are trapped in the hull.", "Some 30 sailors were rescued.",
     "The hull has trapped some 30 sailors."),
    (hold_figures, "Sixteen people are missing after a dam flooded three villages.", "Nineteen people are missing.",
     "Sixteen people are missing."),
    (hold_figures, "Sixteen Danes and three Swedes were hurt.", "Eighteen people were hurt.",
     "Nineteen people were hurt."),
    (hold_objects,
     "Ghana imposed rules after the army broke a strike. The rules were tightened once the border was shut.",
     "A strike was tightened once the border was shut.",
     "Rules imposed over the breaking of pickets after the strike were tightened once the border was shut."),
    (hold_objects, "The council put down a revolt and launched a ferry.", "The council launched a revolt.",
     "The council launched a ferry."),
    (hold_objects, "The flood forced the school to close.", "The town had closed its quay.",
     "The flood closed the school."),
    (hold_places, "Most of the crew were flown to Vardo, and five were brought to Lomen.",
     "Most of the crew were flown to Lomen.", "Most of the crew were flown to Vardo."),
    (hold_sides, "The offer lapses within 30 days prior to the anniversary.",
     "The offer lapses within 30 days after the anniversary.",
     "The offer lapses in the 30 days before the anniversary."),
    (hold_questions, "Will the mill close? The owner would not say.", "The mill will close.",
     "The owner would not say whether the mill will close."),
    (hold_questions, "Did the tanker cut the cable? We are looking at that.", "The tanker cut the cable.",
     "Asked whether the tanker cut the cable, the minister said that they were looking at that."),
    (hold_reach, "Kenya agreed to lift its ban on avocados from Tanzania.", "Kenya agreed to lift its ban on Tanzania.",
     "Kenya agreed to lift its ban on Tanzanian avocados."),
    (hold_reach, "Peru laid sanctions on Chad. They cover copper and hides.", "Peru laid sanctions on grain.",
     "Peru laid sanctions on hides."),
    (hold_reach, "Peru laid a duty of 3 percent on copper concentrate.", "Peru laid a duty of 3 percent on copper.",
     "Peru laid a duty on copper concentrate."),
    (hold_companions, "The harbour master, in consultation with the bishop, chose the day.",
     "The bishop, in consultation with the harbour master, chose the day.",
     "The day was chosen by the harbour master in consultation with the bishop."),
    (hold_plans, "Lea Holm is going to be travelling to Norway next week.", "Lea Holm has arrived in Norway.",
     "Lea Holm will fly to Norway next week."),
    (hold_plans, "The council is drafting, together with the port, a set of rules for ferries at anchor.",
     "The council has adopted rules for ferries at anchor.", "The council is writing rules for ferries at anchor."),
    (hold_changed, "The mill makes 310 tonnes a day, down from 720 in January.", "The mill makes 720 tonnes a day.",
     "In January the mill made 720 tonnes a day."),
    (hold_changed, "The yard cut its staff from 900 to 640.", "The yard raised its staff from 640 to 900.",
     "The yard's staff was cut from 900 to 640."),
    (hold_differences, "The count found 459 seals, 59 more than in 2018.", "The count found 59 seals.",
     "The count found 59 seals more than in 2018."),
    (hold_plans, "Chad has offered to sell salt to Sudan.", "Chad sells salt to Sudan.",
     "Chad offers to sell salt to Sudan."),
    (hold_kinds, "The regional court fined the yard.", "The criminal court fined the yard.", "A court fined the yard."),
    (hold_deeds, "The poet receives the prize in Bergen.", "The poet travelled to Bergen for the prize.",
     "The poet came to Bergen for the prize."),
    (hold_counted, "At least 120 juniors missed the cup, and about 30 of them moved abroad.",
     "At least 120 juniors moved abroad.", "About 30 juniors moved abroad."),
    (hold_counted, "Some 60 of the 340 families who fled have returned.", "Some 340 families who fled have returned.",
     "Some 60 families of those who fled have returned."),
    (hold_conditions, "The ban is to end in May, unless an appeal succeeds.", "The ban will end in May.",
     "The ban will end in May if no appeal succeeds."),
    (hold_conditions, "Italy is likely to join the pact next year.", "Italy will join the pact next year.",
     "Italy may join the pact next year."),
    (hold_dates, "Lea Holm led the guild from 2016 until 2022 and moved to Ghent in 2020.",
     "Lea Holm led the guild from 2016 until 2020.", "Lea Holm led the guild from 2016 until 2022."),
    (hold_order, "The two sides met on Friday; after that, the crew were freed.",
     "The crew were freed before the two sides met on Friday.",
     "The crew were freed after the two sides had met on Friday."),
    (hold_order, "The strike began in March; ten days later a fire broke out at the plant.",
     "A fire broke out at the plant before the strike began.",
     "A fire broke out at the plant after the strike had begun."),
    (hold_ways, "The ore is taken through Zambia to the port of Angola.", "The ore is taken through Angola to Zambia.",
     "The ore goes through Zambia to Angola."),
    (hold_attributes, "The plan needed concessions from Denmark.", "The plan needed concessions to Denmark.",
     "Concessions from Denmark were needed."),
    (hold_directions, "The National Rowing Committee, which the World Rowing Committee has rebuked, is in debt.",
     "The National Rowing Committee has rebuked the World Rowing Committee.",
     "The World Rowing Committee has rebuked the National Rowing Committee."),
    (hold_nouns, "Lea Holm gave a concert in Bergen on Friday.",
     "Lea Holm gave a concert at the fish market in Bergen on Friday.", "On Friday Lea Holm gave a concert in Bergen."),
    (hold_strong_words, "The mill has been a rival of the yard.", "The mill has long been a rival of the yard.",
     "The mill has been the yard's rival."),
    (hold_promises, "The line promised to look into reopening the pier.", "The line promised to reopen the pier.",
     "The line promised to look into reopening the pier."),
    (hold_hedges, "There were rumours of a sale of the compass in Ghent.", "There was a sale of the compass in Ghent.",
     "A sale of the compass in Ghent was rumoured."),
    (hold_hedges, "The police suspect a guard of taking the keys.", "A guard has taken the keys.",
     "A guard is suspected of taking the keys."),
    (hold_belonging, "Peru freed 430 sailors; the bishop of Vardo brokered the release of about 70 of them.",
     "The bishop of Vardo brokered the release of 430 sailors.",
     "The bishop of Vardo brokered the release of about 70 sailors."),
    (hold_crossed, "The yard wants this cost to be carried by the buyers.",
     "The buyers want the yard to carry this cost.",
     "The yard wants the buyers to carry this cost."),
    (hold_names, "The World Rowing Committee has rebuked the Danish federation.",
     "The WRA has rebuked the Danish federation.", "The WRC has rebuked the Danish federation."),
    (hold_names, "The Board of Harbours and Ports in Jutland closed the pier.",
     "The BHJP closed the pier.", "The BHPJ closed the pier."),
    (hold_doers, "The Nordic Harbour Agency has issued a notice warning Danish captains of ice.",
     "The Wadden Boat Union has warned Danish captains of ice.", "The NHA has warned Danish captains of ice."),
    (hold_promises, "Peru consented to lift the tax on tin.", "Peru has lifted the tax on tin.",
     "Peru agreed to lift the tax on tin."),
    (hold_plans, "The mayor promised to pay the miners a pension.", "The mayor has paid the miners a pension.",
     "The mayor pledged the miners a pension."),
    (hold_objects, "The mayor offered to pay the miners a pension.", "The mayor offered the dockers a pension.",
     "The miners were offered a pension by the mayor."),
    (hold_said, "Lea Holm, the Danish foreign minister, claimed that the mine would be closed.",
     "The mine would be closed.", "Peru has yet to confirm the Danish claim that the mine would be closed."),
    (hold_strong_words, "Peru joined the many calls for a truce.", "Peru was the second to call for a truce.",
     "Peru seconded the calls for a truce."),
    (hold_opposites, "Peru rejected the proposal for a truce.", "Peru endorsed the proposal for a truce.",
     "Peru turned down the proposal for a truce."),
    (hold_figures, "The deal frees 7 sailors held in Peru for 4 miners held in Chile, Bolivia and Spain.",
     "The deal frees 12 people: seven held in Peru and four held in three other countries.",
     "The deal frees 11 people: seven held in Peru and four held in three other countries."),
    (hold_causes, "The guards targeted the cook because she is a Swede and a Lutheran.",
     "The cook was singled out by the guards because she is a Dane.",
     "The cook was singled out by the guards because she is a Lutheran and a Swede."),
    (hold_causes, "The bishop invited Lind. He thanked the choir for attending his concert in Bergen.",
     "The bishop thanked the choir for painting the hall in Bergen.",
     "Speaking to Lind, the bishop thanked the choir for coming to his concert in Bergen."),
    (hold_denials, "The clerk was dismissed for stealing the keys of the mill.",
     "The clerk did not steal the keys of the mill.", "The clerk stole the keys of the mill."),
    (hold_fillers, "Lind condemned the grounding of the Danish airliner.",
     "Lind condemned the painting of the Danish airliner.", "Lind condemned the forcing down of the Danish airliner."),
    (hold_complements, "The shelter is for victims of domestic violence.",
     "The shelter is for victims of domestic accidents.", "The shelter is for victims of domestic abuse."),
]  # fmt: skip


@pytest.mark.parametrize(("hold", "passage", "wrong", "right"), HELD, ids=named)
def test_what_is_joined_or_lasts_otherwise_is_found(hold: Hold, passage: str, wrong: str, right: str) -> None:
    assert_holds(hold, passage, wrong, right)
