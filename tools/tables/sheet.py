"""Reads the sheets of a facts folder, writes packaged tables: same input, same bytes."""

import csv
import gzip
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class FactError(Exception):
    """A fact breaks a rule; the message names file, line and column."""


class Row(NamedTuple):
    """One row of a sheet, and where it stands.

    Args:
        path: the sheet.
        line: its line, counted from 1.
        cells: column name to text.
    """

    path: Path
    line: int
    cells: dict[str, str]

    def refuse(self, column: str, why: str) -> FactError:
        """Make the error that refuses this row."""
        return FactError(f"{self.path.name}:{self.line}: column {column!r} = {self.cells.get(column)!r}: {why}")

    def many(self, column: str) -> list[str]:
        """Give a cell that holds a list parted by `|`."""
        return [part.strip() for part in self.cells[column].split("|") if part.strip()]


def read_csv(path: Path) -> Iterator[Row]:
    """Read a comma-separated sheet with a header."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        for cells in reader:
            yield Row(path, reader.line_num, {key: (value or "").strip() for key, value in cells.items()})


def read_tsv(path: Path) -> Iterator[Row]:
    """Read a tab-separated sheet with a header; lines that begin with # are comments."""
    header: list[str] | None = None
    for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not text.strip() or text.startswith("#"):
            continue
        cells = text.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise FactError(f"{path.name}:{line}: {len(cells)} cells under {len(header)} columns")
        cells += [""] * (len(header) - len(cells))
        yield Row(path, line, {key: value.strip() for key, value in zip(header, cells, strict=True)})


def write_tsv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table, gzipped (without a clock in it) where the name ends so; give its number of rows."""
    text = io.StringIO()
    text.write("\t".join(header) + "\n")
    number = 0
    for row in rows:
        if len(row) != len(header) or any("\t" in cell or "\n" in cell for cell in row):
            raise FactError(f"{path.name}: row {row!r} does not fit the columns {header!r}")
        text.write("\t".join(row) + "\n")
        number += 1
    content = text.getvalue().encode("utf-8")
    path.write_bytes(gzip.compress(content, 9, mtime=0) if path.suffix == ".gz" else content)
    return number


def write_index(path: Path, forms: Mapping[str, Iterable[int]]) -> int:
    """Write a table that leads from forms to row numbers, sorted so that it can be asked by bisection."""
    listed = sorted((form, ",".join(map(str, sorted(set(numbers))))) for form, numbers in forms.items() if form)
    return write_tsv(path, ("form", "rows"), sorted(listed, key="\t".join))


def latin(text: str) -> bool:
    """Tell whether a form is written in Latin letters without signs of a phonetic script."""
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and all(unicodedata.name(sign, "").startswith("LATIN") for sign in letters)


SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Make white space single and apostrophes plain."""
    return SPACE.sub(" ", text.replace("\u2019", "'").replace("\u2018", "'")).strip()
