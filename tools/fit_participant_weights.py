"""Fits the weights of the signs by which an act's participants are chosen, from annotated reports.

    python tools/fit_participant_weights.py GOLD_TRAIN src/dragoman/knowledge/frames/participants.tsv

GOLD_TRAIN is a folder of reports with tellings. For every possible event that an annotated one tells, everybody who may
have taken part is an example in each role: right where the annotation has him there. The roles of an act between
equals count as one.

Needs scipy, which only these tools depend on.
"""

from collections.abc import Iterator, Sequence

from annotated import Annotated
from logistic import Examples, fit
from tabling import table

from dragoman.stages.events import Events
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.parties import Parties
from dragoman.stages.events.party import Party
from dragoman.stages.events.party_signs import party_signs

PENALTY = 12.0
FEWEST_REPORTS = 5

Case = tuple[str, Party, list[Party], bool]
"""A role, who may stand in it, who stands in the other, and whether he does stand in it."""


def acts(events: Events, report: Annotated) -> Iterator[tuple[Candidate, list[Party], set[str]]]:
    """Go through the possible events that annotated ones tell, with everybody who may have taken part."""
    reading = events.read(report.document)
    kept = {id(candidate) for candidate in events.keep(reading)}
    pool = [candidate for candidate in reading.candidates if id(candidate) in kept or report.told(candidate)]
    pool.sort(key=lambda candidate: (candidate.match.head, candidate.match.frame.name))
    reading.complete(pool, {})
    parties = Parties(reading.casting, pool)
    for n, candidate in enumerate(pool):
        told = report.told(candidate)
        if told:
            yield candidate, parties.of(candidate, pool[:n]), told


def cases(report: Annotated, candidate: Candidate, parties: list[Party], told: set[str]) -> Iterator[Case]:
    """Go through who may stand in which role of an act."""
    actors, recipients, equals = report.roles(told)
    does = {party.actor.id: bool(report.same[party.actor.id] & actors) for party in parties}
    gets = {party.actor.id: bool(report.same[party.actor.id] & recipients) for party in parties}
    doers = [party for party in parties if does[party.actor.id]]
    for party in parties:
        done, got = does[party.actor.id], gets[party.actor.id]
        if candidate.symmetric:
            yield "party", party, [], done or got
            continue
        yield "actor", party, [], done or (equals and got)
        if got or not done:
            yield "recipient", party, doers, got


def fit_participants(reports: Sequence[Annotated]) -> dict[str, float]:
    """Fit the weights of participants' signs."""
    events, examples = Events(coder="frames"), Examples()
    for report in reports:
        found = []
        for candidate, parties, told in acts(events, report):
            for role, party, others, right in cases(report, candidate, parties, told):
                found.append((party_signs(candidate, party, role, [other.actor for other in others]), right))
        examples.add(found)
    return fit(examples, penalty=PENALTY, fewest=FEWEST_REPORTS)


if __name__ == "__main__":
    table(__doc__, "fit_participant_weights", fit_participants)
