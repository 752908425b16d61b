"""The formats of other programs, to the letter of their column lists, read back by pandas and DuckDB."""

from pathlib import Path

import duckdb
import pandas
import pytest

from dragoman import ask
from dragoman.export.kinds import export

GDELT = [
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
]
MENTIONS = [
    "GLOBALEVENTID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
]
ICEWS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
]
POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]


def selected(name: str) -> list[str]:
    """Give the columns that a packaged query ends in."""
    import re
    from importlib.resources import files

    query = files("dragoman.export").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    last = query[query.rindex("\nselect\n") :].split("\nfrom ")[0]
    return [quoted or plain for quoted, plain in re.findall(r' as (?:"([^"]+)"|(\w+))(?=,?\n|,?$)', last)]


@pytest.mark.parametrize(
    ("name", "columns", "number"),
    [
        ("gdelt_events", GDELT, 61),
        ("gdelt_mentions", MENTIONS, 16),
        ("icews", ICEWS, 20),
        ("polecat", POLECAT, 40),
    ],
)
def test_a_format_has_its_columns_to_the_letter(name: str, columns: list[str], number: int) -> None:
    """In the published order."""
    assert len(columns) == number
    assert selected(name) == columns


@pytest.fixture
def gdelt(record: ask.Questions, target: Path) -> pandas.DataFrame:
    """The GDELT export as the field's programs read it: tab separated, without a header, all strings."""
    export(record, "gdelt", target / "x.export.CSV")
    return pandas.read_csv(target / "x.export.CSV", sep="\t", header=None, names=GDELT, dtype=str, index_col=False)


def test_gdelt_rows_follow_the_codebook(gdelt: pandas.DataFrame) -> None:
    """Dates, codes with their roots, quad class, place in FIPS."""
    row = gdelt[gdelt.ActionGeo_FullName.notna()].iloc[0]
    assert (row.SQLDATE, row.MonthYear, row.Year, row.FractionDate) == ("20220301", "202203", "2022", "2022.2493")
    assert (row.EventCode, row.EventBaseCode, row.EventRootCode) == ("040", "040", "04")
    assert (row.QuadClass, row.NumMentions, row.NumSources, row.NumArticles) == ("1", "2", "2", "2")
    assert (row.ActionGeo_Type, row.ActionGeo_FullName) == ("4", "Oslo, Norway")
    assert (row.ActionGeo_CountryCode, row.ActionGeo_Lat) == ("NO", "59.91")
    assert {row.Actor1CountryCode, row.Actor2CountryCode} == {"NOR", "USA"}
    assert row.DATEADDED == "20220302000000"


def test_gdelt_ids_are_unique_whole_numbers_that_any_program_holds(gdelt: pandas.DataFrame) -> None:
    """Below 2 to the 53rd, so that R keeps them."""
    assert gdelt.GLOBALEVENTID.is_unique
    assert all(0 <= int(key) < 2**53 for key in gdelt.GLOBALEVENTID)


def test_a_meeting_is_a_row_for_each_direction_and_a_plan_is_no_event(gdelt: pandas.DataFrame) -> None:
    """GDELT cannot say that a visit is only planned."""
    assert sorted(gdelt.Actor1Name) == ["ADA ROE", "ADA ROE", "ANTONY BLINKEN", "ANTONY BLINKEN", "ISRAEL"]
    assert "BEN LUND" in set(gdelt.Actor2Name)


def test_a_status_that_is_asked_for_is_exported(record: ask.Questions, target: Path) -> None:
    """Whoever asks for plans knows what they are."""
    done = export(record, "gdelt", target / "plans.CSV", status="planned")
    assert (done.events, done.only_actual) == (1, False)


def test_mentions_name_the_sentence_and_where_the_words_stand(record: ask.Questions, target: Path) -> None:
    """One row for each telling of each pair, with the ids of the events."""
    export(record, "gdelt-mentions", target / "m.CSV")
    export(record, "gdelt", target / "e.CSV")
    rows = pandas.read_csv(target / "m.CSV", sep="\t", header=None, names=MENTIONS, index_col=False)
    events = pandas.read_csv(target / "e.CSV", sep="\t", header=None, names=GDELT, index_col=False)
    assert set(rows.GLOBALEVENTID) == set(events.GLOBALEVENTID)
    assert len(rows) == events.NumMentions.sum()
    assert set(rows.SentenceID) == {1}
    assert rows.MentionTimeDate.astype(str).str.fullmatch(r"\d{14}").all()


def test_icews_is_read_with_its_header(record: ask.Questions, target: Path) -> None:
    """Names, sectors, countries in words."""
    export(record, "icews", target / "events.tab")
    rows = pandas.read_csv(target / "events.tab", sep="\t", dtype={"CAMEO Code": str})
    assert list(rows.columns) == ICEWS
    accusation = rows[rows["Source Name"] == "Israel"].iloc[0]
    assert (accusation["CAMEO Code"], accusation["Target Name"], accusation["Target Country"]) == (
        "110",
        "Ben Lund",
        "Sweden",
    )
    assert accusation["Event Date"] == "2022-05-05"


def test_polecat_lists_all_actors_in_one_row_and_writes_none(record: ask.Questions, target: Path) -> None:
    """Several values have a semicolon between, what is missing is the word None."""
    export(record, "polecat", target / "events.txt")
    rows = pandas.read_csv(target / "events.txt", sep="\t", dtype=str, keep_default_na=False)
    assert list(rows.columns) == POLECAT
    oslo = rows[rows.Placename == "Oslo"].iloc[0]
    assert (oslo["Actor Name"], oslo["Actor Country"]) == ("Ada Roe; Antony Blinken", "NOR; USA")
    assert (oslo["Recipient Name"], oslo["Quad Code"]) == ("None", "VERBAL COOPERATION")
    assert (oslo["Contexts"], set(rows[rows.Placename != "Oslo"].Contexts)) == ("diplomatic; economic", {"None"})
    assert not (rows == "").any().any()


def test_a_tab_or_a_line_break_in_a_name_moves_no_column(record: ask.Questions, target: Path) -> None:
    """These formats cannot quote."""
    record.reader.connection().execute("update people set name = 'A\tda\nRoe' where id = 'k:ada-roe'")
    try:
        export(record, "icews", target / "events.tab")
        rows = pandas.read_csv(target / "events.tab", sep="\t", quoting=3)
    finally:
        record.reader.connection().execute("update people set name = 'Ada Roe' where id = 'k:ada-roe'")
    assert "A da Roe" in set(rows["Source Name"])
    assert len(rows.columns) == 20


def test_csv_and_parquet_hold_the_same_rows(record: ask.Questions, target: Path) -> None:
    """By pandas and by DuckDB."""
    export(record, "csv", target / "events.csv")
    export(record, "parquet", target / "events.parquet")
    csv = pandas.read_csv(target / "events.csv")
    parquet = duckdb.connect().execute(f"select * from '{target / 'events.parquet'}'").df()
    assert list(csv.columns) == list(parquet.columns)
    assert list(csv.event_id) == list(parquet.event_id)
    assert len(csv) == 4
