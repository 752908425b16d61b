"""What it costs to add reports to a large record: seconds for a thousand reports beside a hundred thousand.

    python benchmarks/adding.py [--reports 100000] [--more 1000] [--seed 1] [--record FOLDER]

Writes the mentions of a made-up stream of news (benchmarks/stream.py) into a record, derives its events, adds more
reports that go on where the stream ended, and then as many again from anywhere in it; prints seconds on the clock and
of processor time for each step. With --record the record is kept, and used again where it is there already.
"""

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from stream import stream

from dragoman.merge import Told
from dragoman.model import Analysis, Article, Document, OffsetMap, Stamp
from dragoman.record import Reader, Writer
from dragoman.run.deriving import derive, describe

BATCH = 1000


def main() -> None:
    """Run it and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--reports", type=int, default=100_000)
    options.add_argument("--more", type=int, default=1_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--record", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = asked.record or Path(folder) / "record"
        print(f"{'step':34}{'reports':>9}{'mentions':>10}{'events':>9}{'seconds':>9}{'processor':>11}")
        fill(record, f"write {asked.reports:,} reports", stream(asked.reports, asked.seed))
        build(record, "derive all events", anew=True)
        fill(record, f"write {asked.more:,} later reports", stream(asked.more, asked.seed, first=asked.reports))
        build(record, "derive what they touch")
        anywhere = groupby(stream(asked.reports, asked.seed + 1), key=lambda one: one.article)
        chosen = islice(anywhere, 0, None, max(asked.reports // asked.more, 1))
        fill(record, f"write {asked.more:,} reports of any day", (renamed(one) for _, told in chosen for one in told))
        build(record, "derive what they touch")


def fill(record: Path, step: str, told: Iterable[Told]) -> None:
    """Write mentions into a record, as the reports that tell them."""
    began, spent = time.monotonic(), time.process_time()
    writer = Writer(record)
    reports = documents(told)
    while batch := list(islice(reports, BATCH)):
        writer.commit(batch, [], "made up")
    show(record, step, began, spent)


def build(record: Path, step: str, *, anew: bool = False) -> None:
    """Derive events."""
    reader = Reader(record)
    if anew and reader.version is not None:
        return
    began, spent = time.monotonic(), time.process_time()
    derive(record, describe("benchmark"))
    show(record, step, began, spent)


def show(record: Path, step: str, began: float, spent: float) -> None:
    """Print a line of the table."""
    clock, work = time.monotonic() - began, time.process_time() - spent
    reader = Reader(record)
    counts = [reader.sql(f"select count(*) as n from {name}")[0]["n"] for name in ("reports", "mentions", "events")]
    print(f"{step:34}{counts[0]:9,}{counts[1]:10,}{counts[2]:9,}{clock:9.1f}{work:11.1f}", flush=True)


def documents(told: Iterable[Told]) -> Iterator[Document]:
    """Give the reports behind mentions that come report by report."""
    for report, group in groupby(told, key=lambda one: one.article):
        mentions = list(group)
        first = mentions[0]
        text = f"Report {report}. " + " ".join(one.mention.evidence[0].text for one in mentions)
        actors = {key: actor for one in mentions for key, actor in one.actors.items()}
        article = Article(
            id=report,
            publisher=first.publisher,
            published=Stamp(value=first.published.isoformat(), basis="made up") if first.published else None,
            text=text,
            raw=text,
            offsets=OffsetMap.whole(text),
        )
        document = Document(article=article, analysis=Analysis(tokens=(), sentences=(), names=()))
        document = document.with_layer("actors", tuple(actors[key] for key in sorted(actors)))
        yield document.with_layer("events", tuple(one.mention for one in mentions))


def renamed(told: Told) -> Told:
    """Give a mention of the second stream ids of its own, since both streams count from nought."""
    return replace(told, article=f"x{told.article}", mention=replace(told.mention, id=f"x{told.mention.id}"))


if __name__ == "__main__":
    main()
