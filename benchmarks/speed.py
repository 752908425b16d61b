"""How fast reports are coded, and where the time goes.

    python benchmarks/speed.py NEWS.jsonl.gz [--reports 200] [--workers 1 2]

NEWS holds reports as JSON lines. Everything is timed in one run, so that the ratios stand whatever the machine; the
machine is described with them. Loading is timed apart from coding.
"""

import argparse
import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from dragoman.model import Problem
from dragoman.pipeline import Pipeline, sources
from dragoman.run import annotate


def sample(news: Path, reports: int, folder: Path) -> Path:
    """Take reports evenly from the whole file, so that no one genre fills the sample."""
    with gzip.open(news, "rt", encoding="utf-8") if news.suffix == ".gz" else news.open(encoding="utf-8") as lines:
        found = list(lines)
    chosen = found[:: max(len(found) // reports, 1)][:reports]
    target = folder / "sample.jsonl"
    target.write_text("".join(chosen), encoding="utf-8")
    return target


def share_of_rooms(path: Path) -> None:
    """Code in this process, and print the share of each room."""
    started = perf_counter()
    pipeline = Pipeline.load()
    pipeline.code(next(a for a in sources.read_all([str(path)]) if not isinstance(a, Problem)))
    print(f"load and first report: {perf_counter() - started:.2f} s")
    pipeline.clock.seconds.clear()
    started = perf_counter()
    articles = [a for a in sources.read_all([str(path)]) if not isinstance(a, Problem)]
    pipeline.clock.add("read", started)
    words = reports = 0
    for article in articles:
        document, _ = pipeline.code(article)
        words += len(document.tokens)
        reports += 1
    seconds = pipeline.clock.seconds
    neural = seconds["language"]
    total = sum(seconds.values())
    print(f"{reports} reports, {words:,} words, {words / reports:.0f} a report")
    print(f"\n{'room':12}{'ms a report':>12}{'share':>8}{'to neural':>11}")
    for room, spent in sorted(seconds.items(), key=lambda pair: -pair[1]):
        print(f"{room:12}{1000 * spent / reports:12.2f}{spent / total:8.1%}{spent / neural:11.2f}")
    rest = total - neural
    print(f"{'all others':12}{1000 * rest / reports:12.2f}{rest / total:8.1%}{rest / neural:11.2f}")


def rate(path: Path, workers: int) -> None:
    """Code with some processes, loading included, and print reports a second."""
    started = perf_counter()
    done = sum(not isinstance(item, Problem) for item in annotate([str(path)], workers=workers))
    seconds = perf_counter() - started
    print(f"{workers} process{'es' if workers > 1 else ''}: {done / seconds:.1f} reports a second, loading included")


def import_time() -> None:
    """Print what `import dragoman` costs, best of five."""
    program = "import time; t = time.perf_counter(); import dragoman; print(time.perf_counter() - t)"
    runs = (subprocess.run([sys.executable, "-c", program], capture_output=True, check=True) for _ in range(5))
    print(f"import dragoman: {min(float(run.stdout) for run in runs):.3f} s")


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    import_time()
    with tempfile.TemporaryDirectory() as folder:
        path = sample(options.news, options.reports, Path(folder))
        lengths = [len(json.loads(line)["text"].split()) for line in path.read_text(encoding="utf-8").splitlines()]
        print(f"sample: {len(lengths)} reports, {sum(lengths) / len(lengths):.0f} white-space words a report")
        share_of_rooms(path)
        print()
        for workers in options.workers:
            rate(path, workers)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main()
