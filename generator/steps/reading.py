"""Steps of a measure in one article: who imposed, tightened, cut off, eased, promised or lifted what.

What counts as a measure and which verb means which step is data/measures.yml; this module only knows grammar: a verb
and its object, a passive and its subject, a noun made from a verb ("the lifting of sanctions").
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from generator.language import Parsed, is_question
from generator.model import DateMention, Span, Step
from generator.steps.parties import find_actors, find_patient, find_reasons, noun_span, target_span
from generator.steps.rules import Sense, load_rules, senses, subject_verbs


def find_steps(parsed: Sequence[Parsed], dates: Sequence[DateMention]) -> tuple[Step, ...]:
    """Every step that a paragraph or caption tells, in the order of the text."""
    found = []
    for part in parsed:
        if part.block.ref:
            for token in part.doc:
                found += _steps_at(part, token, dates)
    return tuple(found)


def _steps_at(part: Parsed, token: Token, dates: Sequence[DateMention]) -> list[Step]:
    if token.pos_ not in ("VERB", "AUX", "NOUN"):
        return []
    direct = load_rules()["direct"]
    if token.pos_ == "VERB" and token.lemma_.lower() in direct["verbs"]:
        whom = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")]
        sense = Sense(direct["key"], frozenset())
        return [_step(part, token, whom[0], sense, dates)] if whom and _is_told(token) else []
    for sense in senses("nominal" if token.pos_ == "NOUN" else "verbs").get(token.lemma_.lower(), ()):
        target = _object(token, sense.objects) or _antecedent(token, sense.objects)
        if target is None or any(child.lower_ == "whose" for child in target.children):
            continue
        if _is_told(token) and _is_on_something(token, target) and not _is_of_title(token, target):
            return [_step(part, token, target, sense, dates)]
    return []


def _is_told(token: Token) -> bool:
    """False for what is asked, denied, or only wished: "will they lift it?", "did not lift", "an effort to lift"."""
    if is_question(token.sent.text):
        return False
    children = {child.lower_ for child in token.children if child.dep_ in ("aux", "neg", "mark")}
    if any(child.dep_ == "neg" for child in token.children) or "if" in children:
        return False
    return "to" not in children or _is_future(token) or _undertaking(token) is not None


def _is_of_title(token: Token, target: Token) -> bool:
    """True inside a law's or an order's name: "the order (Blocking Property of Certain Persons)"."""
    return token.i > token.sent.start and token.is_title and target.is_title


def _is_on_something(token: Token, target: Token) -> bool:
    """A cost is a step only on or against somebody: "impose costs on the bank", not "impose costs for it"."""
    if target.lemma_.lower() not in load_rules()["weak"]:
        return True
    return any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "against") for t in (token, target) for c in t.children)


def _step(part: Parsed, token: Token, target: Token, sense: Sense, dates: Sequence[DateMention]) -> Step:
    undertaken = _undertaking(token)
    governs = undertaken or token
    clause = part.span(governs.sent)
    reasons = find_reasons(part, token)
    is_promise = undertaken is not None or _is_future(token)
    inside = [date.span for date in dates if date.span.within(clause) and _is_of_step(part, date.span, token)]
    before = tuple(span for span in inside if any(span.within(reason) for reason in reasons))
    return Step(
        ref=part.block.ref,
        action=load_rules()["undertaking"]["key"] if is_promise else sense.key,
        span=clause,
        verb=part.span(part.doc[token.i : token.i + 1]),
        actors=tuple(noun_span(part, actor) for actor in find_actors(token, governs)),
        target=target_span(part, find_patient(token) or target, token),
        dates=tuple(span for span in inside if span not in before),
        why=reasons[0] if reasons else None,
        after=before,
        promises=sense.key if is_promise else "",
    )


def _is_of_step(part: Parsed, date: Span, verb: Token) -> bool:
    """False for a date of another clause: of "agreed to end the embargo that it placed in May" May is not the end's."""
    offset = part.block.span.start
    tokens = part.doc.char_span(date.start - offset, date.end - offset, alignment_mode="expand")
    if tokens is None:
        return True
    around = _described(verb)
    is_described = around is not None and around.head in tokens  # in May, when it lifted the ban
    return is_described or _described(tokens.root) == around


def _described(token: Token) -> Token | None:
    """The verb of the innermost clause around a word that describes a noun: that it placed, announced in May. What is
    joined to that verb in another form stands outside: "issues an order that widens the ban and announcing another"."""
    below = token
    for verb in (token, *token.ancestors):
        if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
            return None if below.dep_ == "conj" and below.tag_ == "VBG" != verb.tag_ else verb
        below = verb
    return None


# ---------------------------------------------------------------- grammar


def _object(token: Token, nouns: frozenset[str]) -> Token | None:
    """The measure that this word governs: its object, its passive subject, what follows `of`, or its compound."""
    for child in token.children:
        if child.dep_ in ("dobj", "nsubjpass", "compound") and (found := _among(child, nouns)):
            return found
        if (child.dep_ == "prep" and child.lower_ in ("of", "on", "to", "off")) or child.dep_ == "prt":
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and (found := _among(grandchild, nouns)):
                    return found
    if token.dep_ in ("acl", "relcl") and token.tag_ == "VBN" and (found := _among(token.head, nouns)):
        return found
    if token.dep_ == "relcl" and _has_relative_object(token):
        return next((t for t in (token.head, *list(token.head.ancestors)[:2]) if _is_one(t, nouns)), None)
    if token.lemma_.lower() in subject_verbs() and token.pos_ == "VERB":
        return next((t for c in token.children if c.dep_ == "nsubj" and (t := _among(c, nouns))), None)
    if token.pos_ == "NOUN" and (compounds := [c for c in token.lefts if _is_one(c, nouns)]):
        return compounds[-1]
    return None


def _has_relative_object(verb: Token) -> bool:
    """ "The ban that it placed on timber": what the verb governs stands before it."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    governed = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return subject is not None and governed is not None and governed.lower_ in ("that", "which")


def _antecedent(token: Token, nouns: frozenset[str]) -> Token | None:
    """The measure that `they` or `it`, the subject of a passive, stands for: the nearest in the sentence before."""
    pronoun = next((c for c in token.children if c.dep_ == "nsubjpass" and c.lower_ in ("they", "it")), None)
    if pronoun is None or token.sent.start == 0:
        return None
    before = token.doc[token.sent.start - 1].sent
    return next((t for t in reversed(list(before)) if _is_one(t, nouns)), None)


def _among(token: Token, nouns: frozenset[str]) -> Token | None:
    """The measure among a noun and what it is joined with, or inside it: "a series of sanctions"."""
    inside = [t for p in token.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    return next((t for t in (token, *token.conjuncts, *inside) if _is_one(t, nouns)), None)


def _is_one(token: Token, nouns: frozenset[str]) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in nouns


def _is_future(token: Token) -> bool:
    """True for `will lift`, and for `is to be lifted`."""
    words = load_rules()["undertaking"]["auxiliaries"]
    auxiliaries = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    is_to = "to" in auxiliaries and token.dep_ == "xcomp" and token.head.lemma_ == "be"
    if is_to and any(c.dep_ == "nsubj" and c.lemma_.lower() in load_rules()["ways_out"] for c in token.head.children):
        return False  # the way out is to lift the ban: advice, and no promise
    is_beside = token.dep_ == "conj" and token.tag_ == "VB" and "to" not in auxiliaries  # "will close and tighten"
    return is_to or bool(auxiliaries & set(words)) or (is_beside and _is_future(token.head))


def _undertaking(token: Token) -> Token | None:
    """The verb of promising that this step hangs on: "agreed to lift", "an agreement to lift" is none."""
    verbs = load_rules()["undertaking"]["verbs"]
    head = token.head
    while token.dep_ in ("xcomp", "ccomp", "advcl", "conj") and head is not token:
        if head.lemma_.lower() in verbs and token.dep_ in ("xcomp", "ccomp"):
            return head
        if token.dep_ != "conj":
            break
        token, head = head, head.head
    return _undertaking_before(token)


def _undertaking_before(token: Token) -> Token | None:
    """The same where the parser hung the infinitive elsewhere: the last verb before it in the sentence undertakes."""
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children):
        return None
    before = [t for t in token.sent if t.i < token.i and t.pos_ == "VERB"]
    return before[-1] if before and before[-1].lemma_.lower() in load_rules()["undertaking"]["verbs"] else None
