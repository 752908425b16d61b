"""How fast reports are coded, where the time goes, what the cascade saves, and how much memory it takes.

    python benchmarks/speed.py NEWS... [--reports 200] [--workers 1 2] [--memory 100 400 1200]

NEWS are sources of any kind that dragoman reads; reports are taken evenly from all. Everything is timed in one run,
so that the ratios stand whatever the machine; the machine is described with them. Rates are given for reports of 500
words (white-space words, so that they can be compared), whatever the length of those at hand.

The floor is the bare neural pass over the same sentences, each read once, one thread: what coding in full cannot beat.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from time import perf_counter

from dragoman.model import Article
from dragoman.pipeline import Pipeline, Settings, sources
from dragoman.run.coding import code_all

USUAL = 500
"""Words of the report that rates are given for."""
WARM = 20
"""Reports coded before the clock starts, so that tables, processes and memories are there."""


def reports(paths: Sequence[str], wanted: int) -> tuple[list[Article], list[Article]]:
    """Take English reports evenly from the sources, so that no one genre fills the sample; some first to warm up on."""
    found = [item for item in sources.read_all(paths) if isinstance(item, Article) and item.language == "en"]
    chosen = found[:: max(len(found) // (wanted + WARM), 1)][: wanted + WARM]
    return chosen[:WARM], chosen[WARM:]


def words(articles: Sequence[Article]) -> int:
    """Count white-space words."""
    return sum(len(article.text.split()) for article in articles)


def machine() -> str:
    """Describe where this runs."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    except FileNotFoundError:
        name = platform.processor()
    load = os.getloadavg()[0]
    return f"{name or platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}"


def import_time() -> float:
    """Give what `import dragoman` costs, best of five."""
    program = "import time; t = time.perf_counter(); import dragoman; print(time.perf_counter() - t)"
    runs = (subprocess.run([sys.executable, "-c", program], capture_output=True, check=True) for _ in range(5))
    return min(float(run.stdout) for run in runs)


def floor(articles: Sequence[Article]) -> float:
    """Time the bare neural pass over all sentences, nothing decoded, in seconds."""
    from dragoman.language.encoder import Encoder
    from dragoman.language.passages import scored_in_passages
    from dragoman.text import sentences, tokens

    reports = [
        [
            [article.text[a:b] for a, b in tokens.split(article.text, start, end)]
            for start, end in sentences.split(article.text)
        ]
        for article in articles
    ]
    encoder = Encoder.load(threads=1)
    for report in reports[:4]:
        list(scored_in_passages(encoder, report))
    started = perf_counter()
    for report in reports:
        list(scored_in_passages(encoder, report))
    return perf_counter() - started


def rooms(settings: Settings, warm: Sequence[Article], articles: Sequence[Article]) -> tuple[dict[str, float], float]:
    """Code in this process, and give the seconds of each room and the share of words that the network read."""
    pipeline = Pipeline.load(settings)
    for article in warm:
        pipeline.code(article)
    pipeline.clock.seconds.clear()
    read = every = 0
    for article in articles:
        analysis = pipeline.code(article)[0].analysis
        every += len(analysis.tokens)
        left = (analysis.sentences[i] for i in analysis.unread)
        read += len(analysis.tokens) - sum(sentence.last - sentence.first for sentence in left)
    return pipeline.clock.seconds, read / max(every, 1)


def share_of_rooms(warm: Sequence[Article], articles: Sequence[Article]) -> None:
    """Print what each room takes, in full and with the cascade, beside the floor."""
    bare = floor(articles)
    per = words(articles) / USUAL
    print(
        f"floor: the bare neural pass, {1000 * bare / per:.1f} ms for {USUAL} words, {per / bare:.1f} reports a second"
    )
    for name, settings in (("in full", Settings(full=True)), ("with the cascade", Settings())):
        seconds, read = rooms(settings, warm, articles)
        total = sum(seconds.values())
        print(f"\n{name}: {read:.0%} of the words read; end to end {total / bare:.2f} of the floor")
        print(f"{'room':12}{'ms for 500 words':>18}{'share':>8}{'to the floor':>14}")
        for room, spent in sorted(seconds.items(), key=lambda pair: -pair[1]):
            print(f"{room:12}{1000 * spent / per:18.2f}{spent / total:8.1%}{spent / bare:14.2f}")


def rate(warm: Sequence[Article], articles: Sequence[Article], workers: int, settings: Settings) -> float:
    """Code with some processes, and give reports of 500 words a second once all are running."""
    coded = code_all([*warm, *articles], workers=workers, settings=settings)
    for _ in warm:
        next(coded)
    started = perf_counter()
    for _ in coded:
        pass
    return words(articles) / USUAL / (perf_counter() - started)


def rates(warm: Sequence[Article], articles: Sequence[Article], workers: Sequence[int]) -> Iterator[str]:
    """Give the lines of a table of rates."""
    yield f"{'processes':>10}{'in full':>10}{'cascade':>10}{'gain':>8}   reports of {USUAL} words a second"
    for number in workers:
        full, quick = (rate(warm, articles, number, settings) for settings in (Settings(full=True), Settings()))
        yield f"{number:10}{full:10.1f}{quick:10.1f}{quick / full:8.2f}"


def memory(paths: Sequence[str], sizes: Sequence[int]) -> Iterator[str]:
    """Give the lines of a table of peak memory by the number of reports, each measured in a process of its own."""
    yield f"{'reports':>10}{'peak MB':>10}   one process, reports read and coded as they come"
    for size in sizes:
        program = [sys.executable, __file__, *paths, "--stream", str(size)]
        done = subprocess.run(program, capture_output=True, check=True, text=True)
        yield f"{size:10}{float(done.stdout):10.0f}"


def stream(paths: Sequence[str], size: int) -> None:
    """Read and code so many reports, the sources over and over where they hold fewer, and print the peak memory."""
    endless = (item for _ in cycle([0]) for item in sources.read_all(paths))
    articles = (item for item in endless if isinstance(item, Article))
    for _ in code_all(islice(articles, size)):
        pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", nargs="+")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--memory", type=int, nargs="*", default=[100, 400, 1200])
    parser.add_argument("--stream", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stream:
        stream(options.news, options.stream)
        return
    print(machine())
    print(f"import dragoman: {import_time():.3f} s")
    warm, articles = reports(options.news, options.reports)
    print(f"{len(articles)} reports, {words(articles) / len(articles):.0f} words a report\n")
    share_of_rooms(warm, articles)
    tables = [rates(warm, articles, options.workers)] if options.workers else []
    tables += [memory(options.news, options.memory)] if options.memory else []
    for table in tables:
        print()
        for line in table:
            print(line, flush=True)


if __name__ == "__main__":
    main()
