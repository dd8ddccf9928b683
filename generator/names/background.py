"""How else a name is written: without accents, in Cyrillic, and by the romanisations that no article uses.

Background, by rule alone (data/cyrillic.yml, data/romanisation.yml): each result carries the rule it comes from.
Cyrillic is written only for a name that is East Slavic by what the articles say of its bearer and by its shape, and
only where no letter is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.names.cyrillic import LANGUAGES, find_given, languages_of, read_surname, respell, tables, turn_surname
from generator.names.nameparts import is_initial, is_patronymic, parse
from generator.names.romanise import Variant, is_cyrillic, latin, plain, variants


def write_otherwise(spellings: Sequence[str], nation: str = "", setting: str = "") -> tuple[Variant, ...]:
    """Every other spelling of one person's name, each once, with its rule: without accents, Cyrillic, romanised.

    `spellings` are the full names that articles write, best first; `nation` is the one that they give the person
    (Belarusian), empty where none; `setting` is that of most people in them, for those without one.
    """
    known = set(spellings)
    found: dict[str, Variant] = {}
    for variant in (*_without_marks(spellings), *_slavic(spellings, nation, setting)):
        if variant.text not in known:
            found.setdefault(variant.text, variant)
    return tuple(found.values())


def home_of(nation: str) -> str:
    """The language that the names of a nation are in: be, ru or uk; empty for all other nations."""
    return str(tables()["nations"].get(nation, ""))


def _without_marks(spellings: Iterable[str]) -> Iterable[Variant]:
    for name in spellings:
        if not is_cyrillic(name) and plain(name) != name.replace("’", "'"):
            yield Variant(plain(name), "", tables()["rules"]["plain"])


def _slavic(spellings: Sequence[str], nation: str, setting: str) -> Iterable[Variant]:
    names = [n for n in spellings if not is_cyrillic(n) and is_east_slavic(n, nation, setting)]
    if not names:
        return
    home = home_of(nation) or _own_language(names) or home_of(setting) or "ru"
    for language in filter(None, dict.fromkeys((home, "ru", home_of(setting)))):
        cyrillic = _in_cyrillic(names, language, home)
        if cyrillic:
            yield cyrillic
            if language == home and (text := respell(cyrillic.text, home)):
                yield Variant(text, home, tables()["rules"]["respelled"][home])
            for variant in variants(cyrillic.text, (language,)):
                yield variant
                yield Variant(plain(variant.text), language, f"{variant.rule}, {tables()['rules']['plain']}")
                yield Variant(_as_printed(variant.text), language, f"{variant.rule}, {tables()['rules']['shortened']}")


def _as_printed(text: str) -> str:
    """As newspapers shorten it: -skiy and -nyy to -sky and -ny."""
    return re.sub(r"(?:iy|yy|yi)\b", "y", plain(text))


# ---------------------------------------------------------------- whose name it is


@lru_cache(maxsize=4096)
def is_east_slavic(name: str, nation: str = "", setting: str = "") -> bool:
    """Whether a full name is a Belarusian, Russian or Ukrainian one. Another nation, another people's spelling, or a
    given name that others bear without an East Slavic surname beside it: no."""
    parts = parse(name)
    if not _is_plain_name(name) or (nation and not home_of(nation)):
        return False
    surname = latin(parts.surname)
    has_ending = bool(re.search(tables()["surnames"], surname))
    is_foreign = re.search(tables()["polish"], surname) or (re.search(tables()["foreign"], surname) and not has_ending)
    if is_foreign or find_given(parts.given) is None:
        return False
    is_own = latin(parts.given) not in map(latin, str(tables()["borne_elsewhere"]).split())
    return bool(nation or is_own or has_ending)


def _is_plain_name(name: str) -> bool:
    parts = parse(name)
    return bool(parts.given and not is_initial(parts.given) and not parts.suffix and " " not in parts.surname) and all(
        is_initial(word) or is_patronymic(word) for word in parts.middle
    )


def _own_language(names: Sequence[str]) -> str:
    """The one language that the given names and surnames are romanised from; empty where they are of several."""
    own = [next(iter(v)) for n in names if len(v := languages_of(parse(n).given)) == 1]
    for language in ("be", "uk"):
        if language in own or any(_signs(parse(n).surname) == (language,) for n in names):
            return language
    return ""


def _signs(surname: str) -> tuple[str, ...]:
    """The languages that the letters of a romanised surname speak for."""
    return tuple(lang for lang in LANGUAGES if re.search(tables()["signs"][lang], latin(surname)))


# ---------------------------------------------------------------- in Cyrillic


def _in_cyrillic(names: Sequence[str], language: str, home: str) -> Variant | None:
    """The name in one language: from a spelling romanised from that language, else turned from another."""
    given = next(row for n in names if (row := find_given(parse(n).given)))
    read = [_read(n, home) for n in names]
    for source, surname in sorted(read, key=lambda r: r[0] != language):
        if turned := surname and turn_surname(surname, source, language):
            return Variant(f"{given.written[language]} {turned}", language, _rule(source, language))
    return None


def _read(name: str, home: str) -> tuple[str, str]:
    """The first language as whose romanisation the surname can be read for certain, and the surname in it."""
    read = ((source, read_surname(parse(name).surname, source)) for source in _sources(name, home))
    return next(((source, surname) for source, surname in read if surname), (home, ""))


def _sources(name: str, home: str) -> tuple[str, ...]:
    """The languages that a name may be romanised from, the likeliest first."""
    parts = parse(name)
    signs = tuple(lang for lang in _signs(parts.surname) if lang in (home, "ru"))
    given = languages_of(parts.given)
    is_elsewhere = bool(given) and "ru" not in given
    if len(signs) == 1 and not (is_elsewhere and home in given):
        return signs
    order = (home, "ru") if signs or home == "uk" or is_elsewhere else ("ru", home)
    return tuple(dict.fromkeys(lang for lang in order if not given or lang in given)) or signs or (home,)


def _rule(source: str, language: str) -> str:
    rules = tables()["rules"]
    turned = "" if source == language else f"; {rules['turned'][f'{source}-{language}']}"
    return f"{rules['read'][source]}{turned}"
