"""What can go wrong, as one small tree.

    BriefingError          anything that stops a build, told in one message
    ├── InputError         an article, the editor's file or an option is not what it has to be
    ├── TemplateError      a template asks for something that the briefing does not have
    ├── EvidenceError      a statement does not stand in what it cites
    ├── QuotingError       the pages would show more of an article than a briefing may
    └── WriteError         the pages cannot be written without touching what is not ours

What an editor should know of but may live with is no error: it is a `model.Finding`.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Stops a build. `file` and `place` say where, `found` what stands there, `advice` what to do."""

    def __init__(self, file: str, place: str, found: str, advice: str) -> None:
        self.file, self.place, self.found, self.advice = file, place, found, advice
        where = f"{file}: {place}" if place else file
        super().__init__(f"{where}: {found}\n  {advice}")


class InputError(BriefingError):
    """An article, the editor's file or an option is not what it has to be."""


class TemplateError(BriefingError):
    """A template asks for something that the briefing does not have."""


class EvidenceError(BriefingError):
    """A statement does not stand in what it cites."""


class QuotingError(BriefingError):
    """The pages would show more of an article's own words than a briefing may."""


class WriteError(BriefingError):
    """The pages cannot be written without touching what is not ours."""
