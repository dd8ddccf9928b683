import re
from pathlib import Path

import pytest
import yaml

from generator import data
from generator.data.saying import verbs_of_report, verbs_of_saying, verbs_of_telling
from generator.language import parse_blocks
from generator.model import Mention, Span, Voice
from generator.voices.quotations import find_quotations
from generator.voices.reading import find_voices, voice_at
from generator.voices.speech import load_lexicon
from generator.voices.transcripts import bearer, find_turns
from tests.reading_text import make_article

CASES = Path(__file__).parent / "cases" / "voices"


def mentions(of, names, titles=None, roles=None):
    """Every place where one of these names stands, longer names first."""
    found = []
    for name in sorted(names, key=len, reverse=True):
        for m in re.finditer(re.escape(name), of.text):
            span = Span(m.start(), m.end())
            if not any(span.overlaps(f.span) for f in found):
                ref = of.block_at(m.start()).ref
                found.append(Mention(ref, span, name, (titles or {}).get(name, ""), (roles or {}).get(name, "")))
    return tuple(sorted(found, key=lambda m: m.span))


def read(case):
    of = make_article(case["text"])
    people = mentions(of, case["people"], case.get("titles"), case.get("roles"))
    return of, find_voices(of, parse_blocks(of), people)


def load_cases():
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text("utf8")):
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize("case", list(load_cases()))
def test_voices(case):
    of, voices = read(case)
    spoken = [v for v in voices if v.speaker_span is not None]
    assert [v.text for v in spoken] == [want["words"] for want in case["voices"]]
    for voice, want in zip(spoken, case["voices"], strict=True):
        assert of.text[voice.speaker_span.start : voice.speaker_span.end] == voice.speaker
        assert of.text[voice.span.start : voice.span.end] == voice.text
        named = of.text[voice.named_by.start : voice.named_by.end] if voice.named_by else ""
        got = {"words": voice.text, "kind": voice.kind, "speaker": voice.speaker, "named": named,
               "unnamed": voice.unnamed, "cue": voice.cue}  # fmt: skip
        assert got == got | {"kind": "quote", "named": "", "unnamed": False} | want


def verb_examples():
    raw = data.load("speech")
    for key in ("verbs", "with_object", "with_preposition", "with_infinitive", "naming", "quoting", "nouns", "phrases"):
        for word, example in raw[key].items():
            text = example["example"] if isinstance(example, dict) else example
            yield pytest.param(word, text, id=f"{key}: {word}")


def test_the_verbs_that_do_more_than_tell_are_verbs_of_saying():
    raw = data.load("speech")
    apart = [*raw["acting"], *raw["ahead"], *raw["thinking"]]
    assert len(set(apart)) == len(apart) and verbs_of_saying().issuperset(apart)
    assert {"say", "insist", "joke"} <= verbs_of_telling() < verbs_of_report() < verbs_of_saying()


@pytest.mark.parametrize(("word", "text"), list(verb_examples()))
def test_every_word_of_speech_finds_its_speaker(word, text):
    of = make_article(text)
    voices = [v for v in find_voices(of, parse_blocks(of), ()) if v.speaker_span is not None]
    first = " ".join(text.split("'s ")[0].split()[: 3 if text.startswith("The harbour master") else 2])
    expected = "the harbour master" if word in {" ".join(p) for p in load_lexicon().phrases} else first
    assert expected in {v.speaker for v in voices}


@pytest.mark.parametrize(
    "text",
    [
        "In Lind's view, the ferry was safe.",
        "In Lind's eyes the ferry was safe.",
        "The ferry was safe, in Lind's opinion, but slow.",
        "By Lind's account the ferry was safe.",
    ],
)
def test_what_somebody_holds_is_that_ones_word(text):
    of = make_article(text)
    assert [v.speaker for v in find_voices(of, parse_blocks(of), ())] == ["Lind"]


def test_marks_pair_across_styles_and_an_inch_is_no_mark():
    of = make_article('A 6" pipe and a 9" pipe. “One” and "two" and «three».')
    assert [of.text[q.span.start : q.span.end] for q in find_quotations(of.blocks)] == ["One", "two", "three"]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph_or_is_none():
    of = make_article("“It never closes.\n\nNor does this “one here.")
    assert [of.text[q.span.start : q.span.end] for q in find_quotations(of.blocks)] == ["It never closes."]


def test_the_innermost_voice_with_a_speaker_is_the_one_at_a_place():
    of, voices = read({"text": "Varga said the night had been “very long indeed for us.”", "people": ["Varga"]})
    at = of.text.index("very long")
    assert voice_at(voices, Span(at, at + 4)).kind == "quote"
    assert voice_at(voices, Span(of.text.index("night"), of.text.index("night") + 5)).kind == "reported"
    assert voice_at(voices, Span(0, 5)) is None
    silent = Voice("1", "quote", Span(0, 9), "", "", None, None, "")
    assert voice_at([silent], Span(0, 5)) is None


def test_a_label_stands_for_the_one_person_with_its_name_or_title():
    text = "President Ilse Varga spoke.\n\nTHE PRESIDENT:  Hello.\n\nMR. OKORO:  Good morning.\n\nTomas Okoro left."
    of = make_article(text)
    people = mentions(of, ["Ilse Varga", "Tomas Okoro"], {"Ilse Varga": "President"})
    assert [bearer(turn, people).text for turn in find_turns(of.blocks)] == ["Ilse Varga", "Tomas Okoro", "Tomas Okoro"]
