"""What every stage promises, whatever the text."""

from collections.abc import Iterator

import pytest

from dragoman import sample
from dragoman.model import Actor, Document, EventMention, Quote, Span, When, Where
from dragoman.pipeline import Pipeline, sources

HARD = {
    "no letter at all": "*** 12 *** \n\n --- \n",
    "right to left": "قال الوزير إن المحادثات انتهت. The minister met Antony Blinken in عمّان on Tuesday.",
    "emoji": "🇫🇷 President Emmanuel Macron 🤝 met Olaf Scholz 👍🏽 on Monday. “Oh, très bien 🎉,” he said.",
    "carriage returns": 'France recalled its envoy.\r\n\r\n"We had no choice," Emmanuel Macron said on Friday.\r\n',
    "a mark that never closes": 'The minister said: "Talks will go on until all are tired. Iran rejected the offer.',
    "one long line": "Israel and Hamas agreed to a truce on Friday, and " * 60,
    "half a name": "of the of , , Minister Minister President of the of and and met with with on on Tuesday Tuesday.",
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The standard stages with the shipped weights."""
    return Pipeline.load()


def coded(pipeline: Pipeline, text: str) -> Document:
    """Run all stages over a text."""
    article, _ = sources.one(text, published="2022-05-06", title=None, publisher="Sample Wire")
    assert article is not None
    document, problems = pipeline.code(article)
    assert not problems
    return document


def spans(document: Document) -> Iterator[Span]:
    """Give every span of every layer."""
    for layer in document.layers.values():
        for item in layer:
            if isinstance(item, Actor):
                yield from (mention.span for mention in item.mentions)
            elif isinstance(item, EventMention):
                yield from (item.trigger, *item.evidence, *(argument.span for argument in item.arguments))
            elif isinstance(item, Quote):
                yield from (span for span in (item.span, item.speaker_span) if span)
            elif isinstance(item, When | Where):
                yield item.span


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_every_span_finds_its_words(text: str, pipeline: Pipeline) -> None:
    """An offset always finds its words."""
    document = coded(pipeline, text)
    assert all(span.check(document.text) for span in spans(document))


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_the_same_text_gives_the_same_layers(text: str, pipeline: Pipeline) -> None:
    """No clock, no chance, no memory of what was coded before."""
    assert coded(pipeline, text).layers == coded(pipeline, text).layers


def test_no_two_findings_of_a_report_share_an_id(pipeline: Pipeline) -> None:
    """A record keys by id: what shares one would be lost."""
    for article in sources.read_all([str(sample.path())]):
        document, _ = pipeline.code(article)  # type: ignore[arg-type]
        for layer in (document.actors, document.quotes, document.events):
            ids = [item.id for item in layer]
            assert len(ids) == len(set(ids))


def test_everybody_who_takes_part_is_an_actor_of_the_report(pipeline: Pipeline) -> None:
    """Ids of participants and speakers lead somewhere."""
    for article in sources.read_all([str(sample.path())]):
        document, _ = pipeline.code(article)  # type: ignore[arg-type]
        cast = {actor.id for actor in document.actors}
        for event in document.events:
            assert cast.issuperset((*event.actors, *event.recipients, *filter(None, (event.source,))))
        assert cast.issuperset(filter(None, (quote.speaker for quote in document.quotes)))


def test_a_document_that_could_not_be_coded_has_every_layer_empty(pipeline: Pipeline) -> None:
    """Too long is a Problem; what reads the layers afterwards finds nothing rather than failing."""
    article, _ = sources.one("Talks went on. " * 80_000, published=None, title=None, publisher=None)
    assert article is not None
    document, problems = pipeline.code(article)
    assert [problem.kind for problem in problems] == ["too long"]
    assert all(layer == () for layer in document.layers.values())
    assert set(document.layers) == {stage.gives for stage in pipeline.stages}
