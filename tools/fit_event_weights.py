"""Fits the weights of the signs by which possible events are kept or left out, from annotated reports.

    python tools/fit_event_weights.py GOLD_TRAIN src/dragoman/knowledge/frames/weights.tsv

GOLD_TRAIN is a folder of reports with tellings. A possible event counts as right where a telling of its type has a
trigger that shares a word with its own. Only signs that occur in several reports are kept, and no sign names anybody.

The confidence of an event is fitted the same way, on events found by weights of the other four fifths of the reports.

Needs scipy, which only these tools depend on.
"""

from collections.abc import Sequence

from annotated import Annotated
from logistic import Examples, fit, fit_amounts
from tabling import table

from dragoman.stages.events import Events
from dragoman.stages.events.stage import evidence_of
from dragoman.stages.events.weighing import Weighing, packaged

PENALTY = 3.0
FOLDS = 5
FEWEST_REPORTS = 4


def fit_acts(reports: Sequence[Annotated]) -> dict[str, float]:
    """Fit the weights of events' signs."""
    events, examples = Events(coder="frames"), Examples()
    for report in reports:
        candidates = events.read(report.document).candidates
        examples.add([(candidate.signs, bool(report.told(candidate))) for candidate in candidates])
    return fit(examples, penalty=PENALTY, fewest=FEWEST_REPORTS)


def judged(events: Events, report: Annotated) -> list[tuple[dict[str, float], bool]]:
    """Give the evidence of every event found in a report and whether it is right; a duplicate is wrong."""
    found, taken = [], set[str]()
    for group in events.groups(events.read(report.document)):
        free = set[str]().union(*(report.told(candidate) for candidate in group)) - taken
        taken |= free
        found.append((evidence_of(group), bool(free)))
    return found


def fit_confidence(reports: Sequence[Annotated]) -> dict[str, float]:
    """Fit how often an event is right, on events that weights of the other reports found."""
    rows: list[tuple[dict[str, float], bool]] = []
    for n in range(FOLDS):
        acts = fit_acts([report for i, report in enumerate(reports) if i % FOLDS != n])
        weighing = Weighing(acts=acts, participants=packaged().participants, combined={})
        events = Events(coder="frames", weighing=weighing)
        rows += [row for report in reports[n::FOLDS] for row in judged(events, report)]
    return fit_amounts([evidence for evidence, _ in rows], [right for _, right in rows])


if __name__ == "__main__":
    table(__doc__, "fit_event_weights", lambda reports: fit_acts(reports) | fit_confidence(reports))
