"""The same statement in several articles: recognised when reworded, and not when it only looks alike."""

from collections.abc import Sequence
from dataclasses import replace

from generator.briefing import Agreement, Origin
from generator.model import Reading, Span
from generator.people.compiling import compile_people
from generator.read import read
from generator.sources.agreements import find_agreements, find_singular, stem_words
from tests.build_text import make_article

ORIGINS = (
    Origin("agency", "Agency", ("gazette", "herald"), ()),
    Origin("courier", "Courier", ("courier",), ()),
)
FILLER = ["The weather on the coast was mild.", "A choir sang in the square until midnight."]


def readings(**articles: Sequence[str]) -> list[Reading]:
    return [read(make_article([*paragraphs, *FILLER[:1]], name)) for name, paragraphs in articles.items()]


def agreements(found: Sequence[Reading]) -> tuple[Agreement, ...]:
    return find_agreements(found, ORIGINS, compile_people(found, ())[0])


def cited(found: Sequence[Agreement], word: str) -> set[str]:
    return {str(cite) for agreement in found if word in agreement.statement.text for cite in agreement.statement.cites}


def test_a_reworded_sentence_is_the_same_statement() -> None:
    found = agreements(
        readings(
            gazette=["The ferry company Norlink closed its harbour office after the storm damaged the pier."],
            courier=["After a storm damaged the pier, Norlink, the ferry company, has closed its harbour office."],
        )
    )
    assert cited(found, "Norlink") == {"gazette 1", "courier 1"}
    (agreement,) = [a for a in found if "Norlink" in a.statement.text]
    assert agreement.origins == ("agency", "courier")


def test_two_articles_of_one_origin_count_once() -> None:
    text = "The ferry company Norlink closed its harbour office after the storm damaged the pier."
    (agreement,) = [a for a in agreements(readings(gazette=[text], herald=[text])) if "Norlink" in a.statement.text]
    assert agreement.articles == ("gazette", "herald")
    assert agreement.origins == ("agency",)


def test_another_number_is_another_statement() -> None:
    found = agreements(
        readings(
            gazette=["The ferry company Norlink dismissed 40 sailors after the storm damaged the pier."],
            courier=["The ferry company Norlink dismissed 60 sailors after the storm damaged the pier."],
        )
    )
    assert cited(found, "Norlink") == set()


def test_another_person_is_another_statement() -> None:
    found = agreements(
        readings(
            gazette=["The court released Anna Berg, a teacher from the harbour district, on Monday."],
            courier=["The court released Paul Lund, a teacher from the harbour district, on Monday."],
        )
    )
    assert cited(found, "teacher") == set()


def test_another_verb_is_another_statement() -> None:
    found = agreements(
        readings(gazette=["The king pardoned the smugglers."], courier=["The king expelled the smugglers."])
    )
    assert cited(found, "smugglers") == set()


def test_what_one_article_alone_says() -> None:
    both = "The ferry company Norlink closed its harbour office after the storm damaged the pier."
    found = readings(gazette=[both, "A bakery on Mill Street gave away two hundred loaves."], courier=[both])
    alone = find_singular(found, agreements(found))
    assert [a.articles for a in alone if "bakery" in a.statement.text] == [("gazette",)]
    assert not [a for a in alone if "Norlink" in a.statement.text]


def test_a_name_that_goes_on_in_the_next_sentence_is_no_word_of_its_paragraph() -> None:
    gazette, herald = readings(
        gazette=["The ferry, its pier and its two lighthouses were sold by Ida Holm."],
        herald=["Ida Holm sold the ferry."],
    )
    (sentence, *_) = gazette.sentences
    end = gazette.article.text.index("Holm")
    cut = replace(sentence, span=Span(sentence.span.start, end), text=gazette.article.text[sentence.span.start : end])
    assert agreements([replace(gazette, sentences=(cut,)), herald]) == ()


def test_stems_leave_out_quiet_words() -> None:
    assert stem_words("The prisoners were freed, and said so.") == stem_words("prisoner free")
