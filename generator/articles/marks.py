"""What a line is by its look: byline, credit, caption, speaker's turn. One line at a time, nothing of its neighbours.

Each table is a readable list of forms; tests/cases/blocks/marks.yml has an example of every one.
"""

from __future__ import annotations

import re

_NAMES = r"[^\W\d_][\w.'’-]*(?:[ ,&|·/-]+(?:and |in |for |at |of |the )?[^\W\d_][\w.'’-]*){0,11}"
_AGENCY = (
    r"(?:reuters|a\.?p\.?|afp|epa(?:-efe)?|tass|getty(?: images)?|xinhua|dpa|anadolu(?: agency)?|sputnik"
    r"|zuma(?: press)?|shutterstock|bloomberg|the new york times|associated press|agence france-presse|alamy"
    r"|afp via getty images|picture alliance|imago|ukrinform|sipa|nurphoto|unsplash|wikimedia(?: commons)?"
    r"|flickr|pool|handout)"
)
_WORK = r"(?:reporting|writing|editing|compiled|translated|produced|edited)"
_PHOTO = r"(?:file |handout |undated )?(?:photo(?:graph)?s?|pictures?|images?|screen ?(?:shot|grab)|video still)"

SIGNED = "(?:written|reported|story|words|text|interview(?:ed)?|analysis)"
"""What stands before `by` in a byline."""

BYLINES = tuple(
    re.compile(p)
    for p in (
        rf"(?i:(?:{SIGNED} )?by|from|as told to|author:?)[ :·|]+(?:[·|–—-]\s*)?(?=[A-Z·]){_NAMES}",
        rf"(?i:by)\s+{_NAMES}\s*[|·–—-]\s*.{{1,60}}",
    )
)
_WHO = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
_ALL = rf"{_WHO}(?:(?:, and|,| and) {_WHO})*,?"
_PLACE = r"[A-Z][\w'’.-]*(?:,? (?:and )?[A-Z][\w'’.-]*){0,4}"
_WHO_FROM_WHERE = re.compile(  # the place is only a name: a body that "reported in March that …" says more
    rf"\W*(?:{_ALL} (?:(?:contributed )?report(?:ed|ing)|contributed) (?:from|in) (?:the capital|{_PLACE})"
    rf"(?:[,;] (?:and )?{_WHO} (?:from|in) (?:the capital|{_PLACE}))*[.;,]?\s*"
    rf"|{_ALL} contributed(?: reporting| to this (?:report|story|article))?"
    rf"(?: (?:from|in) (?:the capital|{_PLACE}))?[.;]?\s*)+"
)
REPORT_CREDITS = tuple(
    re.compile(p)
    for p in (
        r"\W*(?i:source|sources|agenc(?:y|ies))\s*[:–—]\s*\w.{1,80}",
        r"SOURCE:? +[A-Z][\w.&' -]{2,60}",  # the foot of a press release
        r"\W*(?i:with (?:inputs?|reporting|files|additional reporting) (?:from|by))\s+\w.{1,80}",
        rf"\W*(?i:(?:additional )?{_WORK}(?:(?:,| and|, and) {_WORK})* by)\s+[A-Z].{{1,300}}",
        r"\W*[A-Z].{1,120} (?i:contributed (?:to this (?:report|story|article)|reporting))\b.{0,60}",
        rf"\W*(?i:{_AGENCY}(?:\s*[/,&+]\s*(?:{_AGENCY}|[a-z]{{2,4}}))*)\W*",
    )
)
PHOTO_CREDITS = tuple(
    re.compile(p, re.I)
    for p in (
        rf"\W*(?:{_PHOTO} )?credits?(?: to)?\s*[:.…|–—-]+\s*.{{2,90}}",
        rf"\W*{_PHOTO}(?: (?:by|credit|courtesy(?: of)?|source))?\s*[:|/–—]\s*.{{2,70}}",
        rf"\W*{_PHOTO} (?:by|courtesy of|via)\s+.{{2,70}}",
        rf"\W*{_PHOTO} (?:source|copyright|rights),\s.{{2,70}}",
        rf"\W*[\w .,'’&-]{{2,60}}\s?(?:/|via)\s?{_AGENCY}(?:/.{{1,40}})?\W*",
        rf"\W*(?:ap photo|afp photo|{_AGENCY})\s?/.{{3,60}}",
        r"\W*(?:©|\(c\))\s*.{2,60}",
    )
)
_CREDIT = (
    rf"(?:{_PHOTO}(?: credit| courtesy)?\s*(?:[:/|]|by|via|of|from|courtesy|credit)|credit|courtesy of|handout"
    rf"|ap photo|afp photo|(?:{_AGENCY})\s?/|[^()\[\]]{{2,60}}(?:/|via )\s?{_AGENCY}|getty|©)"
)
_CREDIT_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*{_CREDIT}[^()\[\]]*[)\]]\W*$", re.I)
_CREDIT_AT_END = re.compile(
    rf"(?<=[.!?\"”’)])\s*(?:[|–—-]\s*)?"
    rf"(?:(?i:{_PHOTO}|credit)s?(?i: by| courtesy of| credit)?\s*[:.…/|]+\s*[^.]{{2,80}}"
    rf"|(?i:{_PHOTO} (?:by|courtesy of)) [^.]{{2,80}}|[A-Z][\w .'’-]{{2,50}}\s?/\s?(?i:{_AGENCY})(?:/.{{1,30}})?"
    r"|(?i:ap photo|afp photo|reuters)/[^.]{2,60}|©\s?[^.]{2,60})\.?\s*$"
)
_CAPTION_LABEL = re.compile(
    r"(?:photo |image |picture )?caption\s*:\s+|(?:photo|image|picture) caption,\s+"
    r"|file(?: photo| image| picture)?\s*[:–—-]\s+"
    r"|pictured(?: here| above)?\s*:\s+|(?:photo|image|picture)\s*:\s+(?=.{60})",
    re.I,
)
_IN_THIS_PICTURE = re.compile(
    rf"in (?:this|a) (?:(?:file|handout|undated|pool|combination|\w+ \d{{1,2}},? \d{{4}},?) )*{_PHOTO}\b", re.I
)
_SHOWS_NOW = re.compile(
    r"(?<!to )\b(?:address|arrive|attend|carr(?:y|ie)|celebrate|chat|cheer|clap|cr(?:y|ie)|embrace|gather|gesture"
    r"|greet|hold|hug|kiss|lead|leave|lie|lift|line|listen|look|make|march|meet|observe|pass|play|point|pose|prepare|protest|raise|react"
    r"|receive|ride|run|salute|shake|show|sign|sing|sit|smile|speak|stand|take|talk|touch|tour|visit|wait|walk|watch|wave"
    r"|wear|work)(?:e?s)?\b",
    re.I,
)
_ON_A_DAY = re.compile(
    r"\b(?:on|in)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|june?|july?"
    r"|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2})?,?\s+(?:19|20)\d\d\.?\s*$",
    re.I,
)
_CREDIT_ABOVE = re.compile(rf"\W*{_PHOTO} (?:source|copyright|rights),\s", re.I)
_GIVEN_TO = re.compile(r"\b(?:said|says|told|according to)\b", re.I)
_TELLS = re.compile(
    r"\b(?:said|told|was|were|had|did|announced|added|will|would|expected|due|scheduled|has|have)\b", re.I
)
_SPEAKER = re.compile(r"(?:(?:[A-Z][A-Z.'’-]+ ){0,5}[A-Z][A-Z.'’-]+:|Q\s{2,}|Q:|A:)\s*(?=\S)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)")
_ENDED = re.compile(r"[.!?…:;,][\"”’'»)\]*_]*\s*$")
_LIST_MARK = re.compile(r"[-*+•–]\s+")


def is_byline(text: str) -> bool:
    """True for `By Jane Roe and John Doe, Harbour Times`: a line that names who wrote and says nothing else."""
    text = _EMPHASIS.sub("", text)
    return len(text) <= 140 and not text.endswith((".", "?", "!")) and any(p.fullmatch(text) for p in BYLINES)


def is_report_credit(text: str) -> bool:
    """True for a line that says whose reporting the article is: `Source: Reuters/xy`, `Reporting by …`."""
    if any(p.fullmatch(text) for p in REPORT_CREDITS) and not _says_more(text):
        return True
    return bool(_WHO_FROM_WHERE.fullmatch(text))


def is_photo_credit(text: str) -> bool:
    """True for a line that says whose the picture is: `Credit...Jane Roe/AFP`, `Image: Navy of Chile.`"""
    return any(p.fullmatch(text) for p in PHOTO_CREDITS) and not _says_more(text)


def is_credit_below(text: str) -> bool:
    """True for a picture's credit of the kind that stands below the caption."""
    return is_photo_credit(text) and not _CREDIT_ABOVE.match(text)


def is_told(text: str) -> bool:
    """True for what is longer than a caption or gives its words to a speaker, as the article's own paragraphs do."""
    return len(text.split()) > 60 or bool(_GIVEN_TO.search(text))


def is_credit(text: str) -> bool:
    """True for either credit line."""
    return is_photo_credit(text) or is_report_credit(text)


def is_caption(text: str) -> bool:
    """True where the line by itself is a picture's: by its label, its credit, or `… waves in Lima on May 3, 2019.`"""
    if _CAPTION_LABEL.match(text) or _IN_THIS_PICTURE.match(text) or _CREDIT_IN_BRACKETS.search(text):
        return True
    if _CREDIT_AT_END.search(text) and len(text.split()) <= 80:
        return True
    one_sentence = not re.search(r"[a-z]{3}[.!?]\s+[A-Z]", text)
    return one_sentence and bool(_ON_A_DAY.search(text) and _SHOWS_NOW.search(text) and not _TELLS.search(text))


def caption_bounds(text: str) -> tuple[int, int]:
    """Where in a caption's text its own words stand: without its label and without the picture's credit."""
    label = _CAPTION_LABEL.match(text)
    start = label.end() if label else 0
    end = len(text)
    for credit in (_CREDIT_IN_BRACKETS, _CREDIT_AT_END):
        if (match := credit.search(text, start)) and match.start() > start:
            end = match.start()
            break
    return start, start + len(text[start:end].rstrip())


def is_turn(text: str) -> bool:
    """True where a transcript gives the floor to somebody: `MS. ROE:  Yes.` or `Q    Why?`"""
    return bool(_SPEAKER.match(text))


def is_list_item(text: str) -> bool:
    """True for `- something`."""
    return bool(_LIST_MARK.match(text))


def is_ended(text: str) -> bool:
    """True where the line ends as a sentence or clause does."""
    return bool(_ENDED.search(text))


def is_paragraph(text: str) -> bool:
    """True for what is long enough and ends like a paragraph."""
    return len(text.split()) >= 12 and is_ended(text)


def _says_more(text: str) -> bool:
    """True where a line that begins like a credit goes on in sentences."""
    goes_on = re.search(r"[a-z]{3}\.\s+[A-Z]\w+ \w+ \w+", text) and "editing" not in text.lower()
    return len(text.split()) > 45 or bool(goes_on) or bool(re.search(r"\b(?:said|told|was|were|has|had)\b", text))
