"""Reads words that mean people only by what follows them: "those who fled", "anyone with information"."""

from dragoman.knowledge.actors import words
from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.tails import ends
from dragoman.stages.actors.reading import Reading

PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "root"})
CLAUSES = ("acl", "acl:relcl", "amod")
TOLD = "said by what follows"
HUMAN = frozenset({"who", "whom", "whose"})


def read_anybody(reading: Reading, i: int) -> Referent | None:
    """Read "those who fled", "everyone who helped" as a group of its own, and note the mention.

    Args:
        reading: the report being read.
        i: index of a pronoun.

    Returns:
        The group, None where nothing behind the word says who is meant.
    """
    token = reading.tokens[i]
    if token.text.lower() not in words("anybody") or token.deprel not in PLACES or not _is_told(reading, token):
        return None
    if token.deprel == "nmod" and reading.cast.headed(token.head):
        return None
    first = reading.tree.core(i)[0]
    told = [end for end, _ in ends(reading, i, i + 1)]
    if not told:
        return None
    name = reading.document.words(i, max(told)).text
    # whoever does or suffers something may be of any state, so that none is guessed
    country = reading.country_of(i, max(told), i)
    referent = Referent(
        name=name, kind="group", country=country, sector="CVL", plural=True, stateless=True, reason=TOLD
    )
    reading.cast.add(referent)
    for begin, end in dict.fromkeys((begin, end) for begin in (first, i) for end in sorted(told)):
        reading.mention(referent, begin, end, i, form="nominal", reason="people of whom a clause tells")
    return referent


def _is_told(reading: Reading, token: Token) -> bool:
    """Tell whether a clause with "who" or a participle says who they are ("those injured"), or what they have."""
    for child in reading.tree.all(token.i, *CLAUSES):
        below = reading.tokens[reading.tree.leftmost(child) : reading.tree.rightmost(child) + 1]
        relative = reading.tokens[child].deprel != "acl:relcl" or any(t.text.lower() in HUMAN for t in below)
        if child > token.i and relative:
            return True
    owning = (c for c in reading.tree.all(token.i, "nmod") if reading.tree.case(c) in ("with", "in"))
    return token.text.lower() not in ("some", "all") and any(c > token.i for c in owning)
