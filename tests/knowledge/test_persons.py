"""Persons by every spelling of their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.fold import fold
from dragoman.knowledge.persons import persons


@pytest.mark.parametrize(
    "form", ["Antony Blinken", "Anthony Blinken", "TONY BLINKEN", "Antony J. Blinken", "antony q. blinken"]
)
def test_spellings_and_initials_lead_to_one_person(form: str) -> None:
    """Case, aliases and middle initials make no other person."""
    assert [person.key for person in persons().named(form)] == ["antony-blinken"]


@pytest.mark.parametrize(
    ("form", "folded"),
    [
        ("H.R. McMaster", "hr mcmaster"),
        ("HR McMaster", "hr mcmaster"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
        ("Binali Yıldırım", "binali yildirim"),
        ("Ja\u2019afari", "jaafari"),
        ("Kim Jong-un", "kim jong un"),
        ("", ""),
    ],
)
def test_folding_takes_marks_case_and_stops_away(form: str, folded: str) -> None:
    """What differs only in marks folds to one form."""
    assert fold(form) == folded


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded form folds to itself."""
    assert fold(fold(text)) == fold(text)


def test_a_near_spelling_is_found_with_its_reason() -> None:
    """A name spelt almost so is offered with how alike it is."""
    found = persons().similar("Recep Tayip Erdogan")
    assert found[0][0].key == "recep-tayyip-erdogan"
    assert found[0][1] > 0.9
    assert "spelt almost" in found[0][2]


@pytest.mark.parametrize("form", ["", "Lapid", "Xyzzy Plugh", "\u202eevil", "🙂 🙂", "x" * 5000])
def test_what_is_near_nobody_finds_nobody(form: str) -> None:
    """One word, nonsense and emoji are like no name."""
    assert persons().similar(form) == ()


def test_two_who_share_a_surname_are_both_given() -> None:
    """A surname says who may be meant, no more."""
    assert {"tommy-lapid", "yair-lapid"} <= {person.key for person in persons().surnamed("Lapid")}


@pytest.mark.parametrize(
    ("surname", "key"), [("Xi", "xi-jinping"), ("al-Assad", "bashar-al-assad"), ("Assad", "bashar-al-assad")]
)
def test_family_names_first_and_particles_are_surnames(surname: str, key: str) -> None:
    """Xi goes first; "al-" may be there or not."""
    assert key in {person.key for person in persons().surnamed(surname)}


def test_a_suffix_is_no_surname() -> None:
    """ "Jr." names nobody."""
    assert persons().surnamed("Jr.") == ()


def test_titles_and_groups_are_no_aliases() -> None:
    """ "Prime Minister X" and "the X regime" are not names of X."""
    assert persons().named("Prime Minister Benjamin Netanyahu") == ()
    assert persons().named("Assad Regime") == ()


def test_the_usual_name_leaves_middle_initials_out() -> None:
    """News says John Bolton; the fuller name stays an alias."""
    found = persons().named("John R. Bolton")
    assert [person.name for person in found] == ["John Bolton"]


def test_unknown_keys_and_names_give_nothing() -> None:
    """No guess is made."""
    assert persons().get("nobody-at-all") is None
    assert persons().named("Nobody Atall") == ()
    assert persons().surnamed("") == ()
