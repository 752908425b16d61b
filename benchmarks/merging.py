"""What merging costs: seconds for ever longer streams, and for a thousand reports more beside the longest.

    python benchmarks/merging.py [--largest 100000] [--svg curve.svg]

Prints a table of reports, mentions, judged pairs, events and seconds, the exponent of growth between successive lines
(1 is linear, 2 is quadratic), and draws the curve beside n log n through the first point. The stream tells 140 reports
a day, so more reports are more days of the same density, as in an archive: 100,000 are two years. Blocks of months are
full from some 5,000 reports on; before that, cost grows a little faster, because blocks still fill.
"""

import argparse
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from time import process_time

from stream import stream

from dragoman.merge import Merged, Told, merge, renew
from dragoman.model import Link

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
MORE = 1_000
Row = tuple[int, int, int, int, float]


class Shelf:
    """What was merged, in memory."""

    def __init__(self, told: Iterable[Told], merged: Merged) -> None:
        self._told = {one.id: one for one in told}
        self._members: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, day, mention in merged.blocks:
            self._members[key].append((day, mention))
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in merged.links:
            self._links[link.left].append(link)
            self._links[link.right].append(link)

    def blocks(self, keys: Collection[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Give the members of blocks."""
        return {key: self._members[key] for key in keys if key in self._members}

    def told(self, mentions: Collection[str]) -> Iterator[Told]:
        """Give known mentions."""
        return (self._told[key] for key in mentions if key in self._told)

    def links(self, mentions: Collection[str]) -> Iterator[Link]:
        """Give the links of mentions."""
        return (link for key in mentions for link in self._links.get(key, ()))


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--largest", type=int, default=SIZES[-1])
    asked.add_argument("--svg", type=Path)
    options = asked.parse_args()
    rows: list[Row] = []
    print(f"{'reports':>9}{'mentions':>10}{'links':>10}{'events':>10}{'seconds':>9}{'growth':>8}", flush=True)
    for size in [size for size in SIZES if size <= options.largest]:
        told = list(stream(size))
        then = process_time()
        merged = merge(told)
        rows.append((size, len(told), len(merged.links), len(merged.events), process_time() - then))
        print(_line(rows), flush=True)
        if options.svg and len(rows) > 1:
            options.svg.write_text(_svg(rows), encoding="utf-8")
    more = list(stream(MORE, first=rows[-1][0]))
    shelf = Shelf(told, merged)
    then = process_time()
    made = renew(more, shelf)
    took = process_time() - then
    print(f"{MORE:,} reports more: {took:.1f} seconds; {len(made.mentions):,} mentions derived anew, {len(more):,} new")
    print("\n".join(_chart(rows)))


def _line(rows: Sequence[Row]) -> str:
    size, mentions, links, events, seconds = rows[-1]
    growth = log(seconds / rows[-2][4]) / log(size / rows[-2][0]) if len(rows) > 1 else float("nan")
    return f"{size:9,}{mentions:10,}{links:10,}{events:10,}{seconds:9.1f}{growth:8.2f}"


def _bound(rows: Sequence[Row], size: int) -> float:
    """Give the seconds that n log n through the first row would take."""
    first, seconds = rows[0][0], rows[0][4]
    return seconds * size * log(size) / (first * log(first))


def _chart(rows: Sequence[Row]) -> Iterator[str]:
    longest = max(max(row[4], _bound(rows, row[0])) for row in rows)
    for row in rows:
        for name, seconds in (("measured", row[4]), ("n log n", _bound(rows, row[0]))):
            yield f"{row[0]:9,} {name:9} {'#' * max(round(60 * seconds / longest), 1)} {seconds:.1f} s"


def _svg(rows: Sequence[Row]) -> str:
    """Draw both curves on logarithmic axes."""
    low, high = rows[0][0], rows[-1][0]
    values = [value for row in rows for value in (row[4], _bound(rows, row[0]))]
    least, most = min(values), max(values)

    def point(size: int, seconds: float) -> str:
        x = 60 + 400 * (log(size / low) / log(high / low) if high > low else 0)
        return f"{x:.0f},{260 - 220 * log(seconds / least) / log(most / least):.0f}"

    measured = " ".join(point(row[0], row[4]) for row in rows)
    bound = " ".join(point(row[0], _bound(rows, row[0])) for row in rows)
    ticks = "".join(
        f'<text x="{point(row[0], least).split(",")[0]}" y="280" text-anchor="middle">{row[0]:,}</text>' for row in rows
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 300" font-family="sans-serif" font-size="11">'
        f"<title>Seconds for merging, by reports (both axes logarithmic)</title>{ticks}"
        f'<polyline points="{bound}" fill="none" stroke="#888" stroke-dasharray="5 4"/>'
        f'<polyline points="{measured}" fill="none" stroke="#1f5fa8" stroke-width="2"/>'
        f'<text x="60" y="20" fill="#1f5fa8">measured, {rows[-1][4]:.0f} s at {high:,} reports</text>'
        '<text x="60" y="36" fill="#666">n log n through the first point</text></svg>\n'
    )


if __name__ == "__main__":
    main()
