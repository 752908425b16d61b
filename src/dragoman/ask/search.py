"""Word search over reports and quotes, by an index of SQLite's FTS5 that is derived from the record."""

import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.ask import index
from dragoman.ask.days import Asked, span_of
from dragoman.ask.rows import plain
from dragoman.errors import RecordError, UsageError
from dragoman.record.reader import Reader

_MAKING = threading.Lock()
WITHIN = ("reports", "quotes", "all")
_WORDS = re.compile(r'(-?)(?:"([^"]+)"|(\S+))')
_TEXTS = (
    "select 'reports' as kind, id, id as report, coalesce(title || chr(10), '') || text as text, publisher, day, "
    "coalesce(source_id, id) as label, title, url, null as speaker from reports "
    "union all select 'quotes', q.id, q.report, q.text, r.publisher, r.day, coalesce(r.source_id, r.id), r.title, "
    "r.url, coalesce(p.name, q.speaker) from quotes q join reports r on q.report = r.id "
    "left join people p on q.speaker = p.id"
)
_COLUMNS = ("kind", "id", "report", "text", "publisher", "day", "label", "title", "url", "speaker")
_TABLE = (
    "create virtual table texts using fts5(kind unindexed, id unindexed, report unindexed, text, publisher unindexed, "
    "day unindexed, label unindexed, title unindexed, url unindexed, speaker unindexed, "
    "tokenize = 'porter unicode61 remove_diacritics 2')"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report or quote that holds the words.

    Args:
        kind: `reports` or `quotes`.
        id: its id in the record.
        report: what its source calls the report.
        report_id: the report's id in the record.
        publisher: its outlet, where known.
        published: its day, where known.
        title: its headline, where known.
        url: its address, where known.
        speaker: who said it, for quotes, where known.
        snippet: the best stretch, with the words found between [ and ].
        score: relevance (BM25), higher is better.
    """

    kind: str
    id: str
    report: str
    report_id: str
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None
    speaker: str | None
    snippet: str
    score: float

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


def search(
    reader: Reader, words: str, *, within: str, publisher: str | None, since: Asked, until: Asked, limit: int
) -> list[dict[str, Any]]:
    """Find reports and quotes.

    Args:
        reader: the record, with the shared tables made.
        words: all of these words, in any form (met, meet, meeting); "in quotation marks" as they stand; -word for
            texts without it; word* for words that begin so.
        within: one of WITHIN.
        publisher: part of an outlet's name.
        since: first day of publication.
        until: last day of publication.
        limit: at most so many.

    Returns:
        Rows of `Hit`, the most relevant first.

    Raises:
        UsageError: no words, an unknown `within`, an impossible day.
    """
    if within not in WITHIN:
        raise UsageError(f"words are searched in {', '.join(WITHIN)}, not in {within[:40]!r}")
    if limit < 1:
        raise UsageError(f"a limit of {limit} leaves nothing; give 1 or more")
    first, last = span_of(since, until)
    query = (
        "select kind, id, label as report, report as report_id, publisher, day as published, title, url, speaker, "
        "snippet(texts, 3, '[', ']', '…', 24) as snippet, -bm25(texts) as score from texts where texts match :words "
        "and (:within = 'all' or kind = :within) and (:since is null or day >= :since) "
        "and (:until is null or day <= :until) and (:publisher is null or instr(lower(publisher), lower(:publisher))) "
        "order by rank, published, id limit :limit"
    )
    asked = {"words": expression(words), "within": within, "since": first, "until": last}
    with closing(_index(reader)) as index:
        rows = index.execute(query, {**asked, "publisher": publisher, "limit": limit}).fetchall()
    return [dict(row) for row in rows]


def expression(words: str) -> str:
    """Write what a person asks for as an expression of FTS5, in which every sign but ours is taken literally.

    Raises:
        UsageError: there is no word to look for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _WORDS.findall(words):
        found = (phrase or word).strip()
        plain_words = found.rstrip("*")
        if not any(sign.isalnum() for sign in plain_words):
            continue
        written = '"' + plain_words.replace('"', '""') + '"' + ("*" if found.endswith("*") else "")
        (unwanted if minus else wanted).append(written)
    if not wanted:
        raise UsageError(f"{words[:40]!r} names no word to look for")
    return " AND ".join(wanted) + "".join(f" NOT {word}" for word in unwanted)


def prepare(reader: Reader) -> None:
    """Make the index of this state of the record where it is not there yet, before anybody asks for words."""
    if index.folder(reader) is not None:
        _index(reader).close()


def _index(reader: Reader) -> sqlite3.Connection:
    """Open the index of this state of the record, made where it is not there; in memory where it cannot be kept."""
    folder = index.folder(reader)
    file = folder / "words.sqlite" if folder is not None else None
    with _MAKING:  # whoever asks meanwhile waits, instead of making it too
        if file is not None and not file.exists():
            unfinished = file.with_suffix(f".{os.getpid()}")
            unfinished.unlink(missing_ok=True)
            _fill(sqlite3.connect(unfinished), reader).close()
            unfinished.replace(file)
    if file is None:
        return _fill(sqlite3.connect(":memory:"), reader)
    return _opened(file)


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def _fill(connection: sqlite3.Connection, reader: Reader) -> sqlite3.Connection:
    try:
        with connection:
            connection.execute("pragma journal_mode = off")
            connection.execute(_TABLE)
            # pages of an index that is only ever filled once need not be safe from a fall of the machine
            connection.execute("pragma synchronous = off")
            connection.execute("pragma cache_size = -65536")
            connection.executemany(f"insert into texts values ({', '.join('?' * len(_COLUMNS))})", _rows(reader))
    except sqlite3.Error as error:
        raise RecordError(f"the word index of {reader.folder} could not be made: {error}") from error
    connection.row_factory = sqlite3.Row
    return connection


def _rows(reader: Reader) -> Iterator[tuple[Any, ...]]:
    return reader.fetch(_TEXTS)
