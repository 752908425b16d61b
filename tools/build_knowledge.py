"""Builds the packaged tables of dragoman from a folder of facts.

    python tools/build_knowledge.py FACTS [--out src/dragoman/knowledge] [--only countries,persons,...]

The same facts give the same bytes. A fact that breaks a rule stops the build with its file, line and column.
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from tables import cameo, countries, given_names, name_letters, offices, organisations, persons, places, titles  # noqa: E402
from tables.sheet import FactError  # noqa: E402

BUILDERS = {
    "countries": countries.build,
    "persons": persons.build,
    "offices": offices.build,
    "organisations": organisations.build,
    "places": places.build,
    "titles": titles.build,
    "cameo": cameo.build,
    "given_names": given_names.build,
    "name_letters": name_letters.build,
}


def main(arguments: list[str] | None = None) -> int:
    """Build what was asked for and print the number of rows of each table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "facts", type=Path, help="folder with countries.csv, persons.csv, offices.csv, organisations.csv"
    )
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "dragoman" / "knowledge")
    parser.add_argument("--only", default=",".join(BUILDERS), help="builders to run, parted by commas")
    asked = parser.parse_args(arguments)
    try:
        for name in asked.only.split(","):
            for table, rows in BUILDERS[name](asked.facts, HERE / "hand", asked.out).items():
                print(f"{table}\t{rows} rows")
    except FactError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
