"""Mentions that are one event, put together so that no two of them contradict each other."""

from collections.abc import Iterable, Mapping

from dragoman.merge.forced import Forced
from dragoman.merge.judge import contradict
from dragoman.merge.told import Told
from dragoman.merge.traits import Traits
from dragoman.model import Link

WITNESSES = 6
"""How many mentions speak for a group, the earliest ones, when it is asked whether two groups contradict each other."""


def cluster(known: Mapping[str, Traits], links: Iterable[Link], forced: Forced) -> list[list[Told]]:
    """Join mentions along links of verdict `same`, the strongest first, after what people have said.

    A join is refused where a person keeps the two apart, where it would bring together two mentions that contradict
    each other, two mentions of one report that are not judged the same themselves, or two days stated to the day that
    are more than a day apart: a link between others does not outweigh a contradiction.

    Args:
        known: mentions by id.
        links: judged pairs.
        forced: what people have said.

    Returns:
        Groups of mentions, each in order of publication, the groups in order of their first mention. Mentions that a
        person rejected are in none.
    """
    same = [link for link in links if link.verdict == "same" and link.left in known and link.right in known]
    groups = _Groups({key: one for key, one in known.items() if key not in forced.rejected}, same, forced)
    for link in sorted(same, key=lambda link: (-link.score, link.left, link.right)):
        groups.join(link.left, link.right)
    return groups.all()


class _Groups:
    """Disjoint sets of mentions with what each set rules out."""

    def __init__(self, known: Mapping[str, Traits], same: Iterable[Link], forced: Forced) -> None:
        self._known = known
        self._forced = forced
        self._same = {(link.left, link.right) for link in same}
        self._group = {key: forced.root(key) for key in known}
        self._members: dict[str, list[str]] = {}
        for key in sorted(known, key=lambda key: known[key].told.order):
            self._members.setdefault(self._group[key], []).append(key)
        self._days = {name: {day for key in ms if (day := known[key].day)} for name, ms in self._members.items()}

    def join(self, left: str, right: str) -> None:
        if left not in self._group or right not in self._group:
            return
        one, other = self._group[left], self._group[right]
        if one == other or self._contradict(one, other):
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for key in self._members[other]:
            self._group[key] = one
        both = self._members[one] + self._members.pop(other)
        self._members[one] = sorted(both, key=lambda key: self._known[key].told.order)
        self._days[one] |= self._days.pop(other)

    def all(self) -> list[list[Told]]:
        made = ([self._known[key].told for key in members] for members in self._members.values())
        return sorted(made, key=lambda group: group[0].order)

    def _contradict(self, one: str, other: str) -> bool:
        days = self._days[one] | self._days[other]
        if len(days) > 1 and max(days) - min(days) > 1:
            return True
        left, right = self._members[one], self._members[other]
        if any(self._forced.parts(a, b) for a in {self._forced.root(key) for key in left} for b in right):
            return True
        return self._one_report_twice(left, right) or self._speak_against(left, right)

    def _one_report_twice(self, left: list[str], right: list[str]) -> bool:
        by_report: dict[str, list[str]] = {}
        for key in left:
            by_report.setdefault(self._known[key].told.article, []).append(key)
        met = ((a, b) for b in right for a in by_report.get(self._known[b].told.article, ()))
        return any((min(a, b), max(a, b)) not in self._same for a, b in met)

    def _speak_against(self, left: list[str], right: list[str]) -> bool:
        pairs = (sorted((a, b)) for a in left[:WITNESSES] for b in right[:WITNESSES])
        return any((a, b) not in self._same and contradict(self._known[a], self._known[b]) for a, b in pairs)
