"""What an act was about, in the report's own words."""

from collections.abc import Callable

from dragoman.model import Document
from dragoman.stages.events import Events

Read = Callable[..., Document]


def test_what_was_discussed_is_the_topic(report: Read) -> None:
    """The phrase after "about" is kept as it stands."""
    document = report("Antony Blinken spoke with Sergei Lavrov about arms control on Tuesday.")
    assert any("arms control" in event.topics for event in Events()(document))


def test_a_day_is_no_topic(report: Read) -> None:
    """ "on Tuesday" says when, not about what."""
    document = report("Antony Blinken met Sergei Lavrov in Geneva on Tuesday.")
    events = Events()(document)
    assert events
    assert not any("Tuesday" in topic for event in events for topic in event.topics)
