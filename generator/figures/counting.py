"""What a number in a parsed paragraph counts: its noun, the noun's phrase, and the act that the row is named by."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.figures.acts import act_words, is_person, participle, sense_of, state_sense
from generator.figures.bare import read_pronominal, read_toll
from generator.figures.carriers import ABOARD, find_carrier
from generator.figures.doing import find_doer, find_mood
from generator.figures.governing import Counted, Governor, find_governor, find_place
from generator.figures.happening import find_act
from generator.figures.measuring import find_country, read_measure, read_population
from generator.figures.naming import predicate
from generator.figures.numbers import Number
from generator.figures.owners import NOMINAL, SUBJECT, find_subject, lemma_of, whose_is

_UNTOLD = ("of", "the", "its", "his", "her", "their", "these", "those", "such", "-", ",", "'s")
_PICKED = re.compile(r"\b(?:one|another|any|each|some|most|none) of (?:the|his|her|its|their|our|those|these) $")


def read_counted(doc: Doc, number: Number) -> Counted | None:
    """What this number of the paragraph counts; None where it counts nothing."""
    core = doc.char_span(*number.core, alignment_mode="expand")
    whole = doc.char_span(number.start, number.end, alignment_mode="expand")
    if core is None or whole is None:
        return None
    if number.unit:
        return read_measure(doc, number, whole)
    country = find_country(core)
    if country is not None:
        return read_population(country)
    toll = read_toll(doc, number)
    if toll is not None:
        return toll
    noun = _ranked(core) if number.ordinal else _noun(core)
    if noun is None or noun.lower_ in ("remain", "remained"):
        return read_pronominal(doc, number)
    if noun.lemma_.lower() == "population":
        return read_population(noun)
    is_of = core.end < len(doc) and doc[core.end].lower_ == "of"
    top = core.root if is_of and noun not in core.root.children else noun  # dozens of monks; about 70 of them
    is_pronoun = is_of and doc[core.end + 1 : core.end + 2].text.lower() in ("them", "those", "these", "whom")
    governor = find_governor(top)
    act, verb = find_act(noun, governor)
    phrase = _phrase(core, noun)
    if _PICKED.search(doc.text[: number.start]):
        act = ""  # one of the two sailors was flown out: one was
    mood = find_mood(verb, noun)
    if act == ABOARD and mood != "done":
        act = ""  # nobody is on board yet
    elif mood == "wanted":  # who asks that 12 sailors be released says that they are held
        sense = sense_of(act)
        act = "hold" if sense is not None and sense.family == "release" else ""
    return Counted(
        counts=lemma_of(noun),
        phrase=phrase,
        whose=whose_is(noun),
        act=act,
        place=find_place(noun, verb, act),
        label=_tail(core) if is_of and top is not noun and is_pronoun else _label(phrase, noun, governor, act),
        noun=noun,
        verb=verb,
        doer=find_carrier(doc.text, *number.core) if act == ABOARD else find_doer(verb, noun) if act else "",
        is_planned=mood == "planned",
    )


def _noun(core: Tokens) -> Token | None:
    """The noun that a plain number counts: its head, the noun after "of", or the one it is coordinated with."""
    root = core.root
    if root.pos_ in NOMINAL and root.lemma_.isalpha() and not root.like_num and root.dep_ == "compound":
        return root.head
    outer = next(
        (
            t.head
            for t in core
            if t.dep_ in ("nummod", "quantmod", "amod", "compound", "nmod", "det", "predet")
            and t.head not in core
            and t.head.pos_ in NOMINAL
        ),
        None,
    )
    if outer is not None and outer.i >= core.end - 1:
        return outer
    after = core.doc[core.end] if core.end < len(core.doc) else None
    if after is not None and after.lower_ == "of":
        below = next((t for t in after.children if t.dep_ == "pobj"), None)
        if below is None:
            return None
        return (
            _antecedent(core, below) if below.lower_ in ("them", "these", "those") and not list(below.rights) else below
        )
    is_before_noun = after is not None and (after.pos_ in ("NOUN", "ADJ") or after.dep_ == "amod")
    if after is not None and is_before_noun and after.sent == root.sent:
        nouns = [t for t in core.doc[core.end : core.end + 4] if t.pos_ == "NOUN"]
        return next((t for t in nouns if t.dep_ != "compound"), nouns[0] if nouns else None)
    if root.dep_ in ("attr", "dobj", "pobj", "oprd", "acomp") and root.head.pos_ != "NOUN":
        return _counted_subject(root)
    if core.start and core.doc[core.start - 1].lower_ in ("another", "other") and root.dep_ in SUBJECT:
        return root  # another eight were freed
    return None


def _ranked(core: Tokens) -> Token | None:
    """ "At least the fourth visit", "the visit was at least the fourth": the visits are counted."""
    root = core.root
    if root.dep_ == "amod" and root.head.pos_ == "NOUN":
        return root.head
    subject = find_subject(root.head) if root.dep_ in ("attr", "acomp") else None
    return subject if subject is not None and subject.pos_ == "NOUN" else None


def _antecedent(core: Tokens, pronoun: Token) -> Token:
    """What "70 of them" are: the noun of the last number before; else the pronoun itself."""
    for token in reversed(list(core.doc[core[0].sent.start : core.start])):
        if token.dep_ == "nummod" and token.head.pos_ == "NOUN":
            return token.head
    for token in reversed(list(core.doc[: core[0].sent.start])):  # in a sentence before, people alone
        if token.dep_ == "nummod" and token.head.pos_ == "NOUN" and is_person(token.head.lemma_):
            return token.head
        if token.like_num and (hurt := _participle_of(token)) is not None:
            return hurt
    return pronoun


def _participle_of(number: Token) -> Token | None:
    """ "Nine of the injured": people by what happened to them, which the model takes for an adjective or a noun."""
    after = number.doc[number.i + 1 : number.i + 4]
    if after[:2].text.lower() != "of the" or len(after) < 3:
        return None
    noun = after[2]
    is_last = noun.i + 1 >= len(noun.doc) or noun.nbor().pos_ not in ("NOUN", "PROPN", "ADJ")
    done = sense_of(noun.lemma_.lower()) or state_sense(noun.text)
    return noun if is_last and done is not None and done.is_fate and noun.tag_ != "NNS" else None


def _counted_subject(number: Token) -> Token | None:
    """ "The number of ferries was 30", "the death toll rose to 30": the subject says what is counted; in "put the
    number of ferries at 30" the object does."""
    verb = number.head if number.head.pos_ in ("VERB", "AUX") else number.head.head
    is_put = number.head.lower_ == "at" and verb.lemma_ in ("put", "estimate", "place")
    subject = next((t for t in verb.children if t.dep_ in (("dobj",) if is_put else SUBJECT)), None)
    if subject is None or subject.lemma_.lower() not in ("number", "total", "toll", "count", "tally", "population"):
        return None
    of = next((t for p in subject.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"), None)
    return of if of is not None else subject


def _phrase(core: Tokens, noun: Token) -> str:
    """What is counted in the article's words: all that stands between the number and its noun, and an "of …" after a
    noun that says little by itself."""
    if noun.like_num:
        return "others"
    if noun.i >= core.end:
        start = core.end
    elif any(t.text[-2:] in ("th", "rd", "nd") for t in core):
        return f"{noun.text}s" if noun.tag_ == "NN" else str(noun.text)
    else:
        start = min((t.i for t in noun.lefts if t.dep_ in ("amod", "compound", "nmod")), default=noun.i)
    words = list(core.doc[start : noun.i + 1])
    while words and words[0].lower_ in _UNTOLD:
        words = words[1:]
    text = "".join(t.text_with_ws for t in words).strip()
    ties = ("of", "from") if noun.lemma_.lower() in act_words()["people"] else ("of",)
    of = next((p for p in noun.children if p.lower_ in ties), None)
    if of is not None and of.i == noun.i + 1:
        below = next((t for t in of.children if t.dep_ == "pobj" and t.pos_ in ("NOUN", "PROPN")), None)
        if below is not None and below.i - of.i <= 5:
            text += " " + core.doc[of.i : _narrowed(noun, below) + 1].text
    return text


def _narrowed(top: Token, noun: Token) -> int:
    """Where a noun ends with the participle that narrows it: "countries allied with Chile", "ships built in Oslo"."""
    clauses = [c for t in (noun, top) for c in t.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == noun.i + 1]
    clause = clauses[0] if clauses else None
    tie = next((c for c in clause.children if c.dep_ in ("prep", "agent")), None) if clause is not None else None
    below = next((c for c in tie.children if c.dep_ == "pobj"), None) if tie is not None else None
    return below.i if below is not None and below.i - noun.i <= 6 else noun.i


def _tail(core: Tokens) -> str:
    """What sets a part off from its whole, to stand after it: "70 of them in deals made by Chile", "Chile brokered the
    release of 70 of them" → "whose release Chile brokered", "70 of them were women" → "who were women"."""
    root, doc = core.root, core.doc
    after = doc[core.end + 2] if core.end + 2 < len(doc) else None
    if after is not None and after.dep_ == "prep" and after.lower_ in ("in", "under", "by", "through", "during"):
        below = next((c for c in after.children if c.dep_ == "pobj"), None)
        if below is not None and below.right_edge.i - after.i <= 9:
            return str(doc[after.i : below.right_edge.i + 1].text)
    if root.dep_ in SUBJECT and root.head.pos_ in ("VERB", "AUX"):
        return f"who {predicate(root.head)}"
    above = root.head.head if root.dep_ == "pobj" else root
    if above.pos_ == "NOUN" and above.dep_ == "dobj" and above.head.tag_ in ("VBD", "VBZ", "VBP", "VBG"):
        verb, subject = above.head, find_subject(above.head)
        done = participle(verb.lemma_) if verb.tag_ == "VBG" else verb.text  # "with Chile brokering" is past as well
        if subject is not None and subject.pos_ != "PRON" and (verb.tag_ != "VBG" or done.endswith("ed")):
            return f"whose {above.text} {doc[subject.left_edge.i : subject.i + 1].text} {done}"
    return ""


def _label(phrase: str, noun: Token, governor: Governor, act: str) -> str:
    """What is counted and what happens to it, short: "ferries sold", "monks who fled", "cases"."""
    verb = governor.token
    if not act or verb is None or verb.pos_ != "VERB" or verb.lemma_ != act:
        return phrase
    if governor.relation in ("dobj", "nsubjpass"):
        return f"{phrase} {participle(act)}"
    is_told = governor.relation == "nsubj" and verb.tag_ in ("VBD", "VBP", "VBZ") and noun.i < verb.i
    is_told = is_told and not any(t.like_num for t in verb.doc[verb.i : verb.i + 4])
    if is_told and " " in (done := predicate(verb)):
        return f"{phrase} that {done}"
    return phrase
