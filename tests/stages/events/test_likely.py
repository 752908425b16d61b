"""What cannot be likely is left out before anybody looks for participants, and nothing else is."""

from collections.abc import Callable

import pytest

from dragoman.model import Document
from dragoman.stages.events import Events

Read = Callable[..., Document]

TEXTS = (
    "Kenya's foreign minister met his Sudanese counterpart in Nairobi on Monday and promised aid to refugees.",
    "Rebels attacked an army post near the border, killing four soldiers, the ministry of defence said.",
    "The council warned that it would impose sanctions unless the government agreed to hold talks.",
    "She said the talks had been cancelled. A spokesman denied the report and called on both sides to stop.",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("coder", ["frames", "both"])
@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.55, 0.9])
def test_nothing_likely_is_left_out_early(report: Read, text: str, coder: str, threshold: float) -> None:
    """Whoever takes part, the bound is above the chance."""
    document, events = report(text), Events(coder=coder, threshold=threshold)
    every = events.read(document).candidates
    early = events.read(document, likely=True).candidates
    likely = {(c.match.head, c.match.frame.name) for c in every if c.probability >= threshold}
    assert likely <= {(c.match.head, c.match.frame.name) for c in early}


def test_what_is_unlikely_is_left_out_early(report: Read) -> None:
    """Else nothing is gained by looking."""
    document, events = report(TEXTS[2]), Events(coder="frames", threshold=0.95)
    assert len(events.read(document, likely=True).candidates) < len(events.read(document).candidates)


def test_signs_are_the_same_whether_or_not_unlikely_ones_are_left_out(report: Read) -> None:
    """A sign may speak of another possible event beside it, which must not vanish with that one."""
    document, events = report(" ".join(TEXTS)), Events()
    every = {(c.match.head, c.match.frame.name): c.signs for c in events.read(document).candidates}
    for candidate in events.read(document, likely=True).candidates:
        assert candidate.signs == every[candidate.match.head, candidate.match.frame.name]
