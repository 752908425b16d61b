"""Every question on a small record, with what must come back and what must not."""

import json
from pathlib import Path

import pytest

from dragoman import ask
from dragoman.errors import RecordError, UsageError
from dragoman.record import Writer

from .sample_record import build, documents


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample record, written once."""
    return build(tmp_path_factory.mktemp("sample") / "record")


@pytest.fixture(scope="module")
def record(folder: Path) -> ask.Questions:
    """The sample record, open."""
    return ask.open(folder)


def test_a_meeting_told_by_two_outlets_is_one_event(record: ask.Questions) -> None:
    """A row counts an event, not a report."""
    (row,) = record.events(actor="Roe", with_="Blinken", mode="meet")
    assert (row.reports, row.publishers, row.date) == (2, ("Sample Post", "Sample Wire"), "2022-03-01")
    assert [party.name for party in row.actors] == ["Ada Roe", "Antony Blinken"]


def test_events_come_in_order_of_days_and_undated_ones_last(record: ask.Questions) -> None:
    """Whatever order they were read in."""
    assert [row.date for row in record.events()] == ["2021-12-10", "2022-01", "2022-03-01", None]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"type": "accuse"}, 1),
        ({"type": "ACCUSE", "actor": "Blinken"}, 0),
        ({"type": "PROTEST"}, 0),
        ({"mode": "demo"}, 0),
        ({"status": "planned"}, 1),
        ({"status": "denied"}, 0),
        ({"country": "ISR"}, 1),
        ({"country": "Sweden"}, 2),
        ({"country": "Iran"}, 0),
        ({"place": "oslo"}, 1),
        ({"place": "Norway"}, 1),
        ({"place": "Stockholm"}, 0),
        ({"topic": "fishing"}, 1),
        ({"topic": "whaling"}, 0),
        ({"publisher": "post"}, 1),
        ({"publisher": "Gazette"}, 0),
        ({"text": "by phone"}, 1),
        ({"text": "% or _"}, 0),
        ({"since": "2022"}, 2),
        ({"until": "2021"}, 1),
        ({"since": "2022-01-31", "until": "2022-01-31"}, 1),
        ({"since": "2022-02", "until": "2022-02"}, 0),
        ({"actor": "Roe", "with_": "Lund"}, 1),
        ({"actor": "Israel", "with_": "Blinken"}, 0),
        ({"limit": 2}, 2),
    ],
)
def test_filters_keep_what_fits_and_nothing_else(record: ask.Questions, asked: dict[str, str], count: int) -> None:
    """Each filter alone and some together."""
    assert len(record.events(**asked)) == count  # type: ignore[arg-type]


def test_a_states_name_means_the_state_and_not_its_people(record: ask.Questions) -> None:
    """Norway's minister acts in three events, Norway itself in none."""
    assert not record.events(actor="Norway")
    assert len(record.events(country="Norway")) == 3
    assert [row.type for row in record.events(actor="israel")] == ["ACCUSE"]


@pytest.mark.parametrize("words", ["Ada Roe", "roe", "ROE", "ada  roe", "k:ada-roe", "Minister Roe"])
def test_an_actor_is_found_by_any_of_its_names(record: ask.Questions, words: str) -> None:
    """In any case, by surname, with title, by id."""
    assert record.actor(words).id == "k:ada-roe"


def test_a_nickname_of_the_tables_finds_an_actor_whom_no_report_calls_so(record: ask.Questions) -> None:
    """Our tables' aliases count beside the reports' own."""
    assert record.actor("Tony Blinken").id == "k:antony-blinken"


def test_two_namesakes_are_asked_back(record: ask.Questions) -> None:
    """The message names both with what tells them apart."""
    with pytest.raises(UsageError, match=r"Jan Smith \(minister of defence.*Eva Smith|Eva Smith.*Jan Smith"):
        record.events(actor="Smith")


def test_an_unknown_name_is_answered_with_near_ones(record: ask.Questions) -> None:
    """A slip of the pen is no empty answer."""
    with pytest.raises(UsageError, match="Antony Blinken"):
        record.actor("Blinkin")
    with pytest.raises(UsageError, match="nobody called"):
        record.events(actor="Zzyzx")
    with pytest.raises(UsageError, match="nothing was given"):
        record.actor("  ")


def test_words_of_two_names_make_no_third(record: ask.Questions) -> None:
    """'Ada Blinken' is nobody, although both words are known."""
    with pytest.raises(UsageError, match="nobody"):
        record.actor("Ada Blinken")


@pytest.mark.parametrize("day", ["2022-02-30", "2022-13", "yesterday", "", "20220301", "0000"])
def test_an_impossible_day_is_refused(record: ask.Questions, day: str) -> None:
    """With the forms that would have worked."""
    with pytest.raises(UsageError, match="2022-03-01"):
        record.events(since=day)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"status": "maybe"}, "there are actual, planned"),
        ({"type": "CONSLUT"}, "CONSULT"),
        ({"country": "Atlantis"}, "no state"),
        ({"limit": 0}, "limit"),
        ({"since": "2022", "until": "2021"}, "before it begins"),
    ],
)
def test_a_value_that_does_not_exist_is_refused(record: ask.Questions, asked: dict[str, str], words: str) -> None:
    """Rather than answered with nothing."""
    with pytest.raises(UsageError, match=words):
        record.events(**asked)  # type: ignore[arg-type]


def test_a_dossier_shows_for_each_field_the_sentences_for_and_against(record: ask.Questions) -> None:
    """Value, policy, report, outlet, day, words."""
    (row,) = record.events(place="Oslo")
    dossier = record.show(row.id)
    fields = {field.name: field for field in dossier.fields}
    assert fields["date"].value == "2022-03-01"
    assert fields["date"].policy == "most precise stated"
    assert {witness.report for witness in fields["date"].support} == {"wire-1", "post-1"}
    assert fields["actors"].value == ["Ada Roe", "Antony Blinken"]
    assert fields["date"].support[0].reason == "stated: told beside it"
    assert [telling.publisher for telling in dossier.tellings] == ["Sample Wire", "Sample Post"]
    assert dossier.judgements[0].verdict == "same"


def test_every_sentence_of_a_dossier_stands_in_its_report(record: ask.Questions) -> None:
    """At the offsets given."""
    texts = {document.article.id: document.text for document in documents()}
    for row in record.events():
        for telling in record.show(row.id).tellings:
            assert texts[telling.report_id][telling.start : telling.end] == telling.sentences[0]


def test_an_event_is_shown_by_the_beginning_of_its_id_only_where_that_is_unique(record: ask.Questions) -> None:
    """Several and none are refused."""
    (row,) = record.events(place="Oslo")
    assert record.show(row.id[:8]).event == row
    with pytest.raises(UsageError, match="several events"):
        record.show("e")
    for nonsense in ("e000000000", "", "%"):
        with pytest.raises(UsageError, match="no event"):
            record.show(nonsense)


def test_a_timeline_of_two_shows_both_years(record: ask.Questions) -> None:
    """And nothing that only one of them did."""
    assert [row.date for row in record.timeline("Roe", "Blinken")] == ["2021-12-10", "2022-03-01"]
    assert len(record.timeline("Roe")) == 3
    assert not record.timeline("Roe", "Blinken", since="2023")


def test_quotes_are_found_by_speaker_words_and_day(record: ask.Questions) -> None:
    """With the report they come from."""
    (quote,) = record.quotes(speaker="Roe")
    assert (quote.text, quote.report) == ("Our fleets need Israel’s radar,", "wire-1")
    assert len(record.quotes(text="QUOT")) == 1
    assert not record.quotes(speaker="Blinken")
    assert not record.quotes(until="2022-03-01")
    assert [quote.text for quote in record.quotes(since="2022-06-02")] == ["Quotas are quotable."]


def test_quotes_about_somebody_hold_one_of_the_names_as_whole_words(record: ask.Questions) -> None:
    """Signs of the search language in the words mean nothing."""
    assert [quote.report for quote in record.quotes(about="Israel")] == ["wire-1"]
    assert [quote.report for quote in record.quotes(about="quotable")] == ["gazette-2"]
    assert not record.quotes(about="quot")
    assert not record.quotes(about=".*")
    assert len(record.quotes(about="100%")) == 1


def test_an_actors_dossier_has_names_offices_days_and_counterparts(record: ask.Questions) -> None:
    """From the record first, then from our tables."""
    roe = record.actor("Roe")
    assert (roe.first_seen, roe.last_seen, roe.reports, roe.events, roe.quotes) == ("2021-12-10", "2022-03-03", 3, 3, 1)
    assert [(office.office, office.since, office.until) for office in roe.offices] == [
        ("minister of foreign affairs", "2021-12-10", "2022-03-03")
    ]
    assert [(one.party.name, one.events) for one in roe.counterparts] == [("Antony Blinken", 2), ("Ben Lund", 1)]
    assert roe.aliases[0].key == "Roe"
    blinken = record.actor("Blinken")
    assert any(office.basis.startswith("table") and office.since == "2021-01-26" for office in blinken.offices)
    assert blinken.quotes == 0


@pytest.mark.parametrize(
    ("by", "first"),
    [
        ("type", ("CONSULT", 3)),
        ("actor", ("Ada Roe", 3)),
        ("pair", ("Ada Roe / Antony Blinken", 2)),
        ("year", ("2021", 1)),
    ],
)
def test_events_are_counted_by_many_things(record: ask.Questions, by: str, first: tuple[str, int]) -> None:
    """The most frequent first; periods in order of time."""
    top = record.counts(by)[0]
    assert (top.key, top.count) == first


def test_an_event_counts_once_for_each_state_that_takes_part(record: ask.Questions) -> None:
    """And not once for each of its people."""
    assert {count.key: count.count for count in record.counts("country")} == {"NOR": 3, "USA": 2, "SWE": 2, "ISR": 1}
    assert {count.key: count.count for count in record.counts("country", since="2022-03")} == {"NOR": 1, "USA": 1}
    with pytest.raises(UsageError, match="count by"):
        record.counts("weather")


def test_a_summary_counts_everything_once(record: ask.Questions) -> None:
    """Reports, events, tellings, quotes, actors, problems, outlets, days."""
    summary = record.summary()
    assert (summary.reports, summary.events, summary.mentions, summary.quotes, summary.problems) == (6, 4, 5, 3, 1)
    assert (summary.first_day, summary.last_day, summary.stale) == ("2021-12-10", "2022-06-02", False)
    assert (summary.publishers[0].key, summary.publishers[0].count) == ("Sample Wire", 3)


def test_every_answer_can_be_written_as_json(record: ask.Questions) -> None:
    """Rows and dossiers alike."""
    (row,) = record.events(place="Oslo")
    single = [row.as_dict(), record.show(row.id).as_dict(), record.actor("Roe").as_dict(), record.summary().as_dict()]
    many = [*(quote.as_dict() for quote in record.quotes()), *(count.as_dict() for count in record.counts("type"))]
    for answer in (*single, *many):
        assert json.loads(json.dumps(answer))


def test_an_empty_record_answers_every_question(tmp_path: Path) -> None:
    """With nothing, not with an error."""
    Writer(tmp_path / "empty")
    empty = ask.open(tmp_path / "empty")
    assert not any((empty.events(), empty.quotes(), empty.counts("pair"), empty.network().nodes, empty.shifts()))
    assert not any(
        (empty.coverage(), empty.gaps(), empty.search("oslo"), empty.counts("type", per="day", balanced=True))
    )
    assert empty.summary().reports == 0
    with pytest.raises(UsageError, match="nobody"):
        empty.actor("Roe")
    with pytest.raises(UsageError, match="no event"):
        empty.show("e1")


def test_a_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    """As everywhere."""
    with pytest.raises(RecordError, match="no record"):
        ask.open(tmp_path)


@pytest.mark.parametrize("words", ["diplomatic", "Diplomatic", " diplomatic "])
def test_a_context_keeps_the_events_whose_words_speak_of_it(record: ask.Questions, words: str) -> None:
    """However it is written."""
    assert [event.place for event in record.events(context=words)] == ["Oslo"]
    assert record.events(context=words)[0].contexts == ("diplomatic", "economic")


def test_a_context_that_plover_has_and_the_record_has_not_is_an_empty_answer(record: ask.Questions) -> None:
    assert list(record.events(context="cbrn")) == []


def test_a_context_that_plover_does_not_have_is_refused_with_the_list(record: ask.Questions) -> None:
    with pytest.raises(UsageError, match=r"no context 'weather'.*cbrn"):
        record.events(context="weather")


def test_events_are_counted_under_each_of_their_contexts(record: ask.Questions) -> None:
    """An event of two counts in both, one of none in neither."""
    assert [(row.key, row.count) for row in record.counts("context")] == [("diplomatic", 1), ("economic", 1)]


def test_a_publishers_reports_are_its_own_also_where_others_tell_the_event(record: ask.Questions) -> None:
    """Who tells an event that others tell too is not counted with their reports."""
    own = record.counts("publisher", unit="reports")
    told = record.sql(
        "select r.publisher, count(distinct r.id) from told t join reports r on r.id = t.report group by all order by 1"
    )
    assert sorted((row.key, row.count) for row in own) == [tuple(row.values()) for row in told.dicts()]
