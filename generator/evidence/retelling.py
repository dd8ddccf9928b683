"""Holds a digest against the original that it retells, where an editor has both.

The same reader reads both texts, paragraph by paragraph: a figure, a date or a name that got lost or added, a quotation
that nobody spoke and a sentence that was copied each become a finding. Who said it, how sure they were and which way
round it happened stays the editor's to compare.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.articles.folder import read_article
from generator.articles.signature import of_article, words
from generator.dates.reading import resolve
from generator.errors import InputError
from generator.language import STOP_WORDS
from generator.model import Article, Block, Finding, Reading, Span
from generator.read import read

COPIED = 8  # words in a row that are the original's own; runs of six and seven are mostly names and set phrases
CONTENT = 5  # … of which so many are ordinary words, so that names with their offices pass
NEAR = 1500  # characters before a paragraph in which somebody may be named whom it calls `he` or `the envoy`
LONGEST_QUOTATION = 30  # words
_ANCHOR = dt.date(2001, 1, 17)  # any day serves to see that two relative dates are the same


def verify_originals(articles: Sequence[Article], originals: Path) -> tuple[Finding, ...]:
    """What differs between the digests among these articles and their originals, which lie in a folder.

    Raises InputError where the folder is missing.
    """
    if not originals.is_dir():
        raise InputError(str(originals), "", "there is no such folder.", "Name the folder that holds the originals.")
    found: list[Finding] = []
    for article in articles:
        if article.original:
            found += _verify(article, originals / article.original.file)
    return tuple(found)


def _verify(digest: Article, path: Path) -> list[Finding]:
    assert digest.original
    if not path.is_file():
        return [_finding(digest, "original.file", f"{path.name} is not in {path.parent}.", "Name its file.")]
    original = read_article(path)
    found = []
    if original.sha256 != digest.original.sha256:
        found.append(_finding(digest, "original.sha256", f"is not that of {path.name}.", _SIGN))
    if of_article(original) != digest.original.signature:
        found.append(_finding(digest, "original.signature", f"is not that of {path.name}.", _SIGN))
    return found + compare_retelling(read(digest), read(original))


_SIGN = "Make the entry again with `.venv/bin/python -m generator sign ORIGINAL`, and read the digest again."


def compare_retelling(digest: Reading, original: Reading) -> list[Finding]:
    """What differs between a digest and its original, paragraph by paragraph, in their order."""
    found = []
    runs = {run for block in original.article.paragraphs for run in _runs(block.text)}
    for kind in ("body", "caption"):
        mine, theirs = (_blocks(reading.article, kind) for reading in (digest, original))
        if len(mine) != len(theirs):
            text = f"has {len(mine)} {kind} paragraphs, the original {len(theirs)}."
            found.append(_finding(digest.article, "", text, "Retell paragraph by paragraph, in the same order."))
            continue
        for here, there in zip(mine, theirs, strict=True):
            for text in _differences(digest, here, original, there, runs):
                found.append(_finding(digest.article, f"paragraph {here.ref}", text, "Compare it with the original."))
    return found


def _differences(
    digest: Reading, here: Block, original: Reading, there: Block, runs: set[tuple[str, ...]]
) -> Iterable[str]:
    for what, mine, theirs in (
        ("figure", _figures(digest, here.span), _figures(original, there.span)),
        ("date", _dates(digest, here.span), _dates(original, there.span)),
    ):
        yield from (f"lacks the {what} {text}." for key, text in sorted(theirs.items()) if key not in mine)
        yield from (f"adds the {what} {text}." for key, text in sorted(mine.items()) if key not in theirs)
    near = original.article.text[max(0, there.span.start - NEAR) : there.span.end]
    yield from (f"lacks the name {name}." for name in _names(original, there.span) if name not in here.text)
    yield from (f"adds the name {name}." for name in _names(digest, here.span) if name not in near)
    said = " ".join(words(there.text))
    for quotation in _cut_at_marks(here.text)[1::2]:
        parts = re.split(r"…|\.\.\.|\[[^]]*\]", quotation)
        if any(" ".join(words(part)) not in said for part in parts):
            yield f"quotes what the original does not say: “{quotation}”."
        if len(words(quotation)) > LONGEST_QUOTATION:
            yield f"quotes {len(words(quotation))} words at once."
    if copied := next((run for run in _runs(here.text) if run in runs), None):
        yield f"copies “{' '.join(copied)}”."


def _figures(reading: Reading, span: Span) -> dict[tuple[str, str, str], str]:
    """Figures by value and bound; `one` is mostly an article or a pronoun."""
    inside = [f for f in reading.figures if f.span.within(span) and (f.low, f.high) != (1, 1)]
    return {(f"{f.low:g}", f"{f.high:g}", f.bound): f.text for f in inside}


def _dates(reading: Reading, span: Span) -> dict[str, str]:
    return {str(resolve(d.expression, _ANCHOR)): d.text for d in reading.dates if d.span.within(span)}


def _names(reading: Reading, span: Span) -> list[str]:
    """The words of people's names, each once."""
    inside = [m for m in reading.mentions if m.span.within(span)]
    return sorted({word for m in inside for word in re.findall(r"[^\W\d_][\w'’-]+", m.text)})


def _cut_at_marks(text: str) -> list[str]:
    """A text in parts: every second one stood between quotation marks."""
    return re.split('["“”]', text)


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    """Runs of words outside quotation marks that are more than names."""
    for part in _cut_at_marks(text)[0::2]:
        cased = re.findall(r"\w+(?:[.,'’-]\w+)*", part)
        for i in range(len(cased) - COPIED + 1):
            run = cased[i : i + COPIED]
            if sum(word[0].islower() and word not in STOP_WORDS for word in run) >= CONTENT:
                yield tuple(word.lower() for word in run)


def _blocks(article: Article, kind: str) -> list[Block]:
    return [block for block in article.paragraphs if block.kind == kind]


def _finding(article: Article, place: str, found: str, advice: str) -> Finding:
    return Finding(article.file, place, found, advice)
