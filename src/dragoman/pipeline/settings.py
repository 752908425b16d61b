"""Everything that can be set, in one typed place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How reports are coded.

    Args:
        threads: threads of the neural pass in one process; more than one seldom pays, processes do.
        longest_text: reports with more characters are kept without coding.
    """

    threads: int = 1
    longest_text: int = 1_000_000
