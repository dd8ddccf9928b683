"""Lines that say who published, who wrote and when."""

from __future__ import annotations

import pytest

from generator.articles.mastheads import (
    Masthead,
    is_about,
    is_desk,
    outlet_behind,
    outlet_in_title,
    people_in,
    read_masthead,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The Coast Post, March 15, 2026", Masthead("The Coast Post", "", True)),
        ("March 15, 2026 - Northern Herald", Masthead("Northern Herald", "", True)),
        ("The Coast Post | 15 March 2026 | By Mira Stolz in Anba", Masthead("The Coast Post", "Mira Stolz", True)),
        ("*By Mira Stolz — 15 March 2026*", Masthead("", "Mira Stolz", True)),
        ("First published in The Coast Post on 15 March 2026, 14:05 GMT", Masthead("The Coast Post", "", True)),
        ("Posted by Mira Stolz on 15 March 2026", Masthead("", "Mira Stolz", True)),
        ("Published by The Coast Post on 15 March 2026", Masthead("The Coast Post", "", True)),
        ("Anba, 15 March 2026", Masthead("", "", True)),
        ("coastpost.example, 2026-03-15", Masthead("coastpost.example", "", True)),
        ("The Coast Post", Masthead("The Coast Post", "", False)),
        ("Reuters", Masthead("Reuters", "", False)),
        ("The bridge fell on March 15, 2026", None),
        ("What the flood of March 15, 2026 did to Anba", None),
        ("“March 15, 2026, Anba Post”", None),
        ("Nine beacons dark", None),
        ("Mira Stolz", None),
    ],
)
def test_reads_a_line_in_its_parts(line: str, expected: Masthead | None) -> None:
    assert read_masthead(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mira Stolz", "Mira Stolz"),
        ("Mira Stolz and Jon Rask in Anba", "Mira Stolz and Jon Rask"),
        ("Mira Stolz in Anba and agencies", "Mira Stolz"),
        ("Press Room", ""),
        ("George Roe Airport", ""),
        ("The Coast Post", ""),
        ("Keepers strike", ""),
    ],
)
def test_names_who_signs_without_by(line: str, expected: str) -> None:
    assert people_in(line) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Nine beacons dark - The Coast Post", ("Nine beacons dark", "The Coast Post")),
        ("Nine beacons dark | BBC", ("Nine beacons dark", "BBC")),
        ("Nine beacons dark - and no end", ("Nine beacons dark - and no end", "")),
        ("Nine beacons dark", ("Nine beacons dark", "")),
    ],
)
def test_takes_the_outlet_off_a_title(title: str, expected: tuple[str, str]) -> None:
    assert outlet_behind(title) == expected


@pytest.mark.parametrize(
    ("title", "headline", "host", "expected"),
    [
        ("Nine beacons dark - The Coast Post", "Nine beacons dark", "", "The Coast Post"),
        ("Nine beacons dark | World | Anba Today", "Nine beacons dark", "", "Anba Today"),
        ("Nine beacons dark | World news | The Coast Post", "Nine beacons go dark off Anba", "", "The Coast Post"),
        ("The Coast Post - Nine beacons dark", "The Coast Post", "", "The Coast Post"),
        ("Anba Today - Nine beacons dark", "Nine beacons dark", "", "Anba Today"),
        ("Nine beacons dark – Vedomost", "All beacons dark", "www.vedomost.example", "Vedomost"),
        ("Nine beacons dark – Vedomost", "All beacons dark", "", ""),
        ("Nine beacons dark | World", "Nine beacons dark", "", ""),
        ("Nine beacons dark - and no end", "Nine beacons dark - and no end", "", ""),
        ("Nine beacons dark - and no end", "Beacons", "", ""),
        ("Nine beacons - Keepers on strike", "Nine beacons - Keepers on strike", "", ""),
        ("Nine beacons dark", "Nine beacons dark", "", ""),
    ],
)
def test_finds_the_outlet_beside_the_headline(title: str, headline: str, host: str, expected: str) -> None:
    assert outlet_in_title(title, (headline,), host) == expected


def test_knows_what_is_said_of_the_author() -> None:
    assert is_desk("Senior shipping correspondent, Coast Post")
    assert not is_desk("The editor resigned.")
    assert is_about("Mira Stolz covers shipping for The Coast Post.", "By Mira Stolz and Jon Rask")
    assert not is_about("Mira Stolz was rescued by the keepers on Monday.", "By Mira Stolz")
    assert not is_about("Helga Brandvik is a reporter in Anba.", "By Mira Stolz")
