"""Counts, dyads, networks, words, coverage, shifts and SQL on a small record, with what must be refused."""

from pathlib import Path

import networkx
import pandas
import polars
import pytest

from dragoman import ask
from dragoman.errors import UsageError

from .sample_record import build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample record, written once."""
    return build(tmp_path_factory.mktemp("analyses") / "record")


@pytest.fixture(scope="module")
def record(folder: Path) -> ask.Questions:
    """The sample record, open."""
    return ask.open(folder)


def test_an_answer_is_also_a_table_for_pandas_polars_and_arrow(record: ask.Questions) -> None:
    """The same columns and rows in all of them, and the names of rows."""
    found = record.events()
    assert list(found.pandas().columns) == found.polars().columns == found.arrow().column_names
    assert isinstance(found.pandas(), pandas.DataFrame)
    assert isinstance(found.polars(), polars.DataFrame)
    assert [row.as_dict() for row in found] == found.dicts()


def test_an_answer_shows_itself_in_a_notebook_without_trusting_the_text(record: ask.Questions) -> None:
    """With the question, the rows and the record; what a report says is escaped."""
    shown = record.search("quotas")._repr_html_()
    assert "<table>" in shown
    assert "state" in shown
    assert "<script" not in record.sql("select '<script>alert(1)</script>' as hostile")._repr_html_()


def test_every_row_of_every_question_is_the_plain_form_of_its_table(record: ask.Questions) -> None:
    """What a program gets and what a person gets are the same."""
    for found in (record.quotes(), record.counts("dyad", per="year"), record.network().ties, record.coverage()):
        assert [row.as_dict() for row in found] == found.dicts()


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"sector": "gov"}, 4),
        ({"sector": "MIL"}, 0),
        ({"salience": "other"}, 4),
        ({"min_outlets": 2}, 1),
        ({"min_confidence": 0.99}, 0),
        ({"min_confidence": 0.1}, 4),
        ({"place": "59.9,10.7", "within": 10}, 0),
    ],
)
def test_the_finer_filters_keep_what_fits(record: ask.Questions, asked: dict[str, object], count: int) -> None:
    """The sample's places have no coordinates, so no distance reaches them."""
    assert len(record.events(**asked)) == count  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"colour": "red"}, "there is no filter 'colour'"),
        ({"sector": "XYZ"}, "no sector"),
        ({"salience": "loud"}, "main, other"),
        ({"within": 10.0}, "needs a place"),
        ({"place": "Oslo", "within": -1.0}, "above 0"),
        ({"place": "Zzyzxville", "within": 5.0}, "latitude,longitude"),
        ({"place": "99,10", "within": 5.0}, "no point"),
        ({"min_outlets": 0}, "1 or more"),
        ({"min_confidence": 7.0}, "0 to 1"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(record: ask.Questions, asked: dict[str, object], words: str) -> None:
    """With what would have worked."""
    with pytest.raises(UsageError, match=words):
        record.events(**asked)  # type: ignore[arg-type]


def test_a_balanced_panel_has_a_row_for_every_key_and_period(record: ask.Questions) -> None:
    """Zeros are written down, and the sum is that of the unbalanced counts."""
    panel = record.counts("type", per="month", balanced=True, since="2021-12", until="2022-03")
    dated = [row for row in panel if row.period]
    assert len(dated) == len({row.key for row in dated}) * 4
    assert [row.count for row in dated if row.key == "CONSULT"] == [1, 1, 0, 1]


def test_an_event_known_to_a_month_counts_in_no_day_but_in_its_month(record: ask.Questions) -> None:
    """It is kept under no period, not put onto the first."""
    days = {row.period: row.count for row in record.counts(per="day")}
    assert "2022-01-01" not in days
    assert days[None] == 2
    assert {row.period: row.count for row in record.counts(per="month")}["2022-01"] == 1


@pytest.mark.parametrize(("per", "name"), [("week", "2022-W09"), ("quarter", "2022-Q1"), ("year", "2022")])
def test_periods_have_their_usual_names(record: ask.Questions, per: str, name: str) -> None:
    """Weeks are ISO weeks."""
    assert name in {row.period for row in record.counts(per=per)}


def test_mentions_and_reports_are_counted_as_well_as_events(record: ask.Questions) -> None:
    """A meeting told twice is one event, two mentions, two reports."""
    asked = {"place": "Oslo"}
    numbers = [record.counts(unit=unit, **asked)[0].count for unit in ("events", "mentions", "reports")]  # type: ignore[arg-type]
    assert numbers == [1, 2, 2]


def test_a_meeting_counts_both_ways_and_an_accusation_one_way(record: ask.Questions) -> None:
    """Directed dyads follow who did it to whom; where order means nothing, both directions count."""
    keys = {row.key for row in record.counts("directed")}
    assert {"Ada Roe > Antony Blinken", "Antony Blinken > Ada Roe", "Israel > Ben Lund"} <= keys
    assert "Ben Lund > Israel" not in keys


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"by": "colour"}, "count by"),
        ({"per": "decade"}, "no period"),
        ({"unit": "words"}, "no unit"),
        ({"balanced": True}, "needs periods"),
    ],
)
def test_a_count_that_makes_no_sense_is_refused(record: ask.Questions, asked: dict[str, object], words: str) -> None:
    """With what would have worked."""
    with pytest.raises(UsageError, match=words):
        record.counts(**asked)  # type: ignore[arg-type]


def test_a_dyad_has_every_month_with_its_balance(record: ask.Questions) -> None:
    """Months without events are there, with zeros and no balance."""
    dyad = record.dyad("Roe", "Blinken")
    assert [(p.period, p.events, p.balance) for p in dyad.periods] == [
        ("2021-12", 1, 1.0),
        ("2022-01", 0, None),
        ("2022-02", 0, None),
        ("2022-03", 1, 1.0),
    ]
    assert len(dyad.events) == 2
    assert dyad.balance == 1.0


def test_a_dyad_of_states_counts_everybody_of_theirs(record: ask.Questions) -> None:
    """Norway's minister and the American secretary act for their states."""
    assert sum(p.events for p in record.dyad("Norway", "USA", states=True, per="year").periods) == 2
    assert len(record.dyad("Norway", "Sweden", states=True).events) == 0
    assert len(record.dyad("Norway", "Sweden", states=True, status=None).events) == 1


def test_a_dyad_of_one_with_itself_is_refused(record: ask.Questions) -> None:
    """Two names of one actor are no dyad."""
    with pytest.raises(UsageError, match="the same"):
        record.dyad("Ada Roe", "Minister Roe")


def test_a_network_gives_a_graph_with_centrality_and_communities(record: ask.Questions) -> None:
    """Whom networkx can take."""
    found = record.network()
    graph = found.graph()
    assert isinstance(graph, networkx.Graph)
    assert graph["k:ada-roe"]["k:antony-blinken"]["events"] == 2
    roe = found.nodes[0]
    assert (roe.name, roe.events, roe.degree, roe.strength) == ("Ada Roe", 3, 2, 3)
    assert not graph.has_edge("k:ISR", "k:ada-roe")


def test_a_network_in_a_window_holds_nothing_else(record: ask.Questions) -> None:
    """Nor ties that are too weak, nor anything where nothing is left."""
    assert {tie.b for tie in record.network(since="2022-03", until="2022-03").ties} == {"k:antony-blinken"}
    assert len(record.network(least=2).ties) == 1
    assert len(record.network(until="1999").nodes) == 0
    with pytest.raises(UsageError, match="actors or of states"):
        record.network(of="outlets")


def test_words_are_found_in_any_form_and_phrases_as_they_stand(record: ask.Questions) -> None:
    """'meeting' finds 'met' only where the stem is shared; phrases hold their order."""
    assert {hit.report for hit in record.search("quota", within="reports")} == {"wire-1", "post-1", "gazette-2"}
    assert {hit.report for hit in record.search('"fishing quotas"')} == {"wire-1", "post-1"}
    assert not record.search('"quotas fishing"')
    assert {hit.report for hit in record.search("quotas -radar", within="reports")} == {"post-1", "gazette-2"}
    assert [hit.speaker for hit in record.search("radar", within="quotes")] == ["Ada Roe"]


@pytest.mark.parametrize("words", ["", "  ", "-oslo", '"', "*", "()"])
def test_a_search_without_words_is_refused(record: ask.Questions, words: str) -> None:
    """Rather than answered with everything."""
    with pytest.raises(UsageError, match="no word"):
        record.search(words)


@pytest.mark.parametrize("words", ['a" OR text:b', "NEAR(x", "quotas)", "title:quotas", "AND", "x'; drop table texts"])
def test_a_search_is_taken_literally(record: ask.Questions, words: str) -> None:
    """No sign of the index's own language does harm."""
    assert isinstance(record.search(words).dicts(), list)


def test_the_word_index_can_be_thrown_away(record: ask.Questions, folder: Path) -> None:
    """It is derived, and made again when it is asked for."""
    before = record.search("quotas").dicts()
    for file in (folder / ".index").rglob("words.sqlite"):
        file.unlink()
    assert record.search("quotas").dicts() == before


def test_a_silent_day_is_not_a_day_without_events(record: ask.Questions) -> None:
    """Between two reports of an outlet every day is accounted for."""
    days = {day.day: day for day in record.coverage(publisher="Wire")}
    assert (days["2021-12-10"].state, days["2021-12-10"].reports) == ("reports", 1)
    assert days["2022-01-01"].state in {"silent", "pause"}
    assert len(days) == 147
    longest = record.gaps(publisher="Wire")[0]
    assert (longest.since, longest.until, longest.days) == ("2021-12-11", "2022-03-01", 81)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from people",
        "insert into shards values (1)",
        "update people set name = 'x'",
        "create table x (a int)",
        "drop view events",
        "copy events to 'x.csv'",
        "attach 'x.db' as x",
        "set enable_external_access = true",
        "install httpfs",
        "pragma database_list",
        "select 1; select 2",
        "with gone as (delete from people returning *) select * from gone",
    ],
)
def test_sql_that_writes_is_refused(record: ask.Questions, statement: str) -> None:
    """And the record is as it was."""
    before = record.sql("select count(*) as n from people").dicts()
    with pytest.raises(UsageError):
        record.sql(statement)
    assert record.sql("select count(*) as n from people").dicts() == before


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_text('/etc/passwd')",
        "select * from read_csv('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select * from glob('/etc/*')",
        "select * from read_text('{folder}/../secret.txt')",
        "select * from read_csv('https://example.org/x.csv')",
    ],
)
def test_sql_reaches_nothing_but_the_record(record: ask.Questions, folder: Path, query: str) -> None:
    """No file, no address."""
    (folder.parent / "secret.txt").write_text("secret")
    with pytest.raises(UsageError, match="could not be answered"):
        record.sql(query.format(folder=folder))


def test_sql_sees_the_tables_of_the_record(record: ask.Questions) -> None:
    """And the people and parts that questions share."""
    assert record.sql("select count(*) as n from events").dicts() == [{"n": 4}]
    assert record.sql("select name from people where id = 'k:ISR'").dicts() == [{"name": "Israel"}]
    with pytest.raises(UsageError, match="no_such_table"):
        record.sql("select * from no_such_table")


def test_sql_that_takes_too_long_is_ended(record: ask.Questions) -> None:
    """A page must not hang on a careless join."""
    with pytest.raises(UsageError, match="longer than"):
        record.sql("select count(*) from range(1000000000) a, range(1000) b where a.range % 7 = b.range", seconds=0.2)
