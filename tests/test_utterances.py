import re
from dataclasses import replace

from generator.briefing import Person, Spelling
from generator.language import parse_blocks
from generator.model import Citation, Mention, Reading, Sentence, Span
from generator.people.utterances import compile_utterances
from generator.voices.reading import find_voices
from tests.reading_text import make_article


def reading(text, name="a", people=("Ilse Varga", "Varga")):
    """A Reading of one-paragraph text in which the given names are mentions."""
    of = make_article(text, name)
    mentions: list[Mention] = []
    for person in people:
        for m in re.finditer(person, text):
            span = Span(m.start(), m.end())
            if not any(span.overlaps(f.span) for f in mentions):
                mentions.append(Mention("1", span, person))
    parsed = parse_blocks(of)
    spans = [parsed[0].span(s) for s in parsed[0].doc.sents]
    sentences = tuple(Sentence("1", s, text[s.start : s.end]) for s in spans)
    return Reading(of, sentences, tuple(mentions), (), (), find_voices(of, parsed, tuple(mentions)), (), (), ())


def utterances(*readings):
    person = Person("ilse-varga", "Ilse Varga", (Spelling("Varga", "a", 1),), "other", "Other", (), (), (), ())
    index = {(r.article.id, m.span): person.id for r in readings for m in r.mentions}
    return compile_utterances(readings, [person], index)


def test_a_quotation_stands_between_curly_marks_and_alone():
    (said,) = utterances(reading('"The water came at noon," Varga said.'))
    assert said.statement.text == "“The water came at noon”"
    assert (said.person, said.speaker, said.statement.voice) == ("ilse-varga", "Varga", "Ilse Varga")
    assert said.statement.cites == (Citation("a", "1"),)


def test_three_words_that_are_a_sentence_are_a_quotation_in_the_middle_of_a_paragraph():
    text = 'Rain fell. "We lost nothing," Varga said. "The gates held all night," Varga said. "Nobody was asked."'
    assert [u.statement.text for u in utterances(reading(text))] == [
        "“We lost nothing”",
        "“The gates held all night”",
        "“Nobody was asked.”",
    ]


def test_few_words_that_are_a_title_or_a_phrase_are_no_quotation():
    text = 'Varga called it "a great relief," and read "Stone Lock River." Varga said the gates had "more than air."'
    assert [u.voice.kind for u in utterances(reading(text))] == ["reported"]


def test_reported_speech_is_the_whole_sentence():
    (said,) = utterances(reading("The rain stopped. Varga said that the gates had held. Then the sun came out."))
    assert said.statement.text == "Varga said that the gates had held."
    assert said.statement.voice == "Ilse Varga"


def test_an_unnamed_voice_is_shown_as_written():
    (said,) = utterances(reading("Port officials said that the gates had held."))
    assert (said.person, said.statement.voice) == ("", "Port officials")


def test_the_same_quotation_in_two_articles_is_one():
    one = reading('"The water came at noon," Varga said.', "a")
    other = reading("“The water came at noon,” said Ilse Varga.", "b")
    (said,) = utterances(one, other)
    assert said.statement.cites == (Citation("a", "1"), Citation("b", "1"))


def test_the_same_words_of_two_people_are_two():
    one = reading('"The water came at noon," Varga said.', "a")
    other = reading('"The water came at noon," a diver said.', "b")
    assert [u.statement.voice for u in utterances(one, other)] == ["Ilse Varga", "a diver"]


def test_a_few_quoted_words_belong_to_their_sentence():
    (said,) = utterances(reading("Varga said that the night had been “very long.”"))
    assert said.statement.text == "Varga said that the night had been “very long.”"


def test_a_pronoun_that_stands_for_nobody_is_nobody_to_quote():
    assert utterances(reading("“The water came at noon,” she said.")) == ()


def test_a_long_turn_is_cut_after_whole_sentences():
    text = "“" + "The water came at noon and took the boats. " * 12 + "Then it went.” That is what Varga said."
    (said,) = utterances(reading(text.replace("” That is what Varga said.", ",” Varga said.")))
    assert said.statement.text.endswith("took the boats. …”")
    assert 50 <= len(said.statement.text.split()) <= 61


def test_a_part_of_a_sentence_is_shown_as_one():
    said = utterances(reading("Varga said that they “had to leave all of it behind.”"))
    assert "“… had to leave all of it behind.”" in [u.statement.text for u in said]


def test_a_pronoun_after_an_unnamed_voice_is_that_voice():
    said = utterances(reading("A diver said: “The water came at noon.” She added: “By two it was gone.”"))
    assert [u.statement.voice for u in said] == ["A diver", "A diver"]


def test_an_office_in_a_label_is_whom_the_title_calls_so():
    spoken = reading("THE MAYOR: The gates had held for a week.")
    for title, person in (
        ("Remarks by Mayor Varga on the gates", "ilse-varga"),
        ("Remarks by Deputy Mayor Varga on the gates", ""),
        ("Remarks by Mayor Lant on the gates", ""),
        ("Remarks on the gates", ""),
    ):
        (said,) = utterances(replace(spoken, article=replace(spoken.article, title=title)))
        assert (said.person, title) == (person, title)
