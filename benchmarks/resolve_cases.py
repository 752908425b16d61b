"""How often words lead to the right state and sector: a file of cases in the format of the NGEC tests.

    python benchmarks/resolve_cases.py CASES.jsonl [--undated 2022-06-01] [--misses]

A case is a line `{"id", "text", "date", "expected": [{"country", "sector", "secondary_sector", "wiki_title"}]}`. The
sectors of the file are PLOVER's and CAMEO's own; both sides are folded into the sectors that dragoman records by
codes/sectors.tsv (in these files MED means medical and JRN media), and an exact match of the finer code counts too.
Codes that stand for no state (UNO, IGO, EUR) count as no state. `JNK` and unset sectors are left out.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.codes.sectors import plover
from dragoman.knowledge.fold import fold
from dragoman.knowledge.resolve import Resolution, resolve

NO_STATE = ("UNO", "IGO", "EUR", "NGO", "MNC")
UNSET = ("", "????", "JNK")
RENAMED = {"MED": "HLH", "JRN": "MED"}


def country_right(expected: dict[str, str], found: Resolution) -> bool | None:
    """Tell whether the state is right; None where the case expects nothing."""
    if "country" not in expected:
        return None
    wanted = "" if expected["country"] in NO_STATE else expected["country"]
    return (found.country or "") == wanted


def sector_right(expected: dict[str, str], found: Resolution) -> bool | None:
    """Tell whether the sector is right; None where the case expects nothing."""
    if expected.get("sector", "") in UNSET:
        return None
    wanted = [expected["sector"], *filter(None, [expected.get("secondary_sector", "")])]
    folded = {plover(RENAMED.get(code, code)) for code in wanted}
    return (found.sector or "UNK") in folded or (found.finer or "") in wanted


def title_right(expected: dict[str, str], found: Resolution) -> bool | None:
    """Tell whether the name is the title of the Wikipedia article; None where the case expects none."""
    return fold(found.name or "") == fold(expected["wiki_title"]) if expected.get("wiki_title") else None


def cases(path: Path) -> Iterator[tuple[str, str | None, dict[str, Any]]]:
    """Give text, date and expectation of every case."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield case["text"], case["date"], case["expected"][0] if case["expected"] else {}


def main() -> None:
    """Resolve every case and print shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--undated", default="2022-06-01", help="day for cases without one (default: %(default)s)")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    asked = parser.parse_args()
    asked_for: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for text, written, expected in cases(asked.cases):
        found = resolve(text, date.fromisoformat(written or asked.undated))
        country, sector = country_right(expected, found), sector_right(expected, found)
        both = None if country is None or sector is None else country and sector
        outcome = {"country": country, "sector": sector, "country and sector": both}
        outcome["Wikipedia title"] = title_right(expected, found)
        for figure, hit in outcome.items():
            asked_for[figure] += hit is not None
            right[figure] += hit is True
        if asked.misses and False in (country, sector):
            wanted = f"{expected.get('country')}/{expected.get('sector')}"
            print(f"{text}: {wanted}, found {found.country}/{found.sector}/{found.finer} ({found.reason[:70]})")
    for figure, number in asked_for.items():
        print(f"{figure:20}{right[figure]:5} of {number:5}  {right[figure] / number if number else 0:.3f}")


if __name__ == "__main__":
    main()
