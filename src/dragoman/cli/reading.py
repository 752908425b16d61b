"""Verbs that turn reports into codings: read, code, resolve, evaluate, demo."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import Any, TextIO

import typer

from dragoman.cli.progress import progress
from dragoman.cli.sources import FIELDS, KIND, PRIVATE, PUBLISHERS
from dragoman.errors import UsageError
from dragoman.model import Problem

RECORD = typer.Option(
    Path("record"), "--record", "-r", envvar="DRAGOMAN_RECORD", help="Folder of the record, or s3://bucket/prefix."
)
STRICT = typer.Option(False, "--strict", help="Exit with status 1 where there was a problem.")
WORKERS = typer.Option(1, "--workers", "-w", min=1, help="Processes that code at the same time.")
CLUSTER = typer.Option(
    None,
    "--cluster",
    envvar="DRAGOMAN_CLUSTER",
    metavar="ADDRESS",
    help="Dask scheduler whose workers code, tcp://host:port (docs/scale.md).",
)
FRAMES = typer.Option(
    None, "--frames", envvar="DRAGOMAN_FRAMES", metavar="DIR", help="Folder of frames of your own (docs/frames.md)."
)
FULL = typer.Option(
    False, "--full", help="Read every sentence closely, those too that seem to tell no event (docs/cascade.md)."
)
PATHS = typer.Argument(..., metavar="SOURCE...", help="Files, folders, addresses, or - (see `dragoman sources`).")


class Coder(StrEnum):
    """Who finds events."""

    FRAMES = "frames"
    TAGGER = "tagger"
    BOTH = "both"


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    for verb in (read, code, resolve, evaluate, demo):
        app.command()(verb)


def read(
    paths: list[str] = PATHS,
    record: Path = RECORD,
    workers: int = WORKERS,
    cluster: str | None = CLUSTER,
    strict: bool = STRICT,
    frames: str | None = FRAMES,
    kind: str | None = KIND,
    fields: list[str] = FIELDS,
    publishers: list[Path] = PUBLISHERS,
    private: bool = PRIVATE,
    full: bool = FULL,
) -> None:
    """Add reports to a record, and say what came of it. Reading the same twice adds nothing."""
    from dragoman.pipeline import Settings, sources
    from dragoman.run import address, read_into

    started = perf_counter()
    wishes = sources.how(kind=kind, fields=fields, publisher_tables=publishers, private=private)
    with progress("reading") as show:
        summary = read_into(
            paths,
            record,
            workers=workers,
            cluster=cluster,
            settings=Settings(frames=frames, full=full),
            progress=show,
            wishes=wishes,
        )
    tell(summary.problems)
    old = summary.reports - summary.added
    known = f", {old:,} known already" if old else ""
    typer.echo(
        f"{summary.added:,} reports added to {address(record)}{known}; {summary.mentions:,} event mentions in them; "
        f"{summary.events:,} events in the record; {len(summary.problems):,} problems; "
        f"{perf_counter() - started:.1f} seconds"
    )
    leave(summary.problems, strict)


def code(
    paths: list[str] = PATHS,
    output: Path | None = typer.Option(None, "--output", "-o", help="File to write; standard output where not given."),
    workers: int = WORKERS,
    cluster: str | None = CLUSTER,
    strict: bool = STRICT,
    frames: str | None = FRAMES,
    merge: bool = typer.Option(False, "--merge", help="Give entries of the same event in any report the same id."),
    kind: str | None = KIND,
    fields: list[str] = FIELDS,
    publishers: list[Path] = PUBLISHERS,
    private: bool = PRIVATE,
    full: bool = FULL,
) -> None:
    """Code reports without a record: one JSON line a report, in the format of docs/annotation.md."""
    from dragoman.pipeline import Settings, sources
    from dragoman.run import annotate

    wishes = sources.how(kind=kind, fields=fields, publisher_tables=publishers, private=private)
    problems, done = [], 0
    with progress("coding") as show, writing(output) as out:
        settings = Settings(frames=frames, full=full)
        for item in annotate(paths, workers=workers, cluster=cluster, settings=settings, merge=merge, wishes=wishes):
            if isinstance(item, Problem):
                problems.append(item)
                continue
            out.write(json.dumps(item, ensure_ascii=False) + "\n")
            done += 1
            show(done)
    tell(problems)
    leave(problems, strict)


def resolve(
    file: Path = typer.Argument(..., metavar="FILE.jsonl", help="Lines of {id, text, date}."),
    output: Path | None = typer.Option(None, "--output", "-o", help="File to write; standard output where not given."),
    strict: bool = STRICT,
) -> None:
    """Say whom words stand for as of a day: one JSON line for each line of {id, text, date}."""
    from dragoman.pipeline.resolve import resolve_lines

    if not file.is_file():
        raise UsageError(f"resolving mentions: {file} is not a file; give a file of JSON lines with id, text and date")
    problems = []
    with file.open(encoding="utf-8") as lines, writing(output) as out:
        for item in resolve_lines(lines, str(file)):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                out.write(json.dumps(item, ensure_ascii=False) + "\n")
    tell(problems)
    leave(problems, strict)


def evaluate(
    gold: Path = typer.Argument(..., help="Annotated reports: a folder of .json files, a .json or a .jsonl file."),
    predicted: Path | None = typer.Option(None, help="Another program's predictions, in place of coding now."),
    news: bool = typer.Option(False, "--news", help="Leave gold background events out of the count."),
    misses: bool = typer.Option(False, "--misses", help="List every event that is not right."),
    coder: Coder = typer.Option(Coder.BOTH, help="Who finds the events."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    workers: int = WORKERS,
    full: bool = FULL,
) -> None:
    """Score codings against annotated reports: precision, recall and F1 of each layer."""
    from dragoman.run import evaluate as run_evaluation

    scores = run_evaluation(gold, predicted=predicted, workers=workers, news=news, coder=coder.value, full=full)
    if as_json:
        rows = {layer: _figures(row) for layer, row in scores.rows.items()}
        typer.echo(json.dumps(rows))
        return
    for miss in scores.misses if misses else ():
        typer.echo("\t".join((miss.report, miss.event, miss.type, miss.wrong, miss.evidence)))
    typer.echo(f"{'layer':22}{'gold':>6}{'pred':>6}{'hit':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for layer, row in scores.rows.items():
        counts = f"{row.gold:6}{row.predicted:6}{row.hit:6}"
        typer.echo(f"{layer:22}{counts}{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}")


def demo(
    record: Path | None = typer.Option(
        None, "--record", "-r", help="Folder that keeps the record; a temporary one where not given."
    ),
) -> None:
    """Read 41 sample reports into a record and show what can be asked."""
    from dragoman.cli.demo import walk

    walk(record)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, one a line."""
    for problem in problems:
        typer.echo(f"problem: {problem}", err=True)


def leave(problems: Iterable[Problem], strict: bool) -> None:
    """End with status 1 where problems are not to be passed over."""
    if strict and any(True for _ in problems):
        raise typer.Exit(1)


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Open a file that appears under its name only when all of it is written; standard output where None is given."""
    if output is None:
        yield sys.stdout
        return
    if not output.parent.is_dir():
        raise UsageError(f"writing {output}: there is no folder {output.parent}")
    unfinished = output.with_name(output.name + ".unfinished")
    try:
        with unfinished.open("w", encoding="utf-8") as handle:
            yield handle
        unfinished.replace(output)
    except OSError as error:
        raise UsageError(f"writing {output}: {error.strerror or error}; make room, or name another place") from error


def _figures(row: Any) -> dict[str, float]:
    counts = {"gold": row.gold, "predicted": row.predicted, "hit": row.hit}
    return counts | {"precision": round(row.precision, 3), "recall": round(row.recall, 3), "f1": round(row.f1, 3)}
