"""Reading a publication stamp: "JANUARY 31, 2023 10:11" -> "2023-01-31T10:11"."""

from dragoman.stages.times.stage import read_times


def stamp(words: str) -> str | None:
    """Give the day, or the minute, that a stamp in full says.

    Args:
        words: the words of the stamp, with or without "Published:" before it.

    Returns:
        ISO 8601, as precise as the words; None where they name no full day.
    """
    found = [when for when in read_times(words, None) if when.basis == "stated" and when.grain in ("day", "minute")]
    best = max(found, key=lambda when: len(when.value), default=None)
    return best.value if best else None
