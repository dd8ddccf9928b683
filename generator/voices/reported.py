"""Reported speech: what a sentence says on somebody's word without quotation marks.

The content reaches as far as the sentence gives it away: better a word too much on somebody's account than a claim
turned into plain fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Token

from generator.language import Parsed
from generator.model import Mention, Span
from generator.voices.quotations import Quotation
from generator.voices.speakers import Speaker, agent_of, can_speak, is_passive, speaker_at, subject_of
from generator.voices.speech import lemma_of, load_lexicon

# Content with fewer words of the article's own is only a frame around a quotation.
_OWN_WORDS = 3
# Outside quotation marks these are whoever wrote the text, and the text is theirs anyway.
_AUTHORS = {"i", "we"}
_OBJECTS = {"her", "him", "them", "me", "us"}  # whom somebody hears or lets speak: nobody's word is given
_STOPS = {"though", "although", "while", "but", "as", "when", "whereas", "before", "after"}
_SUBJECTS = {"nsubj", "nsubjpass"}


def find_reported(
    parsed: Parsed, quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> Iterator[tuple[Span, Speaker]]:
    """The content of each piece of reported speech in a block, with its speaker as written."""
    start = parsed.block.span.start
    quoted = [(q.outer.start - start, q.outer.end - start) for q in quotations]
    own = {t.i for t in parsed.doc if not any(a <= t.idx < b for a, b in quoted)}
    for token in parsed.doc:
        if token.i not in own:
            continue
        for content, head, cue in _said_at(token):
            words = [t for t in content if t.is_alpha and t.i in own]
            is_frame = len(words) < _OWN_WORDS and len(words) < len(content)
            if head.i in own and head not in content and not is_frame and head.lower_ not in _AUTHORS:
                first, last = content[0], _with_closing_mark(content)
                yield Span(start + first.idx, start + last.idx + len(last)), speaker_at(parsed, head, cue, mentions)


def _said_at(token: Token) -> Iterator[tuple[list[Token], Token, str]]:
    """What is said at this word, by whom and with which cue: the words of the content in order, never empty."""
    lexicon = load_lexicon()
    lemma = lemma_of(token)
    if token.pos_ in {"VERB", "AUX"}:
        content = next((c for find in _CONTENTS if (c := find(token, lemma))), None)
        if content and (speaker := _sayer(token, lemma)) is not None:
            is_negated = any(c.dep_ == "neg" for c in token.children)
            yield content, speaker, f"not {token.lower_}" if is_negated else token.lower_
    elif token.pos_ == "NOUN" and lemma in lexicon.nouns:
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        first = next((c.i for c in token.children if c.i > token.i and _tells(c)), len(token.doc))
        content = _trim(_subtrees(c for c in token.children if c.i >= first))
        if owner is not None and content:
            yield content, owner, token.lower_
    for phrase in lexicon.phrases:
        if token.lower_ == phrase[0] and (voice := _after(token, phrase) or _owner(token, phrase)) is not None:
            yield from _by_phrase(token, voice, " ".join(phrase))


def _sayer(verb: Token, lemma: str) -> Token | None:
    """Who does what the verb says; nobody where that one only hears it or is no one who can speak."""
    agent = agent_of(verb)
    speaker = agent or (None if is_passive(verb) else subject_of(verb))
    if speaker is None or (speaker is not agent and speaker.tag_ == "PRP" and speaker.lower_ in _OBJECTS):
        return None
    return speaker if lemma not in load_lexicon().loose or can_speak(speaker) else None


def _tells(child: Token) -> bool:
    """Whether this part of a noun like "claim" is what is claimed: "that …", "of …"."""
    return child.dep_ in {"acl", "relcl"} or (child.dep_ == "prep" and child.lower_ in {"of", "about", "on", "against"})


def _after(token: Token, phrase: Sequence[str]) -> Token | None:
    """Whom a phrase that begins here names: in the view of Lind."""
    words = token.doc[token.i : token.i + len(phrase)]
    if [t.lower_ for t in words] != list(phrase):
        return None
    return next((c for c in words[-1].children if c.dep_ == "pobj"), None)


def _owner(token: Token, phrase: Sequence[str]) -> Token | None:
    """Whose it is, where the phrase is told the other way round: in Lind's view."""
    if phrase[1::2] != ("the", "of"):
        return None
    nouns = (c for c in token.children if c.dep_ == "pobj" and c.lower_ == phrase[2])
    owners = (c for noun in nouns for c in noun.children if c.dep_ == "poss" and c.tag_ != "PRP$")
    return next(owners, None)


def _by_phrase(token: Token, target: Token, phrase: str) -> Iterator[tuple[list[Token], Token, str]]:
    """`…, according to Lind`: what stands before it; what follows where it opens the sentence; both around it."""
    sentence = list(token.sent)
    ends = max(target.right_edge.i, target.head.i)
    before = [t for t in sentence if t.i < token.i]
    after = [t for t in sentence if t.i > ends]
    if not any(t.is_alpha for t in before):
        content = _trim(after)
    elif not any(t.pos_ in {"VERB", "AUX"} for t in before):
        content = _trim(sentence)
    else:
        content = _trim(before)
    if content and (target not in content or content[0].i < token.i < content[-1].i):
        yield [t for t in content if not token.i <= t.i <= ends], target, phrase


# ---------------------------------------------------------------- where a verb keeps its content


def _clause(verb: Token, lemma: str) -> list[Token]:
    """`said that …`, `said …`, and `…, said Lind`."""
    if lemma not in load_lexicon().verbs:
        return []
    if verb.dep_ == "parataxis":
        subject = subject_of(verb)
        spoken = {verb.i, *(t.i for t in (subject.subtree if subject is not None else ()))}
        return _trim(t for t in verb.sent if t.i not in spoken)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is not None and clause.i < verb.i:
        return _before(verb, clause)
    that = _that_after(verb)
    if clause is None and that is None:
        return []
    first = min(x.i for x in (clause.left_edge if clause is not None else None, that) if x is not None)
    if clause is not None and lemma == "tell" and not any(c.dep_ in _SUBJECTS for c in clause.children):
        first = _past_listener(verb, first)
    content = _to_the_end(verb, first, clause.right_edge.i if clause is not None else verb.sent.end - 1)
    return _trim(content[1:] if content[0].lower_ == "that" else content)


def _is_that(token: Token) -> bool:
    """The conjunction, whatever the parser took it for; only before a singular noun it may point at something."""
    return token.lower_ == "that" and not (token.dep_ == "det" and token.head.tag_ == "NN")


def _that_after(verb: Token) -> Token | None:
    """The "that" right after a verb, where the parser lost the clause it opens."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return following if following is not None and _is_that(following) else None


def _past_listener(verb: Token, first: int) -> int:
    """Where the content begins after whoever is told: the parser often takes its first words for another object."""
    listener = next((c for c in verb.doc.noun_chunks if c.start > verb.i), None)
    return min(first, listener.end) if listener is not None else first


def _before(verb: Token, clause: Token) -> list[Token]:
    subjects = [c.left_edge.i for c in verb.children if c.dep_ in _SUBJECTS and c.i > clause.i]
    edge = min([verb.i, *subjects])
    pause = max((t.i for t in verb.sent if t.i < edge and t.text in {":", ";"}), default=-1)
    before = _trim(t for t in verb.sent if pause < t.i < edge)
    return before or _trim(verb.doc[verb.i + 1 : verb.sent.end])


def _to_the_end(verb: Token, first: int, last: int) -> list[Token]:
    """From the clause to the end of the sentence, unless something that is not its own begins on the way."""
    end = verb.sent.end
    for child in verb.children:
        opens = child.left_edge
        is_joined = child.dep_ == "conj" and any(c.dep_ == "cc" and last < c.i < child.i for c in verb.children)
        is_other = is_joined or (child.dep_ == "advcl" and opens.lower_ in _STOPS)
        if child.i > last and is_other:
            end = min(end, opens.i)
    if verb.dep_ != "ROOT":
        end = min(end, last + 1)
    return list(verb.doc[first : max(end, last + 1)])


def _object(verb: Token, lemma: str) -> list[Token]:
    """`confirmed the delay`; of the passive, what was confirmed."""
    if lemma not in load_lexicon().with_object:
        return []
    if agent_of(verb) is not None:
        return _trim(_subtrees(c for c in verb.children if c.dep_ == "nsubjpass"))
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is None or thing.pos_ == "PRON" or any(c.dep_ == "dative" for c in verb.children):
        return []
    kept = {"dobj", "prep", "ccomp", "oprd"}
    return _trim(_subtrees(c for c in verb.children if c.i >= thing.i and c.dep_ in kept))


def _after_preposition(verb: Token, lemma: str) -> list[Token]:
    wanted = load_lexicon().with_preposition.get(lemma)
    if wanted is None:
        return []
    return _trim(_subtrees(c for c in verb.children if c.dep_ == "prep" and c.lower_ in wanted))


def _infinitive(verb: Token, lemma: str) -> list[Token]:
    if lemma not in load_lexicon().with_infinitive:
        return []
    return _trim(_subtrees(c for c in verb.children if c.dep_ == "xcomp"))


def _name(verb: Token, lemma: str) -> list[Token]:
    """What somebody is called or described as: `called it a sham`, `described it as a sham`."""
    if lemma not in load_lexicon().naming:
        return []
    named = next((c for c in verb.children if c.dep_ in {"oprd", "ccomp"}), None)
    if named is not None:
        clauses = {t.i for c in named.children if c.dep_ == "relcl" for t in c.subtree}
        return _trim(t for t in named.subtree if t.i not in clauses)
    if not any(c.dep_ == "prep" and c.lower_ == "as" for t in verb.children for c in (t, *t.children)):
        return []
    return _trim(_subtrees(c for c in verb.children if c.dep_ == "dobj" or (c.dep_ == "prep" and c.i > verb.i)))


_CONTENTS: tuple[Callable[[Token, str], list[Token]], ...] = (_clause, _object, _after_preposition, _infinitive, _name)


def _subtrees(tokens: Iterable[Token]) -> list[Token]:
    return [t for token in tokens for t in token.subtree]


def _trim(tokens: Iterable[Token]) -> list[Token]:
    """In order, without a conjunction that opens it and without punctuation at either end."""
    kept = sorted(set(tokens), key=lambda t: t.i)
    while kept and (not _is_word(kept[0]) or kept[0].dep_ == "cc"):
        kept.pop(0)
    while kept and (not _is_word(kept[-1]) or kept[-1].dep_ == "cc"):
        kept.pop()
    return kept


def _is_word(token: Token) -> bool:
    return not (token.is_punct or token.is_space) or token.is_quote


def _with_closing_mark(content: Sequence[Token]) -> Token:
    """The last word, or the mark that closes a quotation the content ends in."""
    last = content[-1]
    if sum(t.text == '"' for t in content) % 2:
        return next((t for t in last.doc[last.i + 1 : last.i + 4] if t.text == '"'), last)
    return last
