"""Builds given_names.tsv (first names of people that are mostly a woman's or mostly a man's).

Needs two packages that dragoman itself does not: `pip install names faker`.
"""

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.knowledge.fold import fold
from tables.sheet import latin, write_tsv

COLUMNS = ("name", "gender")
IN_A_LOCALE = 0.02
"""Weight of standing in one country's list, in per cent of its people: lists give no numbers."""

CLEARLY = 4.0
"""How many times as many of the one gender make a name clear."""


def _census() -> Iterator[tuple[str, str, float]]:
    """Give the first names of the US Census of 1990, with the share of people who bear each, in per cent."""
    import names

    for gender, file in (("f", "dist.female.first"), ("m", "dist.male.first")):
        for line in (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines():
            name, share, *_ = line.split()
            yield name.title(), gender, float(share)


def _locales() -> Iterator[tuple[str, str, float]]:
    """Give the first names of every country's list of faker, each once a list."""
    import faker.providers.person as people

    for found in sorted(module.name for module in pkgutil.iter_modules(people.__path__) if module.ispkg):
        provider = importlib.import_module(f"{people.__name__}.{found}").Provider
        for gender, field in (("f", "first_names_female"), ("m", "first_names_male")):
            for name in sorted({str(name) for name in getattr(provider, field, ())}):
                yield name, gender, IN_A_LOCALE


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table.

    Args:
        facts: not used; the names come from two packages.
        hand: not used.
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    borne: dict[str, dict[str, float]] = defaultdict(lambda: {"f": 0.0, "m": 0.0})
    for name, gender, share in (*_census(), *_locales()):
        folded = fold(name)
        if latin(name) and folded.replace(" ", "").isalpha() and " " not in folded and len(folded) > 1:
            borne[folded][gender] += share
    rows = []
    for name, shares in sorted(borne.items()):
        less, more = sorted(shares, key=lambda gender: shares[gender])
        if shares[more] >= CLEARLY * shares[less]:
            rows.append((name, more))
    return {"given_names.tsv": write_tsv(out / "given_names.tsv", COLUMNS, rows)}
