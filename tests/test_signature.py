"""The sketch of an article: what it counts, and how exactly it reads a containment."""

from __future__ import annotations

import random

import pytest

from generator.articles import signature

VOCABULARY = [f"{a}{b}" for a in ("ba", "co", "di", "fu", "ga", "le", "mo", "ni", "pa", "su") for b in "rstlnkmdgp"]


def draw(seed: int, length: int) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(VOCABULARY) for _ in range(length))


def share(a: list[str], b: list[str]) -> float:
    ours, theirs = signature.trigrams_of(a), signature.trigrams_of(b)
    return len(ours & theirs) / len(ours)


@pytest.mark.parametrize("part", [0, 5, 15, 60, 150, 300])
@pytest.mark.parametrize("longer", [300, 1400, 6000])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_reads_a_containment_to_within_two_hundredths(part: int, longer: int, seed: int) -> None:
    words = draw(seed, 300).split()
    a = [" ".join(words)]
    b = [" ".join(words[:part]), draw(seed + 1000, longer)]
    one, other = signature.sketch(a), signature.sketch(b)
    assert abs(signature.containment(one, other) - share(a, b)) < 0.02
    assert abs(signature.containment(other, one) - share(b, a)) < 0.02


def test_knows_a_text_again_and_a_stranger() -> None:
    text = draw(7, 300)
    assert signature.containment(signature.sketch([text]), signature.sketch([text])) == 1.0
    assert signature.containment(signature.sketch([text]), signature.sketch([draw(8, 300)])) < 0.01
    assert signature.containment(signature.sketch([]), signature.sketch([text])) == 0.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. said: “No.”", ("the", "u.s", "said", "no")),
        ("Roe’s 10,000 boats", ("roe's", "10,000", "boats")),
        ("a well-known — ship", ("a", "well-known", "ship")),
        ("9.5 million, 20%", ("9.5", "million", "20")),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert signature.words(text) == expected


def test_no_trigram_crosses_a_paragraph() -> None:
    assert signature.trigrams(signature.sketch(["one two", "three four"])) == 0
    assert signature.trigrams(signature.sketch(["one two three four"])) == 2


def test_is_the_same_in_whatever_order_the_paragraphs_come() -> None:
    assert signature.sketch(["one two three", "four five six"]) == signature.sketch(["four five six", "one two three"])


def test_is_the_same_everywhere() -> None:
    assert signature.sketch(["the ship sank", "Ship sank fast"]) == "t3.18:2:XM53zU"


@pytest.mark.parametrize("broken", ["", "t3.18", "t3.18:1:AA", "t2.18:1:AAA", "t3.18:x:AAA", "t3.18:1:A!A"])
def test_refuses_what_is_no_signature(broken: str) -> None:
    assert not signature.is_sketch(broken)
    with pytest.raises(ValueError, match="no signature"):
        signature.containment(broken, signature.sketch(["one two three"]))


def test_refuses_hashes_out_of_order_and_more_of_them_than_trigrams() -> None:
    assert signature.is_sketch("t3.18:2:AAAAAB")
    assert not signature.is_sketch("t3.18:2:AABAAA")
    assert not signature.is_sketch("t3.18:1:AAAAAB")
