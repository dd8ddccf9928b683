"""Bytes into text, whatever encoding an editor's file is in.

Clean UTF-8 comes out as it went in. Another encoding is recognised (charset-normalizer), text that was once decoded
wrongly is mended (ftfy), and either is told in a finding. Marks, spaces and letters are never made over.
"""

from __future__ import annotations

import codecs
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
_LIKELY = ("cp1252", "cp1251", "mac_roman")
"""Which of several encodings that fit equally well: what English and Russian texts are commonly saved in."""
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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    mended = "".join(_mend(line) for line in text.splitlines(keepends=True))
    findings = []
    if encoding not in ("utf-8", "utf-8-sig"):
        found = f"It is not UTF-8; it was read as {encoding}."
        findings.append(Finding(file, "", found, "Save it as UTF-8 if letters look wrong."))
    if mended != text:
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
    matches = list(from_bytes(data))
    if not matches:
        return None, ""
    ties = [m for m in matches if (m.chaos, m.coherence) == (matches[0].chaos, matches[0].coherence)]
    names = {name for m in ties for name in (m.encoding, *m.could_be_from_charset)}
    encoding = next((name for name in _LIKELY if name in names), matches[0].encoding)
    return data.decode(encoding), encoding


def _mend(line: str) -> str:
    """The line with mojibake undone, and as it is where that cannot be done in full: half a repair helps nobody."""
    if not is_bad(line):
        return line
    mended = ftfy.fix_encoding(line)
    is_whole = len(mended) < len(line) and not is_bad(mended)  # each letter undone was two or more
    return mended if is_whole else line
