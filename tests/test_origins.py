"""Whose reporting: what a copy says of itself, and what two articles have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import data
from generator.articles import agencies, referring, signature
from generator.articles.folder import read_articles
from generator.model import Article, Block, Mention, Original, Reading, Span
from generator.sources.kinship import order_agreement
from generator.sources.origins import find_origins

CASES = Path(__file__).parent / "cases" / "origins"


def load() -> list[Any]:
    cases = yaml.safe_load((CASES / "bundles.yml").read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


def write(folder: Path, name: str, fields: dict[str, Any]) -> None:
    front = yaml.safe_dump({k: v for k, v in fields.items() if k != "text"})
    (folder / f"{name}.md").write_text(f"---\n{front}---\n{fields['text']}\n", "utf-8")


def read_by_hand(article: Article, people: Sequence[str]) -> Reading:
    """A Reading in which nothing is read but the listed names."""
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True)) or "(?!)"
    mentions = [
        Mention(block.ref, Span(block.span.start + m.start(), block.span.start + m.end()), m[0])
        for block in article.paragraphs
        for m in re.finditer(rf"\b(?:{names})\b", block.text)
    ]
    return Reading(article, (), tuple(mentions), (), (), (), (), (), ())


def readings(case: dict[str, Any], folder: Path) -> tuple[Reading, ...]:
    for name, fields in case["articles"].items():
        write(folder, name, fields)
    by_id = {article.id: article for article in read_articles(folder)}
    return tuple(read_by_hand(by_id[name], case["people"]) for name in case["articles"])


@pytest.mark.parametrize("case", load())
def test_finds_origins(case: dict[str, Any], tmp_path: Path) -> None:
    origins, overlaps, findings = find_origins(readings(case, tmp_path), case.get("decided", {}))
    assert {o.name: list(o.articles) for o in origins} == case["origins"]
    assert len(overlaps) == len(case["articles"]) * (len(case["articles"]) - 1)
    assert all(0 <= overlap.share <= 1 for overlap in overlaps)
    evidence = [e for o in origins for e in o.evidence]
    assert {e.article for e in evidence} == set(case["articles"])
    for article, sentences in case.get("evidence", {}).items():
        told = " ".join(e.text for e in evidence if e.article == article)
        assert [words for words in sentences if words not in told] == []
    assert [w for w in case.get("findings", []) if not any(w in str(f) for f in findings)] == []
    assert len(findings) >= len(case.get("findings", []))
    assert not (case.get("no_findings") and findings)


def test_digests_speak_for_their_originals_and_not_for_whoever_retold_them(tmp_path: Path) -> None:
    """Two originals that share nothing, retold in the very same words: two origins."""
    retold = "The mine was closed on Monday after all of the miners had been brought up, its engineer said."
    originals = ["All hands were out by noon and the pit is now shut.", "Nobody is left below; they locked the gate."]
    for name, text in zip("ab", originals, strict=True):
        (tmp_path / f"{name}.txt").write_text(text)
    full = read_articles(tmp_path)
    for article in full:
        sketch = signature.of_article(article)
        (tmp_path / article.file).unlink()
        original = {"file": article.file, "sha256": article.sha256, "words": 9, "signature": sketch}
        write(tmp_path, article.id, {"text": retold, "original": original})
        path = tmp_path / f"{article.id}.md"
        path.write_text(path.read_text().replace("---\n", "---\ntext: digest\n", 1))
    digests = read_articles(tmp_path)
    assert [signature.of_article(d) for d in digests] == [signature.of_article(f) for f in full]
    origins, overlaps, _ = find_origins(tuple(read_by_hand(d, ()) for d in digests), {})
    assert len(origins) == 2
    assert max(overlap.share for overlap in overlaps) < 0.05


def test_original_of_a_digest_is_kept(tmp_path: Path) -> None:
    sketch = signature.sketch(["one two three"])
    fields = {"text": "Retold.", "original": {"file": "x.txt", "sha256": "a" * 64, "words": 3, "signature": sketch}}
    write(tmp_path, "a", fields)
    path = tmp_path / "a.md"
    path.write_text(path.read_text().replace("---\n", "---\ntext: digest\n", 1))
    assert read_articles(tmp_path)[0].original == Original("x.txt", "a" * 64, 3, sketch)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("abcd", "abcd", (1.0, 4)), ("abcd", "dcba", (0.0, 4)), ("abxc", "acyb", (2 / 3, 3)), ("ab", "cd", (0.0, 0))],
)
def test_order_agreement(one: str, other: str, expected: tuple[float, int]) -> None:
    share, shared = order_agreement(one, other)
    assert (pytest.approx(share), shared) == expected


@pytest.mark.parametrize(
    ("name", "proper"),
    [("afp", "Agence France-Presse"), ("The AP", "Associated Press"), ("REUTERS", "Reuters"), ("Anba", "Anba")],
)
def test_agencies_have_one_name(name: str, proper: str) -> None:
    assert agencies.proper_agency(name) == proper


@pytest.mark.parametrize(
    ("name", "proper"), [("NYT", "The New York Times"), ("the Guardian", "The Guardian"), ("Anba News", "Anba News")]
)
def test_outlets_have_one_name(name: str, proper: str) -> None:
    assert agencies.proper_outlet(name) == proper


def test_no_agency_shares_a_way_to_be_written() -> None:
    seen: dict[str, str] = {}
    for entry in data.load("agencies")["agencies"]:
        for word in {entry["name"], *entry["also"], *entry["mark"]}:
            assert seen.setdefault(word, entry["name"]) == entry["name"]


WAYS = [(key, row["example"]) for key, rows in data.load("referring").items() for row in rows]


@pytest.mark.parametrize(("key", "example"), WAYS, ids=lambda x: x[:40])
def test_examples_of_references(key: str, example: str) -> None:
    find = {"spoken_to": referring.spoken_to, "referred_to": referring.referred_to}
    block = Block("body", "1", 1, Span(0, len(example)), example)
    (found,) = find[key]([block])
    assert (found.agency, example[found.span.start : found.span.end]) == ("Coast Post", "Coast Post")


@pytest.mark.parametrize(
    "text",
    [
        "The keeper told the council that the light was out.",
        "The keeper told the Ministry of Mail that the light was out.",
        "According to Ingrid Solvang, the light was out.",
        "The keeper wrote a letter to Ingrid Solvang and to the Harbour Board.",
    ],
)
def test_who_is_no_outlet_is_no_reference(text: str) -> None:
    block = Block("body", "1", 1, Span(0, len(text)), text)
    assert not [*referring.spoken_to([block]), *referring.referred_to([block])]
