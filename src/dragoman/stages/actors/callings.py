"""Gives persons whose title tells no sector that of the body they speak or work for, or of what they are called."""

from collections.abc import Iterator

from dragoman.knowledge.actors import nouns
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

FORCES = ("COP", "MIL", "REB", "JUD")
BODIES = ("organisation", "government_body", "armed_group")


def call(reading: Reading) -> None:
    """Fill the sectors of persons and groups that nothing told so far.

    Args:
        reading: a report that has been read.
    """
    for referent in reading.cast.members:
        if referent.kind in ("person", "group") and referent.sector == "UNK":
            referent.sector = next(_sectors(reading, referent), "UNK")
        elif referent.kind == "person" and referent.key is None and referent.sector == "GOV":
            referent.sector = next(_served(reading, referent), "GOV")


def _served(reading: Reading, referent: Referent) -> Iterator[str]:
    """Give the sectors of the bodies that a title says somebody serves ("UN envoy", "the police's director").

    Whoever is sent to a body does not serve it, nor does whoever holds an office of a state serve many states.
    """
    for mention in referent.mentions:
        for word in range(mention.first, mention.last) if mention.form in ("titled", "title") else ():
            bodies = (r for r in reading.cast.headed(word) if r is not referent and r.kind in BODIES)
            for body in bodies if reading.tree.case(word) in ("", "of", "for") else ():
                state = body.sector in FORCES and referent.office is None
                if state or (body.sector == "IGO" and referent.country is None):
                    yield body.sector


def _sectors(reading: Reading, referent: Referent) -> Iterator[str]:
    """Give the sectors of the bodies named in the words that stand for somebody, then of the nouns among these."""
    own = [mention for mention in referent.mentions if mention.form != "pronoun"]
    for mention in own:
        first, last = mention.first, mention.last
        for below in reading.tree.all(mention.head, "appos"):
            last = max(last, reading.tree.full(below)[1])
        for word in range(first, last):
            for other in reading.cast.headed(word):
                if other is not referent and other.kind in BODIES and other.sector != "UNK":
                    yield other.sector
    for mention in own:
        for word in (mention.head, *reading.tree.all(mention.head, "appos")):
            noun = nouns().find(reading.tokens[word].lemma.lower()) if reading.tokens[word].upos == "NOUN" else None
            if noun is not None and noun.sector not in ("UNK", "CRM"):
                yield noun.sector
