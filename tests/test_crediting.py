"""Whose word a sentence is, where it does not say so itself."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing import Statement
from generator.model import Citation
from generator.pages.crediting import speakers, voice_beyond
from generator.pages.printing import Press, Printer
from tests.sample import FULL


def test_a_sentence_that_names_its_voice_needs_no_other() -> None:
    for voice, text, shown in (
        ("Ana Ruiz", "The bridge is closed.", "Ana Ruiz"),
        ("Ana Ruiz", "Ruiz closed the bridge.", ""),
        ("Ana Ruiz Jr.", "Ruiz closed the bridge.", ""),
        ("She", "The bridge is closed.", ""),
        ("", "The bridge is closed.", ""),
    ):
        assert voice_beyond(Statement(text, (Citation("gazette", "1"),), voice)) == shown, text


def test_whoever_an_article_calls_by_an_office_is_called_by_name() -> None:
    briefing = FULL
    said = next(u for u in briefing.utterances if u.person)
    name = next(p.name for p in briefing.people if p.id == said.person)
    article = said.statement.cites[0].article
    chief = replace(said, voice=replace(said.voice, speaker="the Chief"))
    briefing = replace(briefing, utterances=(chief,))
    assert speakers(briefing) == {(article, "the chief"): name}
    told = Statement("A barrier broke.", (Citation(article, said.statement.cites[0].ref),), "The Chief")
    assert Printer(Press(briefing), "index.md").say(told).voice == name
    nobody = replace(chief, person="")
    both = replace(briefing, utterances=(chief, nobody))
    assert Printer(Press(both), "index.md").say(told).voice == "The Chief", "another chief speaks there, too"
