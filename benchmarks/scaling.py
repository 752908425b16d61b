"""What it costs to spread the work over machines: constants, efficiency from one worker to two, and what kills cost.

    python benchmarks/scaling.py [SOURCE...] [--reports 400] [--merged 2000] [--kills] [--plan 100000000]
        [--only constants|workers]

SOURCE is anything that dragoman reads; without one, the sample reports are taken, each several times with another
last line. Prints, in one run on one machine:

- the constants: seconds of a worker and of the coordinator for each report, bytes that travel and bytes that are kept,
  seconds of merging for each mention, how much of it can be given away, and the memory that it takes;
- reports a second with one worker and with two, each a process with one thread under a Dask scheduler that is a process
  too, and the efficiency (1 is twice as fast with two); and the same for two local processes;
- with --kills, a run in which a worker is killed and then the scheduler, and whether its record is the unharmed one;
- a plan on paper: what 1, 10 and 100 workers take for so many reports by these constants.

Efficiency means something only where there are three cores or more, or where the coordinator's share is small: with
two cores the workers share them with the coordinator and the scheduler.
"""

import argparse
import json
import os
import pickle
import platform
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from adding import documents
from stream import stream
from tests.run.machines import Machines
from tests.run.same_record import files_of

from dragoman import sample
from dragoman.model import Article
from dragoman.pipeline import Settings, deriving, sources
from dragoman.record import Reader, Writer, joined
from dragoman.record.lookups import Lookups
from dragoman.run import coding, read_into
from dragoman.run.coding import Coding, recipe_of
from dragoman.run.deriving import derive, describe
from dragoman.run.engine import engine
from dragoman.run.shards import SHARD, coded_shards, rows_of, shards

WARM = 20
"""Reports that each worker codes before the clock starts."""
MERGED = 2000
"""Made-up reports (benchmarks/stream.py) that are merged to see what merging costs."""
WORKERS = (1, 10, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """What one report costs.

    Args:
        reading: seconds of the coordinator to read it and to see that it is new.
        coding: seconds of a worker.
        committing: seconds of the coordinator to take its rows in.
        sent: bytes to the worker.
        returned: bytes from the worker.
        kept: bytes in the record.
        mentions: event mentions in it.
        merging: seconds of merging for each mention.
        given: the share of merging that workers do.
        held: bytes of memory for each mention while all are merged.
    """

    reading: float
    coding: float
    committing: float
    sent: float
    returned: float
    kept: float
    mentions: float
    merging: float
    given: float
    held: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--merged", type=int, default=MERGED)
    parser.add_argument("--kills", action="store_true")
    parser.add_argument("--plan", type=int, default=100_000_000)
    parser.add_argument("--only", choices=("constants", "workers"))
    asked = parser.parse_args()
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = _written(asked.sources, asked.reports, folder)
        if asked.only != "workers":
            known = constants(file, folder, asked.merged)
            _print_constants(known)
            _print_plan(known, asked.plan)
        if asked.only != "constants":
            _print_workers(file, folder)
        if asked.kills:
            _print_kills(file, folder)


def constants(file: Path, folder: Path, merged: int) -> Constants:
    """Measure each part of the work by itself, in this process, by the processor's clock."""
    settings, began = Settings(), process_time()
    writer = Writer(folder / "constants")
    gathered = list(shards(sources.read_all([str(file)]), writer.known))
    reading = process_time() - began
    number = sum(len(shard.articles) for shard in gathered)
    task = Coding(settings=settings, recipe=recipe_of(settings), keep=rows_of)
    pieces = [piece for shard in gathered for piece in shard.pieces()]
    task(pieces[0][:WARM])
    began = process_time()
    batches = [task(piece) for piece in pieces]
    coded = process_time() - began
    began = process_time()
    for some in _each(batches, ceil(SHARD / coding.PIECE)):
        writer.add(joined(some), task.recipe)
    committing = process_time() - began
    (told,) = Reader(folder / "constants").sql("select count(*) as n from mentions")
    merging, given, held = _merging(folder / "merged", merged)
    return Constants(
        reading=reading / number,
        coding=coded / number,
        committing=committing / number,
        sent=sum(len(pickle.dumps(piece)) for piece in pieces) / number,
        returned=sum(len(pickle.dumps(batch)) for batch in batches) / number,
        kept=sum(entry.stat().st_size for entry in (folder / "constants").rglob("*") if entry.is_file()) / number,
        mentions=told["n"] / number,
        merging=merging,
        given=given,
        held=held,
    )


def _merging(record: Path, reports: int) -> tuple[float, float, float]:
    """Merge the mentions of a made-up stream of news, and give seconds and bytes for each, and what tasks can do."""
    writer, told = Writer(record), documents(stream(reports))
    while some := list(islice(told, SHARD)):
        writer.commit(some, [], "made up")
    began, before = process_time(), _memory()
    version = derive(record, describe("benchmark"))
    assert version is not None
    mentions = version.counts["mentions"]
    merging, held = process_time() - began, _memory() - before
    return merging / mentions, _given(record), held / mentions


def _given(record: Path) -> float:
    """Give the share of merging that is done in tasks, by running the tasks here and timing them."""
    spent = 0.0

    def each(task: Callable[[object], object], things: Iterator[object]) -> Iterator[object]:
        nonlocal spent
        for thing in things:
            sent = pickle.loads(pickle.dumps(thing))
            began = process_time()
            done = task(sent)
            spent += process_time() - began
            yield pickle.loads(pickle.dumps(done))

    began = process_time()
    deriving.whole(Lookups(Reader(record)), each)  # type: ignore[arg-type]
    return spent / (process_time() - began)


def rate(file: Path, record: Path, *, workers: int = 1, cluster: str | None = None) -> float:
    """Read, code and commit with some workers, and give the reports a second.

    The first reports warm everything up and are not counted; merging is not timed here.
    """
    settings, writer = Settings(), Writer(record)
    warm = WARM * (2 if cluster else workers)
    with engine(workers, cluster) as working:
        found = sources.read_all([str(file)])
        for _, batch in coded_shards(shards(islice(found, warm), writer.known), working, settings):
            writer.add(batch, "warm")
        began, number = perf_counter(), 0
        for shard, batch in coded_shards(shards(found, writer.known), working, settings):
            writer.add(batch, "benchmark")
            number += len(shard.articles)
        return number / (perf_counter() - began)


def _print_constants(known: Constants) -> None:
    print(f"""
for each report            {"worker":>12}{"coordinator":>13}
reading, milliseconds      {"":>12}{1000 * known.reading:13.2f}
coding, milliseconds       {1000 * known.coding:12.2f}
committing, milliseconds   {"":>12}{1000 * known.committing:13.2f}
to the worker, kilobytes   {known.sent / 1000:12.1f}
from the worker, kilobytes {known.returned / 1000:12.1f}
in the record, kilobytes   {known.kept / 1000:12.1f}
mentions of events         {known.mentions:12.1f}

for each mention
merging, milliseconds      {1000 * known.merging:12.2f}
share that workers do      {known.given:12.2f}
memory, kilobytes          {known.held / 1000:12.1f}

workers that one coordinator keeps busy: {known.coding / (known.reading + known.committing):.0f}""")


def _print_plan(known: Constants, reports: int) -> None:
    """Reckon what so many reports take; each line stands on the constants above, none was run."""
    print(f"\n{reports:,} reports, reckoned:")
    print(f"{'':36}" + "".join(f"{workers:>12,}" for workers in WORKERS) + "  workers")
    busy = known.coding / (known.reading + known.committing)
    merging = known.merging * known.mentions * reports
    rows: list[tuple[str, list[float]]] = [
        ("coding, hours", [known.coding * reports / workers / 3600 for workers in WORKERS]),
        ("coordinators to keep them busy", [ceil(workers / busy) for workers in WORKERS]),
        (
            "network, megabytes a second",
            [workers / known.coding * (known.sent + known.returned) / 1e6 for workers in WORKERS],
        ),
        (
            "merging, hours",
            [merging * (known.given / workers + 1 - known.given) / 3600 for workers in WORKERS],
        ),
    ]
    for name, values in rows:
        print(f"{name:36}" + "".join(f"{value:12,.1f}" for value in values))
    print(f"record, gigabytes: {known.kept * reports / 1e9:,.0f}")
    print(f"memory to merge all at once, gigabytes: {known.held * known.mentions * reports / 1e9:,.0f}")


def _print_workers(file: Path, folder: Path) -> None:
    rates: dict[str, float] = {}
    for workers in (1, 2):
        with Machines(workers) as machines:
            machines.ready()
            rates[f"cluster, {workers}"] = rate(file, folder / f"cluster-{workers}", cluster=machines.address)
    for workers in (1, 2):
        rates[f"processes, {workers}"] = rate(file, folder / f"local-{workers}", workers=workers)
    print(f"\n{'engine, workers':18}{'reports a second':>18}{'efficiency':>12}")
    for name, found in rates.items():
        kind, workers = name.split(", ")
        share = f"{found / rates[f'{kind}, 1'] / 2:12.2f}" if workers == "2" else ""
        print(f"{name:18}{found:18.2f}{share}")


def _print_kills(file: Path, folder: Path) -> None:
    coding.PIECE, whole = 2, read_into([str(file)], folder / "whole")
    with Machines(2) as machines:
        harms = [machines.kill_worker, machines.kill_scheduler]

        def harm(done: int) -> None:
            if harms and done > whole.added * (3 - len(harms)) / 4:
                harms.pop(0)()

        began = perf_counter()
        harmed = read_into([str(file)], folder / "harmed", cluster=machines.address, progress=harm)
    same = harmed == whole and files_of(folder / "harmed") == files_of(folder / "whole") and not harms
    print(f"\na worker killed, then the scheduler: {harmed.added} reports in {perf_counter() - began:.0f} s; ", end="")
    print("the record is the unharmed one to the byte" if same else "THE RECORD DIFFERS")
    if not same:
        raise SystemExit(1)


def _written(paths: Sequence[str], number: int, folder: Path) -> Path:
    """Write the reports to be coded into one file, so that reading costs the same for each engine."""
    found = [item for item in sources.read_all(paths or [str(sample.path())]) if isinstance(item, Article)]
    english = [article for article in found if article.language == "en"]
    chosen = english[:: max(len(english) // number, 1)]
    file = folder / "reports.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for place in range(number):
            article, again = chosen[place % len(chosen)], place // len(chosen)
            text = article.text + (f"\n\nThis is copy {again} of the report." if again else "")
            day = article.published.value if article.published else None
            line = {"id": str(place), "title": article.title, "published": day, "text": text}
            out.write(json.dumps(line | {"publisher": article.publisher}) + "\n")
    return file


def _each(batches: Sequence[object], size: int) -> Iterator[list]:  # type: ignore[type-arg]
    for start in range(0, len(batches), size):
        yield list(batches[start : start + size])


def _memory() -> float:
    """Give the most memory that this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0


if __name__ == "__main__":
    main()
