"""Fits how much frames and the learned tagger weigh together, on annotated reports that neither has seen.

    python tools/fit_combination.py GOLD_TRAIN src/dragoman/knowledge/frames/combined.tsv

The tagger was trained without every tenth report of GOLD_TRAIN; the weights of frames' signs are fitted here on the
other nine tenths too, so that on the tenth both are as good or bad as on any new report. `--weights` names another
folder of the analyser's weights, `--unseen` the remainders of the reports' numbers by ten that it has not seen,
`--also` another folder of reports that it has, `--apart` one of reports that it has not.

Needs scipy, which only these tools depend on.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from annotated import UNSEEN_EVERY, Annotated, read
from fit_event_weights import fit_acts, judged
from fit_participant_weights import fit_participants
from logistic import fit_amounts, write

from dragoman.knowledge.frames.weights import weigh
from dragoman.stages.events import Events
from dragoman.stages.events.combine import act_amounts
from dragoman.stages.events.weighing import Weighing

PENALTY = 2.0
FEWEST = 8
WRITTEN = "written-"
"""Reports whose name begins so were written for this project."""

Rows = Iterator[tuple[dict[str, float], bool]]


def act_rows(reports: Sequence[Annotated], weighing: Weighing) -> Rows:
    """Give the amounts of every possible event, and whether an annotated one tells it."""
    events = Events(coder="both", weighing=weighing)
    for report in reports:
        reading = events.read(report.document)
        for candidate in reading.candidates if reading.sighted else ():
            yield act_amounts(candidate, weigh(candidate.signs, weighing.acts)), bool(report.told(candidate))


def fit_together(
    seen: Sequence[Annotated], unseen: Sequence[Annotated], news: Sequence[Annotated] = ()
) -> dict[str, float]:
    """Fit acts on reports that are unseen, and confidence on those of them that are real news, on all without any."""
    # some table must stand for the one to be fitted, or frames would be asked alone
    alone = Weighing(acts=fit_acts(seen), participants=fit_participants(seen), combined={"frame": 0.0})
    rows = list(act_rows(unseen, alone))
    combined = fit_amounts([row for row, _ in rows], [right for _, right in rows], penalty=PENALTY, fewest=FEWEST)
    events = Events(coder="both", weighing=replace(alone, combined=combined))
    rows = [row for report in news or unseen for row in judged(events, report)]
    return combined | fit_amounts([row for row, _ in rows], [right for _, right in rows])


def main() -> None:
    """Read the reports, fit, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--unseen", default="0")
    parser.add_argument("--also", type=Path)
    parser.add_argument("--apart", type=Path)
    given = parser.parse_args()
    apart = {int(n) for n in given.unseen.split(",")}
    reports = read(given.gold, weights=given.weights)
    seen = [report for n, report in enumerate(reports) if n % UNSEEN_EVERY not in apart]
    seen += read(given.also, weights=given.weights)
    unseen = [report for n, report in enumerate(reports) if n % UNSEEN_EVERY in apart]
    # in reports written to teach, more is right than in news
    news = [report for report in unseen if not report.name.startswith(WRITTEN)]
    unseen += read(given.apart, weights=given.weights)
    weights = fit_together(seen, unseen, news)
    write(given.table, "fit_combination", weights)
    print(f"{len(seen)} reports for the frames' own weights, {len(unseen)} for both together; {len(weights)} weights")


if __name__ == "__main__":
    main()
