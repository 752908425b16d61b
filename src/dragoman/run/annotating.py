"""Reports coded without a record, as annotations in the gold format."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.export import annotation
from dragoman.export.annotation import Json
from dragoman.model import Article, Problem
from dragoman.pipeline import Settings, sources
from dragoman.pipeline.merging import Gathered, Told, told_in
from dragoman.run.coding import Coded, code_pieces, cut
from dragoman.run.engine import Engine, engine
from dragoman.run.merging import each_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What is kept of a coded report: the rest stays where it was coded."""

    line: Json
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mergeable(_Written):
    article: Article
    told: tuple[Told, ...]


def annotate(
    paths: Sequence[str],
    *,
    workers: int = 1,
    cluster: str | None = None,
    settings: Settings | None = None,
    merge: bool = False,
    wishes: sources.How | None = None,
) -> Iterator[Json | Problem]:
    """Code the reports of some files and folders.

    Args:
        paths: files and folders.
        workers: processes of this machine that code and merge.
        cluster: the address of a Dask scheduler whose workers code and merge in their place.
        settings: how to code.
        merge: whether events get the id that they share with those of other reports that tell the same event; then
            all reports are coded before the first is given.
        wishes: how to read the sources.

    Returns:
        For each report its annotation (docs/annotation.md), and the problems met since the report before it.
    """
    read, settings = sources.read_all(paths, wishes), settings or Settings()
    with engine(workers, cluster) as working:
        if merge:
            yield from _merged(read, working, settings)
            return
        for item in _coded(read, working, settings, merge=False):
            yield item if isinstance(item, Problem) else item.line


def _merged(read: Iterable[Article | Problem], working: Engine, settings: Settings) -> Iterator[Json | Problem]:
    """Code all reports, keeping of each what merging needs and what is to be written, and merge them."""
    gathered = Gathered()
    written: list[tuple[Json, tuple[str, ...]]] = []
    for item in _coded(read, working, settings, merge=True):
        if isinstance(item, Problem):
            yield item
        elif isinstance(item, _Mergeable):
            gathered.add(item.article, item.told)
            written.append((item.line, tuple(one.id for one in item.told)))
    event = gathered.events(each_of(working))
    for line, mentions in written:
        for entry, mention in zip(line["events"], mentions, strict=True):
            entry["event"] = event[mention]
        yield line


def _coded(
    read: Iterable[Article | Problem], working: Engine, settings: Settings, *, merge: bool
) -> Iterator[_Written | Problem]:
    waiting: list[Problem] = []

    def reports() -> Iterator[Article]:
        for item in read:
            if isinstance(item, Problem):
                waiting.append(item)
            else:
                yield item

    for piece in code_pieces(cut(reports()), working, settings, _mergeable if merge else _written, _flat):
        yield from waiting
        waiting.clear()
        for one in piece:
            yield from one.problems
            yield one
    yield from waiting


def _written(coded: Sequence[Coded]) -> list[_Written]:
    return [_Written(line=annotation(one.document), problems=one.problems) for one in coded]


def _mergeable(coded: Sequence[Coded]) -> list[_Written]:
    return [
        _Mergeable(
            line=annotation(one.document),
            problems=one.problems,
            article=one.document.article,
            told=told_in(one.document),
        )
        for one in coded
    ]


def _flat(pieces: Sequence[Sequence[_Written]]) -> list[_Written]:
    return [one for piece in pieces for one in piece]
