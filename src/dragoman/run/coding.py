"""Many reports coded in order, in this process or in several."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context

from dragoman.model import Article, Document, Problem
from dragoman.pipeline import Pipeline, Settings

CHUNK = 8  # reports handed to a worker at a time: small enough to keep all busy, large enough to make hand-over cheap
AHEAD = 4  # chunks in flight a worker: bounds the memory however many reports come


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One report coded.

    Args:
        document: with all layers; empty ones where it could not be coded.
        problems: what went wrong.
    """

    document: Document
    problems: tuple[Problem, ...]


def code_all(articles: Iterable[Article], *, workers: int = 1, settings: Settings | None = None) -> Iterator[Coded]:
    """Code reports, keeping their order.

    Args:
        articles: read as they are needed, never all at once.
        workers: processes; 1 codes in this one.
        settings: how to code.

    Returns:
        Each report coded; the same whatever the number of workers.
    """
    settings = settings or Settings()
    if workers <= 1:
        return _alone(articles, settings)
    return _together(articles, workers, settings)


def _alone(articles: Iterable[Article], settings: Settings) -> Iterator[Coded]:
    pipeline = Pipeline.load(settings)
    return (_code_one(pipeline, article) for article in articles)


def _together(articles: Iterable[Article], workers: int, settings: Settings) -> Iterator[Coded]:
    chunks = _chunks(iter(articles))
    if settings.frames is not None:
        Pipeline.load(settings)  # what is wrong with a user's frames is told here, not by a worker that cannot start
    # "spawn": a fork would copy onnxruntime's threads in an undefined state
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_start, initargs=(settings,)) as pool:
        waiting: deque[Future[list[Coded]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(_code_chunk, chunk))
            if len(waiting) >= workers * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunks(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while chunk := list(islice(articles, CHUNK)):
        yield chunk


_pipeline: Pipeline | None = None  # one a worker process, loaded when the worker starts


def _start(settings: Settings) -> None:
    global _pipeline
    _pipeline = Pipeline.load(settings)


def _code_chunk(articles: list[Article]) -> list[Coded]:
    assert _pipeline is not None
    return [_code_one(_pipeline, article) for article in articles]


def _code_one(pipeline: Pipeline, article: Article) -> Coded:
    document, problems = pipeline.code(article)
    return Coded(document=document, problems=problems)
