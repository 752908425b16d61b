"""The first and the last day that a date written as text may mean."""

from dragoman.model.when import edges


def days(value: str | None) -> tuple[str | None, str | None]:
    """Give the first and last day of a date.

    Args:
        value: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `start/end` of such (the extended format of ISO 8601).

    Returns:
        Two days as `YYYY-MM-DD`, so that text order is time order; None twice where the value names no days.
    """
    found = edges(value) if value else None
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)
