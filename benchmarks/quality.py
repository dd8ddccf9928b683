"""Takes the measures of reading and prints them beside their floors and goals.

    python benchmarks/quality.py DATA_DIR [SEEDS_DIR TRUTH_DIR]

DATA_DIR holds labelled data (names, meantime, gum_news, quotes; and bundles under primary), of which any part may
be missing. SEEDS_DIR is a folder of articles, TRUTH_DIR what a careful reader finds in them. Every figure is taken
without the editor's file, and again with it where a folder has one. README.md says what each measure counts.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # so that it runs from any folder, by its path

from benchmarks.labelled import MEASURES, has_any_editor_file  # noqa: E402
from benchmarks.originals import measure_originals  # noqa: E402
from benchmarks.reading import Figure, has_editor_file, hits  # noqa: E402
from generator.build import prepare  # noqa: E402
from generator.errors import BriefingError  # noqa: E402

# What simple means reach (None: not known), and what is to be reached: shares as they are, counts as how many may be
# missing (of things to find) or wrong (of things that should not be there).
GOALS: dict[str, tuple[float | None, float]] = {
    "names: F1 on hand-made pairs": (0.89, 0.95),
    "names: false merges, screening benchmark": (None, 6),
    "people: B³ F1 (MEANTIME)": (0.915, 0.96),
    "dates: F1 (MEANTIME)": (0.856, 0.93),
    "dates: F1 (GUM)": (0.933, 0.95),
    "quotations: precision (PolNeAR)": (0.74, 0.90),
    "quotations: recall (PolNeAR)": (0.64, 0.85),
    "bundles: built without error or warning": (None, 0),
    "lines: furniture or comments kept": (None, 0),
    "lines: body lines lost": (None, 0),
    "people: with every spelling": (None, 0),
    "people: nobody of that name": (None, 0),
    "people: false merges": (None, 0),
    "origins: found": (None, 0),
    "origins: others": (None, 0),
    "figures: unreconciled found": (None, 0),
    "figures: invented conflicts": (None, 0),
    "sanctions: steps found": (None, 1),
    "timeline: at the right precision": (None, 2),
    "open questions: found": (None, 0),
    "voices: unnamed, found": (None, 1),
}

_MET = {True: "yes", False: "NO", None: ""}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table. Exit status 1 where a goal is not met without the editor's file."""
    options = _parser().parse_args(arguments)
    if (options.seeds is None) != (options.truth is None):
        _parser().error("SEEDS_DIR and TRUTH_DIR go together.")
    plain = take(options.data, options.seeds, options.truth, edited=False)
    edited = take(options.data, options.seeds, options.truth, edited=True)
    print("\n".join(table(plain, edited)))
    return 0 if all(is_met(figure) is not False for figure in plain) else 1


def take(data: Path, seeds: Path | None, truth: Path | None, *, edited: bool) -> list[Figure]:
    """Every measure that there is data for; with the editor's file only where there is one."""
    found: list[Figure] = []
    if not edited or has_any_editor_file(data):
        for measure in MEASURES:
            found += measure(data, edited)
    bundles = sorted(path for path in data.glob("primary/*") if path.is_dir())
    if bundles and not edited:
        found.append(hits("bundles: built without error or warning", sum(map(is_built, bundles)), len(bundles)))
    if seeds and truth and (not edited or has_editor_file(seeds)):
        found += measure_originals(seeds, truth, edited=edited)
    return found


def is_built(bundle: Path) -> bool:
    """True where everything but writing works, without a warning."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            prepare(bundle, ROOT / "templates")
    except (BriefingError, Warning) as problem:
        print(f"{bundle.name}: {problem}", file=sys.stderr)
        return False
    return True


def is_met(figure: Figure) -> bool | None:
    """Whether a figure reaches its goal; None where it has none."""
    if figure.measure not in GOALS:
        return None
    goal = GOALS[figure.measure][1]
    return figure.value >= (-goal if figure.is_count else goal)


def table(plain: Sequence[Figure], edited: Sequence[Figure]) -> list[str]:
    """The lines of a Markdown table, a measure a line."""
    with_file = {figure.measure: figure.shown for figure in edited}
    heads = ("measure", "figure", "with the editor's file", "floor", "goal", "met")
    rows = [(f.measure, f.shown, with_file.get(f.measure, "no file"), *_goals(f), _MET[is_met(f)]) for f in plain]
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |" for row in (heads, *rows)]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


def _goals(figure: Figure) -> tuple[str, str]:
    """Floor and goal as they are printed."""
    floor, goal = GOALS.get(figure.measure, (None, None))
    if goal is None:
        return "", ""
    if not figure.is_count:
        return f"{floor:.3g}", f"≥ {goal:.2f}"
    if figure.total is None:
        return "", f"≤ {goal:.0f}"
    return "", f"≥ {figure.total - int(goal)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Takes the measures of reading and prints them beside their goals.")
    parser.add_argument("data", type=Path, metavar="DATA_DIR", help="labelled data")
    parser.add_argument("seeds", type=Path, nargs="?", metavar="SEEDS_DIR", help="a folder of articles")
    parser.add_argument("truth", type=Path, nargs="?", metavar="TRUTH_DIR", help="what they hold")
    return parser


if __name__ == "__main__":
    sys.exit(main())
