"""Organisations by every form of their names."""

import pytest

from dragoman.knowledge.organisations import organisations


@pytest.mark.parametrize(
    ("form", "key", "kind"),
    [
        ("UN", "united-nations", "organisation"),
        ("the U.N.", "united-nations", "organisation"),
        ("NATO", "nato", "organisation"),
        ("Isis", "islamic-state", "armed_group"),
        ("the White House", "white-house", "government_body"),
        ("the Kremlin", "kremlin", "government_body"),
        ("Downing Street", "downing-street", "government_body"),
        ("State Department", "us-state-department", "government_body"),
        ("Hizbullah", "hezbollah", "armed_group"),
        ("the Houthis", "ansar-allah", "armed_group"),
    ],
)
def test_names_and_short_forms_lead_to_the_organisation(form: str, key: str, kind: str) -> None:
    """An office that speaks is a body of government, not the state."""
    found = organisations().find(form)
    assert found is not None
    assert (found.key, found.kind) == (key, kind)


@pytest.mark.parametrize(
    "form", ["", "white house", "who", "un", "Israel", "the alliance", "Brussels", "congress of mice"]
)
def test_common_words_and_states_are_no_organisations(form: str) -> None:
    """Short forms count as written only; a capital is not the union that sits in it."""
    assert organisations().find(form) is None


def test_kinds_and_sectors_are_those_of_the_codebook() -> None:
    """Every row has a kind and a recorded sector, and every key is its own."""
    sectors = set("GOV MIL LEG OPP JUD COP IGO NGO REB MED CVL BUS REF UNK".split())  # noqa: SIM905
    keys = [entry.key for entry in organisations()]
    assert len(keys) == len(set(keys))
    for entry in organisations():
        assert entry.kind in {"organisation", "government_body", "armed_group", "accord"}
        assert entry.sector in sectors
