"""What a stage is: it says what it needs and what it gives, and turns a document into a layer."""

from typing import Protocol

from dragoman.model.document import Document, Layer


class Stage(Protocol):
    """One kind of annotation."""

    @property
    def name(self) -> str:
        """What the stage is called."""

    @property
    def version(self) -> str:
        """Changes whenever the output may change."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Layers that must be there before it."""

    @property
    def gives(self) -> str:
        """The layer that it adds."""

    def __call__(self, document: Document) -> Layer:
        """Give the layer of this document; the document itself does not change."""
