"""Who argues for or against what: in one article, and in all of them together.

A party argues where it is the subject of a verb of taking sides, or is said to say something, about one of the topics
of data/measures.yml. Which side is taken is read from the verb alone; where the verb takes none, neither does the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.briefing import Person, Position, Statement
from generator.language import Parsed, is_question
from generator.mentions.roles import is_role_noun
from generator.model import Argument, Citation, Reading, Span, Stance, Step, Voice
from generator.sources.agreements import flatten
from generator.steps.rules import load_rules
from generator.voices.reading import voice_at

SHORTEST_ARGUMENT = 8  # words; less is a phrase, not an argument


def find_arguments(parsed: Sequence[Parsed], voices: Sequence[Voice], steps: Sequence[Step]) -> tuple[Argument, ...]:
    """Sentences of paragraphs in which a party argues about a topic, in the order of the text.

    A sentence that only tells a step ("Norway promised to lift its sanctions") argues nothing.
    """
    found = []
    for part in parsed:
        if not part.block.ref:
            continue
        for sentence in part.doc.sents:
            topic = _topic({token.lemma_.lower() for token in sentence})
            if not topic or is_question(sentence.text):
                continue
            span = part.span(sentence)
            party, stance = _side(part, sentence)
            told = any(step.verb.within(span) for step in steps)
            if party is None and not told:
                party = _arguing(part, sentence, voices)
            if party is not None:
                found.append(Argument(part.block.ref, span, party, stance, topic))
    return tuple(found)


def _topic(lemmas: set[str]) -> str:
    return next((t["key"] for t in load_rules()["topics"] if lemmas & set(t["words"])), "")


def _side(part: Parsed, sentence: Tokens) -> tuple[Span | None, Stance]:
    """Who takes which side in the sentence; nobody where no word of data/measures.yml does."""
    rules = load_rules()
    sides: tuple[Stance, ...] = ("for", "against")
    for token in sentence:
        for side in sides:
            if token.pos_ == "VERB" and token.lemma_.lower() in rules["stances"][side]:
                verb = token
            elif token.pos_ == "NOUN" and token.lemma_.lower() in rules["attitudes"][side]:
                verb = _verb_above(token)
            else:
                continue
            party = None if _is_negated(verb) else _party(verb)
            if party is not None:
                return _party_span(part, party), _turned(side, verb)
    return None, "neither"


def _turned(side: Stance, verb: Token) -> Stance:
    """The side towards the topic: who welcomes that sanctions are eased is against them. What the verb takes as its
    object decides; where that is a pronoun, the sentence."""
    undoing = {word for topic in load_rules()["topics"] for word in topic.get("undone_by", ())}
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "xcomp", "ccomp", "prep") and c.i > verb.i]
    is_pointing = bool(objects) and all(c.lower_ in ("that", "this", "it", "them", "these", "those") for c in objects)
    scope = list(verb.sent) if is_pointing else [t for c in objects for t in c.subtree]
    turns = [t for t in scope if t.lemma_.lower() in undoing and not _is_negated(t) and not _is_beside(t, verb)]
    if not turns:
        return side
    return "against" if side == "for" else "for"


def _is_beside(token: Token, verb: Token) -> bool:
    """Inside a clause that only adds when, why or how: "urged them to keep it until they lift the ban"."""
    below = [t for t in (token, *token.ancestors) if verb.is_ancestor(t)]
    return any(t.dep_ in ("advcl", "relcl") for t in below)


def _arguing(part: Parsed, sentence: Tokens, voices: Sequence[Voice]) -> Span | None:
    """Who argues without taking a side: the subject of a verb of arguing, or a person quoted at some length."""
    for token in sentence:
        if token.pos_ == "VERB" and token.lemma_.lower() in load_rules()["arguing"] and (party := _party(token)):
            return _party_span(part, party)
    span = part.span(sentence)
    voice = voice_at(voices, span)
    is_turn = voice is not None and voice.cue == ":"  # of a transcript: everything there is somebody's word
    if voice is None or is_turn or len(voice.text.split()) < SHORTEST_ARGUMENT:
        return None
    return voice.named_by or (voice.speaker_span if voice.unnamed else None)


def _verb_above(noun: Token) -> Token:
    above = (token for token in noun.ancestors if token.pos_ in ("VERB", "AUX"))
    return next(above, noun)


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _party(verb: Token) -> Token | None:
    """The subject of an active verb, `by` whom a passive is; no pronoun that the sentence leaves open."""
    while True:
        children = list(verb.children)
        agents = [t for c in children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
        subjects = [c for c in children if c.dep_ == "nsubj"]
        if party := next(iter((*agents, *subjects)), None):
            return party if _is_party(party) else None
        if verb.dep_ != "conj":
            return None
        verb = verb.head


def _is_party(token: Token) -> bool:
    """True for a name, a noun for what somebody is, or one of the words of data/measures.yml."""
    if token.ent_type_ in ("PERSON", "ORG", "NORP", "GPE") and token.pos_ == "PROPN":
        return True
    words = {token.lemma_.lower(), token.lower_}
    return bool(words & set(load_rules()["parties"])) or any(is_role_noun(word) for word in words)


def _party_span(part: Parsed, party: Token) -> Span:
    """The party with what stands before it, and with `of` or `in` what: "some in the opposition"."""
    end = party.i
    for child in party.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "among") and child.i > party.i:
            end = child.right_edge.i
    return part.span(part.doc[party.left_edge.i : end + 1])


def compile_positions(
    readings: Sequence[Reading], people: Sequence[Person], index: Mapping[tuple[str, Span], str]
) -> tuple[Position, ...]:
    """Each party's arguments, once a sentence, people under the name that the site gives them."""
    names = {person.id: person.name for person in people}
    found: dict[tuple[str, str], Position] = {}
    for reading in readings:
        article = reading.article
        for argument in reading.arguments:
            person = _person_in(reading, argument.who, index)
            who = names.get(person) or flatten(article.text[argument.who.start : argument.who.end])
            text = flatten(article.text[argument.span.start : argument.span.end])
            statement = Statement(text, (Citation(article.id, argument.ref),), who)
            position = Position(who, person, argument.stance, argument.about, statement)
            found.setdefault((who, text), position)
    return tuple(found.values())


def _person_in(reading: Reading, span: Span, index: Mapping[tuple[str, Span], str]) -> str:
    """The person that a party is: its last words are the name. "The Berg administration" is nobody."""
    named = next((m.span for m in reading.mentions if m.span.overlaps(span) and m.span.end >= span.end), None)
    return index.get((reading.article.id, named), "") if named else ""
