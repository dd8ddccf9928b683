"""Bytes into text, whatever encoding an editor's file is in.

Clean UTF-8 comes out as it went in. Another encoding is recognised (charset-normalizer), text that was once decoded
wrongly is mended (ftfy), signs that nobody sees and that would cut a name in two are taken out, and each is told in a
finding. Marks, spaces and letters are never made over.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

from generator.errors import InputError
from generator.model import Finding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = frozenset(range(32)) - {9, 10, 11, 12, 13, 27} | {127}
_UNSEEN = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens, zero-width spaces and marks of direction. Joiners stay: Persian names are written with them."""
_LIKELY = ("cp1252", "cp1251", "mac_roman")
"""Which of several encodings that fit equally well: what English and Russian texts are commonly saved in."""
_BREAKS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"})
MOST_STRAYS = 20
"""Bytes. A text in another encoding has far more that are no UTF-8: every letter with an accent, every curly mark."""
MOST_CONTROLS = 0.002
"""Share of control characters from which on a file is not text. Text has none, a picture or archive about .1."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, its line breaks as \\n, and what an editor should know of how it was read."""

    text: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """The text of a file. Raises InputError where it holds none: nothing at all, or something that is not text."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise InputError(file, "line 1", "the article is empty.", "Add its text or take the file away.")
    text, encoding = _read(data)
    if text is None or sum(ord(c) in _NOT_TEXT for c in text) > MOST_CONTROLS * len(text):
        advice = "Save the article as .txt, .md or .html; pictures and PDF are not read."
        raise InputError(file, "", "this is not text.", advice)
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    seen = _UNSEEN.sub("", text)
    mended = "".join(_mend(line) for line in seen.splitlines(keepends=True))
    findings = []
    if encoding not in ("utf-8", "utf-8-sig"):
        found = f"It is not UTF-8; it was read as {encoding}."
        findings.append(Finding(file, "", found, "Save it as UTF-8 if letters look wrong."))
    if seen != text:
        found = "Signs that nobody sees were taken out (soft hyphens, zero-width spaces, marks of direction)."
        findings.append(Finding(file, "", found, "Nothing is to be done; quotations are held against what is left."))
    if mended != seen:
        found = "Letters that had been decoded wrongly were mended."
        findings.append(Finding(file, "", found, "Compare it with the original."))
    return Decoded(mended, tuple(findings))


def _read(data: bytes) -> tuple[str | None, str]:
    """The text and its encoding; None where no encoding fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                return None, encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        return None, ""
    if (mixed := _mostly_utf8(data)) is not None:
        return mixed, "UTF-8 with a few bytes of cp1252"
    matches = list(from_bytes(data))
    if not matches:
        return None, ""
    ties = [m for m in matches if (m.chaos, m.coherence) == (matches[0].chaos, matches[0].coherence)]
    names = {name for m in ties for name in (m.encoding, *m.could_be_from_charset)}
    encoding = next((name for name in _LIKELY if name in names), matches[0].encoding)
    return data.decode(encoding), encoding


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 into which a few letters of another encoding were pasted; None where right ones are no more than wrong."""
    pieces: list[str] = []
    strays, at = 0, 0
    while strays <= MOST_STRAYS:
        try:
            pieces.append(data[at:].decode("utf-8"))
        except UnicodeDecodeError as error:
            wrong = at + error.start
            pieces += [data[at:wrong].decode("utf-8"), data[wrong : wrong + 1].decode("cp1252", "replace")]
            strays, at = strays + 1, wrong + 1
        else:
            text = "".join(pieces)
            return text if sum(ord(c) > 127 for c in text) > 2 * strays else None
    return None


def _mend(line: str) -> str:
    """The line with mojibake undone, and as it is where that cannot be done in full: half a repair helps nobody."""
    if not is_bad(line):
        return line
    mended = ftfy.fix_encoding(line)
    is_whole = len(mended) < len(line) and not is_bad(mended)  # each letter undone was two or more
    return mended if is_whole else line
