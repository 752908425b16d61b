"""What reports call somebody and what the office table knows are told as one office."""

import pytest

from dragoman.ask.actors import OfficeRow, _joined


def office(title: str, since: str | None, until: str | None, *, country: str = "USA", reports: int = 0) -> OfficeRow:
    basis = "record" if reports else "table, stated"
    return OfficeRow(office=title, country=country, since=since, until=until, basis=basis, reports=reports)


TERM = office("minister of foreign affairs", "2021-01-26", "2025-01-20")


def test_a_secretary_of_state_in_reports_is_the_minister_of_the_table() -> None:
    seen = office("secretary of state", "2021-03-18", "2023-06-20", reports=10)
    (one,) = _joined([seen], [TERM])
    assert (one.office, one.since, one.reports) == ("minister of foreign affairs", "2021-01-26", 10)


@pytest.mark.parametrize(
    "seen",
    [
        office("former secretary of state", "2021-03-18", "2021-03-18", reports=1),
        office("secretary of state", "2017-03-18", "2017-03-20", reports=1),
        office("foreign minister", "2021-03-18", "2021-03-20", country="ISR", reports=1),
        office("chief negotiator", "2021-03-18", "2021-03-20", reports=1),
    ],
    ids=["past", "another time", "another state", "another office"],
)
def test_another_office_stays_apart(seen: OfficeRow) -> None:
    assert _joined([seen], [TERM]) == (seen, TERM)
