"""How well the check tells sound statements from unsound ones: a table per kind of fault.

    python benchmarks/evidence.py CASES.yml [CASES.yml …] [--seeds DIR] [--show]

A case is `{say, cite, sound, kind, why}`, of a list or under `cases:`. One with a `bundle` is held against the articles
of the folder of that name in DIR, any other against those of DIR itself. A doubtful verdict counts as refused. `--show`
lists the cases that came out wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.claims.library import Library
from generator.evidence.statements import load_library
from generator.evidence.support import Judgement, judge, parse_citation


@dataclass(frozen=True)
class Result:
    """One case and what the check made of it."""

    case: dict[str, Any]
    judgement: Judgement

    @property
    def is_right(self) -> bool:
        return bool(self.case["sound"]) == (self.judgement.verdict == "supported")


def load_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    raw = yaml.safe_load(path.read_text("utf-8"))
    return list(raw["cases"] if isinstance(raw, dict) else raw)


def run(cases: Sequence[dict[str, Any]], library: Library) -> list[Result]:
    """Judge every case."""
    return [Result(c, judge(c["say"], [parse_citation(x) for x in c["cite"]], library)) for c in cases]


def run_in(cases: Sequence[dict[str, Any]], root: Path) -> list[Result]:
    """Judge every case against the articles that it is about: those of `root`, or of the folder of its `bundle` there.
    Each folder is read once."""
    found: list[Result] = []
    for bundle in sorted({str(case.get("bundle", "")) for case in cases}):
        found += run([c for c in cases if str(c.get("bundle", "")) == bundle], load_library(root / bundle))
    return found


def table(results: Sequence[Result]) -> str:
    """Right of all, per kind, sound ones first."""
    right: Counter[tuple[bool, str]] = Counter()
    total: Counter[tuple[bool, str]] = Counter()
    for r in results:
        key = (not r.case["sound"], str(r.case.get("kind", "")))
        total[key] += 1
        right[key] += r.is_right
    lines = [f"{'unsound' if k[0] else 'sound':8} {k[1]:32} {right[k]:4} of {total[k]}" for k in sorted(total)]
    for unsound, what in ((False, "sound, let through"), (True, "unsound, refused")):
        n, all_of = (sum(c[k] for k in c if k[0] is unsound) for c in (right, total))
        lines.append(f"{what}: {n} of {all_of}" + (f" ({100 * n / all_of:.1f}%)" if all_of else ""))
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    results = run_in([c for path in options.cases for c in load_cases(path)], options.seeds)
    print(table(results))
    if options.show:
        for r in (r for r in results if not r.is_right):
            label = "SOUND" if r.case["sound"] else "UNSOUND"
            print(f"\n{label} {r.case.get('kind', '')} {r.case['cite']}: {r.case['say']}")
            print(f"   {r.judgement.verdict}: {r.judgement.reason} {r.judgement.rules} // {r.case.get('why', '')}")


if __name__ == "__main__":
    main()
