"""How much of one article stands in another, told without having either: a sketch of an article's word trigrams.

A sketch holds every distinct trigram as an 18-bit hash (blake2b), sorted, each written as 3 characters of URL-safe
base64, behind the scheme and the number of distinct trigrams: `t3.18:297:AAk…`. The hashes hold no words; whoever
guesses a sentence can test the guess, as with any such sketch.

Why no MinHash: a share of .05 read from n samples has a standard error of sqrt(.05 × .95 / n), so that ± .02 at two
errors takes n > 475 of an article's own trigrams, more than an article of 300 words has: the whole set is the
smaller sample. What remains is chance: a trigram that is not in B meets one of B's |B| hashes by p = |B| / 2^18, .005
for an article of 1,350 words. containment() takes that off; its error is then sqrt(p / |A|), about .004 for |A| = 300,
and less than .001 is lost to trigrams of one article that share a hash.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.model import Article

SCHEME = "t3.18"
_BITS = 18
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_FORM = re.compile(rf"{re.escape(SCHEME)}:(\d+):((?:[\w-]{{3}})*)", re.A)
_WORD = re.compile(r"\w+(?:[.,'-]\w+)*")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‑": "-", "\u00ad": None})


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case. `U.S.` is `u.s`, `Roe's` one word, `10,000` one word; marks are left out."""
    return tuple(_WORD.findall(text.translate(_PLAIN).lower()))


def trigrams_of(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """The distinct runs of three words. None crosses from one paragraph into the next, so that moving a paragraph
    changes nothing."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        run = words(text)
        found.update(zip(run, run[1:], run[2:], strict=False))
    return frozenset(found)


def sketch(texts: Sequence[str]) -> str:
    """The signature of the paragraphs of an article."""
    distinct = trigrams_of(texts)
    hashes = sorted({_hash(t) for t in distinct})
    return f"{SCHEME}:{len(distinct)}:{''.join(_encode(h) for h in hashes)}"


def of_article(article: Article) -> str:
    """The signature of an article's body and captions: a digest's is its original's, kept in the front matter."""
    if article.is_digest:
        return article.original.signature if article.original else sketch(())
    return sketch([block.text for block in article.paragraphs])


def trigrams(signature: str) -> int:
    """How many distinct trigrams the text had. Raises ValueError for what is no signature."""
    return int(_parse(signature)[1])


def containment(a: str, b: str) -> float:
    """The share (0 to 1) of a's distinct trigrams that also stand in b, hits by chance taken off. Raises ValueError
    for what is no signature."""
    ours, theirs = _hashes(a), _hashes(b)
    if not ours or not theirs:
        return 0.0
    chance = len(theirs) / 2**_BITS
    share: float = (len(ours & theirs) / len(ours) - chance) / (1 - chance)
    return min(1.0, max(0.0, share))


def is_sketch(signature: str) -> bool:
    """True for a well-formed signature of this scheme, with at least one trigram and its hashes in order."""
    match = _FORM.fullmatch(signature)
    if not match or not match[2]:
        return False
    hashes = [_decode(match[2][i : i + 3]) for i in range(0, len(match[2]), 3)]
    return hashes == sorted(set(hashes)) and len(hashes) <= int(match[1])


def _hash(trigram: tuple[str, ...]) -> int:
    digest = hashlib.blake2b(" ".join(trigram).encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") >> (32 - _BITS)


def _encode(number: int) -> str:
    return "".join(_ALPHABET[number >> shift & 63] for shift in (12, 6, 0))


def _decode(three: str) -> int:
    number = 0
    for character in three:
        number = number << 6 | _ALPHABET.index(character)
    return number


def _parse(signature: str) -> re.Match[str]:
    match = _FORM.fullmatch(signature)
    if not match:
        raise ValueError(f"no signature of the scheme {SCHEME}: {signature[:30]!r}")
    return match


@lru_cache(maxsize=1024)
def _hashes(signature: str) -> frozenset[int]:
    hashes = _parse(signature)[2]
    return frozenset(_decode(hashes[i : i + 3]) for i in range(0, len(hashes), 3))
