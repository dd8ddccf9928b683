"""What a text says somebody is, right beside the name: apposed roles and kin.

Four places are read: before the name (`exiled opposition leader X`), before it with a comma (`the ministry's envoy,
X,`), after it (`X, a senior adviser to Y`) and behind a copula (`X is a lawyer`). A phrase counts only where its head
is a noun for what people are (data/roles.yml).
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.mentions.kin import Role, kin_in_a_row, with_kin, with_kin_before
from generator.mentions.tokens import first_of, token_at, token_before, whole_word
from generator.mentions.words import word_lists
from generator.names.nameparts import titles

_OLOGIST = re.compile(r"[a-z]{2}(?:ologist|ographer)$")
_OPEN = {"DET", "PRON"}
_STOP = re.compile(r"\s*(?:[,;:()\"—–]|\s-\s|\b(?:who|which|that|whose|when|where|while|and\s+(?:said|has|was|is))\b)")
_MAX_PHRASE = 90  # characters; longer phrases are clauses
_MOST_APPOSED = 3  # phrases one behind the other
_MAX_TAIL = 9  # words between the noun and the comma: `the head of the island's court of appeal, X,`
_BEHIND = re.compile(r"\s+(?:of|for|to|on|at|in|from|with|who|and)\s")
_TAILS = ("of", "for", "to", "on", "at", "in", "from", "with")


def is_role_noun(word: str) -> bool:
    """True for a noun that says what a person is: `spokeswoman`, `co-founder`, `ex-minister`."""
    low = word.casefold().rstrip(".")
    low = re.sub(r"^(?:co|ex|vice|then|deputy)-", "", low)
    lists = word_lists()
    return bool(_OLOGIST.search(low)) or low in lists["nouns"] or low in lists["kin"] or low in titles()["office"]


def head_of(role: Role) -> str:
    """The noun that says what somebody is: `head` of `head of the island's court`."""
    words = _BEHIND.split(role.text, maxsplit=1)[0].split()
    return words[-1].casefold() if words else ""


def find_role(doc: Doc, start: int, end: int, title_start: int, title: str) -> Role | None:
    """The role apposed to the name at start to end of the block, or None. The nearest place wins; kin of another place
    stays beside it."""
    after, before = _roles_after(doc, end), _role_before(doc, title_start, title)
    before = with_kin_before(doc, before) if before else _role_before_comma(doc, title_start, end)
    if after and not after.kin and before and before.kin:  # `Ivo Lind's son Karl, a cadet`
        return replace(after, kin=before.kin, owner=before.owner)
    return after or before or _role_by_copula(doc, end) or kin_in_a_row(doc, title_start)


def _roles_after(doc: Doc, end: int) -> Role | None:
    """What is apposed right behind the name; of a row of appositions the first that is more than kin, with the kin:
    `X, the mayor's widow, an opposition lawmaker,`."""
    found: list[Role] = []
    while len(found) < _MOST_APPOSED and (role := _role_after(doc, found[-1].end if found else end)):
        found.append(role)
    kin = next((r for r in found if r.kin), None)
    told = next((r for r in found if not r.kin), None)
    if told and kin:
        return replace(told, kin=kin.kin, owner=kin.owner)
    return told or kin


def _role_after(doc: Doc, end: int) -> Role | None:
    match = re.match(r",?\s+\((?=[a-z])|,\s+(?:(?:aged?\s+)?\d{1,3},\s+)?", doc.text[end:])
    role = _phrase_at(doc, end + match.end()) if match else None
    return None if role and _has_verb_of_its_own(doc, role) else role


def _has_verb_of_its_own(doc: Doc, role: Role) -> bool:
    """True for the subject of another clause: "after the speech of X, an official of the ministry left"."""
    inside = doc.char_span(role.start, role.end, alignment_mode="expand")
    if inside is None or inside.end >= len(doc):
        return False
    following = doc[inside.end]
    adverb = inside[-1] if inside[-1].pos_ == "ADV" else None
    return following.tag_ in ("VBD", "VBZ", "VBP", "MD") and following in (inside.root.head, adverb and adverb.head)


def _role_by_copula(doc: Doc, end: int) -> Role | None:
    match = re.match(r"(?:,[^,.;]{1,80},)?\s+(?:is|was|became|remains)\s+(?=(?:an?|the|one)\s)", doc.text[end:])
    return _phrase_at(doc, end + match.end()) if match else None


def _phrase_at(doc: Doc, at: int) -> Role | None:
    """The noun phrase that begins here, if its head says what a person is, with what hangs on it up to a comma."""
    first = token_at(doc, at)
    if first is None or (
        first.pos_ in ("VERB", "ADP", "ADV", "SCONJ", "CCONJ", "AUX")
        and not is_role_noun(first.text)
        and first.lower_ not in word_lists()["participles"]
    ):
        return None
    last = first
    while last.i + 1 < len(doc) and _continues(doc, last):
        last = last.nbor()
    if not is_role_noun(whole_word(last)):
        return None
    is_list = first.tag_ == "PRP$" or bool(re.match(r"\s+[^\W\d_a-z]", doc.text[last.idx + len(last.text) :]))
    if is_list:  # `X, her husband and …`, `X, journalist Y`: the phrase is somebody else's
        return None
    stop = _end_of_phrase(doc, last)
    while first.pos_ == "DET" and first.i < last.i:
        first = first.nbor()
    text = doc.text[first.idx : stop].strip()
    return with_kin(doc, first.idx, first.idx + len(text), last)


def _continues(doc: Doc, last: Token) -> bool:
    following = last.nbor()
    if following.text in ("-", "'s", "'", "/"):
        return True
    if following.is_sent_start and not last.text.endswith("."):
        return False
    if last.text == "-":
        return True
    linked = following.lower_ == "and" and is_role_noun(last.text) and following.i + 1 < len(doc)
    if linked and is_role_noun(doc[following.i + 1].text):
        return True
    if last.lower_ == "and" or (last.pos_ == "DET" and following.lower_ in word_lists()["participles"]):
        return True
    if last.lower_ in word_lists()["participles"] and last.i > 0 and last.nbor(-1).pos_ == "DET":
        return following.pos_ in ("NOUN", "ADJ", "PROPN")
    return following.pos_ in ("NOUN", "ADJ", "PROPN", "NUM", "DET") and (
        following.pos_ != "DET" or last.pos_ in ("DET", "ADV")
    )


def _end_of_phrase(doc: Doc, last: Token) -> int:
    end = last.idx + len(last.text)
    if last.i + 1 < len(doc) and last.nbor().pos_ not in ("ADP", "PART", "SCONJ"):
        return end
    limit = min(last.sent.end_char, end + _MAX_PHRASE)
    match = _STOP.search(doc.text, end, limit)
    stop = match.start() if match else limit
    if match is None and limit < last.sent.end_char:
        stop = doc.text.rfind(" ", end, limit)
    for token in doc[last.i + 1 :]:
        if token.idx >= stop:
            break
        if token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            stop = token.idx
            break
    return (
        len(doc.text[:stop].rstrip(" ."))
        if doc.text[:stop].rstrip().endswith(".") and stop >= last.sent.end_char - 1
        else stop
    )


def _role_before(doc: Doc, start: int, title: str) -> Role | None:
    """`Chilean President`, `exiled opposition leader`, `analyst`; a mere title is a title and no role."""
    courtesy = bool(title) and title.casefold().rstrip(".") in titles()["courtesy"]
    end = start
    if title and not courtesy:
        end = start + len(title)
        while end < len(doc.text) and doc.text[start:end].split() != title.split():
            end += 1
    last = token_before(doc, end)
    if courtesy or last is None or not is_role_noun(whole_word(last)):
        return None
    first = first_of(last) if whole_word(last) in word_lists()["kin"] else last
    while first.i > 0 and _leads(first):
        first = first.nbor(-1)
    while first.text in ("'s", "'", "-", "and") and first.i < last.i:
        first = first.nbor()
    text = doc.text[first.idx : last.idx + len(last.text)]
    if not text or (title and text.split() == title.split()):
        return None
    return with_kin(doc, first.idx, last.idx + len(last.text), last)


def _leads(first: Token) -> bool:
    before = first.nbor(-1)
    if before.idx + len(before.text) < first.idx - 1 or first.is_sent_start:
        return False
    if before.text in ("'s", "-", "'"):
        return before.i > 0
    if first.text == "-" or first.text in ("'s", "'"):
        return before.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "ADV") or before.text[:1].isupper()
    if before.lower_ == "and" and before.i > 0:
        other = before.nbor(-1)
        return is_role_noun(first.text) and is_role_noun(other.text) and first.lower_ != other.lower_
    if first.lower_ == "and":
        return True
    if before.tag_ in ("VBN", "VBG", "VBD") or before.lower_ in word_lists()["participles"]:
        return before.lower_ in word_lists()["participles"]
    return before.pos_ in ("NOUN", "PROPN", "ADJ") or before.tag_ == "PRP$"


def _role_before_comma(doc: Doc, start: int, end: int) -> Role | None:
    """`The ministry's envoy, X, said`, `his sister, X.`: an owner or article, the phrase, a comma, the name, a stop."""
    if not re.search(r"[^\W\d_],\s+$", doc.text[:start]) or not re.match(r"\s*[,.;)]|$", doc.text[end:]):
        return None
    end_of_phrase = doc.text.rfind(",", 0, start)
    last = _head_before(doc, end_of_phrase)
    if last is None:
        return None
    first = first_of(last) if whole_word(last) in word_lists()["kin"] else last
    while first.i > 0 and _leads(first):
        first = first.nbor(-1)
    before = first.nbor(-1) if first.i else None
    owned = first.tag_ == "PRP$" or any(t.text in ("'s", "'") for t in doc[first.i : last.i])
    if not owned and (before is None or before.pos_ != "DET"):
        return None
    if whole_word(last).casefold() in word_lists()["kin"]:
        return with_kin(doc, first.idx, last.idx + len(last.text), last)
    start = first.idx + (len(first.text) + 1 if first.tag_ == "PRP$" else 0)
    return Role(doc.text[start:end_of_phrase], start, end_of_phrase)


def _head_before(doc: Doc, end: int) -> Token | None:
    """The noun for what somebody is that heads the phrase ending here: `envoy` of `envoy for the northern isles`."""
    last = token_before(doc, end)
    if last is None or is_role_noun(whole_word(last)):
        return last
    for token in reversed(doc[max(0, last.i - _MAX_TAIL) : last.i]):
        is_clause = token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG"
        if is_clause or token.pos_ in ("PUNCT", "SCONJ", "PRON"):
            return None
        if is_role_noun(token.text) and token.text[:1].islower() and token.nbor().lower_ in _TAILS:
            return token
    return None
