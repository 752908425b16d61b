"""Builds persons.tsv.gz (one row a person, the name in common use first) and its two indexes."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from dragoman.knowledge.fold import fold
from tables.sheet import FactError, latin, read_csv, read_tsv, tidy, write_index, write_tsv

INITIAL = re.compile(r"[A-Z]\.?")
COLUMNS = ("key", "name", "aliases", "country", "wikidata", "folded")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


def _surnames(form: str, family_first: bool) -> set[str]:
    """Give what may stand for a surname: the last one to three words, or the first where family names go first."""
    words = [word for word in form.split(" ") if word not in SUFFIXES]
    if len(words) < 2:
        return set(words)
    found = {" ".join(words[-length:]) for length in (1, 2, 3) if length < len(words)}
    return found | ({words[0]} if family_first else set())


def blocks(words: Sequence[str]) -> set[str]:
    """Give the blocks within which spellings are compared: beginnings of the first and the last word."""
    return {"b:<" + words[0][:2] + words[-1][:1], "b:>" + words[-1][:3]}


def _indexes(
    rows: Sequence[tuple[str, ...]], family_first: set[str]
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    near: dict[str, list[int]] = defaultdict(list)
    far: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        folded = row[5].split("|")
        first = row[3] in family_first
        for form in folded:
            near[f"n:{form}"].append(number)
            for surname in _surnames(form, first):
                near[f"s:{surname}"].append(number)
            if " " in form:
                for block in blocks(form.split(" ")):
                    far[block].append(number)
        words = folded[0].split(" ")
        if len(words) > 1 and not first:
            near[f"g:{words[0]}"].append(number)
        for word in words:
            far[f"w:{word}"].append(number)
    return near, far


def _noise(hand: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give words that open or close a form which is no name ("Prime Minister Netanyahu", "Assad Regime")."""
    rows = list(read_tsv(hand / "alias_noise.tsv"))
    opening = tuple(row.cells["word"].casefold() + " " for row in rows if row.cells["side"] == "opens")
    closing = tuple(" " + row.cells["word"].casefold() for row in rows if row.cells["side"] == "closes")
    return opening, closing


def _usual_names(hand: Path) -> dict[str, str]:
    return {row.cells["key"]: row.cells["name"] for row in read_tsv(hand / "usual_names.tsv")}


def _more_aliases(hand: Path) -> dict[str, list[str]]:
    return {row.cells["key"]: row.many("aliases") for row in read_tsv(hand / "usual_names.tsv")}


def same_persons(hand: Path) -> dict[str, str]:
    """Give the keys that the sources hold twice, each with the key that stays."""
    return {row.cells["key"]: row.cells["same_as"] for row in read_tsv(hand / "same_persons.tsv")}


def _short(name: str) -> str:
    """Leave out middle initials, as news does: John R. Bolton is John Bolton (but H. R. McMaster keeps his)."""
    first, *rest = name.split(" ")
    kept = [word for word in rest if not INITIAL.fullmatch(word)]
    return " ".join([first, *kept]) if kept and not INITIAL.fullmatch(first) else name


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table.

    Args:
        facts: folder with persons.csv.
        hand: folder with usual_names.tsv (names as English news uses them) and alias_noise.tsv.
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    opening, closing = _noise(hand)
    usual, more = _usual_names(hand), _more_aliases(hand)
    same = same_persons(hand)
    for row in read_csv(facts / "persons.csv"):
        if row.cells["person_id"] in same:
            forms_of_double = [tidy(row.cells["name"]), *row.many("aliases")]
            more.setdefault(same[row.cells["person_id"]], []).extend(forms_of_double)
    rows: dict[str, tuple[str, ...]] = {}
    shared = Counter(
        (_short(tidy(row.cells["name"])), row.cells["country_iso3"]) for row in read_csv(facts / "persons.csv")
    )
    for row in read_csv(facts / "persons.csv"):
        key = row.cells["person_id"]
        if key in same:
            continue
        if key in rows:
            raise row.refuse("person_id", "borne by an earlier row too")
        given = tidy(row.cells["name"])
        short = _short(given)
        alone = shared[(short, row.cells["country_iso3"])] == 1
        name = usual.get(key) or (short if alone else given)
        forms = {fold(name): name}
        for alias in [given, short, *row.many("aliases"), *more.get(key, [])]:
            plain = tidy(alias)
            low = plain.casefold()
            if (
                latin(plain)
                and not low.startswith(opening)
                and not low.endswith(closing)
                and "," not in plain
                and len(plain) > 2
            ):
                forms.setdefault(fold(plain), plain)
        forms.pop("", None)
        aliases = [form for form in forms.values() if form != name]
        rows[key] = (key, name, "|".join(aliases), row.cells["country_iso3"], row.cells["wikidata_id"], "|".join(forms))
    unknown = sorted(set(usual) - set(rows))
    if unknown:
        raise FactError(f"usual_names.tsv: column 'key' = {unknown[0]!r}: no such person")
    table = [rows[key] for key in sorted(rows)]
    near, far = _indexes(table, {row.cells["iso3"] for row in read_tsv(hand / "family_first.tsv")})
    return {
        "persons.tsv.gz": write_tsv(out / "persons.tsv.gz", COLUMNS, table),
        "persons_index.tsv.gz": write_index(out / "persons_index.tsv.gz", near),
        "persons_words.tsv.gz": write_index(out / "persons_words.tsv.gz", far),
    }
