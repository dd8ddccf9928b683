"""The measures on labelled data: pairs of names, people and dates in news, who is quoted.

    names/*.csv         pairs: `left,right,same`; the screening benchmark's `name1,name2,is_match` with schema Person
    meantime/           docs/CLUSTER/DOC.md, gold_persons.jsonl, gold_timex.jsonl, annotated_region.jsonl
    gum_news/           docs/CLUSTER/DOC.md, gold_dates.jsonl
    quotes/             docs/CLUSTER/DOC.md, gold_attributions.jsonl

Labels name their document as CLUSTER/DOC and count characters of the text after the front matter. README.md says how
each measure is counted.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.reading import Figure, Read, faults, has_editor_file, read_folder, share
from generator.names import compare

Label = dict[str, Any]
_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NAME_WORD = re.compile(r"[A-Z][\w'’-]+")
_LONGEST_NAME = 7  # words; a longer label is a description of somebody, not a name


# ---------------------------------------------------------------- names


def measure_names(data: Path, edited: bool) -> list[Figure]:
    """Pairs of names; there is nothing that an editor's file could change."""
    found: list[Figure] = []
    hand = data / "names/belarus_pairs.csv"
    if hand.exists():
        pairs = [(row["left"], row["right"], row["same"] == "1") for row in _csv(hand)]
        precision, recall, wrong = _decide(pairs)
        found.append(_f1("names: F1 on hand-made pairs", precision, recall))
        found.append(faults("names: false merges, hand-made pairs", wrong))
    bench = data / "names/name_bench.csv"
    if bench.exists():
        rows = [row for row in _csv(bench) if row["schema"] == "Person"]
        precision, recall, wrong = _decide([(r["name1"], r["name2"], r["is_match"] == "true") for r in rows])
        found.append(faults("names: false merges, screening benchmark", wrong))
        found.append(share("names: recall, screening benchmark", recall, f" (P {precision:.3f})"))
    return found


def _decide(pairs: Sequence[tuple[str, str, bool]]) -> tuple[float, float, int]:
    """Precision and recall of *same*, and how many different people were taken for one."""
    told = Counter((compare(left, right).same, same) for left, right, same in pairs)
    right, wrong, missed = told[True, True], told[True, False], told[False, True]
    return _ratio(right, right + wrong), _ratio(right, right + missed), wrong


# ---------------------------------------------------------------- people


def measure_people(data: Path, edited: bool) -> list[Figure]:
    """B-cubed over the named mentions of each cluster, which is read as one folder."""
    labels = [m for m in _labels(data / "meantime/gold_persons.jsonl") if _is_named(m)]
    pairs: list[tuple[str, object]] = []
    for cluster, of_cluster in _by_cluster(labels):
        seen = _mentions(_cluster(data / "meantime", cluster, edited))
        for label in of_cluster:
            person = _person_at(seen[label["doc"]], label)
            # People of different folders were never compared: the same name there is nobody's merge.
            pairs.append((label["person"], (cluster, person or len(pairs))))
    if not pairs:
        return []
    precision, recall = b_cubed(pairs), b_cubed([(ours, gold) for gold, ours in pairs])
    return [_f1("people: B³ F1 (MEANTIME)", precision, recall)]


def b_cubed(pairs: Sequence[tuple[object, object]]) -> float:
    """Precision of the second clustering against the first (Bagga and Baldwin, 1998); turned round, its recall."""
    both, ours = Counter(pairs), Counter(second for _, second in pairs)
    return sum(n * n / ours[second] for (_, second), n in both.items()) / len(pairs)


def _is_named(mention: Label) -> bool:
    """A mention that contains a word of the person's name and is no longer than a name with its title."""
    words = set(_NAME_WORD.findall(mention.get("name") or ""))
    # Possessives and the like are cut off where the mention is read, so both sides are split the same way.
    own = set(re.findall(r"[A-Z][\w-]+", mention["text"]))
    return bool(words & own) and len(mention["text"].split()) <= _LONGEST_NAME


def _mentions(read: dict[str, Label]) -> dict[str, list[Label]]:
    return {doc: [m for m in article["mentions"] if m["person"]] for doc, article in read.items()}


def _person_at(mentions: Iterable[Label], label: Label) -> str | None:
    over = [m["person"] for m in mentions if _overlap(m["start"], m["end"], label["start"], label["end"])]
    return over[-1] if over else None


# ---------------------------------------------------------------- dates


def measure_dates(data: Path, edited: bool) -> list[Figure]:
    """Dates with a calendar value, of both collections."""
    found: list[Figure] = []
    timex = [label for label in _labels(data / "meantime/gold_timex.jsonl") if not label["is_dateline"]]
    until = {r["doc"]: r["annotated_until"] for r in _labels(data / "meantime/annotated_region.jsonl")}
    if timex:
        found.append(_score_dates("dates: F1 (MEANTIME)", data / "meantime", timex, until, edited))
    gum = [label | {"value": label["when"]} for label in _labels(data / "gum_news/gold_dates.jsonl") if "when" in label]
    if gum:
        found.append(_score_dates("dates: F1 (GUM)", data / "gum_news", gum, {}, edited))
    return found


def _score_dates(measure: str, folder: Path, labels: list[Label], until: dict[str, int], edited: bool) -> Figure:
    right = wrong = missed = 0
    for cluster, of_cluster in _by_cluster(labels):
        read = _cluster(folder, cluster, edited)
        for doc, gold in groupby(of_cluster, key=lambda label: str(label["doc"])):
            ours = [d for d in read[doc]["dates"] if d["start"] < until.get(doc, d["end"])]
            counted = _count_dates(ours, [g for g in gold if _CALENDAR.fullmatch(g["value"] or "")])
            right, wrong, missed = right + counted[0], wrong + counted[1], missed + counted[2]
    precision, recall = _ratio(right, right + wrong), _ratio(right, right + missed)
    return _f1(measure, precision, recall)


def _count_dates(ours: Sequence[Label], gold: Sequence[Label]) -> tuple[int, int, int]:
    """How many of ours are right, how many wrong, and how many labels were not met."""
    right = wrong = 0
    met: set[int] = set()
    for date in ours:
        over = {i for i, g in enumerate(gold) if _overlap(date["start"], date["end"], g["start"], g["end"])}
        same = {i for i in over if gold[i]["value"] == calendar_value(date["from"], date["to"])}
        met |= same
        right += bool(same)
        wrong += bool(over) and not same
    return right, wrong, len(gold) - len(met)


def calendar_value(first: str, last: str) -> str:
    """A year, a month or a day where the two days span just that or lie within one month; else first/last."""
    if first == last:
        return first
    if first[:4] == last[:4] and (first[5:], last[5:]) == ("01-01", "12-31"):
        return first[:4]
    return first[:7] if first[:7] == last[:7] else f"{first}/{last}"


# ---------------------------------------------------------------- quotations


def measure_quotes(data: Path, edited: bool) -> list[Figure]:
    """Direct quotations whose source is labelled: is our speaker's span part of the source's?"""
    labels = [q for q in _labels(data / "quotes/gold_attributions.jsonl") if q["direct"] and q["source"]]
    answered = right = 0
    for cluster, of_cluster in _by_cluster(labels):
        read = _cluster(data / "quotes", cluster, edited)
        for label in of_cluster:
            spoken = [q for q in read[label["doc"]]["quotes"] if q["speaker_end"] and _is_within(q, label)]
            answered += bool(spoken)
            right += any(_is_of(quote, label) for quote in spoken)
    if not labels:
        return []
    return [
        share("quotations: precision (PolNeAR)", _ratio(right, answered)),
        share("quotations: recall (PolNeAR)", _ratio(right, len(labels)), f" of {len(labels)}"),
    ]


def _is_within(quote: Label, label: Label) -> bool:
    return _overlap(quote["start"], quote["end"], label["content"][0][0], label["content"][-1][1])


def _is_of(quote: Label, label: Label) -> bool:
    return any(_overlap(quote["speaker_start"], quote["speaker_end"], start, end) for start, end in label["source"])


# ---------------------------------------------------------------- reading the data


MEASURES: tuple[Callable[[Path, bool], list[Figure]], ...] = (
    measure_names,
    measure_people,
    measure_dates,
    measure_quotes,
)


@lru_cache(maxsize=64)
def _read(folder: Path, edited: bool) -> Read:
    return read_folder(folder, edited=edited)


def _cluster(folder: Path, cluster: str, edited: bool) -> dict[str, Label]:
    """What is seen of each document of a cluster, by the name its labels use: CLUSTER/DOC."""
    place = folder / "docs" / cluster
    read = _read(place, edited and has_editor_file(place))
    return {f"{cluster}/{Path(a['file']).stem}": a for a in read.seen["articles"]}


def has_any_editor_file(data: Path) -> bool:
    """True where at least one folder of documents holds an editor's file."""
    return any(has_editor_file(place) for place in data.glob("*/docs/*"))


def _by_cluster(labels: Iterable[Label]) -> list[tuple[str, list[Label]]]:
    """Labels by the cluster their document is in, those of one document together."""
    found: defaultdict[str, list[Label]] = defaultdict(list)
    for label in sorted(labels, key=lambda each: str(each["doc"])):
        found[label["doc"].split("/")[0]].append(label)
    return sorted(found.items())


def _labels(path: Path) -> list[Label]:
    """The labels of a file, one JSON object a line; none where there is no such file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    return bool(start < other_end and other_start < end)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(measure: str, precision: float, recall: float) -> Figure:
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return share(measure, mean, f" (P {precision:.3f} R {recall:.3f})")
