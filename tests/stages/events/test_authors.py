"""Who puts out a text says what it says."""

from collections.abc import Callable

import pytest

from dragoman.language import Analyser
from dragoman.model import Document
from dragoman.stages.events import Events
from dragoman.stages.events.authors import authors
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]
Authors = Callable[[str, str], set[str]]


@pytest.fixture(scope="session")
def author(analyser: Analyser) -> Authors:
    def find(sentence: str, text: str) -> set[str]:
        tree = Tree(analyser.analyse(sentence))
        word = next(token.i for token in tree.tokens if token.text == text)
        return {tree.tokens[found].text for found, _ in authors(tree, word, frozenset(("issue", "publish")))}

    return find


def test_who_issues_a_statement_says_it(author: Authors) -> None:
    assert author("Norway issued a statement urging Chile to free the sailors.", "statement") == {"Norway"}


def test_who_praises_somebody_in_a_message_says_it(author: Authors) -> None:
    assert author("Norway thanked Chile in a letter praising the nurses.", "letter") == {"Norway"}


def test_who_welcomes_a_report_did_not_write_it(author: Authors) -> None:
    assert not author("Norway welcomed a report accusing Chile of theft.", "report")


def test_who_disowns_a_leaflet_did_not_write_it(author: Authors) -> None:
    assert not author("Norway disowned a leaflet threatening Chile.", "leaflet")


def test_who_flies_after_a_speech_did_not_make_it(author: Authors) -> None:
    assert not author("Norway closed the port after a speech praising the rebels.", "speech")


def test_a_report_accuses_in_the_name_of_whoever_published_it(report: Read) -> None:
    document = report("Norway published a report on Tuesday accusing Chile of torture.")
    told = [event for event in Events()(document) if event.type == "ACCUSE"]
    by_id = {actor.id: actor.name for actor in document.actors}
    assert [{by_id[one] for one in event.actors} for event in told] == [{"Norway"}]
