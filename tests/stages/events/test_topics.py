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


def test_whom_an_act_hit_is_no_topic(report: Read) -> None:
    """ "the attack on Kyiv" is not about Kyiv."""
    document = report("Russia carried out an attack on Kyiv on Tuesday.")
    assert not any("Kyiv" in topic for event in Events()(document) for topic in event.topics)


def test_what_was_rejected_is_the_topic(report: Read) -> None:
    """The object of an act of words, without "its" or "the"."""
    document = report("Hungary rejected the proposal of the commission.")
    assert any(topic.startswith("proposal") for event in Events()(document) for topic in event.topics)


def test_an_event_has_the_contexts_of_its_sentence(report: Read) -> None:
    """Terms of the sentence that tells it, several where it has several."""
    document = report("The United States and Iran held talks on uranium enrichment and sanctions in Vienna.")
    (event,) = [event for event in Events()(document) if event.type == "CONSULT"]
    assert {"cbrn", "diplomatic", "economic"} <= set(event.contexts)


def test_plain_words_give_no_context(report: Read) -> None:
    """Nothing is guessed from the type alone."""
    document = report("France thanked Poland.")
    assert [event.contexts for event in Events()(document)] in ([()], [])
