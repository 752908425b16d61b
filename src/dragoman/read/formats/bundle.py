"""One article of a bundle that a news database gave out: its lines, labelled fields, date and body."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.read.formats.lines import unbroken
from dragoman.text.stamps import Clock, match

_TIME = re.compile(r"\b(\d{1,2}:\d{2}(?::\d{2})?)\s?([AP]\.?M\.?)?(?:\s([A-Z]{2,5}(?:[+-]\d{1,2})?)\b)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """The lines of one article.

    Args:
        first: the number of its first line in the file.
        lines: without their ends.
    """

    first: int
    lines: tuple[str, ...]

    def strong(self, since: int = 0, until: int | None = None) -> Iterator[tuple[int, str]]:
        """Give the lines that are not blank, with their places, stripped."""
        for i, line in enumerate(self.lines[since:until], since):
            if line.strip():
                yield i, line.strip()

    def text(self, since: int, until: int) -> str:
        """Give a stretch of lines as paragraphs, lines that a fixed width broke put together again."""
        lines = [line.rstrip() for line in self.lines[since:until]]
        margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
        return re.sub(r"\n{3,}", "\n\n", unbroken("\n".join(line[margin:] for line in lines)).strip("\n"))


def chunks(text: str, breaks: re.Pattern[str], *, ends: bool) -> Iterator[Chunk]:
    """Cut a bundle into its articles.

    Args:
        text: the file.
        breaks: matches the line that parts them.
        ends: whether that line ends an article and belongs to it, or else begins the next one.
    """
    lines, first = text.splitlines(), 0
    for i, line in enumerate(lines):
        if breaks.fullmatch(line.strip()):
            end = i + 1 if ends else i
            if any(part.strip() for part in lines[first:end]):
                yield Chunk(first=first + 1, lines=tuple(lines[first:end]))
            first = end
    if any(part.strip() for part in lines[first:]):
        yield Chunk(first=first + 1, lines=tuple(lines[first:]))


@lru_cache(maxsize=1)
def labels() -> Mapping[str, tuple[str, ...]]:
    """Give the labels that the databases print before fields, by database and place."""
    import tomllib

    table = tomllib.loads(files(__package__).joinpath("bundles.toml").read_text("utf-8"))
    return {name: tuple(part.strip() for part in words.split("|")) for name, words in table["labels"].items()}


def labelled(names: Iterable[str]) -> re.Pattern[str]:
    """Give a pattern for a line that begins with one of some labels: group `label`, group `rest`."""
    parts = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?P<label>{parts})\s*:\s*(?P<rest>.*)", re.IGNORECASE)


def fields(chunk: Chunk, pattern: re.Pattern[str], since: int = 0) -> dict[str, tuple[int, str]]:
    """Give place and content of the labelled lines, by label in small letters; the first of each counts.

    A field goes on over the lines under it, up to a blank one.
    """
    found: dict[str, tuple[int, str]] = {}
    for i, line in chunk.strong(since):
        if (named := pattern.fullmatch(line)) and named["label"].lower() not in found:
            said = [named["rest"]]
            for below in chunk.lines[i + 1 :]:
                if not below.strip() or pattern.fullmatch(below.strip()):
                    break
                said.append(below.strip())
            found[named["label"].lower()] = i, " ".join(part for part in said if part)
    return found


def day_in(line: str) -> str | None:
    """Give the date that a line begins with, and the time on it, as words to be read again; None for another line."""
    read = match(line, clock=Clock(day_first=None))
    if read is None:
        return None
    time = _TIME.search(line)
    said = " ".join(part for part in time.groups() if part) if time else ""
    return f"{line[: match_end(line)]} {said}".strip() if said else line[: match_end(line)]


def match_end(line: str) -> int:
    """Give where the date at the beginning of a line ends, the time of day left out."""
    time = _TIME.search(line)
    read = match(line, 0, time.start() if time and time.start() > 4 else None, clock=Clock(day_first=None))
    return read[0] if read else 0


def first_labelled(found: Mapping[str, tuple[int, str]], names: Sequence[str]) -> str | None:
    """Give the content of the first label that is there and not empty."""
    return next((found[name][1] for name in names if name in found and found[name][1]), None)
