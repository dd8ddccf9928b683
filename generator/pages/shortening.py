"""Fewer words of a sentence that is not ours to show whole: cut at clause borders, each cut marked with an ellipsis.

What is left says no more than the sentence did. So a clause that denies or doubts something is never cut away, nor one
that says which of several things is meant, and the subject, its verb and its object stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from generator import data
from generator.language import parse_text
from generator.pages.quoting import MOST_WORDS, words_of

_ASIDES = frozenset({"relcl", "acl", "appos", "parataxis", "prep"})  # cut only where a mark sets them apart
_CLAUSES = frozenset({"advcl", "conj"})  # cut with the word that joins them
_MARKS = frozenset(",;:—–-()")
_BORDER = re.compile(r"(?<=[,;:—–])\s+|\s+(?=[—–]\s)|\s+(?=(?:and|but|while|which|who|because|after|before|when)\b)")
QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_FEWEST = 4  # words; less of a sentence says nothing


def shorten_clauses(
    text: str, most: int, keep: Collection[str] = (), parsed: Doc | None = None, cuts_quotations: bool = True
) -> str:
    """The text with at most so many words, or empty where it cannot be had without changing what it says, or without
    a clause that holds one of the words to `keep` (as `words_of` has them). `parsed` is how its article has it. A
    quotation stays whole or goes where it is not to be cut."""
    if len(words_of(text)) <= most:
        return text
    doc = parsed if parsed is not None else parse_text(text)
    if len(list(doc.sents)) > 1:
        return ""
    cuts = [cut for cut in _cuts(doc) if not any(set(words_of(doc[i].text)) & set(keep) for i in cut)]
    cuts = [cut for cut in cuts if cuts_quotations or not _parts_quotation(doc, cut)]
    gone: set[int] = set()
    while _count(doc, gone) > most:
        cut = _next_cut(doc, [c for c in cuts if not c <= gone], gone, most)
        if not cut:
            return ""
        gone |= cut
    kept = _write(text, doc, gone)
    return kept if _FEWEST <= len(words_of(kept)) <= most else ""


def shorten_around(text: str, wanted: Collection[str], most: int = MOST_WORDS) -> str:
    """The stretch of the text, from clause border to clause border, of at most so many words that has most of the
    wanted ones; for a passage that is shown beside what rests on it. Empty where no clause is that short."""
    if len(words_of(text)) <= most:
        return text
    ends = [0, *(m.end() for m in _BORDER.finditer(text)), len(text)]
    best = (0, 0, "")
    for n, start in enumerate(ends[:-1]):
        for end in ends[n + 1 :]:
            part = text[start:end].strip()
            words = words_of(part)
            if len(words) > most:
                break
            found = len(set(words) & set(wanted))
            if len(words) >= _FEWEST and (found, -len(words)) > best[:2]:
                best = (found, -len(words), _mark(text, start, end))
    return best[2]


def _mark(text: str, start: int, end: int) -> str:
    part = text[start:end].strip().strip(",;:—– ")
    return f"{'… ' if start else ''}{part}{' …' if end < len(text) else ''}"


@lru_cache(maxsize=1)
def _holding() -> frozenset[str]:
    """data/shortening.yml."""
    return frozenset(word for line in data.load("shortening")["holding"] for word in line["words"])


# ---------------------------------------------------------------- what may go


def _next_cut(doc: Doc, cuts: Collection[set[int]], gone: set[int], most: int) -> set[int]:
    """The clause to cut next: the smallest that is enough, else the largest; empty where there is none."""
    if not cuts:
        return set()
    enough = [cut for cut in cuts if _count(doc, cut | gone) <= most]
    return min(enough, key=lambda c: (len(c), -min(c))) if enough else max(cuts, key=lambda c: (len(c), min(c)))


def _cuts(doc: Doc) -> Iterator[set[int]]:
    for token in doc:
        if token.dep_ not in _ASIDES | _CLAUSES:
            continue
        inside = {t.i for t in token.subtree}
        if len(inside) != max(inside) - min(inside) + 1 or _holds(doc, inside):
            continue
        if token.dep_ in _ASIDES and _is_set_apart(doc, inside):
            yield inside
        elif token.dep_ in _CLAUSES and _is_joined(doc, token, inside):
            yield inside | _joint(doc, token, inside)


def _holds(doc: Doc, inside: Collection[int]) -> bool:
    around = (*inside, min(inside) - 1) if min(inside) else tuple(inside)
    return any(doc[i].lower_ in _holding() or doc[i].lemma_.lower() in _holding() for i in around)


def _parts_quotation(doc: Doc, cut: Collection[int]) -> bool:
    """True where some of a quotation, or only one of its marks, would go. A mark that is never closed reaches to the
    end."""
    for match in QUOTATION.finditer(doc.text):
        inside = {token.i for token in doc if match.start() <= token.idx < match.end()}
        if inside & set(cut) and not inside <= set(cut):
            return True
    return False


def _is_set_apart(doc: Doc, inside: Collection[int]) -> bool:
    first, after = min(inside), max(inside) + 1
    return (first > 0 and doc[first - 1].text in _MARKS) and (
        after >= len(doc) or doc[after].text in _MARKS or doc[after].text in ".!?”\"'"
    )


def _is_joined(doc: Doc, token: Token, inside: Collection[int]) -> bool:
    """A clause with a verb of its own and a subject, or one that a mark sets apart."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
    if token.dep_ == "conj":
        return has_subject and token.head.pos_ in ("VERB", "AUX")
    return min(inside) > 0 and (has_subject or doc[min(inside) - 1].text in _MARKS)


def _joint(doc: Doc, token: Token, inside: Collection[int]) -> set[int]:
    """The `and` before a clause, and the mark before that."""
    first = min(inside)
    return {first - 1} if token.dep_ == "conj" and first and doc[first - 1].dep_ == "cc" else set()


# ---------------------------------------------------------------- what is left


def _count(doc: Doc, gone: Collection[int]) -> int:
    return len(words_of("".join(t.text_with_ws if t.i not in gone else " " for t in doc)))


def _write(text: str, doc: Doc, gone: Collection[int]) -> str:
    """The words that are left, an ellipsis for each gap, and no mark where it belonged to what is gone."""
    kept = [t for t in doc if t.i not in gone]
    while kept and (kept[-1].text in _MARKS or (kept[-1].text == "." and kept[-1].i - 1 in gone)):
        kept.pop()
    parts: list[str] = []
    for n, token in enumerate(kept):
        is_gap = n > 0 and token.i != kept[n - 1].i + 1
        if is_gap:
            parts = [*_without_mark(parts), "… "]
            if token.text in _MARKS:
                continue
        parts.append(text[token.idx : token.idx + len(token.text_with_ws)])
    written = "".join(parts).strip()
    is_cut_at_end = bool(kept) and kept[-1].i < len(doc) - 1
    return f"{written} …" if is_cut_at_end and not written.endswith("…") else written


def _without_mark(parts: list[str]) -> list[str]:
    while parts and parts[-1].strip() in _MARKS:
        parts = parts[:-1]
    return [*parts[:-1], f"{parts[-1].rstrip()} "] if parts else parts
