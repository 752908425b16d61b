"""Builds codes/cameo.tsv: every CAMEO code with its name, quad class, Goldstein value and PLOVER type."""

from pathlib import Path

from tables.sheet import FactError, Row, read_tsv, write_tsv

COLUMNS = ("code", "name", "root", "quad", "goldstein", "goldstein_from", "type", "mode")
# The published cross-walk uses modes and types that the manual has since retired.
RETIRED = {"FIGHT": "ASSAULT"}
# Codes outside the 1.1b3 codebook that only one coder's table knows have no name and are left out.


def _goldstein(row: Row, table: dict[str, Row]) -> tuple[str, str]:
    """Give a code's Goldstein value: GDELT's, else that of the code above it; say where it came from."""
    code = row.cells["cameo_code"]
    while code:
        found = table.get(code)
        if found is not None and found.cells["goldstein_gdelt"]:
            return found.cells["goldstein_gdelt"], "" if code == row.cells["cameo_code"] else code
        code = code[:-1] if len(code) > 2 else ""
    raise row.refuse("goldstein_gdelt", "neither the code nor one above it has a value")


def _type(code: str, table: dict[str, Row]) -> tuple[str, str]:
    """Give a code's PLOVER type and mode; the cross-walk leaves some codes out, which take those of the code above."""
    while code:
        found = table.get(code)
        if found is not None and found.cells["plover_event"]:
            return found.cells["plover_event"], found.cells["plover_mode"]
        code = code[:-1] if len(code) > 2 else ""
    return "", ""


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table into the package's codes folder.

    Args:
        facts: folder with cameo-table.tsv.
        hand: unused; every builder is called alike.
        out: the package's knowledge folder, beside which `codes` lies.

    Returns:
        Rows by table.
    """
    table = {row.cells["cameo_code"]: row for row in read_tsv(facts / "cameo-table.tsv") if row.cells["name"]}
    if not table:
        raise FactError("cameo-table.tsv: no rows")
    rows = []
    for code, row in sorted(table.items()):
        value, above = _goldstein(row, table)
        kind, mode = _type(code, table)
        name = row.cells["name"].rstrip(".").replace("specificed", "specified")
        rows.append(
            (code, name.capitalize() if name.isupper() else name, row.cells["root"], row.cells["gdelt_quad"],
             f"{float(value):.1f}", above, RETIRED.get(kind, kind), mode)
        )  # fmt: skip
    path = out.parent / "codes" / "cameo.tsv"
    return {"codes/cameo.tsv": write_tsv(path, COLUMNS, rows)}
