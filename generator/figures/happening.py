"""What happens to the counted, by the lemma of the verb that says it: the verb above, one of a clause behind the noun,
or the one that words of state ("behind bars") stand for.

Takes the nearest reading that still makes sense; where the text says nothing, the act stays empty.
"""

from __future__ import annotations

from spacy.tokens import Token

from generator.figures.acts import Sense, act_words, implied_sense, kind_of, noun_sense, sense_of, state_sense
from generator.figures.carriers import ABOARD, is_on_one
from generator.figures.governing import Governor
from generator.figures.owners import SUBJECT

_CARRYING = ("bring", "pull", "make", "carry", "lift", "reach", "get", "come", "take")


def find_act(noun: Token, governor: Governor) -> tuple[str, Token | None]:
    """The lemma of what happens to the counted, and the verb that says it."""
    above = sense_of(governor.token.lemma_.lower()) if governor.token is not None else None
    if governor.token is not None and governor.relation in SUBJECT and above is None:
        said = state_sense(noun.doc[governor.token.i : governor.token.right_edge.i + 1].text)
        if said is not None and said.family == "release":  # three sailors who were held are coming home
            return said.verb, governor.token
    for clause in (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB"):
        sense = sense_of(clause.lemma_)
        if sense and not (above and sense.family == "stock"):  # the release of 30 sailors held in Chile is a release
            return clause.lemma_, clause
    if _is_aboard(noun, governor, above):
        return ABOARD, governor.token
    dead = next((s for c in noun.children if c.dep_ == "amod" and (s := state_sense(c.text))), None)
    if dead is not None and above is None:
        return dead.verb, governor.token
    verb: Token | None = governor.token
    at_once = state_sense(noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)].text.partition(",")[0])
    saved = state_sense(_own_words(noun, verb)) if verb is not None and verb.lemma_ in _CARRYING else None
    is_left = verb is not None and verb.lemma_ in ("leave", "find")  # left 900 families homeless
    for said in (at_once if at_once and (is_left or at_once.name == "trapped") else None, saved):
        if said is not None and (is_left or said.name in ("trapped", "rescued")):
            is_dead = said.name == "rescued" and kind_of(noun.lemma_.lower()) == "body"
            return "recover" if is_dead else said.verb, verb  # still underground; brought out alive
    if verb is not None and noun.dep_ == "npadvmod":
        verb = next((t for t in noun.doc[noun.i : noun.sent.end] if any(c.dep_ == "auxpass" for c in t.children)), verb)
    if verb is not None and verb.pos_ in ("VERB", "AUX"):
        among = _among(noun) if not sense_of(verb.lemma_) else None
        if among is not None:
            return among.lemma_, among
        state = state_sense(_own_words(noun, verb)) if governor.relation in SUBJECT else None
        is_open = sense_of(verb.lemma_) is None or (verb.lemma_ == "remain" and state is not sense_of("remain"))
        is_open = is_open and not (state and state.is_carried and verb.lemma_ not in ("be", "remain"))
        if state and is_open:  # they are in custody; they remain missing
            return state.verb, verb
        if verb.lemma_ == "go" and verb.head.lemma_ == "let":
            return "free", verb
        if verb.lemma_ in ("go", "set", "walk") and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "free":
            return "free", verb
        if verb.lemma_ not in act_words()["light"]:
            return verb.lemma_, verb
    elif verb is not None:
        return verb.lemma_.lower(), verb
    implied = implied_sense(noun.lemma_.lower()) or noun_sense(noun.lemma_.lower())
    if implied:
        return ("hold" if "hold" in implied.verbs else noun.lemma_.lower()), verb
    return "", verb


def _is_aboard(noun: Token, governor: Governor, above: Sense | None) -> bool:
    """ "A ferry with 40 farmers on board", "a bus carrying 40 farmers". What else is said to happen to them comes
    first, unless it is the ferry that lands; and some who do something are not all on board: "30 on board jumped"."""
    verb = governor.token
    if above is not None and (above.name != "moved" or noun.dep_ in (*SUBJECT, "dobj")):
        return False
    if verb is not None and verb.lower_ == "carrying" and governor.relation == "dobj":
        return True
    if not is_on_one(noun.doc.text[noun.idx + len(noun) : noun.sent.end_char]):
        return False
    is_subject = noun.dep_ in SUBJECT and verb is not None and verb.lemma_ != "be"
    return not is_subject or noun.doc[noun.left_edge.i].lower_ in ("all", "the")


def _own_words(noun: Token, verb: Token) -> str:
    """What the verb says of the noun, without other clauses: "nine boats left as more dead were found"."""
    clauses = [c.left_edge.i for c in verb.children if c.i > verb.i and _is_other_clause(c)]
    end = min([verb.right_edge.i + 1, *clauses])
    return str(noun.doc[min(noun.i, verb.i) : end].text)


def _is_other_clause(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return token.dep_ == "advcl" or (token.dep_ in ("conj", "ccomp") and any(c.dep_ in SUBJECT for c in token.children))


def _among(noun: Token) -> Token | None:
    """ "Among those freed were two monks", "two monks were among those freed": the act stands under "among"."""
    among = next((t for t in noun.sent if t.lower_ == "among"), None)
    if among is None:
        return None
    return next((t for t in noun.doc[among.i : among.i + 4] if t.tag_ in ("VBN", "VBD") and sense_of(t.lemma_)), None)
