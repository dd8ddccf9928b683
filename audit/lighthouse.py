"""Lighthouse's four scores for a page on a slow phone (its own simulation), one page after the other."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3  # on a busy machine one run gave the same page 71, another 97
# Other hosts cannot be found, on any machine: what the default site wants from them is neither waited for nor counted.
_FLAGS = "--headless=new --no-sandbox --disable-gpu --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"


def score(url: str, tools: Path, chromium: str) -> dict[str, int]:
    """Each category's score, 0 to 100, the median of several runs. Raises RuntimeError where Lighthouse gives none."""
    runs = [_score_once(url, tools, chromium) for _ in range(RUNS)]
    return {name: round(statistics.median(run[name] for run in runs)) for name in CATEGORIES}


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
