"""Numbers with a unit, ages and populations: what is measured, and of whom or what."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.figures.acts import act_words, nations_in, noun_sense, participle, sense_of
from generator.figures.doing import find_mood
from generator.figures.governing import Counted, find_governor, find_place
from generator.figures.happening import find_act
from generator.figures.naming import name_measure
from generator.figures.numbers import Number, unit_kinds
from generator.figures.owners import find_subject, lemma_of, owner, resolved, whose_is
from generator.figures.whole_names import name_of

_SENTENCED = ("sentence", "condemn", "jail")


def find_country(core: Tokens) -> Token | None:
    """The "nation" of "a nation of 5 million (people)", or the "population" of "population 5 million"."""
    if not core.start:
        return None
    before = core.doc[core.start - 1]
    if before.lower_ in ("population", "population:"):
        return before
    if before.lower_ in ("of", "with") and before.head.lemma_.lower() in act_words()["populated"]:
        after = core.doc[core.end] if core.end < len(core.doc) else None
        if after is None or after.pos_ not in ("NOUN", "ADJ") or after.lemma_.lower() in act_words()["people"]:
            return before.head
    if before.lemma_ == "have" and core.doc[core.start : core.end + 1][-1].lemma_.lower() in act_words()["people"]:
        subject = find_subject(before)
        subject = before.head if subject is not None and subject.pos_ == "PRON" and before.dep_ == "relcl" else subject
        if subject is not None and (subject.lemma_.lower() in act_words()["populated"] or subject.ent_type_ == "GPE"):
            return subject
    return None


def read_population(noun: Token) -> Counted:
    """The population of a place: the name beside it, or the country that the noun stands for."""
    above = [noun, *list(noun.ancestors)[:3]]
    near = [t for a in above[:2] for t in (a, *a.children) if t.pos_ == "PROPN"] + [
        t for t in above if t.pos_ == "PROPN"
    ]
    near += [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.pos_ == "PROPN"]
    named = next((t for t in near if t.ent_type_ in ("GPE", "LOC") or nations_in(t.text)), None)
    whose = name_of(named) if named is not None else ""
    label = f"population of {whose}" if whose else "population"
    return Counted("population", "population", whose, label=label, noun=noun)


def read_measure(doc: Doc, number: Number, whole: Tokens) -> Counted | None:
    """A number with a unit: what is measured stands after "of", right after the unit, or above it."""
    unit = next((t for t in reversed(list(whole)) if t.is_alpha or t.text in "%$"), whole.root)
    kind = unit_kinds()[number.unit]
    if (
        number.unit == "years"
        and whole.end < len(doc) - 1
        and doc[whole.end : whole.end + 2].text.lower() in ("-old", "years old", "- old")
    ):
        return Counted("age", "old", _aged(doc, whole), label="age", noun=unit)
    if number.hyphened and doc[whole.end : whole.end + 2].text.lower() in ("-olds", "- olds"):
        return None  # an age group
    root, after = whole.root, doc[whole.end : whole.end + 1].text.lower()
    head = root.head
    governor = find_governor(root)
    verb = governor.token
    act = verb.lemma_.lower() if verb is not None and verb.lemma_ not in act_words()["light"] else ""
    below = _below(doc, whole) if kind in ("time", "money", "share", "change") or after == "of" else None
    if below is not None:
        phrase = doc[whole.end : below.i + 1].text
        counts, noun = lemma_of(below), below
    elif (
        root.dep_ in ("nummod", "compound", "amod", "nmod", "npadvmod", "quantmod")
        and head.pos_ == "NOUN"
        and head.i >= whole.end - 1
    ):
        phrase, counts, noun = doc[whole.end : head.i + 1].text.lstrip("- "), lemma_of(head), head
        governor = find_governor(head)
        act = find_act(head, governor)[0]
    else:
        phrase, counts, noun = "", "", unit
    if counts and (sense := noun_sense(counts)) and kind == "time" and act not in _SENTENCED:
        act = "hold" if "hold" in sense.verbs else act
    is_of_person = not counts or (kind == "time" and act in ("hold", *_SENTENCED))
    held = unit if act in _SENTENCED else noun  # a Russian prison is nobody's sentence
    whose = _owner_of_measure(held, verb) if is_of_person else whose_is(noun)
    is_level = not phrase and kind in ("share", "change") and _is_level(doc, whole)
    is_level = is_level or after == "per"  # 40 miles per gallon: a rate
    label = "" if is_level else name_measure(number.unit, phrase, governor)
    act = "" if is_level else act
    if label and verb is not None and find_mood(verb, noun) == "planned":
        label = label.replace(f" {participle(verb.lemma_)} by", f" to be {participle(verb.lemma_)} by")
    return Counted(counts, phrase, whose, act, find_place(noun, None, ""), label, noun, verb)


def _is_level(doc: Doc, whole: Tokens) -> bool:
    """Where something went to or came from, and not by how much: "fell to 1,200 points", "up from 14 percent"."""
    before = doc[max(0, whole.start - 3) : whole.start].text.lower().split()
    return bool(before) and (before[-1] in act_words()["to_a_level"] or before[-2:] == ["level", "of"])


def _below(doc: Doc, whole: Tokens) -> Token | None:
    """The noun of "percent of the wheat", "years in prison", "days of talks"."""
    if whole.end >= len(doc) or doc[whole.end].lower_ not in ("of", "in", "behind"):
        return None
    return next(
        (t for t in doc[whole.end].children if t.dep_ == "pobj" and not t.like_num and t.ent_type_ != "DATE"), None
    )


def _owner_of_measure(noun: Token, verb: Token | None) -> str:
    """Whose measure it is: a possessor beside it, else the subject of the verb."""
    own = whose_is(noun)
    if own:
        return own
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ""
    sense = sense_of(verb.lemma_.lower())
    if sense is not None and sense.family == "release" and not any(c.dep_ == "nsubjpass" for c in verb.children):
        freed = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if freed is not None:  # Norway freed him after two years in jail: his, not Norway's
            return resolved(freed)
    sentenced = next((c for c in verb.children if c.dep_ == "dobj"), None) if verb.lemma_ in _SENTENCED else None
    return resolved(sentenced) if sentenced is not None else owner(verb)


def _aged(doc: Doc, whole: Tokens) -> str:
    """Who a "44-year-old" is: a name in the same phrase, else the last person named in the paragraph."""
    head = next(
        (
            t.head
            for t in doc[whole.start : whole.end + 2]
            if t.head.pos_ in ("NOUN", "PROPN") and t.head.i >= whole.end
        ),
        None,
    )
    if head is not None and head.pos_ == "PROPN":
        return name_of(head)
    people = [e for e in doc.ents if e.label_ == "PERSON" and e.start < whole.start]
    return people[-1].text.removesuffix("'s") if people else ""
