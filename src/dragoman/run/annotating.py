"""Reports coded without a record, as annotations in the gold format."""

from collections.abc import Iterator, Sequence

from dragoman.export import annotation
from dragoman.export.annotation import Json
from dragoman.model import Article, Problem
from dragoman.pipeline import Settings, sources
from dragoman.run.coding import code_all


def annotate(paths: Sequence[str], *, workers: int = 1, settings: Settings | None = None) -> Iterator[Json | Problem]:
    """Code the reports of some files and folders.

    Args:
        paths: files and folders.
        workers: processes that code.
        settings: how to code.

    Returns:
        For each report its annotation (docs/annotation.md), and the problems met since the report before it.
    """
    waiting: list[Problem] = []

    def reports() -> Iterator[Article]:
        for item in sources.read_all(paths):
            if isinstance(item, Problem):
                waiting.append(item)
            else:
                yield item

    for coded in code_all(reports(), workers=workers, settings=settings):
        yield from waiting
        waiting.clear()
        yield from coded.problems
        yield annotation(coded.document)
    yield from waiting
