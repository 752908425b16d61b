"""Print how well the text of web pages is extracted: dragoman and trafilatura alone, side by side in one run.

python benchmarks/extraction.py FOLDER

FOLDER holds `html/ID.html.gz` and `ground-truth.json.gz` (article-extraction-benchmark). The score is that benchmark's
own: shingles of four words, precision and recall averaged over pages, their F1 (its `evaluate.py`).
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from dragoman.model import Article
from dragoman.read import How, read_bytes

Extract = Callable[[bytes, str], tuple[str, bool]]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words of a text; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def measured(gold: str, found: str) -> tuple[float, float, float]:
    """Give true positives, false positives and misses of one page, as shares of all three."""
    wanted, got = shingles(gold), shingles(found)
    hits = sum((wanted & got).values())
    extra, missed = sum((got - wanted).values()), sum((wanted - got).values())
    total = hits + extra + missed or 1
    return hits / total, extra / total, missed / total


def ours(page: bytes, url: str) -> tuple[str, bool]:
    """Read a page as dragoman does: the text that is coded, the furniture off."""
    found = next((item for item in read_bytes(page, "page.html", How(kind="html")) if isinstance(item, Article)), None)
    return (found.text, found.published is not None) if found else ("", False)


def theirs(page: bytes, url: str, *, precise: bool = False) -> tuple[str, bool]:
    """Extract a page with trafilatura alone, as its own entry in the benchmark does, or as dragoman asks it to."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(page, favor_precision=precise, include_comments=False, with_metadata=True)
    return (found.text or "", bool(found.date)) if found else ("", False)


RIVALS: tuple[tuple[str, Extract], ...] = (
    ("dragoman", ours),
    ("trafilatura", theirs),
    ("  for precision", partial(theirs, precise=True)),
)


def main() -> None:
    """Run both over all pages and print a row for each."""
    folder = Path(sys.argv[1])
    truth = json.loads(gzip.decompress((folder / "ground-truth.json.gz").read_bytes()))
    files = {key: folder / "html" / f"{key}.html.gz" for key in sorted(truth)}
    pages = {key: gzip.decompress(path.read_bytes()) for key, path in files.items() if path.exists()}
    print(f"{len(pages)} pages\n{'':17}{'F1':>8}{'P':>8}{'R':>8}{'dated':>8}{'seconds':>9}")
    for name, extract in RIVALS:
        started = perf_counter()
        found = {key: extract(page, truth[key]["url"]) for key, page in pages.items()}
        seconds = perf_counter() - started
        sums = [
            sum(part) for part in zip(*(measured(truth[k]["articleBody"], found[k][0]) for k in pages), strict=True)
        ]
        precision, recall = sums[0] / (sums[0] + sums[1]), sums[0] / (sums[0] + sums[2])
        f1 = 2 * precision * recall / (precision + recall)
        dated = sum(has for _, has in found.values())
        print(f"{name:17}{f1:8.4f}{precision:8.3f}{recall:8.3f}{dated:5}/{len(pages):<3}{seconds:8.1f}")


if __name__ == "__main__":
    main()
