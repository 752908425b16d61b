"""Places by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.places import places


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon", "precision"),
    [
        ("Moscow", "RUS", 55.75, 37.6, "city"),
        ("Kharkov", "UKR", 49.99, 36.2, "city"),
        ("the Pentagon", "USA", 38.9, -77.1, "point"),
        ("Gaza Strip", "PSE", 31.4, 34.4, "province"),
        ("Donbass", "UKR", 48.2, 38.2, "region"),
        ("Davos", "CHE", 46.8, 9.8, "city"),
        ("Strait of Hormuz", None, 26.5, 56.4, "region"),
        ("DC", "USA", 38.9, -77.0, "city"),
        ("Deir al-Zour", "SYR", 35.3, 40.1, "city"),
    ],
)
def test_places_of_news_are_found_where_they_lie(
    name: str, country: str | None, lat: float, lon: float, precision: str
) -> None:
    """The most populous namesake comes first, with coordinates to a third of a degree."""
    found = places().find(name)[0]
    assert (found.country, found.precision) == (country, precision)
    assert abs(found.lat - lat) < 0.3
    assert abs(found.lon - lon) < 0.3


def test_namesakes_are_all_given_the_most_populous_first() -> None:
    """There are several towns called Paris."""
    found = places().find("Paris")
    assert found[0].country == "FRA"
    assert "USA" in {place.country for place in found}
    assert [place.population for place in found] == sorted((place.population for place in found), reverse=True)


def test_small_towns_are_given_only_when_asked_for() -> None:
    """Whoever looks up an actor's city does not want every hamlet; a report of the place does."""
    assert places().find("Lumpkin") == ()
    found = places().find("Lumpkin", least=0)
    assert ("USA", "Georgia") in {(place.country, place.admin1) for place in found}


@pytest.mark.parametrize(
    ("name", "country", "inside"),
    [("Riley County", "USA", "Kansas"), ("Suffolk", "GBR", "England"), ("Zhejiang", "CHN", None)],
)
def test_states_and_counties_are_places(name: str, country: str, inside: str | None) -> None:
    """Counties lie in a state, states in none."""
    found = places().find(name, least=0)[0]
    assert (found.country, found.admin1, found.precision) == (country, inside, "province")


def test_a_town_comes_before_the_province_named_after_it() -> None:
    """ "Aleppo" is the city."""
    assert [place.precision for place in places().find("Aleppo")[:2]] == ["city", "province"]


@pytest.mark.parametrize(("short", "long"), [("St. Louis", "Saint Louis"), ("Mt. Vernon", "Mount Vernon")])
def test_saints_and_mounts_may_be_cut_short(short: str, long: str) -> None:
    """Both ways of writing find the same."""
    assert places().find(short) == places().find(long) != ()


def test_towns_that_begin_like_a_shortened_word_stay_themselves() -> None:
    """Stuttgart is no saint."""
    assert places().find("Stuttgart")[0].country == "DEU"


@pytest.mark.parametrize("name", ["", "Nowhereville-on-Sea", "🙂", "\r\n", "the"])
def test_unknown_names_find_nothing(name: str) -> None:
    """No guess is made."""
    assert places().find(name) == ()


@given(st.text(max_size=30))
def test_every_place_lies_on_the_globe(name: str) -> None:
    """Whatever is asked, what comes back has coordinates."""
    for place in places().find(name):
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
