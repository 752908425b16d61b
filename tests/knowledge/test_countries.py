"""States and the forms that stand for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.countries import countries


@pytest.mark.parametrize(
    ("form", "iso3", "kind"),
    [
        ("Israel", "ISR", "name"),
        ("UK", "GBR", "name"),
        ("U.S.", "USA", "name"),
        ("the US", "USA", "name"),
        ("DRC", "COD", "name"),
        ("Holland", "NLD", "name"),
        ("Czechia", "CZE", "name"),
        ("Burma", "MMR", "name"),
        ("Ivory Coast", "CIV", "name"),
        ("Dutch", "NLD", "demonym"),
        ("Emirati", "ARE", "demonym"),
        ("Palestinian", "PSE", "demonym"),
        ("Argentine", "ARG", "demonym"),
        ("Turks", "TUR", "people"),
        ("Britons", "GBR", "people"),
        ("the Saudis", "SAU", "people"),
        ("Ankara", "TUR", "capital"),
        ("Washington, DC", "USA", "capital"),
        ("TURKEY", "TUR", "name"),
    ],
)
def test_forms_of_news_stand_for_their_states(form: str, iso3: str, kind: str) -> None:
    """Names, adjectives, peoples and capitals each lead to the state, and say how."""
    found = countries().find(form)
    assert found is not None
    assert (found.iso3, found.kind) == (iso3, kind)


@pytest.mark.parametrize(
    "form", ["turkey", "us", "Kurdish", "polish", "chad", "the", "", "Kremlin", "EU", "Island", "PER"]
)
def test_birds_pronouns_peoples_and_buildings_are_no_states(form: str) -> None:
    """Case counts; a people without a state, a building and a union are none."""
    assert countries().find(form) is None


def test_a_form_of_two_kinds_can_be_asked_as_either() -> None:
    """ "US" is a name on its own and an adjective before a noun."""
    as_adjective = countries().find_as("US", "demonym")
    assert as_adjective is not None
    assert as_adjective.iso3 == "USA"
    assert countries().find_as("Washington", "demonym") is None


def test_every_form_leads_to_a_state_of_the_table() -> None:
    """No form points outside the table, and every state is found by its own name."""
    for state in countries():
        found = countries().find(state.name)
        assert found is not None, state.name
        assert found.iso3 == state.iso3
        assert len(state.iso3) == 3
        assert state.lat is None or -90 <= state.lat <= 90


def test_a_word_that_begins_no_form_spares_the_look_up() -> None:
    """ "Guinea" begins one, for all that is behind it; "Novak" begins none."""
    assert countries().may_open("Guinea")
    assert countries().may_open("The")
    assert not countries().may_open("Novak")
    assert not countries().may_open("")


@given(st.sampled_from([form for state in countries() for form in (state.name, *state.names, *state.demonyms)]))
def test_every_form_may_begin_with_any_of_its_first_letters(form: str) -> None:
    """Whatever is found is never spared, in capitals either."""
    first = form.split()[0]
    found = countries().find(form)
    assert found is None or all(countries().may_open(first[:length]) for length in range(1, len(first) + 1))
    assert countries().find(form.upper()) is None or countries().may_open(first.upper())


@given(st.text(max_size=40))
def test_any_text_is_answered_without_harm(text: str) -> None:
    """Emoji, right-to-left text and line ends find nothing or a state, and break nothing."""
    found = countries().find(text)
    assert found is None or countries().get(found.iso3) is not None
