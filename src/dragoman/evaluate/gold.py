"""Annotated reports from disk, keyed by their id."""

import gzip
import json
from pathlib import Path
from typing import Any

from dragoman.errors import SourceError
from dragoman.ids import article_id
from dragoman.model import Article, OffsetMap, Stamp

Report = dict[str, Any]


def load(path: Path) -> dict[str, Report]:
    """Read annotated reports.

    Args:
        path: a folder of .json files, one .json file, or a .jsonl or .jsonl.gz file with a report a line.

    Returns:
        Each report by its `id`.

    Raises:
        SourceError: there is no such file, or a line is not a report in JSON.
    """
    if path.is_dir():
        return _keyed((file, 1, file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.json")))
    if not path.is_file():
        raise SourceError(f"reading annotated reports: {path} is neither a file nor a folder")
    if path.name.endswith((".jsonl", ".jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            return _keyed((path, number, line) for number, line in enumerate(lines, 1) if line.strip())
    return _keyed([(path, 1, path.read_text(encoding="utf-8"))])


def article(report: Report) -> Article:
    """Make an article of an annotated report, its text unchanged so that the annotated words are found again.

    Args:
        report: with `id` and `text`; `publisher`, `published` and `title` where they are known.
    """
    text, published = report["text"], report.get("published")
    return Article(
        id=article_id(publisher=report.get("publisher"), published=published, title=report.get("title"), raw=text),
        source_id=report["id"],
        publisher=report.get("publisher"),
        published=Stamp(value=published, basis="field published") if published else None,
        title=report.get("title"),
        text=text,
        raw=text,
        offsets=OffsetMap.whole(text),
    )


def _keyed(lines: Any) -> dict[str, Report]:
    found = {}
    for path, number, line in lines:
        try:
            report = json.loads(line)
            found[report["id"]] = report
        except (ValueError, KeyError, TypeError) as error:
            raise SourceError(f"{path}:{number}: not an annotated report with an id ({error})") from error
    return found
