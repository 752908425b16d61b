"""What people have said about which mentions are one event, the later entry outranking the earlier."""

from collections.abc import Collection, Iterable, Iterator

from dragoman.model import Correction


class Forced:
    """Groups of mentions that are one event by a person's word, and which of them must stay apart.

    Args:
        entries: corrections in force, the earliest first.
        known: ids of the mentions there are; what an entry says of others is passed over.
    """

    def __init__(self, entries: Iterable[Correction], known: Collection[str]) -> None:
        self._root: dict[str, str] = {}
        self._apart: set[tuple[str, str]] = set()
        self.rejected: frozenset[str] = frozenset()
        for entry in reversed(tuple(entries)):
            ours = [key for key in entry.mentions if key in known]
            theirs = [key for key in entry.others if key in known]
            if entry.verb == "reject":
                self.rejected |= frozenset(ours)
            elif entry.verb in {"merge", "confirm"}:
                self._together([*ours, *theirs])
            elif entry.verb == "split":
                self._together(ours)
                self._part(ours, theirs)

    def root(self, mention: str) -> str:
        """Give the mention that stands for the group of one."""
        while (above := self._root.get(mention, mention)) != mention:
            mention = above
        return mention

    @property
    def apart(self) -> Collection[tuple[str, str]]:
        """The pairs that must stay apart, by the mentions that stand for their groups."""
        return self._apart

    def named(self) -> Iterator[str]:
        """Give all mentions that some entry in force puts together or keeps apart."""
        yield from sorted({*self._root, *(key for pair in self._apart for key in pair)})

    def _together(self, mentions: Iterable[str]) -> None:
        """Put mentions together, but for pairs that a later entry keeps apart."""
        heads = list(dict.fromkeys(self.root(key) for key in mentions))
        for place, one in enumerate(heads):
            for other in heads[place + 1 :]:
                first, second = self.root(one), self.root(other)
                if first != second and _pair(first, second) not in self._apart:
                    self._join(*sorted((first, second)))

    def _join(self, kept: str, gone: str) -> None:
        self._root[gone] = kept
        self._root.setdefault(kept, kept)
        swap = {kept: kept, gone: kept}
        self._apart = {_pair(swap.get(a, a), swap.get(b, b)) for a, b in self._apart}

    def _part(self, ours: Iterable[str], theirs: Iterable[str]) -> None:
        """Keep two sides apart, but for pairs that a later entry put together."""
        sides = {self.root(key) for key in ours}, {self.root(key) for key in theirs}
        self._apart.update(_pair(a, b) for a in sides[0] for b in sides[1] if a != b)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
