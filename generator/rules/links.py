"""What a text ties together, and which of the two comes first: cause and effect, earlier and later.

A statement may tie two things only as its passages do: not the other way round, and as cause and effect only where a
passage tells them together.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.claims.idioms import in_other_words
from generator.claims.modality import relation_words
from generator.claims.reading import Told
from generator.claims.wording import senses_of
from generator.rules.holding import Case, Fault, share_of, words_in
from generator.rules.ties import Link, Units, links_in

_POINTING = ("this", "that", "these", "those", "it")

# By how much (of 2: the share of both sides) the passage's order must fit better turned round than straight.
_CLEARLY = 0.4

# The least share of a cause, and of an effect, that a sentence has to have.
_CAUSE, _EFFECT = 0.4, 0.3


def hold_causes(case: Case) -> Fault | None:
    """A cause is told only where a passage tells it, and not as the effect."""
    return _hold_links(case, "cause")


def hold_order(case: Case) -> Fault | None:
    """Before is not after."""
    return _hold_links(case, "time")


def _hold_links(case: Case, kind: str) -> Fault | None:
    there = [link for told in case.passages for link in links_in(told) if link.kind == kind]
    for link in (found for found in links_in(case.claim) if found.kind == kind):
        turned = [other for other in there if _is_turned(link, other)]
        if turned and not any(_is_straight(link, other) for other in there):
            return Fault(f"there it is the other way round: “{turned[0].text}”")
        if kind == "cause" and link.first and link.second and not _is_tied(case, link, there):
            return Fault("no passage ties the two together as the statement does", is_sure=False)
    return None


def _is_turned(link: Link, other: Link) -> bool:
    crossed = (_share(link.first, other.second), _share(link.second, other.first))
    straight = (_share(link.first, other.first), _share(link.second, other.second))
    return min(crossed) > 0 and sum(crossed) >= sum(straight) + _CLEARLY


def _is_straight(link: Link, other: Link) -> bool:
    crossed = (_share(link.first, other.second), _share(link.second, other.first))
    straight = (_share(link.first, other.first), _share(link.second, other.second))
    return min(straight) > 0 and sum(straight) >= sum(crossed)


def _is_tied(case: Case, link: Link, there: Sequence[Link]) -> bool:
    """The passages tie the cause to the effect, which the statement may tell with more words or by a turn of phrase."""
    places = in_other_words(case.claim, case.passages)
    turned = frozenset(s for i in places for s in senses_of(case.claim.doc[i].lemma_.lower()))
    causes = [other for other in there if _share(link.first, other.first) >= _CAUSE]
    is_retold = any(_share((unit,), other.second) or unit & turned for other in causes for unit in link.second)
    return is_retold or _are_together(case.passages, link)


def _share(wanted: Units, there: Units) -> float:
    return share_of(list(wanted), frozenset(k for unit in there for k in unit))


def _are_together(passages: Sequence[Told], link: Link) -> bool:
    """Some sentence of a passage has both, or two that follow each other do, and the second takes up the first."""
    before = frozenset[str]()
    for told in passages:
        for sentence in told.doc.sents:
            own = words_in(told, sentence)
            lemmas_here = {t.lemma_.lower() for t in sentence}
            has_hint = not lemmas_here.isdisjoint(relation_words("hints_of_cause"))
            is_hinted = has_hint or not lemmas_here.isdisjoint(relation_words("hints_within"))
            points = any(t.lower_ in _POINTING for t in sentence[:3])
            if is_hinted and _has_both(link, own):
                return True
            if (has_hint or points) and _has_both(link, own | before):
                return True
            before = own
    return False


def _has_both(link: Link, words: frozenset[str]) -> bool:
    return share_of(list(link.first), words) >= _CAUSE and share_of(list(link.second), words) >= _EFFECT
