"""Merging cut into tasks gives what merging in one go gives, whoever runs the tasks and however small they are."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.test_corrections import ENTRIES
from tests.merge.test_merging import MENTIONS

from dragoman.merge import merge, spread
from dragoman.model import Copy


def sent(task: Callable[[Any], Any], things: Iterable[Any]) -> Iterator[Any]:
    """Run tasks as another process would: what comes and goes is pickled."""
    for thing in things:
        there: Any = pickle.loads(pickle.dumps((task, thing)))
        yield pickle.loads(pickle.dumps(there[0](there[1])))


@settings(max_examples=80, deadline=None)
@given(MENTIONS, st.integers(1, 4), ENTRIES)
def test_tasks_of_any_size_give_the_same_events_and_links(told: Any, size: int, entries: Any) -> None:
    """With corrections, whose mentions hang together whatever the links say."""
    with mock.patch.object(spread, "MENTIONS", size), mock.patch.object(spread, "PAIRS", size):
        assert spread.merge_spread(told, sent, corrections=entries) == merge(told, corrections=entries)


@settings(max_examples=40, deadline=None)
@given(MENTIONS, st.data())
def test_copies_reach_the_task_that_needs_them(told: Any, draw: Any) -> None:
    """A report that was replaced counts no longer, and two of one text are one witness."""
    reports = sorted({one.article for one in told})
    pairs = [(a, b) for a in reports for b in reports if a != b]
    chosen = draw.draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)) if pairs else []
    copies = [
        Copy(report=a, of=b, kind=kind, score=0.9) for (a, b), kind in zip(chosen, ("copy", "update") * 2, strict=False)
    ]
    with mock.patch.object(spread, "MENTIONS", 1):
        assert spread.merge_spread(told, sent, copies=copies) == merge(told, copies=copies)


def test_nothing_gives_nothing() -> None:
    """No task runs."""
    assert spread.merge_spread([], sent) == merge([])
