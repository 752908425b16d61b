"""An article with its analysis and the layers that the stages add; the text never changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import cast

from dragoman.model.actor import Actor
from dragoman.model.analysis import Analysis, Name, Token
from dragoman.model.article import Article
from dragoman.model.mention import EventMention
from dragoman.model.position import Position
from dragoman.model.quote import Quote
from dragoman.model.span import Span
from dragoman.model.when import When
from dragoman.model.where import Where

Layer = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report on its way through the stages.

    Args:
        article: the report itself; offsets of all layers refer to `article.text`.
        analysis: words, sentences, trees and names of that text.
        layers: what each stage gave, by layer name; read-only.
    """

    article: Article
    analysis: Analysis
    layers: Mapping[str, Layer] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[object, ...]:
        # a read-only view of a dict cannot be pickled, and documents travel between processes
        return _rebuild, (self.article, self.analysis, dict(self.layers))

    @property
    def text(self) -> str:
        """The clean text."""
        return self.article.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All words."""
        return self.analysis.tokens

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text."""
        return Span.of(self.text, start, end)

    def words(self, first: int, last: int) -> Span:
        """Give the span of words [first, last); `last` must be above `first`."""
        return self.span(self.tokens[first].start, self.tokens[last - 1].end)

    def with_layer(self, name: str, layer: Layer) -> "Document":
        """Give this document with one more layer; a layer is set once."""
        if name in self.layers:
            raise ValueError(f"layer {name!r} is there already")
        return replace(self, layers=MappingProxyType({**self.layers, name: layer}))

    @property
    def names(self) -> tuple[Name, ...]:
        """The layer `names`."""
        return cast(tuple[Name, ...], self.layers["names"])

    @property
    def times(self) -> tuple[When, ...]:
        """The layer `times`."""
        return cast(tuple[When, ...], self.layers["times"])

    @property
    def places(self) -> tuple[Where, ...]:
        """The layer `places`."""
        return cast(tuple[Where, ...], self.layers["places"])

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The layer `actors`."""
        return cast(tuple[Actor, ...], self.layers["actors"])

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The layer `quotes`."""
        return cast(tuple[Quote, ...], self.layers["quotes"])

    @property
    def events(self) -> tuple[EventMention, ...]:
        """The layer `events`."""
        return cast(tuple[EventMention, ...], self.layers["events"])

    @property
    def positions(self) -> tuple[Position, ...]:
        """The layer `positions`."""
        return cast(tuple[Position, ...], self.layers["positions"])


def _rebuild(article: Article, analysis: Analysis, layers: dict[str, Layer]) -> Document:
    return Document(article=article, analysis=analysis, layers=MappingProxyType(layers))
