"""Mentions and the actors behind them, as of a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.resolve import resolve

EARLY, LATE = date(2021, 12, 10), date(2023, 1, 31)


@pytest.mark.parametrize(
    "words",
    ["Antony Blinken", "Anthony Blinken", "Tony Blinken", "US Secretary of State Anthony Blinken", "Secretary Blinken",
     "Blinken", "the secretary of state, Antony Blinken", "Antony J. Blinken, Secretary of State"],
)  # fmt: skip
def test_spellings_titles_and_orders_are_one_person(words: str) -> None:
    """However a report names him, he is one person with one office on the day."""
    found = resolve(words, LATE)
    assert (found.actor, found.kind, found.country, found.sector) == ("antony-blinken", "person", "USA", "GOV")
    assert found.office == "secretary of state"
    assert found.reason


@pytest.mark.parametrize(
    "words", ["Yoav Gallant", "Yoav Galant", "Defense Min. Gallant", "Israel\u2019s Defense Minister"]
)
def test_a_transliterated_name_is_one_person(words: str) -> None:
    """One l or two, name or title."""
    assert resolve(words, LATE).actor == "yoav-galant"


@pytest.mark.parametrize(
    ("day", "office", "sector"),
    [(EARLY, "minister of foreign affairs", "GOV"), (LATE, "leader of the opposition", "OPP")],
)
def test_office_and_sector_are_those_of_the_day(day: date, office: str, sector: str) -> None:
    """The same name is minister in one report and opposition in another."""
    found = resolve("Yair Lapid", day)
    assert (found.office, found.sector, found.country) == (office, sector, "ISR")


def test_a_title_with_its_state_is_whoever_held_it_that_day() -> None:
    """The defence minister of 2021 is not the one of 2023."""
    assert resolve("the Israeli defence minister", EARLY).actor == "benny-gantz"
    assert resolve("the Israeli defence minister", LATE).actor == "yoav-galant"


def test_a_title_without_state_waits_for_one() -> None:
    """ "The foreign minister" alone is nobody; with the report's own state it is somebody."""
    alone, at_home = resolve("the foreign minister", EARLY), resolve("the foreign minister", EARLY, country="ISR")
    assert alone.name is None
    assert alone.office == "minister of foreign affairs"
    assert at_home.actor == "yair-lapid"


def test_a_surname_that_many_bear_needs_a_state_nearby() -> None:
    """Context turns a surname into a person, and only then."""
    assert resolve("Wang", date(2021, 6, 1)).actor is None
    assert resolve("Khan", date(2019, 3, 1), context=("PAK",)).actor == "imran-khan"


@pytest.mark.parametrize(
    ("words", "kind", "country", "sector"),
    [
        ("Turkey", "country", "TUR", "GOV"),
        ("Ankara", "country", "TUR", "GOV"),
        ("the Turkish government", "country", "TUR", "GOV"),
        ("the Iranians", "country", "IRN", "GOV"),
        ("Iranians", "group", "IRN", "CVL"),
        ("Cubans", "group", "CUB", "CVL"),
        ("the Iran-backed Houthi militants", "armed_group", "YEM", "REB"),
        ("the Syrian Kurds", "group", "SYR", "UNK"),
        ("the White House", "government_body", "USA", "GOV"),
        ("Turkish military", "government_body", "TUR", "MIL"),
        ("Russian forces", "government_body", "RUS", "MIL"),
        ("special forces from the UK", "government_body", "GBR", "MIL"),
        ("US officials", "group", "USA", "GOV"),
        ("a Turkish official", "group", "TUR", "GOV"),
        ("the UN", "organisation", None, "IGO"),
        ("Hezbollah fighters", "armed_group", "LBN", "REB"),
        ("Kyiv police", "government_body", "UKR", "COP"),
        ("two Russians", "group", "RUS", "CVL"),
        ("the Assad regime", "country", "SYR", "GOV"),
        ("Organization of Examples (UN)", "organisation", None, "IGO"),
    ],
)
def test_states_bodies_and_groups_are_told_apart(words: str, kind: str, country: str | None, sector: str) -> None:
    """An unnamed official is a group of the state; an office that speaks is a body; a government is the state."""
    found = resolve(words, LATE)
    assert (found.kind, found.country, found.sector) == (kind, country, sector)


def test_an_unknown_person_is_what_the_title_says() -> None:
    """A name that no table has keeps the state and sector that its title tells."""
    found = resolve("Norwegian Deputy Foreign Minister Odd Fjordvik", LATE)
    assert (found.name, found.kind, found.country, found.sector) == ("Odd Fjordvik", "person", "NOR", "GOV")
    assert found.office == "deputy minister of foreign affairs"
    assert found.actor is None


@pytest.mark.parametrize(
    "words", ["", "he", "They", "\r\n", "🙂", "yesterday", "\u05e9\u05dc\u05d5\u05dd", "Zzyzx", "Tony"]
)
def test_what_cannot_be_known_is_not_guessed(words: str) -> None:
    """Pronouns, nonsense and first names alone have no actor."""
    found = resolve(words, LATE)
    assert found.actor is None
    assert found.country is None
    assert found.reason


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Israel Katz", "ISR-country"),
        ("Foreign Minister Israel Katz", "ISR-country"),
        ("former Israeli foreign minister", "yair-lapid"),
        ("French Foreign Minister Blinken", "antony-blinken"),
        ("leader of the Freedonia National Party Rufus Firefly", "president"),
    ],
)
def test_tempting_readings_are_refused(words: str, wrong: str) -> None:
    """A person named like a state, a former holder, another state's minister: none of them is the obvious one."""
    found = resolve(words, EARLY)
    assert found.actor != wrong
    assert found.kind != "country"


def test_the_leader_of_a_state_is_who_leads_it() -> None:
    """A chancellor leads Germany though it has a president."""
    assert resolve("the German leader", date(2019, 1, 7)).actor == "angela-merkel"
    assert resolve("the Turkish leader", date(2019, 1, 7)).actor == "recep-tayyip-erdogan"


def test_apposition_is_read_from_both_sides() -> None:
    """Title first or name first."""
    day = date(2019, 1, 7)
    assert resolve("Recep Tayyip Erdo\u011fan, Turkey\u2019s president", day).actor == "recep-tayyip-erdogan"
    assert resolve("his Turkish counterpart, Recep Tayyip Erdogan", day).actor == "recep-tayyip-erdogan"


@given(st.text(max_size=80))
def test_any_text_gives_an_answer_with_a_reason(text: str) -> None:
    """Nothing raises, and every answer says why; asked twice it is the same."""
    found = resolve(text, EARLY)
    assert found.reason
    assert resolve(text, EARLY) == found


def test_a_megabyte_is_answered() -> None:
    """A mention that is a whole book does no harm."""
    assert resolve("word " * 200_000, EARLY).actor is None


@pytest.mark.parametrize(
    ("words", "kind", "country", "sector", "finer"),
    [
        ("Ukrainian farmers", "group", "UKR", "CVL", "AGR"),
        ("Muslim leaders in France", "group", "FRA", "CVL", "REL"),
        ("University of Nairobi", "organisation", "KEN", "CVL", "EDU"),
        ("Harbour Workers Union", "organisation", None, "CVL", "LAB"),
        ("Bank of Zambia", "government_body", "ZMB", "GOV", None),
        ("Nairobi police station", "government_body", "KEN", "COP", None),
        ("a congressional group", "group", None, "LEG", None),
        ("a Kenya-based paramilitary group", "armed_group", "KEN", "REB", "PRM"),
        ("the Red Valley Army", "armed_group", None, "REB", None),
        ("the Kenyan army", "government_body", "KEN", "MIL", None),
        ("the 14th Mechanized Brigade", "government_body", None, "MIL", None),
        ("Chile's Defense Department", "government_body", "CHL", "GOV", None),
        ("the ASEAN foreign ministers", "group", None, "GOV", None),
        ("the president of the Dominican Republic", "person", "DOM", "GOV", None),
        ("the parties", "organisation", None, "UNK", None),
        ("a former minister", "group", None, "GOV", None),
    ],
)
def test_words_that_no_table_holds_tell_kind_state_and_sector(
    words: str, kind: str, country: str | None, sector: str, finer: str | None
) -> None:
    """The noun, the adjectives before it and the places in a name say what a thing is; what they do not say is open."""
    found = resolve(words, LATE)
    assert (found.kind, found.country, found.sector, found.finer) == (kind, country, sector, finer)


@pytest.mark.parametrize(
    ("words", "day", "sector"),
    [
        ("the BJP", date(2010, 5, 1), "OPP"),
        ("the BJP", date(2018, 5, 1), "GOV"),
        ("Likud", date(2022, 1, 10), "OPP"),
        ("the Taliban", date(2010, 5, 1), "REB"),
        ("the Taliban", date(2022, 5, 1), "GOV"),
    ],
)
def test_a_party_governs_or_opposes_by_the_day(words: str, day: date, sector: str) -> None:
    """The same party is government one year and opposition the next."""
    assert resolve(words, day).sector == sector


def test_a_former_leader_is_still_of_the_government_and_finer_an_elite() -> None:
    """PLOVER's sector and CAMEO's are both there."""
    found = resolve("Angela Merkel", date(2022, 6, 1))
    assert (found.sector, found.finer) == ("GOV", "ELI")


@pytest.mark.parametrize(
    ("words", "day", "actor"),
    [
        ("India's foreign minister", date(2011, 2, 8), "s-m-krishna"),  # not the foreign secretary, who is an official
        ("the Mauritian foreign minister", date(2020, 6, 25), "nando-bodha"),  # stated, against one never closed
        ("France's foreign minister", date(2006, 5, 24), "philippe-douste-blazy"),  # told by two sources, against one
        ("Foreign Minister Bishop", date(2016, 3, 7), "julie-bishop"),  # a name that is a title too
        ("Foreign Minister Johnson", date(2017, 7, 11), "boris-johnson"),  # of many, one held that office
    ],
)
def test_where_tables_disagree_the_better_supported_holder_is_named(words: str, day: date, actor: str) -> None:
    """Stated before inferred, the office before a mere title, more sources before fewer."""
    assert resolve(words, day).actor == actor
