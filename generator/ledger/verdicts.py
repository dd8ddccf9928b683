"""One of six verdicts on the figures of a row, with its reason in one sentence.

Agreement is counted in origins, and origins that rest on one voice say so. A conflict needs the same thing, the same
moment and exact numbers; where one of the numbers is a bound that the other breaks, they are unreconciled; whatever is
less than that is not comparable.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from generator.briefing import Verdict
from generator.figures.acts import act_words, nations_in
from generator.ledger.courses import explain_days, is_other_day, judge_change
from generator.ledger.items import Item
from generator.ledger.lineup import fits, is_disputed, is_equal, is_same_kind
from generator.ledger.wording import count_word
from generator.sources.agreements import listed

_PLAIN = ("the", "a", "an", "of", "in", "for", "to")


def judge(items: Sequence[Item]) -> tuple[Verdict, str]:
    """The verdict on one row's items and the reason, a sentence for a reader."""
    origins = tuple(dict.fromkeys(i.origin for i in items))
    pairs = list(combinations(items, 2))
    if items[0].is_of_change:
        return judge_change(items)
    if not all(fits(a, b) for a, b in pairs):
        return _judge_difference(items, origins)
    if is_counted_daily(items):
        return "not comparable", explain_days(items)
    if len(origins) == 1:
        return "one origin", _alone(items)
    if not items[0].is_now and len({i.when for i in items if i.when}) > 1 and not _may_be_of_one_time(pairs):
        return "not comparable", "The figures are of different periods."
    if _is_other_measure(items):
        return "not comparable", f"Two measures: {listed(_measures(items))}."
    firm = _firmest(items)
    if len({i.origin for i in firm}) > 1:
        return "agree", f"{_agreeing(firm)}{_looser(items, firm)}."
    return "compatible", f"{_values(items)} can all be true: {_how(items)}."


def merge_voices(voices: Sequence[str]) -> tuple[str, ...]:
    """Each voice once, as first written: "the Oslo archive Fram" and "Fram" are one."""
    kept: dict[str, str] = {}
    for voice in voices:
        words = set(voice_key(voice).split())
        if words and not any(words <= set(k.split()) or set(k.split()) <= words for k in kept):
            kept[" ".join(sorted(words))] = voice
    return tuple(kept.values())


def voice_key(voice: str) -> str:
    """One key for the ways to write one unnamed authority: "Kenyan officials" and "the officials of Kenya"."""
    nations = nations_in(voice)
    words = [w for w in re.findall(r"[\w'-]+", voice) if w.lower() not in _PLAIN and not nations_in(w)]
    return " ".join([*sorted(nations), *sorted(w.lower() for w in words)])


def _judge_difference(items: Sequence[Item], origins: Sequence[str]) -> tuple[Verdict, str]:
    """The verdict where some of the figures do not fit each other."""
    apart = [(a, b) for a, b in combinations(items, 2) if not fits(a, b)]
    clash = next(((a, b) for a, b in apart if _is_conflict(a, b)), None)
    if clash is not None:
        a, b = clash
        return "conflict", f"{_values((a, b))} are said of the same thing at the same moment; both cannot be true."
    broken = next(((a, b) for a, b in apart if _is_broken_bound(a, b)), None)
    if broken is not None:
        return "unreconciled", f"{_values(broken)} are said of the same thing at the same moment and do not fit."
    if is_counted_daily(items):
        return "not comparable", explain_days(items)
    if all(_is_other_moment(a, b) for a, b in apart):
        return "not comparable", "The figures are of different periods or moments."
    if len(origins) == 1:
        return "one origin", "One origin gives different numbers and does not say that they count the same."
    return "not comparable", "The articles do not say that the same is counted."


def _is_conflict(a: Item, b: Item) -> bool:
    """The same thing at the same moment, said exactly and by two origins, and not both true."""
    return a.is_exact and b.is_exact and _is_of_one_moment(a, b)


def _is_broken_bound(a: Item, b: Item) -> bool:
    """Of the dead or the hurt at one moment, an exact number and a bound that it breaks: 34, and at least 41."""
    is_bounded = (a.is_exact and b.is_bound) or (a.is_bound and b.is_exact)
    return is_bounded and a.family == "harm" and _is_of_one_moment(a, b)


def _is_of_one_moment(a: Item, b: Item) -> bool:
    """Two origins, or two voices against each other, count the same thing at the same moment."""
    return (
        (a.origin != b.origin or is_disputed(a, b))
        and a.sense is not None
        and a.sense is b.sense
        and is_same_kind(a, b)
        and a.scope == b.scope
        and (a.figure.place, a.owner, a.nation) == (b.figure.place, b.owner, b.nation)
        and a.figure.planned == b.figure.planned  # what was planned and what was done may differ
        and not (a.of_them or b.of_them or _is_partial(a) or _is_partial(b))
        and not _is_other_moment(a, b)
        and not is_other_day(a, b)
        and a.is_now
        and b.is_now
        and all(item.when or item.day for item in (a, b))  # who knows no moment cannot know that it is the same
    )


def _may_be_of_one_time(pairs: Sequence[tuple[Item, Item]]) -> bool:
    """The same number each time, of times that take in one another: 46 in November 2031 and 46 in 2031."""
    return all(is_equal(a, b) and not (a.when and b.when and not a.when.overlaps(b.when)) for a, b in pairs)


def is_counted_daily(items: Sequence[Item]) -> bool:
    """True for counts of one disaster that differ, each of its own day."""
    return any(
        is_other_day(a, b) and a.figure.low != b.figure.low and (a.is_exact or b.is_exact)
        for a, b in combinations(items, 2)
    )


def _is_partial(item: Item) -> bool:
    """One part of a whole by its words: including five, eight others, another three; not a ferry with 40 on board."""
    beside = "including|among|another|other|besides" + ("" if item.is_carried else "|with")
    return re.search(rf"\b(?:{beside})\b[^,]{{0,30}}$", item.before, re.I) is not None or (
        re.search(r"\b(?:other|others|another|more|further|additional)\b", item.figure.phrase) is not None
    )


def _is_other_moment(a: Item, b: Item) -> bool:
    """Their own dates differ, or the dates of their articles do."""
    if a.is_before != b.is_before:
        return True
    if a.when and b.when:
        return a.when != b.when
    return bool(a.day and b.day and a.day != b.day) or (
        (a.when is None) != (b.when is None) and not (a.is_now and b.is_now)
    )


def _firmest(items: Sequence[Item]) -> list[Item]:
    """The items that say the number that most origins say; of equals the more exact one."""
    best: list[Item] = []
    for item in items:
        same = [i for i in items if is_equal(i, item)]
        if (len({i.origin for i in same}), item.is_exact) > (
            len({i.origin for i in best}),
            bool(best) and best[0].is_exact,
        ):
            best = same
    return best


def _agreeing(firm: Sequence[Item]) -> str:
    """ "Three origins say 123", and on whose word where that is the same for all."""
    origins = tuple(dict.fromkeys(i.origin for i in firm))
    said = f"{count_word(len(origins)).capitalize()} origins say {_said(firm[0])}"
    resting = {o: _parties([i for i in firm if i.origin == o]) for o in origins}
    shared = Counter(p for parties in resting.values() for p in parties)
    party, count = max(shared.items(), key=lambda entry: entry[1], default=("", 0))
    if count < 2:
        return said
    how_many = f"{count_word(count)} of them" if count < len(origins) else "both" if count == 2 else "all"
    others = list(dict.fromkeys(p for parties in resting.values() if party in parties for p in parties if p != party))
    also = f", one of them also on that of {listed([_word_of(p, firm) for p in others])}" if others else ""
    return f"{said}, {how_many} on the word of {_word_of(party, firm)}{also}"


def _parties(items: Sequence[Item]) -> list[str]:
    """On whose word one origin's items rest, each party once; none where an article that quotes somebody also says it
    in its own voice. A copy that leaves out who said it adds no voice."""
    quoting = {i.article for i in items if i.voice}
    if any(not i.voice and i.article in quoting for i in items):
        return []
    return list(dict.fromkeys(i.speaker or party_of(i.voice) for i in items if i.voice))


def party_of(voice: str) -> str:
    """Whose word a voice is: the country that an official speaks for (the first it names), else the voice's key."""
    is_official = any(w.lower() in act_words()["authorities"] for w in re.findall(r"\w+", voice))
    nations = nations_in(voice) if is_official else ()
    return nations[0] if nations else voice_key(voice)


def _word_of(party: str, items: Sequence[Item]) -> str:
    """A party as a reader knows it: by its one name where all who speak for it go by that, else the country."""
    resting = [i for i in items if i.voice and (i.speaker or party_of(i.voice)) == party]
    voices = {voice_key(i.voice): i.voice for i in resting}
    if len(voices) == 1 or all(i.speaker for i in resting):
        return _with_the(next(iter(voices.values())))
    return f"the {party}" if party.split()[0] in ("United", "Czech") else party


def _with_the(voice: str) -> str:
    """ "Ukrainian authorities" → "the Ukrainian authorities"; a name stays as it is."""
    voice = re.sub(r"^(The|An?) ", lambda m: m.group().lower(), voice).partition(", on condition")[0]
    if voice.split()[0] in ("the", "a", "an") or re.search(r"[A-Z]", voice.split()[-1]):
        return voice
    return f"the {voice}"


def _looser(items: Sequence[Item], firm: Sequence[Item]) -> str:
    """What the others say, who fit and are less exact."""
    rest = list(dict.fromkeys(_said(i) for i in items if i not in firm and _said(i) != _said(firm[0])))
    return (
        f"; {listed(rest)} {'is' if len(rest) == 1 else 'are'} less exact and {'fits' if len(rest) == 1 else 'fit'}"
        if rest
        else ""
    )


def _said(item: Item) -> str:
    """The figure as it stands in the middle of a sentence."""
    return item.said[0].lower() + item.said[1:]


def _values(items: Sequence[Item]) -> str:
    text = listed(list(dict.fromkeys(_said(i) for i in items)))
    return text[0].upper() + text[1:]


def _how(items: Sequence[Item]) -> str:
    """Why different words for a number fit."""
    if beside := next((i for i in items if i.is_beside), None):
        together = count_word(int(beside.figure.low) + 1)
        return f"with {beside.owner_name}, {beside.figure.text.lower()} others make {together}"
    if any(i.figure.bound == "range" for i in items):
        return "one is a range that takes in the other"
    if all(i.is_exact for i in items):
        return "one is the other rounded"
    return "one is less exact"


def _measures(items: Sequence[Item]) -> list[str]:
    return list(dict.fromkeys(i.figure.phrase.removeprefix("of ") for i in items))


def _is_other_measure(items: Sequence[Item]) -> bool:
    """Percentages of different things: of the supply and of the exports."""
    return items[0].figure.unit == "percent" and len({i.figure.counts for i in items}) > 1


def _alone(items: Sequence[Item]) -> str:
    """Why nothing can be held against it."""
    articles = tuple(dict.fromkeys(i.article for i in items))
    if len(articles) == 1:
        return "Only one article gives this figure."
    return f"One origin: {count_word(len(articles))} articles resting on {items[0].origin_name}."
