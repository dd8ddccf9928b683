"""People and their spellings as FollowTheMoney entities, one a line: data that other tools for investigators can read.

The model is FollowTheMoney's (https://followthemoney.tech, MIT). It says no more of a person than the briefing does; a
spelling of no article is a weak alias, so that nobody takes it for something an article says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator import data
from generator.briefing import Briefing, Person
from generator.pages.desk import slug
from generator.people.background import nation_of

FILE = "data/people.ftm.json"


def export_entities(briefing: Briefing) -> dict[str, str]:
    """`data/people.ftm.json`: every person as an entity of the schema Person, a JSON object a line, UTF-8."""
    urls = {article.id: article.url for article in briefing.articles if article.url}
    entities = (make_entity(person, slug(briefing.title), urls) for person in briefing.people)
    return {FILE: "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in entities)}


def make_entity(person: Person, briefing: str, urls: Mapping[str, str]) -> dict[str, object]:
    """One entity. `briefing` begins its id, which the same briefing gives again; `urls` are the addresses of those
    articles whose copy gives one."""
    spelled = _once(s.text for s in person.spellings)
    articles = _once(m.article for m in person.mentions)
    code = data.load("country_codes").get(nation_of(person))
    properties: dict[str, list[str]] = {
        "name": [person.name],
        "alias": [text for text in spelled if text != person.name and " " in text],
        "weakAlias": _once(
            (*(t for t in spelled if " " not in t and t != person.name), *(o.text for o in person.other_spellings))
        ),
        "position": _once(role.text for role in person.roles if not role.voice),
        "country": [str(code)] if code else [],
        "summary": [person.group_label],
        "sourceUrl": _once(urls[article] for article in articles if article in urls),
    }
    return {
        "id": f"{briefing}-{person.id}",
        "caption": person.name,
        "schema": "Person",
        "properties": {key: values for key, values in properties.items() if values},
    }


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
