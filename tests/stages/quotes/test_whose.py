"""Quotes: whose they cannot be, and whose they are behind a sentence in which another spoke."""

from collections.abc import Callable

import pytest

from dragoman.model import Document

Coder = Callable[..., Document]


def said_by(document: Document) -> dict[str, str | None]:
    names = {actor.id: actor.name for actor in document.actors}
    return {quote.span.text: names.get(quote.speaker or "") for quote in document.quotes}


def test_a_quotation_goes_on_from_what_the_sentence_before_it_reports(code: Coder) -> None:
    """Somebody else was quoted earlier; the sentence between tells who speaks now."""
    document = code(
        'Wilma Stone said the plan was popular. "It is a way to help the farmers of the valley," Stone said. '
        'Ivan Kovac also said the plan was costly. "As a way to make money it is rather poor for us."'
    )
    assert said_by(document)["As a way to make money it is rather poor for us."] == "Ivan Kovac"


def test_a_statement_by_somebody_is_his_word(code: Coder) -> None:
    """A statement does not speak for itself where it says whose it is."""
    document = code('A statement by Boeing given by its lawyers said "Obviously we are very disappointed by this."')
    assert said_by(document) == {"Obviously we are very disappointed by this.": "Boeing"}


def test_an_introduction_before_a_colon_is_no_reported_clause(code: Coder) -> None:
    """The words before "he says:" are not what he says."""
    document = code(
        "Beside the first guard killed by the flood in March, Ivan Kovac says: “We will not leave the valley.”"
    )
    assert list(said_by(document)) == ["We will not leave the valley."]


@pytest.mark.parametrize(
    "text",
    [
        "No wonder he is confused: it was only last week that President Marek ordered the troops to leave.",
        "Striking inside the capital suggests that the group has grown stronger.",
    ],
)
def test_what_nobody_says_is_no_quote(code: Coder, text: str) -> None:
    """An act may suggest a thing, and "no wonder" wonders at nothing."""
    assert said_by(code(text)) == {}


def test_what_officials_suggest_is_a_quote(code: Coder) -> None:
    """Persons say it."""
    document = code("Officials suggested that the group has grown weaker.")
    assert said_by(document) == {"the group has grown weaker": "Officials"}


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("The bishops of the lake, more softly: ", "bishops of the lake"),
        ("A plea from the envoy: ", "envoy"),
        ("Chairwoman Ana Marek on the steps: ", "Ana Marek"),
    ],
)
def test_words_without_a_verb_before_a_colon_name_the_speaker(code: Coder, lead: str, speaker: str) -> None:
    """Not the one who spoke before."""
    document = code(
        f'"Tear it up tonight, all of it," Ivan Kovac said. {lead}"Let the nets speak before the law does."'
    )
    assert said_by(document)["Let the nets speak before the law does."] == speaker


def test_a_few_words_are_those_of_whoever_judges_with_them(code: Coder) -> None:
    """The verb need not be one of saying."""
    document = code(
        '"One gate, one truck, then we talk," said Wilma Stone. Ivan Kovac rapped the mayor for a '
        '"surrender at the first whistle". She left.'
    )
    assert said_by(document)["surrender at the first whistle"] == "Ivan Kovac"


def test_what_befalls_a_state_is_in_the_words_of_who_spoke_before(code: Coder) -> None:
    """Turkey is spoken of, and does not speak."""
    document = code(
        '"One gate, one truck, then we talk," said Wilma Stone. Turkey faces a "long and bitter winter". She left.'
    )
    assert said_by(document)["long and bitter winter"] == "Wilma Stone"


def test_blanks_beside_the_marks_are_no_words(code: Coder) -> None:
    """Tokenised text sets its marks apart."""
    assert list(said_by(code("`` We will not leave the valley . '' said Ivan Kovac ."))) == [
        "We will not leave the valley ."
    ]


def test_he_in_the_words_may_be_another_one_whom_they_name(code: Coder) -> None:
    """The speaker stays who he is."""
    document = code(
        'Ivan Kovac taught in Suva for years. He said, "Odo Marek was the heart of the town. '
        'He is a saint of ours." The crowd left.'
    )
    assert set(said_by(document).values()) == {"Ivan Kovac"}
