"""The name of what a number with a unit measures, in the article's own noun phrase and verb.

A reader has to understand it without the article: where the text says too little for that, the name stays empty.
"""

from __future__ import annotations

from spacy.tokens import Token

from generator.figures.acts import act_words, nations_in, participle
from generator.figures.governing import Governor
from generator.figures.numbers import unit_kinds
from generator.figures.owners import SUBJECT, find_subject, resolved
from generator.figures.whole_names import name_of, whole_name

_WON = ("lose", "gain")
_POINTING = ("the", "this", "that", "these", "those", "our", "my", "your", "his", "her", "their", "its")


def name_measure(unit: str, phrase: str, governor: Governor) -> str:
    """As "share of the wheat bought by Chile (percent)", "fall in prices (percent)", "pounds lost by Anna Berg"."""
    kind, verb = unit_kinds()[unit], governor.token
    verb = verb if verb is not None and verb.pos_ in ("VERB", "AUX") else None
    tie, _, thing = phrase.partition(" ") if phrase.split()[:1] in (["of"], ["in"], ["behind"]) else ("", "", phrase)
    if kind == "often" and verb is not None and not phrase:
        return _times(verb)
    if not phrase and kind == "time":
        return _lacking(unit, verb)
    if not phrase:
        change = _change(unit, verb) if kind in ("share", "change") else ""
        is_open = kind in ("share", "change") and (verb is None or verb.lemma_ not in _WON)
        return change or ("" if is_open else _done(_sum(unit, ""), unit, governor))
    first = thing.split()[0].lower()
    if first in _POINTING and not (first == "the" and kind != "time"):
        return ""
    if kind == "time":
        return f"{unit} {phrase}" if tie else f"length of the {thing} ({unit})" if " " in thing else ""
    if kind == "share" and tie == "of":
        if governor.relation == "nsubj" and verb is not None and is_finite(verb):
            return f"share {phrase} that {predicate(verb)} (percent)"
        return _done(f"share {phrase}", unit, governor)
    if tie or kind not in ("money", "share"):
        return _done(_sum(unit, phrase), unit, governor)
    return f"{thing} ({unit})" if " " in thing else ""


def name_loosely(unit: str, phrase: str) -> str:
    """A name for what several origins give, where no text says more: "percent of the wheat", "drop (percent)"."""
    if not phrase:
        return ""
    return f"{unit} {phrase}" if phrase.split()[0] in ("of", "in", "behind") else f"{phrase} ({unit})"


def predicate(verb: Token) -> str:
    """A verb with its helpers, cut to where it leads: "has been to Chile", "were women"."""
    helpers = [t.text for t in verb.lefts if t.dep_ in ("aux", "auxpass", "neg")]
    goal = next((t for t in verb.rights if t.dep_ in ("dobj", "attr", "acomp", "prep")), None)
    below = next((t for t in goal.children if t.dep_ == "pobj"), goal) if goal is not None else None
    rest = verb.doc[goal.left_edge.i : below.i + 1].text if goal is not None and below is not None else ""
    return " ".join([*helpers, verb.text, rest]).strip()


def is_finite(verb: Token) -> bool:
    """True for a verb that says that something is so: sold, has been sold; not selling or to sell."""
    return verb.tag_ in ("VBD", "VBP", "VBZ") or any(c.tag_ in ("VBD", "VBP", "VBZ", "MD") for c in verb.lefts)


def _doer(subject: Token) -> str:
    """A subject by its name, a pronoun by the name it stands for, a noun with what belongs to it: the Lima index."""
    if subject.pos_ in ("PROPN", "PRON"):
        return resolved(subject)
    beside = next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if beside is not None:
        return name_of(beside)  # an engineer, Anna Berg
    if subject.left_edge.lower_ in _POINTING and subject.left_edge.lower_ != "the":
        return ""  # ours by whom?
    text = whole_name(subject.doc[subject.left_edge.i : subject.i + 1])
    return f"the {text}" if subject.left_edge.lower_ == "the" else text


def _times(verb: Token) -> str:
    """ "times Berg has been to Chile"."""
    subject = find_subject(verb)
    if subject is None or not is_finite(verb) or "times" in predicate(verb):
        return ""
    return f"times {_doer(subject)} {predicate(verb)}"


def _lacking(unit: str, verb: Token | None) -> str:
    """ "months that Berg had not heard his voice": what did not happen for so long; other lengths need a noun."""
    subject = find_subject(verb)
    if verb is None or subject is None or not is_finite(verb) or not any(c.dep_ == "neg" for c in verb.children):
        return ""
    doer = _doer(subject)
    return f"{unit} that {doer} {predicate(verb)}" if doer else ""


def _change(unit: str, verb: Token | None) -> str:
    """ "fall in death rates (percent)": what rose or fell by so much."""
    subject = find_subject(verb)
    noun = act_words()["changes"].get(verb.lemma_) if verb is not None else None
    if noun is None or subject is None or subject.pos_ == "PRON":
        return ""
    if subject.ent_type_ == "GPE":
        return ""  # Chile fell by 9 percent: what of it?
    if subject.pos_ == "PROPN":
        return f"{noun} of {name_of(subject)} ({unit})"
    first = subject.left_edge
    if first.lower_ in _POINTING and first.lower_ != "the":
        return ""  # its sales: whose?
    text = whole_name(subject.doc[first.i : subject.i + 1])
    if first.is_sent_start and first.pos_ in ("ADJ", "NOUN", "ADV") and first.is_title and not nations_in(first.text):
        text = text[0].lower() + text[1:]
    return f"{noun} in {text} ({unit})"


def _sum(unit: str, phrase: str) -> str:
    """ "barrels of oil"; money is a sum, and its currency stands behind."""
    if unit_kinds()[unit] != "money":
        return f"{unit} {phrase}".strip()
    thing = phrase.partition(" ")[2]
    return "sum" if thing.split()[:1] in ([], ["a"], ["an"], ["the"]) else thing  # spent in an effort to …


def _nameless() -> tuple[str, ...]:
    """Verbs that make no name: light and hollow ones, and changes, which something undergoes."""
    words = act_words()
    return (*words["light"], *words["hollow"], *words["changes"])


def _done(thing: str, unit: str, governor: Governor) -> str:
    """A thing with what is done to it and by whom: "barrels of oil sold by Chile". Empty where nothing is done."""
    verb = governor.token
    if verb is None or verb.pos_ != "VERB" or verb.lemma_ in _nameless():
        return ""
    kind = unit_kinds()[unit]
    is_object = governor.relation == "dobj" or (
        governor.relation == "npadvmod" and kind in ("share", "change", "money")
    )
    if kind == "time" or not (is_object or governor.relation == "nsubjpass"):
        return ""
    subject = find_subject(verb) if is_object else None
    name = _doer(subject) if subject is not None and (subject.dep_ in SUBJECT or verb.dep_ == "relcl") else ""
    if thing in (unit, "sum") and not name:
        return ""  # 40 pounds were lost: by whom?
    behind = f" ({unit})" if kind in ("money", "share") and thing != unit else ""
    return f"{thing} {participle(verb.lemma_)}{f' by {name}' if name else ''}{behind}"
