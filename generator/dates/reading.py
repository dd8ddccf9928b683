"""Dates in a text, exactly where they stand, as expressions that can be resolved later.

Finding needs only the article; what `Saturday` means needs the article's date, which may be known only when its
companions are read. So a mention carries an expression, and resolve() gives the interval. The grammar:

    2019  2019-03  2019-03-07                           a calendar date
    (weekday sat past|future|present|near|-1|1)         the last one, or the next for future, present and 1
    (month-day 12-13 past [sat]) (month-name 09 past)   likewise; for present and near the nearest one
    (day -1) (week 0) (weekend 0) (month -1) (year 1)   units counted from the article's date
    (ago 3 month) (back 10 year)                        the unit that was so long ago; the very day
    (last 12 day) (next 2 year)                         the stretch up to or from the article's date
    (quarter 3 2013) (season summer -1) (decade-of 1930) (century 17) (figures 7 / 8 2007) (in (year -1) 02-06)
    (year-of X) (shift 1 year X) (year-before X)        told by another date X
    (range X Y)                                         from the start of X to the end of Y

Durations, ages, times of day and counts are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator import data
from generator.data.calendar import MONTHS, WEEKDAYS
from generator.data.saying import verbs_of_report
from generator.dates.calendar_words import Rule, load_rules, read_parts, words
from generator.dates.expressions import resolve, resolve_past, unit_of
from generator.language import Parsed
from generator.model import Article, DateMention, Kind, Span

__all__ = ["find_dates", "find_tense", "join_ranges", "resolve", "resolve_past"]

_FINER = {"day": {"day"}, "weekend": {"day", "weekend"}, "week": {"day", "week", "weekend"}, "month": {"day", "month"},
          "year": {"day", "week", "weekend", "month", "quarter", "year"}, "decade": {"year", "decade"}}  # fmt: skip

_REACH = 3  # paragraphs that "that year" looks back; further away, what it refers to is anybody's guess


def find_dates(article: Article, parsed: tuple[Parsed, ...]) -> tuple[DateMention, ...]:
    """Every temporal expression of every block, headline and timestamps included, in the order of the text. Of two
    dates that make a range ("from 2016 until 2022") each is a mention; join_ranges() puts them together."""
    found: list[DateMention] = []
    for index, part in enumerate(parsed):
        reach = parsed[max(0, index - _REACH)].block.span.start
        found += _find_in(part, [mention for mention in found if mention.span.start >= reach])
    return tuple(found)


def join_ranges(article: Article, mentions: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """The same mentions with each pair that makes a range put into one, as `(range X Y)`."""
    joined: list[DateMention] = []
    for mention in mentions:
        first = joined[-1] if joined else None
        if first and first.ref == mention.ref and _makes_range(article.text, first.span, mention.span):
            span = Span(first.span.start, mention.span.end)
            expression = f"(range {first.expression} {mention.expression})"
            joined[-1] = DateMention(first.ref, span, article.text[span.start : span.end], expression)
        else:
            joined.append(mention)
    return tuple(joined)


def _makes_range(text: str, first: Span, second: Span) -> bool:
    before = text[max(0, first.start - 12) : first.start].lower()
    between = text[first.end : second.start].lower().strip()
    opener = re.search(r"\b(between|from)\s+$", before)
    if opener is None:
        return between in ("-", "–")
    return between == "and" if opener[1] == "between" else between in ("to", "until", "till", "through", "-", "–")


# ---------------------------------------------------------------- one block


def _find_in(part: Parsed, context: list[DateMention]) -> list[DateMention]:
    """The dates of a block. `context` is what was told before it, for references back."""
    claimed: list[tuple[Span, Rule, re.Match[str]]] = []
    text = part.doc.text  # spaCy puts it together word by word each time
    for rule in load_rules():
        for match in rule.pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other, _, _ in claimed) and _is_date(part.doc, rule, match):
                claimed.append((span, rule, match))
    claimed.sort(key=lambda item: item[0])
    mentions = list(context)
    for span, rule, match in claimed:
        expression = _express(part, rule, match, mentions)
        if expression:
            start = part.block.span.start
            place = Span(start + span.start, start + span.end)
            mentions.append(DateMention(part.block.ref, place, part.block.text[span.start : span.end], expression))
    return mentions[len(context) :]


def _express(part: Parsed, rule: Rule, match: re.Match[str], before: Sequence[DateMention]) -> str:
    """The rule's template, filled; empty where the date refers to another one and there is none that fits."""
    parts = read_parts(match.groupdict())
    parts.setdefault("unit", parts.get("unit2", ""))
    if "{tense}" in rule.gives:
        parts["tense"] = find_tense(part.doc, *match.span(), part.block.kind)
    parts.update({key: _widen(parts[key]) for key in ("y", "short") if len(parts.get(key, "")) == 2})
    if rule.refers:
        units = _FINER.get(parts["unit"])
        fitting = (m.expression for m in reversed(before) if units is None or unit_of(m.expression) in units)
        parts["before"] = next(fitting, "")
        if not parts["before"]:
            return rule.or_else
    return rule.gives.format(**parts)


def _widen(year: str) -> str:
    """Two figures of a year as four, by the POSIX convention: 69 to 99 are the 1900s."""
    return ("19" if int(year) >= 69 else "20") + year


# ---------------------------------------------------------------- what only looks like a date


def _is_date(doc: Doc, rule: Rule, match: re.Match[str]) -> bool:
    names = [w for w in re.findall(r"[^\W\d_]+", match[0]) if w.lower() in MONTHS or w.lower() in WEEKDAYS]
    if any(not name[0].isupper() for name in names):
        return False
    before, after = _word_before(doc.text, match.start()), _word_after(doc.text, match.end())
    if before in rule.unless_before:
        return False
    if rule.is_year:
        return match[0].lower()[0] in "eml" or _is_year(doc, match, before, after)
    if len(names) == 1 and not re.search(r"\d", match[0]):
        if before in words("not_after") or after in words("not_before"):
            return False
        if "weekday" in match.groupdict() and _is_told_elsewhere(doc.text, match):
            return False
        return "month" not in match.groupdict() or _is_month(doc, match, names[0], before)
    return True


def _is_told_elsewhere(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()].lower()
    after = text[match.end() : match.end() + 20].lower()
    for frame in words("weekday_elsewhere"):
        left, _, right = frame.partition("…")
        if re.search(rf"\b{left.strip()}\s+$", before) and re.match(rf"\s+{right.strip()}\b" if right else "", after):
            return True
    return False


def _word_before(text: str, start: int) -> str:
    found = re.search(r"([\w$€£¥#']+|[^\w\s])[\s-]*$", text[:start])
    return found[1].lower() if found else ""


def _word_after(text: str, end: int) -> str:
    found = re.match(r"[\s-]*([\w']+|[^\w\s])", text[end:])
    return found[1].lower() if found else ""


def _is_month(doc: Doc, match: re.Match[str], name: str, before: str) -> bool:
    if name not in words("month_is_a_word") and name.lower() not in words("month_is_a_word") and len(name) > 3:
        return not _is_inside(doc, match, "PERSON")
    return (before in words("month_needs") or match[0] != name) and not _is_inside(doc, match, "PERSON")


def _is_inside(doc: Doc, match: re.Match[str], label: str) -> bool:
    return any(e.label_ == label and e.start_char < match.end() and match.start() < e.end_char for e in doc.ents)


def _is_year(doc: Doc, match: re.Match[str], before: str, after: str) -> bool:
    if before in words("count_before") or after in words("count_after") or _is_inside(doc, match, "PRODUCT"):
        return False
    tokens = doc.char_span(*match.span(), alignment_mode="expand")
    if tokens is None:
        return True
    if _counts_something(tokens[-1]):
        return False
    return int(match["year"]) >= 1900 or before in words("month_needs") or _is_inside(doc, match, "DATE")


def _counts_something(number: Token) -> bool:
    """A number right before a plural that has no year of its own ("2030 workers"), but for one after an article."""
    rest = list(number.doc[number.i + 1 : number.i + 4])
    noun = next((token for token in rest if token.pos_ not in ("ADJ", "ADV")), None)
    if noun is None or noun.tag_ != "NNS" or noun.lower_ in words("year_plurals"):
        return False
    return number.i == 0 or number.nbor(-1).pos_ not in ("DET", "PART")


# ---------------------------------------------------------------- past or future


def find_tense(doc: Doc, start: int, end: int, kind: Kind = "body") -> str:
    """On which side of the article's day a date lies, by the words before it and the verb that governs it: past,
    future, present, or near where no verb says. A headline's present tense tells of the past."""
    before = doc.text[:start].lower()
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None or _has_cue(before, "future_before"):
        return "future" if tokens else "near"
    verbs = (t for t in (tokens.root, *tokens.root.ancestors) if t.pos_ in ("VERB", "AUX"))
    if _has_cue(before, "until"):  # "has kept the port closed until Friday": the participle tells no time
        verbs = (t for t in verbs if t.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass") for c in t.children))
    tense = next(filter(None, (_tense_of(verb, kind) for verb in verbs)), "near")
    if tense in ("near", "present", "perfect") and _has_cue(before, "future_before_if_unclear"):
        return "future"
    return "past" if tense == "perfect" else tense


def _has_cue(before: str, key: str) -> bool:
    return bool(re.search(rf"\b(?:{data.one_of(words(key))})(?:\s+(?:the|on|for|next))?\s*$", before))


def _tense_of(verb: Token, kind: Kind) -> str:
    """Of one verb; empty where it depends on the verb above it (participles and infinitives)."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not helpers and verb.dep_ == "ccomp" and verb.lower_ == verb.lemma_ and verb.head.lemma_ in words("causing"):
        return ""  # "let the miners go on Monday": an infinitive, whatever the model takes it for
    if any(h.lower_ in words("future_aux") for h in helpers):
        return "future"
    if verb.lemma_ in words("future_verbs") and verb.tag_ in ("VBN", "VB", "VBZ", "VBP", "JJ"):
        return "future"
    if any(h.tag_ == "TO" for h in helpers):
        return "future" if _is_to_come(verb) else ""
    finite = next((t for t in (*helpers, verb) if t.tag_ in ("VBD", "VBP", "VBZ")), None)
    if finite is None:
        return "past" if verb.tag_ == "VBN" else ""
    if finite.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN" and finite.lemma_ == "have":
        return "perfect"
    if verb.lemma_ == "be" and any(_is_infinitive(child) for child in verb.children):
        return "future"
    tells_of_past = kind != "body" or verb.lemma_ in verbs_of_report() or verb.lemma_ in words("showing")
    return "past" if tells_of_past else "present"


def _is_infinitive(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and any(child.tag_ == "TO" for child in verb.children)


def _is_to_come(infinitive: Token) -> bool:
    """ "is to open", "expected to open", "a fair to be held": the infinitive tells of what lies ahead."""
    above = infinitive.head
    if above.lemma_ in words("future_verbs") or (above.lemma_ == "be" and above.tag_ in ("VBZ", "VBP")):
        return True
    return infinitive.dep_ == "relcl" or any(child.dep_ == "auxpass" for child in infinitive.children)
