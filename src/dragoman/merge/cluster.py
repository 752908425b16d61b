"""Mentions that are one event, put together so that no two of them contradict each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.merge.dates import Days, stated
from dragoman.merge.told import Told
from dragoman.model import Link


def cluster(told: Sequence[Told], links: Iterable[Link]) -> list[list[Told]]:
    """Join mentions along links of verdict `same`, the strongest first.

    A join is refused where it would bring together two mentions judged `different`, two mentions of one report, or
    two days stated to the day that are more than a day apart: a link between others does not outweigh a contradiction.

    Args:
        told: all mentions.
        links: judged pairs.

    Returns:
        Groups of mentions, each in order of publication, the groups in order of their first mention.
    """
    groups = _Groups({one.id: one for one in told})
    judged = list(links)
    for link in judged:
        if link.verdict == "different":
            groups.keep_apart(link.left, link.right)
    for link in sorted(judged, key=lambda link: (-link.score, link.left, link.right)):
        if link.verdict == "same":
            groups.join(link.left, link.right)
    return groups.all()


class _Groups:
    """Disjoint sets of mentions with what each set rules out."""

    def __init__(self, told: Mapping[str, Told]) -> None:
        self._told = told
        self._group = {key: key for key in told}
        self._members: dict[str, set[str]] = {key: {key} for key in told}
        self._reports = {key: {one.article} for key, one in told.items()}
        self._days = {key: _exact(stated(one)) for key, one in told.items()}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def keep_apart(self, left: str, right: str) -> None:
        self._apart[left].add(right)
        self._apart[right].add(left)

    def join(self, left: str, right: str) -> None:
        one, other = self._group[left], self._group[right]
        if one == other or self._contradict(one, other):
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for key in self._members[other]:
            self._group[key] = one
        self._members[one] |= self._members.pop(other)
        self._reports[one] |= self._reports.pop(other)
        self._days[one] |= self._days.pop(other)

    def all(self) -> list[list[Told]]:
        made = ([self._told[key] for key in members] for members in self._members.values())
        return sorted((sorted(group, key=lambda t: t.order) for group in made), key=lambda group: group[0].order)

    def _contradict(self, one: str, other: str) -> bool:
        if self._reports[one] & self._reports[other]:
            return True
        days = self._days[one] | self._days[other]
        if days and max(days) - min(days) > 1:
            return True
        fewer, more = sorted((self._members[one], self._members[other]), key=len)
        return any(self._apart[key] & more for key in fewer)


def _exact(days: Days | None) -> set[int]:
    """Give a day that is stated to the day, as its ordinal; a stretch or a guess binds nobody."""
    return {days.since.toordinal()} if days is not None and days.firm and days.length == 1 else set()
