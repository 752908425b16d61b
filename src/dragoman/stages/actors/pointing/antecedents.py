"""Gives those whom a pronoun may mean: persons for "he" and "she", and whoever was spoken of nearby."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.clauses import Asked, says, stands_at
from dragoman.stages.actors.reading import Reading

REACH = 3
"""How many sentences back a pronoun may look."""

AHEAD = 60
"""How many words ahead it may look, in its own sentence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, and the word that stands for them nearest to the pronoun.

    Args:
        word: that word; behind the pronoun where the pronoun comes first ("In his speech Novak said").
        referent: the person.
        rank: how many others were spoken of since.
    """

    word: int
    referent: Referent
    rank: int


def candidates(reading: Reading, asked: Asked) -> list[Candidate]:
    """Give the persons whom a pronoun may mean: those spoken of last, and those named behind it in its sentence.

    Args:
        reading: the report being read.
        asked: the pronoun.
    """
    token = asked.token
    latest = reading.cast.latest("person", "group", since=reaches_to(reading, token))
    near = [(word, referent) for word, referent in latest if _fits(reading, asked, word, referent)]
    found = [
        Candidate(_outside(reading, asked, word, referent), referent, rank)
        for rank, (word, referent) in enumerate(near)
    ]
    known = {id(candidate.referent) for candidate in found}
    for word, referent in _ahead(reading, token):
        if id(referent) not in known and _fits(reading, asked, word, referent):
            known.add(id(referent))
            found.append(Candidate(word, referent, len(found)))
    return found


def _outside(reading: Reading, asked: Asked, word: int, referent: Referent) -> int:
    """Give the last word for somebody that is not spoken in a quotation of the sentence, where the pronoun is not."""
    if not reading.quoted[word] or reading.quoted[asked.token.i] or reading.tree.sentence_of[word] != asked.sentence:
        return word
    heads = (mention.head for mention in referent.mentions if mention.head < word)
    return max((head for head in heads if not reading.quoted[head]), default=word)


def reaches_to(reading: Reading, token: Token) -> int:
    """Give the first word to which a pronoun may look back."""
    return reading.tree.sentences[max(reading.tree.sentence_of[token.i] - REACH, 0)].first


def _ahead(reading: Reading, token: Token) -> Iterator[tuple[int, Referent]]:
    """Find the persons named behind a pronoun in its own sentence."""
    sentence = reading.document.analysis.sentences[reading.tree.sentence_of[token.i]]
    for word in range(token.i + 1, min(token.i + AHEAD, sentence.last)):
        for referent in reading.cast.headed(word):
            if referent.kind == "person":
                yield word, referent


def _fits(reading: Reading, asked: Asked, word: int, referent: Referent) -> bool:
    """Tell whether gender and number allow a person, and the verb: its subject and object differ."""
    if referent.gender not in ("", asked.gender):
        return False
    if referent.kind == "group" and (reading.tokens[word].xpos != "NN" or referent.plural):
        return False
    return not (same_clause(reading, asked.token, word) or _is_another(reading, asked, referent))


def _is_another(reading: Reading, asked: Asked, referent: Referent) -> bool:
    """Tell whether somebody does, asks or says of another what the pronoun's clause tells."""
    own = asked.kind == "object" and not is_reflexive(asked.token) and stands_at(reading, referent, asked.doer)
    if own or any(stands_at(reading, referent, word) for word in (asked.asker, asked.speaker)):
        return True
    return says(reading, asked.token) and _is_named_in_speech(reading, asked, referent)


def _is_named_in_speech(reading: Reading, asked: Asked, referent: Referent) -> bool:
    """Tell whether somebody is named in the words that a pronoun says: "'Novak is lying,' he said"."""
    first = reading.tree.sentences[asked.sentence].first
    return not reading.quoted[asked.token.i] and any(
        first <= mention.head < asked.token.i
        and reading.quoted[mention.head]
        and reading.tokens[mention.head].upos == "PROPN"
        for mention in referent.mentions
    )


def is_reflexive(token: Token) -> bool:
    """Tell whether a pronoun is "himself" or another of its kind."""
    return token.text.lower().endswith(("self", "selves"))


def same_clause(reading: Reading, token: Token, word: int) -> bool:
    """Tell whether a pronoun and a word depend on one verb, so that they are not the same unless reflexive.

    Args:
        reading: the report being read.
        token: the pronoun.
        word: index of the word.
    """
    tokens = reading.tokens
    if token.deprel == "nmod:poss" or is_reflexive(token):
        described = token.head == word or (tokens[word].deprel == "appos" and tokens[word].head == token.head)
        return token.deprel == "nmod:poss" and described
    return token.head == tokens[word].head and token.i != word


def form_of(word: Token) -> str:
    """Say whether a word is a pronoun, a name or a noun."""
    return {"PRON": "pronoun", "PROPN": "name"}.get(word.upos, "noun")


def near(reading: Reading, token: Token, *kinds: str) -> list[tuple[int, Referent]]:
    """Give those of some kinds spoken of within reach of a word, the last first, each with the word for it.

    Args:
        reading: the report being read.
        token: the word.
        *kinds: kinds of actors.
    """
    return list(reading.cast.latest(*kinds, since=reaches_to(reading, token)))


def outside_speech(
    reading: Reading, token: Token, near_by: Sequence[tuple[int, Referent]]
) -> list[tuple[int, Referent]]:
    """Pass over the words that a pronoun's bearer speaks: who said "The men fled" is nobody named in it.

    Args:
        reading: the report being read.
        token: the pronoun.
        near_by: those whom it may mean, each with the last word for it.

    Returns:
        The same, each with the last word for it before the speech; those never spoken of before it are left out.
    """
    if reading.quoted[token.i] or not says(reading, token):
        return list(near_by)
    here = reading.tree.sentences[reading.tree.sentence_of[token.i]].first
    found = []
    for word, referent in near_by:
        last = word
        if here <= word < token.i and reading.quoted[word]:
            last = max((m.head for m in referent.mentions if m.head < here), default=-1)
        if last >= 0:
            found.append((last, referent))
    return found


def salience(reading: Reading, token: Token, word: int) -> float:
    """Weigh a candidate: near, subject, and for a subject pronoun the subject of the sentence before.

    Args:
        reading: the report being read.
        token: the pronoun.
        word: index of the word that stands for the candidate.
    """
    tokens = reading.tokens
    apart = reading.tree.sentence_of[token.i] - reading.tree.sentence_of[word]
    subject = tokens[word].deprel in SUBJECTS
    main = tokens[tokens[word].head].is_root
    possessor = tokens[word].deprel in ("nmod:poss", "compound", "nmod")
    return 3.0 * subject + 1.0 * (subject and main) - 2.0 * apart - 1.5 * possessor + word / (token.i + 1)
