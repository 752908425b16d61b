"""An act that no words date is given the likeliest day, else its month, else none."""

from dragoman.model import EventDate
from dragoman.model.mention import ASSUMED
from dragoman.stages.events.undated import Choice, chosen, likely

RULED = EventDate(value="2023-03-10", basis=ASSUMED, reason="told as news without a day"), None
LATE = Choice("told", "2023-03-05", ("told",), ())
CHOICES = [
    Choice("own", "2023-03-10", ("own",), ("late",)),
    Choice("eve", "2023-03-09", ("eve",), ("late",)),
    Choice("month", "2023-03", ("month",), ("late",)),
    Choice("none", "", ("none",), ("late",)),
]


def day(**table: float) -> str | None:
    date, _ = chosen(CHOICES, {sign.replace("_", " "): weight for sign, weight in table.items()}, RULED)
    return date.value if date is not None else None


def test_the_shares_of_the_days_make_one() -> None:
    assert abs(sum(likely(CHOICES, {"own": 2.0, "eve late": -1.0})) - 1.0) < 1e-9


def test_without_weights_the_rule_is_followed() -> None:
    assert chosen(CHOICES, {}, RULED) is RULED


def test_the_likeliest_day_is_taken() -> None:
    assert day(eve=3.0) == "2023-03-09"


def test_a_day_that_the_rule_gives_keeps_its_reason() -> None:
    assert chosen(CHOICES, {"own": 3.0}, RULED) is RULED


def test_many_days_alike_leave_the_month() -> None:
    date, _ = chosen([*CHOICES, LATE], {"own": 1.0, "eve": 1.0, "told": 1.0, "month": 1.5}, RULED)
    assert date is not None
    assert date.value == "2023-03"


def test_doubt_between_today_and_its_eve_is_no_reason_for_the_month() -> None:
    """The likelier of them says more."""
    assert day(own=1.4, eve=1.3, month=1.5) == "2023-03-10"


def test_no_day_is_given_where_none_is_likelier() -> None:
    assert day(none=3.0, own=2.0) is None


def test_no_day_is_taken_from_the_rule_where_none_is_likely() -> None:
    assert day(none_late=5.0, own_late=1.0) is None


def test_signs_that_are_not_in_the_table_weigh_nothing() -> None:
    assert day(own=3.0, none_early=9.0) == "2023-03-10"
