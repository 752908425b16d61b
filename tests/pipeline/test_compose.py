"""Stages run in order, each finds what it needs, and a slip in one report costs only that report."""

import gc
from dataclasses import dataclass

import pytest

from dragoman.errors import PipelineError
from dragoman.model import Analysis, Article, Document, OffsetMap
from dragoman.model.document import Layer
from dragoman.pipeline import Pipeline, check_order


@dataclass(frozen=True)
class Fake:
    """A stage for tests."""

    name: str
    gives: str
    needs: tuple[str, ...] = ()
    version: str = "1"
    fails: bool = False

    def __call__(self, document: Document) -> Layer:
        """Give an empty layer, or fail."""
        if self.fails:
            raise IndexError("no such word")
        return ()


class Silent:
    """An analyser that finds nothing."""

    def analyse(self, text: str) -> Analysis:
        """Give an empty analysis."""
        return Analysis(tokens=(), sentences=(), names=())


def article(text: str, language: str = "en") -> Article:
    """Make an article."""
    offsets = OffsetMap.whole(text)
    return Article(id="r1", source_id="one", text=text, raw=text, offsets=offsets, language=language)


def pipeline(*stages: Fake) -> Pipeline:
    """Make a pipeline without weights."""
    return Pipeline(Silent(), stages)  # type: ignore[arg-type]


def test_a_stage_without_what_it_needs_is_refused() -> None:
    """The order is checked before anything runs."""
    with pytest.raises(PipelineError, match="needs names"):
        check_order([Fake("times", "times", needs=("names",))])


def test_two_stages_cannot_give_the_same_layer() -> None:
    """A layer is set once."""
    with pytest.raises(PipelineError, match="already"):
        check_order([Fake("one", "times"), Fake("two", "times")])


def test_a_stage_that_fails_leaves_a_problem_and_empty_layers() -> None:
    """The problem names the stage, the report and the error; nothing half done is passed on."""
    document, (problem,) = pipeline(Fake("times", "times"), Fake("places", "places", fails=True)).code(
        article("Talks.")
    )
    assert problem.kind == "stage"
    assert "places failed on report one" in problem.message
    assert "no such word" in problem.message
    assert dict(document.layers) == {"times": (), "places": ()}


@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_of_garbage_rests_over_a_report_and_is_then_as_before(*, enabled: bool, fails: bool) -> None:
    """Also where a stage fails, and where the caller had put it to rest himself."""
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        pipeline(Fake("times", "times", fails=fails)).code(article("Talks."))
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_a_report_in_another_language_is_kept_and_not_coded() -> None:
    """It is a problem that says so."""
    document, (problem,) = pipeline(Fake("times", "times", fails=True)).code(article("Les envoyés se sont vus.", "fr"))
    assert problem.kind == "not English"
    assert document.text == "Les envoyés se sont vus."


def test_a_sound_report_has_no_problem() -> None:
    """Every layer is there."""
    document, problems = pipeline(Fake("times", "times"), Fake("places", "places", needs=("times",))).code(article("x"))
    assert problems == ()
    assert set(document.layers) == {"times", "places"}
