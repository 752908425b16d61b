"""When publishers are silent, and the tables in which users say so."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.publishers import Publisher, publishers, silence
from dragoman.knowledge.publishers.tables import parsed

JERUSALEM = ZoneInfo("Asia/Jerusalem")
OWN = """
[[publisher]]
name = "The Ruritanian"
also = ["Ruritanian Post"]
domains = ["ruritanian.example"]
country = "CHE"
language = "en"
zone = "Europe/Zurich"
lines = ["our readers write: .*"]
signs = ["RP"]

[[publisher.rest]]
days = "sunday"

[[publisher.rest]]
days = "holidays"
of = "CH"
only = ["National Day"]
"""


def own(text: str = OWN) -> Publisher:
    """Read one publisher of a user's table."""
    (publisher,) = parsed(text, "own.toml")
    return publisher


def test_a_sabbath_begins_with_the_sun_of_one_desk_and_ends_with_the_stars_of_the_other() -> None:
    """The desk in New York works on until its own sunset; the one in Israel is back first."""
    outlet = publishers().get("Israel National News")
    assert outlet is not None
    (found,) = silence(outlet, date(2022, 6, 18), date(2022, 6, 18))
    assert found.reason == "Sabbath"
    assert abs(found.start - datetime(2022, 6, 18, 3, 30, tzinfo=JERUSALEM)).total_seconds() < 300
    assert abs(found.end - datetime(2022, 6, 18, 20, 30, tzinfo=JERUSALEM)).total_seconds() < 600


def test_days_of_rest_that_follow_each_other_are_one_silence() -> None:
    """A feast of two days, and a feast on the eve of a Sabbath."""
    outlet = publishers().get("Israel National News")
    assert outlet is not None
    found = silence(outlet, date(2022, 9, 26), date(2022, 9, 27))
    assert [one.reason for one in found] == ["Rosh Hashanah"]
    assert (found[0].end - found[0].start).days == 1
    (long,) = silence(outlet, date(2022, 4, 22), date(2022, 4, 22))
    assert long.reason == "Seventh day of Pesach, Sabbath"


def test_weekdays_and_holidays_run_from_midnight_to_midnight() -> None:
    """On the publisher's own clock."""
    found = silence(own(), date(2022, 7, 31), date(2022, 8, 1))
    (one,) = found
    assert one.start == datetime(2022, 7, 31, tzinfo=ZoneInfo("Europe/Zurich"))
    assert one.end == datetime(2022, 8, 2, tzinfo=ZoneInfo("Europe/Zurich"))
    assert one.reason == "no work on Sundays, National Day"


def test_a_publisher_without_rules_is_never_silent() -> None:
    """And neither is one whose country is in no table."""
    reuters = publishers().get("Reuters")
    assert reuters is not None
    assert silence(reuters, date(2022, 1, 1), date(2022, 12, 31)) == ()
    nowhere = own(OWN.replace('of = "CH"', 'of = "QX"').replace("sunday", "monday"))
    assert all("Monday" in one.reason for one in silence(nowhere, date(2022, 7, 25), date(2022, 8, 7)))


def test_silences_outside_the_days_asked_for_are_not_given() -> None:
    """A working day has none."""
    assert silence(own(), date(2022, 8, 3), date(2022, 8, 5)) == ()


def test_a_users_table_outranks_ours(tmp_path: Path) -> None:
    """By name and by domain."""
    file = tmp_path / "own.toml"
    file.write_text(OWN.replace("ruritanian.example", "reuters.com"))
    table = publishers((str(file),))
    found = table.at("https://www.reuters.com/x")
    assert found is not None
    assert found.name == "The Ruritanian"
    assert table.get("Ruritanian Post") is found
    assert [one.name for one in table.agencies_in("With material of RP")] == ["The Ruritanian"]
    packaged = publishers().at("https://reuters.com/")
    assert packaged is not None
    assert packaged.name == "Reuters"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('zone = "Europe/Zurich"', 'zone = "Mars/Base"', r"own\.toml:8: zone = 'Mars/Base'"),
        ('country = "CHE"', 'country = "Swiss"', r"own\.toml:6: country = 'Swiss'"),
        ('name = "The Ruritanian"', "", r"own\.toml:2: the publisher '' lacks 'name'"),
        ('language = "en"', 'colour = "red"', r"own\.toml:7: 'colour' is no key"),
        ('domains = ["ruritanian.example"]', 'domains = ["https://x.example/"]', r"own\.toml:5: .* is no domain"),
        ('lines = ["our readers write: .*"]', 'lines = ["("]', r"own\.toml:9: the pattern '\(' is broken"),
        ('days = "sunday"', 'days = "someday"', r"own\.toml:13: days = 'someday'"),
        ('days = "sunday"', 'days = "sabbath"', r"own\.toml:13: .*needs begins"),
        ('of = "CH"\n', "", r'own\.toml:13: days = "holidays" needs of'),
        ('days = "sunday"', 'days = "sunday"\nbegins = { latitude = 80, longitude = 0 }', r"own\.toml:14: begins"),
        ("[[publisher]]", "[[publisher]", r"own\.toml:2: this is no TOML"),
        ("[[publisher]]", "x = 1\n[[publisher]]", r"own\.toml:1: a table of publishers"),
    ],
)
def test_a_wrong_table_names_file_and_line(old: str, new: str, why: str) -> None:
    """Nothing of it is used."""
    with pytest.raises(KnowledgeError, match=why):
        own(OWN.replace(old, new, 1))


def test_a_table_that_is_not_there_is_an_error() -> None:
    """And not an empty one."""
    with pytest.raises(KnowledgeError, match=r"nowhere\.toml"):
        publishers(("nowhere.toml",))
