"""Something that went wrong and is kept, so that nothing is lost quietly."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be read or coded, where, and what would help.

    Args:
        path: the file or address.
        line: line in the file, counted from 1, where that has a meaning.
        kind: `encoding`, `empty`, `binary`, `broken line`, `missing field`, `date`, `too long`,
            `not English`, `unreadable`, `unknown kind`, `too deep`, `too slow`, `passed over`, `address`, `stage`.
        message: what was being done and what came instead.
        cure: what would have worked.
    """

    path: str
    line: int | None = None
    kind: str
    message: str
    cure: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message} ({self.cure})"
