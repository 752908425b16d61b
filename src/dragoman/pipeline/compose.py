"""The stages in order: from an article to a document with all its layers."""

import gc
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from dragoman.errors import PipelineError
from dragoman.language import Analyser
from dragoman.model import Analysis, Article, Document, Problem, Stage
from dragoman.model.document import Layer
from dragoman.pipeline.cascade import Cascade
from dragoman.pipeline.headline import with_headline
from dragoman.pipeline.ontology import ontology, prove
from dragoman.pipeline.settings import Settings

ANALYSER_VERSION = "2"


def check_order(stages: Sequence[Stage]) -> None:
    """Make sure that every stage finds the layers it needs.

    Raises:
        PipelineError: a stage needs what none before it gives, or two give the same layer.
    """
    given: set[str] = set()
    for stage in stages:
        missing = [need for need in stage.needs if need not in given]
        if missing:
            raise PipelineError(f"stage {stage.name!r} needs {', '.join(missing)}, which no stage before it gives")
        if stage.gives in given:
            raise PipelineError(f"stage {stage.name!r} gives {stage.gives!r}, which is there already")
        given.add(stage.gives)


def standard_stages(settings: Settings | None = None) -> tuple[Stage, ...]:
    """Give the stages that dragoman runs when nothing else is asked for.

    Args:
        settings: with the folder of a user's own frames, where there is one.

    Raises:
        FrameError: with file and line, where a user's frames break the schema.
    """
    from dragoman.stages.actors import Actors
    from dragoman.stages.events import Events
    from dragoman.stages.names import Names
    from dragoman.stages.places import Places, Toponyms
    from dragoman.stages.positions import Positions
    from dragoman.stages.quotes import Quotes
    from dragoman.stages.times import Times

    settings = settings or Settings()
    return (
        Names(),
        Times(),
        Toponyms(),
        Places(),
        Actors(),
        Quotes(),
        Events(ontology(settings.frames), coder=settings.coder),
        Positions(),
    )


@dataclass(slots=True)
class Clock:
    """Seconds spent in each room, for benchmarks."""

    seconds: dict[str, float]

    def add(self, room: str, since: float) -> float:
        """Book the time from `since` to now on a room, and give the time now."""
        now = perf_counter()
        self.seconds[room] = self.seconds.get(room, 0.0) + now - since
        return now


class Pipeline:
    """The analyser and the stages, loaded once, run over any number of articles.

    Args:
        analyser: the neural analyser.
        stages: in order; checked when the pipeline is made.
        settings: limits and switches.
        cascade: decides which sentences are read closely; all are if None.
    """

    def __init__(
        self,
        analyser: Analyser,
        stages: Sequence[Stage],
        settings: Settings | None = None,
        cascade: Cascade | None = None,
    ) -> None:
        check_order(stages)
        self.analyser = analyser
        self.stages = tuple(stages)
        self.settings = settings or Settings()
        self.cascade = cascade
        self.clock = Clock(seconds={})

    @classmethod
    def load(cls, settings: Settings | None = None) -> "Pipeline":
        """Load the shipped weights and the standard stages.

        Raises:
            FrameError: with file and line, where a user's frames break the schema or fail their own examples.
        """
        settings = settings or Settings()
        cascade = None if settings.full else Cascade(ontology(settings.frames))
        pipeline = cls(Analyser.load(threads=settings.threads), standard_stages(settings), settings, cascade)
        if settings.frames is not None:
            prove(pipeline, ontology(settings.frames))
        return pipeline

    def until(self, article: Article, stage: str) -> Document:
        """Take a report through the stages before one of them, for whoever wants to look at that one closely.

        Every sentence is read, whatever the cascade says of it.
        """
        document = Document(article=article, analysis=self.analyser.analyse(article.text))
        for step in self.stages:
            if step.name == stage:
                break
            document = document.with_layer(step.gives, step(document))
        return document

    def code(self, article: Article) -> tuple[Document, tuple[Problem, ...]]:
        """Code one report.

        Args:
            article: the report; one that is too long or not English is kept and not coded.

        Returns:
            The document with every layer, and what went wrong.
        """
        problem = self.refusal(article)
        if problem:
            return self.uncoded(article), (problem,)
        room = "language"
        then = perf_counter()
        try:
            document = Document(article=article, analysis=self._analysis(article.text))
            then = self.clock.add(room, then)
            with _no_collection():
                for stage in self.stages:
                    room = stage.name
                    document = document.with_layer(stage.gives, stage(document))
                    then = self.clock.add(room, then)
                room = "headline"
                if self._reads_headline(document):
                    document = with_headline(document, self.analyser, self.stages)
                self.clock.add(room, then)
        except (
            ArithmeticError,
            AssertionError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
        ) as error:
            # a slip of ours in one report must not cost the other thousands; what it was is kept and told
            return self.uncoded(article), (_slip(article, room, error),)
        return document, ()

    def _analysis(self, text: str) -> Analysis:
        return self.analyser.analyse(text, self.cascade) if self.cascade else self.analyser.analyse(text)

    def _reads_headline(self, document: Document) -> bool:
        """Tell whether the headline is worth reading: something in the text was, or it may tell an act itself."""
        title, analysis = document.article.title, document.analysis
        if self.cascade is None or not title or len(analysis.unread) < len(analysis.sentences):
            return True
        return self.cascade.tells(title)

    def refusal(self, article: Article) -> Problem | None:
        """Say why a report cannot be coded, None where it can."""
        where = article.path or article.label
        if len(article.text) > self.settings.longest_text:
            return Problem(
                path=where,
                kind="too long",
                message=f"report {article.label} has {len(article.text):,} characters and is kept without coding",
                cure=f"split it, or raise the setting longest_text (now {self.settings.longest_text:,})",
            )
        if article.language != "en":
            return Problem(
                path=where,
                kind="not English",
                message=f"report {article.label} {_tongue(article.language)} and is kept without coding",
                cure="give an English text, or state its language as 'en' in the source",
            )
        return None

    def uncoded(self, article: Article) -> Document:
        """Give a document whose layers are all empty."""
        empty: Layer = ()
        return Document(
            article=article,
            analysis=Analysis(tokens=(), sentences=(), names=()),
            layers={stage.gives: empty for stage in self.stages},
        )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let the search for cyclic garbage rest over one report: the stages make many small things and hardly a cycle,
    and each search goes through the tables too."""
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()


def _tongue(language: str) -> str:
    return "does not look like English" if language == "und" else f"looks like {language!r}"


def _slip(article: Article, room: str, error: Exception) -> Problem:
    last = traceback.extract_tb(error.__traceback__)[-1]
    slip = f"{type(error).__name__}: {error}, {last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
    return Problem(
        path=article.path or article.label,
        kind="stage",
        message=f"{room} failed on report {article.label} ({slip}); kept without coding",
        cure="please report this with the text, it is a fault of dragoman",
    )
