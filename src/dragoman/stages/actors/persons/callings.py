"""Gives persons whose title tells no sector that of the body they speak or work for, or of what they are called."""

from collections.abc import Iterator

from dragoman.codes.sectors import plover
from dragoman.knowledge.actors import nouns, words
from dragoman.knowledge.resolve import finer
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons.serving import OF, served
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.belonging import SECTORS_LED

FORCES = ("COP", "MIL", "REB", "JUD")
PRIVATE = ("BUS", "CVL", "MED", "NGO")
BODIES = ("organisation", "government_body", "armed_group")


def call(reading: Reading) -> None:
    """Fill the sectors of persons and groups that nothing told so far.

    Args:
        reading: a report that has been read.
    """
    for referent in reading.cast.members:
        if referent.kind in ("person", "group") and referent.sector == "UNK":
            referent.sector = next(_served(reading, referent), next(_sectors(reading, referent), "UNK"))
        elif referent.kind == "person" and referent.key is None and referent.sector == "GOV":
            referent.sector = next(_served(reading, referent), "GOV")
        elif referent.kind == "person" and referent.key is None and _of_a_ministry(reading, referent):
            referent.sector = "GOV"
        elif referent.sector == "MIL" and referent.kind in ("person", "group") and _commands_rebels(reading, referent):
            referent.sector = "REB"


def _commands_rebels(reading: Reading, referent: Referent) -> bool:
    """Tell whether a rank is one among rebels: "the Front's commander", "a rebel captain"."""
    return referent.key is None and any(body.sector == "REB" for body in served(reading, referent))


def _of_a_ministry(reading: Reading, referent: Referent) -> bool:
    """Tell whether a title of unions is a ministry's: "Secretary General Jan Novak", of no union that is named."""
    if referent.sector != "IGO" or referent.role not in words("of a union or ministry"):
        return False
    titled = [mention for mention in referent.mentions if mention.form == "titled"]
    owned = any(reading.tokens[m.first].upos in ("DET", "PRON") for m in titled)
    return bool(titled) and not owned and all(body.sector != "IGO" for body in served(reading, referent))


def _served(reading: Reading, referent: Referent) -> Iterator[str]:
    """Give the sectors of the bodies that a title says somebody serves ("UN envoy", "the police's director").

    Whoever holds an office of a state does not serve many states, and a firm's president is no state's.
    """
    for body in served(reading, referent):
        state = body.sector in FORCES and referent.office is None
        private = body.sector in PRIVATE and (referent.office is None or referent.country is None)
        if state or private or (body.sector == "IGO" and referent.country is None):
            yield body.sector
    yield from _led(referent)


def _led(referent: Referent) -> Iterator[str]:
    """Give the sector of those whom a title says somebody leads ("union chief", "the head of their union")."""
    role = (referent.role or "").lower()
    leading, _, rest = role.partition(" of ")
    parts = leading.split()
    if referent.office is not None or not parts or parts[-1] not in words("at the head"):
        return
    told = finer.of_adjectives([part.removesuffix("'s") for part in parts[:-1]])
    named = [word for word in (*parts[-2:-1], *rest.split()[-1:]) if word not in words("rank")]
    led = [nouns().find(word) for word in named]
    sectors = [plover(told)] if told is not None else [noun.sector for noun in led if noun is not None]
    yield from (sector for sector in sectors if sector in SECTORS_LED)


def _sectors(reading: Reading, referent: Referent) -> Iterator[str]:
    """Give the sectors of the bodies named in the words that stand for somebody, then of the nouns among these."""
    own = [mention for mention in referent.mentions if mention.form != "pronoun"]
    for mention in own:
        first, last = mention.first, mention.last
        for below in reading.tree.all(mention.head, "appos"):
            last = max(last, reading.tree.full(below)[1])
        for word in range(first, last):
            for other in reading.cast.headed(word) if reading.tree.case(word) in OF else ():
                if other is not referent and other.kind in BODIES and other.sector != "UNK":
                    yield other.sector
    for mention in own:
        for word in (mention.head, *reading.tree.all(mention.head, "appos")):
            before = reading.tokens[word - 1].text.lower() if word else ""
            token = reading.tokens[word]
            noun = nouns().find(token.lemma.lower(), before) if token.upos == "NOUN" else None
            if (
                noun is not None
                and noun.sector not in ("UNK", "CRM")
                and noun.lemma not in words("of a union or ministry")
            ):
                yield noun.sector
