"""Who is asked is not what is asked for, nor the one to whom a demanded act is to be done."""

from collections.abc import Callable

import pytest

from dragoman.knowledge.frames import frames
from dragoman.language import Analyser
from dragoman.stages.events.complements import clause_doers, clause_undergoers
from dragoman.stages.events.requested import is_asked, is_wanted
from dragoman.stages.events.tree import Tree

Wanted = Callable[[str, str, str], bool]


@pytest.fixture(scope="session")
def wanted(analyser: Analyser) -> Wanted:
    def tell(sentence: str, act: str, somebody: str) -> bool:
        tree = Tree(analyser.analyse(sentence))
        act_at, word = (next(t.i for t in tree.tokens if t.text == text) for text in (act, somebody))
        return is_wanted(tree, frames().classes["undergone_acts"], act_at, word)

    return tell


def test_what_is_called_for_is_not_asked(wanted: Wanted) -> None:
    assert wanted("The mayor called for doctors on Monday.", "called", "doctors")


def test_whose_release_is_demanded_is_not_asked(wanted: Wanted) -> None:
    assert wanted("Norway demanded the release of the sailors.", "demanded", "sailors")


def test_who_is_to_be_handed_over_is_not_asked(wanted: Wanted) -> None:
    assert wanted("Norway demanded that the sailors be handed over.", "demanded", "sailors")


def test_whose_resignation_is_demanded_is_asked(wanted: Wanted) -> None:
    assert not wanted("The farmers demanded the resignation of the mayor.", "demanded", "mayor")


def test_who_is_called_upon_to_act_is_asked(wanted: Wanted) -> None:
    assert not wanted("Norway called for Chile to free the sailors.", "called", "Chile")
    assert not wanted("Norway demanded that Chile free the sailors.", "demanded", "Chile")


def test_by_whom_a_demanded_thing_is_to_be_done_is_asked(wanted: Wanted) -> None:
    assert not wanted("Norway demanded the release of the sailors by Chile.", "demanded", "Chile")


def test_what_governs_a_demand_is_left_alone(analyser: Analyser) -> None:
    """A path that leads to no demanded thing names whoever is asked."""
    tree = Tree(analyser.analyse("Norway asked Chile for ships."))
    chile, ships = (next(t.i for t in tree.tokens if t.text == text) for text in ("Chile", "ships"))
    assert is_asked(tree, frozenset(), chile, "iobj")
    assert not is_asked(tree, frozenset(), ships, "obl:for")


def test_a_passive_clause_has_no_doer_but_by_whom_it_is_done(analyser: Analyser) -> None:
    tree = Tree(analyser.analyse("Norway complained that the sailors had been beaten by the guards."))
    act = next(t.i for t in tree.tokens if t.text == "complained")
    assert {tree.tokens[word].text for word, _ in clause_doers(tree, act)} == {"guards"}
    assert {tree.tokens[word].text for word, _ in clause_undergoers(tree, act)} == {"sailors"}


def test_whose_forces_are_to_be_withdrawn_is_asked(wanted: Wanted) -> None:
    assert not wanted("Norway demanded that the Chilean fleet be withdrawn.", "demanded", "Chilean")
