"""Does a text start in the middle? Its first sentence then leans on one that is not there.

Only words that need something before them count: a connective (`In return,`), a pronoun or pointing word as subject
(`This marks …`, `He also …`), or somebody with a courtesy title and nothing but a surname (`Mr. Roe said …`).
"""

from __future__ import annotations

import re

from generator.articles.datelines import find_dateline

_TIMES = (
    r"(?:week|weekend|month|year|morning|afternoon|evening|night|time|summer|winter|spring|autumn|fall|season|century|decade"
    r"|day|days|years?'s|weeks?'s|past|last|coming|mon|tues|wednes|thurs|fri|satur|sun)"
)
_FORMS = tuple(
    re.compile(p)
    for p in (
        r"(?:In return|In exchange|In response|In addition|In turn|In contrast|By contrast|As a result|For example"
        r"|For instance|On the other hand|At the same time|Of these|Of those|Among them|Among these|Like him|Like her"
        r"|After that|Before that|Since then|Despite this|Despite that|Because of this|For this reason|For that reason)"
        r"\b,?(?! (?:for|to|of)\b)",
        r"(?:The |An? )?[A-Z][\w.]*(?: [\w.]+){0,3}, in (?:return|exchange|response|turn|contrast|addition),",
        r"(?:However|Moreover|Furthermore|Additionally|Meanwhile|Instead|Nevertheless|Nonetheless|Therefore|Thus|Consequently"
        r"|Similarly|Likewise|Otherwise|Afterwards?|Hence|Also|Besides)\b,?",
        r"(?:But|And|Yet|Nor|So)\b(?=,? (?:the|an?|he|she|it|they|his|her|its|their|in|on|at|for|not?|this|[A-Z]))",
        rf"(?:This|That|These|Those)\b(?! {_TIMES})(?! (?:who|is what|is why|which))",
        r"(?:He|She|They)\b(?! say\b| called\b)",
        r"(?:His|Her|Their|Its)\b(?= \w)",
        r"It\b(?= (?:also|marks|follows|comes|came|represents|added|said|includes|included))",
        r"(?:The (?:former|latter|others?|two|three|pair|trio|duo|move|decision|deal|step|statement|announcement)"
        r"|Such an?) (?=also\b|marks?\b|follows\b|came\b|comes\b|represents\b|would also\b|had also\b)",
        r"(?:Mr|Mrs|Ms|Mx|Dr)\.? [A-Z][\w'’-]+\b(?! [A-Z])",
    )
)


def refers_back(paragraph: str) -> str:
    """The opening words that refer back to something before them, or an empty string."""
    dateline = find_dateline(paragraph)
    text = paragraph[dateline.end() :] if dateline else paragraph
    for form in _FORMS:
        if match := form.match(text):
            return match[0].strip(" ,")
    return ""
