"""Files and folders, read, coded and written into a record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.model import Article, Problem
from dragoman.pipeline import Pipeline, Settings, sources
from dragoman.record import Batch, Commit, Writer, nouns, problem_id
from dragoman.run.coding import recipe_of
from dragoman.run.deriving import derive, describe
from dragoman.run.engine import engine
from dragoman.run.inputs import hashes
from dragoman.run.shards import Shard, coded_shards, shards

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
    folder: Path | str,
    *,
    workers: int = 1,
    cluster: str | None = None,
    settings: Settings | None = None,
    progress: Progress = lambda reports: None,
    wishes: sources.How | None = None,
    items: Iterable[Article | Problem] | None = None,
) -> Summary:
    """Read sources into a record; whatever the record holds already is passed over.

    A crash at any moment leaves a record that opens; running the same again completes it.

    Args:
        paths: files, folders, addresses, "-" for standard input.
        folder: the record, a folder or `s3://bucket/prefix`, made where there is none.
        workers: processes of this machine that code and merge.
        cluster: the address of a Dask scheduler whose workers code and merge in their place (docs/scale.md).
        settings: how to code.
        progress: called after each report with the number of reports done.
        wishes: how to read the sources.
        items: what was read already (of a feed), in place of `paths`.

    Returns:
        What came of it.
    """
    folder, settings = Path(folder), settings or Settings()
    if settings.frames is not None:
        Pipeline.load(settings)  # what is wrong with a user's frames is told before a record is made
    recipe = recipe_of(settings)
    writer = Writer(folder)
    inputs = hashes(paths)
    found = sources.read_all(paths, wishes) if items is None else items
    done = _Done()
    with engine(workers, cluster) as working:
        for shard, batch in coded_shards(shards(found, writer.known), working, settings):
            done.add(shard, batch, writer.add(batch, recipe))
            progress(done.met)
        version = derive(folder, describe("read", settings=settings, inputs=inputs), working)
    return Summary(
        reports=done.met,
        added=done.added,
        mentions=done.mentions,
        events=version.counts["events"] if version else 0,
        problems=tuple(done.problems),
    )


class _Done:
    """What was committed so far, counted."""

    def __init__(self) -> None:
        self.met = self.added = self.mentions = 0
        self.problems: list[Problem] = []

    def add(self, shard: Shard, batch: Batch, commit: Commit) -> None:
        self.met = shard.met
        self.added += len(shard.articles)
        self.mentions += commit.mentions
        read = {problem_id(problem) for problem in shard.fresh}
        coded = (row for row in batch.tables["problems"].to_pylist() if row["id"] not in read)
        self.problems += [*shard.problems, *map(nouns.problem, coded)]
