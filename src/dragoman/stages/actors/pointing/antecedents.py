"""Says what speaks for and against a person as the one whom "he" or "she" means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log2

from dragoman.knowledge.given_names import gender_of
from dragoman.knowledge.quotes import cues
from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading

REACH = 3
"""How many sentences back a pronoun may look."""

AHEAD = 60
"""How many words ahead it may look, in its own sentence."""

HIGHEST = 40
"""How far up a tree it matters what stands there."""

BY_DISTANCE = ("mentions", "mentions before", "same as before", "opens the report", "most named", "others since")
"""Signs that weigh more or less with the sentences between."""

POSSESSORS = ("nmod:poss", "compound", "nmod:desc")
OBJECTS = ("obj", "iobj")


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


def candidates(reading: Reading, token: Token, gender: str) -> list[Candidate]:
    """Give the persons whom a pronoun may mean: those spoken of last, and those named behind it in its sentence.

    Args:
        reading: the report being read.
        token: the pronoun.
        gender: `f` or `m`.
    """
    near = [
        (word, referent)
        for word, referent in reading.cast.latest("person", "group", since=reaches_to(reading, token))
        if _fits(reading, token, word, referent, gender)
    ]
    found = [Candidate(word, referent, rank) for rank, (word, referent) in enumerate(near)]
    known = {id(candidate.referent) for candidate in found}
    for word, referent in _ahead(reading, token):
        if id(referent) not in known and _fits(reading, token, word, referent, gender):
            known.add(id(referent))
            found.append(Candidate(word, referent, len(found)))
    return found


def reaches_to(reading: Reading, token: Token) -> int:
    """Give the first word to which a pronoun may look back."""
    return reading.tree.sentences[max(reading.tree.sentence_of[token.i] - REACH, 0)].first


def signs(reading: Reading, token: Token, candidate: Candidate, gender: str) -> dict[str, float]:
    """Give what speaks for or against a candidate, by name; the weights stand in a table.

    Args:
        reading: the report being read.
        token: the pronoun.
        candidate: whom it may mean.
        gender: `f` or `m`, as the pronoun has it.
    """
    tokens, tree = reading.tokens, reading.tree
    word = tokens[candidate.word]
    place = place_of(word)
    kind = "possessive" if token.deprel == "nmod:poss" else place_of(token)
    apart = tree.sentence_of[token.i] - tree.sentence_of[word.i]
    referent = candidate.referent
    when = f"{min(apart, 3)} back" if word.i < token.i else "ahead"
    found = {
        when: 1.0,
        f"{kind} for {place}": 1.0,
        f"{place} {when}": 1.0,
        f"{kind} {when}": 1.0,
        f"{kind} for {place} {when}": 1.0,
        "others since": min(candidate.rank, 6),
        f"{min(candidate.rank, 4)} others since": 1.0,
        "mentions before": log2(1 + referent.spoken),
        "mentions": log2(1 + len(referent.mentions)),
        "gender said": float(bool(referent.gender)),
        "a group": float(referent.kind == "group"),
    }
    found["same as before"] = found[f"same as before, {kind}"] = float(reading.meant.get(gender) is referent)
    found[f"by {form_of(word)}"] = found[f"by {form_of(word)}, {when}"] = 1.0
    found["its own doer"] = float(kind == "object" and tree.subject(token.head) == word.i)
    if word.i < token.i:
        inside = reading.quoted[word.i] and not reading.quoted[token.i]
        found["spoken of inside a quotation"] = float(inside)
        found["main clause"] = float(tokens[word.head].is_root)
        found["commanding"] = found[f"commanding, {kind}"] = float(_commands(reading, word, token))
        found[f"main clause, {kind}, {when}"] = found["main clause"]
        found["near"] = 1.0 / (token.i - word.i)
        found["opens the report"] = float(referent.since >= 0 and tree.sentence_of[referent.since] == 0)
        found["speaks again"] = float(says(reading, token) and says(reading, word))
        found["clause before"] = float(_leads(reading, word, token))
        above = _clauses(reading, word, token)
        if above:
            found[f"{kind}, {min(above, 3)} clauses up"] = 1.0
    else:
        found["fronted"] = float(place == "subject" and _fronted(reading, token, word))
    if not referent.gender and referent.kind == "person":
        found |= _first_name(referent.name, gender)
    found["most named"] = float(len(referent.mentions) == reading.most_named)
    found |= {f"{name}, {when}": found[name] for name in BY_DISTANCE if found.get(name)}
    return {name: value for name, value in found.items() if value}


def _first_name(name: str, gender: str) -> dict[str, float]:
    """Give what a first name says of the gender of its bearer; one word alone may be a surname."""
    first, _, rest = name.partition(" ")
    whole = "first name" if rest else "name of one word"
    known = gender_of(first)
    if known:
        return {f"{whole} {'agrees' if known == gender else 'differs'}": 1.0}
    return {f"{gender}: {whole} in -{first[-1].lower()}": 1.0}


def says(reading: Reading, token: Token) -> bool:
    """Tell whether a word is the subject of a verb of saying."""
    return token.deprel in SUBJECTS and reading.tokens[token.head].lemma.lower() in cues().said


def _leads(reading: Reading, word: Token, token: Token) -> bool:
    """Tell whether a word is the subject of the clause that the pronoun's clause is joined to."""
    above = reading.tokens[token.head]
    return word.deprel in SUBJECTS and above.deprel in ("conj", "advcl", "parataxis") and above.head == word.head


def _ahead(reading: Reading, token: Token) -> Iterator[tuple[int, Referent]]:
    """Find the persons named behind a pronoun in its own sentence."""
    sentence, heads = reading.tree.sentences[reading.tree.sentence_of[token.i]], reading.cast.heads
    for word in range(token.i + 1, min(token.i + AHEAD, sentence.last)):
        for referent in heads.get(word, ()):
            if referent.kind == "person":
                yield word, referent


def _fits(reading: Reading, token: Token, word: int, referent: Referent, gender: str) -> bool:
    """Tell whether gender and number allow a person, and the verb: its subject and object differ."""
    if referent.gender not in ("", gender):
        return False
    if referent.kind == "group" and (reading.tokens[word].xpos != "NN" or referent.plural):
        return False
    return not same_clause(reading, token, word)


def same_clause(reading: Reading, token: Token, word: int) -> bool:
    """Tell whether a pronoun and a word depend on one verb, so that they are not the same unless reflexive.

    Args:
        reading: the report being read.
        token: the pronoun.
        word: index of the word.
    """
    tokens = reading.tokens
    if token.deprel == "nmod:poss" or token.text.lower().endswith(("self", "selves")):
        described = token.head == word or (tokens[word].deprel == "appos" and tokens[word].head == token.head)
        return token.deprel == "nmod:poss" and described
    return token.head == tokens[word].head and token.i != word


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


def form_of(word: Token) -> str:
    """Say whether a word is a pronoun, a name or a noun."""
    return {"PRON": "pronoun", "PROPN": "name"}.get(word.upos, "noun")


def _clauses(reading: Reading, word: Token, token: Token) -> int:
    """Count the clauses from a pronoun up to the one whose subject a word is, 0 where it is none of them."""
    if word.deprel not in SUBJECTS:
        return 0
    clauses = 0
    for above in islice(reading.tree.ancestors(token.i), HIGHEST):
        clauses += reading.tree.one(above, *SUBJECTS) is not None
        if above == word.head:
            return clauses
    return 0


def _commands(reading: Reading, word: Token, token: Token) -> bool:
    """Tell whether a subject's clause holds the pronoun: "Novak said that he", "Novak lost his keys"."""
    return word.deprel in SUBJECTS and word.head in islice(reading.tree.ancestors(token.i), HIGHEST)


def _fronted(reading: Reading, token: Token, word: Token) -> bool:
    """Tell whether a pronoun stands in a phrase or clause before the subject of the clause that it belongs to."""
    return word.head in islice(reading.tree.ancestors(token.i), HIGHEST)


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
