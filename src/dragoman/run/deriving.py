"""Events derived from the mentions and corrections of a record, as far as they lag behind."""

from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import StaleError
from dragoman.pipeline import Settings, deriving, manifest, standard_stages
from dragoman.pipeline.manifest import merging_hash
from dragoman.record import Changes, Reader, Run, Version, Writer
from dragoman.record.lookups import Lookups
from dragoman.run.engine import Alone, Engine
from dragoman.run.merging import each_of

_TRIES = 5


def derive(folder: Path, run: Run | None = None, working: Engine | None = None) -> Version | None:
    """Bring the events of a record up to date, judging anew only what new reports and corrections touch.

    Where the rules that merge have changed since, all is derived anew.

    Args:
        folder: the record.
        run: what is behind it, for the log of versions; None for a run of nothing but this.
        working: what merges; None merges in this process.

    Returns:
        The version that now holds, None for a record that is empty.

    Raises:
        RecordError: other processes keep changing the record.
    """
    run = run or describe("derive")
    for attempt in range(_TRIES):
        reader = Reader(folder)
        if not reader.stale and (reader.version is None or reader.version.run.merging == run.merging):
            return reader.version
        try:
            return Writer(folder).derive(changes(reader, run, working or Alone()), upon=reader, run=run)
        except StaleError:
            if attempt == _TRIES - 1:
                raise
    return None


def describe(verb: str, *, settings: Settings | None = None, inputs: tuple[tuple[str, str], ...] = ()) -> Run:
    """Say what runs, for the log of versions.

    Args:
        verb: what was asked for.
        settings: how reports are coded.
        inputs: (path, SHA-256) of the files read.
    """
    settings = settings or Settings()
    made = manifest(standard_stages(settings), settings)
    return Run(
        verb=verb,
        time=now(),
        program=made.program,
        weights=made.weights,
        knowledge=made.knowledge,
        frames=made.frames,
        merging=merging_hash(),
        settings={name: getattr(settings, name) for name in settings.__slots__},
        inputs=inputs,
    )


def now() -> str:
    """Give the time as the log and corrections write it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def changes(reader: Reader, run: Run, working: Engine) -> Changes:
    """Find out what a derivation changes.

    Args:
        reader: the record.
        run: what is behind it.
        working: what merges.
    """
    last, known = reader.version, Lookups(reader)
    anew = last is None or last.run.merging != run.merging
    derived = deriving.whole(known, each_of(working)) if anew else deriving.renewed(known)
    return Changes(
        whole=derived.whole,
        events=derived.events,
        links=derived.links,
        blocks=derived.blocks,
        copies=derived.copies,
        bands=derived.bands,
        gone=derived.gone,
        counts=_counts(known, derived),
    )


def _counts(known: Lookups, derived: deriving.Derived) -> dict[str, int]:
    """Count what the record holds once this is done."""
    held = {name: known.count(name) for name in ("reports", "mentions", "quotes", "problems", "corrections")}
    for name, added in (("events", derived.events), ("links", derived.links), ("copies", derived.copies)):
        before = 0 if derived.whole else known.count(name) - len(derived.gone.get(name, ()))
        held[name] = before + len(added)
    return held
