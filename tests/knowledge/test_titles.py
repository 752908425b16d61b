"""Titles and the offices that they mean."""

import pytest

from dragoman.knowledge.titles import titles


@pytest.mark.parametrize(
    ("words", "office", "sector"),
    [
        ("Foreign Minister", "minister of foreign affairs", "GOV"),
        ("FM", "minister of foreign affairs", "GOV"),
        ("minister for foreign affairs", "minister of foreign affairs", "GOV"),
        ("External Affairs Minister", "minister of foreign affairs", "GOV"),
        ("defence minister", "minister of defence", "GOV"),
        ("Defense Min.", "minister of defence", "GOV"),
        ("Secretary of Defense", "minister of defence", "GOV"),
        ("Pentagon chief", "minister of defence", "GOV"),
        ("premier", "prime minister", "GOV"),
        ("Leader of the Opposition", "leader of the opposition", "OPP"),
        ("national security advisor", "national security adviser", "GOV"),
        ("army chief", "chief of defence staff", "MIL"),
        ("MK", None, "LEG"),
        ("Gen.", None, "MIL"),
        ("spokeswoman", None, "GOV"),
        ("deputy foreign minister", "deputy minister of foreign affairs", "GOV"),
        ("foreign ministers", "minister of foreign affairs", "GOV"),
    ],
)
def test_titles_of_news_mean_normalised_offices(words: str, office: str | None, sector: str) -> None:
    """Both spellings, short forms and word orders lead to one office."""
    found = titles().find(words)
    assert found is not None
    assert (found.office, found.sector) == (office, sector)


def test_a_title_may_name_its_state() -> None:
    """Unless another state is named, a secretary of state is the United States' foreign minister."""
    plain, foreign = titles().find("secretary of state"), titles().find("secretary of state for defence")
    assert plain is not None
    assert (plain.office, plain.country) == ("minister of foreign affairs", "USA")
    assert foreign is not None
    assert (foreign.office, foreign.country) == ("minister of defence", "GBR")


@pytest.mark.parametrize(
    ("words", "effect"),
    [("former president", "past"), ("ex-president", "past"), ("acting foreign minister", "acting"),
     ("president-elect", "coming"),
     ("shadow defence secretary", "shadow"), ("vice foreign minister", "deputy"), ("president", "")],
)  # fmt: skip
def test_words_before_a_title_change_it(words: str, effect: str) -> None:
    """A former, acting, coming or shadow holder is not the holder."""
    found = titles().find(words)
    assert found is not None
    assert found.effect == effect


@pytest.mark.parametrize(
    "words", ["", "turtle", "Yair Lapid", "the", "former", "foreign", "ministry of foreign affairs"]
)
def test_other_words_are_no_titles(words: str) -> None:
    """Names, bodies and lone adjectives are not titles."""
    assert titles().find(words) is None


@pytest.mark.parametrize(
    ("words", "length"),
    [("Foreign Minister Dana Roth", 2), ("Defense Min. Roth", 2), ("former President Lt. Gen. Ana Ruiz", 4),
     ("Dr. Ana Ruiz", 1), ("Dana Roth", 0), ("ministry officials", 0)],
)  # fmt: skip
def test_titles_before_a_name_are_counted(words: str, length: int) -> None:
    """All titles in a row belong to the name after them."""
    assert titles().opening(words.split()) == length
