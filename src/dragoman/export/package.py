"""A folder of tables that explains itself: CSV and Parquet, codebook, datapackage.json; and one to be published."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.ask.asked import in_words
from dragoman.export.columns import Column, columns, kept
from dragoman.export.flat import table
from dragoman.export.selection import Selection
from dragoman.version import __version__

_FIELD = {"day": "string", "date": "date", "string": "string", "integer": "integer", "number": "number"}
_SAYS = {
    "events": "one event a row, however many reports tell it",
    "mentions": "one telling of an event a row, with the sentence it rests on",
    "actors": "one participant of these events a row",
    "quotes": "one quote a row, of reports that tell these events",
}


def datapackage(selection: Selection, target: Path) -> int:
    """Write a folder with every table as CSV and Parquet, codebook.md and datapackage.json.

    Source: Frictionless Data Package 1.0.
    """
    target.mkdir()
    rows = {name: _tables(selection, name, target) for name in columns()}
    (target / "codebook.md").write_text(codebook(text=selection.text), encoding="utf-8")
    content = json.dumps(_package(selection, target), ensure_ascii=False, indent=1)
    (target / "datapackage.json").write_text(content + "\n", encoding="utf-8")
    return rows["events"]


def release(selection: Selection, target: Path) -> int:
    """Write a folder to be published: the data package in `data/`, README, CITATION.cff, manifest and checksums."""
    target.mkdir()
    done = datapackage(selection, target / "data")
    (target / "README.md").write_text(_readme(selection, done), encoding="utf-8")
    (target / "CITATION.cff").write_text(_citation(selection), encoding="utf-8")
    (target / "manifest.json").write_text(_manifest(selection, done), encoding="utf-8")
    listed = sorted(path for path in target.rglob("*") if path.is_file())
    sums = "".join(f"{_sum(path)}  {path.relative_to(target).as_posix()}\n" for path in listed)
    (target / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return done


def codebook(*, text: bool) -> str:
    """Give the codebook of the tables as Markdown.

    Args:
        text: with the columns that hold words of reports.
    """
    parts = ["# Codebook\n\nISO dates; an empty cell is missing; several values in a cell have `; ` between.\n"]
    for name in columns():
        parts.append(f"\n## {name}: {_SAYS[name]}\n\n| column | kind | says |\n|---|---|---|\n")
        parts += [f"| {column.name} | {column.kind} | {column.says} |\n" for column in kept(name, text=text)]
    return "".join(parts)


def _tables(selection: Selection, name: str, target: Path) -> int:
    query = table(selection, name)
    selection.copy(query, target / f"{name}.csv", "format csv, header true")
    return selection.copy(query, target / f"{name}.parquet", "format parquet, compression zstd")


def _package(selection: Selection, target: Path) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "dragoman-events",
        "title": in_words("Events", selection.asked),
        "description": selection.record.citation,
        "resources": [_resource(name, target / f"{name}.csv", selection.text) for name in columns()],
    }


def _resource(name: str, file: Path, text: bool) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "description": _SAYS[name],
        "path": file.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{_sum(file)}",
        "schema": {
            "fields": [_field(column) for column in kept(name, text=text)],
            "missingValues": [""],
            "primaryKey": kept(name, text=text)[0].name,
        },
    }


def _field(column: Column) -> dict[str, Any]:
    return {"name": column.name, "type": _FIELD.get(column.kind, column.kind), "description": column.says}


def _readme(selection: Selection, done: int) -> str:
    words = "with the sentences they rest on" if selection.text else "without words of reports"
    once = " Events of one type between the same on one day are told once." if selection.one_a_day else ""
    return (
        f"# {in_words('Events', selection.asked)}\n\n{done:,} events, {words}.{once}\n\n"
        f"Source: {selection.record.citation}.\n\n"
        "- `data/`: tables as CSV and Parquet, `codebook.md`, `datapackage.json`\n"
        "- `manifest.json`: what was asked of which record\n- `SHA256SUMS`: check with `sha256sum -c SHA256SUMS`\n"
        "- `CITATION.cff`: how to cite\n\nA row counts an event, not a report. Codings are made by rules and may be "
        "wrong; `confidence` says how often such a coding is right, and every row names what it rests on.\n"
    )


def _citation(selection: Selection) -> str:
    title = in_words("Events", selection.asked).replace('"', "'")
    return (
        "cff-version: 1.2.0\nmessage: Please cite this data set as below.\ntype: dataset\n"
        f'title: "{title}"\nauthors:\n  - name: The makers of this record\n'
        f'version: "{selection.record.reader.number}"\nabstract: "{selection.record.citation}"\n'
    )


def _manifest(selection: Selection, done: int) -> str:
    reader = selection.record.reader
    content = {
        "dragoman": __version__,
        "record": {"state": reader.state, "version": reader.number},
        "asked": {key: str(value) for key, value in selection.asked.items() if value is not None},
        "one_a_day": selection.one_a_day,
        "text": selection.text,
        "events": done,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _sum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
