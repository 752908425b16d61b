"""Mentions that are one event, put together so that no two of them contradict each other."""

from collections.abc import Iterable, Mapping, Sequence

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
        self._heads = {name: {name} for name in self._group.values()}
        self._members: dict[str, list[str]] = {}
        for key in sorted(known, key=lambda key: known[key].told.order):
            self._members.setdefault(self._group[key], []).append(key)
        self._days = {name: {day for key in ms if (day := known[key].day)} for name, ms in self._members.items()}
        self._reports = {name: self._by_report(ms) for name, ms in self._members.items()}
        self._speaking = {name: self._speakers(ms) for name, ms in self._members.items()}

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
        self._members[one] += self._members.pop(other)
        self._days[one] |= self._days.pop(other)
        self._heads[one] |= self._heads.pop(other)
        self._speaking[one] = self._speakers(self._speaking[one] + self._speaking.pop(other))
        for report, told in self._reports.pop(other).items():
            self._reports[one].setdefault(report, []).extend(told)

    def all(self) -> list[list[Told]]:
        made = ([self._known[key].told for key in members] for members in self._members.values())
        groups = [sorted(group, key=lambda one: one.order) for group in made]
        return sorted(groups, key=lambda group: group[0].order)

    def _by_report(self, members: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in members:
            found.setdefault(self._known[key].told.article, []).append(key)
        return found

    def _speakers(self, members: Sequence[str]) -> list[str]:
        """Give the mentions that speak for a group: the earliest, of fighting those that say that it goes on."""
        lasting = [key for key in members if self._known[key].under_way]
        return sorted(lasting or members, key=lambda key: self._known[key].told.order)[:WITNESSES]

    def _contradict(self, one: str, other: str) -> bool:
        days = self._days[one] | self._days[other]
        if len(days) > 1 and max(days) - min(days) > 1:
            return True
        return self._kept_apart(one, other) or self._one_report_twice(one, other) or self._speak_against(one, other)

    def _kept_apart(self, one: str, other: str) -> bool:
        left, right = self._heads[one], self._heads[other]
        return any((a in left and b in right) or (b in left and a in right) for a, b in self._forced.apart)

    def _one_report_twice(self, one: str, other: str) -> bool:
        fewer, more = sorted((self._reports[one], self._reports[other]), key=len)
        met = ((a, b) for report in fewer for a in fewer[report] for b in more.get(report, ()))
        return any((min(a, b), max(a, b)) not in self._same for a, b in met)

    def _speak_against(self, one: str, other: str) -> bool:
        pairs = (sorted((a, b)) for a in self._speaking[one] for b in self._speaking[other])
        return any((a, b) not in self._same and contradict(self._known[a], self._known[b]) for a, b in pairs)
