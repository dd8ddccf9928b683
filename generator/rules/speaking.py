"""Who says it: quotations word for word and from whom they are, and said stays said.

Each rule gives a Fault or None."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.claims.clauses import Clause
from generator.claims.modality import relation_words
from generator.claims.reading import Saying, Told, content_words
from generator.claims.wording import listed_stems, senses_in, senses_of, stem, words_of
from generator.model import Span
from generator.rules.holding import Case, Fault, is_within, keys_of, share_of
from generator.rules.speakers import Speaker, compare_speakers, cued_in, speaker_of

_QUOTE = re.compile(r'"([^"]+)"')


# ---------------------------------------------------------------- quotations


def hold_quotations(case: Case) -> Fault | None:
    """A quotation stands in a passage word for word."""
    for words in _QUOTE.findall(case.claim.text):
        if not any(_plain(words) in _plain(told.text) for told in case.passages):
            return Fault(f"the quotation “{words}” does not stand there word for word")
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r'[".,;:!?]', " ", text.casefold()).split())


# ---------------------------------------------------------------- speakers


@dataclass(frozen=True, slots=True, eq=False)
class _Voice:
    """Words of a passage and who says them."""

    told: Told
    speaker: Speaker
    content: frozenset[str]
    words: str
    span: Span


def hold_speakers(case: Case) -> Fault | None:
    """What the statement gives to somebody, a passage gives to the same."""
    voices = [v for told in case.passages for v in _voices(told)]
    for saying in case.claim.sayings:
        if _is_source(case, saying) or saying.is_open or _is_unsaid(case.claim, saying):
            continue
        mine, wanted = speaker_of(case.claim, saying), _wanted(case.claim, saying)
        if any(mine.keys & told.authors and not _is_others_word(told, wanted) for told in case.passages):
            continue
        if not mine.keys and any(
            stem(d) in t.senses for d in mine.heads & relation_words("documents") for t in case.passages
        ):
            continue  # according to the treaty: nobody's word, and it is there
        fitting = _fitting(case, saying, wanted, voices)
        likes = {v: compare_speakers(mine, v.speaker, case.library) for v in fitting}
        if any(like == "same" or (like == "unknown" and _is_near(case, mine, v)) for v, like in likes.items()):
            continue
        if (saying.kind != "quote" or saying.cue.startswith("quot")) and any(_hands_on(case, mine, v) for v in fitting):
            continue  # the passage has it from one who has it from the other, and the statement names both
        if fitting:
            return Fault(f"there it is {fitting[0].speaker.text or 'somebody'} who says it, not {saying.speaker}")
        if any(_is_first_person(told) for told in case.passages):
            continue  # whose words the whole article is
        if wanted and not any(_speaks_there(case, saying, told) for told in case.passages):
            return Fault(f"nothing there is given to {saying.speaker}", is_sure=False)
    return None


def _is_first_person(told: Told) -> bool:
    return any(d.lower_ in ("i", "we") for c in told.clauses for d in c.doers) and not told.sayings


def _hands_on(case: Case, mine: Speaker, voice: _Voice) -> bool:
    return bool(voice.speaker.keys) and voice.speaker.keys <= case.claim.keys and bool(mine.keys & voice.told.keys)


def _fitting(case: Case, saying: Saying, wanted: list[frozenset[str]], voices: Sequence[_Voice]) -> list[_Voice]:
    """The voices that say it: these very words, else most of what is said, the inmost of them."""
    words = _plain(case.claim.text[saying.span.start : saying.span.end])
    if saying.kind == "quote" and words:
        found = [v for v in voices if words in v.words]
        if found:
            return _innermost(found)
    ranked = sorted(((share_of(wanted, v.content), v) for v in voices), key=lambda r: -r[0])
    if not ranked or ranked[0][0] < 0.5:
        return []
    return _innermost([v for share, v in ranked if share >= ranked[0][0] - 0.2])


def _voices(told: Told) -> Iterator[_Voice]:
    """All that a passage gives to somebody, by what was read of it and by the verbs of saying."""
    for saying in told.sayings:
        words = _plain(told.text[saying.span.start : saying.span.end])
        yield _Voice(told, speaker_of(told, saying), _content_of(told, saying.span), words, saying.span)
    for verb, speaker in cued_in(told):
        span = Span(verb.sent.start_char, verb.sent.end_char)
        if not speaker.is_open and not any(s.span.start <= verb.idx < s.span.end for s in told.sayings):
            yield _Voice(told, speaker, _content_of(told, span), _plain(told.text[span.start : span.end]), span)


def _is_near(case: Case, mine: Speaker, voice: _Voice) -> bool:
    """A body that the article has named by the end of the passage: "the company" may be it."""
    if mine.keys & voice.told.keys or any(mine.keys & told.keys for told in case.passages):
        return True
    return not mine.keys


def _wanted(claim: Told, saying: Saying) -> list[frozenset[str]]:
    """What is given to somebody: words, names and numbers, each as what it can be found by."""
    tokens = [t for t in content_words(claim) if is_within(saying.span, t)]
    names = [n.keys for n in claim.names if saying.span.start <= n.span.start < saying.span.end]
    numbers = [frozenset({f"#{n.low:g}"}) for n in claim.numbers if saying.span.start <= n.start < saying.span.end]
    return [senses_of(t.lemma_.lower()) | senses_of(t.lower_) for t in tokens] + names + numbers


def _is_unsaid(claim: Told, saying: Saying) -> bool:
    """Somebody has not confirmed it, or has yet to."""
    words = saying.cue.split()
    cues = [c for c in claim.clauses if words and c.verb.text == words[-1]]
    cues = [c for c in cues if c.verb.lemma_.lower() not in words_of("raising")]  # who does not think so says so
    return any(c.is_denied or c.is_unreal or any(a.lower_ == "yet" for a in c.verb.head.children) for c in cues)


def _is_others_word(told: Told, wanted: list[frozenset[str]]) -> bool:
    """In an article that is one person's words, this is quoted from another."""
    return any(
        s.keys and not s.keys & told.authors and share_of(wanted, _content_of(told, s.span)) >= 0.6
        for s in told.sayings
    )


def _innermost(found: Sequence[_Voice]) -> list[_Voice]:
    """Without the voices that hold another one of somebody known: who quotes Holt does not speak Holt's words."""
    known = [v for v in found if not v.speaker.is_open]
    return [
        v
        for v in found
        if not any(o is not v and o.told is v.told and o.span.within(v.span) and o.span != v.span for o in known)
    ] or list(found)


def _content_of(told: Told, inside: Span) -> frozenset[str]:
    tokens = [t for t in told.doc if is_within(inside, t)]
    names = (k for n in told.names if inside.start <= n.span.start < inside.end for k in n.keys)
    numbers = (f"#{n.low:g}" for n in told.numbers if inside.start <= n.start < inside.end)
    return senses_in(w for t in tokens for w in (t.lemma_.lower(), t.lower_) if t.is_alpha).union(names, numbers)


def _is_source(case: Case, saying: Saying) -> bool:
    """An article or an outlet speaks: the page names its source."""
    words = {stem(w) for w in re.findall(r"\w+", saying.speaker.lower())}
    if words & listed_stems("sources"):
        return True
    for told in case.passages:
        if told.cite:
            article = case.library.readings[told.cite.article].article
            known = {stem(w) for w in re.findall(r"\w+", f"{article.outlet} {article.agency}".lower())}
            if words and words - {"the"} <= known:
                return True
    return False


def _speaks_there(case: Case, saying: Saying, told: Told) -> bool:
    """The passage has the speaker and a word of saying, though nothing read there is given to anybody."""
    if not (saying.keys & told.keys) and saying.keys:
        return False
    if saying.heads and senses_in(saying.heads).isdisjoint(told.senses):
        return False
    if any(_finds_that(told, clause, saying) for clause in told.clauses):
        return True
    return any(stem(t.lemma_) in listed_stems("saying") for t in told.doc)


def _finds_that(told: Told, clause: Clause, saying: Saying) -> bool:
    """The speaker found, showed or reckoned that something is so."""
    has_content = any(c.dep_ == "ccomp" for c in clause.verb.children)
    return has_content and any(keys_of(told, d) & saying.keys for d in clause.doers)
