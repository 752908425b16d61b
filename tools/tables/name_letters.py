"""Builds name_letters.tsv.gz (which three letters stand together in the names of each state's persons).

Made from persons.tsv.gz, so that a name which nobody in that table bears still sounds like those of somewhere.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.knowledge.name_letters import ALL, COLUMNS, threes
from dragoman.knowledge.persons import persons
from tables.sheet import write_tsv


def _words() -> Iterator[tuple[str, str]]:
    """Give each word of the names of each state's persons once, with the state."""
    seen = set()
    for person in persons():
        state = (person.country or "")[:3]
        for word in person.name.split() if state else ():
            if (word, state) not in seen:
                seen.add((word, state))
                yield word, state


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table.

    Args:
        facts: not used; the names are those of the packaged table of persons.
        hand: not used.
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for word, state in _words():
        for three in threes(word):
            counted[three][state] += 1
            counted[ALL][state] += 1
    rows = [
        (three, " ".join(f"{state}:{number}" for state, number in sorted(states.items())))
        for three, states in sorted(counted.items())
    ]
    return {"name_letters.tsv.gz": write_tsv(out / "name_letters.tsv.gz", COLUMNS, rows)}
