"""Reports coded without a record, as annotations in the gold format."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.export import annotation
from dragoman.export.annotation import Json
from dragoman.model import Article, Document, Problem
from dragoman.pipeline import Settings, sources
from dragoman.pipeline.merging import Gathered
from dragoman.run.coding import code_all


def annotate(
    paths: Sequence[str],
    *,
    workers: int = 1,
    settings: Settings | None = None,
    merge: bool = False,
    wishes: sources.How | None = None,
) -> Iterator[Json | Problem]:
    """Code the reports of some files and folders.

    Args:
        paths: files and folders.
        workers: processes that code.
        settings: how to code.
        merge: whether events get the id that they share with those of other reports that tell the same event; then
            all reports are coded before the first is given.
        wishes: how to read the sources.

    Returns:
        For each report its annotation (docs/annotation.md), and the problems met since the report before it.
    """
    read = sources.read_all(paths, wishes)
    if merge:
        return _merged(read, workers, settings)
    return (item if isinstance(item, Problem) else annotation(item) for item in _coded(read, workers, settings))


def _merged(read: Iterable[Article | Problem], workers: int, settings: Settings | None) -> Iterator[Json | Problem]:
    """Code all reports, keeping of each what merging needs and what is to be written, and merge them."""
    gathered = Gathered()
    written: list[tuple[Json, tuple[str, ...]]] = []
    for item in _coded(read, workers, settings):
        if isinstance(item, Problem):
            yield item
        else:
            gathered.add(item)
            written.append((annotation(item), tuple(event.id for event in item.events)))
    event = gathered.events()
    for line, mentions in written:
        for entry, mention in zip(line["events"], mentions, strict=True):
            entry["event"] = event[mention]
        yield line


def _coded(read: Iterable[Article | Problem], workers: int, settings: Settings | None) -> Iterator[Document | Problem]:
    waiting: list[Problem] = []

    def reports() -> Iterator[Article]:
        for item in read:
            if isinstance(item, Problem):
                waiting.append(item)
            else:
                yield item

    for coded in code_all(reports(), workers=workers, settings=settings):
        yield from waiting
        waiting.clear()
        yield from coded.problems
        yield coded.document
    yield from waiting
