"""Measures how long questions take on synthetic records: p50 and p95, and processor time, in milliseconds.

    python benchmarks/asking.py FOLDER --events 100000 5000000 [--runs 20]

FOLDER keeps the records, so that a second run need not make them again. "open, first" includes making the shared tables
of a large record, which later processes find on disk; "open, again" is what every later process pays. The processor
time is the median of all threads together: where it is far below the elapsed time, others were using the machine.
"""

import argparse
import os
import platform
import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.synthetic_record import build

from dragoman import ask
from dragoman.ask.index import INDEX

A, B = "k:synthetic-000020", "k:synthetic-000031"
QUESTIONS: dict[str, Callable[[ask.Questions], object]] = {
    "dyad months (two actors)": lambda record: record.dyad(A, B).periods.dicts(),
    "dyad months (two states)": lambda record: ask_states(record),
    "timeline of two": lambda record: record.timeline(A, B).dicts(),
    "events: actor, a year": lambda record: record.events(actor=A, since="2020", until="2020").dicts(),
    "events: type, a month": lambda record: record.events(
        type="AID", since="2020-03", until="2020-03", limit=100
    ).dicts(),
    "counts: type per year": lambda record: record.counts("type", per="year").dicts(),
    "counts: states, a year": lambda record: record.counts("states", since="2020", until="2020").dicts(),
    "network: a month": lambda record: record.network(since="2020-03", until="2020-03", least=2),
    "search, 50 best": lambda record: record.search("matter 17").dicts(),
    "sql: events by country": lambda record: record.sql("select country, count(*) from events group by 1").dicts(),
}


def ask_states(record: ask.Questions) -> object:
    """Ask for two states' months without listing every event between all their people."""
    from dragoman.ask.dyads import dyad_periods

    given = {"per": "month", "status": "actual", "states": True, "since": None, "until": None}
    return dyad_periods(record.reader, "FRA", "TUR", **given).to_pylist()  # type: ignore[arg-type]


def measure(name: str, act: Callable[[], object], runs: int) -> None:
    """Print p50 and p95 of some runs; the first, which warms caches, is given apart."""
    times, busy = [], []
    for _ in range(runs + 1):
        started, worked = perf_counter(), process_time()
        act()
        times.append((perf_counter() - started) * 1000)
        busy.append((process_time() - worked) * 1000)
    first, rest = times[0], sorted(times[1:])
    p95 = rest[min(len(rest) - 1, round(0.95 * (len(rest) - 1)))]
    print(
        f"{name:28}{first:10.0f}{statistics.median(rest):10.0f}{p95:10.0f}{statistics.median(busy[1:]):10.0f}",
        flush=True,
    )


def ask_all(folder: Path, runs: int) -> None:
    """Ask one record everything."""
    shutil.rmtree(folder / INDEX, ignore_errors=True)
    print(f"\n{folder.name}\n{'question':28}{'first ms':>10}{'p50 ms':>10}{'p95 ms':>10}{'cpu ms':>10}")
    started = perf_counter()
    ask.open(folder)
    print(f"{'open, first':28}{(perf_counter() - started) * 1000:10.0f}", flush=True)
    measure("open, again", lambda: ask.open(folder), min(runs, 5))
    record = ask.open(folder)
    for name, question in QUESTIONS.items():
        measure(name, lambda question=question: question(record), runs)  # type: ignore[misc]


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, nargs="*", default=[100_000])
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for events in options.events:
        folder = options.folder / f"events-{events}"
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            build(folder, events)
        ask_all(folder, options.runs)


if __name__ == "__main__":
    main()
