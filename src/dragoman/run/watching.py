"""Watch feeds: look at each when it is due, read what is new into a record, and remember where we were."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.pipeline import Settings, sources
from dragoman.pipeline.sources import Feed, How, Look, Robots
from dragoman.record import storage
from dragoman.run.reading import read_into

STATE = "feeds.json"
_LONGEST = 300.0  # seconds slept at a time, so that a clock that is set does no harm

Tell = Callable[[str], None]


@dataclass(slots=True, kw_only=True)
class Watch:
    """Feeds being watched.

    Args:
        feeds: which.
        folder: the record.
        wishes: how to read.
        settings: how to code.
        tell: given one line for each look at a feed.
        now: gives the seconds of the epoch.
        sleep: waits.
        looks: what is known of each feed, by address.
    """

    feeds: Sequence[Feed]
    folder: Path
    wishes: How = field(default_factory=How)
    settings: Settings | None = None
    tell: Tell = lambda line: None
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    looks: dict[str, Look] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.looks = _loaded(self.folder)

    def due(self) -> list[Feed]:
        """Give the feeds whose time has come."""
        return [feed for feed in self.feeds if self._look(feed).due <= self.now()]

    def round(self) -> int:
        """Look at every feed that is due.

        Returns:
            The number of reports added to the record.
        """
        robots = Robots(private=self.wishes.private)  # the rules are asked for anew each round
        return sum(self._one(feed, robots) for feed in self.due())

    def wait(self) -> None:
        """Sleep until the next feed is due."""
        next_due = min(self._look(feed).due for feed in self.feeds)
        self.sleep(min(max(next_due - self.now(), 1.0), _LONGEST))

    def _one(self, feed: Feed, robots: Robots) -> int:
        polled = sources.poll(feed, self._look(feed), self.wishes, robots, now=self.now(), sleep=self.sleep)
        added = 0
        if polled.items:
            added = read_into((), self.folder, settings=self.settings, items=polled.items).added
        # only now: a crash before this line reads the same entries again, and the record knows them
        self.looks[feed.url] = polled.look
        _save(self.folder, self.looks)
        due = datetime.fromtimestamp(polled.look.due, UTC).strftime("%H:%M")
        self.tell(f"{feed.url}  {polled.look.state}; {added} added; next look {due} UTC")
        return added

    def _look(self, feed: Feed) -> Look:
        return self.looks.get(feed.url) or Look()


def watch(watched: Watch, *, once: bool = False) -> int:
    """Watch until stopped.

    Args:
        watched: the feeds and the record.
        once: look at what is due, and end; for cron and the like.

    Returns:
        The number of reports added to the record.
    """
    added = watched.round()
    while not once:
        watched.wait()
        added += watched.round()
    return added


def _loaded(folder: Path) -> dict[str, Look]:
    content = storage.load(folder, STATE)
    if content is None:
        return {}
    try:
        rows = json.loads(content)
        return {url: Look(**row | {"seen": tuple(row["seen"])}) for url, row in rows.items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UsageError(
            f"reading what is known of the feeds from {storage.address(folder)}/{STATE}: {error}; delete it, and every "
            "feed is read from its start"
        ) from error


def _save(folder: Path, looks: dict[str, Look]) -> None:
    rows = {url: asdict(look) for url, look in sorted(looks.items())}
    storage.save(folder, STATE, json.dumps(rows, indent=1).encode())
