"""Runs a fit on annotated reports from the command line: which reports, which table, how many weights came of it."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from annotated import Annotated, read
from logistic import write


def table(about: str | None, tool: str, fitted: Callable[[Sequence[Annotated]], Mapping[str, float]]) -> None:
    """Read the reports that the command line names, fit, write the table.

    Args:
        about: what the tool says of itself.
        tool: its name, told in the table.
        fitted: makes the weights from the reports.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--also", type=Path, help="another folder of reports with tellings")
    given = parser.parse_args()
    reports = read(given.gold, given.also)
    weights = fitted(reports)
    write(given.table, tool, weights)
    print(f"{len(reports)} reports; {len(weights)} weights")
