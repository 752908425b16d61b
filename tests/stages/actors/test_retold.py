"""Fighters whom a report tells of again by another noun."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]
SCHOOL = "Gunmen stormed a school in Kano. "


def same(document: Document, one: str, other: str) -> bool:
    meant = [{a.id for a in document.actors if any(m.span.text == words for m in a.mentions)} for words in (one, other)]
    return meant[0] == meant[1] != set()


def test_the_attackers_are_those_told_of_before(code: Coder) -> None:
    """The noun only says what they did."""
    assert same(code(SCHOOL + "The army said that the attackers had left on foot."), "Gunmen", "the attackers")


def test_his_captors_are_those_told_of_before(code: Coder) -> None:
    """Whoever they hold."""
    assert same(code(SCHOOL + "A teacher said that his captors had beaten him."), "Gunmen", "his captors")


def test_the_insurgents_are_islamist_ones_told_of_before(code: Coder) -> None:
    """What narrowed the noun is left out later."""
    document = code("Islamist insurgents burned a village. The insurgents fled on Monday.")
    assert same(document, "Islamist insurgents", "The insurgents")


def test_a_clause_after_a_comma_does_not_say_which_rebels(code: Coder) -> None:
    """It tells more of those who are known."""
    document = code("The Lowland Front shelled Kano. The rebels, who hold the valley, burned a bridge.")
    assert same(document, "Lowland Front", "The rebels")


def test_a_word_for_foes_in_speech_means_those_spoken_of(code: Coder) -> None:
    """A minister calls them so."""
    assert same(code(SCHOOL + "“We do not talk to terrorists,” the minister said."), "Gunmen", "terrorists")


def test_the_same_word_outside_speech_means_others(code: Coder) -> None:
    """The report itself calls them gunmen."""
    document = code(SCHOOL + "The minister said that terrorists had been jailed in Peru.")
    assert not same(document, "Gunmen", "terrorists")


def test_rebels_under_one_verb_with_gunmen_are_others(code: Coder) -> None:
    """They are attacked by them."""
    assert not same(code("Gunmen attacked the rebels near Kano."), "Gunmen", "the rebels")


def test_of_two_armed_groups_the_insurgents_are_neither(code: Coder) -> None:
    """Either may be meant."""
    document = code("Gunmen stormed a school. Militants attacked a bank. The insurgents fled on Monday.")
    assert not same(document, "Gunmen", "The insurgents")
    assert not same(document, "Militants", "The insurgents")
