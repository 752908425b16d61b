"""Small reports for the tests of events: one analyser, the real stages before this one."""

from collections.abc import Callable
from functools import partial

import pytest

from dragoman.language import Analyser
from dragoman.model import Article, Document, OffsetMap, Stage, Stamp
from dragoman.stages.actors import Actors
from dragoman.stages.names import Names
from dragoman.stages.places import Places
from dragoman.stages.quotes import Quotes
from dragoman.stages.times import Times

STAGES: tuple[Stage, ...] = (Names(), Times(), Places(), Actors(), Quotes())


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser.load()


@pytest.fixture(scope="session")
def report(analyser: Analyser) -> Callable[..., Document]:
    return partial(read, analyser)


def read(
    analyser: Analyser,
    text: str,
    *,
    day: str | None = "2023-03-10",
    publisher: str = "Sample Wire",
    title: str | None = None,
) -> Document:
    """Read a text up to the layer before events; 10 March 2023 was a Friday."""
    article = Article(
        id="r1",
        publisher=publisher,
        title=title,
        published=Stamp(value=day, basis="field published") if day else None,
        text=text,
        raw=text,
        offsets=OffsetMap.whole(text),
    )
    document = Document(article=article, analysis=analyser.analyse(text))
    for stage in STAGES:
        document = document.with_layer(stage.gives, stage(document))
    return document
