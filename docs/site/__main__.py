"""`python -m docs.site` builds the documentation into the folder `site`."""

import argparse
import sys
from pathlib import Path

from docs.site.build import BuildError, build


def main() -> int:
    """Build the site, and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m docs.site", description=__doc__)
    parser.add_argument("--into", type=Path, default=Path("site"), help="folder of the site; what is in it is replaced")
    into = parser.parse_args().into
    try:
        pages = build(into)
    except BuildError as error:
        print(f"docs.site: {error}", file=sys.stderr)
        return 1
    print(f"{pages} pages in {into}; open {into / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
