"""Reports coded a piece at a time: the pure, restartable function that every engine runs."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing import parent_process
from typing import Generic, TypeVar

from dragoman.errors import ClusterError
from dragoman.model import Analysis, Article, Document, Problem
from dragoman.pipeline import Pipeline, Settings, manifest, standard_stages
from dragoman.run.engine import Engine, engine

PIECE = 10
"""Reports handed to a worker at a time: small enough to keep all busy, large enough to make hand-over cheap."""

Result = TypeVar("Result")
Piece = tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One report coded.

    Args:
        document: with all layers; empty ones where it could not be coded.
        problems: what went wrong.
    """

    document: Document
    problems: tuple[Problem, ...]


Keep = Callable[[Sequence[Coded]], Result]
"""What a worker makes of what it has coded, so that only what is needed travels back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Generic[Result]):
    """The task of coding one piece: the same reports give the same result, wherever and however often it runs.

    Args:
        settings: how to code.
        recipe: digest of the program, weights, tables and settings of whoever started the run.
        keep: what to make of the coded reports.
    """

    settings: Settings
    recipe: str
    keep: Keep[Result]

    def __call__(self, piece: Piece) -> Result:
        """Code the reports of a piece.

        Raises:
            ClusterError: this process runs another program, or has other tables, than whoever started the run.
        """
        pipeline = _pipeline(self.settings, self.recipe)
        return self.keep([_code_one(pipeline, article) for article in piece])


def code_pieces(
    pieces: Iterable[Piece], working: Engine, settings: Settings, keep: Keep[Result], join: Callable[..., Result]
) -> Iterator[Result]:
    """Code pieces, in their order.

    Args:
        pieces: taken as they are needed.
        working: what runs the task.
        settings: how to code.
        keep: what to make of the coded reports of a piece; a function that can be sent to another process.
        join: puts several such results together.
    """
    task = Coding(settings=settings, recipe=recipe_of(settings), keep=keep)

    def lost(piece: Piece) -> Result:
        """One of the reports kills whoever codes it: find out which, and keep that one without coding."""
        if len(piece) == 1:
            return keep([_deadly(piece[0], settings)])
        return join(list(working.each(task, [(article,) for article in piece], lost)))

    return working.each(task, pieces, lost)


def code_all(
    articles: Iterable[Article], *, workers: int = 1, cluster: str | None = None, settings: Settings | None = None
) -> Iterator[Coded]:
    """Code reports, keeping their order.

    Args:
        articles: read as they are needed, never all at once.
        workers: processes; 1 codes in this one.
        cluster: the address of a Dask scheduler, whose workers code.
        settings: how to code.

    Returns:
        Each report coded; the same whatever the number of workers.
    """
    with engine(workers, cluster) as working:
        for piece in code_pieces(cut(articles), working, settings or Settings(), _all, _flat):
            yield from piece


def cut(articles: Iterable[Article]) -> Iterator[Piece]:
    """Cut reports into pieces."""
    rest = iter(articles)
    while piece := tuple(islice(rest, PIECE)):
        yield piece


def recipe_of(settings: Settings) -> str:
    """Give the digest of what codes in this process."""
    return manifest(standard_stages(settings), settings).recipe


@lru_cache(maxsize=1)
def _pipeline(settings: Settings, recipe: str) -> Pipeline:
    """Give the pipeline of this process, loaded when it is first needed."""
    if (ours := recipe_of(settings)) != recipe:
        raise ClusterError(
            f"a worker codes by another recipe ({ours}, wanted is {recipe}): install the same dragoman on all "
            "machines, give all the same frames and actors of your own, and start the workers anew"
        )
    pipeline = Pipeline.load(settings)
    if parent_process() is not None:
        # a worker keeps its tables for good: looking through them for garbage cost three hundredths of its time
        gc.freeze()
    return pipeline


def _code_one(pipeline: Pipeline, article: Article) -> Coded:
    document, problems = pipeline.code(article)
    return Coded(document=document, problems=problems)


def _all(coded: Sequence[Coded]) -> list[Coded]:
    return list(coded)


def _flat(pieces: Sequence[Sequence[Coded]]) -> list[Coded]:
    return [one for piece in pieces for one in piece]


def _deadly(article: Article, settings: Settings) -> Coded:
    problem = Problem(
        path=article.path or article.label,
        kind="stage",
        message=f"every process that coded report {article.label} died; it is kept without coding",
        cure="give the workers more memory; if it stays so, please report this with the text",
    )
    layers = {stage.gives: () for stage in standard_stages(settings)}
    nothing = Analysis(tokens=(), sentences=(), names=())
    return Coded(document=Document(article=article, analysis=nothing, layers=layers), problems=(problem,))
