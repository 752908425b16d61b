"""What stands between marks: speech, or a term or title."""

import pytest

from dragoman.stages.quotes.speech import is_speech


@pytest.mark.parametrize("words", ["so-called experts", "Road to Peace", "The River Pact", "42 000 10", ""])
def test_terms_titles_and_numbers_are_no_speech(words: str) -> None:
    """Two words, or every word with a capital, are a term or a title."""
    assert not is_speech(words)


def test_three_plain_words_are_speech() -> None:
    """Mixed quotation begins at three words."""
    assert is_speech("a grave mistake")


def test_two_words_that_somebody_said_as_a_sentence_are_speech() -> None:
    """A short sentence with a word of saying is a quotation."""
    assert is_speech("Talks failed,", cued=True)
    assert not is_speech("Talks failed,")


@pytest.mark.parametrize("words", ["peace process,", "Peace Process", "Talks,"])
def test_a_term_stays_a_term_beside_a_word_of_saying(words: str) -> None:
    """Small letters, no stop, or one word: somebody's term, not somebody's sentence."""
    assert not is_speech(words, cued=True)
