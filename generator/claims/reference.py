"""Whom or what a passage means where it does not name it: the bank, the President, Jake, the Secretary of State.

Who somebody is may stand anywhere in the cited article; what he or she did has to stand in the cited paragraph. A
description stands for the one whom the article tells of most among those whom it fits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from generator.claims.clauses import spread
from generator.claims.library import Library, Name, fold
from generator.claims.reading import Told
from generator.claims.wording import is_office, listed_stems, senses_of, stem, wording, words_of
from generator.names.nameparts import parse, same_given

_NEAR = 4  # paragraphs before a description in which a body may be named; further back another one is as likely


# ---------------------------------------------------------------- people


def role_heads(person: str, library: Library) -> frozenset[str]:
    """The stems of the nouns that the articles call a person by: president, envoy."""
    who = next((p for p in library.people if p.id == person), None)
    if who is None:
        return frozenset()
    texts = [r.text for r in who.roles] + [m.mention.title for m in who.mentions]
    words = {w for t in texts for w in t.lower().replace(".", " ").split()}
    return frozenset(stem(w) for w in words & words_of("offices"))


def is_called_by_given_name(person: str, told: Told, library: Library) -> bool:
    """The passage has the given name, and nobody else in the article has the same."""
    if told.cite is None:
        return False
    given = _given_names(person, library)
    if not any(n.kind == "other" and fold(n.text) in given for n in told.names):
        return False
    here = {p for (article, _), p in library.whose.items() if article == told.cite.article}
    return person in here and not any(given & _given_names(p, library) for p in here - {person})


def _given_names(person: str, library: Library) -> frozenset[str]:
    who = next((p for p in library.people if p.id == person), None)
    spelled = {who.name, *(s.text for s in who.spellings)} if who else set()
    return frozenset(fold(g) for s in spelled if (g := parse(s).given) and len(g) > 2)


def holds_office(person: str, noun: str, article: str, library: Library) -> bool:
    """Of all who are called by this office, the article tells of this one most; where it names none, the articles."""
    holders = [p for p in library.people if stem(noun) in role_heads(p.id, library)]
    here = Counter({p.id: sum(m.article == article for m in p.mentions) for p in holders})
    if not any(here.values()):
        here = Counter({p.id: len(p.mentions) for p in holders})
    best = max(here.values(), default=0)
    return best > 0 and [p for p, n in here.items() if n == best] == [person]


# ---------------------------------------------------------------- bodies


def is_described(name: Name, told: Told, library: Library) -> bool:
    """The passage has a description (the bank, the company) of the body that the paragraphs before it name."""
    if told.cite is None or name.kind == "person":
        return False
    fitting = {stem(w) for w in re.findall(r"[^\W\d_]+", name.text.lower())}
    if name.kind == "nation":
        if any(n.kind == "nation" for n in told.names):
            return False  # which of the two "the government" is of, nobody knows
        fitting = (fitting | listed_stems("countries")) - listed_stems("bodies")
    else:
        fitting |= listed_stems("bodies")
    is_there = any(t.pos_ == "NOUN" and stem(t.lemma_) in fitting and is_definite(t) for t in told.doc)
    return is_there and _is_in_mind(name, told, library)


def _is_in_mind(name: Name, told: Told, library: Library) -> bool:
    """The title or a paragraph shortly before names it, and the passage names nothing else of its sort."""
    assert told.cite is not None
    article = library.readings[told.cite.article].article
    blocks = [b for b in article.paragraphs if not b.ref.startswith("c")]
    place = next((i for i, b in enumerate(blocks) if b.ref == told.cite.ref), 0)
    texts = [article.title, *(b.text for b in blocks[max(0, place - _NEAR) : place]), *(b.text for b in blocks[:1])]
    words = [w for w in re.findall(r"[^\W\d_]+", name.text) if w[0].isupper() and len(w) > 1]
    is_near = any(all(re.search(rf"\b{re.escape(w)}\b", t) for w in words) for t in texts)
    return bool(words) and is_near


def is_definite(token: Token) -> bool:
    """The noun stands for something known: the bank, its owner, US officials."""
    if token.pos_ == "ADJ":
        return True
    kinds = ("det", "poss", "amod", "compound", "nmod")
    return any(c.dep_ in kinds and c.lower_ not in ("a", "an") for c in token.children)


def is_of_the_institution(word: str, there: set[str]) -> bool:
    """The department of a secretary, the ministry of a minister, and the other way round."""
    stems = {stem(w) for line in wording()["institutions"] if word.lower() in line for w in line}
    return not stems.isdisjoint(there)


def is_other_spelling(one: str, other: str) -> bool:
    """Single words that are one given name in two romanisations."""
    return min(len(one), len(other)) > 4 and " " not in one + other and bool(same_given(one, other))


# ---------------------------------------------------------------- what somebody is

_PAST, _PRESENT = ("former", "ex", "then", "onetime", "previous", "late", "past"), ("current", "present", "incumbent")


def roles(told: Told) -> Iterator[tuple[frozenset[str], Token]]:
    """The nouns that say what a person is, each with the keys of the person: in one phrase, or beside it."""
    people = [n for n in told.names if n.kind != "nation"]
    for chunk in told.doc.noun_chunks:
        owners = {t.idx for c in chunk for t in c.subtree if c.dep_ == "poss"}
        inside = [n for n in people if chunk.start_char <= n.span.start < chunk.end_char]
        keys = {k for n in inside if n.span.start not in owners for k in n.keys}
        heads = [c for child in chunk.root.children if child.dep_ == "appos" for c in spread(child)]
        heads += [chunk.root.head] if chunk.root.dep_ == "appos" else []
        heads += spread(chunk.root) if inside and chunk.root.pos_ == "PROPN" else []
        keys |= {k for n in people if any(n.span.start <= h.idx < n.span.end for h in heads) for k in n.keys}
        for token in chunk:
            is_name = any(n.span.start <= token.idx < n.span.end for n in people if n.kind == "person")
            whose = _right_after(token, people) or keys
            if token.pos_ in ("NOUN", "PROPN") and not is_name and _says_what(token) and whose:
                yield frozenset(whose), token


def _says_what(token: Token) -> bool:
    return is_office(token) or stem(token.lemma_) in listed_stems("kinship")


def _whose(told: Told, token: Token) -> frozenset[str]:
    """Whose sister somebody is: Lind's sister, a sister of Lind, Lind, whose sister; empty where it is hers or his."""
    owners = [c for c in token.children if c.dep_ == "poss"]
    owners += [o for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children]
    heads = [next((a.head for a in o.ancestors if a.dep_ == "relcl"), o) if o.lower_ == "whose" else o for o in owners]
    spots = {t.idx for o in heads for t in (o, *(c for c in o.children if c.dep_ == "compound"))}
    return frozenset(k for n in told.names if any(n.span.start <= s < n.span.end for s in spots) for k in n.keys)


def _right_after(token: Token, people: Sequence[Name]) -> frozenset[str]:
    """Whom a noun stands right before: card holder Ida. The parser takes a list of several such for one."""
    if token.tag_ in ("NNS", "NNPS") or token.i + 1 == len(token.doc):
        return frozenset()
    after = token.nbor(1).idx
    return frozenset(k for n in people if n.span.start == after for k in n.keys)


def moved_role(claim: Told, passages: Sequence[Told]) -> str:
    """What the statement calls somebody and the passages only somebody else; empty where there is no such thing."""
    there = [pair for told in passages for pair in roles(told)]
    mutual = [(_whose(p, t), k) for p in passages for k, t in roles(p) if t.lemma_.lower() in words_of("mutual")]
    for keys, token in roles(claim):
        senses = senses_of(token.lemma_.lower())
        alike = [(k, t) for k, t in there if not senses.isdisjoint(senses_of(t.lemma_.lower()))]
        if alike and not any(k & keys for k, _ in alike) and any(keys & told.keys for told in passages):
            if any(keys & owners and k & _whose(claim, token) for owners, k in mutual):
                continue  # whoever is her sister has her for a sister
            return f"“{alike[0][1].text}” is somebody else there"
        mine = [t for k, t in alike if k & keys]
        owners = [o for told in passages for t in mine if t.doc == told.doc and (o := _whose(told, t))]
        if (own := _whose(claim, token)) and len(owners) == len(mine) and owners and not any(own & o for o in owners):
            return f"“{mine[0].text}” is of somebody else there"
        if mine and _when(token) and all(_when(t) and _when(t) != _when(token) for t in mine):
            return f"there it is “{_when(mine[0])} {mine[0].text}”"
    return ""


def _when(token: Token) -> str:
    """Former or current, by a word of the same phrase."""
    near = {c.lower_ for t in (token, token.head) for c in t.children if c.dep_ in ("amod", "advmod", "compound")}
    return "former" if near & set(_PAST) else "current" if near & set(_PRESENT) else ""
