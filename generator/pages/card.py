"""The picture that a link to the briefing shows where it is shared: date, title, first sentence, on paper with ink.

Drawn without a network and the same to the last byte wherever it is drawn: the font is a locked package, edges have one
step between paper and ink, and the file is stored rather than compressed, since no two zlibs compress alike.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterator
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from generator.briefing import Briefing
from generator.pages.escape import clean
from generator.pages.overview import opening
from generator.pages.phrases import counted, interval

NAME = "card.png"
WIDTH, HEIGHT = 1200, 630  # pixels; 1.91 : 1, as the Open Graph's readers crop
_MARGIN = 80
_PALETTE = ((251, 250, 247), (140, 138, 136), (29, 27, 25), (168, 64, 44))  # paper, between, ink, accent
_FONTS = files("font_source_serif_pro") / "files"  # Source Serif Pro, SIL Open Font License 1.1


def draw_card(briefing: Briefing) -> bytes:
    """A PNG of WIDTH by HEIGHT pixels in four colours, the same for the same briefing."""
    ink = Image.new("L", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(ink)
    y = _MARGIN + 20
    eyebrow = " · ".join(part for part in (briefing.place, interval(briefing.event) if briefing.event else "") if part)
    if eyebrow:
        y = _write(draw, eyebrow, "Regular", 32, y, 1)
    size = 88 if len(briefing.title) <= 40 else 60
    y = _write(draw, briefing.title, "Bold", size, y, 3) + 12
    lead = opening(briefing)
    if lead:
        _write(draw, lead[0].statement.text, "Regular", 38, y, (HEIGHT - 2 * _MARGIN - y) // 50)
    rests_on = f"{counted(len(briefing.articles), 'article')} · {counted(len(briefing.origins), 'origin')}"
    _write(draw, rests_on, "Regular", 32, HEIGHT - _MARGIN - 32, 1)
    return _encode(ink, bar=(_MARGIN, _MARGIN - 24, _MARGIN + 120, _MARGIN - 14))


def _write(draw: ImageDraw.ImageDraw, text: str, weight: str, size: int, y: int, most: int) -> int:
    """The text in at most so many lines below `y`; where the next may begin."""
    font = ImageFont.truetype(str(_FONTS / f"SourceSerifPro-{weight}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)
    lines = list(_lines(_printable(clean(text), font), font))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rstrip(' ,;:')} …"] if most > 0 else []
    for line in lines:
        draw.text((_MARGIN, y), line, 255, font)
        y += size * 13 // 10
    return y


def _lines(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > WIDTH - 2 * _MARGIN:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _printable(text: str, font: ImageFont.FreeTypeFont) -> str:
    """The text in letters that the font has: without its accent where that helps, left out where nothing does."""
    missing = bytes(font.getmask("\uffff"))

    def has(letter: str) -> bool:
        return letter.isspace() or bytes(font.getmask(letter)) != missing

    letters = (letter if has(letter) else unicodedata.normalize("NFKD", letter)[0] for letter in text)
    return "".join(letter for letter in letters if has(letter))


def _encode(ink: Image.Image, bar: tuple[int, int, int, int]) -> bytes:
    """The PNG (ISO/IEC 15948) of a grey picture: two bits a pixel, rows unfiltered, the data in stored blocks."""
    level = bytes(0 if value < 64 else 1 if value < 160 else 2 for value in range(256))
    pixels = Image.frombytes("L", ink.size, ink.tobytes().translate(level))
    ImageDraw.Draw(pixels).rectangle(bar, fill=3)
    flat = pixels.tobytes()
    rows = bytearray()
    for start in range(0, len(flat), WIDTH):
        row = flat[start : start + WIDTH]
        packed = (
            a << 6 | b << 4 | c << 2 | d for a, b, c, d in zip(row[::4], row[1::4], row[2::4], row[3::4], strict=True)
        )
        rows += b"\0" + bytes(packed)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 2, 3, 0, 0, 0)
    palette = bytes(part for colour in _PALETTE for part in colour)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", _store(bytes(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _store(data: bytes) -> bytes:
    """The zlib stream (RFC 1950) of uncompressed blocks (RFC 1951, 3.2.4), each of at most 65,535 bytes."""
    size = 65535
    blocks = [data[start : start + size] for start in range(0, len(data), size)]
    stored = (struct.pack("<BHH", block is blocks[-1], len(block), len(block) ^ 0xFFFF) + block for block in blocks)
    return b"\x78\x01" + b"".join(stored) + struct.pack(">I", zlib.adler32(data))
