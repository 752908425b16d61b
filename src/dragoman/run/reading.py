"""Files and folders, read, coded and written into a record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dragoman.model import Article, Problem
from dragoman.pipeline import Pipeline, Settings, manifest, sources, standard_stages
from dragoman.record import Writer
from dragoman.run.coding import Coded, code_all
from dragoman.run.deriving import derive, describe
from dragoman.run.inputs import hashes

HANDFUL = 64  # reports looked up in the record at a time
SHARD = 100  # reports committed together: what a crash can cost, against how many small files a record has

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What came of reading.

    Args:
        reports: reports met.
        added: those of them that the record did not hold yet.
        mentions: tellings of events in the added ones.
        events: events in the whole record afterwards.
        problems: what went wrong, in order.
    """

    reports: int
    added: int
    mentions: int
    events: int
    problems: tuple[Problem, ...]


def read_into(
    paths: Sequence[str],
    folder: Path,
    *,
    workers: int = 1,
    settings: Settings | None = None,
    progress: Progress = lambda reports: None,
    wishes: sources.How | None = None,
    items: Iterable[Article | Problem] | None = None,
) -> Summary:
    """Read sources into a record; whatever the record holds already is passed over.

    A crash at any moment leaves a record that opens; running the same again completes it.

    Args:
        paths: files, folders, addresses, "-" for standard input.
        folder: the record, made where there is none.
        workers: processes that code.
        settings: how to code.
        progress: called after each report with the number of reports done.
        wishes: how to read the sources.
        items: what was read already (of a feed), in place of `paths`.

    Returns:
        What came of it.
    """
    recipe = manifest(standard_stages(settings), settings).recipe
    if settings is not None and settings.frames is not None:
        Pipeline.load(settings)  # what is wrong with a user's frames is told before a record is made
    writer = Writer(folder)
    inputs = hashes(paths)
    counted = _Counted(writer)
    problems: list[Problem] = []
    mentions = 0
    found = sources.read_all(paths, wishes) if items is None else items
    coded = code_all(counted.new(found, problems), workers=workers, settings=settings)
    kept = 0  # problems already committed
    for shard in _shards(coded):
        problems += [problem for one in shard for problem in one.problems]
        writer.commit([one.document for one in shard], problems[kept:], recipe)
        kept = len(problems)
        mentions += sum(len(one.document.events) for one in shard)
        progress(counted.met)
    if problems[kept:]:
        writer.commit([], problems[kept:], recipe)
    version = derive(folder, describe("read", settings=settings, inputs=inputs))
    return Summary(
        reports=counted.met,
        added=counted.added,
        mentions=mentions,
        events=version.counts["events"] if version else 0,
        problems=tuple(problems),
    )


class _Counted:
    """The reports that a record does not hold yet, counted as they pass."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.met = 0
        self.added = 0
        self.seen: set[str] = set()

    def new(self, read: Iterable[Article | Problem], problems: list[Problem]) -> Iterator[Article]:
        """Pass on what is new, and put problems aside."""
        items = iter(read)
        # asked in handfuls: each question to the writer looks at the folder again
        while handful := list(islice(items, HANDFUL)):
            articles = [item for item in handful if isinstance(item, Article)]
            problems += [item for item in handful if isinstance(item, Problem)]
            self.met += len(articles)
            known = self.writer.known(article.id for article in articles) | self.seen
            for article in articles:
                if article.id not in known:
                    known.add(article.id)
                    self.seen.add(article.id)
                    self.added += 1
                    yield article


def _shards(coded: Iterator[Coded]) -> Iterator[list[Coded]]:
    while shard := list(islice(coded, SHARD)):
        yield shard
