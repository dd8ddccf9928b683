"""What goes on and what has ended, who was and who is, what is allowed and what is done: on invented sentences."""

from __future__ import annotations

import pytest

from generator.rules.asked import hold_asked
from generator.rules.courses import hold_courses
from generator.rules.descriptions import hold_descriptions
from generator.rules.kinds import hold_kinds
from generator.rules.plans import hold_plans
from generator.rules.quantities import hold_figures
from generator.rules.questions import hold_questions
from generator.rules.relatives import hold_relatives
from generator.rules.strong import hold_strong_words
from tests.holding_text import Hold, assert_holds, named

# Each rule with a passage, a statement that it refuses and a sound neighbour.
HELD = [
    (hold_courses, "Omar Diallo has not changed, and he keeps on arming Peru's rebels.",
     "Omar Diallo has stopped arming Peru's rebels.", "Omar Diallo goes on arming Peru's rebels."),
    (hold_courses, "The teachers maintained that the Danish tolls should stay in place.",
     "The teachers argue that the Danish tolls ought to be removed.",
     "The teachers argue that the Danish tolls ought to be kept."),
    (hold_courses, "Kenya will suspend its application of the herring treaty.",
     "Kenya will withdraw from the herring treaty.", "Kenya will stop applying the herring treaty."),
    (hold_courses, "Brazil froze its membership of the herring pact.", "Brazil has quit the herring pact.",
     "Brazil suspended its membership of the herring pact."),
    (hold_strong_words, "The mill is one of the world's largest producers of salt.",
     "The mill makes more salt than any other company in the world.",
     "The mill is among the world's largest producers of salt."),
    (hold_strong_words, "The port is the second-busiest in Peru.", "The port is busier than any other in Peru.",
     "No port in Peru but one is busier, for it is the second-busiest."),
    (hold_kinds, "Fifteen firms, among them Nordkredit, a private Danish bank, were listed.",
     "Nordkredit, a state bank, is among the fifteen firms listed.", "Nordkredit, a private bank, was listed."),
    (hold_kinds, "The parliament passed a non-binding resolution on eels.",
     "The parliament passed a binding resolution on eels.",
     "The resolution on eels was non-binding."),
    (hold_descriptions, "Lea Holm, the head of the harbour board from 2016 until 2022, praised the talks.",
     "Lea Holm, who heads the harbour board, praised the talks.",
     "Lea Holm, who headed the harbour board, praised the talks."),
    (hold_descriptions, "The strike closed the port of Ghent, until then the main route for salt.",
     "The port of Ghent remains the main route for salt.", "The port of Ghent was the main route for salt."),
    (hold_relatives, "As the mayor has told Lea Holm's parents, the search goes on.",
     "The mayor has told Lea Holm herself that the search goes on.",
     "The mayor has told the parents of Lea Holm that the search goes on."),
    (hold_asked, "The council passed a law permitting fines on late ferries.",
     "The council imposed fines on late ferries.",
     "The council allowed fines on late ferries."),
    (hold_plans, "The president is intending to speak with Omar Diallo later. They have not spoken yet.",
     "The president has already had his call with Omar Diallo.", "The president plans a call with Omar Diallo."),
    (hold_questions, "Is it your belief that Chad was involved in the decision on the ferry? I did not try to say so.",
     "The minister confirmed that Chad was involved in the decision on the ferry.",
     "The minister was not trying to say so."),
    (hold_figures, "The bridge was shut for three and a half years.", "The bridge was shut for two and a half years.",
     "The bridge was shut for 3.5 years."),
    (hold_figures, "The lock was shut for a year and a half.", "The lock was shut for two and a half years.",
     "The lock was shut for 18 months."),
    (hold_figures, "Freed with Lea Holm were eight others.", "Nine others were freed with Lea Holm.",
     "Nine people were freed, Lea Holm among them."),
    (hold_courses, "The war led Norway's government to cut off the route; this pushed Mali into debt.",
     "Mali's decision to give up the route pushed it into debt.",
     "Norway's decision to give up the route pushed Mali into debt."),
    (hold_courses, "The court revoked one permit and suspended two.", "The court kept the one permit.",
     "The court suspended two permits."),
]  # fmt: skip


@pytest.mark.parametrize(("hold", "passage", "wrong", "right"), HELD, ids=named)
def test_what_changed_its_course_or_kind_is_found(hold: Hold, passage: str, wrong: str, right: str) -> None:
    assert_holds(hold, passage, wrong, right)
