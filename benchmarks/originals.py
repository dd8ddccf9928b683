"""The measures on a folder of articles for which a careful reader wrote down what they hold.

    TRUTH_DIR/structure.yml    for each file: the numbers of its lines, by what they are (body, caption, widget …)
    TRUTH_DIR/*.yml            what they say: people, origins, figures, sanctions, timeline, open_questions,
                               unnamed_voices; and, where given, quotes, dates and numbers word by word

The truth names an article by how its file's name begins ("003"; of a digest, its original's name) and a place as
"003 ¶7" or "004 c2". README.md says how each entry is matched. A key that a truth does not have is not measured.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.reading import Figure, Read, faults, hits, read_folder
from generator.model import Article

Truth = dict[str, Any]
_SMALL = frozenset(("the", "and", "for", "from", "with", "that", "was", "were", "his", "her", "its", "who", "after"))
_ACTIONS = {  # the truth's word for a step: what the generator may call it
    "imposed": {"imposed"},
    "tightened": {"tightened"},
    "cut": {"cut off"},
    "eased": {"eased"},
    "promised": {"promised"},
    "lift": {"promised", "lifted"},
    "lifted": {"lifted"},
}


@dataclass(frozen=True, slots=True)
class Case:
    """A folder read, and what is true of it."""

    read: Read
    structure: dict[str, Truth]
    truth: Truth

    def article(self, prefix: str) -> Article:
        """The article that the truth names. Raises KeyError where there is none."""
        for article in self.read.articles:
            if article.file.startswith(prefix) or (article.original and article.original.file.startswith(prefix)):
                return article
        raise KeyError(f"the truth names an article {prefix!r} that the folder does not hold")

    def cite(self, place: str) -> str:
        """`003 ¶7` as the generator writes it: the article's id and the paragraph's number."""
        prefix, where = place.split()
        return f"{self.article(prefix).id} {where.lstrip('¶')}"

    def cites(self, places: Iterable[str]) -> set[str]:
        """The same for several."""
        return {self.cite(place) for place in places}

    def seen(self, key: str) -> list[Truth]:
        """One list of what `inspect` prints."""
        return list(self.read.seen[key])


def measure_originals(seeds: Path, truth: Path, *, edited: bool) -> list[Figure]:
    """Every measure that the truth has a key for."""
    structure = yaml.safe_load((truth / "structure.yml").read_text("utf-8"))
    told: Truth = {}
    for path in sorted(truth.glob("*.yml")):
        if path.name != "structure.yml":
            told |= yaml.safe_load(path.read_text("utf-8"))
    case = Case(read_folder(seeds, edited=edited), structure, told)
    found = [figure for measure, keys in _MEASURES if set(keys) <= set(told) for figure in measure(case)]
    is_raw = all(article.original is None for article in case.read.articles)
    return [*measure_lines(case), *found] if is_raw else found


# ---------------------------------------------------------------- lines


def measure_lines(case: Case) -> list[Figure]:
    """Lines that are no part of the text but were kept as body or caption, and lines of the text that were not."""
    kept_wrongly = lost = 0
    for article in case.read.articles:
        lines = case.structure[article.file]
        text = {*lines.get("body", ()), *lines.get("caption", ())}
        kept = {n for b in article.paragraphs for n in range(b.line, b.line + b.text.count("\n") + 1)}
        other = {n for kind, of in lines.items() if isinstance(of, list) for n in of} - text
        kept_wrongly += len(kept & other)
        lost += len(text - kept)
    return [faults("lines: furniture or comments kept", kept_wrongly), faults("lines: body lines lost", lost)]


# ---------------------------------------------------------------- people


def measure_people(case: Case) -> list[Figure]:
    """People with every spelling of every article, people who are nobody, and people who are two."""
    ours = case.seen("people")
    whole = sum(any(_spells(person, _spellings(case, told)) for person in ours) for told in case.truth["people"])
    names = {told["name"]: _words(_spellings_of(told)) for told in case.truth["people"]}
    texts = _texts_by_person(case)
    extra = sum(not any(_explains(names, text) for text in texts.get(p["id"], ())) for p in ours)
    merged = sum(_is_several(names, texts.get(p["id"], set())) for p in ours)
    return [
        hits("people: with every spelling", whole, len(case.truth["people"])),
        faults("people: nobody of that name", extra),
        faults("people: false merges", merged),
    ]


def _spellings_of(told: Truth) -> list[str]:
    return list(dict(told.get("spellings") or {"": told["name"]}).values())


def _spellings(case: Case, told: Truth) -> set[tuple[str, str]]:
    """(article, spelling) as the truth has them; without its `spellings`, the name in every article it cites."""
    given = told.get("spellings") or {" ".join(sorted({c.split()[0] for c in told["cites"]})): told["name"]}
    return {(case.article(prefix).id, text) for prefixes, text in given.items() for prefix in prefixes.split()}


def _spells(person: Truth, spellings: set[tuple[str, str]]) -> bool:
    return spellings <= {(s["article"], s["text"]) for s in person["spellings"]}


def _texts_by_person(case: Case) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for article in case.seen("articles"):
        for mention in article["mentions"]:
            if mention["person"]:
                found.setdefault(mention["person"], set()).add(mention["text"])
    return found


def _explains(names: dict[str, set[str]], text: str) -> set[str]:
    """Who of the truth's people a mention can be: those whose spellings have all its words."""
    return {name for name, words in names.items() if _words([text]) <= words}


def _is_several(names: dict[str, set[str]], texts: set[str]) -> bool:
    """True where the mentions of one of our people are of different people of the truth."""
    can_be = [found for found in (_explains(names, text) for text in texts) if found]
    return bool(can_be) and not set.intersection(*can_be)


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"\w+", text.lower())}


# ---------------------------------------------------------------- origins, figures


def measure_origins(case: Case) -> list[Figure]:
    """Origins with just the articles that rest on them, under the name the truth gives."""
    ours = {(o["name"], frozenset(o["articles"])) for o in case.seen("origins")}
    told = {(n, frozenset(case.article(a).id for a in of)) for n, of in case.truth["origins"].items()}
    return [hits("origins: found", len(told & ours), len(told)), faults("origins: others", len(ours - told))]


def measure_figures(case: Case) -> list[Figure]:
    """Numbers that do not fit found, contradictions that are none, and verdicts that are the truth's."""
    told = case.truth["figures"]
    rows = case.seen("figures")
    open_sums = [t for t in told if t["verdict"] == "unreconciled"]
    found = sum(any(r["verdict"] == "unreconciled" and _is_row(case, r, t) for r in rows) for t in open_sums)
    same = sum(any(r["verdict"] == t["verdict"] and _is_row(case, r, t) for r in rows) for t in told)
    invented = sum(
        row["verdict"] == verdict and not any(t["verdict"] == verdict and _is_row(case, row, t) for t in told)
        for row in rows
        for verdict in ("conflict", "unreconciled")
    )
    return [
        hits("figures: unreconciled found", found, len(open_sums)),
        faults("figures: invented conflicts", invented),
        hits("figures: with the same verdict", same, len(told)),
    ]


def _is_row(case: Case, row: Truth, told: Truth) -> bool:
    """True where the row has one of the truth's numbers in the paragraph where the truth has it."""
    for place, value in told["values"].items():
        cite, numbers = case.cite(place), _numbers(str(value))
        for entry in row["values"]:
            if cite in entry["cites"] and (not numbers or numbers & _scaled(entry["low"], entry["high"])):
                return True
    return False


def _numbers(text: str) -> set[float]:
    return {float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def _scaled(*values: float) -> set[float]:
    """The truth may count in thousands or millions."""
    return {value / by for value in values for by in (1, 1e3, 1e6)}


# ---------------------------------------------------------------- steps, dates, questions, voices


def measure_steps(case: Case) -> list[Figure]:
    """Steps with a shared citation, the same action, and the same time where the truth's is one of the calendar."""
    ours = case.seen("measures")
    found = 0
    for told in case.truth["sanctions"]:
        step = next((m for m in ours if _is_step(case, m, told)), None)
        if step:
            ours.remove(step)  # one of ours stands for one of the truth's
            found += 1
    return [hits("sanctions: steps found", found, len(case.truth["sanctions"]))]


def _is_step(case: Case, measure: Truth, told: Truth) -> bool:
    actions = {action for word in _words([told["did"]]) for action in _ACTIONS.get(word, ())}
    when = interval(str(told["when"]))
    return (
        measure["action"] in actions
        and bool(case.cites(told["cites"]) & set(measure["cites"]))
        and (when is None or measure["when"] == "/".join(when))
    )


def measure_timeline(case: Case) -> list[Figure]:
    """Dated events at just the truth's precision that tell the same: by a shared citation, or else by their words."""
    found = sum(any(_is_event(case, e, told) for e in case.seen("events")) for told in case.truth["timeline"])
    return [hits("timeline: at the right precision", found, len(case.truth["timeline"]))]


def _is_event(case: Case, event: Truth, told: Truth) -> bool:
    if (event["from"], event["to"]) != interval(str(told["when"])):
        return False
    if "cites" in told:
        return bool(case.cites(told["cites"]) & set(event["cites"]))
    stems = _stems(told["what"])
    shared = stems & _stems(event["text"])
    return len(shared) >= min(2, len(stems)) and len(shared) * 3 >= len(stems)


def _stems(text: str) -> set[str]:
    """The beginnings of a text's longer words: enough to know a sentence that tells the same in other words."""
    return {word[:4] for word in _words([text]) if len(word) > 2 and word not in _SMALL}


def interval(text: str) -> tuple[str, str] | None:
    """First and last day of a year, month, day, FIRST/LAST, or "the week of" a day (Monday to Sunday); else None."""
    match = re.fullmatch(r"(the week of )?(\d{4}(?:-\d\d){0,2})(?:/(\d{4}(?:-\d\d){0,2}))?", text)
    if not match:
        return None
    week, first, last = match.groups()
    if week:
        monday = dt.date.fromisoformat(first) - dt.timedelta(days=dt.date.fromisoformat(first).weekday())
        return str(monday), str(monday + dt.timedelta(days=6))
    return _bound(first, last=False), _bound(last or first, last=True)


def _bound(text: str, *, last: bool) -> str:
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if day:
        return text
    if not last:
        return str(dt.date(year, month or 1, 1))
    after = dt.date(year + 1, 1, 1) if month in (0, 12) else dt.date(year, month + 1, 1)
    return str(after - dt.timedelta(days=1))


def measure_questions(case: Case) -> list[Figure]:
    """Open questions by a shared citation, and those that the truth does not have."""
    told = [case.cites(q["cites"]) for q in case.truth["open_questions"]]
    ours = [set(q["cites"]) for q in case.seen("open_questions")]
    found = sum(any(cites & q for q in ours) for cites in told)
    others = sum(not any(cites & q for cites in told) for q in ours)
    return [hits("open questions: found", found, len(told)), faults("open questions: others", others)]


def measure_voices(case: Case) -> list[Figure]:
    """Voices without a name: in one of the cited paragraphs, called by a word that the truth has."""
    spoken = [(cite, v["speaker"] or "") for cite, v in _placed(case, "quotes", "reported") if v["unnamed"]]
    found = 0
    for told in case.truth["unnamed_voices"]:
        cites, stems = case.cites(told["cites"]), _stems(told["who"])
        found += any(cite in cites and stems & _stems(speaker) for cite, speaker in spoken)
    return [hits("voices: unnamed, found", found, len(case.truth["unnamed_voices"]))]


def measure_quotes(case: Case) -> list[Figure]:
    """Quotations that hold the truth's words, given to the person, under any of the truth's spellings, or the unnamed
    voice that the truth gives them to."""
    said = [
        (str(cite), " ".join(u.voice.text.split()), u.statement.voice)
        for u in case.read.briefing.utterances
        for cite in u.statement.cites
    ]
    names = {person["name"]: {person["name"], *_spellings_of(person)} for person in case.truth.get("people", ())}
    told = [(case.cite(q["cite"]), q["words"], names.get(q["who"], {q["who"]})) for q in case.truth["quotes"]]
    found = sum(any(c == cite and words in text and w in who for c, text, w in said) for cite, words, who in told)
    return [hits("quotations: speaker found", found, len(told))]


def measure_dates(case: Case) -> list[Figure]:
    """Dates by their words and place, each with its first and last day."""
    ours = {(cite, d["text"], d["from"], d["to"]) for cite, d in _placed(case, "dates")}
    told = [(case.cite(d["cite"]), d["text"], *(interval(str(d["when"])) or ("", ""))) for d in case.truth["dates"]]
    return [hits("dates: resolved", sum(each in ours for each in told), len(told))]


def measure_numbers(case: Case) -> list[Figure]:
    """Figures by place and value, each with its bound."""
    ours = {(cite, f["low"], f["high"], f["bound"]) for cite, f in _placed(case, "figures")}
    told = [(case.cite(n["cite"]), n["low"], n.get("high", n["low"]), n["bound"]) for n in case.truth["numbers"]]
    return [hits("figures: read with their bound", sum(each in ours for each in told), len(told))]


def _placed(case: Case, *keys: str) -> list[tuple[str, Truth]]:
    """What was read of each article under these keys, with the paragraph it stands in."""
    found = []
    for article in case.seen("articles"):
        for block in article["paragraphs"]:
            inside = [v for k in keys for v in article[k] if block["start"] <= v["start"] < block["end"]]
            found += [(f"{article['id']} {block['ref']}", value) for value in inside]
    return found


_MEASURES = (
    (measure_people, ("people",)),
    (measure_origins, ("origins",)),
    (measure_figures, ("figures",)),
    (measure_steps, ("sanctions",)),
    (measure_timeline, ("timeline",)),
    (measure_questions, ("open_questions",)),
    (measure_voices, ("unnamed_voices",)),
    (measure_quotes, ("quotes",)),
    (measure_dates, ("dates",)),
    (measure_numbers, ("numbers",)),
)
