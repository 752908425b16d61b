"""Forty-one short reports of our own writing, for the demo and the tests.

Three invented outlets tell well-known public events of 2020 to 2023; several tell the same one.
"""

from importlib.resources import as_file, files
from pathlib import Path


def path() -> Path:
    """Give the file of the reports, as JSON lines."""
    with as_file(files("dragoman.sample") / "reports.jsonl") as file:
        return file
