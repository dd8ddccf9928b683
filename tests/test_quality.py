"""How well a small gold set is read, held against floors; and that neither it nor the floors change in silence.

`gold/floors.yml` is a list of pins, the newest last: the gold set's checksum, what is reached on it at least, and why
the pin was made. A pin may lower a floor of the one before only where its `lowered` names it with a reason.
"""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.labelled import b_cubed, calendar_value, measure_dates, measure_people, measure_quotes
from benchmarks.originals import interval, measure_originals
from benchmarks.quality import is_met, table
from benchmarks.reading import Figure, faults, hits, share

GOLD = Path(__file__).parent / "gold"
PINS = yaml.safe_load((GOLD / "floors.yml").read_text("utf8"))


def checksum() -> str:
    """Of every article and every label, names included, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(GOLD.glob("*/*")):
        digest.update(path.relative_to(GOLD).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@pytest.fixture(scope="module")
def reached() -> dict[str, Figure]:
    return {f.measure: f for f in measure_originals(GOLD / "seeds", GOLD / "truth", edited=False)}


def test_the_gold_set_is_the_one_that_the_floors_are_of() -> None:
    message = "The gold set changed: read it through, take the measures, and add a pin to gold/floors.yml."
    assert checksum() == PINS[-1]["gold"], message


@pytest.mark.parametrize("measure", PINS[-1]["floors"])
def test_no_measure_falls_below_its_floor(measure: str, reached: dict[str, Figure]) -> None:
    figure = reached[measure]
    floor = PINS[-1]["floors"][measure]
    count = round(-figure.value if figure.total is None else figure.total + figure.value)
    assert count <= floor if figure.total is None else count >= floor, f"{measure}: {figure.shown}, floor {floor}"


def test_every_measure_has_a_floor(reached: dict[str, Figure]) -> None:
    assert set(PINS[-1]["floors"]) == set(reached)


def test_no_floor_is_lowered_in_silence(reached: dict[str, Figure]) -> None:
    assert all(pin["why"] for pin in PINS)
    for before, after in pairwise(PINS):
        for measure, floor in before["floors"].items():
            now = after["floors"].get(measure)
            is_fault = measure in reached and reached[measure].total is None
            kept = now is not None and (now <= floor if is_fault else now >= floor)
            assert kept or after.get("lowered", {}).get(measure), f"{measure}: {floor} became {now} without a reason"


# ---------------------------------------------------------------- the measures themselves


def test_b_cubed_by_hand() -> None:
    # Ours puts a, a and b together: 2/3 of it is right for each a, 1/3 for b; the third a stands alone.
    pairs = [("a", 1), ("a", 1), ("b", 1), ("a", 2)]
    assert b_cubed(pairs) == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert b_cubed([(ours, gold) for gold, ours in pairs]) == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 / 3) / 4)


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2031-03-15", "2031-03-15", "2031-03-15"),
        ("2031-03-01", "2031-03-31", "2031-03"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-01-01", "2031-06-30", "2031-01-01/2031-06-30"),
        ("", "", ""),
    ],
)
def test_the_value_of_a_date(first: str, last: str, value: str) -> None:
    assert calendar_value(first, last) == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2028", ("2028-01-01", "2028-12-31")),
        ("2028-02", ("2028-02-01", "2028-02-29")),
        ("2028-11/2029-01", ("2028-11-01", "2029-01-31")),
        ("the week of 2031-03-15", ("2031-03-10", "2031-03-16")),
        ("after the election", None),
    ],
)
def test_the_days_of_a_truth(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


def test_a_goal_is_met_or_not() -> None:
    assert is_met(share("dates: F1 (GUM)", 0.95)) is True
    assert is_met(share("dates: F1 (GUM)", 0.949)) is False
    assert is_met(hits("sanctions: steps found", 6, 7)) is True
    assert is_met(hits("sanctions: steps found", 5, 7)) is False
    assert is_met(faults("people: false merges", 1)) is False
    assert is_met(hits("quotations: speaker found", 1, 2)) is None
    lines = table([hits("sanctions: steps found", 5, 7)], [hits("sanctions: steps found", 6, 7)])
    assert [cell.strip() for cell in lines[2].split("|")[1:-1]] == [
        "sanctions: steps found",
        "5 of 7",
        "6 of 7",
        "",
        "≥ 6",
        "NO",
    ]


def test_labelled_data_is_measured(tmp_path: Path) -> None:
    text = "“The ice came early,” said Ines Falk on May 3, 2031. Falk sailed home.\n"
    name, last, date = (text.index(word) for word in ("Ines", "Falk sailed", "May"))
    for folder in ("meantime", "quotes"):
        docs = tmp_path / folder / "docs/north"
        docs.mkdir(parents=True)
        (docs / "ice.md").write_text(f"---\ndate: 2031-05-04\n---\n{text}", "utf8")
    person = {"doc": "north/ice", "person": "P1", "name": "Ines Falk"}
    _write(
        tmp_path / "meantime/gold_persons.jsonl",
        person | {"start": name, "end": name + 9, "text": "Ines Falk"},
        person | {"start": last, "end": last + 4, "text": "Falk"},
    )
    day = {"doc": "north/ice", "start": date, "end": date + 11, "value": "2031-05-03", "is_dateline": False}
    _write(tmp_path / "meantime/gold_timex.jsonl", day, day | {"start": last, "end": last + 4, "value": "2030"})
    quote = {"doc": "north/ice", "direct": True, "content": [[1, 20]], "source": [[name, name + 9]]}
    _write(tmp_path / "quotes/gold_attributions.jsonl", quote, quote | {"source": [[0, 1]]})
    figures = [*measure_people(tmp_path, False), *measure_dates(tmp_path, False), *measure_quotes(tmp_path, False)]
    assert [round(figure.value, 2) for figure in figures] == [1.0, 0.67, 0.5, 0.5]


def _write(path: Path, *labels: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(label) + "\n" for label in labels), "utf8")
