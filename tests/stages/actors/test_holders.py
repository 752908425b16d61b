"""Titles that stand alone, bodies under longer and shorter names, and what is nobody."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def names(document: Document) -> set[str]:
    return {actor.name for actor in document.actors}


def forms(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def test_a_leader_who_speaks_is_whom_the_next_sentence_names(code: Coder) -> None:
    """News reports open with a title and bring the name after it."""
    document = code(
        "The harbour must reopen, the Novian opposition leader has said. Jan Novakovic, who chairs the "
        "Harbour Movement, said ships were waiting."
    )
    assert "the Novian opposition leader" in forms(actor(document, "Jan Novakovic"))


def test_a_leader_of_whom_nobody_speaks_next_stays_unnamed(code: Coder) -> None:
    """The next sentence must open with a person who speaks."""
    document = code("The opposition leader has said the harbour must reopen. The harbour was built by Jan Novakovic.")
    assert "The opposition leader" not in forms(actor(document, "Jan Novakovic"))


def test_letters_before_a_known_surname_are_an_office(code: Coder) -> None:
    """ "DFM" is how a ministry shortens deputy foreign minister."""
    document = code("Deputy Foreign Minister Marta Novakovic arrived. She and DFM Novakovic's staff met the mayor.")
    assert [found.name for found in document.actors if "Novakovic" in found.name] == ["Marta Novakovic"]


def test_two_people_with_one_surname_stay_two(code: Coder) -> None:
    """Another first name is no office."""
    document = code("Marta Novakovic arrived. Pavel Novakovic left.")
    assert {"Marta Novakovic", "Pavel Novakovic"} <= names(document)


def test_who_took_a_picture_is_no_actor(code: Coder) -> None:
    """A credit names nobody who acts."""
    document = code("The mayor opened the bridge on Monday. (photo credit: Pavel Novakovic)")
    assert not any("Novakovic" in name for name in names(document))


def test_a_seat_of_government_is_its_state_unless_it_speaks(code: Coder) -> None:
    """What is done to the Kremlin is done to Russia."""
    acting = code("Ministers condemned the war of the Kremlin. They want to press the Kremlin to stop.")
    assert "Kremlin" not in names(acting)
    assert "Russia" in names(acting)
    assert "Kremlin" in names(code("The Kremlin said the talks were useful."))


@pytest.mark.parametrize("paper", ["Harbour Accords", "Treaty of Novia", "Northern Rivers Agreement"])
def test_what_is_written_does_nothing(code: Coder, paper: str) -> None:
    """An accord or treaty is no body."""
    assert not any(paper in name for name in names(code(f"Poland praised the {paper} on Monday.")))


def test_a_body_is_named_with_its_acronym_and_without_its_article(code: Coder) -> None:
    """All ways of writing its name are there."""
    document = code("The Council of River Pilots (CRP) met the minister in Poland on Monday.")
    found = next(found for found in document.actors if "River Pilots" in found.name)
    assert {"Council of River Pilots", "The Council of River Pilots (CRP)"} <= forms(found)


def test_a_coalition_has_no_state(code: Coder) -> None:
    """Many states are in it, and where it fights says nothing."""
    document = code("Syria was bombed again. The coalition struck two towns in Syria.")
    assert actor(document, "coalition").country is None


def test_government_troops_are_the_army_of_the_state(code: Coder) -> None:
    """Whose they are goes without saying."""
    document = code("Syrian soldiers took the town. Two hours later government troops left it.")
    assert len([found for found in document.actors if found.sector == "MIL"]) == 1


def test_government_critics_are_no_army(code: Coder) -> None:
    """Only forces are meant."""
    document = code("Syrian soldiers took the town. Two hours later government critics left it.")
    assert "government critics" not in forms(next(found for found in document.actors if found.sector == "MIL"))


RELEASE = "Now the President has announced new sanctions. Russia was warned. Later President Putin invaded Ukraine."


def test_the_president_of_a_government_s_release_is_its_own(code: Coder) -> None:
    """Whoever else of that office is named later."""
    document = code(RELEASE, published="2022-02-24", publisher="U.S. Department of State")
    assert "the President" in forms(actor(document, "Joe Biden"))


def test_the_president_of_a_newspaper_may_be_named_later(code: Coder) -> None:
    """It speaks for no state."""
    document = code(RELEASE, published="2022-02-24", publisher="Suva Times")
    assert "the President" in forms(actor(document, "Vladimir Putin"))


def test_an_office_is_named_by_who_sits_in_it(code: Coder) -> None:
    """ "British office" would tell less."""
    document = code("The prime minister of Fiji left. The prime minister's office declined to comment.")
    assert "prime minister's office" in names(document)
    assert "British office" in names(code("Britain's office in Suva was closed."))


def test_this_year_s_laureate_is_a_laureate(code: Coder) -> None:
    """The year is no part of the name."""
    document = code("This year's World Peace Prize Laureate met the press in Suva.")
    assert not any(name.startswith("year") for name in names(document))


def test_guinea_bissau_is_not_guinea(code: Coder) -> None:
    """With the hyphen or without."""
    document = code("She was ambassador to Senegal and Guinea Bissau.")
    assert names(document) >= {"Senegal", "Guinea-Bissau"}
    assert "Guinea" not in names(document)
