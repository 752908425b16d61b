"""Takes a text through the stages, with the shipped analyser."""

from collections.abc import Callable

import pytest

from dragoman.language import Analyser
from dragoman.model import Article, Document, OffsetMap, Stamp
from dragoman.stages.actors import Actors
from dragoman.stages.names import Names
from dragoman.stages.quotes import Quotes
from dragoman.stages.times import Times

Coder = Callable[..., Document]


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser.load()


@pytest.fixture(scope="session")
def code(analyser: Analyser) -> Coder:
    """Give a function from a text to a document with names, actors and quotes."""

    def run(
        text: str,
        *,
        published: str = "2023-01-31",
        publisher: str | None = None,
        title: str | None = None,
        byline: str | None = None,
    ) -> Document:
        article = Article(
            id="r0",
            publisher=publisher,
            title=title,
            byline=byline,
            published=Stamp(value=published, basis="field published"),
            text=text,
            raw=text,
            offsets=OffsetMap.whole(text),
        )
        document = Document(article=article, analysis=analyser.analyse(text))
        document = document.with_layer("names", Names()(document)).with_layer("places", ())
        document = document.with_layer("times", Times()(document))
        document = document.with_layer("actors", Actors()(document))
        return document.with_layer("quotes", Quotes()(document))

    return run
