"""On whose word a figure stands: the voice that it is part of, by name where the article has one."""

from __future__ import annotations

import re

from generator.model import Figure, Reading, Voice
from generator.voices.transcripts import is_questioner

_ANONYMOUS = re.compile(r"\bon (?:the )?condition of anonymity\b", re.I)
# "The union put the number of dead at 17".
_PUT = re.compile(
    r"(?:^|[,;]\s+|\b(?:but|while|and|though)\s+)(?!but\b|while\b|and\b)(?P<who>[^,;.\"“”]{3,50}?)"
    r"\s+(?:puts?|placed|has put)\s+"
    r"(?:the|its|their)\s+[^,;.]{3,40}\s+at\s+$"
)
_PRONOUN = re.compile(r"\b(?:it|they|he|she)(?:\s+ha[ds])?$", re.I)


def is_asked(reading: Reading, figure: Figure) -> bool:
    """True for what a questioner says whom a transcript marks as such."""
    voice = _voice_around(reading, figure)
    return voice is not None and is_questioner(voice.speaker)


def _voice_around(reading: Reading, figure: Figure) -> Voice | None:
    return next((v for v in reading.voices if v.span == figure.voice), None)


def speaker_of(reading: Reading, figure: Figure, names: dict[str, tuple[str, str]]) -> str:
    """The person whose word the figure is, however an article spells the name."""
    voice = _voice_around(reading, figure)
    if voice is None or voice.named_by is None:
        return ""
    name = reading.article.text[voice.named_by.start : voice.named_by.end].lower()
    return (names.get(name) or names.get(name.split()[-1]) or ("", ""))[0]


def voice_of(reading: Reading, figure: Figure, sentence: str, names: dict[str, tuple[str, str]]) -> str:
    """Whoever the article has the figure from, by name where a pronoun stands or a label in capitals; empty for its own
    word."""
    text = reading.article.text
    voice = _voice_around(reading, figure)
    if voice is not None:
        if voice.named_by is not None:
            name = text[voice.named_by.start : voice.named_by.end]
            return names.get(name.lower(), ("", name))[1] if name.isupper() else name
        if voice.speaker.lower() in ("he", "she", "they", "it"):
            return ""
        speaker = voice.speaker.lower() if voice.speaker.isupper() and " " in voice.speaker else voice.speaker
        return f"{speaker}, on condition of anonymity" if _ANONYMOUS.search(sentence) else speaker
    before = sentence[: figure.span.start - figure.sentence.start]
    if put := _PUT.search(before):
        return _told_before(reading, figure) if _PRONOUN.search(put["who"]) else put["who"]
    said = re.match(r"(?P<who>[^,;.]{3,60}?)\s+(?:confirmed|reported|announced|acknowledged)\s+\w+ing\b", sentence)
    return said["who"] if said and figure.span.start > figure.sentence.start + said.end() - 1 else ""


def _told_before(reading: Reading, figure: Figure) -> str:
    """Whoever speaks last in the sentences before, where a pronoun puts the figure: "It had put the toll at 17"."""
    before = [v for v in reading.voices if v.ref == figure.ref and v.span.end <= figure.sentence.start]
    return before[-1].speaker if before else ""
