"""The documents and the program speak of the same things."""

import re
from dataclasses import fields
from inspect import getdoc
from pathlib import Path

import pytest
import typer.main

import dragoman
from docs.site import names, settings, verbs
from docs.site.markdown import table
from dragoman import ask
from dragoman.ask.columns import tables
from dragoman.cli.app import app
from dragoman.export.columns import columns
from dragoman.export.kinds import KINDS
from dragoman.record.tables import TABLES

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
VERBS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
_BLOCK = re.compile(r"^```(?:sh|console|bash)?\n(.*?)^```", re.M | re.S)
_CALL = re.compile(r"^\$?\s*dragoman ([a-z]+)", re.M)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"`{verb}\b|^dragoman {verb}\b|&& dragoman {verb}\b", readme, re.M), verb


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_calls_a_verb_that_is_not_there(page: Path) -> None:
    blocks = "\n".join(_BLOCK.findall(page.read_text(encoding="utf-8")))
    assert set(_CALL.findall(blocks)) <= set(VERBS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_between_pages_leads_nowhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    """Directly, or by way of another page."""
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            waiting.extend(page.parent / target for target in _LINK.findall(page.read_text(encoding="utf-8")))
    assert {page.resolve() for page in PAGES} <= reached


@pytest.mark.parametrize("verb", verbs.verbs(), ids=lambda verb: verb.name)
def test_every_verb_argument_and_option_says_what_it_is(verb: verbs.Verb) -> None:
    """The reference of the command line is made from these words."""
    assert verb.says
    assert not [one.written for one in verb.wishes if not one.says]


def test_every_setting_is_described() -> None:
    assert [name for name, says, _ in settings.settings() if says] == [one.name for one in fields(dragoman.Settings)]


def test_every_environment_variable_that_the_program_reads_is_described() -> None:
    house = Path(dragoman.__file__).parent
    read = re.compile(r"(?:environ(?:\.get)?[\[(]|getenv\(|ENVIRONMENT = |envvar=)\"([A-Z_]+)\"")
    found = {name for file in house.rglob("*.py") for name in read.findall(file.read_text(encoding="utf-8"))}
    assert found - {"COLUMNS"} <= set(settings.variables())


def test_every_address_of_the_api_and_every_parameter_is_described() -> None:
    pytest.importorskip("fastapi")
    from docs.site import endpoints

    known = endpoints.described()["components"]["schemas"]
    for verb, path, operation in endpoints.operations():
        assert operation["description"], f"{verb} {path}"
        for one in operation.get("parameters", ()):
            assert one["in"] == "path" or one.get("description"), f"{verb} {path} {one['name']}"
    for name in ("Entry", "Setting", "Merging", "Splitting"):
        assert all(field.get("description") for field in known[name]["properties"].values()), name


def test_every_page_stands_in_the_guide_to_pages() -> None:
    pytest.importorskip("fastapi")
    from dragoman.web import dossiers, lists, questions

    guide = (ROOT / "docs" / "serve.md").read_text(encoding="utf-8")
    paths = {route.path for module in (dossiers, lists, questions) for route in module.routes.routes}
    named = {re.sub(r"\{(\w+)\}", lambda part: part[1].upper(), path) for path in paths} - {"/actor"}
    assert [path for path in sorted(named) if f"`{path}" not in guide] == []


def test_every_table_and_column_of_a_record_is_described() -> None:
    """With the kinds that they have, and no column that is not there."""
    for name, kept in TABLES.items():
        known = tables()[name]
        assert known.says, name
        assert [(one.name, one.kind) for one in known.columns] == [(one.name, one.kind) for one in kept.columns], name
        assert all(one.says for one in known.columns), name


def test_every_table_that_sql_can_ask_is_described(demo: Path) -> None:
    """Those that questions share too."""
    rows = ask.open(demo).sql(
        "select table_name as name, list(column_name order by column_index) as columns from duckdb_columns() "
        "where not internal and table_name not like '%\\_steps' escape '\\' group by all"
    )
    for row in rows:
        known = {one.name for one in tables()[row["name"]].columns}
        assert known - {"step"} == set(row["columns"]) - {"step"}, row["name"]


def test_every_column_that_is_exported_and_every_kind_of_export_is_described() -> None:
    assert all(column.says for columns_of in columns().values() for column in columns_of)
    guide = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    assert all(
        kind.says and re.search(rf"^\|[^|]*\b{re.escape(name)}\b[^|]*\|", guide, re.M) for name, kind in KINDS.items()
    )


def test_every_filter_stands_in_the_guide_to_asking() -> None:
    guide = (ROOT / "docs" / "ask.md").read_text(encoding="utf-8")
    assert [name for name in ask.asked.FILTERS if f"--{name.strip('_').replace('_', '-')}" not in guide] == []


def test_every_public_name_is_in_the_reference() -> None:
    pytest.importorskip("griffe")
    listed = {path.rpartition(".")[2] for group in names.FUNCTIONS.values() for path in group} | set(names.NOUN_NAMES)
    assert set(dragoman.__all__) - {"__version__", "Settings"} <= listed  # settings have a page of their own


@pytest.mark.parametrize("path", [f"dragoman.ask.{name}" for group in names.ROWS.values() for name in group])
def test_every_field_of_an_answer_is_described(path: str) -> None:
    module, _, name = path.rpartition(".")
    kind = getattr(__import__(module, fromlist=[name]), name)
    said = getdoc(kind) or ""
    assert [one.name for one in fields(kind) if not one.name.startswith("_") and f"{one.name}: " not in said] == []


def test_the_tables_of_the_reference_survive_bars_and_line_breaks() -> None:
    assert table(("a", "b"), [("x | y", "one\ntwo `p|q`")]).splitlines()[-1] == "| x \\| y | one two `p|q` |"


def test_the_site_is_built_and_fetches_nothing_from_elsewhere(tmp_path: Path) -> None:
    """No link within it leads nowhere either; both are the builder's own conditions."""
    pytest.importorskip("zensical")
    pytest.importorskip("griffe")
    from docs.site import build

    pages = build.build(tmp_path / "site")
    assert pages > len(PAGES)
    assert not list(build.fetched(tmp_path / "site"))
    assert "Questions.counts" in (tmp_path / "site" / "reference" / "python.html").read_text(encoding="utf-8")


def test_a_site_that_fetches_from_elsewhere_is_found_out(tmp_path: Path) -> None:
    from docs.site import build

    (tmp_path / "a.html").write_text(
        '<p><a href="https://example.org/">fine</a><script src="https://example.org/x.js">'
    )
    (tmp_path / "b.css").write_text(
        "@import 'https://example.org/x.css'; a { background: url(data:image/png;base64,x) }"
    )
    assert list(build.fetched(tmp_path)) == [
        "a.html fetches https://example.org/x.js", "b.css fetches https://example.org/x.css",
    ]  # fmt: skip
