"""Every packaged fact says where it came from, and the builder refuses what cannot be."""

import gzip
import importlib
import sys
import tomllib
from fnmatch import fnmatch
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

KNOWLEDGE = Path(str(files("dragoman.knowledge")))
SOURCES = tomllib.loads((KNOWLEDGE / "SOURCES.toml").read_text(encoding="utf-8"))
TOOLS = Path(__file__).parents[2] / "tools"
PACKAGE = KNOWLEDGE.parent
PACKED = sorted(
    path
    for pattern in ("*.tsv", "*.tsv.gz", "*.toml")
    for folder in (KNOWLEDGE, PACKAGE / "text", PACKAGE / "codes")
    for path in folder.rglob(pattern)
    if path.name != "SOURCES.toml"
)


def _listed(path: Path) -> dict[str, Any]:
    """Find the entry of a table, by name or else by pattern."""
    name = (
        path.relative_to(KNOWLEDGE).as_posix()
        if path.is_relative_to(KNOWLEDGE)
        else f"../{path.parent.name}/{path.name}"
    )
    tables: dict[str, dict[str, Any]] = SOURCES["tables"]
    return tables.get(name) or next(entry for pattern, entry in tables.items() if fnmatch(name, pattern))


def _lines(path: Path) -> list[str]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")][1:]


@pytest.mark.parametrize("path", PACKED, ids=lambda path: path.name)
def test_every_table_is_listed_with_its_sources_and_rows(path: Path) -> None:
    """An index is derived from its table; every other table names sources that are described."""
    if "_index" in path.name or "_words.tsv.gz" in path.name:
        return
    entry = _listed(path)
    assert entry.get("rows", len(_lines(path))) == len(_lines(path))
    assert entry["sources"]
    assert set(entry["sources"]) <= set(SOURCES["sources"])


def test_every_source_has_a_licence_and_a_date_and_none_is_share_alike() -> None:
    """A table under share-alike would bind whoever uses it."""
    for key, source in SOURCES["sources"].items():
        assert source["licence"], key
        assert source["date"], key
        assert "BY-SA" not in source["licence"], key


def test_packed_tables_carry_no_clock() -> None:
    """The same facts give the same bytes."""
    for path in KNOWLEDGE.glob("*.gz"):
        assert path.read_bytes()[4:8] == b"\0\0\0\0", path.name


def test_all_tables_together_stay_small() -> None:
    """The wheel must stay light."""
    assert sum(path.stat().st_size for path in PACKED) < 10_000_000


def test_keys_are_unique_and_offices_have_persons() -> None:
    """No key twice, no office without its person, no end before its start."""
    persons = [line.split("\t")[0] for line in _lines(KNOWLEDGE / "persons.tsv.gz")]
    assert len(persons) == len(set(persons))
    known = set(persons)
    for line in _lines(KNOWLEDGE / "offices.tsv.gz"):
        person, _, _, since, until, *_ = line.split("\t")
        assert person in known
        length = min(len(since), len(until))
        assert until[:length] >= since[:length] or not since or not until, line


@pytest.mark.skipif(not TOOLS.is_dir(), reason="the builder is not part of the package")
def test_a_term_that_ends_before_it_starts_is_refused_with_its_place(tmp_path: Path) -> None:
    """The builder names file, line and column."""
    sys.path.insert(0, str(TOOLS))
    try:
        builder, sheet = importlib.import_module("tables.offices"), importlib.import_module("tables.sheet")
    finally:
        sys.path.remove(str(TOOLS))
    (tmp_path / "same_persons.tsv").write_text("key\tsame_as\n", encoding="utf-8")
    (tmp_path / "persons.csv").write_text("person_id,name\nana-ruiz,Ana Ruiz\n", encoding="utf-8")
    (tmp_path / "offices.csv").write_text(
        "person_id,office,country_or_org,start,end,end_basis,end_latest,as_of,office_title,source,licence\n"
        "ana-ruiz,president,ARG,2001-05-02,2003,stated,,,President,wikidata:eps/x,CC0-1.0\n"
        "ana-ruiz,prime minister,ARG,2005-05-02,2004-01,stated,,,Prime Minister,wikidata:eps/x,CC0-1.0\n",
        encoding="utf-8",
    )
    with pytest.raises(sheet.FactError, match=r"offices\.csv:3: column 'end'.*ends before it starts"):
        builder.build(tmp_path, tmp_path, tmp_path)
