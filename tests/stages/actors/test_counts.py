"""People told by their number alone, parts of others, and where the phrase of a group begins."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def said(document: Document) -> dict[str, set[str]]:
    """Give the nominal words of each group."""
    groups = (actor for actor in document.actors if actor.kind == "group")
    return {a.name: {m.span.text for m in a.mentions if m.form == "nominal"} for a in groups}


def meant(document: Document, words: str) -> list[Actor]:
    return [a for a in document.actors if any(m.span.text == words for m in a.mentions)]


def test_a_count_of_people_hurt_or_held_is_a_group(code: Coder) -> None:
    """ "At least" may be left out."""
    document = code("At least 40 were wounded in Suva. Police detained nine.")
    assert said(document) == {"40": {"At least 40", "40"}, "nine": {"nine"}}


def test_thousands_who_march_are_a_group(code: Coder) -> None:
    """Also by the tens, and those who are held."""
    document = code("Tens of thousands marched against the budget, and hundreds were arrested.")
    assert set(said(document)) == {"Tens of thousands", "hundreds"}


def test_others_beside_somebody_are_a_group(code: Coder) -> None:
    """The person beside whom they are told is another actor."""
    document = code("Gunmen killed Anna Novak and 12 others in Fiji.")
    assert said(document)["12 others"] == {"12 others"}


def test_a_count_is_of_those_told_of_before_it_in_the_sentence(code: Coder) -> None:
    """ "Three" who died are some of the nurses."""
    document = code("A shell fell as nurses crossed the road in Lomu, and three died.")
    assert [a.name for a in meant(document, "three")] == ["nurses"]


def test_the_four_are_those_who_were_four(code: Coder) -> None:
    """Whatever is said of them."""
    document = code("Police arrested four fishermen on Monday. The four were freed on Friday.")
    assert [a.name for a in meant(document, "The four")] == ["fishermen"]


def test_the_four_are_nobody_where_none_were_four(code: Coder) -> None:
    """Nothing is guessed."""
    assert not meant(code("Police arrested three fishermen on Monday. The four were freed on Friday."), "The four")


def test_things_counted_are_nobody(code: Coder) -> None:
    """Sums, years, and what is sold or scored."""
    assert not said(code("The firm sold 40 in May. Fiji scored nine. Tonga paid 300 in 1998."))
    assert not said(code("Hundreds of roads were closed."))


def test_part_of_a_group_is_named_by_the_whole_phrase(code: Coder) -> None:
    """The words with the count, and all that says which."""
    document = code("Fiji freed 14 of the 16 miners arrested in May.")
    assert {"14 of the 16 miners", "14 of the 16 miners arrested in May"} <= said(document)["miners"]


def test_tens_of_thousands_of_people_are_one_phrase(code: Coder) -> None:
    """From the first count on."""
    assert "Tens of thousands of people" in said(code("Tens of thousands of people marched in Suva."))["people"]


def test_a_day_before_a_group_is_no_part_of_it(code: Coder) -> None:
    """Nor is a word that opens the clause, nor one that stresses."""
    assert said(code("Last Monday mobs attacked the embassy."))["mobs"] == {"mobs"}
    assert "captain" in said(code("The captain himself apologised to Fiji."))


def test_several_hundred_people_keep_their_number(code: Coder) -> None:
    """ "Several" is part of the count."""
    assert "Several hundred people" in said(code("Several hundred people marched in Suva."))["people"]


def test_a_column_of_refugees_is_the_refugees(code: Coder) -> None:
    """By the whole phrase; a predecessor is somebody of his own."""
    assert "a column of refugees" in said(code("Soldiers chased a column of refugees in Fiji."))["refugees"]
    document = code("President Jan Novak arrested his predecessor.")
    assert [actor.kind for actor in meant(document, "his predecessor")] == ["group"]
