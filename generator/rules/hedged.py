"""Words that a passage holds back on are not told as sure: what looked like a fuel line is no fuel line.

Unlike the rule of doubt, which goes from clause to clause, this one goes by what hangs under each word that holds back,
noun or clause, so that it finds it again however the statement is built.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import senses_of
from generator.rules.holding import Case, Fault, share_of, units_of, words_in

# The least share of what is held back that the statement's sentence, or another one of the passages, must have.
ALIKE = 0.6
_LONGEST = 14  # words; a scope longer than this is a mistake of the parser's mostly


def hold_hedges(case: Case) -> Fault | None:
    """What a passage only thinks, suspects or takes for something is not told as so."""
    kept = relation_words("kept_open")
    if any(t.lemma_.lower() in kept or t.lower_ in kept for t in case.claim.doc):
        return None
    for told in case.passages:
        for mark, head, scope in scopes(told):
            if any(t.lemma_ == mark.lemma_ and t.pos_ == mark.pos_ for t in case.claim.doc):
                continue
            if case.claim.sayings and mark.lemma_.lower() in relation_words("withholding", "suspected"):
                continue
            wanted = units_of(told, scope)
            for sentence in case.claim.doc.sents:
                words = words_in(case.claim, sentence)
                if senses_of(head.lemma_.lower()).isdisjoint(words) or share_of(wanted, words) < ALIKE:
                    continue
                if not _is_sure_elsewhere(case, told, mark, head, wanted):
                    return Fault(f"the passage holds back: “{' '.join(t.text for t in scope)}” ({mark.text})", False)
    return None


def scopes(told: Told) -> Iterator[tuple[Token, Token, list[Token]]]:
    """Each word that holds back, with the word that it bears on and all that hangs on that."""
    for token in told.doc:
        lemma = token.lemma_.lower()
        head = None
        if lemma in relation_words("withholding", "looks") and token.pos_ == "VERB":
            head = _below(token, ("like", "as"))
        elif lemma in ("take", "mistake") and token.pos_ == "VERB" and any(c.lower_ == "what" for c in token.children):
            head = _below(token, ("for",))  # what he took for a drone
        elif lemma in relation_words("withholding", "suspected") and token.pos_ == "VERB":
            head = _below(token, ("of", "in")) if _is_passive(token) else _small_clause(token) or _deed_of(token)
        elif lemma in relation_words("withholding", "rumours") and token.pos_ == "NOUN":
            head = _below(token, ("of", "about", "over"))
        elif token.lower_ in relation_words("withholding", "marks") and token.dep_ in ("advmod", "amod"):
            head = token.head
        if head is None or head == token:
            continue
        scope = [t for t in head.subtree if t.i != token.i and t.i not in {x.i for x in token.subtree}]
        if head in token.subtree:
            scope = list(head.subtree) + _owner(token)
        if len(scope) <= _LONGEST:
            yield token, head, sorted(scope, key=lambda t: t.i)


def _below(verb: Token, preps: tuple[str, ...]) -> Token | None:
    """What a word of seeming or suspecting is about: seems to be a crack, looked like a line, rumours of a sale."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "oprd", "ccomp") and child.i > verb.i:
            given = [c for c in child.children if c.dep_ == "attr"]
            return given[0] if child.lemma_ == "be" and given else child
        if child.dep_ == "prep" and child.lower_ in preps and child.i > verb.i:
            return next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
    return None


def _small_clause(verb: Token) -> Token | None:
    """Believe the guard to have taken the keys."""
    below = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i]
    return next((c for c in below if any(x.lower_ == "to" and x.dep_ == "aux" for x in c.children)), None)


def _deed_of(verb: Token) -> Token | None:
    """Suspect the guard of taking the keys."""
    whom = [c for c in verb.children if c.dep_ == "dobj"]
    preps = [c for t in (verb, *whom) for c in t.children if whom and c.dep_ == "prep" and c.lower_ == "of"]
    return next((c for p in preps for c in p.children if c.dep_ == "pcomp"), None)


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _owner(verb: Token) -> list[Token]:
    """The subject of a verb that holds back, or the noun that its clause describes."""
    kinds = ("dobj",) if _deed_of(verb) is not None else ("nsubj", "nsubjpass")
    found = [c for c in verb.children if c.dep_ in kinds and c.pos_ in ("NOUN", "PROPN")]
    return found + ([verb.head] if verb.dep_ == "relcl" else [])


def _is_sure_elsewhere(case: Case, told: Told, mark: Token, head: Token, wanted: list[frozenset[str]]) -> bool:
    """Another sentence of the passages says it without holding back."""
    for other in case.passages:
        for sentence in other.doc.sents:
            if other is told and sentence.start <= mark.i < sentence.end:
                continue
            words = words_in(other, sentence)
            if not senses_of(head.lemma_.lower()).isdisjoint(words) and share_of(wanted, words) >= ALIKE:
                return True
    return False
