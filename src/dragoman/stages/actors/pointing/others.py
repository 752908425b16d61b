"""Finds whom "they" or "it" means among states, bodies and groups, by weighing what speaks for each."""

from collections.abc import Mapping, Sequence
from math import log2

from dragoman.model import Token
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.antecedents import (
    Candidate,
    form_of,
    near,
    outside_speech,
    place_of,
    salience,
    same_clause,
    says,
)
from dragoman.stages.actors.reading import Reading
from dragoman.stages.layout import kept

MANY = ("NNS", "NNPS")
BACK = 6
"""How many of its mentions, the last first, may say that somebody was a subject nearby."""


def singles(reading: Reading, token: Token, *kinds: str) -> list[Candidate]:
    """Give each of those nearby whom grammar lets a pronoun mean, the last first.

    Args:
        reading: the report being read.
        token: the pronoun.
        *kinds: kinds of actors.
    """
    found = outside_speech(reading, token, near(reading, token, *kinds))
    below = _named_below(reading, token)
    free = [
        (w, r)
        for w, r in found
        if not same_clause(reading, token, w)
        and not _does(reading, token, w)
        and reading.tokens[w].lemma.lower() not in below
    ]
    return [Candidate(word, referent, rank) for rank, (word, referent) in enumerate(free)]


def choose(reading: Reading, token: Token, found: Sequence[Candidate], number: str) -> Candidate | None:
    """Give the one for whom most speaks, None where there is none; the next pronoun of its number remembers him.

    Args:
        reading: the report being read.
        token: the pronoun.
        found: whom it may mean.
        number: `they` or `it`.
    """
    told = [(candidate, other_signs(reading, token, candidate, number)) for candidate in found]
    if reading.watch_others is not None:
        reading.watch_others(token, number, [(candidate.referent, own) for candidate, own in told])
    if not told:
        return None
    best = max(told, key=lambda pair: (_weigh(reading, pair[1], number), -pair[0].rank))[0]
    reading.meant[number] = best.referent
    return best


def other_signs(reading: Reading, token: Token, candidate: Candidate, number: str) -> Mapping[str, float]:
    """Give what speaks for or against somebody as the one whom a pronoun means, by name; the weights are a table.

    Args:
        reading: the report being read.
        token: the pronoun.
        candidate: whom it may mean.
        number: `they` or `it`.
    """
    referent, word = candidate.referent, reading.tokens[candidate.word]
    apart = min(reading.tree.sentence_of[token.i] - reading.tree.sentence_of[word.i], 3)
    role = "possessive" if token.deprel == "nmod:poss" else place_of(token)
    found = {
        f"{apart} back": 1.0,
        f"by {form_of(word)}": 1.0,
        f"{role} for {place_of(word)}": 1.0,
        f"a {referent.kind}": 1.0,
        f"a {referent.kind}, {apart} back": 1.0,
        "salience": salience(reading, token, word.i),
        "near": 1.0 / max(token.i - word.i, 1),
        "others since": min(candidate.rank, 6),
        "mentions before": log2(1 + referent.spoken),
        "many": float(word.xpos in MANY),
        "main clause": float(reading.tokens[word.head].is_root),
        "speaks again": float(says(reading, token) and says(reading, word)),
        "same as before": float(reading.meant.get(number) is referent),
        "was a subject": float(was_subject(reading, token, candidate)),
    }
    if reading.quoted[token.i]:
        here = reading.tree.sentence_of[token.i] == reading.tree.sentence_of[word.i]
        found[f"spoken, a {referent.kind}"] = 1.0
        found["beside the speech"] = float(here and not reading.quoted[word.i])
    return found


def was_subject(reading: Reading, token: Token, candidate: Candidate) -> bool:
    """Tell whether somebody was a subject by the last word for him, or lately by any other.

    Args:
        reading: the report being read.
        token: the pronoun.
        candidate: whom it may mean.
    """
    tokens, tree = reading.tokens, reading.tree
    if tokens[candidate.word].deprel in SUBJECTS:
        return True
    since = tree.sentences[max(tree.sentence_of[token.i] - 1, 0)].first
    heads = [mention.head for mention in candidate.referent.mentions if since <= mention.head < token.i]
    return any(tokens[head].deprel in SUBJECTS for head in sorted(heads)[-BACK:])


def _does(reading: Reading, token: Token, word: int) -> bool:
    """Tell whether a word does what is done to the pronoun ("the towns hosting them")."""
    own = token.deprel == "nmod:poss" or token.deprel in SUBJECTS or token.text.lower().endswith(("self", "selves"))
    return not own and reading.tree.subject(token.head) == word


def _named_below(reading: Reading, token: Token) -> set[str]:
    """Give the nouns of the clauses that a subject governs: who said that the men fled are not the men."""
    if token.deprel not in SUBJECTS:
        return set()
    sentence = reading.tree.sentences[reading.tree.sentence_of[token.i]]
    nouns = (reading.tokens[i] for i in range(sentence.first, sentence.last) if reading.tokens[i].upos == "NOUN")
    return {noun.lemma.lower() for noun in nouns if token.head in reading.tree.ancestors(noun.i)}


def _weigh(reading: Reading, own: Mapping[str, float], number: str) -> float:
    weight = _by_number(reading.others)[number].get
    return sum([weight(sign, 0.0) * value for sign, value in own.items()])


@kept
def _by_number(weights: Mapping[str, float]) -> Mapping[str, Mapping[str, float]]:
    """Part the weights of "they" from those of "it", so that no sign is spelt for each weighing."""
    found: dict[str, dict[str, float]] = {"they": {}, "it": {}}
    for sign, weight in weights.items():
        number, _, name = sign.partition(": ")
        found.setdefault(number, {})[name] = weight
    return found
