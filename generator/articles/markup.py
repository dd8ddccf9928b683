"""Markup that strayed into a plain text: a page saved under another name, tags and letters written as `&rsquo;`.

A page is read as one. Of stray markup nothing is left but its words, on the lines where they stood; a finding says so.
"""

from __future__ import annotations

import re
from html import unescape

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype html|html|head|body)\b", re.I)
_PARAGRAPH = re.compile(r"<(?:p|div|article)\b[^>]*>", re.I)
PARAGRAPHS = 3
"""Marked paragraphs from which on a text is a page that lacks its frame: by hand nobody marks more than one or two."""
_SILENT = re.compile(r"<(script|style|noscript|iframe|svg)\b.*?</\1\s*>", re.S | re.I)
_TAGS = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|br|center|cite|dd|del|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr"
    r"|i|img|input|ins|li|main|mark|nav|ol|p|pre|q|s|section|small|source|span|strong|sub|sup|table|tbody|td|tfoot|th|thead"
    r"|time|tr|u|ul|video)\b(?:\s[^<>]*)?/?>",
    re.I,
)
_LETTER = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.I)


def is_page(text: str) -> bool:
    """True for a web page, whatever its file is called."""
    return bool(_PAGE.match(text)) or len(_PARAGRAPH.findall(text)) >= PARAGRAPHS


def without_markup(text: str, *, is_markdown: bool = False) -> str:
    """The text without tags and with its letters written out; its lines stay where they are. Markdown may hold tags,
    and keeps them."""
    plain = _SILENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    plain = plain if is_markdown else _TAGS.sub("", plain)
    return _LETTER.sub(lambda m: unescape(m[0]).replace("\xad", ""), plain)
