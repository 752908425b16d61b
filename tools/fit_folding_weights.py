"""Fits the weights of the signs by which tellings are folded into one event, from annotated reports.

    python tools/fit_folding_weights.py GOLD_TRAIN src/dragoman/knowledge/frames/folding.tsv

GOLD_TRAIN is a folder of reports with tellings. All pairs of tellings of one type that are kept in a report are
examples where each shares a word with a trigger; it is one act where it is one annotated event. No sign names anybody.
Which tellings are kept, and who takes part, depends on the other tables: they are fitted first.

Needs scipy, which only these tools depend on.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from annotated import Annotated
from logistic import Examples, fit
from tabling import table

from dragoman.stages.events import Events
from dragoman.stages.events.sameness import signs

PENALTY = 3.0
FEWEST_REPORTS = 4


def pairs(events: Events, report: Annotated) -> Iterator[tuple[list[str], bool]]:
    """Give the signs of every two tellings of one type, and whether they are of one annotated event."""
    reading = events.read(report.document, likely=True)
    kept = [(candidate, report.told(candidate)) for candidate in events.tellings(reading)]
    for (one, mine), (other, theirs) in combinations(kept, 2):
        if one.type == other.type and mine and theirs:
            yield signs(reading.tree, one, other), bool(mine & theirs)


def fit_folding(reports: Sequence[Annotated]) -> dict[str, float]:
    """Fit the weights of the signs that two tellings are of one act."""
    events, examples = Events(), Examples()
    for report in reports:
        examples.add(list(pairs(events, report)))
    return fit(examples, penalty=PENALTY, fewest=FEWEST_REPORTS)


if __name__ == "__main__":
    table(__doc__, "fit_folding_weights", fit_folding)
