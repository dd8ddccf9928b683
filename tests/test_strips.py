"""Which articles carry what, who spells whom how, and how much of each stands in the others."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing import Overlap
from generator.pages.charts import LETTER, WIDTH
from generator.pages.desk import Desk
from generator.pages.strips import Numbering, Strip, called, draw_shares, find_facts, find_spellings
from tests.sample import ALONE, FULL, PLAIN

NUMBERING = Numbering(FULL)


def carriers(strip: Strip) -> list[str]:
    return [square.article for square in strip.filled]


def test_articles_are_numbered_origin_by_origin() -> None:
    assert NUMBERING.numbers == {"gazette": 1, "wire": 2, "copy": 3}
    assert [square.colour for square in NUMBERING.strip(()).squares] == [1, 2, 2]


def test_many_articles_stand_in_several_rows() -> None:
    articles = tuple(replace(FULL.articles[0], id=f"a{n}") for n in range(40))
    strip = Numbering(replace(FULL, articles=articles)).strip({"a39"})
    assert strip.width <= WIDTH
    assert len({(square.x, square.y) for square in strip.squares}) == 40
    assert all(square.x + 18 <= strip.width and square.y + 18 <= strip.height for square in strip.squares)


def test_a_fact_is_carried_by_two_articles_at_least_most_origins_first() -> None:
    facts = find_facts(FULL, NUMBERING)
    assert [origins for origins, _ in facts] == [2]
    told = [(fact.kind, carriers(fact.strip)) for fact in facts[0][1]]
    assert told == [
        ("figure", ["gazette", "wire", "copy"]),  # fishermen freed
        ("sentence", ["gazette", "wire", "copy"]),
        ("sentence", ["gazette", "wire", "copy"]),
        ("figure", ["gazette", "copy"]),  # fishermen held
        ("step", ["gazette", "wire"]),  # the promise about tin
    ]
    assert facts[0][1][-1].action == "promised to lift"
    assert find_facts(ALONE, Numbering(ALONE)) == ()


def test_spellings_of_the_whole_name_and_who_uses_them() -> None:
    (ilva,) = find_spellings(FULL, NUMBERING)
    assert ilva.person.id == "ilva-dorran"
    assert [(text, carriers(strip)) for text, strip in ilva.spellings] == [
        ("Ilva Dorran", ["gazette"]),
        ("Ilva Doran", ["wire", "copy"]),
    ]


def test_a_last_name_alone_is_no_other_spelling() -> None:
    tomas = FULL.people[2]
    short = replace(tomas, spellings=(*tomas.spellings, replace(tomas.spellings[0], text="Vey", article="gazette")))
    assert find_spellings(replace(FULL, people=(short,)), NUMBERING) == ()
    double = replace(
        tomas,
        spellings=tuple(replace(s, text=t) for s, t in zip(short.spellings, ("Tom Vey Holm", "Vey Holm"), strict=True)),
    )
    assert find_spellings(replace(FULL, people=(double,)), NUMBERING) == ()


def test_a_sentence_that_may_not_be_shown_is_no_fact() -> None:
    silent = tuple(replace(a, statement=replace(a.statement, text="")) for a in FULL.agreements)
    facts = find_facts(replace(FULL, agreements=silent), NUMBERING)
    assert {fact.kind for _, found in facts for fact in found} == {"figure", "step"}


def test_shares_are_squares_whose_area_is_the_share() -> None:
    overlaps = (Overlap("copy", "wire", 0.64), Overlap("wire", "gazette", 0.16), Overlap("gazette", "wire", 0.0))
    drawing = draw_shares(replace(FULL, overlaps=overlaps), NUMBERING)
    assert drawing
    large, small, none = drawing.cells
    assert large.side == 2 * small.side
    assert none.side == 0
    assert large.x == small.y + 7, "the line of one article is as far down as its column is to the right"
    assert len(drawing.blanks) == 3


def test_a_share_is_written_in_the_room_of_its_square() -> None:
    overlaps = (Overlap("copy", "wire", 0.001), Overlap("copy", "gazette", 0.0), Overlap("wire", "copy", 1.0))
    drawing = draw_shares(replace(FULL, overlaps=overlaps), NUMBERING)
    assert drawing
    assert [cell.text for cell in drawing.cells] == ["<1%", "0%", "100%"]
    step = abs(drawing.cells[0].x - drawing.cells[1].x)
    assert all(len(cell.text) * LETTER < step for cell in drawing.cells)


def test_two_articles_need_no_table() -> None:
    assert draw_shares(FULL, NUMBERING) is not None
    assert draw_shares(replace(FULL, overlaps=(Overlap("copy", "wire", 0.6),)), NUMBERING) is None
    assert draw_shares(PLAIN, NUMBERING) is None


def test_an_article_without_an_outlet_is_called_by_its_origin() -> None:
    desk = Desk(FULL)
    assert called(desk.source_name("gazette"), desk.origin("gazette")) == "The Lene Gazette"
    assert called(desk.source_name("copy"), desk.origin("copy")) == "Meridian"
    assert called(desk.source_name("copy"), None) == "Unnamed site"
