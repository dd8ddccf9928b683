"""Numbers whose noun stands elsewhere: a toll that "rose to 12" or is "put at 12", and numbers for people named before
("40 sailors were held; 12 were freed").

Only where words of data/acts.yml say what happened; a number that nothing explains stays no figure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.figures.acts import act_words, is_person, nations_in, sense_of, state_sense
from generator.figures.doing import find_mood
from generator.figures.governing import Counted
from generator.figures.numbers import Number
from generator.figures.owners import SUBJECT, lemma_of, whose_is

TOLL = "toll"  # what a toll counts: people who died, whatever they were


def read_toll(doc: Doc, number: Number) -> Counted | None:
    """A number of dead that a noun before it announces: "the death toll rose to 12", "put the number of dead at 12"."""
    core = doc.char_span(*number.core, alignment_mode="expand")
    if core is None or number.unit or number.ordinal:
        return None
    if _is_of_lives(doc, core, number):
        return Counted(TOLL, "people", act="die", label="people dead", noun=core.root)
    following = doc[core.end : core.end + 1]
    if len(following) and following[0].pos_ in ("NOUN", "PROPN") and core.root.head is following[0]:
        return None
    is_dead = len(following) and following[0].lower_ == "dead" and following[0].dep_ != "acomp"
    before = doc.text[core.sent.start_char : number.start]
    again = act_words()["tolls"]["again"]
    is_again = re.search(again["before"], before) and re.match(again["after"], doc.text[number.end :])
    if not (is_dead or is_again or _toll().search(before)):
        return None
    verb = next((t for t in core.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    planned = find_mood(verb, core.root) == "planned"
    return Counted(TOLL, "people", act="die", label="people dead", noun=core.root, verb=verb, is_planned=planned)


def read_pronominal(doc: Doc, number: Number) -> Counted | None:
    """A number alone that is what something happened to: "12 were freed and 30 remain", "killing at least nine"."""
    core = doc.char_span(*number.core, alignment_mode="expand")
    if core is None or number.unit or number.ordinal or core.start >= core.end or core.end >= len(doc):
        return None
    if _is_share(core):
        return Counted("people", "people", label="people", noun=core.root)
    verb = _verb_of(core)
    sense = (sense_of(verb.lemma_.lower()) or state_sense(doc[verb.i : verb.i + 4].text)) if verb is not None else None
    if verb is None or sense is None or sense.name not in act_words()["alone"]:
        return None
    act = verb.lemma_.lower() if sense_of(verb.lemma_.lower()) else min(sense.verbs)
    noun = next(
        (
            t.head
            for t in reversed(list(doc[: core.start]))
            if t.dep_ == "nummod" and t.head.pos_ in ("NOUN", "PROPN") and t.head.i > t.i
        ),
        None,
    )
    is_named = noun is not None and (is_person(lemma_of(noun)) or bool(nations_in(noun.text)))
    is_clear = noun is None and sense.family != "stock" and core.text.lower() != "one"
    if core.root.dep_ == "dobj" and not (is_named or is_clear):  # "the museum has 40 paintings and freed 12"
        return None
    phrase, counts = (noun.text, lemma_of(noun)) if noun is not None and is_named else ("people", "people")
    whose = whose_is(noun) if noun is not None and is_named else ""
    planned = find_mood(verb, core.root) == "planned"
    return Counted(counts, phrase, whose, act, label=phrase, noun=core.root, verb=verb, is_planned=planned)


def _is_share(core: Tokens) -> bool:
    """A number alone in a sentence that opens with its whole: "Of the 21 dead, 13 came from Lima and 7 from Cusco"."""
    opening = re.match(r"(?:Out of|Of) (?:the|those|these|its|their) (?=\S*\d|[a-z-]+ )", core.sent.text)
    if opening is None or core.start_char < core.sent.start_char + opening.end() + 5:
        return False
    after = core.doc[core.end]
    is_alone = after.pos_ in ("VERB", "AUX", "ADP") and after.lower_ != "of"
    return is_alone and not any(t.dep_ == "nummod" and t.head.pos_ in ("NOUN", "PROPN") for t in core)


def _verb_of(core: Tokens) -> Token | None:
    """The verb that the number is the subject or the object of; "remain" after a number, which the model takes for a
    noun."""
    root, after = core.root, core.doc[core.end]
    if after.lower_ in ("remain", "remained"):
        return after
    if root.dep_ not in (*SUBJECT, "dobj") or root.i < core.start or root.head.pos_ not in ("VERB", "AUX"):
        return None
    return root.head if after.lower_ != "of" else None


def _is_of_lives(doc: Doc, core: Tokens, number: Number) -> bool:
    """ "Cost the lives of 300 people", "claimed 14 lives"."""
    start, end = core.sent.start_char, core.sent.end_char
    text = f"{doc.text[start : number.start]}#{doc.text[number.end : end]}"
    return any(p.search(text) for p in _lives())


@lru_cache(maxsize=1)
def _lives() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p.replace("{number}", "#"), re.I) for p in act_words()["lives"]["patterns"])


@lru_cache(maxsize=1)
def _toll() -> re.Pattern[str]:
    words = act_words()["tolls"]
    announced, led = ("|".join(words[key]) for key in ("announced", "led"))
    return re.compile(rf"\b(?:{announced})\b[^.;:,\"“”\d]{{0,60}}?\b(?:{led})\s+(?:the\s+)?$", re.I)
