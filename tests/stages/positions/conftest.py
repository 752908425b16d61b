"""Takes a sentence through all stages and gives the stands in it."""

from collections.abc import Callable

import pytest

from dragoman.pipeline import Pipeline
from dragoman.pipeline.ontology import sentence

Stands = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline.load()


@pytest.fixture(scope="session")
def stands(pipeline: Pipeline) -> Stands:
    """Give a function from a text to (holder, stance, object)."""

    def run(text: str) -> list[tuple[str, str, str]]:
        document, problems = pipeline.code(sentence(text))
        assert problems == ()
        names = {actor.id: actor.name for actor in document.actors}
        assert all(one.evidence.check(text) and one.span.check(text) for one in document.positions)
        return [(names[one.holder], one.stance, one.object) for one in document.positions]

    return run
