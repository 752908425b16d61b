"""Fits how much it weighs that the learned tagger sees somebody take part in an act, on reports that it has not seen.

    python tools/fit_seen_roles.py GOLD_TRAIN src/dragoman/knowledge/frames/seen.tsv

The tagger was trained without every tenth report of GOLD_TRAIN. Whoever may have taken part in an act that an annotated
event tells is an example in each role, with the odds that the packaged table of participants gives him and what the
tagger saw. `--unseen` names the remainders of the reports' numbers by ten that it has not seen, `--apart` another
folder of reports that it has not.

Needs scipy, which only these tools depend on.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated import UNSEEN_EVERY, Annotated, read
from fit_participant_weights import cases
from logistic import fit_amounts, write

from dragoman.knowledge.frames.scale import Scale
from dragoman.knowledge.frames.weights import participant_weights
from dragoman.stages.events import Events
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.parties import Parties
from dragoman.stages.events.party import Party
from dragoman.stages.events.party_signs import party_bundles
from dragoman.stages.events.seen_roles import OTHER, role_amounts

PENALTY = 2.0

Rows = Iterator[tuple[dict[str, float], bool]]


def acts(report: Annotated) -> Iterator[tuple[Candidate, list[Party], set[str]]]:
    """Go through what annotated events tell and the tagger saw, with everybody who may have taken part."""
    events = Events(coder="both")
    reading = events.read(report.document)
    kept = events.keep(reading)
    reading.complete(kept, {})
    parties = Parties(reading.casting, kept)
    for n, candidate in enumerate(kept):
        told = report.told(candidate)
        if told and candidate.sighting is not None:
            yield candidate, parties.of(candidate, kept[:n]), told


def rows(reports: Sequence[Annotated]) -> Rows:
    """Give the amounts that speak for everybody in each role, and whether he stands in it."""
    scale = Scale(participant_weights())
    for report in reports:
        for candidate, parties, told in acts(report):
            for role, party, others, right in cases(report, candidate, parties, told):
                if role in OTHER:
                    own = scale.total(party_bundles(candidate, party, role, [other.actor for other in others]))
                    here, given = party.back == 0, role in party.given
                    yield role_amounts(role, own, party.seen or {}, here=here, given=given), right


def main() -> None:
    """Read the reports, fit, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--unseen", default="0")
    parser.add_argument("--apart", type=Path)
    given = parser.parse_args()
    apart = {int(n) for n in given.unseen.split(",")}
    reports = read(given.gold, weights=given.weights)
    unseen = [report for n, report in enumerate(reports) if n % UNSEEN_EVERY in apart]
    unseen += read(given.apart, weights=given.weights)
    found = list(rows(unseen))
    weights = fit_amounts([amounts for amounts, _ in found], [right for _, right in found], penalty=PENALTY)
    write(given.table, "fit_seen_roles", weights)
    print(f"{len(unseen)} reports; {len(weights)} weights")


if __name__ == "__main__":
    main()
