"""Names: pairs that are one and pairs that are not, and every example that a rule carries."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from generator.names import RULES, compare
from generator.names.chinese import is_one_word, wade_giles
from generator.names.nameparts import given_names, parse
from generator.names.romanise import arabic_skeleton, folds, is_couple, skeletons, tables, variants

CASES = yaml.safe_load((Path(__file__).parent / "cases/names/pairs.yml").read_text("utf8"))


@pytest.mark.parametrize(("left", "right", "reason"), CASES["same"])
def test_one_person(left: str, right: str, reason: str) -> None:
    found = compare(left, right)
    assert found.same, found
    assert reason in " ".join(found.reasons)
    assert compare(right, left).same


@pytest.mark.parametrize(("left", "right", "reason"), CASES["different"])
def test_two_people(left: str, right: str, reason: str) -> None:
    found = compare(left, right)
    assert not found.same, found
    assert reason in " ".join(found.reasons)
    assert not compare(right, left).same


def _fold_examples() -> list[tuple[str, str]]:
    keys = [("folds",), ("traditions", "polish"), ("traditions", "western"), ("traditions", "turkic")]
    return [fold.example for key in keys for fold in folds(*key)]


@pytest.mark.parametrize(("one", "other"), _fold_examples())
def test_spellings_of_an_example_meet(one: str, other: str) -> None:
    assert skeletons(one) & skeletons(other)


@pytest.mark.parametrize("fold", folds("arabic", "folds"), ids=lambda f: f.example[0])
def test_arabic_spellings_of_an_example_meet(fold: object) -> None:
    one, other = fold.example  # type: ignore[attr-defined]
    assert arabic_skeleton(one) == arabic_skeleton(other)


@pytest.mark.parametrize("row", wade_giles(), ids=lambda r: r["example"][0])
def test_syllables_of_an_example_meet(row: dict[str, list[str]]) -> None:
    one, other = row["example"]
    assert is_one_word(one, other)


@pytest.mark.parametrize(("one", "other"), [("Chih", "Ji"), ("Ts'ai", "Zai"), ("Hsu", "Su"), ("Bei", "Bai")])
def test_other_syllables_do_not(one: str, other: str) -> None:
    assert not is_one_word(one, other)


@pytest.mark.parametrize("row", tables()["masculine_to_feminine"], ids=lambda r: r["m"])
def test_surnames_of_a_couple(row: dict[str, object]) -> None:
    assert is_couple(*row["example"])  # type: ignore[misc]


def test_surnames_that_differ_in_more_than_sex_are_no_couple() -> None:
    assert not is_couple("Rybin", "Lysina")


def test_every_reason_is_a_sentence() -> None:
    assert all(rule.reason.endswith(".") for rule in RULES)


def test_no_form_stands_for_two_full_names_of_one_sex() -> None:
    seen: dict[tuple[str, str], frozenset[str]] = {}
    for row in given_names():
        for form in row.full:
            assert seen.setdefault((row.sex, form), row.full) == row.full, form


@pytest.mark.parametrize(
    ("name", "given", "middle", "surname", "suffix"),
    [
        ("Gen. Ann Marie van der Berg", "Ann", ("Marie",), "van der Berg", ""),
        ("Hale, Robert T.", "Robert", ("T.",), "Hale", ""),
        ("Robert T. Hale, Jr.", "Robert", ("T.",), "Hale", "jr"),
        ("Mr. Hale", "", (), "Hale", ""),
        ("Лебедев Сергей", "Сергей", (), "Лебедев", ""),
        ("DE VRIES", "", (), "DE VRIES", ""),
        ("Al Greer", "Al", (), "Greer", ""),
        ("Tseng Chih-kai", "Chih-kai", (), "Tseng", ""),
        ("Zhikai Zeng", "Zhikai", (), "Zeng", ""),
        ("Park Sun Woo", "Sun Woo", (), "Park", ""),
        ("Jun Takeda", "Jun", (), "Takeda", ""),
        ("Lee Ann Carter", "Lee", ("Ann",), "Carter", ""),
    ],
)
def test_parts_of_a_name(name: str, given: str, middle: tuple[str, ...], surname: str, suffix: str) -> None:
    parts = parse(name)
    assert (parts.given, parts.middle, parts.surname, parts.suffix) == (given, middle, surname, suffix)


def test_writing_by_published_rules() -> None:
    written = {v.text for v in variants("Юрий Щербаков", ("ru",))}
    assert written == {"Yuriy Shcherbakov", "Iurii Shcherbakov"}
    by_rule = {"Yuliya Yownich", "Yuliya Younich", "Julija Joŭnič", "Iuliia Iounich"}
    assert {v.text for v in variants("Юлія Ёўніч", ("be",))} == by_rule
    assert {v.text for v in variants("Юлія Їжак", ("uk",))} == {"Yuliia Yizhak"}
    assert variants("Yuri") == ()


def test_order_of_pairs_does_not_matter() -> None:
    names = [n for pair in CASES["same"] for n in pair[:2]]
    assert all(compare(a, b).score == compare(b, a).score for a, b in pairwise(names))
