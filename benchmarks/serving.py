"""Measures how long `dragoman serve` takes to answer, on synthetic records of several sizes: p50 and p95 as Markdown.

    python benchmarks/serving.py FOLDER --events 10000 --events 100000 --events 1000000 --events 5000000
        [--runs 15] [--svg docs/speed-serving.svg]

FOLDER keeps the records; one that is there already is asked as it is. Each is served by a process of its own, as a user
would start it, and asked over loopback; every run of a question names other actors, events, words or years, so that no
answer is one given before. "ready, first" includes deriving what questions share (kept in the record's `.index`),
"words, first" the index of words, "ready, again" is every later start. Memory is the server's peak (VmHWM) after all
questions. The line under each table asks a quick question while slow ones are being answered.
"""

import argparse
import os
import platform
import random
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.parse import urlencode

import httpx

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.synthetic_record import STATES, build

from dragoman.ask.index import INDEX

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
LONGEST = 600.0
SLOW = "select count(*) from parts a join parts b on a.country = b.country and a.event < b.event"
"""A query that takes longer than it may."""
_SQL = "select country, count(*) from events where since > '{month}' group by 1"
TOLD = ("first page", "events, first page", "dyad, months", "search", "actor", "event", "network", "coverage")
"""What is drawn: the API where a question has both doors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What questions name: drawn from the record by a seed.

    Args:
        actors: ids, from the most frequent on.
        events: ids.
        draw: the dice.
    """

    actors: tuple[str, ...]
    events: tuple[str, ...]
    draw: random.Random = field(default_factory=lambda: random.Random(1))

    def actor(self) -> str:
        """Give an actor of middling fame."""
        return self.draw.choice(self.actors[20:200])

    def two(self) -> tuple[str, str]:
        """Give two different ones."""
        one, other = self.draw.sample(self.actors[:60], 2)
        return one, other

    def two_states(self) -> dict[str, str]:
        """Give two different states."""
        one, other = self.draw.sample(STATES, 2)
        return {"a": one, "b": other}

    def event(self) -> str:
        """Give an event."""
        return self.draw.choice(self.events)

    def year(self) -> str:
        """Give a year."""
        return str(self.draw.randint(2014, 2023))

    def month(self) -> str:
        """Give a month."""
        return f"{self.year()}-{self.draw.randint(1, 12):02}"


def _at(path: str, **asked: object) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path


def _both(cast: Cast) -> dict[str, str]:
    one, other = cast.two()
    return {"a": one, "b": other}


QUESTIONS: dict[str, Callable[[Cast], str]] = {
    "first page": lambda cast: "/",
    "summary": lambda cast: "/api/summary",
    "events, first page": lambda cast: "/api/events",
    "events, of an actor": lambda cast: _at("/api/events", actor=cast.actor()),
    "events, of a type in a month": lambda cast: _at("/api/events", type="AID", since=(m := cast.month()), until=m),
    "events page": lambda cast: _at("/events", country=cast.draw.choice(STATES), since=(y := cast.year()), until=y),
    "timeline of two": lambda cast: _at("/api/timeline", actor=(two := cast.two())[0], other=two[1]),
    "timeline page": lambda cast: _at("/timeline", actor=cast.actor()),
    "timeline chart": lambda cast: _at("/charts/timeline.json", actor=cast.actor()),
    "counts by type and year": lambda cast: _at("/api/counts", by="type", per="year", since=cast.year()),
    "counts by actor in a year": lambda cast: _at("/api/counts", by="actor", since=(y := cast.year()), until=y),
    "counts by two states, page": lambda cast: _at(
        "/counts", by="states", per="quarter", since=(y := cast.year()), until=y
    ),
    "dyad, months": lambda cast: _at("/api/dyad", **_both(cast)),
    "dyad page": lambda cast: _at("/dyad", **_both(cast)),
    "dyad of two states": lambda cast: _at("/dyad", states="true", **cast.two_states()),
    "actor": lambda cast: f"/api/actors/{cast.actor()}",
    "actor page": lambda cast: f"/actors/{cast.actor()}",
    "actor by name": lambda cast: f"/api/actors/Actor%20{int(cast.actor()[-6:])}",
    "event": lambda cast: f"/api/events/{cast.event()}",
    "event page": lambda cast: f"/events/{cast.event()}",
    "quotes of an actor": lambda cast: _at("/api/quotes", speaker=cast.actor()),
    "search": lambda cast: _at("/api/search", words=f"matter {cast.draw.randint(0, 499)}"),
    "search page": lambda cast: _at("/search", words=f'"met Actor {cast.draw.randint(0, 99)}"'),
    "network": lambda cast: _at("/api/network", since=(m := cast.month()), until=m, least=2),
    "network page, all": lambda cast: _at("/network", least=2 + cast.draw.randint(0, 3)),
    "coverage": lambda cast: _at("/api/coverage", since=cast.year()),
    "coverage page": lambda cast: _at("/coverage", publisher=f"Outlet {cast.draw.randint(0, 39)}"),
    "review": lambda cast: _at("/review", since=cast.year()),
    "sql": lambda cast: _at(
        "/api/sql", query=f"select country, count(*) from events where since > '{cast.month()}' group by 1"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A question's times in milliseconds.

    Args:
        first: the first of all.
        p50: the median of the others.
        p95: what nineteen of twenty are below.
        size: bytes of the longest answer.
    """

    first: float
    p50: float
    p95: float
    size: int


def timed(client: httpx.Client, address: Callable[[], str], runs: int) -> Timed:
    """Ask a question again and again."""
    times: list[float] = []
    sizes: list[int] = []
    for _ in range(runs + 1):
        asked = address()
        started = perf_counter()
        reply = client.get(asked)
        times.append((perf_counter() - started) * 1000)
        reply.raise_for_status()
        sizes.append(len(reply.content))
    rest = sorted(times[1:])
    p95 = rest[min(len(rest) - 1, round(0.95 * (len(rest) - 1)))]
    return Timed(first=times[0], p50=median(rest), p95=p95, size=max(sizes))


@contextmanager
def serving(record: Path) -> Iterator[tuple[httpx.Client, int, float]]:
    """Serve a record; gives a visitor, the server's process and the seconds until it answered."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = perf_counter()
    command = [sys.executable, "-m", "dragoman", "serve", str(record), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=LONGEST, trust_env=False) as client:
                _wait(client, server)
                yield client, server.pid, perf_counter() - started
        finally:
            server.terminate()


def _wait(client: httpx.Client, server: "subprocess.Popen[bytes]") -> None:
    deadline = perf_counter() + LONGEST
    while perf_counter() < deadline:
        if server.poll() is not None:
            raise SystemExit(f"the server ended with {server.returncode} before it answered")
        try:
            client.get("/").raise_for_status()
            return
        except httpx.TransportError:
            sleep(0.05)
    raise SystemExit(f"the server did not answer within {LONGEST:g} seconds")


def cast_of(client: httpx.Client, seed: int = 1) -> Cast:
    """Draw what is asked for from the record itself."""

    def column(query: str) -> tuple[str, ...]:
        rows = client.get("/api/sql", params={"query": query, "limit": 1000}).raise_for_status().json()["items"]
        return tuple(next(iter(row.values())) for row in rows)

    actors = column("select id from people where id like 'k:synthetic%' order by reports desc, id limit 300")
    events = column(f"select id from events where hash(id, {seed}) % 7 = 0 order by hash(id) limit 300")
    return Cast(actors=actors, events=events)


def while_busy(client: httpx.Client, cast: Cast, runs: int) -> tuple[Timed, float]:
    """Ask quick questions while two visitors ask for too much; gives their times and how long the slow ones took."""
    took: list[float] = []

    def slow() -> None:
        started = perf_counter()
        client.get("/api/sql", params={"query": SLOW})
        took.append(perf_counter() - started)

    visitors = [threading.Thread(target=slow) for _ in range(2)]
    for visitor in visitors:
        visitor.start()
    sleep(0.3)
    quick = timed(client, lambda: _at("/api/events", actor=cast.actor()), runs)
    for visitor in visitors:
        visitor.join()
    return quick, max(took)


def paging(client: httpx.Client) -> Callable[[], str]:
    """Give a question that turns pages, each on from the page before."""
    state: dict[str, str] = {}

    def following() -> str:
        page = client.get(_at("/api/events", **state)).raise_for_status().json()
        state["cursor"] = page["next"]
        return _at("/api/events", **state)

    return following


def peak(pid: int) -> float | None:
    """Give the most memory that a process ever held, in MB, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else None


def size_of(folder: Path) -> float:
    """Give the megabytes of a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def measure(record: Path, events: int, runs: int, only: str) -> dict[str, Timed]:
    """Ask one record everything and print it."""
    shutil.rmtree(record / INDEX, ignore_errors=True)
    with serving(record) as (client, _, first):
        started = perf_counter()
        client.get("/api/search", params={"words": "matter"}).raise_for_status()  # waits for the index of words
        words = perf_counter() - started
    print(
        f"\n### {events:,} events\n\n| question | first ms | p50 ms | p95 ms | KB |\n|---|---:|---:|---:|---:|",
        flush=True,
    )
    found: dict[str, Timed] = {}
    with serving(record) as (client, pid, again):
        cast = cast_of(client)
        asked: dict[str, Callable[[], str]] = {name: partial(make, cast) for name, make in QUESTIONS.items()}
        for name, address in {**asked, "events, next page": paging(client)}.items():
            if only in name:
                found[name] = one = timed(client, address, runs)
                print(
                    f"| {name} | {one.first:.0f} | {one.p50:.0f} | {one.p95:.0f} | {one.size / 1024:,.0f} |", flush=True
                )
        quick, slow = while_busy(client, cast, runs)
        memory = peak(pid)
    index = size_of(record / INDEX)
    print(
        f"\nready, first {first:.1f} s; words, first {words:.1f} s; ready, again {again:.1f} s; "
        f"memory {'unknown' if memory is None else f'{memory:,.0f} MB'}; "
        f"record {size_of(record) - index:,.0f} MB, index {index:,.0f} MB.  \n"
        f"While two queries ran for {slow:.1f} s: events of an actor p50 {quick.p50:.0f} ms, p95 {quick.p95:.0f} ms.",
        flush=True,
    )
    return found


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, action="append")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--only", default="", help="Only questions whose name holds this.")
    parser.add_argument("--svg", type=Path, help="Where to draw the growth.")
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    found: dict[int, dict[str, Timed]] = {}
    for events in sorted(options.events or SIZES):
        record = options.folder / f"events-{events}"
        if not record.exists():
            started = perf_counter()
            build(record, events)
            print(f"\nmade a record of {events:,} events in {perf_counter() - started:.0f} s", flush=True)
        found[events] = measure(record, events, options.runs, options.only)
    if options.svg:
        draw(found, options.svg)


def draw(found: dict[int, dict[str, Timed]], target: Path) -> None:
    """Draw how p50 grows with the number of events."""
    from dragoman.charts.look import WIDTH, altair, dressed, values
    from dragoman.charts.save import save

    alt = altair()
    rows = [
        {"events": events, "question": name, "ms": one.p50}
        for events, times in found.items()
        for name, one in times.items()
        if name in TOLD
    ]
    x = alt.X("events:Q", scale=alt.Scale(type="log"), axis=alt.Axis(title="events in the record", format="~s"))
    y = alt.Y("ms:Q", scale=alt.Scale(type="log"), axis=alt.Axis(title="p50, milliseconds", format="~r"))
    line = alt.Chart(values(rows)).mark_line(point=True).encode(x=x, y=y, color=alt.Color("question:N", title=None))
    save(
        dressed(
            line.properties(width=WIDTH, height=360),
            title="How long an answer takes, by the size of the record",
            subtitle="Median over HTTP on one machine, both axes logarithmic",
            source="benchmarks/serving.py",
        ),
        target,
    )


if __name__ == "__main__":
    main()
