"""Takes war machines that act on their own for the army that uses them: "helicopters strafed the valley"."""

from dragoman.knowledge.actors import Noun, words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.extent import extent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.antecedents import reaches_to
from dragoman.stages.actors.reading import Reading

ARMY = "military"
AIR_FORCE = "air force"
DOING = (*SUBJECTS, "obl:agent")
PLAIN = frozenset({"det", "nummod", "amod", "case", "punct", "acl", "acl:relcl", "advmod", "conj", "cc"})
"""What may hang on the noun: nothing that says whose they are."""


def of_army(reading: Reading, noun: Noun, label: str) -> str:
    """Say what the machines of a state share with others that stand for the same body: they are its army's.

    Where the report speaks of an air force, they stay what they are.

    Args:
        reading: the report being read.
        noun: the row of a noun in the table.
        label: what its mentions share otherwise.
    """
    machine = noun.lemma in words("machine of an army") and label == (noun.same or noun.lemma)
    return ARMY if machine and AIR_FORCE not in reading.document.text.lower() else label


def read_machines(reading: Reading, i: int) -> Referent | None:
    """Read "jets", "the tanks" that do something as the army spoken of last, and note the mention.

    Args:
        reading: the report being read.
        i: index of a noun.

    Returns:
        The army; None where a word says whose they are, or no army was spoken of nearby.
    """
    token = reading.tokens[i]
    if token.deprel not in DOING or token.lemma.lower() not in words("war machine"):
        return None
    below = reading.tree.children[i]
    if any(reading.tokens[c].deprel not in PLAIN or c in reading.states for c in below):
        return None
    since = reaches_to(reading, token)
    armies = (r for _, r in reading.cast.latest("government_body", since=since) if r.sector == "MIL")
    army = next(armies, None)
    if army is not None:
        first, last = extent(reading, i)
        reading.mention(army, first, last, i, form="nominal", reason="machines of the army spoken of last")
    return army
