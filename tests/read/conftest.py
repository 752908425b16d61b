"""Prose of our own, and ways to read it, that the tests of reading share."""

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.model import Article, Problem
from dragoman.read import How, read_bytes

TODAY = date(2024, 1, 1)
Items = list[Article | Problem]


@pytest.fixture
def prose() -> tuple[str, ...]:
    """Three paragraphs of an invented report."""
    return (
        "The foreign minister of Ruritania met his colleague from Zenda in the capital on Tuesday and spoke with him "
        "of trade, of the river that divides the two states, and of the prisoners who are still held on both sides.",
        "“We spoke as friends,” the minister said after the talks, which had been put off twice since the spring "
        "because of the quarrel over the bridge at Tarlenheim and the tolls that are taken there.",
        "They will meet again in Strelsau next month, when the parliaments of both countries are to "
        "vote on the accord.",
    )


@pytest.fixture
def read_it() -> Callable[..., Items]:
    """Read some bytes under a name."""

    def reading(content: bytes, name: str, **wishes: object) -> Items:
        return list(read_bytes(content, name, How(**{"today": TODAY, **wishes})))  # type: ignore[arg-type]

    return reading
