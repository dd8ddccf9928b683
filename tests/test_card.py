"""The picture of a shared link: a PNG that every reader of PNGs reads, the same each time, whatever the title."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from generator.pages.card import HEIGHT, WIDTH, draw_card
from tests.sample import ALONE, FULL, PLAIN

COLOURS = 4


def pixels(card: bytes) -> Image.Image:
    with Image.open(io.BytesIO(card)) as image:
        image.load()  # checks every checksum
        return image.convert("RGB")


def is_inked(image: Image.Image, rows: range) -> bool:
    part = image.crop((0, rows.start, WIDTH, rows.stop))
    return len(part.getcolors(maxcolors=COLOURS) or ()) > 1


@pytest.mark.parametrize("briefing", [FULL, PLAIN, ALONE])
def test_a_card_is_a_picture_of_four_colours(briefing) -> None:  # type: ignore[no-untyped-def]
    image = pixels(draw_card(briefing))
    assert image.size == (WIDTH, HEIGHT)
    assert len(image.getcolors(maxcolors=COLOURS) or ()) == COLOURS
    assert is_inked(image, range(60, 300)), "the title"
    assert is_inked(image, range(HEIGHT - 120, HEIGHT - 60)), "what it rests on"
    for edge in (image.crop((0, 0, 60, HEIGHT)), image.crop((WIDTH - 60, 0, WIDTH, HEIGHT))):
        assert len(edge.getcolors() or ()) == 1, "nothing runs over the margin"


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert draw_card(FULL) == draw_card(FULL)
    assert draw_card(FULL) != draw_card(replace(FULL, title="Another title"))


@pytest.mark.parametrize("title", ["Żółw ŭ Čačersk", "Вызвалены 12", "囚犯", "A " + "very " * 60 + "long title", ""])
def test_any_title_is_drawn(title: str) -> None:
    pixels(draw_card(replace(FULL, title=title)))
