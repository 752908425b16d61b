"""Finds the body that a report means by what it is: "the bloc", "the organisation", "the force", "the report"."""

from collections.abc import Iterator

from dragoman.knowledge.actors import words
from dragoman.model import Token
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.antecedents import OBJECTS, same_clause
from dragoman.stages.actors.reading import Reading

SECTORS = {
    "called a union": frozenset({"IGO"}),
    "called an agency": frozenset({"IGO", "NGO"}),
    "called an organisation": frozenset({"IGO", "NGO", "UNK"}),
    "called a force": frozenset({"COP"}),
}
"""Sectors of the bodies that a class of nouns may mean."""
PLAIN = frozenset({"det", "case", "punct", "cc", "conj", "amod", "cop", "acl:relcl", "appos"})
POINTING = frozenset({"the", "this", "that"})
REPORTING = frozenset({"NGO", "IGO", "UNK"})


def read_called(reading: Reading, i: int) -> Referent | None:
    """Read "the bloc" as the union spoken of last, "the report" as the body that wrote it, and note the mention.

    Args:
        reading: the report being read.
        i: index of a noun.

    Returns:
        The body; None where more is said of it, or none of its sort was spoken of.
    """
    token = reading.tokens[i]
    kind = _class(token)
    if kind is None or not _is_bare(reading, token):
        return None
    found = _author(reading, token) if kind == "told by a body" else _spoken_of(reading, token, kind)
    if found is not None:
        first, last = reading.tree.core(i)
        reading.mention(found, first, last, i, form="nominal", reason=f"{token.text!r}, spoken of before")
    return found


def _class(token: Token) -> str | None:
    lemma = token.lemma.lower()
    return next((name for name in (*SECTORS, "told by a body") if lemma in words(name)), None)


def _is_bare(reading: Reading, token: Token) -> bool:
    """Tell whether nothing is said beside "the", or that it is the same."""
    below = [reading.tokens[c] for c in reading.tree.children[token.i]]
    narrowed = any(t.deprel not in PLAIN or (t.deprel == "amod" and t.text.lower() != "same") for t in below)
    pointed = any(t.deprel == "det" and t.text.lower() in POINTING for t in below)
    one = token.xpos == "NN" or token.lemma.lower() in words("told by a body")
    return pointed and one and not narrowed and not reading.named[token.i]


def _spoken_of(reading: Reading, token: Token, kind: str) -> Referent | None:
    """Give the body whose name has the noun, else the one of the right sort, each time the last."""
    lemma, force = token.lemma.lower(), kind == "called a force"
    near = [r for _, r in reading.cast.latest(*BODY_KINDS) if force or not r.label or r.label.split()[-1] == lemma]
    named = (r for r in near if lemma in r.name.lower().split())
    return next(named, None) or next((r for r in near if r.sector in SECTORS[kind] and _is_of(r) == force), None)


def _is_of(referent: Referent) -> bool:
    """Tell whether a body is one of a state."""
    return referent.kind == "government_body"


def _author(reading: Reading, token: Token) -> Referent | None:
    """Give the body that wrote a report which somebody rejects, or which itself says or asks something."""
    if token.deprel not in (*SUBJECTS, *OBJECTS, "nmod:poss", "obl", "obl:agent"):
        return None
    bodies = [(word, r) for word, r in reading.cast.latest("organisation") if r.sector in REPORTING and not r.label]
    bodies = [(word, r) for word, r in bodies if not same_clause(reading, token, word)]
    wrote = (r for _, r in bodies if any(_tells(reading, s) for s in _sentences(reading, r)))
    return next((r for _, r in bodies if r.sector == "NGO"), None) or next(wrote, None)


def _sentences(reading: Reading, referent: Referent) -> Iterator[int]:
    yield from dict.fromkeys(reading.tree.sentence_of[mention.head] for mention in referent.mentions)


def _tells(reading: Reading, sentence: int) -> bool:
    """Tell whether a sentence speaks of a report."""
    span = reading.tree.sentences[sentence]
    return any(t.lemma.lower() in words("told by a body") for t in reading.tokens[span.first : span.last])
