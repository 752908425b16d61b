"""Publishers are found by name, domain and words."""

from zoneinfo import available_timezones

from dragoman.knowledge.publishers import furniture, publishers


def test_a_publisher_is_found_by_any_of_its_names() -> None:
    """Case and the article do not matter."""
    found = publishers().get("jerusalem post")
    assert found is not None
    assert found.name == "The Jerusalem Post"
    assert found.zone == "Asia/Jerusalem"


def test_a_publisher_is_found_by_its_domain_and_what_is_below_it() -> None:
    """www, sections and paths do not matter."""
    found = publishers().at("https://www.state.gov/briefings/x")
    assert found is not None
    assert found.country == "USA"


def test_a_domain_that_only_ends_alike_is_another() -> None:
    """notstate.gov is not state.gov."""
    assert publishers().at("https://notstate.gov/x") is None
    assert publishers().at("no address") is None


def test_a_name_inside_a_longer_word_is_none() -> None:
    """A capital in mid-word is no publisher."""
    assert publishers().within("BBCX and xReuters") is None


def test_every_zone_and_country_is_real_and_no_name_stands_twice() -> None:
    """The table keeps its columns."""
    rows = set(publishers().by_name.values())
    assert len(rows) >= 60
    assert {row.zone for row in rows} <= available_timezones()
    assert all(row.country is None or (len(row.country) == 3 and row.country.isupper()) for row in rows)
    assert all(domain.islower() and not domain.startswith("www.") for row in rows for domain in row.domains)


def test_no_pattern_of_furniture_takes_plain_prose() -> None:
    """Sentences of news, among them ones that begin like service lines, are no furniture."""
    prose = [
        "Video from the scene shows soldiers leaving the village.",
        "Share prices fell after the minister spoke.",
        "Follow the money, the prosecutor told the court.",
        "Credit of the state was at stake, the bank said.",
        "Comments by the president angered the neighbours.",
        "Updated rules for asylum come into force on Monday.",
        "Published figures show that exports fell.",
        "The copyright treaty was signed in Geneva.",
        "Contact between the two governments has been rare.",
        "More than 40 people were killed.",
        "Images of the raid were shown on state television.",
    ]
    for line in prose:
        assert not [entry.why for entry in furniture().lines if entry.pattern.fullmatch(line)], line
