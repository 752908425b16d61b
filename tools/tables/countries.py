"""Builds countries.tsv (one row a state) and country_forms.tsv (every form that stands for one)."""

from collections.abc import Iterator
from pathlib import Path

from tables.sheet import Row, latin, read_csv, read_tsv, tidy, write_tsv

COLUMNS = (
    "iso3",
    "iso2",
    "name",
    "demonyms",
    "names",
    "capital",
    "lat",
    "lon",
    "capital_lat",
    "capital_lon",
    "wikidata",
)
FORMS = ("form", "iso3", "kind")
PLURAL_ENDINGS = ("an", "i", "ian", "en", "ot", "er", "ch")  # Afghan-s, Iraqi-s, Cypriot-s, New Zealander-s, Czech-s


def _people(demonym: str) -> Iterator[str]:
    """Give the plural noun for a regular demonym."""
    if demonym.endswith(PLURAL_ENDINGS) and not demonym.endswith(("ench", "utch")):
        yield demonym + "s"


def _own_forms(row: Row) -> Iterator[tuple[str, str]]:
    names = [row.cells["name"], row.cells["official_name"].removeprefix("the "), *row.many("other_names")]
    for name in names:
        plain = tidy(name).replace("&", "and")
        short = len(plain) < 4 or (len(plain) == 3 and plain.isupper())
        if latin(plain) and not short and "," not in plain and "(" not in plain:
            yield plain, "name"
    for demonym in row.many("demonyms"):
        yield demonym, "demonym"
        for people in _people(demonym):
            yield people, "people"
    if row.cells["capital"]:
        yield tidy(row.cells["capital"]), "capital"


def _hand(folder: Path) -> tuple[dict[str, str], dict[tuple[str, str], str], set[str]]:
    usual: dict[str, str] = {}
    added: dict[tuple[str, str], str] = {}
    dropped: set[str] = set()
    for row in read_tsv(folder / "country_forms.tsv"):
        iso3, kind, form = row.cells["iso3"], row.cells["kind"], row.cells["form"]
        if kind == "usual":
            usual[iso3] = form
            added[(form, "name")] = iso3
        elif kind == "never":
            dropped.add(form)
        elif kind in ("name", "demonym", "people", "metonym", "capital"):
            added[(form, kind)] = iso3
        else:
            raise row.refuse("kind", "expected usual, never, name, demonym, people, metonym or capital")
    return usual, added, dropped


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write both tables.

    Args:
        facts: folder with countries.csv.
        hand: folder with country_forms.tsv, whose rows outrank the facts.
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    usual, added, dropped = _hand(hand)
    forms: dict[str, dict[str, str]] = {}
    states = []
    taken = {form for form, _ in added}
    # Sovereign states first: a form shared with a dependency ("French", "Chinese") belongs to the state.
    rows = sorted(read_csv(facts / "countries.csv"), key=lambda row: (not row.cells["cow_alpha"], row.cells["iso3"]))
    for row in rows:
        iso3 = row.cells["iso3"]
        if len(iso3) != 3:
            continue
        own = [pair for pair in _own_forms(row) if pair[0] not in dropped]
        for form, kind in own:
            if form not in taken:
                forms.setdefault(form, {}).setdefault(kind, iso3)
        names = sorted(
            {form for form, kind in own if kind == "name"}
            | {f for (f, k), i in added.items() if k == "name" and i == iso3}
        )
        demonyms = [f for (f, k), i in added.items() if k == "demonym" and i == iso3]
        demonyms += [form for form, kind in own if kind == "demonym" and form not in demonyms and form not in taken]
        name = usual.get(iso3, tidy(row.cells["name"]).replace("&", "and"))
        cells = row.cells
        states.append(
            (iso3, cells["iso2"], name, "|".join(demonyms), "|".join(n for n in names if n != name),
             tidy(cells["capital"]), cells["lat"], cells["lon"],
             cells["capital_lat"], cells["capital_lon"], cells["wikidata_id"])
        )  # fmt: skip
    for (form, kind), iso3 in added.items():
        forms.setdefault(form, {})[kind] = iso3
    for state in states:
        forms.setdefault(state[2], {}).setdefault("name", state[0])
    for kinds in forms.values():
        if "people" in kinds and kinds.get("name") == kinds["people"]:
            del kinds["name"]  # the sources list "Cubans" among the names of Cuba
    table = sorted((form, iso3, kind) for form, kinds in forms.items() for kind, iso3 in kinds.items())
    return {
        "countries.tsv": write_tsv(out / "countries.tsv", COLUMNS, sorted(states)),
        "country_forms.tsv": write_tsv(out / "country_forms.tsv", FORMS, table),
    }
