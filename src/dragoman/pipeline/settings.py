"""Everything that can be set, in one typed place."""

from dataclasses import dataclass
from typing import Literal

Coder = Literal["frames", "tagger", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How reports are coded.

    Args:
        threads: threads of the neural pass in one process; more than one seldom pays, processes do.
        longest_text: reports with more characters are kept without coding.
        frames: folder of a user's own frames over the packaged ones (docs/frames.md), None for the packaged ones alone.
        coder: who finds events: `frames`, the learned `tagger`, or `both` together.
        full: read every sentence closely, those too that cheap tests say can tell no event (docs/cascade.md).
    """

    threads: int = 1
    longest_text: int = 1_000_000
    frames: str | None = None
    coder: Coder = "both"
    full: bool = False
