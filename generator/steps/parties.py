"""Who takes a step and what it is on: the words around its verb, as spans of the text."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import Parsed
from generator.model import Span
from generator.steps.rules import load_rules, subject_verbs


def find_actors(token: Token, governs: Token) -> list[Token]:
    """Who takes the step: the subject or agent, a pronoun followed up to the noun of the clause above."""
    if token.lemma_.lower() in subject_verbs():
        return []
    found = _subjects(token, governs)
    if found and found[0].pos_ == "PRON" and governs.dep_ == "ccomp":
        above = [c for c in governs.head.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
        found = above or found
    if found and found[0].lower_ in ("it", "they") and token.dep_ == "relcl":  # Norway kept the ban that it placed
        found = [s for verb in list(token.ancestors) for s in verb.children if s.dep_ == "nsubj"][:1]
    found = [_named_by(actor) for actor in found]
    found = [actor for actor in found if actor.lemma_.lower() not in load_rules()["nouns"]]
    return [actor for actor in found if actor.doc[actor.i + 1 : actor.i + 2].text != ":"]  # a transcript's speaker


def _named_by(actor: Token) -> Token:
    """The noun that `which` or `who` stands for: "Norway, which froze its assets"."""
    verb = actor.head
    is_relative = actor.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN")
    return verb.head if is_relative else actor


def _subjects(token: Token, governs: Token) -> list[Token]:
    for verb in dict.fromkeys((token, governs)):
        for child in verb.children:
            if child.dep_ == "agent":
                return [actor for p in child.children if p.dep_ == "pobj" for actor in (p, *p.conjuncts)]
            if child.dep_ == "nsubj" and not _is_passive_clause(verb):
                return [child, *child.conjuncts]
            if child.dep_ == "poss" and verb.pos_ == "NOUN":
                return [child]
    is_doing = governs.tag_ == "VBG" and governs.dep_ in ("advcl", "acl")  # signed an order imposing sanctions
    if governs.dep_ == "conj" or is_doing:
        above = governs.head if governs.head.pos_ in ("VERB", "AUX") else governs.head.head
        return _subjects(above, above) if above is not governs else []
    return []


def _is_passive_clause(verb: Token) -> bool:
    return any(child.dep_ == "nsubjpass" for child in verb.children)


def find_patient(token: Token) -> Token | None:
    """What a measure that is itself the subject is on: "sanctions targeted the bank"."""
    if token.lemma_.lower() not in subject_verbs():
        return None
    return next((child for child in token.children if child.dep_ == "dobj"), None)


def noun_span(part: Parsed, token: Token) -> Span:
    """The noun with what stands before it, and nothing that follows; a name whole: the Department of Justice."""
    left = [t.i for t in token.subtree if t.i < token.i and not t.is_punct and t.i >= token.left_edge.i]
    start = min([token.i, *left]) if token.pos_ != "PRON" else token.i
    of = next((c for c in token.children if c.lower_ == "of" and c.i == token.i + 1 and token.pos_ == "PROPN"), None)
    whole = next((c for c in of.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), token) if of is not None else token
    conjunct = token.dep_ == "conj"
    return part.span(part.doc[(token.i if conjunct and not left else start) : whole.i + 1])


def target_span(part: Parsed, target: Token, verb: Token) -> Span:
    """The measure with its adjectives and what it is on: "wide-ranging sanctions on the bank"."""
    end = target.i
    described = [
        c for r in target.children if r.dep_ == "relcl" for c in r.children
    ]  # the ban that it placed on timber
    for child in (*target.children, *verb.children, *described):
        is_tie = child.dep_ == "prep" and child.lower_ in ("on", "against", "of", "through", "via")
        if is_tie and child.i > target.i and not any(c.ent_type_ == "DATE" for c in child.children):
            end = max(end, _end_of_phrase(child))
    lefts = [t for t in target.lefts if t.dep_ in ("amod", "compound", "det", "poss", "nmod", "nummod")]
    start = min([target.i, *(t.left_edge.i for t in lefts)])
    return part.span(part.doc[start : end + 1])


def _end_of_phrase(preposition: Token) -> int:
    """The last word of a prepositional phrase, before an apposition or a clause that only adds to it."""
    cut = [t.left_edge.i for t in preposition.subtree if t.dep_ in ("appos", "relcl", "advcl", "acl")]
    last = min([*cut, preposition.right_edge.i + 1]) - 1
    while preposition.doc[last].is_punct and last > preposition.i:
        last -= 1
    return last


def find_reasons(part: Parsed, token: Token) -> list[Span]:
    """The phrases that begin with a reason's word and hang on the step, the longest first."""
    words = set(load_rules()["reasons"])
    found = []
    for child in token.subtree:
        if child.lower_ not in words:
            continue
        head = child.head if child.dep_ in ("mark", "advmod") else child
        tokens = [t.i for t in head.subtree if t.i >= child.i]
        if len(tokens) > 1 and token.i not in tokens and child.i <= head.i:
            found.append(part.span(part.doc[min(tokens) : max(tokens) + 1]))
    return sorted(found, key=lambda span: span.start - span.end)
