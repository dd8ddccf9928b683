"""The data to download: what the pages say, as described, and no article's text."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from generator.briefing import Briefing
from generator.evidence.wall import all_statements
from generator.pages.dictionary import make_schema, read_dictionary
from generator.pages.export import each_once, export_data
from tests.sample import ARTICLES, FULL, say

FIRST_ROWS = yaml.safe_load((Path(__file__).parent / "cases" / "export.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return export_data(FULL)


@pytest.fixture(scope="module")
def data(files: dict[str, str]) -> dict:
    return json.loads(files["data/briefing.json"])


def read_rows(files: dict[str, str], table: str) -> list[list[str]]:
    """A table's file as a program reads it that knows what such a file begins with."""
    return list(csv.reader(io.StringIO(files[f"data/{table}.csv"].encode().decode("utf-8-sig"))))


def test_a_spreadsheet_is_told_the_encoding_of_a_table_and_json_needs_no_mark(files: dict[str, str]) -> None:
    for path, text in files.items():
        assert text.startswith("\ufeff") == path.endswith(".csv"), path
        assert "\ufeff" not in text[1:], path


def test_the_data_is_as_its_schema_says(files: dict[str, str], data: dict) -> None:
    schema = json.loads(files["data/briefing.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize(
    "change",
    [
        {"surplus": 1},
        {"articles": [{"id": "wire"}]},
        {"people": "nobody"},
        {"statements": [{"text": "Uncited.", "cites": "wire 1", "voice": None, "by_editor": False}]},
        {"statements": [{"text": "Cites nothing.", "cites": ["wire"], "voice": None, "by_editor": False}]},
        {"as_of": "10 March"},
        {"title": None},
    ],
)
def test_the_schema_refuses(change: dict, data: dict) -> None:
    with pytest.raises(ValidationError):
        Draft202012Validator(make_schema(read_dictionary())).validate(data | change)


def test_no_key_of_the_schema_is_without_a_description() -> None:
    def properties(schema: dict) -> list[tuple[str, dict]]:
        own = list(schema.get("properties", {}).items())
        return own + [found for _, inner in own for found in properties(inner.get("items", {}))]

    found = properties(make_schema(read_dictionary()))
    assert len(found) > 100
    assert not [name for name, schema in found if not schema.get("description")]


def test_every_table_is_a_csv_file_with_the_columns_of_the_dictionary(files: dict[str, str]) -> None:
    for table in read_dictionary():
        for inner in (table, *table.tables):
            columns = [inner.key] if inner.key else []
            columns += [column.name for column in inner.columns if column.type != "table"]
            rows = read_rows(files, inner.name)
            assert rows[0] == columns
            assert rows[1] == FIRST_ROWS[inner.name], inner.name
            assert all(len(row) == len(columns) for row in rows)
    assert len(files) == len(FIRST_ROWS) + 3


def test_absent_values_are_null_and_nothing_is_an_empty_string(data: dict) -> None:
    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [found for item in value for found in strings(item)]
        return [value] if isinstance(value, str) else []

    assert data["articles"][2]["outlet"] is None
    assert data["articles"][2]["words"] is None
    assert data["positions"][0]["voice"] == "Oskar Pell"
    assert data["events"][0]["voice"] is None
    assert "" not in strings(data)


def test_every_statement_is_there_once(data: dict) -> None:
    said = [(statement["text"], statement["voice"]) for statement in data["statements"]]
    assert len(said) == 30
    assert sum(text == "12" for text, _ in said) == 2, "the same words of two articles are two statements"
    assert ("Norland's envoy", None) in said, "a role"
    assert ("about 40", "the Harbour League") in said, "a value in the ledger"
    assert ("“Nobody here is for sale.”", "Oskar Pell") in said, "an utterance"
    assert ("Norland has a ban on Kestrian tin.", None) in said, "the explainer"
    assert ("She led the harbour strike of 2019.", None) in said, "a profile"
    assert ("A rights group.", None) in said, "the glossary"
    assert sum(text.startswith("Ilva Doran is one") for text, _ in said) == 1, "an agreement"


def test_the_same_words_on_another_paragraph_are_another_statement() -> None:
    here, there = say("Freed.", "wire 1"), say("Freed.", "copy 1")
    freed = (here, there, here, say("Freed.", "wire 1", voice="Ilva Doran"))
    assert each_once(freed) == (freed[0], freed[1], freed[3])


def test_no_article_is_republished(files: dict[str, str]) -> None:
    stated = {statement.text for statement in all_statements(FULL)}
    paragraphs = [block.text for article in ARTICLES for block in article.paragraphs if block.text not in stated]
    assert len(paragraphs) == 11
    assert not [name for name, text in files.items() for paragraph in paragraphs if paragraph in text]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@sum", "\t=1"])
def test_a_text_that_looks_like_a_formula_is_none_in_a_spreadsheet(title: str) -> None:
    article = dataclasses.replace(ARTICLES[0], title=title)
    files = export_data(dataclasses.replace(FULL, articles=(article,)))
    assert read_rows(files, "articles")[1][2] == f"'{title}"
    assert json.loads(files["data/briefing.json"])["articles"][0]["title"] == title


def test_a_number_below_zero_stays_a_number() -> None:
    figure = dataclasses.replace(FULL.ledger[0].entries[0].figure, low=-2.5, high=-2.0)
    row = dataclasses.replace(FULL.ledger[0], entries=(dataclasses.replace(FULL.ledger[0].entries[0], figure=figure),))
    files = export_data(dataclasses.replace(FULL, ledger=(row,)))
    assert read_rows(files, "values")[1][5:7] == ["-2.5", "-2"]


def test_a_briefing_of_nothing_is_data_too() -> None:
    nothing = {f.name: () for f in dataclasses.fields(Briefing)} | {"title": "Nothing", "event": None, "place": ""}
    files = export_data(Briefing(**nothing))  # type: ignore[arg-type]
    Draft202012Validator(make_schema(read_dictionary())).validate(json.loads(files["data/briefing.json"]))
    assert files["data/people.csv"].count("\n") == 1
