"""Whose words a whole article is: a letter, a notice, remarks or a statement, by its title, byline or publisher.

Such a text says "I" or "we" and seldom names who that is; and it is of the day that it was given out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.claims.library import Library, Name
from generator.claims.wording import wording
from generator.figures.acts import nations_in
from generator.model import Article

_OWN = re.compile(
    r"(?i)\W*(?:an? |the )?(?:background |joint )?"
    r"(?:statement|remarks|speech|address|message|letter|press|readout|interview|notice|proclamation|fact sheet)\b"
)

_QUESTION = re.compile(r"Q(?:UESTION)?\b[:.]?\s")


def is_own_words(article: Article) -> bool:
    """Whether a whole article is what somebody wrote or said, by its title."""
    return bool(_OWN.match(article.title))


def find_authors(
    article: Article, text: str, library: Library, names_of: Callable[[str], Sequence[Name]]
) -> frozenset[str]:
    """The keys of whoever speaks in a paragraph of an article that is somebody's own words: names in the title and the
    byline, the nation whose government gives it out with the office that publishes it, and where it says "I" and names
    nobody that nation's head. A reporter's question is nobody's of them."""
    if _QUESTION.match(text):
        return frozenset()
    is_own = is_own_words(article)
    line = f"{article.author} {article.title}" if is_own else article.author
    topic = re.search(r"\b(?:on|about|regarding|concerning)\b", line)
    # A person after "on" may be who is quoted (a statement on the envoy's call); whatever else is what it is about.
    found = {
        k
        for n in (names_of(line) if line.strip() else ())
        if n.kind == "person" or not topic or n.span.start < topic.start()
        for k in n.keys
    }
    for publisher in wording()["publishers"] if is_own else ():
        if not re.search(rf"\b{re.escape(publisher['site'])}\b", article.url.replace("www.", "")):
            continue
        found.add(f"n:{publisher['nation']}")
        found |= {k for office in publisher["offices"] for n in names_of(office) for k in n.keys}
        by_name = {k for n in names_of(line[: topic.start()] if topic else line) for k in n.keys if k.startswith("p:")}
        if not by_name and re.search(r"(?<![\w\"])(?:I|my)(?![\w\"])", text):
            found |= _heads_of(publisher["nation"], publisher["head"], library)
    return frozenset(found)


def _heads_of(nation: str, office: str, library: Library) -> set[str]:
    """The one person whom an article calls the head of a nation; nobody where several are."""
    held = {
        f"p:{p.id}"
        for p in library.people
        for r in p.roles
        if re.match(rf"(?i){office}\b", r.text) and nation in nations_in(r.text)
    }
    return held if len(held) == 1 else set()
