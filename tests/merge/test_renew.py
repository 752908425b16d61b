"""Adding reports to what is known gives what merging all of them anew gives, while looking only at what they touch."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.tellers import LUND, ROE, VEGA, told
from tests.merge.test_corrections import ENTRIES, says
from tests.merge.test_merging import MENTIONS

from dragoman.merge import Told, merge, renew
from dragoman.merge import block as blocking
from dragoman.merge.told import Order
from dragoman.model import Correction, Event, Link


class Shelf:
    """A store in memory."""

    def __init__(self) -> None:
        self.mentions: dict[str, Told] = {}
        self.events: dict[str, Event] = {}
        self.pairs: dict[tuple[str, str], Link] = {}
        self.members: dict[str, set[Order]] = defaultdict(set)
        self.asked: set[str] = set()

    def blocks(self, keys: Collection[str]) -> Mapping[str, Sequence[Order]]:
        return {key: list(self.members[key]) for key in keys if key in self.members}

    def told(self, mentions: Collection[str]) -> Iterable[Told]:
        self.asked |= set(mentions)
        return [self.mentions[key] for key in mentions if key in self.mentions]

    def links(self, mentions: Collection[str]) -> Iterable[Link]:
        wanted = set(mentions)
        return [link for pair, link in self.pairs.items() if wanted.intersection(pair)]

    def add(self, fresh: Sequence[Told], corrections: Sequence[Correction] = (), touched: Collection[str] = ()) -> None:
        """Take in what new mentions change."""
        made = renew(fresh, self, corrections=corrections, touched=touched)
        self.mentions.update((one.id, one) for one in fresh)
        self.events = {key: e for key, e in self.events.items() if not made.mentions.intersection(e.mentions)}
        self.events.update((event.id, event) for event in made.events)
        for pair in made.dropped_links:
            del self.pairs[pair]
        self.pairs.update(((link.left, link.right), link) for link in made.links)
        for key, day, mention in made.blocks:
            self.members[key].add((day, mention))


def agrees(shelf: Shelf, corrections: Sequence[Correction] = ()) -> None:
    whole = merge(shelf.mentions.values(), corrections=corrections)
    assert tuple(shelf.events[key] for key in sorted(shelf.events)) == whole.events
    assert tuple(shelf.pairs[pair] for pair in sorted(shelf.pairs)) == whole.links


@settings(max_examples=80, deadline=None)
@given(MENTIONS, st.integers(1, 4), st.integers(1, 5), ENTRIES)
def test_adding_in_batches_gives_what_merging_all_gives(
    mentions: list[Told], size: int, founders: int, entries: list[Correction]
) -> None:
    """Also where blocks overflow, so that founders lose their place, and where people have said things."""
    with mock.patch.object(blocking, "FOUNDERS", founders):
        shelf = Shelf()
        for start in range(0, len(mentions), size):
            shelf.add(mentions[start : start + size], entries)
        agrees(shelf, entries)


@settings(max_examples=40, deadline=None)
@given(MENTIONS, ENTRIES)
def test_a_later_correction_changes_only_what_it_speaks_of_and_gives_what_deriving_all_gives(
    mentions: list[Told], entries: list[Correction]
) -> None:
    """No new report is needed."""
    shelf = Shelf()
    shelf.add(mentions)
    for number, entry in enumerate(entries, start=1):
        shelf.add([], entries[:number], touched={*entry.mentions, *entry.others} & shelf.mentions.keys())
    agrees(shelf, entries)


def test_an_undone_correction_leaves_no_trace() -> None:
    """The events are as before."""
    shelf = Shelf()
    shelf.add([told(1), told(2, actors=(ROE, VEGA))])
    before = dict(shelf.events)
    entries = [says(1, "merge", ["m001"], ["m002"])]
    shelf.add([], entries, touched={"m001", "m002"})
    assert len(shelf.events) == 1
    shelf.add([], [*entries, says(2, "undo", undoes="c1")], touched={"m001", "m002"})
    assert shelf.events == before


def test_only_what_a_new_report_touches_is_fetched() -> None:
    """A meeting of others, and the same two a year before, are left alone."""
    shelf = Shelf()
    far = [told(1, actors=(LUND, VEGA), day="2021-06-01"), told(2, day="2021-03-01")]
    near = told(3)
    shelf.add([*far, near])
    shelf.asked.clear()
    shelf.add([told(4)])
    assert shelf.asked == {"m003"}


def test_an_earlier_report_that_comes_later_becomes_the_founder() -> None:
    """The old id is that of a mention of the event, so it still leads there."""
    shelf = Shelf()
    shelf.add([told(2)])
    shelf.add([told(1, published=None)])
    agrees(shelf)
    assert len(shelf.events) == 1
