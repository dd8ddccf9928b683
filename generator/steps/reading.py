"""Steps of a measure in one article: who imposed, tightened, cut off, eased, promised or lifted what.

What counts as a measure and which verb means which step is data/measures.yml; this module only knows grammar: a verb
and its object, a passive and its subject, a noun made from a verb ("the lifting of sanctions").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.tokens import Token

from generator import data
from generator.language import Parsed
from generator.model import Article, DateMention, Span, Step


@lru_cache(maxsize=1)
def load_rules() -> Mapping[str, Any]:
    """data/measures.yml as it is written."""
    return data.load("measures")


@dataclass(frozen=True, slots=True)
class _Sense:
    """What one verb or noun means when it governs one of these objects."""

    key: str
    objects: frozenset[str]


def find_steps(article: Article, parsed: Sequence[Parsed], dates: Sequence[DateMention]) -> tuple[Step, ...]:
    """Every step that a paragraph or caption tells, in the order of the text."""
    del article  # its blocks came parsed
    found = []
    for part in parsed:
        if part.block.ref:
            for token in part.doc:
                found += _steps_at(part, token, dates)
    return tuple(found)


def _steps_at(part: Parsed, token: Token, dates: Sequence[DateMention]) -> list[Step]:
    senses = _senses("verbs" if token.pos_ in ("VERB", "AUX") else "nominal").get(token.lemma_.lower(), ())
    direct = load_rules()["direct"]
    if token.pos_ == "VERB" and token.lemma_.lower() in direct["verbs"]:
        whom = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")]
        sense = _Sense(direct["key"], frozenset())
        return [_step(part, token, whom[0], sense, dates)] if whom and _is_told(token) else []
    if token.pos_ not in ("VERB", "AUX", "NOUN") or not senses:
        return []
    for sense in senses:
        target = _object(token, sense.objects) or _antecedent(token, sense.objects)
        if target is None or any(child.lower_ == "whose" for child in target.children):
            continue
        if _is_told(token) and _is_on_something(token, target):
            return [_step(part, token, target, sense, dates)]
    return []


def _is_told(token: Token) -> bool:
    """False for what is asked, denied, or only wished: "will they lift it?", "did not lift", "an effort to lift"."""
    if token.sent.text.rstrip(" \"'”’").endswith("?"):
        return False
    children = {child.lower_ for child in token.children if child.dep_ in ("aux", "neg", "mark")}
    if any(child.dep_ == "neg" for child in token.children) or "if" in children:
        return False
    return "to" not in children or _is_future(token) or _undertaking(token) is not None


def _is_on_something(token: Token, target: Token) -> bool:
    """A cost is a step only on or against somebody: "impose costs on the bank", not "impose costs for it"."""
    if target.lemma_.lower() not in load_rules()["weak"]:
        return True
    return any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "against") for t in (token, target) for c in t.children)


def _step(part: Parsed, token: Token, target: Token, sense: _Sense, dates: Sequence[DateMention]) -> Step:
    undertaken = _undertaking(token)
    clause = _clause(part, undertaken or token)
    governs = undertaken or token
    reasons = _reasons(part, token)
    inside = [date.span for date in dates if date.span.within(clause)]
    before = tuple(span for span in inside if any(span.within(reason) for reason in reasons))
    return Step(
        ref=part.block.ref,
        action=load_rules()["undertaking"]["key"] if undertaken or _is_future(token) else sense.key,
        span=clause,
        verb=_token_span(part, token),
        actors=tuple(_noun_span(part, actor) for actor in _actors(token, governs)),
        target=_target_span(part, _patient(token) or target, token),
        dates=tuple(span for span in inside if span not in before),
        why=reasons[0] if reasons else None,
        after=before,
    )


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
    if token.dep_ in ("acl", "relcl") and (found := _among(token.head, nouns)) and _is_passive(token):
        return found
    if token.lemma_.lower() in _subject_verbs() and token.pos_ == "VERB":
        return next((t for c in token.children if c.dep_ == "nsubj" and (t := _among(c, nouns))), None)
    if token.pos_ == "NOUN" and (compounds := [c for c in token.lefts if _is_one(c, nouns)]):
        return compounds[-1]
    return None


def _antecedent(token: Token, nouns: frozenset[str]) -> Token | None:
    """The measure that `they` or `it`, the subject of a passive, stands for: the nearest in the sentence before."""
    pronoun = next((c for c in token.children if c.dep_ == "nsubjpass" and c.lower_ in ("they", "it")), None)
    if pronoun is None or token.sent.start == 0:
        return None
    before = token.doc[token.sent.start - 1].sent
    return next((t for t in reversed(list(before)) if _is_one(t, nouns)), None)


def _patient(token: Token) -> Token | None:
    """What a measure that is itself the subject is on: "sanctions targeted the bank"."""
    if token.lemma_.lower() not in _subject_verbs():
        return None
    return next((child for child in token.children if child.dep_ == "dobj"), None)


def _among(token: Token, nouns: frozenset[str]) -> Token | None:
    """The measure among a noun and what it is joined with, or inside it: "a series of sanctions"."""
    inside = [t for p in token.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    return next((t for t in (token, *token.conjuncts, *inside) if _is_one(t, nouns)), None)


def _is_one(token: Token, nouns: frozenset[str]) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in nouns


def _is_passive(token: Token) -> bool:
    return token.tag_ == "VBN"


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


def _actors(token: Token, governs: Token) -> list[Token]:
    """Who takes the step: the subject or agent, a pronoun followed up to the noun of the clause above."""
    if token.lemma_.lower() in _subject_verbs():
        return []
    found = _subjects(token, governs)
    if found and found[0].pos_ == "PRON" and governs.dep_ == "ccomp":
        above = [c for c in governs.head.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
        found = above or found
    found = [_named_by(actor) for actor in found]
    return [actor for actor in found if actor.lemma_.lower() not in load_rules()["nouns"]]


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
    if governs.dep_ == "conj" and governs.head is not governs:
        return _subjects(governs.head, governs.head)
    return []


def _is_passive_clause(verb: Token) -> bool:
    return any(child.dep_ == "nsubjpass" for child in verb.children)


def _token_span(part: Parsed, token: Token) -> Span:
    return part.span(part.doc[token.i : token.i + 1])


def _noun_span(part: Parsed, token: Token) -> Span:
    """The noun with what stands before it, and nothing that follows."""
    left = [t.i for t in token.subtree if t.i < token.i and not t.is_punct and t.i >= token.left_edge.i]
    start = min([token.i, *left]) if token.pos_ != "PRON" else token.i
    conjunct = token.dep_ == "conj"
    return part.span(part.doc[(token.i if conjunct and not left else start) : token.i + 1])


def _target_span(part: Parsed, target: Token, verb: Token) -> Span:
    """The measure with its adjectives and what it is on: "wide-ranging sanctions on the bank"."""
    end = target.i
    for child in (*target.children, *verb.children):
        if child.dep_ == "prep" and child.lower_ in ("on", "against", "of", "through", "via") and child.i > target.i:
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


def _clause(part: Parsed, token: Token) -> Span:
    return part.span(token.sent)


def _reasons(part: Parsed, token: Token) -> list[Span]:
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


# ---------------------------------------------------------------- rules


@lru_cache(maxsize=1)
def _subject_verbs() -> frozenset[str]:
    """Verbs whose subject is the measure: "sanctions targeted the bank"."""
    return frozenset(word for action in load_rules()["actions"] for word in action.get("subject_of", ()))


@lru_cache(maxsize=2)
def _senses(form: str) -> Mapping[str, tuple[_Sense, ...]]:
    rules = load_rules()
    senses: dict[str, tuple[_Sense, ...]] = {}
    for action in rules["actions"]:
        objects = frozenset(rules[action["of"]])
        for word in (*action[form], *(action.get("subject_of", ()) if form == "verbs" else ())):
            senses[word] = (*senses.get(word, ()), _Sense(action["key"], objects))
    return senses


def is_reference(word: str) -> bool:
    """True for a noun made from a verb (`lifting`): it mentions a step and does not say whether it was taken."""
    return any(word.lower() in action["nominal"] for action in load_rules()["actions"])


def labels() -> Mapping[str, str]:
    """How each step is called on a page, by its key."""
    rules = load_rules()
    actions: Iterable[Mapping[str, str]] = (*rules["actions"], rules["undertaking"])
    return {action["key"]: action["label"] for action in actions}
