"""Texts that no coder likes: bounded time, a Problem, and the rest goes on."""

from time import process_time

import pytest

from dragoman.model import Article
from dragoman.pipeline import Pipeline, Settings
from dragoman.pipeline.ontology import sentence

SECONDS = 20.0  # far above what is needed on any machine, far below what grows with the square of the length


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(Settings(longest_text=100_000))


def test_a_report_that_is_too_long_is_a_problem_at_once(pipeline: Pipeline) -> None:
    """Five million characters are not even looked at."""
    then = process_time()
    document, (problem,) = pipeline.code(sentence("France met Germany. " * 250_000))
    assert process_time() - then < 2.0
    assert problem.kind == "too long"
    assert document.events == ()


@pytest.mark.parametrize(
    "text",
    [
        "France met Germany and condemned the attack on Kyiv while Russia rejected the talks and " * 100,
        "a" * 20_000,
        "“He said ‘no’ " * 300,
        "“" * 3_000,
        "A: no\n" * 500,
        "? ! . " * 1_500,
    ],
)
def test_odd_texts_take_bounded_time_and_break_nothing(pipeline: Pipeline, text: str) -> None:
    """No sentence end, one word, open marks, labels, stops: all spans still find their words."""
    then = process_time()
    document, problems = pipeline.code(sentence(text))
    assert process_time() - then < SECONDS
    assert problems == ()
    assert all(quote.span.check(text) for quote in document.quotes)
    assert all(span.check(text) for event in document.events for span in event.evidence)
    assert all(one.span.check(text) for one in document.positions)


def test_a_report_in_another_language_is_a_problem(pipeline: Pipeline) -> None:
    """It is kept, and not coded as if it were English."""
    one = sentence("Le ministre a rencontré son homologue.")
    french = Article(**{name: getattr(one, name) for name in one.__slots__ if name != "language"}, language="fr")
    document, (problem,) = pipeline.code(french)
    assert problem.kind == "not English"
    assert document.positions == ()


def test_what_comes_after_a_bad_report_is_coded(pipeline: Pipeline) -> None:
    """One bad report costs nobody else anything."""
    pipeline.code(sentence("x" * 200_000))
    document, problems = pipeline.code(sentence("France condemned the attack on Kyiv."))
    assert problems == ()
    assert any(event.type == "ACCUSE" for event in document.events)
