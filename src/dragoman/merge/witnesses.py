"""Who tells an event of his own: outlets that copy a text are no witnesses, and a replaced version no longer counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.merge.told import Told
from dragoman.model import Copy


class Copies:
    """Which reports say again what others said.

    Args:
        copies: what was found out about pairs of reports.
    """

    def __init__(self, copies: Iterable[Copy] = ()) -> None:
        self._beside: dict[str, set[str]] = defaultdict(set)
        replaced = set()
        for copy in copies:
            self._beside[copy.report].add(copy.of)
            self._beside[copy.of].add(copy.report)
            if copy.kind == "update":
                replaced.add(copy.of)
        self._replaced = frozenset(replaced)

    def replaced(self, report: str) -> bool:
        """Tell whether a newer version of a report is there."""
        return report in self._replaced

    def beside(self, report: str) -> Iterable[str]:
        """Give the reports of the same text."""
        return self._beside.get(report, ())


def current(told: Sequence[Told], copies: Copies) -> Sequence[Told]:
    """Give the mentions whose reports were not replaced by a newer version; all where all were."""
    return [one for one in told if not copies.replaced(one.article)] or told


def witnesses(told: Sequence[Told], copies: Copies) -> list[list[Told]]:
    """Put together the mentions that are one witness: of one outlet, or of one text.

    Args:
        told: the mentions of one event.
        copies: which reports are copies.

    Returns:
        One list for each independent witness; a report without an outlet is one of its own.
    """
    group = {one.article: one.article for one in told}

    def head(report: str) -> str:
        while group[report] != report:
            report = group[report]
        return report

    def join(one: str, other: str) -> None:
        first, second = sorted((head(one), head(other)))
        group[second] = first

    by_outlet: dict[str, str] = {}
    for one in told:
        if one.publisher:
            join(one.article, by_outlet.setdefault(one.publisher, one.article))
        for report in copies.beside(one.article):
            if report in group:
                join(one.article, report)
    found: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        found[head(one.article)].append(one)
    return [found[key] for key in sorted(found)]
