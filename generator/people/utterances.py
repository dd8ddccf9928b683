"""What people and institutions are quoted with: quotations and reported speech of all articles, each once.

A quotation is shown between its marks and with nothing else; reported speech is the article's whole sentence, so that
what somebody claims keeps the words that give it to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import data
from generator.briefing import Person, Statement, Utterance
from generator.model import Citation, Reading, Span, Voice
from generator.names.nameparts import parse, titles

# Fewer words between marks are a phrase of the sentence around them, unless they are a whole one: "We paid nothing,".
_FEW_WORDS = 4
_WHOLE = 3
# Of a turn in a transcript, or of any longer quotation, the first whole sentences up to so many words are shown: the
# site quotes briefly. Of 422 quotations in a sample of news reports 95 in 100 are no longer than this.
_MOST_WORDS = 60
# A voice that is only one of these is nobody to show words of.
PRONOUNS = {
    "he", "she", "it", "they", "i", "we", "you", "who", "his", "her", "him", "them", "one", "this", "that", "which",
    "their", "its", "our", "your", "my", "those", "these", "q",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    person: str
    speaker: str
    text: str
    voice: Voice
    cite: Citation


def compile_utterances(
    readings: Sequence[Reading], people: Sequence[Person], index: Mapping[tuple[str, Span], str]
) -> tuple[Utterance, ...]:
    """Every utterance in the order of articles and text; the same words by the same speaker in several articles are one
    that cites all of them. `index` maps an article's id and a mention's span to the person's id."""
    names = {p.id: p.name for p in people}
    holders = {r.article.id: _holders(r.article.title, people) for r in readings}
    groups: dict[tuple[str, str, str], list[_Said]] = {}
    for reading in readings:
        for said in _said_in(reading, names, index, holders[reading.article.id]):
            key = (said.voice.kind, said.person or said.speaker.lower(), letters(said.text))
            groups.setdefault(key, []).append(said)
    return tuple(_utterance(group) for group in groups.values())


def _utterance(group: Sequence[_Said]) -> Utterance:
    first = group[0]
    cites = tuple(dict.fromkeys(said.cite for said in group))
    return Utterance(first.person, first.voice.speaker, first.voice, Statement(first.text, cites, first.speaker))


def _holders(title: str, people: Sequence[Person]) -> dict[str, str]:
    """Whom a transcript calls by an office in its labels, by what its title says: `THE PRESIDENT`, and `Remarks by
    President Holm on …`. By label the id of the only person who bears the name."""
    found: dict[str, str] = {}
    offices = data.one_of(titles()["office"])
    for match in re.finditer(rf"(?i:\b({offices}))((?: [A-Z][\w.'’-]+){{1,4}})", title):
        name = match[2].strip().removesuffix("’s").removesuffix("'s")
        ids = {p.id for p in people if name in {n for s in p.spellings for n in (s.text, parse(s.text).surname)}}
        if len(ids) == 1:
            found.setdefault(f"THE {match[1].upper()}", ids.pop())
    return found


def _said_in(
    reading: Reading, names: Mapping[str, str], index: Mapping[tuple[str, Span], str], holders: Mapping[str, str]
) -> Iterator[_Said]:
    """What one article gives to somebody it names or calls something; an unresolved pronoun is nobody to quote."""
    nameless = ""  # who "she" is after "a spokeswoman said"
    for voice in sorted(reading.voices, key=lambda v: (v.speaker_span or v.span, v.span)):
        if voice.speaker_span is None or not voice.ref:
            continue
        person = index.get((reading.article.id, voice.named_by), "") if voice.named_by is not None else ""
        person = person or holders.get(voice.speaker, "")
        speaker = names.get(person, " ".join(voice.speaker.split()))
        if voice.unnamed and speaker.lower() in PRONOUNS:
            speaker = nameless
        elif voice.unnamed:
            nameless = speaker
        text = _quoted(voice) if voice.kind == "quote" else _sentence(reading, voice)
        if text and speaker and (person or speaker.lower() not in PRONOUNS):
            cite = Citation(reading.article.id, voice.ref)
            yield _Said(person if person in names else "", speaker, text, voice, cite)


def _quoted(voice: Voice) -> str:
    """The words in curly marks; nothing where they are too few. A comma that belongs to the sentence around goes; an
    ellipsis shows where the speaker's own sentence began earlier or goes on."""
    words = " ".join(voice.text.split()).rstrip(",").strip()
    if len(words.split()) < _FEW_WORDS and not _is_whole(voice):
        return ""
    kept = _shortened(words)
    before, after = "… " * words[0].islower(), " …" * (kept != words)
    return f"“{before}{kept}{after}”"


def _is_whole(voice: Voice) -> bool:
    """True for few words that are a sentence by their first letter and their last mark; not a title, and not what a
    transcript has somebody say in passing."""
    words = voice.text.split()
    is_title = all(w[0].isupper() for w in words if len(w) > 3)
    if len(words) < _WHOLE or is_title or voice.cue == ":":
        return False
    return words[0][0].isupper() and words[-1][-1] in ",.?!"


def _shortened(words: str) -> str:
    if len(words.split()) <= _MOST_WORDS:
        return words
    kept = ""
    for sentence in re.split(r"(?<=[.!?])\s+", words):
        if kept and len(kept.split()) + len(sentence.split()) > _MOST_WORDS:
            break
        kept = f"{kept} {sentence}".strip()
    return kept


def _sentence(reading: Reading, voice: Voice) -> str:
    """The sentences that the content and its speaker stand in, as the article has them."""
    at = voice.speaker_span or voice.span
    over = [s for s in reading.sentences if s.ref == voice.ref and (s.span.overlaps(voice.span) or s.span.overlaps(at))]
    return " ".join(" ".join(s.text for s in over).split())


def letters(text: str) -> str:
    """Letters and digits alone, so that marks, case and spaces do not tell two quotations apart."""
    return "".join(c for c in text.lower() if c.isalnum())
