"""Reads "I", "we" and "you" outside quotation marks, by who has the floor and to whom they speak."""

from dragoman.knowledge.actors import words
from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.pointing.antecedents import near
from dragoman.stages.actors.reading import Reading


def read_speaker(reading: Reading, token: Token, form: str) -> list[Referent]:
    """Read "I" and "we"; inside quotation marks they wait for the quote's speaker.

    Args:
        reading: the report being read.
        token: the pronoun.
        form: the pronoun in lower case.

    Returns:
        Whoever has the floor; for "we" his state where it is a deed, the publisher's state where nobody is known.
    """
    voices = reading.voices
    if voices is None or reading.quoted[token.i]:
        return []
    speaker = voices.at(token.start, reading.cast)
    if form in words("speaker pronoun"):
        return [speaker] if speaker is not None else []
    himself = voices.has_floor(token.start) and _is_courtesy(reading, token)
    return _side(reading, speaker, himself=himself)


def read_addressee(reading: Reading, token: Token, _form: str) -> list[Referent]:
    """Read "you" in a transcript or message; inside quotation marks it waits for the quote's addressee.

    Args:
        reading: the report being read.
        token: the pronoun.

    Returns:
        Whoever is called by name in the sentence; else who spoke before, or answers, as a person or as his state; in
        a government's message the people of another state that it spoke of.
    """
    voices = reading.voices
    if voices is None or reading.quoted[token.i]:
        return []
    if not voices.has_floor(token.start):
        return _greeted(reading, token)
    called = _called(reading, token)
    asked = called or voices.asked(token.start)
    if asked is None:
        return []
    himself = _is_courtesy(reading, token) or voices.at(token.start, reading.cast) is not None
    return _side(reading, asked, himself=himself)


def _side(reading: Reading, speaker: Referent | None, *, himself: bool) -> list[Referent]:
    """Give a speaker, or the state for which he or the publisher speaks."""
    if speaker is not None and himself:
        return [speaker]
    own = reading.voices.state if reading.voices is not None else None
    if speaker is not None and speaker.sector == "IGO" and not speaker.country:
        return [speaker]
    official = speaker is not None and (own is not None or speaker.sector == "GOV")
    state = speaker.country if speaker is not None and speaker.country and official else own
    if state is not None:
        return [reading.state(state)]
    return [speaker] if speaker is not None else []


def _is_courtesy(reading: Reading, token: Token) -> bool:
    """Tell whether a speaker does it himself by speaking or being there: thanks, calls for, is glad, met."""
    above = reading.tokens[token.head]
    lemmas = {above.lemma.lower(), *(reading.tokens[c].lemma.lower() for c in reading.tree.all(above.i, "xcomp"))}
    return not words("done by a speaker").isdisjoint(lemmas)


def _called(reading: Reading, token: Token) -> Referent | None:
    """Find the person whom a sentence calls by name: "Minister Novak, thank you"."""
    sentence = reading.tree.sentences[reading.tree.sentence_of[token.i]]
    for i in range(sentence.first, token.i):
        if reading.tokens[i].deprel == "vocative":
            found = [r for r in reading.cast.headed(i) if r.kind == "person"]
            if found:
                return found[0]
    return None


def _greeted(reading: Reading, token: Token) -> list[Referent]:
    """Read "you" in a message to the people of another state: "we greet the people of Chile and stand by you"."""
    own = reading.voices.state if reading.voices is not None else None
    peoples = near(reading, token, "group") if own is not None else []
    return [r for _, r in peoples if r.label == "people" and r.country not in (None, own)][:1]
