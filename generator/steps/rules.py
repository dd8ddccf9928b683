"""data/measures.yml, ready to use: which verb or noun means which step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import data


def load_rules() -> Mapping[str, Any]:
    """data/measures.yml as it is written."""
    return data.load("measures")


def own_topic() -> Mapping[str, Any]:
    """Of what people argue about, the measures themselves: the first."""
    topic: Mapping[str, Any] = load_rules()["topics"][0]
    return topic


@dataclass(frozen=True, slots=True)
class Sense:
    """What one verb or noun means when it governs one of these objects."""

    key: str
    objects: frozenset[str]


@lru_cache(maxsize=1)
def subject_verbs() -> frozenset[str]:
    """Verbs whose subject is the measure: "sanctions targeted the bank"."""
    return frozenset(word for action in load_rules()["actions"] for word in action.get("subject_of", ()))


@lru_cache(maxsize=2)
def senses(form: str) -> Mapping[str, tuple[Sense, ...]]:
    """What each word of a form (`verbs` or `nominal`) can mean."""
    rules = load_rules()
    found: dict[str, tuple[Sense, ...]] = {}
    for action in rules["actions"]:
        objects = frozenset(rules[action["of"]])
        for word in (*action[form], *(action.get("subject_of", ()) if form == "verbs" else ())):
            found[word] = (*found.get(word, ()), Sense(action["key"], objects))
    return found


@lru_cache(maxsize=1)
def undoing_actions() -> frozenset[str]:
    """The keys of the actions that undo a measure: eased, lifted."""
    return frozenset(action["key"] for action in load_rules()["actions"] if action.get("undoes"))


@lru_cache(maxsize=1)
def participles() -> Mapping[str, str]:
    """The past participle of an action by its key, where that is another word: froze → frozen."""
    return {action["key"]: action["participle"] for action in load_rules()["actions"] if "participle" in action}


def is_reference(word: str) -> bool:
    """True for a noun made from a verb (`lifting`): it mentions a step and does not say whether it was taken."""
    return any(word.lower() in action["nominal"] for action in load_rules()["actions"])
