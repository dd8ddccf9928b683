"""Who speaks in the articles without a name, and what is told of it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.briefing import Briefing, Statement, Utterance
from generator.model import Citation
from generator.pages.passages import detached, is_shown_whole
from generator.pages.phrases import party, party_key, sentence_case
from generator.people.utterances import letters


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody who speaks without a name: what is told of it, and where else, in articles that are not ours to show."""

    name: str
    statements: tuple[Statement, ...]
    cites: tuple[Citation, ...]

    @property
    def times(self) -> int:
        """How often it speaks."""
        return len(self.statements) + len(self.cites)


def find_unnamed(briefing: Briefing) -> tuple[Unnamed, ...]:
    """Who speaks without a name, most heard first. Of an article that is not ours to show stands only where."""
    ours = {article.id for article in briefing.articles if is_shown_whole(article)}
    groups: dict[str, list[Utterance]] = {}
    for utterance in briefing.utterances:
        if not utterance.person and utterance.voice.unnamed:
            groups.setdefault(party_key(utterance.statement.voice), []).append(utterance)
    voices = []
    for found in groups.values():
        statements = [u.statement for u in found]
        whole = [s for s in statements if ours.issuperset(c.article for c in s.cites)]
        told = [replace(s, text=detached(s.text)) for s in whole if not _is_inside(s, whole)]
        others = dict.fromkeys(c for s in statements if s not in whole for c in s.cites)
        voices.append(Unnamed(_name(statements), tuple(told), tuple(others)))
    return tuple(sorted(voices, key=lambda v: -v.times))


def _name(statements: Iterable[Statement]) -> str:
    """What the voice is called most often, of several such the first."""
    names = Counter(party(statement.voice) for statement in statements)
    return sentence_case(names.most_common(1)[0][0])


def _is_inside(statement: Statement, others: Iterable[Statement]) -> bool:
    """True where one of the others holds the same words and more."""
    words = letters(statement.text)
    return any(words in letters(o.text) and words != letters(o.text) for o in others)
