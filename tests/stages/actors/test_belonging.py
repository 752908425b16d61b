"""Whose those are whom a common noun means: of a state, of several, of a union, of a body or region."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def meant(document: Document, words: str) -> Actor:
    """Give the actor that has these words among its mentions."""
    return next(a for a in document.actors if any(m.span.text == words for m in a.mentions))


def mentioned(document: Document) -> set[str]:
    return {mention.span.text for actor in document.actors for mention in actor.mentions}


@pytest.mark.parametrize("words", ["EU leaders", "NATO officials"])
def test_the_people_of_a_union_are_of_no_state(code: Coder, words: str) -> None:
    """Not of the one state that the report names either."""
    found = meant(code(f"{words} met in Poland. Poland thanked them. Poland was glad."), words)
    assert (found.country, found.sector) == (None, "IGO")


def test_the_officials_of_a_state_are_no_unions(code: Coder) -> None:
    """A union named beside them does not take them."""
    found = meant(code("Polish officials met in Brussels. The EU thanked them."), "Polish officials")
    assert (found.country, found.sector) == ("POL", "GOV")


def test_allies_are_of_other_states_than_their_friend(code: Coder) -> None:
    """ "Chile's allies" are not Chile's people."""
    assert meant(code("Chile's allies sent food. Chile thanked them."), "Chile's allies").country is None


def test_an_army_is_of_its_owner(code: Coder) -> None:
    """What is owned and no friend is of the owner's state."""
    assert meant(code("Chile's army sent food to Peru."), "Chile's army").country == "CHL"


def test_foreign_reporters_are_not_of_the_state_that_they_are_in(code: Coder) -> None:
    """A guess would give them the one state of the report."""
    document = code("Poland expelled four foreign reporters. Poland said Poland was safe.")
    assert meant(document, "four foreign reporters").country is None


def test_a_foreign_ministry_is_its_states(code: Coder) -> None:
    """ "Foreign" says what it works on."""
    assert meant(code("Poland's foreign ministry said no."), "Poland's foreign ministry").country == "POL"


@pytest.mark.parametrize(
    ("words", "sector"),
    [("Union leaders", "CVL"), ("Business leaders", "BUS"), ("Civil society representatives", "CVL")],
)
def test_those_at_the_head_have_the_sector_of_those_they_lead(code: Coder, words: str, sector: str) -> None:
    """The noun alone would say government."""
    assert meant(code(f"{words} met the mayor of Lima on Monday."), words).sector == sector


def test_leaders_of_nobody_told_stay_in_government(code: Coder) -> None:
    """Without a word for those they lead, leaders are a state's."""
    assert meant(code("The Peruvian leaders met in Lima on Monday."), "The Peruvian leaders").sector == "GOV"


def test_a_negotiator_of_a_body_is_not_the_state_that_the_body_is_of(code: Coder) -> None:
    """ "Negotiator" alone stands for a state."""
    found = meant(code("A Hezbollah negotiator said no to Israel."), "A Hezbollah negotiator")
    assert found.kind != "country"


def test_a_states_negotiators_are_the_state(code: Coder) -> None:
    """As before."""
    assert meant(code("Iranian negotiators said no to Israel."), "Iranian negotiators").kind == "country"


@pytest.mark.parametrize("words", ["The provincial government", "Local authorities"])
def test_a_government_below_its_state_is_a_body_of_its_own(code: Coder, words: str) -> None:
    """It is not the state."""
    assert meant(code(f"{words} closed the schools in Poland."), words).kind == "government_body"


def test_the_federal_government_is_the_state(code: Coder) -> None:
    """ "Federal" does not put it below."""
    assert meant(code("The federal government of Brazil closed the schools."), "Brazil").kind == "country"


def test_a_neighbour_named_at_once_is_that_state(code: Coder) -> None:
    """ "Its neighbour Lithuania" is nobody else."""
    found = meant(code("Poland backs its democratic neighbour Lithuania."), "its democratic neighbour Lithuania")
    assert (found.kind, found.country) == ("country", "LTU")


def test_a_neighbour_unnamed_is_no_state(code: Coder) -> None:
    """Several may be meant."""
    document = code("Poland backs its democratic neighbour. Lithuania was glad.")
    assert "its democratic neighbour" not in {
        m.span.text for a in document.actors if a.country == "LTU" for m in a.mentions
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Poland brought the killers to justice.", "justice"),
        ("The minister shook his head in Poland.", "his head"),
        ("The U.S.-Japan alliance matters to Poland.", "The U.S.-Japan alliance"),
    ],
)
def test_a_matter_is_nobody(code: Coder, text: str, words: str) -> None:
    """Justice done, a head shaken, a tie between two states."""
    assert words not in mentioned(code(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A justice of the supreme court resigned in Poland.", "A justice of the supreme court"),
        ("The opposition walked out in Poland.", "The opposition"),
    ],
)
def test_those_who_hold_the_matter_are_somebody(code: Coder, text: str, words: str) -> None:
    """The same nouns may mean people."""
    assert words in mentioned(code(text))


def test_a_people_is_a_group_not_a_person(code: Coder) -> None:
    """Also without an article, and with its usual state."""
    found = meant(code("Rohingya crossed the river. Rohingya said they were hungry."), "Rohingya")
    assert (found.kind, found.country) == ("group", "MMR")


def test_the_worlds_community_is_of_no_state(code: Coder) -> None:
    """However often one state is named."""
    document = code("The international community must help Haiti. Haiti thanked Haiti's friends.")
    assert meant(document, "The international community").country is None


@pytest.mark.parametrize("words", ["Western governments", "The Gulf states", "More than 30 countries"])
def test_several_states_told_from_others_are_a_group_of_their_own(code: Coder, words: str) -> None:
    """Of no state, whichever the report names."""
    found = meant(code(f"Chile held a vote. {words} condemned it on Monday."), words)
    assert (found.kind, found.country) == ("group", None)


@pytest.mark.parametrize("words", ["Several countries", "Other governments", "Countries"])
def test_several_states_of_which_nothing_is_told_are_nobody(code: Coder, words: str) -> None:
    """They may be any."""
    assert words not in mentioned(code(f"Chile held a vote. {words} condemned it on Monday."))


def test_the_two_countries_are_no_group_beside_the_two(code: Coder) -> None:
    """They are those of whom the report told."""
    document = code("Chile and Peru signed a treaty. The two countries will trade more.")
    assert {a.country for a in document.actors if any(m.span.text == "The two countries" for m in a.mentions)} == {
        "CHL",
        "PER",
    }


def test_a_spokesman_of_a_body_that_only_one_state_has_is_of_that_state(code: Coder) -> None:
    """Whatever state the report is about."""
    document = code("Haiti is poor. Haiti was angry. A state department spokesman praised Haiti.")
    assert meant(document, "A state department spokesman").country == "USA"


def test_a_spokesman_of_a_ministry_is_of_no_state_by_that(code: Coder) -> None:
    """Each state has one: he is of the state that the report is about."""
    document = code("Haiti is poor. Haiti was angry. A foreign ministry spokesman praised Haiti.")
    assert meant(document, "A foreign ministry spokesman").country == "HTI"
