"""What it costs to read pages, PDFs and office documents in a child process with limits, beside reading them here.

    python benchmarks/apart.py FOLDER [--files 100] [--rounds 5]

Reads the same files in both ways, turn by turn in one run, and prints seconds and the ratio of each round and the
median of the ratios: 1.05 means that the child costs a twentieth. The start of the child, once a run, is told apart.
"""

import argparse
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from dragoman.model import Article
from dragoman.read import apart, read, walk
from dragoman.read.formats import known_formats
from dragoman.read.source import Source

ENDINGS = (".html", ".html.gz", ".htm", ".pdf", ".docx", ".rtf")


def here(kind: str, source: Source) -> Iterator[Any]:
    """Run a reader in this process."""
    return known_formats()[kind].read(source)


def seconds(files: list[Path], way: Callable[[str, Source], Iterator[Any]]) -> tuple[float, int]:
    """Time the reading of some files one way, and count the reports in them."""
    walk.read_apart = way  # type: ignore[assignment, attr-defined]
    began = perf_counter()
    reports = sum(isinstance(item, Article) for file in files for item in read(file))
    return perf_counter() - began, reports


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    found = sorted(file for file in asked.folder.rglob("*") if file.name.endswith(ENDINGS))
    files = list(islice(found, asked.files))
    seconds(files[:2], here)
    start, _ = seconds(files[:2], apart.read_apart)
    print(f"{len(files)} files; the first two with the start of the child: {start:.2f} s")
    ratios = []
    for _ in range(asked.rounds):
        (child, reports), (same, _) = seconds(files, apart.read_apart), seconds(files, here)
        ratios.append(child / same)
        print(f"{reports} reports: in the child {child:.2f} s, here {same:.2f} s, ratio {ratios[-1]:.3f}", flush=True)
    print(f"median ratio {median(ratios):.3f}")


if __name__ == "__main__":
    main()
