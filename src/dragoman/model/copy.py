"""A report that says again what another said before it."""

from dataclasses import dataclass

COPY_KINDS = ("same text", "copy", "update")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A report whose text stands, nearly or wholly, in an earlier one.

    Args:
        report: id of the later report.
        of: id of the earlier one.
        kind: `same text` (word for word), `copy` (another outlet, or the same one again, with few words changed),
            `update` (a newer version by the same outlet, which takes the place of the earlier one).
        score: share of the word sequences of both that stand in both, 0 to 1.
        differs: in words, what one has and the other has not; empty where nothing differs.
    """

    report: str
    of: str
    kind: str
    score: float
    differs: str = ""
