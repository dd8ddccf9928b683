"""The grammar around a number: what it counts, whose that is, what happens to it and where.

Works on one parsed paragraph (a spaCy Doc). The small model's parse is wrong now and then, so every rule takes the
nearest reading that still makes sense and leaves a field empty rather than fill it with a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.acts import act_words, implied_sense, nations_in, noun_sense, participle, sense_of, state_sense
from generator.numbers import Number, unit_kinds

_NOMINAL = ("NOUN", "PROPN", "PRON")
_PASS_UP = ("conj", "appos", "nummod", "quantmod", "advmod", "amod", "compound", "nmod", "npadvmod", "attr", "punct", "dep")
_THROUGH = ("including", "among", "with", "along", "plus", "besides", "alongside", "like")
_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_NOBODY = ("DATE", "NORP", "TIME", "LANGUAGE")
_PLACE = ("to", "in", "into", "at", "near", "onto", "on", "toward", "towards")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, as far as the sentence says it; see model.Figure."""

    counts: str = ""
    phrase: str = ""
    whose: str = ""
    act: str = ""
    place: str = ""
    label: str = ""
    noun: Token | None = None
    verb: Token | None = None


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb (or action noun) above a noun, and how the noun hangs on it: a dependency label of spaCy's."""

    token: Token | None
    relation: str


def read_counted(doc: Doc, number: Number) -> Counted | None:
    """What this number of the paragraph counts; None where it counts nothing."""
    core = doc.char_span(*number.core, alignment_mode="expand")
    whole = doc.char_span(number.start, number.end, alignment_mode="expand")
    if core is None or whole is None:
        return None
    if number.unit:
        return _measured(doc, number, whole)
    country = _country(core)
    if country is not None:
        return _population(country)
    noun = _ranked(core) if number.ordinal else _noun(core)
    if noun is None:
        return None
    if noun.lemma_.lower() == "population":
        return _population(noun)
    top = core.root if noun.i > core.root.i and noun.dep_ == "pobj" else noun  # dozens of monks; about 70 of them
    governor = find_governor(top)
    act, verb = _act(noun, governor)
    phrase = _phrase(core, noun)
    return Counted(
        counts=_lemma(noun),
        phrase=phrase,
        whose=_whose(noun),
        act=act,
        place=_place(noun, verb, act),
        label=_label(phrase, noun, governor, act),
        noun=noun,
        verb=verb,
    )


def find_governor(noun: Token) -> Governor:
    """The nearest verb above a noun that the noun belongs to, or an action noun ("the release of 70 sailors"). Through
    another noun it does not climb: a country of 5 million does not do what its president does."""
    token, relation = noun, noun.dep_
    for _ in range(len(noun.doc)):
        head = token.head
        if head is token:
            break
        if head.pos_ in ("VERB", "AUX") and not (head.dep_ == "prep" and head.lower_ in _THROUGH):
            return Governor(head, relation if relation in (*_SUBJECT, "dobj", "attr") else token.dep_)
        if token.dep_ == "pobj" and head.pos_ in ("ADP", "SCONJ", "VERB"):
            above = head.head
            if head.lower_ not in _THROUGH and above.pos_ in _NOMINAL and above is not head:
                if noun_sense(above.lemma_.lower()):
                    return Governor(above, "pobj")
                if above.lemma_.lower() not in act_words()["wrappers"]:
                    return Governor(None, "")
        elif token.dep_ not in (*_PASS_UP, "prep", "pobj", "pcomp", *_SUBJECT, "dobj"):
            break
        token = head
    return Governor(None, "")


def _noun(core: Tokens) -> Token | None:
    """The noun that a plain number counts: its head, the noun after "of", or the one it is coordinated with."""
    root = core.root
    if root.pos_ in _NOMINAL and root.lemma_.isalpha() and not root.like_num and root.dep_ == "compound":
        return root.head
    outer = next((t.head for t in core if t.dep_ in ("nummod", "quantmod", "amod", "compound", "nmod", "det", "predet")
                  and t.head not in core and t.head.pos_ in _NOMINAL), None)
    if outer is not None and outer.i >= core.end - 1:
        return outer
    after = core.doc[core.end] if core.end < len(core.doc) else None
    if after is not None and after.lower_ == "of":
        below = next((t for t in after.children if t.dep_ == "pobj"), None)
        if below is None:
            return None
        return _antecedent(core, below) if below.lower_ in ("them", "these", "those") and not list(below.rights) else below
    if after is not None and after.pos_ in ("NOUN", "ADJ") and after.sent == root.sent:
        return next((t for t in core.doc[core.end : core.end + 4] if t.pos_ == "NOUN"), None)
    if root.dep_ in ("attr", "dobj", "pobj", "oprd", "acomp") and root.head.pos_ != "NOUN":
        return _counted_subject(root)
    if core.start and core.doc[core.start - 1].lower_ in ("another", "other") and root.dep_ in _SUBJECT:
        return root  # another eight were freed
    return None


def _ranked(core: Tokens) -> Token | None:
    """"At least the fourth visit", "the visit was at least the fourth": the visits are counted."""
    root = core.root
    if root.dep_ == "amod" and root.head.pos_ == "NOUN":
        return root.head
    subject = _subject_of(root.head) if root.dep_ in ("attr", "acomp") else None
    return subject if subject is not None and subject.pos_ == "NOUN" else None


def _antecedent(core: Tokens, pronoun: Token) -> Token:
    """What "70 of them" are: the noun of the last number before, in the sentence; else the pronoun itself."""
    for token in reversed(list(core.doc[core[0].sent.start : core.start])):
        if token.dep_ == "nummod" and token.head.pos_ == "NOUN":
            return token.head
    return pronoun


def _counted_subject(number: Token) -> Token | None:
    """"The number of ferries was 30", "the death toll rose to 30": the subject says what is counted."""
    verb = number.head if number.head.pos_ in ("VERB", "AUX") else number.head.head
    subject = next((t for t in verb.children if t.dep_ in _SUBJECT), None)
    if subject is None or subject.lemma_.lower() not in ("number", "total", "toll", "count", "tally", "population"):
        return None
    of = next((t for p in subject.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"), None)
    return of if of is not None else subject


def _lemma(noun: Token) -> str:
    """The noun's lemma; a plural that the model keeps (Ukrainians, others) loses its s; another eight are others."""
    if noun.like_num:
        return "other"
    lemma = str(noun.lemma_ if noun.pos_ == "PROPN" else noun.lemma_.lower())
    if lemma.lower() == noun.lower_ and noun.tag_ in ("NNS", "NNPS") and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-1]
    return lemma


def _phrase(core: Tokens, noun: Token) -> str:
    """What is counted in the article's words: all that stands between the number and its noun, and an "of …" after a
    noun that says little by itself."""
    if noun.like_num:
        return "others"
    if noun.i >= core.end:
        start = core.end
    elif any(t.text[-2:] in ("th", "rd", "nd") for t in core):
        return str(noun.text)
    else:
        start = min((t.i for t in noun.lefts if t.dep_ in ("amod", "compound", "nmod")), default=noun.i)
    words = list(core.doc[start : noun.i + 1])
    while words and words[0].lower_ in ("of", "the", "its", "his", "her", "their", "these", "those", "such", "-", ",", "'s"):
        words = words[1:]
    text = "".join(t.text_with_ws for t in words).strip()
    of = next((p for p in noun.children if p.lower_ == "of"), None)
    if of is not None and of.i == noun.i + 1:
        below = next((t for t in of.children if t.dep_ == "pobj" and t.pos_ == "NOUN"), None)
        if below is not None and below.i - of.i <= 3:
            text += " " + core.doc[of.i : below.i + 1].text
    return text


def _act(noun: Token, governor: Governor) -> tuple[str, Token | None]:
    """The lemma of what happens to the counted, and the verb that says it."""
    for verb in (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB"):
        if sense_of(verb.lemma_) and verb.lemma_ not in act_words()["light"]:
            return verb.lemma_, verb
    verb = governor.token
    if verb is not None and noun.dep_ == "npadvmod":
        verb = next((t for t in noun.doc[noun.i : noun.sent.end] if any(c.dep_ == "auxpass" for c in t.children)), verb)
    if verb is not None and verb.pos_ in ("VERB", "AUX"):
        among = _among(verb)
        if among is not None:
            return among.lemma_, among
        state = state_sense(noun.doc[noun.i : verb.right_edge.i + 1].text) if governor.relation in _SUBJECT else None
        if state and not sense_of(verb.lemma_):
            return min(state.verbs & {"hold", "kill", "miss", "injure"} or state.verbs), verb
        if any(c.lower_ == "free" for c in verb.children) and verb.lemma_ in ("go", "set", "walk"):
            return "free", verb
        if verb.lemma_ not in act_words()["light"]:
            return verb.lemma_, verb
    elif verb is not None:
        return verb.lemma_.lower(), verb
    implied = implied_sense(noun.lemma_.lower()) or noun_sense(noun.lemma_.lower())
    if implied:
        return ("hold" if "hold" in implied.verbs else noun.lemma_.lower()), verb
    return "", verb


def _among(verb: Token) -> Token | None:
    """"Among those freed were two monks": the act stands under "among"."""
    if verb.lemma_ != "be":
        return None
    for child in verb.children:
        if child.lower_ == "among":
            return next((t for t in child.subtree if t.tag_ == "VBN"), None)
    return None


def _whose(noun: Token) -> str:
    """The name or people that the counted belong to: a possessor, a nationality, or the noun itself (Kenyans)."""
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ == "PROPN":
            return name_of(child)
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and nations_in(child.text):
            return str(child.text)
    if nations_in(noun.text):
        return str(noun.text)
    return _beside(noun) if _lemma(noun) == "other" else ""


def _beside(noun: Token) -> str:
    """The one that "eight others" are others to: "Berg was freed along with eight others"."""
    above = noun
    for _ in range(6):
        if above.dep_ in ("relcl", "ccomp") or above.pos_ in ("VERB", "AUX"):
            break
        above = above.head
    subject = _subject_of(above if above.pos_ in ("VERB", "AUX") else None)
    if subject is None or noun.i < subject.i or not any(t.lower_ in ("along", "with", "besides") for t in noun.sent):
        return ""
    return name_of(subject) if subject.pos_ == "PROPN" else ""


def name_of(token: Token) -> str:
    """A name or noun with what belongs to it on the left: Anna Berg, airline."""
    left = [t for t in token.lefts if t.dep_ in ("compound", "flat") and t.pos_ == "PROPN" and not t.text.endswith(".")]
    return " ".join(t.text for t in (*left, token))


def _subject_of(verb: Token | None) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verb above it."""
    for _ in range(4):
        if verb is None:
            return None
        own = next((t for t in verb.children if t.dep_ in _SUBJECT), None)
        if own is not None:
            return own
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acl"):
            return None
        verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
    return None


def owner(verb: Token | None) -> str:
    """Whoever a measure belongs to: the verb's subject, a pronoun traced to the last name that is a subject."""
    subject = _subject_of(verb)
    return resolved(subject) if subject is not None else ""


def resolved(token: Token) -> str:
    """A name as it is; a pronoun or a noun with "the" as the nearest name before it that is a subject or possessor."""
    if token.pos_ == "PROPN":
        return name_of(token)
    is_definite = token.pos_ == "NOUN" and any(t.lower_ in ("the", "this") for t in token.children)
    if token.lower_ not in ("he", "she", "his", "her", "it", "its") and not is_definite:
        return ""
    before = [t for t in reversed(list(token.doc[: token.i])) if t.pos_ == "PROPN" and t.ent_type_ not in _NOBODY]
    if is_definite or token.lower_ in ("he", "she", "his", "her"):
        before = [t for t in before if t.ent_type_ == "PERSON" or not (is_definite or nations_in(t.text))]
    subjects = [t for t in before if t.dep_ in _SUBJECT]
    possessors = [t for t in before if t.dep_ == "poss" or t.ent_type_ == "PERSON"]
    return next((name_of(t) for t in (*subjects, *possessors)), "")


def _place(noun: Token, verb: Token | None, act: str) -> str:
    """Where the act leads or happens: the receiver's country, or the place after to, in, at."""
    sense = sense_of(act)
    if sense and act in sense.receiving and verb is not None:
        subject = _subject_of(verb)
        if subject is not None and subject.pos_ == "PRON" and verb.head is not verb:
            subject = _subject_of(verb.head) or subject
        if subject is not None:
            found = nations_in(" ".join(t.text for t in subject.subtree))
            return found[0] if found else ""
    for token in (verb, noun):
        if token is None:
            continue
        for goal in (c for c in token.children if c.dep_ == "dobj" and act in ("reach", "enter", "cross")):
            if found := nations_in(" ".join(t.text for t in goal.subtree)):
                return found[0]
        for prep in (c for c in token.children if c.dep_ == "prep" and c.lower_ in _PLACE and c.i > noun.i):
            below = next((t for t in prep.children if t.dep_ == "pobj"), None)
            if below is None or below.ent_type_ in ("DATE", "TIME"):
                continue
            found = nations_in(prep.doc[prep.i : below.i + 1].text)
            if found:
                return found[0]
            if below.ent_type_ in ("GPE", "LOC", "FAC"):
                return name_of(below)
    return ""


def _label(phrase: str, noun: Token, governor: Governor, act: str) -> str:
    """What is counted and what happens to it, short: "ferries sold", "monks who fled", "cases"."""
    verb = governor.token
    if not act or verb is None or verb.pos_ != "VERB" or verb.lemma_ != act:
        return phrase
    if governor.relation in ("dobj", "nsubjpass"):
        return f"{phrase} {participle(act)}"
    if governor.relation == "nsubj" and verb.tag_ in ("VBD", "VBP", "VBZ"):
        return f"{phrase} that {verb.text}"
    return phrase


def _country(core: Tokens) -> Token | None:
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
        subject = _subject_of(before)
        subject = before.head if subject is not None and subject.pos_ == "PRON" and before.dep_ == "relcl" else subject
        if subject is not None and (subject.lemma_.lower() in act_words()["populated"] or subject.ent_type_ == "GPE"):
            return subject
    return None


def _population(noun: Token) -> Counted:
    """The population of a place: the name beside it, or the country that the noun stands for."""
    near = [t for t in (noun, noun.head, *noun.children, *noun.head.children) if t.pos_ == "PROPN"]
    near += [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.pos_ == "PROPN"]
    named = next((t for t in near if t.ent_type_ in ("GPE", "LOC") or nations_in(t.text)), None)
    whose = name_of(named) if named is not None else ""
    label = f"population of {whose}" if whose else "population"
    return Counted("population", "population", whose, "", "", label, noun, None)


def _measured(doc: Doc, number: Number, whole: Tokens) -> Counted | None:
    """A number with a unit: what is measured stands after "of", right after the unit, or above it."""
    unit = next((t for t in reversed(list(whole)) if t.is_alpha or t.text in "%$"), whole.root)
    kind = unit_kinds()[number.unit]
    if number.unit == "years" and whole.end < len(doc) - 1 and doc[whole.end : whole.end + 2].text.lower() in ("-old", "years old", "- old"):
        return Counted("age", "old", _aged(doc, whole), label="age", noun=unit)
    root = whole.root
    head = root.head
    governor = find_governor(root)
    verb = governor.token
    act = verb.lemma_.lower() if verb is not None and verb.lemma_ not in act_words()["light"] else ""
    below = _below(doc, whole)
    if below is not None:
        phrase = doc[whole.end : below.i + 1].text
        counts, noun = _lemma(below), below
    elif root.dep_ in ("nummod", "compound", "amod", "nmod", "npadvmod", "quantmod") and head.pos_ == "NOUN" and head.i >= whole.end - 1:
        phrase, counts, noun = doc[whole.end : head.i + 1].text.lstrip("- "), _lemma(head), head
        governor = find_governor(head)
        act = _act(head, governor)[0]
    else:
        phrase, counts, noun = "", "", unit
    if counts and (sense := noun_sense(counts)) and kind == "time":
        act = "hold" if "hold" in sense.verbs else act
    is_of_person = not counts or (kind == "time" and act in ("hold", "sentence"))
    whose = _owner_of_measure(noun, verb) if is_of_person else _whose(noun)
    label = _label_of_measure(number.unit, phrase, governor.token)
    return Counted(counts, phrase, whose, act, _place(noun, None, ""), label, noun, verb)


def _label_of_measure(unit: str, phrase: str, verb: Token | None) -> str:
    """"percent of the wheat", "drop (percent)", "the carmaker lost (USD)"; empty where the sentence says too little."""
    if phrase:
        return f"{unit} {phrase}" if phrase.split()[0] in ("of", "in", "behind") else f"{phrase} ({unit})"
    subject = _subject_of(verb)
    if subject is None or verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ""
    name = resolved(subject) or subject.doc[subject.left_edge.i : subject.i + 1].text
    return "" if subject.pos_ == "PRON" and name == subject.text else f"{name} {verb.text} ({unit})"


def _below(doc: Doc, whole: Tokens) -> Token | None:
    """The noun of "percent of the wheat", "years in prison", "days of talks"."""
    if whole.end >= len(doc) or doc[whole.end].lower_ not in ("of", "in", "behind"):
        return None
    return next((t for t in doc[whole.end].children if t.dep_ == "pobj" and not t.like_num and t.ent_type_ != "DATE"), None)


def _owner_of_measure(noun: Token, verb: Token | None) -> str:
    """Whose measure it is: a possessor beside it, else the subject of the verb."""
    own = _whose(noun)
    if own:
        return own
    return owner(verb) if verb is not None and verb.pos_ in ("VERB", "AUX") else ""


def _aged(doc: Doc, whole: Tokens) -> str:
    """Who a "44-year-old" is: a name in the same phrase, else the last person named in the paragraph."""
    head = next((t.head for t in doc[whole.start : whole.end + 2] if t.head.pos_ in ("NOUN", "PROPN") and t.head.i >= whole.end), None)
    if head is not None and head.pos_ == "PROPN":
        return name_of(head)
    people = [e for e in doc.ents if e.label_ == "PERSON" and e.start < whole.start]
    return people[-1].text.removesuffix("'s") if people else ""
