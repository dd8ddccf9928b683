"""Every dated event of the articles, as precise as its source.

An event is what a sentence, or one clause of it, tells with its date. Several accounts are one event where every
paragraph that is cited tells the same act and carries the text that is printed; what it says besides is left to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.briefing import Dating, Event, Person, Statement
from generator.events.accounts import Account, read_accounts
from generator.events.carrying import Content, carries, content_of
from generator.events.event_words import known_acts
from generator.model import Interval, Reading

_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Version:
    """One way to print an account: whole, or without its asides. `carriers` are the accounts that it can cite."""

    account: Account
    text: str
    is_core: bool
    content: Content
    carriers: tuple[Account, ...]


def compile_events(
    readings: Sequence[Reading], datings: Sequence[Dating], people: Sequence[Person]
) -> tuple[Event, ...]:
    """Every dated event, by its start, its end and its place in the texts. An unresolved date makes none."""
    anchors = {dating.article: dating.date for dating in datings}
    by_id = {reading.article.id: reading for reading in readings}
    accounts = [a for r in readings for a in read_accounts(r, anchors.get(r.article.id), people)]
    versions = [v for a in accounts if not a.clause.is_noun for v in _versions_of(a, accounts, by_id)]
    found: list[tuple[Event, int]] = []
    while versions:
        best = min(versions, key=_rank)
        found.append((_merge(best), accounts.index(best.account)))
        done = {id(a) for a in best.carriers} | {id(a) for a in accounts if _only_announces(a, best, by_id)}
        versions = [v for v in versions if id(v.account) not in done]
    found.sort(key=lambda item: (item[0].when.start, item[0].when.end, item[1]))
    return tuple(event for event, _ in found)


def _versions_of(account: Account, accounts: Sequence[Account], readings: Mapping[str, Reading]) -> list[_Version]:
    ways = [(account.text, account.pieces), (account.core, account.core_pieces)]
    versions: list[_Version] = []
    for text, pieces in dict.fromkeys(ways):
        said = content_of(readings[account.cite.article], account, pieces)
        others = (a for a in accounts if a is not account and _is_alike(account, a))
        carriers = [a for a in others if carries(content_of(readings[a.cite.article], a), said)]
        versions.append(_Version(account, text, bool(versions), said, (account, *carriers)))
    return versions


def _is_alike(account: Account, other: Account) -> bool:
    """Whether both tell the same act, of the same time or of one that is told less exactly ("over the weekend")."""
    if not account.clause.does & other.clause.does:
        return False
    return account.when == other.when or _is_less_exact(account.when, other.when)


def _is_less_exact(left: Interval, right: Interval) -> bool:
    longer, shorter = sorted((left, right), key=lambda i: i.start - i.end)
    return shorter.within(longer) and (longer.end - longer.start).days < _WEEK


def _rank(version: _Version) -> tuple[int, bool, bool, bool, bool, bool, int, int]:
    """Smaller where the text tells the event better: more articles carry it, the article tells it itself, in a sentence
    or at least a clause that is printed whole and as it stands; then the more exact in time and the shorter."""
    account = version.account
    articles = len({a.cite.article for a in version.carriers})
    days = (account.when.end - account.when.start).days
    is_cut = version.is_core or account.is_cut
    said, stretched = bool(account.voice), account.clause.stretched
    return -articles, said, stretched, is_cut, account.filled, version.is_core, days, len(version.text)


def _only_announces(account: Account, best: _Version, readings: Mapping[str, Reading]) -> bool:
    """ "The release was announced on Saturday", where the release of Saturday is told."""
    if not account.clause.is_publishing or not (
        account.when == best.account.when or _is_less_exact(account.when, best.account.when)
    ):
        return False
    acts = content_of(readings[account.cite.article], account, account.core_pieces).acts
    return bool(acts & best.account.clause.does & known_acts())


def _merge(best: _Version) -> Event:
    accounts = best.carriers
    return Event(
        min((a.when for a in accounts), key=lambda when: when.end - when.start),
        tuple(dict.fromkeys(a.when_text for a in accounts)),
        Statement(best.text, tuple(dict.fromkeys(a.cite for a in accounts)), best.account.voice, place="timeline"),
        tuple(dict.fromkeys(person for a in accounts for person in a.people)),
    )
