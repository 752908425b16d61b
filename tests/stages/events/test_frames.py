"""Every example that a frame gives of itself holds: what must fire fires, what must be silent is."""

from collections.abc import Callable

import pytest

from dragoman.knowledge.frames import Frame, frames
from dragoman.language import Analyser
from dragoman.model import Document
from dragoman.stages.events import Events
from dragoman.stages.events.match import matches
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]
TYPES = sorted(frames().types)


def of_type(kind: str) -> list[Frame]:
    return [frame for frame in frames().frames if frame.type == kind]


@pytest.mark.parametrize("kind", TYPES)
def test_the_examples_of_a_type_fire(kind: str, analyser: Analyser) -> None:
    """Each `fires` sentence evokes its frame."""
    missing = []
    for frame in of_type(kind):
        for sentence in frame.fires:
            tree = Tree(analyser.analyse(sentence))
            evoked = {match.frame.name for group in matches(tree, frames()) for match in group}
            if frame.name not in evoked:
                missing.append((frame.name, sentence))
    assert missing == []


@pytest.mark.parametrize("kind", TYPES)
def test_the_counter_examples_of_a_type_stay_silent(kind: str, report: Read) -> None:
    """No `silent` sentence gives an event of its frame."""
    events, loud = Events(), []
    for frame in of_type(kind):
        for sentence in frame.silent:
            if any(event.frame == frame.name for event in events(report(sentence))):
                loud.append((frame.name, sentence))
    assert loud == []
