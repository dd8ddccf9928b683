"""Where YAML went wrong: a reader stops where it can go no further, and the slip is often lines above.

A quotation mark or a bracket that is not closed is told at the line that opens it.
"""

from __future__ import annotations

import yaml

# What a YAML reader says of the commonest slips, and what to do about them.
_MENDING = {
    "mapping values are not allowed": "Put a text that has a colon in it between quotation marks.",
    "that cannot start any token": "Indent with spaces, not with a tab; put a text that opens with % or @ between "
    "quotation marks.",
    "expected <block end>": "Begin the line as far to the right as its neighbours; put a text that opens with a "
    "quotation mark between two of the other kind.",
}
_FURTHER = {
    "quoted scalar": "A quotation mark is opened here and never closed, or only lines further down.",
    "flow": "A bracket is opened here and not closed.",
}


def find_slip(text: str, error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """The line (from 1) to look at, and what to do there, for an error that this text gave."""
    mark = error.problem_mark or error.context_mark
    stopped = mark.line if mark else 0
    opened = _open_quotation(text, error, stopped)
    if opened is not None:
        return opened + 1, _FURTHER["quoted scalar"]
    if "parsing a flow" in (error.context or "") and error.context_mark and error.context_mark.line < stopped:
        return error.context_mark.line + 1, _FURTHER["flow"]
    advice = next((do for said, do in _MENDING.items() if said in (error.problem or "")), "Mend it at this line.")
    return stopped + 1, advice


def _open_quotation(text: str, error: yaml.MarkedYAMLError, stopped: int) -> int | None:
    """The line, from 0, of the quotation mark that was never closed, or only by one that was to open another text: then
    the quoted text ends in the line where the reader stopped."""
    if "quoted scalar" in (error.context or "") and error.context_mark:
        return int(error.context_mark.line)
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.line > stopped:
                break
            if isinstance(token, yaml.ScalarToken) and token.style and token.start_mark.line < token.end_mark.line:
                last = token
    except yaml.YAMLError:
        pass  # it is why this was asked
    return int(last.start_mark.line) if last is not None and last.end_mark.line == stopped else None
