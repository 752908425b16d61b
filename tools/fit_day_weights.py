"""Fits the weights by which an act that no words date is given a day, from annotated reports.

    python tools/fit_day_weights.py GOLD_TRAIN src/dragoman/knowledge/frames/days.tsv

GOLD_TRAIN is a folder of reports with tellings. Each telling of an annotated event that no telling dates is an example:
the days on which it may lie, of which those are right that are the annotated one, or else hold it. A conditional
logistic regression over these days, with a quadratic penalty, from zero, so that the same reports give the same table.

Needs scipy, which only these tools depend on.
"""

from collections.abc import Iterator, Sequence

from annotated import Annotated
from logistic import fit_choices
from tabling import table

from dragoman.model.when import edges
from dragoman.stages.events import Events
from dragoman.stages.events.sameness import agree
from dragoman.stages.events.undated import MONTH, NONE, TOLD, Choice

PENALTY = 3.0
FEWEST_REPORTS = 6

Example = tuple[list[Sequence[str]], list[bool]]
"""The signs of each day on which an act may lie, and which of them are right."""


def right(choices: Sequence[Choice], days: Sequence[str | None]) -> list[bool]:
    """Tell which choices are right.

    Args:
        choices: the days on which an act may lie.
        days: the annotated ones.

    Returns:
        Those that are an annotated day; where none is, those told that hold one, else the month in which one lies, else
        that none is known.
    """
    for day in days:
        found = [choice.value == (day or "") for choice in choices]
        if any(found):
            return found
    whole = [day for day in days if day and len(day) > len("2011")]
    for kind, fits in ((TOLD, _holds), (MONTH, agree)):
        found = [choice.kind == kind and any(fits(choice.value, day) for day in whole) for choice in choices]
        if any(found):
            return found
    return [choice.kind == NONE for choice in choices]


def _holds(value: str, day: str) -> bool:
    """Tell whether a month or a stretch of days holds a day."""
    one, other = edges(value), edges(day)
    if one is None or other is None or "-" not in value:
        return False
    return one[0] <= other[0] and other[1] <= one[1]


def examples(events: Events, report: Annotated) -> Iterator[Example]:
    """Give the choices for each telling of an annotated event that no telling dates, with those that are right."""
    heard: dict[int, Sequence[Choice]] = {}
    reading = events.read(report.document, likely=True)
    reading.dating.watch = lambda match, choices: heard.update({id(match): choices})
    kept = [(candidate, report.told(candidate)) for candidate in events.tellings(reading)]
    days = {event["id"]: event["date"] for event in report.gold["events"]}
    dated = {event for candidate, told in kept if id(candidate.match) not in heard for event in told}
    for candidate, told in kept:
        choices = heard.get(id(candidate.match))
        if choices and told and not told & dated:
            yield [choice.signs for choice in choices], right(choices, [days[event] for event in sorted(told)])


def fit_days(reports: Sequence[Annotated]) -> dict[str, float]:
    """Fit the weights of the signs on which day an act lies."""
    events = Events()
    return fit_choices([list(examples(events, report)) for report in reports], penalty=PENALTY, fewest=FEWEST_REPORTS)


if __name__ == "__main__":
    table(__doc__, "fit_day_weights", fit_days)
