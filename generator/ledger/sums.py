"""Sums that the texts themselves invite: parts against their whole, before against after, places against the total.

A sum that comes out is a reason; one that does not is *unreconciled*, never a conflict, since no article says that its
list is complete.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.figures.acts import is_person, nations_in
from generator.ledger.items import Item
from generator.ledger.lineup import fits
from generator.ledger.wording import plain

_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|until|up to) (?:the|these|this|its|his|her|their|any)\b", re.I)
_AFTER = re.compile(r"\b(?:remain|remains|remained|still|left|continue|are|stay)\b", re.I)
_NEAR_WHOLE = 0.1  # of the whole: a sum further off counts something else


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and the parts that one sentence names."""

    whole: Item
    parts: tuple[Item, ...]
    by: str = "by nationality"  # what the parts are told by

    @property
    def total(self) -> float:
        """What the parts add up to."""
        return sum(p.figure.low for p in self.parts)

    @property
    def fits(self) -> bool:
        """True where the parts are the whole."""
        return self.total == self.whole.figure.low


def find_breakdowns(items: Sequence[Item]) -> list[Breakdown]:
    """Peoples counted side by side in one sentence, and the whole that the same article gives for the same act. Where
    the sentence counts something else besides, a sum that does not come out is none."""
    found = []
    by_sentence: dict[tuple[str, int], list[Item]] = {}
    for item in items:
        if not item.figure.unit:
            by_sentence.setdefault((item.article, item.figure.sentence.start), []).append(item)
    for (article, _), counted in by_sentence.items():
        parts = [i for i in counted if nations_in(i.figure.whose) and i.is_exact and i.family and not i.of_them]
        if len({nations_in(p.figure.whose) for p in parts}) < 2 or _is_selection(parts[0]):
            continue
        total = sum(p.figure.low for p in parts)
        wholes = [i for i in items if i.article == article and _is_whole(i, parts) and _is_apart(i, parts[0])]
        wholes.sort(key=lambda w: w.figure.low != total)
        is_all = all(i in parts or i in wholes[:1] for i in counted)
        if wholes and (total == wholes[0].figure.low or (is_all and total * 2 > wholes[0].figure.low)):
            found.append(Breakdown(wholes[0], tuple(parts)))
    return found + _find_shares(by_sentence) + _find_fates(items)


def _find_shares(by_sentence: Mapping[tuple[str, int], Sequence[Item]]) -> list[Breakdown]:
    """ "Of the 21 dead, 13 came from Lima and 7 from Cusco": a sentence that opens with the whole gives its parts."""
    found = []
    for counted in by_sentence.values():
        whole, *parts = sorted(counted, key=lambda i: i.figure.span.start)
        opens = re.fullmatch(r"\s*(?:Out )?[Oo]f (?:the|its|their|those|these) ", whole.before)
        is_plain = all(i.is_exact and i.figure.low < whole.figure.low for i in parts) and whole.is_exact
        if opens and len(parts) > 1 and is_plain and sum(p.figure.low for p in parts) * 2 > whole.figure.low:
            found.append(Breakdown(whole, tuple(parts), "in parts"))
    return found


def _find_fates(items: Sequence[Item]) -> list[Breakdown]:
    """What became of people whom the same paragraph counts together: 21 dead, 18 missing and 19 rescued of 59."""
    found = []
    paragraphs: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        if not item.figure.unit and item.is_exact and not item.figure.planned:
            paragraphs.setdefault((item.article, item.figure.ref), []).append(item)
    for counted in paragraphs.values():
        fates = [i for i in counted if i.sense is not None and i.sense.is_exclusive]
        # A list that also names those who are not yet accounted for means to be whole.
        closing = [i for i in fates if (i.sense and i.sense.is_open) or i.figure.act in ("remain", "stay")]
        people = [i for i in counted if is_person(i.figure.counts) or i.nation]
        wholes = [i for i in people if i.sense is None or i.is_carried or (i.sense_name == "held" and i not in closing)]
        whole = max(wholes, key=lambda i: i.figure.low, default=None)
        parts = [i for i in fates if i is not whole]
        names = [(p.sense_name, p.figure.act in ("remain", "stay")) for p in parts]
        if whole is None or not closing or len(parts) < 2 or len(set(names)) < len(names):
            continue
        off = abs(sum(p.figure.low for p in parts) - whole.figure.low)
        if off <= _NEAR_WHOLE * whole.figure.low and whole.figure.low > max(p.figure.low for p in parts):
            found.append(Breakdown(whole, tuple(parts), "by what became of them"))
    return found


def _is_selection(part: Item) -> bool:
    """Some are named and it says so: "including two Danes", "two Danes were among those freed"."""
    return bool(
        re.search(r"\b(?:including|includes?|among|such as)\b", part.before, re.I)
        or re.search(r"\bamong (?:those|them|the)\b", part.sentence, re.I)
    )


def _is_whole(item: Item, parts: Sequence[Item]) -> bool:
    """The same act and place, of people of no named nation, within four paragraphs, larger than any part."""
    first = parts[0]
    return (
        not item.nation
        and item.is_exact
        and not item.figure.unit
        and item.sense is not None
        and item.sense is first.sense
        and (item.figure.place == first.figure.place or _is_there(first))
        and item.figure.counts != "other"
        and item.figure.low > max(p.figure.low for p in parts)
        and abs(_number(item) - _number(first)) <= 4
    )


def _is_there(part: Item) -> bool:
    """The place is the one named before: "nine Danes had landed there"."""
    return not part.figure.place and re.search(r"\b(?:there|here)\b", part.sentence) is not None


def _is_apart(whole: Item, part: Item) -> bool:
    """In another sentence, or set off in the same one: "30 sailors: 10 Danes and 20 Swedes". A number that only stands
    in the same list is no whole."""
    if whole.figure.sentence != part.figure.sentence:
        return True
    offset = whole.figure.sentence.start
    between = whole.sentence[whole.figure.span.end - offset : part.figure.span.start - offset]
    return bool(re.search(r"[:(—–]|\s-\s", between))


def _number(item: Item) -> int:
    return int(re.sub(r"\D", "", item.figure.ref) or 0)


def explain_breakdown(found: Breakdown) -> str:
    """ "5 + 104 = 109; the other 5 of 114 are not broken down."""
    sum_text = " + ".join(plain(p.figure.low) for p in found.parts) + f" = {plain(found.total)}"
    whole = found.whole.figure.low
    if found.fits:
        return f"{sum_text}: the parts make the whole."
    if found.total < whole:
        return f"{sum_text}; the other {plain(whole - found.total)} of {plain(whole)} are not broken down."
    return f"{sum_text}, more than the {plain(whole)} given as the whole."


def check_stock(stock: Sequence[Item], flow: Item | None) -> tuple[bool, str] | None:
    """Those held before, those freed, those still held: (whether it comes out, the reason). None where a number is
    missing or nothing says which is before and which after."""
    if flow is None:
        return None
    before = next((i for i in stock if i.is_exact and _is_before(i)), None)
    after = [i for i in stock if i is not before and _is_after(i) and (i.scope == before.scope if before else False)]
    if before is None or not after or before.figure.low <= flow.figure.low:
        return None
    left = before.figure.low - flow.figure.low
    clash = next((i for i in after if not i.span[0] <= left <= i.span[1]), None)
    start = f"{plain(before.figure.low)} before and {plain(flow.figure.low)} {flow.sense_name}"
    if clash is None:
        return True, f"{start} leave {plain(left)}, which fits {after[0].figure.text}."
    doubt = f"unless not all of those {flow.sense_name} were on that list, which no article says"
    either = [i.figure.text for i in after if i.span[0] <= left <= i.span[1] and fits(i, clash)]
    third = f"; {either[0][0].lower()}{either[0][1:]} fits either" if either else ""
    return False, f"{start} would leave {plain(left)}, not {clash.figure.text.lower()}, {doubt}{third}."


def _is_before(item: Item) -> bool:
    return bool(_BEFORE.search(item.onward)) and not re.search(r"\b(?:remain|still)\b", item.sentence)


def _is_after(item: Item) -> bool:
    return not _is_before(item) and bool(_AFTER.search(item.onward[:120]))


def sum_of_places(total: Item, moved: Sequence[Sequence[Item]]) -> str:
    """A reason where those received in each place make the total: "114 in Ukraine and 9 in Lithuania make 123". Empty
    where they do not: no article says that the places are all."""
    if len(moved) < 2:
        return ""
    chosen = [_place_values(items) for items in moved]
    whole = total.figure.low
    for values in (sorted(c, reverse=True) for c in _combinations(chosen)):
        if sum(v for v, _ in values) == whole:
            return " and ".join(f"{plain(v)} in {place}" for v, place in values) + f" make {plain(whole)}"
    return ""


def _place_values(items: Sequence[Item]) -> list[tuple[float, str]]:
    """The values that a place's figures allow: each end of a range, and one more for others besides a named one."""
    values: list[tuple[float, str]] = []
    for item in items:
        for value in (item.figure.low, item.figure.high, item.span[1]):
            if (
                value != float("inf")
                and item.figure.bound in ("exactly", "range")
                and (value, item.figure.place) not in values
            ):
                values.append((value, item.figure.place))
    shared = [v for v in values if all(i.span[0] <= v[0] <= i.span[1] for i in items)]
    return shared or values


def _combinations(choices: Sequence[Sequence[tuple[float, str]]]) -> list[list[tuple[float, str]]]:
    combined: list[list[tuple[float, str]]] = [[]]
    for values in choices:
        combined = [[*c, v] for c in combined for v in values][:64]
    return combined
