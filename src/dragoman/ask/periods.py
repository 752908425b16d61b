"""Days, weeks, months, quarters and years as SQL: the period that an event falls into, and its name."""

from dragoman.errors import UsageError

PERIODS = ("day", "week", "month", "quarter", "year")
_NAMES = {
    "day": "strftime({day}, '%Y-%m-%d')",
    "week": "strftime({day}, '%G-W%V')",
    "month": "strftime({day}, '%Y-%m')",
    "quarter": "strftime({day}, '%Y') || '-Q' || quarter({day})",
    "year": "strftime({day}, '%Y')",
}


def checked(per: str) -> str:
    """Make sure that a period exists.

    Raises:
        UsageError: it does not.
    """
    if per not in PERIODS:
        raise UsageError(f"there is no period {per[:40]!r}; there are {', '.join(PERIODS)}")
    return per


def start(per: str, row: str = "e") -> str:
    """Give SQL for the first day of the period that an event lies in; null where its days do not lie in one.

    Args:
        per: one of PERIODS; weeks begin on Monday (ISO 8601).
        row: alias of the table with `first_day` and `last_day`.
    """
    first, last = (f"date_trunc('{per}', {row}.{column})::date" for column in ("first_day", "last_day"))
    return f"case when {first} = {last} then {first} end"


def name(per: str, day: str = "start") -> str:
    """Give SQL for the name of the period that begins on a day: 2022-03-01, 2022-W09, 2022-03, 2022-Q1, 2022."""
    return _NAMES[per].format(day=day)


def series(per: str, first: str, last: str) -> str:
    """Give SQL for the first days of all periods from the one that holds `first` to the one that holds `last`."""
    step = "interval 3 month" if per == "quarter" else f"interval 1 {per}"
    bounds = (f"date_trunc('{per}', {day}::date)::timestamp" for day in (first, last))
    return f"select unnest(generate_series({', '.join(bounds)}, {step}))::date as start"
