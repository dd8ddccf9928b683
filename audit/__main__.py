"""`make audit`: both sites are built and served, each type of page is opened, a table says what was found.

    build  →  browse (axe, weights, hosts, console)  →  Lighthouse  →  the Nu checker  →  table and faults

It ends with 1 where a promise of the site does not hold.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from audit import lighthouse
from audit.browsing import Seen, browse
from audit.markup import check_markup
from audit.sites import ROOT, Site, build_sites

TOOLS = ROOT / "audit/node_modules"
FIRST_LOAD, INDEX = 100, 60  # KiB, compressed: what a page may weigh without the search index, and the index
HEAD = (
    f"{'':18} {'axe: light, dark':21} {'Lighthouse, phone':19} {'KiB':>6} {'of de-':>6} {'KiB in':>6} {'other':>6}"
    f" {'con-':>5}\n{'page':18} {'phon':>4} {'desk':>4} {'phon':>4} {'desk':>4} {'perf a11y best  seo':>20}"
    f" {'first':>6} {'fault':>6} {'use':>6} {'hosts':>6} {'sole':>5}"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One page in the table."""

    name: str
    seen: Seen
    scores: dict[str, int]


def main() -> int:
    """Measure, print, and say whether all promises hold."""
    chromium = shutil.which("chromium")
    if not chromium:
        print("Chromium is missing (Debian: apt install chromium).")
        return 1
    with tempfile.TemporaryDirectory() as work, build_sites(Path(work)) as (ours, default):
        rows = _measure((ours, default), chromium)
        markup = check_markup(ours, default, TOOLS)
    *own, other = rows
    print(HEAD)
    for row in rows:
        print(_line(row, other))
    print(f"Lighthouse: the median of {lighthouse.ROUNDS} rounds over all pages.")
    print(f"Search index: {own[0].seen.index:.1f} KiB compressed (at most {INDEX}), loaded where somebody searches.")
    print(f"The Nu checker: {'left out, Java is missing' if markup is None else f'{len(markup)} errors'}.")
    faults = [*(fault for row in own for fault in find_faults(row, other)), *(markup or ())]
    print(*(f"  - {fault}" for fault in faults), sep="\n") if faults else print("All promises hold.")
    return 1 if faults else 0


def _measure(sites: tuple[Site, ...], chromium: str) -> list[Row]:
    from playwright.sync_api import sync_playwright

    axe = TOOLS / "axe-core/axe.min.js"
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        seen = {url: (name, browse(browser, site, url, axe)) for site in sites for name, url in site.pages()}
        browser.close()
    scores = lighthouse.score(tuple(seen), TOOLS, chromium)
    return [Row(name, found, scores[url]) for url, (name, found) in seen.items()]


def _line(row: Row, other: Row) -> str:
    axe = " ".join(f"{len(found):4}" for found in row.seen.axe)
    scores = " ".join(f"{row.scores[name]:4}" for name in lighthouse.CATEGORIES)
    share = row.seen.weight / other.seen.weight
    tail = f"{row.seen.used:6.1f} {len(row.seen.elsewhere):6} {len(row.seen.said):5}"
    return f"{row.name:18} {axe} {scores:>21} {row.seen.weight:6.1f} {share:6.2f} {tail}"


def find_faults(row: Row, other: Row) -> list[str]:
    """What a page of ours promises and does not hold, beside the default site measured in the same run."""
    seen, found = row.seen, []
    found += [f"axe: {rule}" for rule in dict.fromkeys(rule for rules in seen.axe for rule in rules)]
    found += [f"{name} {row.scores[name]}, not 100" for name in lighthouse.CATEGORIES[1:] if row.scores[name] < 100]
    if row.scores["performance"] <= other.scores["performance"] < 100:
        found.append(f"performance {row.scores['performance']}, not ahead of {other.scores['performance']}")
    if seen.weight > FIRST_LOAD:
        found.append(f"the first load weighs {seen.weight:.1f} KiB, not at most {FIRST_LOAD}")
    if seen.index > INDEX:
        found.append(f"the search index weighs {seen.index:.1f} KiB, not at most {INDEX}")
    found += [f"a request to {url}" for url in seen.elsewhere]
    found += [f"the console says: {text}" for text in seen.said]
    return [f"{row.name}: {fault}" for fault in found]


if __name__ == "__main__":
    sys.exit(main())
