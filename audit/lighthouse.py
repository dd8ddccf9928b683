"""Lighthouse's four scores for a page on a slow phone (its own simulation), round after round."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Rounds over all pages, so that what else a machine does falls on each page alike: on a busy one a single run gave the
# same page 71, another 97, and a page measured later than another was worse by chance. On a quiet one the longest page
# had 94 to 100 in five rounds, the default site 94 to 99.
ROUNDS = 5
# Other hosts cannot be found, on any machine: what the default site wants from them is neither waited for nor counted.
_FLAGS = "--headless=new --no-sandbox --disable-gpu --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"


def score(urls: Sequence[str], tools: Path, chromium: str) -> dict[str, dict[str, int]]:
    """For each address each category's score, 0 to 100, the median of all rounds. Raises RuntimeError where Lighthouse
    gives none."""
    runs: dict[str, list[dict[str, int]]] = {url: [] for url in urls}
    for number in range(1, ROUNDS + 1):
        for url in urls:
            runs[url].append(_score_once(url, tools, chromium))
        print(f"  Lighthouse: round {number} of {ROUNDS} is done.", file=sys.stderr, flush=True)
    return {
        url: {name: round(statistics.median(run[name] for run in of_page)) for name in CATEGORIES}
        for url, of_page in runs.items()
    }


def _score_once(url: str, tools: Path, chromium: str) -> dict[str, int]:
    command = [
        *("node", str(tools / "lighthouse/cli/index.js"), url, "--output=json", "--quiet"),
        *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={_FLAGS}"),
    ]
    run = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode:
        raise RuntimeError(f"Lighthouse could not measure {url}:\n{run.stderr[-2000:]}")
    found = json.loads(run.stdout)["categories"]
    return {name: round(100 * (found[name]["score"] or 0)) for name in CATEGORIES}
