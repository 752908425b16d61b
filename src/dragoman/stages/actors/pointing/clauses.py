"""Says what the clauses around "he" or "she" tell of it: who does it there, who asks, who is told, who speaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dragoman.knowledge.actors import words
from dragoman.knowledge.quotes import cues
from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading

OBJECTS = ("obj", "iobj")
POSSESSORS = ("nmod:poss", "compound", "nmod:desc")
DEPTH = 6
"""How many verbs up a subject may be shared, or a speech go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pronoun, and the words around it that matter for every candidate.

    Args:
        token: the pronoun.
        gender: `f` or `m`.
        kind: `possessive`, or its place in the clause.
        sentence: number of its sentence.
        paragraph: code point where its paragraph begins.
        doer: the subject of the verb whose object it is, also one shared or controlled; -1 where there is none.
        partners: the objects of the verbs before that have the same doer ("rang Novak and urged him").
        asker: the subject of a verb that asks another for what the pronoun does; -1 where there is none.
        told: the object of the verb that governs its clause ("reminded her that he"); -1 where there is none.
        speaker: the subject of the verb that its quotation hangs on; -1 outside quotations.
    """

    token: Token
    gender: str
    kind: str
    sentence: int
    paragraph: int
    doer: int = -1
    partners: tuple[int, ...] = ()
    asker: int = -1
    told: int = -1
    speaker: int = -1


def asked(reading: Reading, token: Token, gender: str) -> Asked:
    """Look around a pronoun.

    Args:
        reading: the report being read.
        token: the pronoun.
        gender: `f` or `m`.
    """
    kind = "possessive" if token.deprel == "nmod:poss" else place_of(token)
    asker, told = _governing(reading, token) if kind == "subject" else (-1, -1)
    done_to = kind in ("object", "obl")
    return Asked(
        token=token,
        gender=gender,
        kind=kind,
        sentence=reading.tree.sentence_of[token.i],
        paragraph=reading.document.text.rfind("\n", 0, token.start) + 1,
        doer=doer(reading, token.head) if done_to else -1,
        partners=tuple(_partners(reading, token.head)) if done_to else (),
        asker=asker,
        told=told,
        speaker=_speaker(reading, token) if reading.quoted[token.i] else -1,
    )


def doer(reading: Reading, verb: int) -> int:
    """Give the subject of a verb, also that of the verb it is joined to or whose object it has for its subject.

    Args:
        reading: the report being read.
        verb: index of a verb.

    Returns:
        A word, -1 where none is known: "Novak went on the radio to call him", "pressed Novak to call him".
    """
    tokens, tree = reading.tokens, reading.tree
    for _ in range(DEPTH):
        own = tree.one(verb, *SUBJECTS)
        if own is not None:
            return own
        relation, above = tokens[verb].deprel, tokens[verb].head
        if tokens[verb].is_root or relation not in ("conj", "xcomp", "advcl", "acl"):
            return -1
        if relation == "acl":
            return above
        if relation == "xcomp":
            controls = tree.one(above, *OBJECTS)
            if controls is not None:
                return controls
        verb = above
    return -1


def _partners(reading: Reading, verb: int) -> Iterator[int]:
    """Give the objects of the verbs that a verb shares its subject with, those nearest to it first."""
    tokens, tree = reading.tokens, reading.tree
    for _ in range(DEPTH):
        below = tokens[verb]
        if below.is_root or below.deprel not in ("conj", "xcomp", "advcl") or tree.one(verb, *SUBJECTS) is not None:
            return
        verb = below.head
        yield from tree.all(verb, *OBJECTS, "obl")


def stands_at(reading: Reading, referent: Referent, word: int) -> bool:
    """Tell whether a word stands for somebody, itself or by the name beside it ("the envoy, Jan Novak, said")."""
    if word < 0:
        return False
    beside = reading.tree.all(word, "appos")
    return any(found is referent for i in (word, *beside) for found in reading.cast.headed(i))


def place_of(token: Token) -> str:
    """Say what a word is in its clause: `subject`, `object`, `possessor`, or how else it hangs there."""
    if token.deprel in SUBJECTS:
        return "subject"
    if token.deprel in OBJECTS:
        return "object"
    if token.deprel in POSSESSORS:
        return "possessor"
    if token.deprel in ("appos", "conj", "root", "obl", "nmod"):
        return token.deprel
    return "other"


def head_of_name(reading: Reading, word: int) -> Token:
    """Give the word whose place in the clause a name has: that which it stands beside, else itself."""
    token = reading.tokens[word]
    for _ in range(2):
        if token.deprel != "appos":
            return token
        token = reading.tokens[token.head]
    return token


def says(reading: Reading, token: Token) -> bool:
    """Tell whether a word is the subject of a verb of saying."""
    return token.deprel in SUBJECTS and reading.tokens[token.head].lemma.lower() in cues().said


def _governing(reading: Reading, token: Token) -> tuple[int, int]:
    """Give who asks another for what a subject does, and to whom its clause is told."""
    tokens, tree = reading.tokens, reading.tree
    verb = token.head
    for _ in range(DEPTH):
        if tokens[verb].is_root:
            return -1, -1
        above, relation = tokens[verb].head, tokens[verb].deprel
        if relation == "ccomp":
            asks = tokens[above].lemma.lower() in words("asking of others")
            hearer = tree.one(above, *OBJECTS)
            return doer(reading, above) if asks else -1, -1 if hearer is None else hearer
        if relation != "conj":
            return -1, -1
        verb = above
    return -1, -1


def _speaker(reading: Reading, token: Token) -> int:
    """Give the subject of the verb of saying, outside quotation marks, that a quoted word stands under or above."""
    tokens, tree = reading.tokens, reading.tree
    for verb in _saying(reading, token):
        subject = tree.one(verb, *SUBJECTS)
        if subject is not None and not reading.quoted[subject] and tokens[verb].lemma.lower() in cues().said:
            return subject
    return -1


def _saying(reading: Reading, token: Token) -> Iterator[int]:
    for above in islice(reading.tree.ancestors(token.i), 40):
        if not reading.quoted[above]:
            yield above
        yield from (i for i in reading.tree.all(above, "parataxis", "ccomp") if not reading.quoted[i])
