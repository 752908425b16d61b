"""Who held which office on a day."""

from datetime import date

import pytest

from dragoman.knowledge.offices import offices

MEETING = date(2021, 12, 10)


def test_an_office_is_held_on_a_day_within_its_term() -> None:
    """The foreign minister of a state on a day is one person."""
    assert [term.person for term in offices().holders("minister of foreign affairs", "ISR", MEETING)] == ["yair-lapid"]


def test_an_office_is_found_by_the_name_its_state_gives_it() -> None:
    """The United States' foreign minister is its secretary of state."""
    by_title = offices().holders("secretary of state", "USA", MEETING)
    by_office = offices().holders("minister of foreign affairs", "USA", MEETING)
    assert by_title == by_office
    assert by_title[0].person == "antony-blinken"


@pytest.mark.parametrize(
    ("day", "office"),
    [
        (date(2021, 12, 10), "minister of foreign affairs"),
        (date(2022, 9, 1), "prime minister"),
        (date(2023, 1, 31), "leader of the opposition"),
    ],
)
def test_one_person_holds_different_offices_on_different_days(day: date, office: str) -> None:
    """The day decides what a person is; the highest office is named first."""
    held = offices().held("yair-lapid", day)
    assert held[0].office == office


def test_nobody_holds_an_office_before_the_term_or_after_its_stated_end() -> None:
    """Outside its dates a term is worth nothing."""
    assert offices().held("antony-blinken", date(1970, 1, 1)) == ()
    assert all(
        term.office != "minister of foreign affairs" for term in offices().held("antony-blinken", date(2025, 3, 1))
    )


def test_trust_in_an_open_term_falls_after_it_was_last_seen() -> None:
    """A term that nobody closed is believed less the longer ago it was seen."""
    open_terms = [term for term in offices().terms("recep-tayyip-erdogan") if term.basis == "open"]
    assert open_terms
    soon = offices().holders("president", "TUR", date(2025, 6, 1))[0].trust
    late = offices().holders("president", "TUR", date(2032, 6, 1))[0].trust
    assert soon > 0.8 > 0.3 > late > 0


def test_no_term_ends_before_it_starts_and_trust_is_a_probability() -> None:
    """The table keeps its promises."""
    for person in ("yair-lapid", "antony-blinken", "vladimir-putin", "angela-merkel", "antonio-guterres"):
        for term in offices().terms(person):
            assert term.since is None or term.until is None or term.since <= term.until
            assert 0 <= term.trust <= 1


def test_an_unknown_office_state_or_person_gives_nothing() -> None:
    """No guess is made."""
    assert offices().holders("minister of silly walks", "GBR", MEETING) == ()
    assert offices().holders("president", "XXX", MEETING) == ()
    assert offices().terms("nobody-at-all") == ()
